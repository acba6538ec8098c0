import { fiscalYearLabel, fiscalYearOf } from '../../calendar/fiscal-year.ts';
import type { Prisma as Client } from '../../database/open.ts';
import type { History, Refusal } from '../../generated/prisma/client.ts';
import type { YearEnd } from '../../records/closed-days.ts';
import { exportedDays as days } from '../../records/exported-days.ts';
import { officeCalendars, officeOfId } from '../../records/office-calendars.ts';
import { SETTINGS, type SettingName } from '../../records/office-settings.ts';
import type { SubmissionRow } from '../../records/planned.ts';
import type { RegistryRecords } from '../../records/rows.ts';
import { firstDayOf as firstDay, readWrittenDate } from '../../records/written-dates.ts';
import { dueOf } from '../../schedule/due.ts';
import { accessWords } from '../../words/labels.ts';
import { officeSettingValue } from '../../words/office-settings.ts';
import {
  meetingPlanKindWords,
  occurrenceStatusOf,
  submissionStatusWords,
  submittersWords,
} from '../../words/planned.ts';
import { textOf } from '../editing/simple.ts';
import { readRegistry } from '../read-records.ts';

// What the registry holds, one record a row, in a stable order, under the names of docs/exports.md.

export const EXPORTS = [
  'initiatives',
  'plans',
  'tools',
  'statements',
  'indicators',
  'evaluations',
  'meetings',
  'deadlines',
  'history',
  'audit',
  'notices',
  'closed-days',
  'settings',
] as const;
export type ExportName = (typeof EXPORTS)[number];

type Row = Record<string, string | number | boolean | null | string[] | object>;

/** The rows of an export, and their columns in order. */
export interface Exported {
  columns: string[];
  rows: Row[];
}

type RowsOf = (records: RegistryRecords, registry: Registry) => Row[];

/** What several exports look up. */
interface Registry {
  area(id: string): string;
  areas(ids: readonly string[]): string[];
  source(id: string): string;
  versions: ReadonlyMap<string, number>;
  sections: ReadonlyMap<string, string>;
}

