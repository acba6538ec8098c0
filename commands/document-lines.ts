import type { RegistryRecords } from '../src/records/rows.ts';
import { lastAnswers } from '../src/records/survey-prefill.ts';
import { ReplyCell, ReplyHub, ReplyVision } from '../src/records/survey-round.ts';
import { SURVEY_COLUMNS, type SurveyColumn } from '../src/records/vocabulary.ts';
import type { DocumentReport, ImportedRecord } from '../src/registry/documents/report.ts';
import { changeWords } from '../src/words/changes.ts';
import type { PreviewState } from '../src/words/document-talk.ts';
import { statedWords } from '../src/words/form-choices.ts';
import { facetWords, type Language, modeWords, sceneWords, statusWords } from '../src/words/labels.ts';
import type { Bot } from './bot.ts';
import type { NameOf } from './names.ts';
import { recordsOf } from './records.ts';
import { changedPairs } from './shown-changes.ts';
import { namesOf, replyOf } from './survey-records.ts';

// What a document says beside what is recorded, line by line: a survey's reply beside last year's answers, statement by
// statement; anything else beside the record that stands.

export interface PreviewLine {
  state: PreviewState;
  name: string;
  text: string;
}

/** All lines of what was read. */
export function linesOf(
  bot: Pick<Bot, 'lookup'>,
  reports: readonly DocumentReport[],
  language: Language,
  nameOf: NameOf,
): PreviewLine[] {
  return reports.flatMap((report) => [
    ...report.records.flatMap((record) =>
      record.kind === 'surveyReply'
        ? replyLines(bot, report, record, language)
        : [recordLine(bot, record, language, nameOf)],
    ),
    // Of a reply it was told above.
    ...(isOfRecords(report) ? report.gone : []).map(
      ({ name, place, asOf }): PreviewLine => ({ state: 'gone', name: placed(place, asOf), text: name }),
    ),
  ]);
}

/** Whether a document changes the records, and is no reply to a survey. */
export const isOfRecords = ({ parts }: DocumentReport): boolean => parts.every(({ reply }) => reply === null);

const LONGEST = 500;

function recordLine(
  bot: Pick<Bot, 'lookup'>,
  { state, kind, name, at, changes }: ImportedRecord,
  language: Language,
  nameOf: NameOf,
): PreviewLine {
  const words = changeWords[language];
  const pairs = changedPairs(bot, kind, changes, state === 'new', language, nameOf);
  const text = pairs.map(([field, value]) => `${field}: ${value.replaceAll('\n', ' ')}`).join(' ／ ');
  return { state, name: placed(words.named(words.kind[kind], name), at), text: text.slice(0, LONGEST) };
}

const placed = (name: string, at: string): string => (at === '' ? name : `${name}（${at}）`);

/** A reply beside what its areas said last. */
function replyLines(
  bot: Pick<Bot, 'lookup'>,
  report: DocumentReport,
  { record, fields, at }: ImportedRecord,
  language: Language,
): PreviewLine[] {
  const reply = replyOf(bot, record);
  if (!reply) return [];
  const areas = namesOf(bot, reply.areaIds);
  const records = recordsOf(bot);
  const last = lastAnswers(records, reply.areaIds);
  const name = (label: string) => `${areas} ${label}`;
  const cells = SURVEY_COLUMNS.flatMap((column) => {
    const cell = ReplyCell.nullish().parse(fields[column]);
    if (!cell) return [];
    const places = report.statements.filter((each) => each.reply === reply.id && each.column === column);
    const where = (index: number) => placed(name(facetWords[column][language]), places[index]?.at ?? '');
    return cellLines(cell, last[column], where, language);
  });
  const hub = ReplyHub.nullish().parse(fields.hub);
  const vision = ReplyVision.array().nullish().parse(fields.vision);
  return [
    ...(hub ? hubLines(hub, last.hub, placed(name(facetWords.hub[language]), at), language) : []),
    ...(vision ?? []).flatMap((each) => visionLine(each, last.vision, name, language)),
    ...cells,
  ];
}

