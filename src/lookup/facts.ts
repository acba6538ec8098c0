import type {
  EvaluationRow,
  HubRow,
  IndicatorRow,
  InitiativeRow,
  MeetingRow,
  NumberFact,
  Placed,
  RegistryRecords,
  ScenePlanRow,
  StatementRow,
  SurveyRow,
  ToolRow,
  ToolUseRow,
} from '../records/rows.ts';
import { stateWording } from '../records/state-wording.ts';
import type { Facet, Scene, StatementStatus } from '../records/vocabulary.ts';
import { asOfDate, readWrittenDate } from '../records/written-dates.ts';
import {
  accessWords,
  meetingKindWords,
  meetingStatusWords,
  modeWords,
  roleWords,
  toolKindWords,
  valueKindWords,
} from '../words/labels.ts';
import { normalize } from './normalize.ts';

export type FactRow =
  | { kind: 'statement'; row: StatementRow }
  | { kind: 'hub'; row: HubRow }
  | { kind: 'plan'; row: ScenePlanRow }
  | { kind: 'tool'; row: ToolUseRow; tool: ToolRow }
  | { kind: 'initiative'; row: InitiativeRow }
  | { kind: 'indicator'; row: IndicatorRow }
  | { kind: 'evaluation'; row: EvaluationRow; part: 'rating' | EvaluationPart }
  | { kind: 'meeting'; row: MeetingRow }
  | { kind: 'survey'; row: SurveyRow };

export type EvaluationPart = 'done' | 'checked' | 'changed' | 'nextPlan';

/** The unit that lookup searches, counts and shows: one record, or one bullet of an evaluation. */
export type Fact = FactRow & {
  id: string;
  areaIds: string[];
  facets: ReadonlySet<Facet | 'vision'>;
  /** The column it stands in; null where it is no survey column. */
  facet: Facet | 'vision' | null;
  scenes: readonly Scene[];
  status: StatementStatus;
  /** As shown. */
  text: string;
  /** Normalised: the text, its topics, names and labels. */
  search: string;
  /** Normalised English gloss. */
  english: string;
  numbers: readonly NumberFact[];
  when: string | null;
  sourceId: string;
  place: string;
  asOf: string;
};

interface FactParts {
  areaIds: string[];
  facet?: Facet | 'vision' | null;
  also?: readonly Facet[];
  scenes?: readonly Scene[];
  status?: StatementStatus;
  text: string;
  more?: readonly (string | null | undefined)[];
  english: string;
  numbers?: readonly NumberFact[];
  when?: string | null;
}

function fact(row: FactRow, placed: Placed, parts: FactParts): Fact {
  const facet = parts.facet ?? null;
  const facets = new Set<Facet | 'vision'>(parts.also ?? []);
  if (facet) facets.add(facet);
  const numbers = parts.numbers ?? [];
  const words = [parts.text, ...(parts.more ?? []), ...numbers.map((number) => number.of)];
  return {
    ...row,
    id: placed.id,
    areaIds: parts.areaIds,
    facets,
    facet,
    scenes: parts.scenes ?? [],
    status: parts.status ?? 'doing',
    text: parts.text,
    search: normalize(words.filter(Boolean).join('|')),
    english: normalize(parts.english),
    numbers,
    when: parts.when ?? null,
    sourceId: placed.sourceId,
    place: placed.place,
    asOf: placed.asOf,
  };
}

/** All facts of the registry, in a stable order. */
export function factsOf(records: RegistryRecords): Fact[] {
  const tools = new Map(records.tools.map((tool) => [tool.id, tool]));
  const statements = new Map(records.statements.map((row) => [row.id, row]));
  return [
    ...records.statements.map(statementFact),
    ...records.hubs.map(hubFact),
    ...records.plans.map(planFact),
    ...records.toolUses.flatMap((row) => {
      const tool = tools.get(row.toolId);
      return tool ? [toolFact(row, tool, statements)] : [];
    }),
    ...records.initiatives.flatMap(initiativeFacts),
    ...records.indicators.map(indicatorFact),
    ...records.evaluations.flatMap(evaluationFacts),
    ...records.meetings.map(meetingFact),
    ...records.surveys.map(surveyFact),
  ];
}

export function statementFact(row: StatementRow): Fact {
  return fact({ kind: 'statement', row }, row, {
    areaIds: row.areaIds,
    facet: row.facet,
    also: row.also,
    scenes: row.scenes,
    status: row.status,
    text: row.text,
    more: row.topics,
    english: row.english,
    numbers: row.numbers,
    when: row.when,
  });
}

