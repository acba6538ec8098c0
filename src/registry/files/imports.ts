import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { parseIso } from '../../calendar/calendar-date.ts';
import type { Clock } from '../../calendar/clock.ts';
import { fiscalYearRange } from '../../calendar/fiscal-year.ts';
import type { Prisma as Client } from '../../database/open.ts';
import { type ChangeProblem, type FieldChanges, NEW_INITIATIVE, type SaveOutcome } from '../../records/changes.ts';
import type { LeadTime } from '../../records/lead-time.ts';
import { Role } from '../../records/roles.ts';
import { asOfDate, readWrittenDate, writtenDate } from '../../records/written-dates.ts';
import { readLeadTimes } from '../../schedule/lead-times.ts';
import type { BadLineCode } from '../../words/exchange.ts';
import { officeSettingValue } from '../../words/office-settings.ts';
import { noteChanges } from '../changes.ts';
import { differences } from '../editing/differences.ts';
import type { Tx } from '../editing/editor.ts';
import { noteHistory } from '../history.ts';
import { MemberFields } from '../members/members.ts';
import { memberKey, sectionOf } from '../members/memberships.ts';
import { ADMINISTRATORS, OPERATOR } from '../members/operator.ts';
import { type ChangeRequest, change, isSettled } from '../save-change.ts';

// Imports from the terminal: all or nothing, every bad line with its number, and --dry-run says what would change.

export const IMPORTS = ['members', 'areas', 'initiatives'] as const;
export type ImportName = (typeof IMPORTS)[number];

/** A record of a file, with the number of its line. */
export interface ImportLine {
  line: number;
  /** By the names of the file's columns; null: the line could not be read. */
  record: Record<string, unknown> | null;
}

/** What is wrong with a line. */
export interface BadLine {
  line: number;
  code: BadLineCode;
  /** The column, and what stands there. */
  field: string | null;
  value: string | null;
}

export interface ImportReport {
  bad: BadLine[];
  /** What changes, or with a dry run would: record by record. */
  changed: { record: string; name: string; changes: FieldChanges }[];
  unchanged: number;
  saved: boolean;
}

const TIMEOUT_MS = 10 * 60_000;

class Undone extends Error {}

/** Imports the lines of a file. Nothing is written where a line is bad, nor with a dry run. */
export async function importLines(
  prisma: Client,
  clock: Clock,
  name: ImportName,
  lines: readonly ImportLine[],
  dryRun: boolean,
): Promise<ImportReport> {
  const report: ImportReport = { bad: [], changed: [], unchanged: 0, saved: false };
  const importing = new Importing(report, clock.now(), randomUUID());
  try {
    await prisma.$transaction(
      async (tx) => {
        await importing[name](tx, lines);
        if (report.bad.length > 0 || dryRun) throw new Undone();
      },
      { timeout: TIMEOUT_MS, maxWait: TIMEOUT_MS },
    );
    report.saved = true;
  } catch (error) {
    if (!(error instanceof Undone)) throw error;
  }
  report.bad.sort((a, b) => a.line - b.line);
  return report;
}

const word = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.normalize('NFKC').trim() : null;

class Importing {
  #areas = new Map<string, string>();

  constructor(
    readonly report: ImportReport,
    readonly now: Date,
    readonly run: string,
  ) {}

