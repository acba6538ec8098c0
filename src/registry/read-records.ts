import { z } from 'zod';
import type { Prisma as Client } from '../database/open.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import type { RecordKind, RowOf } from '../records/kinds.ts';
import { LeadTime } from '../records/lead-time.ts';
import { ClosedDaysRow } from '../records/office-calendars.ts';
import { OfficeSettingsRow } from '../records/office-settings.ts';
import { DeadlineRow, MeetingPlanRow, OccurrenceRow, SubmissionRow } from '../records/planned.ts';
import type { IndicatorValueRow, RegistryRecords } from '../records/rows.ts';
import { NEW_REPLY, SurveyReplyRow, SurveyRoundRow } from '../records/survey-round.ts';
import {
  AccessWay,
  Facet,
  HubMode,
  InitiativeStatus,
  MeetingKind,
  MeetingStatus,
  ProjectItem,
  Scene,
  Stated,
  StatementStatus,
  ToolKind,
  ToolRole,
  ValueKind,
} from '../records/vocabulary.ts';
import { type AreaLinks, areasOf } from './links.ts';

/** A record in the database that this program cannot read; names the record and what is wrong with it. */
export class UnreadableRecord extends Error {
  override name = 'UnreadableRecord';
}

type Db = Prisma.TransactionClient;
type Ids = readonly string[] | undefined;

const READ_TIMEOUT_MS = 120_000;

const Numbers = z.array(
  z.object({ of: z.string(), value: z.number(), unit: z.string(), kind: ValueKind, note: z.string().nullable() }),
);
const Bullets = z.array(z.object({ text: z.string(), en: z.string() }));
const Facets = z.array(Facet);
const Scenes = z.array(Scene);
const Ways = z.array(AccessWay);
const ProjectItems = z.array(ProjectItem);
const AnsweredFacet = z.union([Facet, z.literal('vision')]);
const SourceState = z.enum(['confirmed', 'draft']);
const Weight = z.enum(['strong', 'medium', 'weak']);

/** What the database keeps as text or JSON, as what it is. */
function parsed<T>(schema: z.ZodType<T>, value: unknown, id: string, field: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new UnreadableRecord(`record ${id}, ${[field, ...(issue?.path ?? [])].join('.')}: ${issue?.message}`);
}

const BY_POSITION = [{ position: 'asc' as const }, { id: 'asc' as const }];
const chosen = (ids: Ids) => ({ where: ids ? { id: { in: [...ids] } } : {}, orderBy: BY_POSITION });
/** Without what its maker took back. */
const standing = (ids: Ids) => ({ ...chosen(ids), where: { ...chosen(ids).where, withdrawn: false } });

/** The bookkeeping columns, which the records themselves do not show. */
function plain<T extends { version?: number; position: number }>(row: T): Omit<T, 'version' | 'position'> {
  const { version: _version, position: _position, ...rest } = row;
  return rest;
}

async function withAreas<T extends { id: string; version: number; position: number }>(
  db: Db,
  table: AreaLinks,
  ids: Ids,
  rows: T[],
): Promise<(Omit<T, 'version' | 'position'> & { id: string; areaIds: string[] })[]> {
  const areas = await areasOf(db, table, ids);
  return rows.map((row) => ({ ...plain(row), id: row.id, areaIds: areas.get(row.id) ?? [] }));
}

