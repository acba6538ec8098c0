import type { CalendarDate } from '../calendar/calendar-date.ts';
import { parseFiscalYearLabel } from '../calendar/fiscal-year.ts';
import type { RegistryRecords, SourceRow } from '../records/rows.ts';
import { findSpokenDates } from './spoken-dates.ts';

// 「去年と比べて」「令和7年度から」: which two surveys a question compares, and what it asks of both.

export interface ComparedYears {
  /** Null: no survey of that year is registered. */
  former: SourceRow | null;
  now: SourceRow;
  /** As the question names the former year. */
  said: string;
  /** What is asked of each year. */
  question: string;
}

const LAST_JA = /(?:去年|昨年度?|前年度?|前回)/;
const YEAR_JA = /(?:令和|平成|[rhRH])\s?(?:元|\d{1,2})(?:年度?)?|\d{4}年度?/;
const FORMER_JA = new RegExp(
  `[、\\s]*(?:${LAST_JA.source}|${YEAR_JA.source})(?:の?調査)?(?:に比べて?|と比べ(?:て|ると)?|と比較(?:して|すると)?|から|より|と)(?:、)?`,
);
const CHANGE_JA =
  /(?:は|が|って|、|\s)*(?:何が|なにが|どう|どこが|どんなところが)?(?:変わっ|変化|違|増え|減っ|新しく).*$/;
const FORMER_EN =
  /,?\s*\b(?:compared (?:with|to)|since|from|than(?: in)?)\s+(?:the\s+)?(last year|last survey|the year before|(?:fiscal )?(?:year )?(?:\d{4}|r\d{1,2}|reiwa \d{1,2}))(?:'s survey)?/i;
const CHANGE_EN =
  /\b(?:what (?:has |is )?(?:changed|new|different)(?: (?:about|in|for|with))?|has(?: the number of)?|have|changed|increased|decreased|more|fewer|are there|do)\b/gi;

/** The surveys by fiscal year, the oldest first. */
export function surveysIn({ sources }: RegistryRecords): SourceRow[] {
  const year = ({ fiscalYear }: SourceRow) => parseFiscalYearLabel(fiscalYear) ?? 0;
  return sources.filter(({ kind }) => kind === 'survey').sort((one, other) => year(one) - year(other));
}

/** Which surveys a question compares; null where it compares none, or there is but one. */
export function comparedYears(
  question: string,
  surveys: readonly SourceRow[],
  today: CalendarDate,
): ComparedYears | null {
  const text = question.normalize('NFKC').trim();
  const now = surveys.at(-1);
  if (!now || surveys.length < 2) return null;
  const ja = FORMER_JA.exec(text);
  if (ja && CHANGE_JA.test(text.replace(ja[0], ''))) {
    const base = text
      .replace(ja[0], '')
      .replace(CHANGE_JA, '')
      .replace(/[はがの、\s]+$/, '');
    return { ...formerOf(ja[0], surveys, now, today), now, question: `${base}は？` };
  }
  const en = FORMER_EN.exec(text);
  if (!en || text.replace(en[0], '').search(CHANGE_EN) < 0) return null;
  const base = text
    .replace(en[0], '')
    .replace(CHANGE_EN, ' ')
    .replace(/[?.\s]+$/, '')
    .trim();
  return { ...formerOf(en[1] ?? '', surveys, now, today), now, question: base };
}

function formerOf(said: string, surveys: readonly SourceRow[], now: SourceRow, today: CalendarDate) {
  const others = surveys.filter(({ id }) => id !== now.id);
  const years = findSpokenDates(said.toLowerCase(), today)
    .filter(({ yearGiven }) => yearGiven)
    .flatMap(({ fiscalYears }) => fiscalYears);
  const named = YEAR_JA.exec(said)?.[0] ?? said;
  if (LAST_JA.test(said) || /last|before/i.test(said) || years.length === 0) {
    return { former: others.at(-1) ?? null, said: named };
  }
  return { former: others.findLast(({ fiscalYear }) => years.includes(fiscalYear)) ?? null, said: named };
}
