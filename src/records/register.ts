import { type FiscalYear, fiscalYearLabel, fiscalYearName } from '../calendar/fiscal-year.ts';
import type { SourceRow } from './rows.ts';
import type { DocumentKind } from './understood.ts';

/** The kind of source that stands for what areas keep up to date here, beside the documents. */
export const REGISTER = 'register';

/** The kind of source that a survey's sheet becomes which an office brought as a file. */
export const IMPORTED_SURVEY = 'imported-survey';

/** The kind of source that a document becomes which an office brought as a file. */
export const importedKind = (kind: DocumentKind): string => `imported-${kind}`;

/** What a document of a kind is a new edition of: the shipped sources of that kind, and imported ones. */
export const editionsOf = (kind: DocumentKind): readonly string[] => [
  kind === 'centre' ? 'material' : kind,
  importedKind(kind),
];

/** Whether a record of such a source may be quoted in the source's own words: only where the office itself brought it. */
export const isImported = (kind: string): boolean => kind.startsWith('imported');

/** Where records stand that people changed in a fiscal year. */
export function registerOf(fiscalYear: FiscalYear): SourceRow {
  const year = fiscalYearName(fiscalYear, 'ja');
  return {
    id: `register-${fiscalYearLabel(fiscalYear).toLowerCase()}`,
    title: `となりまちへの登録（${year}）`,
    publisher: '各市町',
    kind: REGISTER,
    asOf: year,
    fiscalYear: fiscalYearLabel(fiscalYear),
    state: 'confirmed',
    note: null,
  };
}

/** The place of such a record: whose entry it is. */
export const registerPlace = (areaNames: readonly string[]): string => `${areaNames.join('・')}の登録`;
