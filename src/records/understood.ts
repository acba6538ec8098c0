import type { FieldsOf } from './changes.ts';
import type { FiscalYearLabel, Stated, StatementStatus, SurveyColumn } from './vocabulary.ts';

// What a document was understood to say, before anybody confirmed it and anything of it is saved.

/** 調査票, 4つの場面の整理表, 指標のある計画, 連携拠点の資料, PDCA表. */
export const DOCUMENT_KINDS = ['survey', 'scenes', 'plan', 'centre', 'pdca'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** A statement of a free text. */
export interface UnderstoodStatement {
  /** The document's own words, damaged characters mended. */
  text: string;
  /** Null: the words speak for two of them, so a person is asked. */
  status: StatementStatus | null;
}

/** By kind: a record's fields without whose it is. */
export interface UnderstoodFields {
  answer: { facet: SurveyColumn | 'policy'; stated: Stated; text: string; statements: UnderstoodStatement[] };
  hub: Omit<FieldsOf<'hub'>, 'areaIds' | 'asOf'>;
  plan: Omit<FieldsOf<'plan'>, 'areaIds' | 'asOf'>;
  initiative: Omit<FieldsOf<'initiative'>, 'areaId'>;
  indicator: Omit<FieldsOf<'indicator'>, 'areaId'> & { values: Omit<FieldsOf<'value'>, 'indicatorId'>[] };
  evaluation: Omit<FieldsOf<'evaluation'>, 'areaId'>;
  meeting: Omit<FieldsOf<'meeting'>, 'areaIds' | 'asOf'>;
  survey: Omit<FieldsOf<'survey'>, 'areaIds' | 'asOf'>;
}
export type UnderstoodKind = keyof UnderstoodFields;

export interface UnderstoodRecord<K extends UnderstoodKind = UnderstoodKind> {
  kind: K;
  /** Where it stands, as an answer cites it: 「②入退院支援」. */
  place: string;
  /** The cell or line, as whoever sent the file finds it. */
  at: string;
  /** The wording it rests on, where the record says it shorter; null: the fields are the wording. */
  source: string | null;
  fields: UnderstoodFields[K];
}

/** A record of one of the kinds, known by its `kind`. */
export type AnyUnderstood = { [K in UnderstoodKind]: UnderstoodRecord<K> }[UnderstoodKind];

/** What stands together: a sheet of a survey; any other document as a whole. */
export interface UnderstoodPart {
  /** As printed; empty: the document does not say whose it is. */
  areas: string[];
  fiscalYear: FiscalYearLabel | null;
  asOf: string | null;
  records: AnyUnderstood[];
}

/** A cell that cannot be taken as it stands. */
export interface CellProblem {
  at: string;
  code: 'formula' | 'wrong-type' | 'no-such-day' | 'weekday' | 'no-number' | 'no-fiscal-year' | 'personal-data';
  /** What stands there, where that may be shown again. */
  value: string | null;
}

export interface Understood {
  kind: DocumentKind;
  /** 案. */
  draft: boolean;
  parts: UnderstoodPart[];
  /** All that is written in it, understood or not. */
  lines: string[];
  /** Nothing is saved while there is one. */
  problems: CellProblem[];
  /** To be looked at; they keep nothing from being saved. */
  warnings: CellProblem[];
}
