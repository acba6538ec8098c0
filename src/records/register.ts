import { type FiscalYear, fiscalYearLabel, fiscalYearName } from '../calendar/fiscal-year.ts';
import type { SourceRow } from './rows.ts';

/** The kind of source that stands for what areas keep up to date here, beside the documents. */
export const REGISTER = 'register';

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
