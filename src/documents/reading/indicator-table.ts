import type { CalendarDate } from '../../calendar/calendar-date.ts';
import { findDates } from '../../calendar/date-text.ts';
import { fiscalYearLabel, fiscalYearOf } from '../../calendar/fiscal-year.ts';
import type { ReadCell, ReadRow } from '../../records/read-document.ts';
import type { AnyUnderstood, UnderstoodFields } from '../../records/understood.ts';
import type { FiscalYearLabel, ValueKind } from '../../records/vocabulary.ts';
import { bare } from './letters.ts';
import { filled, lineOf, type Taking } from './taking.ts';

// A table of figures: fiscal years across, 実績 and 計画 above them, a measure a row, notes below (※).

type Value = UnderstoodFields['indicator']['values'][number];

interface Column {
  year: FiscalYearLabel;
  kind: ValueKind;
}

const KINDS: readonly (readonly [RegExp, ValueKind])[] = [
  [/計画値?|目標値?/, 'planned'],
  [/見込値?|見込み/, 'forecast'],
  [/実績値?/, 'actual'],
];

/** Whether a row begins such a table. */
export const isTableHead = (row: ReadRow): boolean =>
  bare(row.cells[0]?.text ?? '') === '区分' && row.cells.some(({ text }) => kindOf(text) !== null);

/** The indicators of a table that begins at `at`, and the row after it. */
export function indicatorsIn(
  rows: readonly ReadRow[],
  at: number,
  title: string,
  taking: Taking,
): { records: AnyUnderstood[]; next: number } {
  const columns = columnsOf(rows[at], rows[at + 1], taking);
  const records: AnyUnderstood[] = [];
  let next = at + 2;
  for (; next < rows.length; next += 1) {
    const row = rows[next] as ReadRow;
    if (filled(row).length < 2) break;
    records.push(indicatorOf(row, columns, title, taking));
  }
  const notes: string[] = [];
  for (; next < rows.length; next += 1) {
    const line = lineOf(rows[next]);
    if (line.startsWith('※')) notes.push(line.slice(1).trim());
    else if (line !== '') break;
  }
  for (const record of records) if (record.kind === 'indicator') note(record.fields, notes);
  return { records, next };
}

const kindOf = (text: string): ValueKind | null => KINDS.find(([word]) => word.test(text))?.[1] ?? null;

/** A heading over several years holds for those to its right until the next one. */
function columnsOf(kinds: ReadRow | undefined, years: ReadRow | undefined, taking: Taking): Map<number, Column> {
  const columns = new Map<number, Column>();
  let kind: ValueKind | null = null;
  years?.cells.forEach((cell, index) => {
    kind = kindOf(kinds?.cells[index]?.text ?? '') ?? kind;
    const year = yearOf(cell.text);
    if (year && kind) columns.set(index, { year, kind });
    else if (kind && YEAR.test(cell.text.normalize('NFKC')))
      taking.problems.push({ at: cell.place, code: 'no-fiscal-year', value: cell.text.slice(0, 40) });
  });
  return columns;
}

/** A year that is no fiscal one: whether 1〜12月 is meant cannot be told, and its figures are not to be lost unsaid. */
const YEAR = /\d{1,4}年|^[RHrh]\d{1,2}$|(?:令和|平成)./;

const ANY_DAY = '2024-01-01' as CalendarDate;

function yearOf(text: string): FiscalYearLabel | null {
  const [found] = findDates(text, ANY_DAY);
  return found?.precision === 'fiscal-year' ? fiscalYearLabel(fiscalYearOf(found.from)) : null;
}

function indicatorOf(row: ReadRow, columns: ReadonlyMap<number, Column>, title: string, taking: Taking): AnyUnderstood {
  const head = row.cells[0];
  const printed = taking.text(head);
  const [, measure = printed, unit = ''] = /^(.+?)\s*[(（]([^()（）]{1,6})[)）]$/.exec(printed) ?? [];
  const values = [...columns].flatMap(([index, column]) => {
    const cell = row.cells[index];
    const value = cell && cell.text !== '' ? figureIn(cell, column, taking) : null;
    return value ? [value] : [];
  });
  const fields = { title, measure, unit, scene: null, values };
  return { kind: 'indicator', place: `${title} ${measure}`, at: head?.place ?? '', source: null, fields };
}

/** 中止 is a state and no number; （予定） beside a figure makes it 見込; what is neither is asked to be mended. */
function figureIn(cell: ReadCell, { year, kind }: Column, taking: Taking): Value | null {
  const plain = taking.text(cell).normalize('NFKC').replace(/\s/g, '');
  const said = { fiscalYear: year, note: null, asOf: null } as const;
  if (plain === '中止') return { ...said, kind, value: null, state: '中止' };
  if (/^[-ー―—–]*$/.test(plain)) return null;
  const [, digits, mark] = /^(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?:\D{0,3}?)(?:\((予定|見込み?)\))?$/.exec(plain) ?? [];
  if (digits === undefined) {
    taking.problems.push({ at: cell.place, code: 'no-number', value: plain.slice(0, 40) });
    return null;
  }
  const value = Number(digits.replaceAll(',', ''));
  return { ...said, kind: mark ? 'forecast' : kind, value, state: null, note: mark ? `（${mark}）` : null };
}

/** 「令和5年度は9月末現在」 makes that year's actual figures part-year ones; why something was cancelled goes with it. */
function note(fields: UnderstoodFields['indicator'], notes: readonly string[]): void {
  for (const text of notes) {
    const [found] = findDates(text, ANY_DAY);
    const year = found?.precision === 'fiscal-year' ? fiscalYearLabel(fiscalYearOf(found.from)) : null;
    const partial = /(\d{1,2}月末?(?:時点|現在)?)/.exec(text.normalize('NFKC'))?.[1];
    for (const value of fields.values.filter(({ fiscalYear }) => fiscalYear === year)) {
      if (partial && value.kind === 'actual' && value.value !== null)
        Object.assign(value, { kind: 'partial', note: partial });
      else if (/中止/.test(text) && value.state !== null)
        value.note = text.replace(/^[^,、，]*については[,、，]?/, '').replace(/中止$/, '');
    }
  }
}
