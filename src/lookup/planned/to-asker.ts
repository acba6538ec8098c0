import type { Language } from '../../words/labels.ts';
import { plannedAnswerWords } from '../../words/planned-answers.ts';
import { type Answer, emptyAnswer, type Intent } from '../answer.ts';

/** Marks an answer as told to whoever asks alone, and says so in it (rules 1.6). */
export function forAskerAlone(answer: Answer): Answer {
  const notes = [...answer.notes, plannedAnswerWords[answer.language].toYouAlone];
  return { ...answer, notes, toAskerAlone: true };
}

/** Where nobody is known to ask, nothing is told but how to ask. */
export function withoutAsker(intent: Intent, language: Language): Answer {
  const answer = emptyAnswer(intent, language, plannedAnswerWords[language].whoAsks);
  return { ...answer, toAskerAlone: true, wantsAsker: true };
}