  async areas(tx: Tx, lines: readonly ImportLine[]): Promise<void> {
    await this.#readAreas(tx);
    const seen = new Set<string>();
    for (const { line, record } of lines) {
      if (!record) {
        this.#bad(line, 'unreadable');
        continue;
      }
      const areaId = this.#area(line, record);
      const channel = word(record.channel_id);
      if (channel !== null && !/^[CG][A-Z0-9]{2,}$/.test(channel)) this.#bad(line, 'problem', 'channel_id', channel);
      if (areaId === null || !this.#once(seen, areaId, line, 'area', record.area)) continue;
      const area = await tx.area.findUniqueOrThrow({ where: { id: areaId }, select: { name: true, channel: true } });
      if (area.channel === channel) {
        this.report.unchanged += 1;
        continue;
      }
      await tx.area.update({ where: { id: areaId }, data: { channel } });
      await this.#note(tx, line, 'area', areaId, area.name, { channel: [area.channel, channel] });
    }
  }

  async members(tx: Tx, lines: readonly ImportLine[]): Promise<void> {
    await this.#readAreas(tx);
    const people = new Map<string, { line: number; memberships: MemberFields[] }>();
    const seen = new Set<string>();
    for (const { line, record } of lines) {
      const member = record ? this.#member(line, record) : this.#bad(line, 'unreadable');
      if (!member || !this.#once(seen, `${member.user} ${member.areaId}`, line, 'area', record?.area)) continue;
      const person = people.get(member.user) ?? { line, memberships: [] };
      person.memberships.push(member);
      people.set(member.user, person);
    }
    if (this.report.bad.length > 0) return;
    for (const [user, { line, memberships }] of people) await this.#replace(tx, line, user, memberships);
  }

  async initiatives(tx: Tx, lines: readonly ImportLine[]): Promise<void> {
    await this.#readAreas(tx);
    const seen = new Set<string>();
    for (const { line, record } of lines) {
      const request = record ? await this.#initiative(tx, line, record) : this.#bad(line, 'unreadable');
      if (!request || (request.id !== null && !this.#once(seen, request.id, line, 'id', request.id))) continue;
      const { outcome, changes } = await change(tx, request, { now: this.now, administrators: ADMINISTRATORS });
      this.#take(line, String(record?.title ?? request.id ?? ''), outcome);
      if (isSettled(outcome)) await noteChanges(tx, changes);
    }
  }

  #take(line: number, name: string, outcome: SaveOutcome): void {
    if (outcome.outcome === 'saved' || outcome.outcome === 'merged') {
      this.report.changed.push({ record: outcome.entry.record, name, changes: outcome.entry.changes });
    } else if (outcome.outcome === 'unchanged') this.report.unchanged += 1;
    else if (outcome.outcome === 'problems') {
      for (const problem of outcome.problems) this.#bad(line, 'problem', columnOf(problem), problem.code);
    } else if (outcome.outcome === 'needs-reason') this.#bad(line, 'missing', 'reason');
    else this.#bad(line, outcome.outcome === 'conflict' ? 'conflict' : 'problem', null, outcome.outcome);
  }

  #member(line: number, record: Record<string, unknown>): MemberFields | null {
    const user = word(record.slack_user_id);
    const areaId = this.#area(line, record);
    const role = Role.safeParse(word(record.role));
    if (user === null || /\s/.test(user)) this.#bad(line, 'missing', 'slack_user_id');
    if (!role.success) this.#bad(line, 'unknown-role', 'role', word(record.role));
    const [from, until] = [word(record.from), word(record.until)];
    for (const [field, day] of Object.entries({ from, until })) {
      if (day !== null && !parseIso(day)) this.#bad(line, 'wrong-day', field, day);
    }
    if (from !== null && until !== null && until < from) this.#bad(line, 'wrong-day', 'until', until);
    if (user === null || areaId === null || !role.success) return null;
    const deputy = word(record.deputy_of);
    return {
      user: memberKey(user),
      name: word(record.name),
      areaId,
      section: word(record.section),
      role: role.data,
      deputyOf: deputy === null ? null : memberKey(deputy),
      from,
      until,
    };
  }

  /** The file says all of what the people it names are. */
  async #replace(tx: Tx, line: number, user: string, memberships: readonly MemberFields[]): Promise<void> {
    const rows = await tx.membership.findMany({
      where: { user },
      include: { section: true },
      orderBy: [{ areaId: 'asc' }, { id: 'asc' }],
    });
    const former = rows.map((row) => MemberFields.strip().parse({ ...row, section: row.section?.name ?? null }));
    const now = [...memberships].sort((a, b) => (a.areaId < b.areaId ? -1 : 1));
    const changes = differences({ memberships: former }, { memberships: now });
    if (Object.keys(changes).length === 0) {
      this.report.unchanged += 1;
      return;
    }
    await tx.membership.deleteMany({ where: { user } });
    for (const { section, ...data } of now) {
      const sectionId = section === null ? null : await sectionOf(tx, data.areaId, section);
      // The file does not say who is in charge of a section: whoever stays there stays that.
      const lead = rows.some((row) => row.lead && row.areaId === data.areaId && row.sectionId === sectionId);
      await tx.membership.create({ data: { ...data, sectionId, lead } });
    }
    await this.#note(tx, line, 'member', user, now[0]?.name ?? user, changes);
  }

  async #initiative(tx: Tx, line: number, record: Record<string, unknown>): Promise<ChangeRequest | null> {
    const parsed = InitiativeLine.safeParse(record);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      return this.#bad(line, 'problem', String(issue?.path[0] ?? ''), 'unreadable');
    }
    const { id = null, area, date, date_to, date_precision, section, items, leads, ...given } = parsed.data;
    const reminders = leads == null ? leads : leadsIn(leads);
    if (reminders === 'unreadable') return this.#bad(line, 'problem', 'leads', reminders);
    const areaId = area === undefined ? undefined : this.#area(line, { area });
    if (areaId === null) return null;
    const standing = id === null ? null : await tx.initiative.findUnique({ where: { id }, select: { areaId: true } });
    const fields: Record<string, unknown> = {
      ...(areaId === undefined ? {} : { areaId }),
      ...(date === undefined ? {} : { date: dateOf(date, date_to ?? null, date_precision ?? null) }),
      ...(items === undefined ? {} : { items: items.map((item) => ({ ...item, id: item.id ?? null })) }),
      ...(reminders === undefined ? {} : { leads: reminders }),
      ...renamed(given),
    };
    if (section !== undefined) {
      const owner = areaId ?? standing?.areaId ?? '';
      fields.sectionId = section === null ? null : await sectionOf(tx, owner, section);
    }
    const asOf = given.as_of == null ? null : readWrittenDate(given.as_of);
    return {
      person: OPERATOR,
      via: 'import',
      key: `import:${this.run}:${line}`,
      kind: 'initiative',
      id: standing ? id : null,
      version: standing ? (given.version ?? null) : null,
      fields: (standing ? fields : { ...NEW_INITIATIVE, ...fields }) as ChangeRequest['fields'],
      reason: given.reason ?? null,
      imported: { id, asOf: asOf && asOfDate(asOf), sourceText: given.source_text ?? null },
    };
  }

  #area(line: number, record: Record<string, unknown>): string | null {
    const name = word(record.area);
    const id = name === null ? undefined : this.#areas.get(name);
    if (id === undefined) this.#bad(line, name === null ? 'missing' : 'unknown-area', 'area', name);
    return id ?? null;
  }

  #once(seen: Set<string>, key: string, line: number, field: string, value: unknown): boolean {
    if (seen.has(key)) {
      this.#bad(line, 'twice', field, word(value));
      return false;
    }
    seen.add(key);
    return true;
  }

  #bad(line: number, code: BadLine['code'], field: string | null = null, value: string | null = null): null {
    this.report.bad.push({ line, code, field, value });
    return null;
  }

  async #readAreas(tx: Tx): Promise<void> {
    const areas = await tx.area.findMany({ select: { id: true, name: true, aliases: true } });
    for (const { id, aliases } of areas) for (const alias of aliases) this.#areas.set(alias.normalize('NFKC'), id);
    for (const { id, name } of areas) this.#areas.set(name.normalize('NFKC'), id);
  }

  async #note(
    tx: Tx,
    line: number,
    kind: 'area' | 'member',
    record: string,
    name: string,
    changes: FieldChanges,
  ): Promise<void> {
    await noteHistory(tx, {
      at: this.now,
      key: `import:${this.run}:${line}`,
      by: OPERATOR,
      name: null,
      via: 'import',
      action: 'update',
      kind,
      record,
      version: 0,
      reason: null,
      inStead: false,
      changes,
      former: null,
    });
    this.report.changed.push({ record, name, changes });
  }
}

