import path from 'node:path';
import { z } from 'zod';
import { type CalendarDate, firstOfMonth, lastOfMonth, partsOf, todayIn } from '../../calendar/calendar-date.ts';
import type { Span } from '../../calendar/date-reading.ts';
import {
  type FiscalYear,
  fiscalYearLabel,
  fiscalYearOf,
  inFiscalYear,
  parseFiscalYearLabel,
  yearOfFiscalMonth,
} from '../../calendar/fiscal-year.ts';
import type { Prisma as Client } from '../../database/open.ts';
import type { FieldsOf } from '../../records/changes.ts';
import { type DeadlineRow, NEW_DEADLINE, Submitters } from '../../records/planned.ts';
import { readWrittenDate, writtenDate } from '../../records/written-dates.ts';
import { type NotedChange, noteChanges } from '../changes.ts';
import { deadlineEditor } from '../editing/deadlines.ts';
import type { Tx } from '../editing/editor.ts';
import { inTurn } from '../editing/in-turn.ts';
import { positionAt } from '../editing/position.ts';
import { readYaml, SHIPPED_FOLDER } from '../files/shipped-files.ts';
import { readers } from '../read-records.ts';

// What comes round every year. A row of a year is a deadline like any other, 日付要確認 until somebody confirms its date;
// the next year begins with this year's rows as people left them.

const month = z.number().int().min(1).max(12);

const TemplateRow = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string().min(1),
  /** The months in which it usually lies. */
  months: z.tuple([month, month]),
  /** 対象年度, in years from the year of submission. */
  about: z.number().int().min(-2).max(2),
  recipient: z.string().min(1),
  submitters: Submitters.default('areas'),
});
type TemplateRow = z.infer<typeof TemplateRow>;

const WAIT = { timeout: 60_000, maxWait: 60_000 };
/** From this month on the next fiscal year's rows are there. */
const NEXT_YEAR_FROM = 2;

/** Adds the rows of this fiscal year, and early in the year those of the next, that are not there yet. Says how many. */
export async function bringYear(prisma: Client, homePrefecture: string, now: Date): Promise<number> {
  const rows = await readYaml(path.join(SHIPPED_FOLDER, 'yearly-template.yaml'), z.array(TemplateRow));
  const today = todayIn(now);
  const year = fiscalYearOf(today);
  const { month } = partsOf(today);
  const years = month >= NEXT_YEAR_FROM && month <= 3 ? [year, year + 1] : [year];
  return prisma.$transaction(async (tx) => {
    await inTurn(tx, 'yearly template');
    const towns = await tx.area.findMany({
      where: { kind: 'municipality', prefecture: homePrefecture },
      select: { id: true },
      orderBy: { position: 'asc' },
    });
    if (towns.length === 0) return 0;
    const areaIds = towns.map(({ id }) => id);
    let added = 0;
    for (const each of years) added += await bringRows(tx, rows, each, areaIds, now);
    return added;
  }, WAIT);
}

async function bringRows(tx: Tx, rows: readonly TemplateRow[], year: FiscalYear, areaIds: string[], now: Date) {
  const ids = rows.flatMap(({ id }) => [idOf(id, year), idOf(id, year - 1)]);
  const known = new Map((await readers.deadline(tx, ids)).map((row) => [row.id, row]));
  const changes: NotedChange[] = [];
  for (const row of rows) {
    const id = idOf(row.id, year);
    const former = known.get(idOf(row.id, year - 1));
    const fields = former ? again(former, year) : asShipped(row, year, areaIds);
    if (known.has(id) || former?.cancelled || isOver(fields.date, todayIn(now))) continue;
    const state = { row: { ...fields, id, template: row.id, since: '', change: null }, parts: [] };
    changes.push(...(await deadlineEditor.store(tx, state, null, { version: 1, position: positionAt(now), now })));
  }
  await noteChanges(tx, changes);
  return changes.filter(({ kind }) => kind === 'deadline').length;
}

const idOf = (id: string, year: FiscalYear): string => `template-${fiscalYearLabel(year).toLowerCase()}.${id}`;

const isOver = (date: string | null, today: CalendarDate) => (readWrittenDate(date ?? '')?.to ?? today) < today;

function asShipped({ title, months, about, recipient, submitters }: TemplateRow, year: FiscalYear, areaIds: string[]) {
  const [first, last] = months;
  const span = monthsOf(yearOfFiscalMonth(year, first), first, yearOfFiscalMonth(year, last), last);
  return {
    ...NEW_DEADLINE,
    areaIds,
    submitters,
    title,
    recipient,
    targetYear: fiscalYearLabel(year + about),
    submissionYear: fiscalYearLabel(year),
    date: writtenDate(span),
    confirmed: false,
  } satisfies FieldsOf<'deadline'>;
}

const monthsOf = (fromYear: number, from: number, toYear: number, to: number): Span => ({
  from: firstOfMonth(fromYear, from),
  to: lastOfMonth(toYear, to),
  precision: fromYear === toYear && from === to ? 'month' : 'range',
});

/** Last year's row a year later: in the same months, since its day is never the same. */
function again(
  { id: _id, since: _since, change: _change, template: _template, ...former }: DeadlineRow,
  year: FiscalYear,
) {
  const span = former.date === null ? null : readWrittenDate(former.date);
  const [from, to] = span ? [inFiscalYear(span.from, year), inFiscalYear(span.to, year)].map(partsOf) : [];
  const target = parseFiscalYearLabel(former.targetYear);
  return {
    ...former,
    ...{ confirmed: false, event: null, handover: null, reason: null },
    date: from && to ? writtenDate(monthsOf(from.year, from.month, to.year, to.month)) : former.date,
    targetYear: target === null ? former.targetYear : fiscalYearLabel(target + 1),
    submissionYear: fiscalYearLabel(year),
  } satisfies FieldsOf<'deadline'>;
}
