import { formatSpan } from '../../calendar/span-text.ts';
import { formatDate } from '../../calendar/wareki.ts';
import type { RegistryRecords, ToolUseRow } from '../../records/rows.ts';
import { lastDayOf, readWrittenDate } from '../../records/written-dates.ts';
import { accessWords, roleWords, toolKindWords } from '../../words/labels.ts';
import { occurrenceStatusOf, submissionStatusWords } from '../../words/planned.ts';
import { dossierWords as words } from '../../words/report-pages.ts';
import { type Box, box, type Line, type Page, wholeLine } from '../page.ts';
import { sheetGroups, surveySheetOf } from '../sheets/survey-answers.ts';
import { surveyPage } from '../sheets/survey-sheet.ts';
import { evaluationPages } from './evaluation-page.ts';
import { indicatorPage } from './indicator-page.ts';
import { scenePage } from './scene-page.ts';
import type { Wanted } from './wanted.ts';

// 自市町のまとめ: all that is recorded of an area in one workbook, for handing over and for meetings.

/** A cover, the answers to the survey, scenes, tools, indicators, evaluations, and what is planned. */
export function dossierPages(
  records: RegistryRecords,
  areaId: string,
  wanted: Wanted & { surveyYear: number },
): Page[] {
  const area = records.areas.find((each) => each.id === areaId);
  if (!area) return [];
  const [together = [areaId]] = sheetGroups(records, [areaId]);
  const sheet = surveySheetOf(records, { areaIds: together, fiscalYear: wanted.surveyYear, asOf: null });
  const answered = records.answers.some(({ areaIds }) => areaIds.includes(areaId));
  const pages = [
    coverPage(records, areaId, wanted),
    ...(answered ? [{ ...surveyPage(sheet), name: words.kinds.answers }] : []),
    ...named(scenePage(records, areaId, wanted.day), words.kinds.initiatives),
    ...named(toolPage(records, areaId), words.tools),
    ...named(indicatorPage(records, areaId, null), words.kinds.indicators),
    ...evaluationPages(records, areaId, null),
    ...named(plannedPage(records, areaId, wanted.submissionsOf.includes(areaId)), words.planned),
  ];
  return pages;
}

const named = (page: Page | null, name: string): Page[] => (page ? [{ ...page, name }] : []);

type Of = { areaIds: readonly string[] };
const areaName = ({ areas }: RegistryRecords, id: string) => areas.find((area) => area.id === id)?.name ?? id;

/* ---- the cover ---- */

const COVER = [26, 34, 30];

function coverPage(records: RegistryRecords, areaId: string, { day }: Wanted): Page {
  const area = records.areas.find((each) => each.id === areaId);
  const name = areaName(records, areaId);
  const bodies = records.areas
    .filter(({ kind, covers }) => kind !== 'prefecture' && covers.includes(areaId))
    .map((each) => each.name);
  const hubs = records.hubs.filter(({ areaIds }) => areaIds.includes(areaId)).map((hub) => hub.name);
  const pair = (label: string, text: string | null): Line => ({
    boxes: [box('label', label), box('line', text, { across: 2 })],
  });
  return {
    name: words.cover,
    widths: COVER,
    orientation: 'portrait',
    lines: [
      wholeLine('title', words.title(name), COVER),
      wholeLine('note', words.made(formatDate(day, 'ja')), COVER),
      pair(words.area, name),
      pair(words.prefecture, area?.prefecture ?? null),
      pair(words.code, area?.code?.slice(0, 5) ?? null),
      pair(words.bodies, bodies.join('\n')),
      pair(words.hub, [...new Set(hubs)].join('\n')),
      wholeLine('part', words.counted, COVER),
      { boxes: [words.what, words.count, words.latest].map((text) => box('label', text)) },
      ...countLines(records, areaId),
    ],
  };
}

function countLines(records: RegistryRecords, areaId: string): Line[] {
  const ofArea = (row: Of) => row.areaIds.includes(areaId);
  const one = (row: { areaId: string }) => row.areaId === areaId;
  const sourceAsOf = new Map(records.sources.map((source) => [source.id, source.asOf]));
  const answers = records.answers
    .filter((each) => ofArea(each) && each.facet !== 'vision')
    .map((each) => each.asOf ?? sourceAsOf.get(each.sourceId) ?? '');
  const counted: [keyof typeof words.kinds, string[]][] = [
    ['answers', answers],
    ['plans', records.plans.filter(ofArea).map(({ asOf }) => asOf)],
    ['tools', records.toolUses.filter(ofArea).map(({ asOf }) => asOf)],
    ['initiatives', records.initiatives.filter(one).map(({ asOf }) => asOf)],
    ['indicators', records.indicators.filter(one).map(({ asOf }) => asOf)],
    ['evaluations', records.evaluations.filter(one).map(({ asOf }) => asOf)],
    ['meetings', records.meetings.filter(ofArea).map(({ asOf }) => asOf)],
    ['surveys', records.surveys.filter(ofArea).map(({ asOf }) => asOf)],
  ];
  return counted.map(([kind, asOfs]) => ({
    boxes: [box('line', words.kinds[kind]), box('number', asOfs.length), box('line', latest(asOfs) ?? words.none)],
  }));
}