const text = z.string().nullish();

/** A line of the export of initiatives; columns that it does not have stay as they are. */
const InitiativeLine = z.object({
  id: text,
  area: z.string().optional(),
  date: text,
  date_to: text,
  date_precision: z.enum(['day', 'month', 'range', 'year']).nullish(),
  section: text,
  items: z
    .array(z.object({ id: text, title: z.string(), status: z.string(), memo: z.string().nullable().default(null) }))
    .optional(),
  as_of: text,
  source_text: text,
  version: z.number().int().nullish(),
  reason: text,
  scene: z.string().optional(),
  title: z.string().optional(),
  status: z.string().optional(),
  fiscal_year: text,
  participants: z.number().nullish(),
  place: text,
  memo: text,
  also_scenes: z.array(z.string()).optional(),
  project_items: z.array(z.string()).optional(),
  content: text,
  members: text,
  host: text,
  co_host: text,
  method: text,
  target: text,
  leads: text,
});

/** Columns that have another name as fields. */
const FIELDS = {
  scene: 'scene',
  title: 'title',
  status: 'status',
  fiscal_year: 'fiscalYear',
  participants: 'participants',
  place: 'location',
  memo: 'memo',
  also_scenes: 'alsoScenes',
  project_items: 'projectItems',
  content: 'content',
  members: 'members',
  host: 'host',
  co_host: 'coHost',
  method: 'method',
  target: 'target',
} as const;

function renamed(given: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(FIELDS).flatMap(([column, field]) =>
    given[column] === undefined ? [] : [[field, given[column]] as const],
  );
  return Object.fromEntries(entries);
}

const columnOf = ({ field }: ChangeProblem): string =>
  Object.entries(FIELDS).find(([, name]) => name === field)?.[0] ?? (field === 'areaId' ? 'area' : field);

/** Lead times as the export writes them; なし is no reminder. */
function leadsIn(text: string): LeadTime[] | 'unreadable' {
  if (text.trim() === officeSettingValue('meetingLeads', [], 'ja')) return [];
  const read = readLeadTimes(text);
  return 'unreadable' in read ? 'unreadable' : read.leads;
}

/** A date of three columns as one; as it stands where it cannot be one, so that its field refuses it. */
function dateOf(date: string | null, to: string | null, precision: string | null): string | null {
  const from = date === null ? null : parseIso(date);
  if (date === null || !from) return date;
  const last = (to === null ? null : parseIso(to)) ?? from;
  if (precision === 'month') return writtenDate({ from, to: last, precision: 'month' });
  if (precision === 'range') return writtenDate({ from, to: last, precision: 'range' });
  if (precision !== 'year') return writtenDate({ from, to: from, precision: 'day' });
  const fiscal = fiscalYearRange(Number(from.slice(0, 4))).from === from;
  return writtenDate({ from, to: last, precision: fiscal ? 'fiscal-year' : 'year' });
}