const fromRecords: Record<Exclude<ExportName, 'history' | 'audit' | 'notices'>, { columns: string[]; rows: RowsOf }> = {
  initiatives: {
    columns: [
      ...['id', 'area', 'scene', 'title', 'status', 'date', 'date_to', 'date_precision', 'fiscal_year', 'participants'],
      ...['place', 'memo', 'source_text', 'as_of', 'version', 'also_scenes', 'project_items', 'content', 'members'],
      ...['host', 'co_host', 'method', 'target', 'section', 'items', 'source', 'leads'],
    ],
    rows: ({ initiatives }, { area, source, versions, sections }) =>
      initiatives.map((row) => ({
        ...pick(row, ['id', 'scene', 'title', 'status', 'participants', 'memo', 'content', 'members', 'host']),
        ...pick(row, ['method', 'target']),
        area: area(row.areaId),
        ...days(row.date),
        fiscal_year: row.fiscalYear,
        place: row.location,
        source_text: row.sourceText,
        as_of: firstDay(row.asOf),
        version: versions.get(row.id) ?? 1,
        also_scenes: row.alsoScenes,
        project_items: row.projectItems,
        co_host: row.coHost,
        section: row.sectionId === null ? null : (sections.get(row.sectionId) ?? null),
        items: row.items.map((item) => pick(item, ['id', 'title', 'status', 'memo'])),
        source: source(row.sourceId),
        leads: row.leads && settingText('meetingLeads', row.leads),
      })),
  },
  plans: {
    columns: ['id', 'area', 'scene', 'period', 'vision', 'goal', 'stated', 'source', 'place', 'as_of'],
    rows: ({ plans }, { areas, source }) =>
      plans.map((row) => ({
        ...pick(row, ['id', 'scene', 'period', 'vision', 'goal', 'stated', 'place']),
        area: areas(row.areaIds).join('・'),
        source: source(row.sourceId),
        as_of: firstDay(row.asOf),
      })),
  },
  tools: {
    columns: [
      ...['id', 'name', 'kind', 'maker', 'area', 'role', 'access', 'contact', 'as_of', 'tool', 'name_here', 'link'],
      ...['terms', 'since', 'status', 'purpose', 'source', 'place'],
    ],
    rows: ({ tools, toolUses }, { areas, source }) => {
      const known = new Map(tools.map((tool) => [tool.id, tool]));
      return toolUses.flatMap((use) => {
        const tool = known.get(use.toolId);
        if (!tool) return [];
        const row = {
          ...pick(use, ['id', 'role', 'contact', 'link', 'terms', 'since', 'status', 'purpose', 'place']),
          name: tool.name,
          kind: tool.kind,
          maker: use.maker ?? tool.maker,
          access: use.access ?? use.ways.map((way) => accessWords[way].ja).join('・'),
          as_of: firstDay(use.asOf),
          tool: tool.id,
          name_here: use.name,
          source: source(use.sourceId),
        };
        return areas(use.areaIds).map((area) => ({ ...row, area }));
      });
    },
  },
  statements: {
    columns: [
      ...['id', 'areas', 'facet', 'status', 'text', 'topics', 'tools', 'source', 'place', 'as_of', 'scenes', 'when'],
      'numbers',
    ],
    rows: ({ statements, tools, toolUses }, { areas, source }) => {
      const names = new Map(tools.map((tool) => [tool.id, tool.name]));
      const cited = new Map<string, string[]>();
      for (const use of toolUses) {
        for (const id of use.statementIds) {
          const name = names.get(use.toolId) ?? use.name;
          const list = cited.get(id) ?? [];
          if (!list.includes(name)) cited.set(id, [...list, name]);
        }
      }
      return statements.map((row) => ({
        ...pick(row, ['id', 'facet', 'status', 'text', 'topics', 'place', 'scenes', 'when', 'numbers']),
        areas: areas(row.areaIds),
        tools: cited.get(row.id) ?? [],
        source: source(row.sourceId),
        as_of: firstDay(row.asOf),
      }));
    },
  },
  indicators: {
    columns: [
      ...['id', 'area', 'title', 'measure', 'unit', 'fiscal_year', 'kind', 'value', 'note', 'state', 'as_of'],
      ...['indicator', 'source'],
    ],
    rows: ({ indicators }, { area, source }) =>
      indicators.flatMap((row) =>
        row.values.map((value) => ({
          ...pick(value, ['id', 'kind', 'value', 'note', 'state']),
          ...pick(row, ['title', 'measure', 'unit']),
          area: area(row.areaId),
          fiscal_year: value.fiscalYear,
          as_of: firstDay(value.asOf ?? row.asOf),
          indicator: row.id,
          source: source(row.sourceId),
        })),
      ),
  },
  evaluations: {
    columns: [
      ...['id', 'area', 'scene', 'fiscal_year', 'rating', 'done', 'checked', 'changed', 'next_plan', 'state', 'as_of'],
      'source',
    ],
    rows: ({ evaluations }, { area, source }) =>
      evaluations.map((row) => ({
        ...pick(row, ['id', 'scene', 'rating']),
        area: area(row.areaId),
        fiscal_year: row.fiscalYear,
        done: textOf(row.done),
        checked: textOf(row.checked),
        changed: textOf(row.changed),
        next_plan: textOf(row.nextPlan),
        state: row.draft ? '案' : '確定',
        as_of: firstDay(row.asOf),
        source: source(row.sourceId),
      })),
  },
  meetings: {
    columns: [
      ...[
        'id',
        'area',
        'title',
        'date',
        'time',
        'place',
        'fiscal_year',
        'status',
        'owner',
        'date_to',
        'date_precision',
      ],
      ...['participants', 'reason', 'memo', 'link', 'kind', 'section', 'meeting'],
    ],
    rows: ({ meetingPlans, occurrences }, { areas, sections }) => {
      const plans = new Map(meetingPlans.map((plan) => [plan.id, plan]));
      return occurrences.flatMap((row) => {
        const plan = plans.get(row.planId);
        if (!plan) return [];
        return [
          {
            ...pick(row, ['id', 'participants', 'reason']),
            ...pick(plan, ['title', 'link']),
            ...days(row.date),
            area: areas(plan.areaIds).join('・'),
            time: row.time ?? plan.time,
            place: row.location ?? plan.location,
            fiscal_year: row.fiscalYear ?? yearOf(row.date) ?? plan.fiscalYear,
            status: occurrenceStatusOf(row.status, plan.kind).ja,
            owner: plan.inCharge,
            memo: row.memo ?? plan.memo,
            kind: meetingPlanKindWords[plan.kind].ja,
            section: plan.sectionId === null ? null : (sections.get(plan.sectionId) ?? null),
            meeting: plan.id,
          },
        ];
      });
    },
  },
  deadlines: {
    columns: [
      ...['id', 'area', 'title', 'date', 'fiscal_year', 'status', 'submitted_at', 'late_days', 'late_business_days'],
      ...['owner', 'date_to', 'date_precision', 'target_year', 'recipient', 'way', 'document_number', 'reason'],
      ...['date_confirmed', 'cancelled', 'submitted_by', 'section', 'deadline', 'submitters'],
    ],
    rows: ({ deadlines, submissions, closedDays, areas }, { area, sections }) => {
      const calendars = officeCalendars(closedDays, areas);
      const byId = new Map(deadlines.map((row) => [row.id, row]));
      const byBody = new Map(submissions.map((row) => [`${row.deadlineId} ${row.areaId}`, row]));
      return submissions.flatMap((asked) => {
        const deadline = byId.get(asked.deadlineId);
        if (!deadline) return [];
        // What a body submitted for its towns stands at each of them.
        const body = asked.status === 'open' ? byBody.get(`${asked.deadlineId} ${asked.coveredBy}`) : undefined;
        const row = body ?? asked;
        const due = row.ownDay ?? dueOf(deadline, calendars)?.day;
        return [
          {
            ...pick(deadline, ['title', 'recipient', 'cancelled']),
            ...pick(row, ['way', 'reason']),
            ...(due ? { date: due, date_to: null, date_precision: 'day' } : days(deadline.date)),
            id: asked.id,
            area: area(asked.areaId),
            fiscal_year: deadline.submissionYear,
            status: submissionStatusWords[row.status].ja,
            submitted_at: submittedAt(row),
            late_days: row.lateDays,
            late_business_days: row.lateBusinessDays,
            owner: deadline.inCharge,
            target_year: deadline.targetYear,
            document_number: row.documentNumber,
            date_confirmed: deadline.confirmed,
            submitted_by: asked.coveredBy === null ? null : area(asked.coveredBy),
            section: deadline.sectionId === null ? null : (sections.get(deadline.sectionId) ?? null),
            deadline: deadline.id,
            submitters: submittersWords[deadline.submitters].ja,
          },
        ];
      });
    },
  },
  'closed-days': {
    columns: ['id', 'office', 'kind', 'days', 'yearly', 'year_end'],
    rows: ({ closedDays }, { area }) =>
      closedDays.map(({ id, days: single, yearly, yearEnd }) => ({
        ...{ id, ...officeOf(id, area), days: single, yearly },
        year_end: yearEndText(yearEnd),
      })),
  },
  settings: {
    columns: ['id', 'office', 'kind', ...SETTINGS.map(columnOf)],
    rows: ({ officeSettings }, { area }) =>
      officeSettings.map((row) => ({
        ...{ id: row.id, ...officeOf(row.id, area) },
        ...Object.fromEntries(
          SETTINGS.map((name) => [columnOf(name), row[name] === null ? null : settingText(name, row[name])]),
        ),
      })),
  },
};