/** A statement with how it stands. */
const shown = ({ text, status }: Pick<ReplyCell['statements'][number], 'text' | 'status'>, language: Language) =>
  `${text}（${statusWords[status][language]}）`;

function cellLines(
  { stated, statements }: ReplyCell,
  last: ReplyCell | null,
  where: (index: number) => string,
  language: Language,
): PreviewLine[] {
  const { change } = changeWords[language];
  const before = new Map((last?.statements ?? []).map((each) => [each.from, each]));
  const lines = statements.map((each, index): PreviewLine => {
    const was = each.from === null ? undefined : before.get(each.from);
    const [now, name] = [shown(each, language), where(index)];
    if (!was) return { state: 'new', name, text: now };
    const same = was.text === each.text && was.status === each.status;
    return same
      ? { state: 'same', name, text: now }
      : { state: 'changed', name, text: change(shown(was, language), now) };
  });
  const goesOn = new Set(statements.map(({ from }) => from));
  const gone = [...before.values()].filter(({ from }) => !goesOn.has(from));
  const was = last?.stated ?? 'blank';
  const answer = statedWords[was][language];
  const state = was === stated ? 'same' : 'changed';
  // A column of which nothing was said and nothing is said now is no line.
  const alone: PreviewLine[] =
    statements.length > 0 || (was === 'blank' && stated === 'blank')
      ? []
      : [
          {
            state,
            name: where(0),
            text: state === 'same' ? answer : change(answer, statedWords[stated][language]),
          },
        ];
  return [
    ...lines,
    ...alone,
    ...gone.map((each): PreviewLine => ({ state: 'gone', name: where(-1), text: shown(each, language) })),
  ];
}

function hubLines({ hubs }: ReplyHub, last: ReplyHub | null, name: string, language: Language): PreviewLine[] {
  const told = ({ name: hub, mode, operator }: ReplyHub['hubs'][number]) =>
    [hub, modeWords[mode][language], operator].filter(Boolean).join(' ');
  const before = new Map((last?.hubs ?? []).map((hub) => [hub.from, hub]));
  const lines = hubs.map((hub): PreviewLine => {
    const was = hub.from === null ? undefined : before.get(hub.from);
    if (!was) return { state: 'new', name, text: told(hub) };
    const [old, now] = [told(was), told(hub)];
    return old === now
      ? { state: 'same', name, text: now }
      : { state: 'changed', name, text: changeWords[language].change(old, now) };
  });
  const goesOn = new Set(hubs.map(({ from }) => from));
  const gone = [...before.values()].filter(({ from }) => !goesOn.has(from));
  return [...lines, ...gone.map((hub): PreviewLine => ({ state: 'gone', name, text: told(hub) }))];
}

function visionLine(
  { scene, vision }: ReplyVision,
  last: readonly ReplyVision[] | null,
  nameWith: (label: string) => string,
  language: Language,
): PreviewLine[] {
  const { nothing, change } = changeWords[language];
  const name = nameWith(`${facetWords.vision[language]}・${sceneWords[scene][language]}`);
  const was = last?.find((each) => each.scene === scene)?.vision ?? null;
  const [old, now] = [was ?? nothing, vision ?? nothing];
  if (was === vision) return vision === null ? [] : [{ state: 'same', name, text: now }];
  const state = was === null ? 'new' : vision === null ? 'gone' : 'changed';
  return [{ state, name, text: state === 'changed' ? change(old, now) : state === 'gone' ? old : now }];
}

/** How many of each state. */
export function countsOf(lines: readonly PreviewLine[]): Record<PreviewState, number> {
  const counts = { new: 0, changed: 0, same: 0, gone: 0 };
  for (const { state } of lines) counts[state] += 1;
  return counts;
}

/** A column of statements, by the name that the sheet gives it. */
export const columnLabel = (column: SurveyColumn | 'policy', language: Language): string =>
  facetWords[column][language];

/** The tool of an id, by name. */
export const toolName = ({ tools }: RegistryRecords, id: string): string =>
  tools.find((tool) => tool.id === id)?.name ?? id;
