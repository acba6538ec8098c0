import { findPersonalDataIn } from '../../records/personal-data.ts';
import { formWords } from '../../words/forms.ts';
import { type About, type Doubt, type Reading, read, refused } from '../field.ts';
import { fingerprint } from '../fingerprint.ts';

export interface TextRules {
  /** UTF-16 units, as Slack counts. */
  most: number;
}

/** What no database can hold: the character of number zero, half a character. */
const UNSTORABLE = /\0|\p{Surrogate}/u;

/** Reads what people write, exactly as it is, unless it tells of a person (rules 3.4–3.6). */
export function readText(typed: string, { most }: TextRules, about: About): Reading<string> {
  const { errors } = formWords[about.language];
  if (typed.length > most) return refused(errors.tooLong(most, typed.length));
  if (UNSTORABLE.test(typed)) return refused(errors.unstorable);
  const personal = findPersonalDataIn(about.name, typed);
  if (!personal) return read(typed);
  return personal.certain ? refused(errors.personal[personal.kind]) : read(typed, looksPersonal(typed, about));
}

const looksPersonal = (typed: string, { name, language }: About): Doubt => ({
  key: `${name}:${fingerprint(typed)}`,
  kind: 'personal',
  words: formWords[language].asked.personal,
});

/** Reads a web address. */
export function readLink(typed: string, rules: TextRules, about: About): Reading<string> {
  const fits = /^https?:\/\/[^\s<>|]+$/.test(typed) && URL.canParse(typed);
  return fits ? readText(typed, rules, about) : refused(formWords[about.language].errors.link);
}
