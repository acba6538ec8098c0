import { statementsOf } from './answer-statements.ts';
import type { RegistryRecords } from './rows.ts';
import type { ReplyAnswers, ReplyCell, ReplyHub, ReplyStatement, ReplyVision } from './survey-round.ts';
import { type SurveyedRecords, standingRecords } from './survey-years.ts';
import { SCENES, type Stated, SURVEY_COLUMNS, type SurveyColumn } from './vocabulary.ts';

// A new year begins with the last one's answers (rules 5.8), as they stand now: what people changed since is in them.

/** What last year's answers are found in. */
export type LastRecords = SurveyedRecords & Pick<RegistryRecords, 'sources'>;

/** What areas that answer together said last, column by column. */
export function lastAnswers(records: LastRecords, areaIds: readonly string[]): ReplyAnswers {
  const standing = standingRecords(records);
  const columns = SURVEY_COLUMNS.map((column) => [column, lastCell(standing, areaIds, column)] as const);
  return {
    ...(Object.fromEntries(columns) as Record<SurveyColumn, ReplyCell>),
    hub: lastHubs(standing, areaIds),
    vision: SCENES.map((scene) => lastVision(standing, areaIds, scene)),
  };
}

const isOf = ({ areaIds }: { areaIds: readonly string[] }, wanted: readonly string[]) =>
  areaIds.some((id) => wanted.includes(id));

/** Of several cells the one that says most. */
const saidIn = (stated: readonly Stated[]): Stated =>
  stated.includes('yes') ? 'yes' : stated.includes('none') ? 'none' : 'blank';

function lastCell(records: LastRecords, areaIds: readonly string[], column: SurveyColumn): ReplyCell {
  const cells = records.answers.filter((each) => each.facet === column && isOf(each, areaIds));
  const rows = cells.flatMap((cell) => statementsOf(cell, records.statements)).filter((row) => isOf(row, areaIds));
  const statements = rows.map(({ id, text, status, scenes, when, topics, areaIds: about }): ReplyStatement => {
    const mine = areaIds.filter((area) => about.includes(area));
    const tools = records.toolUses.filter((use) => use.statementIds.includes(id)).map(({ toolId }) => toolId);
    const all = mine.length === areaIds.length;
    return { from: id, text, status, scenes, when, topics, areaIds: all ? null : mine, tools: [...new Set(tools)] };
  });
  return { stated: saidIn(cells.map(({ stated }) => stated)), text: null, statements };
}

function lastHubs(records: LastRecords, areaIds: readonly string[]): ReplyHub {
  const surveys = new Set(records.sources.filter(({ kind }) => kind === 'survey').map(({ id }) => id));
  const hubs = records.hubs
    .filter((hub) => isOf(hub, areaIds) && (hub.id.startsWith('register.') || surveys.has(sourceIn(hub.id, surveys))))
    .map(({ id, name, aliases, mode, operator, location, since, tel, note }) => ({
      ...{ from: id, name, aliases, mode, operator, location, since, tel, note },
    }));
  const cells = records.answers.filter(({ facet, ...cell }) => facet === 'hub' && isOf(cell, areaIds));
  return { stated: hubs.length > 0 ? 'yes' : saidIn(cells.map(({ stated }) => stated)), hubs };
}

/** The survey whose sheet a record stands on, by its id. */
const sourceIn = (id: string, surveys: ReadonlySet<string>): string =>
  [...surveys].find((source) => id.startsWith(`${source}.`)) ?? '';

function lastVision(records: LastRecords, areaIds: readonly string[], scene: (typeof SCENES)[number]): ReplyVision {
  const plan = records.plans.findLast((each) => each.scene === scene && each.period === null && isOf(each, areaIds));
  return {
    scene,
    from: plan?.id ?? null,
    stated: plan?.stated ?? 'blank',
    vision: plan?.vision ?? null,
    goal: plan?.goal ?? null,
  };
}
