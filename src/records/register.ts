import { type FiscalYear, fiscalYearLabel, fiscalYearName } from '../calendar/fiscal-year.ts';
import type { SourceRow } from './rows.ts';

/** The kind of source that stands for what areas keep up to date here, beside the documents. */
export const REGISTER = 'register';

/** The kinds of sources that an office brought as a file: a survey's sheets, and any other document. */
export const IMPORTED_SURVEY = 'imported-survey';
export const IMPORTED = 'imported';

/** Whether a record of such a source may be quoted in the source's own words: only where the office itself brought it. */
export const isImported = (kind: string): boolean => kind === IMPORTED || kind === IMPORTED_SURVEY;

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