/** Numbers as numbers; what is a list as it stands in its form. */
const settingText = (name: SettingName, value: unknown): string | number | null =>
  typeof value === 'number' || name === 'managerHears'
    ? (value as string | number)
    : officeSettingValue(name, value, 'ja');

/** Whose an entry is: `prefecture`, `area` or `recipient`, and its name. */
function officeOf(id: string, area: Registry['area']): { office: string; kind: string } {
  const office = officeOfId(id);
  if (!office) return { office: id, kind: '' };
  return { office: office.kind === 'area' ? area(office.of) : office.of, kind: office.kind };
}

const yearEndText = (yearEnd: YearEnd): string | null =>
  yearEnd === null || yearEnd === 'open' ? yearEnd : `${yearEnd.from}/${yearEnd.to}`;

/** The fiscal year in which a date begins. */
function yearOf(date: string | null): string | null {
  const span = date === null ? null : readWrittenDate(date);
  return span && fiscalYearLabel(fiscalYearOf(span.from));
}

/** The day, or the instant where its hour is known. */
function submittedAt({ date, time }: Pick<SubmissionRow, 'date' | 'time'>): string | null {
  const day = days(date).date;
  return day && time ? `${day}T${time}:00.000+09:00` : day;
}

const HISTORY = ['at', 'user', 'user_name', 'via', 'action', 'record', 'reason', 'changes'];
const MORE_HISTORY = ['kind', 'version', 'in_stead', 'approved_by'];

/** Reads an export as the registry stands at one moment. */
export async function exportRows(prisma: Client, name: ExportName): Promise<Exported> {
  if (name === 'history')
    return { columns: [...HISTORY, ...MORE_HISTORY], rows: (await historyRows(prisma)).map(said) };
  if (name === 'audit') return auditRows(prisma);
  if (name === 'notices') return noticeRows(prisma);
  const { records } = await readRegistry(prisma);
  const { columns, rows } = fromRecords[name];
  return { columns, rows: rows(records, await registryOf(prisma, records)) };
}