const latest = (asOfs: readonly string[]): string | null =>
  [...asOfs].sort((one, other) => ((lastDayOf(one) ?? '') < (lastDayOf(other) ?? '') ? -1 : 1)).at(-1) ?? null;

/* ---- tools ---- */

const TOOLS = [30, 14, 12, 20, 26, 26, 24, 18];

function toolPage(records: RegistryRecords, areaId: string): Page | null {
  const uses = records.toolUses.filter(({ areaIds }) => areaIds.includes(areaId));
  if (uses.length === 0) return null;
  const tools = new Map(records.tools.map((tool) => [tool.id, tool]));
  const texts = (use: ToolUseRow): (string | null)[] => {
    const tool = tools.get(use.toolId);
    const access = use.access ?? use.ways.map((way) => accessWords[way].ja).join('・');
    return [
      use.name,
      tool ? toolKindWords[tool.kind].ja : null,
      roleWords[use.role].ja,
      use.maker ?? tool?.maker ?? null,
      [access, use.link].filter(Boolean).join('\n'),
      use.contact,
      use.terms,
      use.asOf,
    ];
  };
  return {
    name: words.tools,
    widths: TOOLS,
    orientation: 'landscape',
    lines: [
      wholeLine('title', words.toolsTitle(areaName(records, areaId)), TOOLS),
      { boxes: words.toolColumns.map((text) => box('label', text)) },
      ...uses.map((use) => ({ boxes: texts(use).map((text) => box('text', text)) })),
    ],
    repeated: 2,
  };
}

/* ---- what is planned ---- */

const PLANNED = [34, 26, 16, 26, 18];

/** Submissions are for the area and its prefecture alone (rule 1.6). */
function plannedPage(records: RegistryRecords, areaId: string, withDeadlines: boolean): Page | null {
  const meetings = meetingLines(records, areaId);
  const deadlines = withDeadlines ? deadlineLines(records, areaId) : [];
  if (meetings.length + deadlines.length === 0) return null;
  const table = (title: string, columns: readonly string[], rows: readonly Line[]): Line[] =>
    rows.length === 0
      ? []
      : [
          wholeLine('part', title, PLANNED, { withNext: true }),
          { boxes: columns.map((text) => box('label', text)), withNext: true },
          ...rows,
        ];
  return {
    name: words.planned,
    widths: PLANNED,
    orientation: 'landscape',
    lines: [
      wholeLine('title', words.plannedTitle(areaName(records, areaId)), PLANNED),
      ...table(words.meetings, words.meetingColumns, meetings),
      ...table(words.deadlines, words.deadlineColumns, deadlines),
    ],
    repeated: 1,
  };
}

const textLine = (texts: readonly (string | null)[]): Line => ({ boxes: texts.map((text): Box => box('text', text)) });

/** A day as people read it; what is no date stays as it was written. */
function shownDate(date: string | null): string | null {
  const span = date === null ? null : readWrittenDate(date);
  return span ? formatSpan(span, 'ja') : date;
}

function meetingLines({ meetingPlans, occurrences }: RegistryRecords, areaId: string): Line[] {
  const plans = new Map(meetingPlans.filter(({ areaIds }) => areaIds.includes(areaId)).map((plan) => [plan.id, plan]));
  return occurrences.flatMap((each) => {
    const plan = plans.get(each.planId);
    if (!plan) return [];
    const status = occurrenceStatusOf(each.status, plan.kind).ja;
    return [
      textLine([plan.title, shownDate(each.date), each.time ?? plan.time, each.location ?? plan.location, status]),
    ];
  });
}

function deadlineLines({ deadlines, submissions }: RegistryRecords, areaId: string): Line[] {
  const known = new Map(deadlines.map((deadline) => [deadline.id, deadline]));
  return submissions.flatMap((each) => {
    const deadline = known.get(each.deadlineId);
    if (!deadline || each.areaId !== areaId) return [];
    const day = shownDate(each.ownDay ?? deadline.date);
    const status = submissionStatusWords[each.status].ja;
    return [textLine([deadline.title, day, deadline.recipient, deadline.submissionYear, status])];
  });
}
