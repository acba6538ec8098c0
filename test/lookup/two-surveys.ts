import { calendarDate } from '../../src/calendar/calendar-date.ts';
import type { Answer } from '../../src/lookup/answer.ts';
import type { Asker } from '../../src/lookup/asker.ts';
import { Lookup } from '../../src/lookup/lookup.ts';
import type { RegistryRecords, StatementRow } from '../../src/records/rows.ts';
import { NEW_REPLY, type SurveyRoundRow } from '../../src/records/survey-round.ts';
import { readShippedRecords } from '../../src/registry/files/shipped-records.ts';

// The shipped survey and a second one a year later, published from a round: as the first but for what a test changes.

const FORMER = 'mie-survey-2025';
const NOW = 'survey-r8-test';
/** A town that did not answer the second one, and one whose answer the prefecture entered. */
export const SILENT = 'taiki';
export const IN_STEAD = 'komono';

export const TODAY = calendarDate(2026, 12, 20) ?? fail();

/** How a statement of the second survey differs; null: it is gone. */
export type Edit = (row: StatementRow) => StatementRow | null;

export async function twoSurveys(edit: Edit, more: readonly StatementRow[] = []): Promise<Lookup> {
  const records = await readShippedRecords();
  const source = { ...(records.sources.find(({ id }) => id === FORMER) ?? fail()) };
  Object.assign(source, { id: NOW, title: '市町取組状況調査（令和8年度）', asOf: '令和8年11月1日', fiscalYear: 'R8' });
  const isAsked = ({ id, areaIds }: { id: string; areaIds: string[] }) =>
    id.startsWith(`${FORMER}.`) && !areaIds.includes(SILENT);
  const anew = <Row extends { id: string; areaIds: string[] }>(rows: readonly Row[]): Row[] =>
    rows.filter(isAsked).map((row) => ({ ...row, id: idNow(row.id), sourceId: NOW, asOf: source.asOf }));
  const statements = anew(records.statements).flatMap((row) => edit(row) ?? []);
  const kept = new Set(statements.map(({ id }) => id));
  // A use that no statement speaks of was not asked for.
  const cited = records.toolUses.filter(({ statementIds }) => statementIds.length > 0);
  const uses = anew(cited).map((use) => ({ ...use, statementIds: use.statementIds.map(idNow) }));
  const round = roundOf(
    records,
    [...records.answers, ...records.statements, ...records.hubs, ...records.plans, ...cited].filter(isAsked),
  );
  const second: RegistryRecords = {
    ...records,
    sources: [...records.sources, source],
    answers: [...records.answers, ...anew(records.answers)],
    statements: [...records.statements, ...statements, ...more],
    hubs: [...records.hubs, ...anew(records.hubs)],
    plans: [...records.plans, ...anew(records.plans)],
    toolUses: [...records.toolUses, ...uses.filter((use) => use.statementIds.some((id) => kept.has(id)))],
    surveyRounds: [round],
    surveyReplies: round.groups.map((areaIds) => ({
      ...NEW_REPLY,
      id: `${round.id}.${areaIds.join('-')}`,
      roundId: round.id,
      areaIds,
      status: areaIds.includes(SILENT) ? 'none' : 'accepted',
      way: areaIds.includes(IN_STEAD) ? 'in-stead' : 'chat',
      begunAt: null,
      sentAt: null,
      decidedAt: null,
    })),
  };
  return new Lookup(second, { homePrefecture: '三重県' });
}

function roundOf({ answers }: RegistryRecords, rows: readonly { id: string; areaIds: string[] }[]): SurveyRoundRow {
  const groups = [...new Map(answers.map(({ areaIds }) => [areaIds.join(), areaIds])).values()];
  return {
    ...{ id: 'round', title: '市町取組状況調査（令和8年度）', fiscalYear: 'R8', referenceDate: '令和8年11月1日' },
    ...{ columns: ['acp'], groups, deadlineId: 'due', slots: [], state: 'closed', areaIds: groups.flat() },
    published: {
      sourceId: NOW,
      at: '2026-12-10T00:00:00.000Z',
      replaced: Object.fromEntries(rows.map(({ id, areaIds }) => [id, areaIds])),
    },
  };
}

const idNow = (id: string) => id.replace(FORMER, NOW);

/** A statement that the second survey has beside those of the first. */
export const said = (areaId: string, place: string, more: Partial<StatementRow>): StatementRow => ({
  ...{ id: `${NOW}.${areaId}.ict-90`, sourceId: NOW, place, asOf: '令和8年11月1日', areaIds: [areaId], facet: 'ict' },
  ...{ status: 'doing', text: '', english: '', also: [], scenes: [], topics: [], numbers: [], when: null },
  ...more,
});

export const ask = (lookup: Lookup, question: string, asker: Asker | null = null): Answer =>
  lookup.ask(question, null, TODAY, new Set(), asker).answer;

function fail(): never {
  throw new Error('it is not there');
}