async function registryOf(prisma: Client, { areas, sources }: RegistryRecords): Promise<Registry> {
  const names = new Map(areas.map((area) => [area.id, area.name]));
  const titles = new Map(sources.map((source) => [source.id, source.title]));
  const versions = await prisma.initiative.findMany({ select: { id: true, version: true } });
  const sections = await prisma.section.findMany({ select: { id: true, name: true } });
  const area = (id: string) => names.get(id) ?? id;
  return {
    area,
    areas: (ids) => ids.map(area),
    source: (id) => titles.get(id) ?? id,
    versions: new Map(versions.map(({ id, version }) => [id, version])),
    sections: new Map(sections.map(({ id, name }) => [id, name])),
  };
}

const historyRows = (prisma: Client) => prisma.history.findMany({ orderBy: { seq: 'asc' }, omit: { before: true } });

type Entry = Omit<History, 'before'>;

const said = (entry: Entry): Row => ({
  at: instant(entry.at),
  user: entry.user,
  user_name: entry.userName,
  via: entry.via,
  action: entry.action,
  record: entry.record,
  reason: entry.reason,
  changes: exportedChanges(entry.changes as Record<string, [unknown, unknown]>),
  kind: entry.kind,
  version: entry.version,
  in_stead: entry.inStead,
  approved_by: entry.approvedBy,
});

/** Everything saved and everything refused, oldest first. */
async function auditRows(prisma: Client): Promise<Exported> {
  const refusals = await prisma.refusal.findMany({ orderBy: { seq: 'asc' } });
  const rows = [
    ...(await historyRows(prisma)).map((entry) => ({ at: entry.at, row: { ...said(entry), result: 'saved' } })),
    ...refusals.map((refusal) => ({ at: refusal.at, row: refused(refusal) })),
  ];
  rows.sort((a, b) => a.at.getTime() - b.at.getTime());
  const columns = ['at', 'user', 'action', 'record', 'result', ...HISTORY.slice(2), ...MORE_HISTORY];
  return { columns: [...new Set(columns)], rows: rows.map(({ row }) => row) };
}

const refused = ({ at, user, action, record, result }: Refusal): Row => ({
  at: instant(at),
  user,
  action,
  record,
  result: `refused: ${result}`,
});

const NOTICES = [
  'record',
  'key',
  'due_at',
  'sent_at',
  'status',
  'late',
  'to',
  'channel',
  'kind',
  'area',
  'planned_at',
  'reason',
];

/** Every notice and what became of it, by the time when it was due. */
async function noticeRows(prisma: Client): Promise<Exported> {
  const areas = await prisma.area.findMany({ select: { id: true, name: true } });
  const names = new Map(areas.map(({ id, name }) => [id, name]));
  const notices = await prisma.notice.findMany({ orderBy: [{ dueAt: 'asc' }, { plannedAt: 'asc' }, { id: 'asc' }] });
  const rows = notices.map((notice) => ({
    ...pick(notice, ['key', 'status', 'late', 'to', 'channel', 'kind', 'reason']),
    record: notice.recordId,
    due_at: instant(notice.dueAt),
    sent_at: notice.sentAt && instant(notice.sentAt),
    area: notice.areaId === null ? null : (names.get(notice.areaId) ?? notice.areaId),
    planned_at: instant(notice.plannedAt),
  }));
  return { columns: NOTICES, rows };
}

/** Fields under the names of the exports' columns, days as the exports write them. */
function exportedChanges(changes: Record<string, [unknown, unknown]>): Record<string, [unknown, unknown]> {
  const day = (value: unknown) => {
    const span = typeof value === 'string' ? readWrittenDate(value) : null;
    return span?.precision === 'day' ? span.from : value;
  };
  const entries = Object.entries(changes).map(([field, [old, now]]) => {
    const isDay = field === 'date' || field === 'asOf';
    return [columnOf(field), isDay ? [day(old), day(now)] : [old, now]];
  });
  return Object.fromEntries(entries);
}

function columnOf(field: string): string {
  return field === 'location' ? 'place' : field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function pick<T extends object, const Names extends readonly (keyof T)[]>(
  row: T,
  names: Names,
): Pick<T, Names[number]> {
  return Object.fromEntries(names.map((name) => [name, row[name]])) as Pick<T, Names[number]>;
}

/** Office time, with its offset. */
function instant(at: Date): string {
  return `${new Date(at.getTime() + 9 * 3_600_000).toISOString().slice(0, -1)}+09:00`;
}
