import { isDeepStrictEqual } from 'node:util';
import { Prisma } from '../generated/prisma/client.ts';
import type { RecordKind, RowOf } from '../records/kinds.ts';
import { LAWFUL } from '../records/office-calendars.ts';
import { type ReplyAnswers, ROUND_COLUMNS } from '../records/survey-round.ts';
import { readWrittenDate } from '../records/written-dates.ts';
import { dueOf } from '../schedule/due.ts';
import { type AreaLinks, linkAreas } from './links.ts';

// How the rows of each kind go into their tables: many at a time, or one anew.

type Tx = Prisma.TransactionClient;

const ROWS_AT_ONCE = 5_000;

export interface Positioned<Row> {
  row: Row;
  position: number;
}

/** The part of a Prisma model that is used here, alike for all kinds. */
interface Model<Columns> {
  create(args: { data: Columns }): Promise<unknown>;
  update(args: { where: { id: string }; data: Columns }): Promise<unknown>;
  deleteMany(args: { where: object }): Promise<{ count: number }>;
  findMany(args: { where?: object; select: { id: true; version: true } }): Promise<{ id: string; version: number }[]>;
}

interface Parent {
  kind: RecordKind;
  id: string;
}

interface Definition<Row, Columns> {
  table: string;
  model: (tx: Tx) => unknown;
  columns: (row: Row, position: number) => Columns;
  /** Records that this one cannot be without. */
  parents?: (row: Row) => Parent[];
  /** What stands in other tables. */
  rest?: Rest<Row>;
  /** A filter for those that nothing refers to: only they can be taken out. */
  unused?: object;
}

interface Rest<Row> {
  /** That of one row. */
  of: (row: Row) => unknown;
  /** Writes it anew. */
  write: (tx: Tx, rows: readonly Row[]) => Promise<void>;
}

export interface Writer<Row> {
  table: string;
  /** Whether other records refer to these. */
  referredTo: boolean;
  parents(row: Row): Parent[];
  /** Adds rows; one that stands already, or whose place is taken by another, is left out. */
  insert(tx: Tx, rows: readonly Positioned<Row>[]): Promise<void>;
  /** Adds one record, which must not stand yet. */
  create(tx: Tx, row: Row, position: number): Promise<void>;
  /**
   * Writes a record anew; its version stays where none is given. `former`: as it stands, so that what it has in other
   * tables is written only where it changed.
   */
  update(tx: Tx, row: Row, position: number, version?: number, former?: Row): Promise<void>;
  /** Takes out those of `ids` that nothing refers to. */
  remove(tx: Tx, ids: readonly string[]): Promise<void>;
  /** The version of each record that stands, by id. */
  versions(tx: Tx): Promise<Map<string, number>>;
}

function writer<Row extends { id: string }, Columns extends object>(definition: Definition<Row, Columns>): Writer<Row> {
  const { columns, parents = () => [], rest, unused, table } = definition;
  const model = (tx: Tx) => definition.model(tx) as Model<Columns>;
  const versions = async (tx: Tx) =>
    new Map((await model(tx).findMany({ select: { id: true, version: true } })).map((row) => [row.id, row.version]));
  return {
    table,
    referredTo: unused !== undefined,
    parents,
    versions,
    async insert(tx, rows) {
      if (rows.length === 0) return;
      await insertRows(
        tx,
        table,
        rows.map(({ row, position }) => columns(row, position)),
      );
      if (!rest) return;
      const standing = await versions(tx);
      await rest.write(
        tx,
        rows.flatMap(({ row }) => (standing.has(row.id) ? [row] : [])),
      );
    },
    async create(tx, row, position) {
      await model(tx).create({ data: columns(row, position) });
      await rest?.write(tx, [row]);
    },
    async update(tx, row, position, version, former) {
      const data = { ...columns(row, position), ...(version === undefined ? {} : { version }) };
      await model(tx).update({ where: { id: row.id }, data });
      if (rest && !(former && isDeepStrictEqual(rest.of(former), rest.of(row)))) await rest.write(tx, [row]);
    },
    async remove(tx, ids) {
      if (ids.length > 0) await model(tx).deleteMany({ where: { id: { in: [...ids] }, ...unused } });
    },
  };
}

/** One statement for many rows, faster than createMany where they hold lists. Those that stand already are left out. */
async function insertRows(tx: Tx, table: string, rows: readonly object[]): Promise<void> {
  const name = Prisma.raw(`"${table}"`);
  const columns = new Set([...rows.flatMap((row) => Object.keys(row)), 'version']);
  const names = Prisma.raw([...columns].map((column) => `"${column}"`).join(', '));
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const part = rows.slice(from, from + ROWS_AT_ONCE).map((row) => ({ ...row, version: 1 }));
    await tx.$executeRaw`
      INSERT INTO ${name} (${names})
      SELECT ${names} FROM jsonb_populate_recordset(NULL::${name}, ${JSON.stringify(part, nullsAsSuch)}::jsonb)
      ON CONFLICT DO NOTHING`;
  }
}