/** By kind: reads all records, or those of `ids`, in the order of the registry. */
export const readers: { [K in RecordKind]: (db: Db, ids?: Ids) => Promise<RowOf[K][]> } = {
  area: async (db, ids) => {
    const rows = await db.area.findMany({
      ...chosen(ids),
      include: { relations: { orderBy: [{ to: { position: 'asc' } }, { toId: 'asc' }] } },
    });
    return rows.map(({ relations, channel: _channel, ...row }) => {
      const towards = (kind: string) => relations.filter((other) => other.kind === kind).map((other) => other.toId);
      return {
        ...plain(row),
        covers: towards('covers'),
        mayWriteFor: towards('mayWriteFor'),
        mustSubmitFor: towards('mustSubmitFor'),
      };
    });
  },
  source: async (db, ids) => {
    const rows = await db.source.findMany(chosen(ids));
    return rows.map((row) => ({ ...plain(row), state: parsed(SourceState, row.state, row.id, 'state') }));
  },
  lexicon: async (db, ids) => {
    const rows = await db.lexiconEntry.findMany(chosen(ids));
    return rows.map((row) => ({ ...plain(row), weight: parsed(Weight, row.weight, row.id, 'weight') }));
  },
  tool: async (db, ids) => {
    const rows = await db.tool.findMany(standing(ids));
    return rows.map(({ withdrawn: _withdrawn, ...row }) => ({
      ...plain(row),
      kind: parsed(ToolKind, row.kind, row.id, 'kind'),
    }));
  },
  answer: async (db, ids) => {
    const rows = await withAreas(db, '_AreaToSurveyAnswer', ids, await db.surveyAnswer.findMany(chosen(ids)));
    return rows.map((row) => ({
      ...row,
      facet: parsed(AnsweredFacet, row.facet, row.id, 'facet'),
      stated: parsed(Stated, row.stated, row.id, 'stated'),
    }));
  },
  statement: async (db, ids) => {
    const rows = await withAreas(db, '_AreaToStatement', ids, await db.statement.findMany(chosen(ids)));
    return rows.map((row) => ({
      ...row,
      facet: parsed(Facet, row.facet, row.id, 'facet'),
      status: parsed(StatementStatus, row.status, row.id, 'status'),
      also: parsed(Facets, row.also, row.id, 'also'),
      scenes: parsed(Scenes, row.scenes, row.id, 'scenes'),
      numbers: parsed(Numbers, row.numbers, row.id, 'numbers'),
    }));
  },
  hub: async (db, ids) => {
    const rows = await withAreas(db, '_AreaToHub', ids, await db.hub.findMany(standing(ids)));
    return rows.map(({ withdrawn: _withdrawn, ...row }) => ({
      ...row,
      mode: parsed(HubMode, row.mode, row.id, 'mode'),
    }));
  },
  plan: async (db, ids) => {
    const rows = await withAreas(db, '_AreaToScenePlan', ids, await db.scenePlan.findMany(chosen(ids)));
    return rows.map((row) => ({
      ...row,
      scene: parsed(Scene, row.scene, row.id, 'scene'),
      stated: parsed(Stated, row.stated, row.id, 'stated'),
    }));
  },
  toolUse: async (db, ids) => {
    const { where, orderBy } = chosen(ids);
    const uses = await db.toolUse.findMany({ where: { ...where, tool: { withdrawn: false } }, orderBy });
    const rows = await withAreas(db, '_AreaToToolUse', ids, uses);
    const statements = await statementsOf(db, ids);
    return rows.map((row) => ({
      ...row,
      role: parsed(ToolRole, row.role, row.id, 'role'),
      ways: parsed(Ways, row.ways, row.id, 'ways'),
      status: parsed(StatementStatus, row.status, row.id, 'status'),
      statementIds: statements.get(row.id) ?? [],
    }));
  },
  initiative: async (db, ids) => {
    const rows = await db.initiative.findMany({ ...chosen(ids), include: { items: { orderBy: BY_POSITION } } });
    return rows.map(({ items, ...row }) => ({
      ...plain(row),
      scene: parsed(Scene, row.scene, row.id, 'scene'),
      alsoScenes: parsed(Scenes, row.alsoScenes, row.id, 'alsoScenes'),
      status: parsed(InitiativeStatus, row.status, row.id, 'status'),
      projectItems: parsed(ProjectItems, row.projectItems, row.id, 'projectItems'),
      numbers: parsed(Numbers, row.numbers, row.id, 'numbers'),
      leads: parsed(z.array(LeadTime).nullable(), row.leads, row.id, 'leads'),
      items: items.map(({ initiativeId: _initiative, ...item }) => ({
        ...plain(item),
        status: parsed(InitiativeStatus, item.status, item.id, 'status'),
      })),
    }));
  },
  indicator: async (db, ids) => {
    const rows = await db.indicator.findMany({ ...chosen(ids), include: { values: { orderBy: BY_POSITION } } });
    return rows.map(({ values, ...row }) => ({
      ...plain(row),
      scene: parsed(Scene.nullable(), row.scene, row.id, 'scene'),
      values: values.map(({ indicatorId: _indicator, ...value }) => valueRow(value)),
    }));
  },
  value: async (db, ids) => {
    const rows = await db.indicatorValue.findMany(chosen(ids));
    return rows.map((row) => ({ ...valueRow(row), indicatorId: row.indicatorId }));
  },
  evaluation: async (db, ids) => {
    const rows = await db.evaluation.findMany(chosen(ids));
    return rows.map((row) => ({
      ...plain(row),
      scene: parsed(Scene, row.scene, row.id, 'scene'),
      done: parsed(Bullets, row.done, row.id, 'done'),
      checked: parsed(Bullets, row.checked, row.id, 'checked'),
      changed: parsed(Bullets, row.changed, row.id, 'changed'),
      nextPlan: parsed(Bullets, row.nextPlan, row.id, 'nextPlan'),
    }));
  },
  meeting: async (db, ids) => {
    const rows = await withAreas(db, '_AreaToMeeting', ids, await db.meeting.findMany(standing(ids)));
    return rows.map(({ withdrawn: _withdrawn, ...row }) => ({
      ...row,
      kind: parsed(MeetingKind, row.kind, row.id, 'kind'),
      status: parsed(MeetingStatus, row.status, row.id, 'status'),
    }));
  },
  survey: async (db, ids) => {
    const rows = await withAreas(db, '_AreaToSurvey', ids, await db.survey.findMany(standing(ids)));
    return rows.map(({ withdrawn: _withdrawn, ...row }) => ({
      ...row,
      status: parsed(MeetingStatus, row.status, row.id, 'status'),
    }));
  },
  meetingPlan: async (db, ids) => {
    const rows = await withAreas(db, '_AreaToMeetingPlan', ids, await db.meetingPlan.findMany(chosen(ids)));
    return rows.map((row) => parsed(MeetingPlanRow, row, row.id, 'meeting'));
  },
  occurrence: async (db, ids) => {
    const rows = await db.occurrence.findMany({ ...chosen(ids), orderBy: [{ day: 'asc' }, { id: 'asc' }] });
    return rows.map(({ day: _day, ...row }) => parsed(OccurrenceRow, dated(plain(row)), row.id, 'occurrence'));
  },
  deadline: async (db, ids) => {
    const rows = await withAreas(db, '_AreaToDeadline', ids, await db.deadline.findMany(chosen(ids)));
    return rows.map(({ day: _day, ...row }) => parsed(DeadlineRow, dated(row), row.id, 'deadline'));
  },
  submission: async (db, ids) => {
    const rows = await db.submission.findMany({
      ...chosen(ids),
      orderBy: [{ area: { position: 'asc' } }, { id: 'asc' }],
    });
    return rows.map((row) => parsed(SubmissionRow, dated(plain(row)), row.id, 'submission'));
  },
  surveyRound: async (db, ids) => {
    const rows = await withAreas(db, '_AreaToSurveyRound', ids, await db.surveyRound.findMany(chosen(ids)));
    return rows.map((row) => parsed(SurveyRoundRow, row, row.id, 'survey round'));
  },
  surveyReply: async (db, ids) => {
    const rows = await withAreas(db, '_AreaToSurveyReply', ids, await db.surveyReply.findMany(chosen(ids)));
    return rows.map(({ cells, begunAt, sentAt, decidedAt, ...row }) => {
      const at = { begunAt: isoOf(begunAt), sentAt: isoOf(sentAt), decidedAt: isoOf(decidedAt) };
      return parsed(SurveyReplyRow, { ...NEW_REPLY, ...Object(cells), ...row, ...at }, row.id, 'survey reply');
    });
  },
  closedDays: async (db, ids) => {
    const rows = await db.officeClosure.findMany(chosen(ids));
    return rows.map((row) => parsed(ClosedDaysRow, row, row.id, 'closedDays'));
  },
  officeSettings: async (db, ids) => {
    const rows = await db.officeSetting.findMany(chosen(ids));
    return rows.map(({ id, settings }) => parsed(OfficeSettingsRow, { ...Object(settings), id }, id, 'officeSettings'));
  },
};