const joined = (separator: string, ...parts: (string | null | undefined | false)[]): string =>
  parts.filter(Boolean).join(separator);
const bracketed = (...parts: (string | null | undefined | false)[]): string => {
  const inside = joined('、', ...parts);
  return inside ? `（${inside}）` : '';
};

function hubFact(row: HubRow): Fact {
  const run =
    row.mode === 'in-house' || row.mode === 'not-stated' ? row.operator && `運営: ${row.operator}` : row.operator;
  const text = `連携拠点: ${row.name}${bracketed(
    joined(': ', modeWords[row.mode].ja, run),
    row.location && `場所: ${row.location}`,
    row.since && `${row.since}設置`,
    row.tel && `電話 ${row.tel}`,
  )}${row.note ? ` ${row.note}` : ''}`;
  return fact({ kind: 'hub', row }, row, {
    areaIds: row.areaIds,
    facet: 'hub',
    text,
    more: row.aliases,
    english: row.english,
    when: row.since,
  });
}

function planFact(row: ScenePlanRow): Fact {
  const printed = row.printed && row.printed !== row.scene ? `（文書では「${row.printed}」）` : '';
  return fact({ kind: 'plan', row }, row, {
    areaIds: row.areaIds,
    facet: 'vision',
    scenes: [row.scene],
    status: row.stated === 'none' ? 'none' : 'doing',
    text: joined(' ', `目指す姿【${row.scene}】${printed}`, row.vision ?? '記載なし', row.goal && `目標: ${row.goal}`),
    more: [row.printed],
    english: row.english,
  });
}

function toolFact(row: ToolUseRow, tool: ToolRow, statements: ReadonlyMap<string, StatementRow>): Fact {
  const maker = row.maker ?? tool.maker;
  const told = row.statementIds.flatMap((id) => statements.get(id) ?? []);
  const name = row.name === tool.name ? tool.name : `${row.name}（${tool.name}）`;
  const text = joined(
    ' ',
    `「${name}」${bracketed(toolKindWords[tool.kind].ja, maker ? `作成: ${maker}` : '', row.since)}`,
    row.role === 'maker' && !maker ? roleWords.maker.ja : row.role === 'user' ? roleWords.user.ja : '',
    row.purpose,
    row.access ? `入手先: ${row.access}` : `入手先: ${row.ways.map((way) => accessWords[way].ja).join('・')}`,
    row.link && `所在: ${row.link}`,
    row.contact && `問合せ先: ${row.contact}`,
    row.terms && `条件: ${row.terms}`,
  );
  return fact({ kind: 'tool', row, tool }, row, {
    areaIds: row.areaIds,
    facet: told[0]?.facet ?? null,
    also: told.flatMap((statement) => statement.also),
    status: row.status,
    text,
    more: [...tool.aliases, tool.name],
    english: normalize(joined(' ', tool.english, ...told.map((statement) => statement.english))),
    when: row.since,
  });
}

function shownDate(date: string | null): string | null {
  const span = date === null ? null : readWrittenDate(date);
  return span ? asOfDate(span) : date;
}

/** An initiative as it is shown; `quote` marks what stands there in the document's own words. */
export function initiativeText(row: InitiativeRow, quote = (wording: string): string => wording): string {
  const items = row.items.map((item) => `${item.title}［${item.status}］${item.memo ? ` ${item.memo}` : ''}`);
  const marked = (text: string) => (text === row.sourceText ? quote(text) : text);
  const state = stateWording(row);
  return joined(
    ' ',
    `取組【${row.scene}】${marked(row.title)}［${row.status}］`,
    bracketed(
      state === null ? shownDate(row.date) : quote(state),
      row.fiscalYear,
      row.dateNote,
      row.location && `場所: ${row.location}`,
      row.members && `参加: ${row.members}`,
      row.participants !== null && `${row.participants}人`,
      row.host && `主催: ${row.host}`,
      row.coHost && `共催: ${row.coHost}`,
      row.method && `方法: ${row.method}`,
      row.target && `対象: ${row.target}`,
    ),
    row.content && marked(row.content),
    row.memo,
    items.length > 0 && `内訳: ${items.join('／')}`,
  );
}

