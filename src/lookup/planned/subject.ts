import type { Concept } from '../dictionary.ts';
import type { Inquiry } from '../inquiry.ts';
import { normalize } from '../normalize.ts';
import type { Term } from '../understand.ts';

/** Shorter names would be found in other words. */
const SHORTEST_NAME = 3;
/** Words that ask for a date and name nothing. */
const OF_DATES = /^(次|次回|前回|今度|直近|日程|日時|日付|予定日?|開催日?|何回目?)$/;
/** What any meeting is. */
const ANY_MEETING = new Set(['meeting']);
/** A word for meetings of any kind: what has it in its forms is asked for as a kind of meeting. */
const GATHERING =
  /会$|会議|研修|講座|セミナー|サロン|カフェ|ミーティング|打ち?合わ?せ|フォーラム|シンポジウム|\b(meeting|training|seminar|lecture|workshop|conference|event)s?\b/;

/** What a question about planned things is about, beside its places and times. */
export class Subject {
  readonly #text: string;
  readonly #wanted: (readonly string[])[];

  constructor(readonly inquiry: Inquiry) {
    this.#text = inquiry.u.text;
    this.#wanted = wantedOf(inquiry);
  }

  /** Whether the question names it: by its title, or by every word that it has. `false` where it has no such word. */
  names(title: string): boolean {
    return this.namesWhole(title) || (this.#wanted.length > 0 && this.fits(title));
  }

  /** Whether the question holds the whole title. */
  namesWhole(title: string): boolean {
    const name = normalize(title);
    return name.length >= SHORTEST_NAME && this.#text.includes(name);
  }

  /** Whether nothing that the question asks for is missing in a title. */
  fits(title: string): boolean {
    const name = normalize(title);
    return this.#text.includes(name) || this.#wanted.every((forms) => forms.some((form) => name.includes(form)));
  }

  /** Whether it asks for anything of its own, beside meetings as such. */
  get isNamed(): boolean {
    return this.#wanted.length > 0;
  }

  /** Whether it asks for meetings, trainings or the like. */
  get isGathering(): boolean {
    return this.inquiry.u.terms.some((term) => term.weight !== 'weak' && isGathering(term));
  }
}

const formsOf = (term: Term): readonly string[] => {
  const { concept, literal } = term;
  if (concept) return [...concept.forms, ...concept.english].filter((form) => form.length >= 2);
  return [normalize(literal ?? term.label)];
};

const isGathering = (term: Term): boolean =>
  formsOf(term).some((form) => GATHERING.test(form)) || isMeeting(term.concept);

const isMeeting = (concept: Concept | null): boolean => concept !== null && ANY_MEETING.has(concept.id);

/** Each word that a title has to hold, with what it may be written as. */
function wantedOf({ u }: Inquiry): (readonly string[])[] {
  const terms = u.terms.filter((term) => term.weight !== 'weak' && !isMeeting(term.concept));
  return [...terms.map(formsOf), ...u.unknown.filter((word) => !OF_DATES.test(word)).map((word) => [normalize(word)])];
}