/** A JSON column without a value, as SQL has it. */
const nullsAsSuch = (_column: string, value: unknown) => (value === Prisma.DbNull ? null : value);

const json = (value: readonly object[]) => value as unknown as Prisma.InputJsonValue;
const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
const aboutAreas = (table: AreaLinks): Rest<{ id: string; areaIds: string[] }> => ({
  of: ({ areaIds }) => areaIds,
  write: (tx, rows) => linkAreas(tx, table, rows),
});
const source = (row: { sourceId: string }): Parent => ({ kind: 'source', id: row.sourceId });
const ofSource = (row: { sourceId: string }) => [source(row)];
const ofSourceAndArea = (row: { sourceId: string; areaId: string }): Parent[] => [
  source(row),
  { kind: 'area', id: row.areaId },
];
const none = { none: {} };
/** No record names it as its source. */
const ofSources = {
  answers: none,
  statements: none,
  hubs: none,
  plans: none,
  initiatives: none,
  indicators: none,
  evaluations: none,
  toolUses: none,
  meetings: none,
  surveys: none,
};
/** No record names it as its area or its source. */
const unreferred = {
  ...ofSources,
  meetingPlans: none,
  deadlines: none,
  submissions: none,
  surveyRounds: none,
  surveyReplies: none,
};