function initiativeFacts(row: InitiativeRow): Fact[] {
  const status: StatementStatus =
    row.status === '予定'
      ? 'planned'
      : row.status === '検討中' || row.status === '協議中'
        ? 'considering'
        : ['未着手', '未実施', '中止'].includes(row.status)
          ? 'none'
          : 'doing';
  return [
    fact({ kind: 'initiative', row }, row, {
      areaIds: [row.areaId],
      facet: 'initiative',
      scenes: [row.scene, ...row.alsoScenes],
      status,
      text: initiativeText(row),
      more: [...row.topics, row.printedScene],
      english: joined(' ', row.english, ...row.items.map((item) => item.english)),
      numbers: row.numbers,
      when: row.date ?? row.fiscalYear,
    }),
  ];
}

function indicatorFact(row: IndicatorRow): Fact {
  const values = row.values.map((value) => {
    const figure =
      value.value === null ? (value.state ?? '記載なし') : `${value.value.toLocaleString('en')}${row.unit}`;
    return `${value.fiscalYear} ${valueKindWords[value.kind].ja} ${figure}${bracketed(value.note)}`;
  });
  return fact({ kind: 'indicator', row }, row, {
    areaIds: [row.areaId],
    facet: null,
    scenes: row.scene ? [row.scene] : [],
    text: `指標 ${row.title}・${row.measure}: ${values.join('、')}`,
    more: row.aliases,
    english: row.english,
  });
}

const PART_LABELS: Record<EvaluationPart, string> = {
  done: '今年度の取組(D)',
  checked: '評価(C)',
  changed: '改善・見直し(A)',
  nextPlan: '次年度の計画(D)',
};

function evaluationFacts(row: EvaluationRow): Fact[] {
  const draft = row.draft ? '（案）' : '';
  const rating = fact({ kind: 'evaluation', row, part: 'rating' }, row, {
    areaIds: [row.areaId],
    scenes: [row.scene],
    text: `成熟度評価【${row.scene}】${row.fiscalYear}${draft}: ${row.rating?.toFixed(1) ?? '記載なし'}（5段階）`,
    more: ['評価', '点数', '評点', '成熟度'],
    english: `maturity rating score evaluation of ${row.scene}`,
    numbers:
      row.rating === null
        ? []
        : [{ of: `${row.scene}の評価`, value: row.rating, unit: '点', kind: 'actual', note: null }],
  });
  const bullets = (Object.keys(PART_LABELS) as EvaluationPart[]).flatMap((part) =>
    row[part].map((bullet) =>
      fact({ kind: 'evaluation', row, part }, row, {
        areaIds: [row.areaId],
        scenes: [row.scene],
        facet: part === 'done' ? 'initiative' : null,
        status: part === 'nextPlan' ? 'planned' : 'doing',
        text: `${PART_LABELS[part]}【${row.scene}】${draft} ${bullet.text}`,
        english: bullet.en,
        when: part === 'nextPlan' ? `R${Number(row.fiscalYear.slice(1)) + 1}` : row.fiscalYear,
      }),
    ),
  );
  return [rating, ...bullets];
}

const statusOf = ({ status }: MeetingRow | SurveyRow): StatementStatus =>
  status === 'planned' || status === 'considering' ? status : 'doing';

function meetingFact(row: MeetingRow): Fact {
  const text = joined(
    ' ',
    `「${row.title}」${bracketed(
      meetingKindWords[row.kind].ja,
      meetingStatusWords[row.status].ja,
      row.frequency,
      row.dates.length > 0 && joined(' ', row.dates.join('、'), row.time),
      row.method,
      row.location && `場所: ${row.location}`,
    )}`,
    row.theme && `内容: ${row.theme}`,
    row.host && `主催: ${row.host}`,
    row.members && `参加: ${row.members}`,
  );
  return fact({ kind: 'meeting', row }, row, {
    areaIds: row.areaIds,
    status: statusOf(row),
    text,
    english: '',
    numbers:
      row.perYear === null
        ? []
        : [{ of: row.title, value: row.perYear, unit: '回/年', kind: 'actual', note: row.frequency }],
    when: row.dates[0] ?? null,
  });
}

function surveyFact(row: SurveyRow): Fact {
  const text = joined(
    ' ',
    `調査「${row.title}」${bracketed(
      meetingStatusWords[row.status].ja,
      row.when,
      row.target && `対象: ${row.target}`,
      row.method && `方法: ${row.method}`,
      row.answers && `回答: ${row.answers}`,
    )}`,
    row.questions && `内容: ${row.questions}`,
    row.next && `次回: ${row.next}`,
    row.link && `所在: ${row.link}`,
  );
  return fact({ kind: 'survey', row }, row, {
    areaIds: row.areaIds,
    status: statusOf(row),
    text,
    more: ['アンケート'],
    english: 'survey questionnaire',
    when: row.when,
  });
}