const isoOf = (instant: Date | null) => instant?.toISOString() ?? null;

/** Instants in ISO 8601. */
const dated = <T extends { since: Date | null }>(row: T) => ({ ...row, since: isoOf(row.since) });

type StoredValue = Omit<IndicatorValueRow, 'kind'> & { kind: string };

const valueRow = ({ id, fiscalYear, kind, value, state, note, asOf }: StoredValue): IndicatorValueRow => ({
  id,
  fiscalYear,
  kind: parsed(ValueKind, kind, id, 'kind'),
  value,
  state,
  note,
  asOf,
});

/** The statements of each tool's use, in order. */
async function statementsOf(db: Db, ids: Ids): Promise<Map<string, string[]>> {
  const links = await db.toolUseStatement.findMany({
    where: ids ? { toolUseId: { in: [...ids] } } : {},
    orderBy: [{ position: 'asc' }, { statementId: 'asc' }],
  });
  const found = new Map<string, string[]>();
  for (const { toolUseId, statementId } of links) {
    const list = found.get(toolUseId);
    if (list) list.push(statementId);
    else found.set(toolUseId, [statementId]);
  }
  return found;
}

export interface ReadRegistry {
  records: RegistryRecords;
  /** The last change that the records hold. */
  seq: bigint;
}

/** Reads the whole registry as it stands at one moment. Throws `UnreadableRecord`. */
export async function readRegistry(prisma: Client): Promise<ReadRegistry> {
  return prisma.$transaction(
    async (tx) => {
      const last = await tx.change.aggregate({ _max: { seq: true } });
      const records: RegistryRecords = {
        areas: await readers.area(tx),
        sources: await readers.source(tx),
        tools: await readers.tool(tx),
        lexicon: await readers.lexicon(tx),
        answers: await readers.answer(tx),
        statements: await readers.statement(tx),
        hubs: await readers.hub(tx),
        plans: await readers.plan(tx),
        toolUses: await readers.toolUse(tx),
        initiatives: await readers.initiative(tx),
        indicators: await readers.indicator(tx),
        evaluations: await readers.evaluation(tx),
        meetings: await readers.meeting(tx),
        surveys: await readers.survey(tx),
        meetingPlans: await readers.meetingPlan(tx),
        occurrences: await readers.occurrence(tx),
        deadlines: await readers.deadline(tx),
        submissions: await readers.submission(tx),
        surveyRounds: await readers.surveyRound(tx),
        surveyReplies: await readers.surveyReply(tx),
        closedDays: await readers.closedDays(tx),
        officeSettings: await readers.officeSettings(tx),
      };
      return { records, seq: last._max.seq ?? 0n };
    },
    { isolationLevel: 'RepeatableRead', timeout: READ_TIMEOUT_MS },
  );
}