/** By kind. */
export const writers: { [K in RecordKind]: Writer<RowOf[K]> } = {
  area: writer<RowOf['area'], Prisma.AreaCreateManyInput>({
    table: 'Area',
    model: (tx) => tx.area,
    columns: ({ covers: _covers, mayWriteFor: _may, mustSubmitFor: _must, ...row }, position) => ({ ...row, position }),
    rest: { of: ({ covers, mayWriteFor, mustSubmitFor }) => [covers, mayWriteFor, mustSubmitFor], write: relate },
    unused: { ...unreferred, relatedFrom: none },
  }),
  source: writer<RowOf['source'], Prisma.SourceCreateManyInput>({
    table: 'Source',
    model: (tx) => tx.source,
    columns: (row, position) => ({ ...row, position }),
    unused: ofSources,
  }),
  lexicon: writer<RowOf['lexicon'], Prisma.LexiconEntryCreateManyInput>({
    table: 'LexiconEntry',
    model: (tx) => tx.lexiconEntry,
    columns: (row, position) => ({ ...row, position }),
  }),
  tool: writer<RowOf['tool'], Prisma.ToolCreateManyInput>({
    table: 'Tool',
    model: (tx) => tx.tool,
    columns: (row, position) => ({ ...row, position }),
    unused: { uses: none },
  }),
  answer: writer<RowOf['answer'], Prisma.SurveyAnswerCreateManyInput>({
    table: 'SurveyAnswer',
    model: (tx) => tx.surveyAnswer,
    columns: ({ areaIds: _areas, ...row }, position) => ({ ...row, position }),
    parents: ofSource,
    rest: aboutAreas('_AreaToSurveyAnswer'),
  }),
  statement: writer<RowOf['statement'], Prisma.StatementCreateManyInput>({
    table: 'Statement',
    model: (tx) => tx.statement,
    columns: ({ areaIds: _areas, numbers, ...row }, position) => ({ ...row, numbers: json(numbers), position }),
    parents: ofSource,
    rest: aboutAreas('_AreaToStatement'),
  }),
  hub: writer<RowOf['hub'], Prisma.HubCreateManyInput>({
    table: 'Hub',
    model: (tx) => tx.hub,
    columns: ({ areaIds: _areas, ...row }, position) => ({ ...row, position }),
    parents: ofSource,
    rest: aboutAreas('_AreaToHub'),
  }),
  plan: writer<RowOf['plan'], Prisma.ScenePlanCreateManyInput>({
    table: 'ScenePlan',
    model: (tx) => tx.scenePlan,
    columns: ({ areaIds: _areas, ...row }, position) => ({ ...row, position }),
    parents: ofSource,
    rest: aboutAreas('_AreaToScenePlan'),
  }),
  toolUse: writer<RowOf['toolUse'], Prisma.ToolUseCreateManyInput>({
    table: 'ToolUse',
    model: (tx) => tx.toolUse,
    columns: ({ areaIds: _areas, statementIds: _statements, ...row }, position) => ({ ...row, position }),
    parents: (row) => [source(row), { kind: 'tool', id: row.toolId }],
    rest: {
      of: ({ areaIds, statementIds }) => [areaIds, statementIds],
      async write(tx, rows) {
        await linkAreas(tx, '_AreaToToolUse', rows);
        await linkStatements(tx, rows);
      },
    },
  }),
  initiative: writer<RowOf['initiative'], Prisma.InitiativeCreateManyInput>({
    table: 'Initiative',
    model: (tx) => tx.initiative,
    columns: ({ items: _items, numbers, leads = null, ...row }, position) => ({
      ...row,
      numbers: json(numbers),
      leads: orNull(leads),
      position,
    }),
    parents: ofSourceAndArea,
    rest: {
      of: ({ items }) => items,
      async write(tx, rows) {
        await tx.initiativeItem.deleteMany({ where: { initiativeId: { in: idsOf(rows) } } });
        const items = rows.flatMap((row) =>
          row.items.map((item, position) => ({ ...item, initiativeId: row.id, position })),
        );
        await tx.initiativeItem.createMany({ data: items });
      },
    },
  }),
  indicator: writer<RowOf['indicator'], Prisma.IndicatorCreateManyInput>({
    table: 'Indicator',
    model: (tx) => tx.indicator,
    columns: ({ values: _values, ...row }, position) => ({ ...row, position }),
    parents: ofSourceAndArea,
    unused: { values: none },
  }),
  value: writer<RowOf['value'], Prisma.IndicatorValueCreateManyInput>({
    table: 'IndicatorValue',
    model: (tx) => tx.indicatorValue,
    columns: (row, position) => ({ ...row, position }),
    parents: (row) => [{ kind: 'indicator', id: row.indicatorId }],
  }),
  evaluation: writer<RowOf['evaluation'], Prisma.EvaluationCreateManyInput>({
    table: 'Evaluation',
    model: (tx) => tx.evaluation,
    columns: (row, position) => ({
      ...row,
      done: json(row.done),
      checked: json(row.checked),
      changed: json(row.changed),
      nextPlan: json(row.nextPlan),
      position,
    }),
    parents: ofSourceAndArea,
  }),
  meeting: writer<RowOf['meeting'], Prisma.MeetingCreateManyInput>({
    table: 'Meeting',
    model: (tx) => tx.meeting,
    columns: ({ areaIds: _areas, ...row }, position) => ({ ...row, position }),
    parents: ofSource,
    rest: aboutAreas('_AreaToMeeting'),
  }),
  survey: writer<RowOf['survey'], Prisma.SurveyCreateManyInput>({
    table: 'Survey',
    model: (tx) => tx.survey,
    columns: ({ areaIds: _areas, ...row }, position) => ({ ...row, position }),
    parents: ofSource,
    rest: aboutAreas('_AreaToSurvey'),
  }),
  meetingPlan: writer<RowOf['meetingPlan'], Prisma.MeetingPlanCreateManyInput>({
    table: 'MeetingPlan',
    model: (tx) => tx.meetingPlan,
    columns: ({ areaIds: _areas, handover, ...row }, position) => ({
      ...row,
      handover: orNull(handover),
      recurrence: row.recurrence as Prisma.InputJsonValue,
      leads: orNull(row.leads),
      position,
    }),
    rest: aboutAreas('_AreaToMeetingPlan'),
  }),
  occurrence: writer<RowOf['occurrence'], Prisma.OccurrenceCreateManyInput>({
    table: 'Occurrence',
    model: (tx) => tx.occurrence,
    columns: ({ change, ...row }, position) => ({
      ...row,
      day: firstDayOf(row.date),
      change: orNull(change),
      position,
    }),
    parents: (row) => [{ kind: 'meetingPlan', id: row.planId }],
  }),
  deadline: writer<RowOf['deadline'], Prisma.DeadlineCreateManyInput>({
    table: 'Deadline',
    model: (tx) => tx.deadline,
    columns: ({ areaIds, handover, event, change, ...row }, position) => ({
      ...row,
      // For order alone; closed days that somebody entered are read with the deadline.
      day: dueOf({ ...row, event, areaIds }, LAWFUL)?.day ?? firstDayOf(row.date),
      handover: orNull(handover),
      event: orNull(event),
      chain: json(row.chain),
      leads: orNull(row.leads),
      change: orNull(change),
      position,
    }),
    rest: aboutAreas('_AreaToDeadline'),
  }),
  submission: writer<RowOf['submission'], Prisma.SubmissionCreateManyInput>({
    table: 'Submission',
    model: (tx) => tx.submission,
    columns: ({ change, ...row }, position) => ({ ...row, change: orNull(change), position }),
    parents: (row) => [
      { kind: 'deadline', id: row.deadlineId },
      { kind: 'area', id: row.areaId },
    ],
  }),
  surveyRound: writer<RowOf['surveyRound'], Prisma.SurveyRoundCreateManyInput>({
    table: 'SurveyRound',
    model: (tx) => tx.surveyRound,
    columns: ({ areaIds: _areas, groups, slots, published, ...row }, position) => ({
      ...row,
      groups: groups as Prisma.InputJsonValue,
      slots: json(slots),
      published: orNull(published),
      position,
    }),
    parents: (row) => [{ kind: 'deadline', id: row.deadlineId }],
    rest: aboutAreas('_AreaToSurveyRound'),
  }),
  surveyReply: writer<RowOf['surveyReply'], Prisma.SurveyReplyCreateManyInput>({
    table: 'SurveyReply',
    model: (tx) => tx.surveyReply,
    columns: ({ id, roundId, status, way, reason, ownDay, slot, begunAt, sentAt, decidedAt, ...rest }, position) => ({
      ...{ id, roundId, status, way, reason, ownDay, slot, begunAt, sentAt, decidedAt, position },
      cells: cellsOf(rest) as Prisma.InputJsonValue,
    }),
    parents: (row) => [{ kind: 'surveyRound', id: row.roundId }],
    rest: aboutAreas('_AreaToSurveyReply'),
  }),
  closedDays: writer<RowOf['closedDays'], Prisma.OfficeClosureCreateManyInput>({
    table: 'OfficeClosure',
    model: (tx) => tx.officeClosure,
    columns: ({ yearEnd, ...row }, position) => ({
      ...row,
      yearEnd: yearEnd === null ? Prisma.DbNull : yearEnd,
      position,
    }),
  }),
  officeSettings: writer<RowOf['officeSettings'], Prisma.OfficeSettingCreateManyInput>({
    table: 'OfficeSetting',
    model: (tx) => tx.officeSetting,
    columns: ({ id, ...settings }, position) => ({ id, settings: settings as Prisma.InputJsonValue, position }),
  }),
};

