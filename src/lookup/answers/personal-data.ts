import { findPersonalData, type PersonalDataKind } from '../../records/personal-data.ts';
import { answerWords } from '../../words/answers.ts';
import type { Language } from '../../words/labels.ts';
import { type Answer, emptyAnswer } from '../answer.ts';

/** What points to one person whatever is asked; an age or an address stands in questions about many people, too. */
const OF_ONE_PERSON: ReadonlySet<PersonalDataKind> = new Set(['individual-number', 'insured-number', 'birth-date']);

/** A question that holds the data of one person is not looked up, and nothing of it is said again (rules 3.6). */
export function personalDataAsked(question: string, language: Language): Answer | null {
  const found = findPersonalData(question);
  if (!found?.certain || !OF_ONE_PERSON.has(found.kind)) return null;
  return emptyAnswer('out-of-scope', language, answerWords[language].personalData);
}
