import { type Answer, emptyAnswer } from '../answer.ts';
import type { Inquiry } from '../inquiry.ts';

/** What is no question about records: requests to change data, hidden instructions, other subjects, small talk. */
export function smallTalk(inquiry: Inquiry): Answer | null {
  const { words, u } = inquiry;
  const say = (intent: Answer['intent'], text: string, examples = false): Answer => {
    const answer = emptyAnswer(intent, u.language, text);
    if (examples) answer.offers = words.examples;
    return answer;
  };
  const content = inquiry.demands.filter((demand) => demand.weight === 'strong').length + u.places.length;
  if (u.text === '') return say('guide', words.empty, true);
  if (inquiry.has('injection')) return say('out-of-scope', words.injection);
  if (inquiry.has('change-request')) return say('out-of-scope', words.changeRequest);
  if (inquiry.has('remind-request')) return say('out-of-scope', words.remindRequest);
  if (inquiry.has('out-of-scope')) return say('out-of-scope', words.outOfScope, true);
  if (inquiry.demands.length > 0 && content > 0) return null;
  if (inquiry.has('smalltalk')) return say('out-of-scope', words.smalltalk, true);
  if (inquiry.demands.length > 0 || u.places.length > 0 || u.columns.size > 0) return null;
  if (inquiry.has('thanks', 'goodbye')) return say('out-of-scope', words.thanks);
  if (inquiry.has('greeting')) return say('guide', `${words.greeting}\n${words.guide}`, true);
  if (inquiry.has('help')) return say('guide', words.guide, true);
  return null;
}