/** The columns that are answered. */
const cellsOf = (cells: ReplyAnswers): Partial<ReplyAnswers> =>
  Object.fromEntries(ROUND_COLUMNS.flatMap((column) => (cells[column] === null ? [] : [[column, cells[column]]])));

const orNull = (value: object | null) => (value === null ? Prisma.DbNull : (value as Prisma.InputJsonValue));
const firstDayOf = (date: string | null): string | null =>
  date === null ? null : (readWrittenDate(date)?.from ?? null);

/** Says anew what each area covers, may write for and must submit for. */
async function relate(tx: Tx, rows: readonly RowOf['area'][]): Promise<void> {
  await tx.areaRelation.deleteMany({ where: { fromId: { in: idsOf(rows) } } });
  const standing = new Set(idsOf(await tx.area.findMany({ select: { id: true } })));
  const data = rows.flatMap((row) =>
    (['covers', 'mayWriteFor', 'mustSubmitFor'] as const).flatMap((kind) =>
      row[kind].filter((toId) => standing.has(toId)).map((toId) => ({ fromId: row.id, toId, kind })),
    ),
  );
  await tx.areaRelation.createMany({ data });
}

/** Says anew which statements speak of each use, in order. A statement that the registry does not have is left out. */
async function linkStatements(tx: Tx, rows: readonly RowOf['toolUse'][]): Promise<void> {
  await tx.toolUseStatement.deleteMany({ where: { toolUseId: { in: idsOf(rows) } } });
  const links = rows.flatMap((row) => row.statementIds.map((statementId) => ({ toolUseId: row.id, statementId })));
  const found = await tx.statement.findMany({
    where: { id: { in: links.map(({ statementId }) => statementId) } },
    select: { id: true },
  });
  const standing = new Set(idsOf(found));
  await tx.toolUseStatement.createMany({
    data: links.flatMap((link, position) => (standing.has(link.statementId) ? [{ ...link, position }] : [])),
  });
}

/** Puts the records into this order; their content and version stay. */
export async function reorder(
  tx: Tx,
  table: string,
  ids: readonly string[],
  positions: readonly number[],
): Promise<void> {
  const name = Prisma.raw(`"${table}"`);
  await tx.$executeRaw`
    UPDATE ${name} AS record SET "position" = moved.position
    FROM unnest(${[...ids]}::text[], ${[...positions]}::int[]) AS moved(id, position)
    WHERE record."id" = moved.id AND record."position" <> moved.position`;
}
