import { prefixOf } from '../../records/answer-statements.ts';
import type { RecordKind } from '../../records/kinds.ts';
import type { SourceRow, StatementRow } from '../../records/rows.ts';
import {
  ANSWERED_STATUSES,
  type Published,
  replyIds,
  type SurveyReplyRow,
  type SurveyRoundRow,
} from '../../records/survey-round.ts';
import { SurveyYears } from '../../records/survey-years.ts';
import type { Tx } from '../editing/editor.ts';
import { newId } from '../editing/new-id.ts';
import { positionAt } from '../editing/position.ts';
import { formerOf } from '../history.ts';
import { readers } from '../read-records.ts';
import { writers } from '../write-records.ts';
import { type ChangedSince, type Sheet, type StandingRows, sheetOf } from './survey-sheet.ts';

// Closing a round publishes what was answered, as a source of its own beside the former year's: all of it in one
// transaction, and nothing that somebody changed since is lost.

/** Publishes the answered replies of a round. Areas that did not answer keep what was last said of them. */
export async function publishRound(tx: Tx, round: SurveyRoundRow, now: Date): Promise<Published> {
  const replies = await answeredIn(tx, round);
  const standing = await standingRows(tx);
  const areas = await readers.area(tx);
  const source = sourceOf(round, areas.find(({ id }) => id === round.areaIds[0])?.prefecture ?? '');
  const publishing = {
    source,
    columns: round.columns,
    standing,
    sheets: new Set(standing.answers.map(({ id }) => prefixOf(id))),
    tools: await readers.tool(tx),
    areaName: (id: string) => areas.find((area) => area.id === id)?.name ?? id,
  };
  const position = positionAt(now);
  await writers.source.insert(tx, [{ row: source, position }]);
  const replaced = new Map<string, string[]>();
  const sheets: Sheet[] = [];
  for (const [at, reply] of replies.entries()) {
    const sheet = sheetOf(reply, at + 1, await changedSince(tx, reply, standing), publishing);
    sheets.push(sheet);
    for (const [id, areaIds] of sheet.replaced) replaced.set(id, [...(replaced.get(id) ?? []), ...areaIds]);
  }
  for (const [kind, list] of PUBLISHED) await insertAll(tx, kind, sheets, list, position);
  return { sourceId: source.id, at: now.toISOString(), replaced: Object.fromEntries(replaced) };
}

/** What a sheet consists of, parents before what refers to them. */
const PUBLISHED = [
  ['answer', 'answers'],
  ['statement', 'statements'],
  ['hub', 'hubs'],
  ['plan', 'plans'],
  ['toolUse', 'toolUses'],
] as const satisfies readonly (readonly [RecordKind, keyof StandingRows])[];

async function insertAll(
  tx: Tx,
  kind: (typeof PUBLISHED)[number][0],
  sheets: readonly Sheet[],
  list: keyof StandingRows,
  position: number,
): Promise<void> {
  const writer = writers[kind] as { insert(tx: Tx, rows: { row: unknown; position: number }[]): Promise<void> };
  const rows = sheets.flatMap((sheet) => sheet[list] as readonly unknown[]);
  await writer.insert(
    tx,
    rows.map((row, at) => ({ row, position: position + at })),
  );
}

/** The areas whose records somebody changed after their reply was sent in: by area, as closing would carry it over. */
export async function changedAreas(tx: Tx, roundId: string): Promise<string[]> {
  const [round] = await readers.surveyRound(tx, [roundId]);
  if (!round) return [];
  const standing = await standingRows(tx);
  const changed: string[] = [];
  for (const reply of await answeredIn(tx, round)) {
    const { statements, records } = await changedSince(tx, reply, standing);
    if (statements.length + records.size > 0) changed.push(...reply.areaIds);
  }
  return changed;
}

/** Takes out what a round published. */
export async function unpublish(tx: Tx, sourceId: string): Promise<void> {
  for (const [kind] of [...PUBLISHED].reverse()) await writers[kind].remove(tx, await idsUnder(tx, kind, sourceId));
  await writers.source.remove(tx, [sourceId]);
}

/** Whether somebody changed a record since its round published it. */
export async function isTouched(tx: Tx, sourceId: string): Promise<boolean> {
  return (await tx.history.count({ where: { record: { startsWith: `${sourceId}.` } } })) > 0;
}

async function idsUnder(tx: Tx, kind: (typeof PUBLISHED)[number][0], sourceId: string): Promise<string[]> {
  const versions = await writers[kind].versions(tx);
  return [...versions.keys()].filter((id) => id.startsWith(`${sourceId}.`));
}

function sourceOf({ title, fiscalYear, referenceDate }: SurveyRoundRow, prefecture: string): SourceRow {
  return {
    id: `survey-${fiscalYear.toLowerCase()}-${newId()}`,
    title,
    publisher: prefecture,
    kind: 'survey',
    asOf: referenceDate,
    fiscalYear,
    state: 'confirmed',
    note: null,
  };
}

/** The replies that are published, in the order of the sheets. */
async function answeredIn(tx: Tx, round: SurveyRoundRow): Promise<SurveyReplyRow[]> {
  const all = await readers.surveyReply(tx, replyIds(round));
  return all.filter(({ status }) => ANSWERED_STATUSES.includes(status));
}

/** The records as they hold now, each for its areas. */
async function standingRows(tx: Tx): Promise<StandingRows> {
  const years = new SurveyYears(await readers.surveyRound(tx));
  return {
    answers: years.standing(await readers.answer(tx)),
    statements: years.standing(await readers.statement(tx)),
    hubs: years.standing(await readers.hub(tx)),
    plans: years.standing(await readers.plan(tx)),
    toolUses: years.standing(await readers.toolUse(tx)),
  };
}

/** What people changed of what stands for a reply's areas after it was sent in. */
async function changedSince(tx: Tx, reply: SurveyReplyRow, standing: StandingRows): Promise<ChangedSince> {
  const isMine = ({ areaIds }: { areaIds: readonly string[] }) => areaIds.some((id) => reply.areaIds.includes(id));
  const answers = standing.answers.filter(isMine).map(({ id }) => id);
  const others = [...standing.hubs, ...standing.plans].filter(isMine).map(({ id }) => id);
  const entries = await tx.history.findMany({
    where: { record: { in: [...answers, ...others] }, at: { gt: new Date(reply.sentAt ?? 0) } },
    orderBy: { seq: 'asc' },
  });
  const first = new Map(entries.toReversed().map((entry) => [entry.record, entry]));
  const statements = answers.flatMap((id) => {
    const entry = first.get(id);
    if (!entry) return [];
    const state = formerOf(entry)?.state as { parts: StatementRow[] } | undefined;
    const before = new Map(state?.parts.map((part) => [part.id, part]));
    const isSame = (row: StatementRow) =>
      before.get(row.id)?.text === row.text && before.get(row.id)?.status === row.status;
    return standing.statements.filter(
      (row) => row.id.startsWith(`${prefixOf(id)}.`) && id.endsWith(`.answer-${row.facet}`) && !isSame(row),
    );
  });
  return { statements, records: new Set(others.filter((id) => first.has(id))) };
}
