import type { DateRange } from '../calendar/fiscal-year.ts';
import type { PictureSubject } from '../records/picture-subject.ts';
import type { Language } from '../words/labels.ts';
import type { Fact } from './facts.ts';

export type Intent =
  | 'which-areas'
  | 'detail'
  | 'get'
  | 'count'
  | 'yes-no'
  | 'compare'
  | 'ranking'
  | 'table'
  | 'indicator'
  | 'rating'
  | 'calendar'
  | 'meetings'
  | 'deadlines'
  | 'submissions'
  | 'own-work'
  | 'about-records'
  | 'not-recorded'
  | 'clarify'
  | 'outside'
  | 'guide'
  | 'out-of-scope';

/** One line of an answer: what is recorded, of whom, and where it stands. */
export interface Row {
  /** Official names; several where a record is joint. */
  areas: string[];
  text: string;
  status: Fact['status'] | null;
  /** What was planned then, for a day that has passed since (rule 1.5). */
  passed: boolean;
  source: string;
  place: string;
  asOf: string;
  recordId: string;
}

export interface RowGroup {
  title: string | null;
  rows: Row[];
}

/** A part of how the question was taken; `key` lets a person drop it. */
export interface Slot {
  key: string;
  label: string;
}

export interface Answer {
  intent: Intent;
  language: Language;
  /** The conclusion, in one or two sentences. */
  headline: string;
  groups: RowGroup[];
  table: { columns: string[]; rows: string[][] } | null;
  notes: string[];
  /** The areas that are the answer, by id. */
  areas: string[];
  number: number | null;
  understood: Slot[];
  /** Choices where something is asked back, or questions to try. */
  offers: string[];
  /** What a picture can show of it; null where letters say it best. */
  picture: PictureSubject | null;
  /** Whether records answered it; what found nothing is kept for an administrator. */
  found: boolean;
  /** Told to whoever asks and to nobody else: it can be neither shared nor shown where others read (rules 1.6). */
  toAskerAlone: boolean;
  /** It hangs on who asks, and nobody was named: asked again with the person, it says more. */
  wantsAsker: boolean;
  /** It tells also what was saved then; what that is comes with who asks. */
  wantsSaved: DateRange | null;
}

export const emptyAnswer = (intent: Intent, language: Language, headline: string): Answer => ({
  intent,
  language,
  headline,
  groups: [],
  table: null,
  notes: [],
  areas: [],
  number: null,
  understood: [],
  offers: [],
  picture: null,
  found: true,
  toAskerAlone: false,
  wantsAsker: false,
  wantsSaved: null,
});
