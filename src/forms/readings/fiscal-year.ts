import { partsOf } from '../../calendar/calendar-date.ts';
import { findDates, findImpossible } from '../../calendar/date-text.ts';
import { fiscalYearLabel, fiscalYearOf } from '../../calendar/fiscal-year.ts';
import type { FiscalYearLabel } from '../../records/vocabulary.ts';
import { formWords } from '../../words/forms.ts';
import { type About, type Reading, read, refused } from '../field.ts';
import { impossibleWords } from './date.ts';

/** Reads a fiscal year: R8, 令和8年度, 2026年度, 今年度. In a field for years 令和8年 and 2026 are one, too. */
export function readFiscalYear(typed: string, about: About): Reading<FiscalYearLabel> {
  const { errors } = formWords[about.language];
  const text = /^\d{4}$/.test(typed.normalize('NFKC').trim()) ? `${typed.trim()}年度` : typed;
  const wrong = findImpossible(text, about.today)[0];
  if (wrong) return refused(impossibleWords(wrong, about));
  const found = findDates(text, about.today);
  const [year] = found;
  const alone = found.length === 1 && year?.text === text.normalize('NFKC').trim().toLowerCase();
  if (!alone || !year) return refused(errors.fiscalYear);
  const label =
    year.precision === 'fiscal-year'
      ? fiscalYearLabel(fiscalYearOf(year.from))
      : year.precision === 'year'
        ? fiscalYearLabel(partsOf(year.to).year)
        : null;
  return label !== null && /^[HR]\d{1,2}$/.test(label) ? read(label) : refused(errors.fiscalYear);
}
