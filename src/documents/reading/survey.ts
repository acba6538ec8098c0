import type { CalendarDate } from '../../calendar/calendar-date.ts';
import { findDates } from '../../calendar/date-text.ts';
import { fiscalYearLabel, fiscalYearOf } from '../../calendar/fiscal-year.ts';
import { COLUMN_LABELS } from '../../records/columns.ts';
import type { ReadSheet } from '../../records/read-document.ts';
import type { AnyUnderstood, UnderstoodPart } from '../../records/understood.ts';
import { type HubMode, SURVEY_COLUMNS } from '../../records/vocabulary.ts';
import { type SurveyCell, VISION_SCENES } from '../sheets/survey-sheet.ts';
import { mended } from './letters.ts';
import { statedIn, statementsIn } from './statements.ts';
import { type SurveyCells, surveyCells } from './survey-cells.ts';
import type { Taking } from './taking.ts';

/** The sheets of a 調査票: whose each is, its hub, the four 目指すべき姿, and the statements of its twelve columns. */
export function understandSurvey(sheets: readonly ReadSheet[], taking: Taking): UnderstoodPart[] {
  return surveyCells(sheets).map((found) => partOf(found, taking));
}

function partOf({ heading, cells }: SurveyCells, taking: Taking): UnderstoodPart {
  const text = (cell: SurveyCell) => taking.text(...(cells.get(cell) ?? []));
  const at = (cell: SurveyCell) => cells.get(cell)?.[0]?.place ?? '';
  const head = mended(heading);
  const printed = text('areas') || (/[(（]([^()（）]{2,60})[)）]\s*$/.exec(head)?.[1] ?? '');
  const records: AnyUnderstood[] = [...hubOf(text('hub'), text('mode'), at('hub'))];
  for (const [cell, scene] of Object.entries(VISION_SCENES)) {
    const said = text(cell as SurveyCell);
    const vision = said === '' ? null : said;
    records.push({
      kind: 'plan',
      place: `${COLUMN_LABELS.vision}（${scene}）`,
      at: at(cell as SurveyCell),
      source: null,
      fields: { scene, period: null, stated: vision === null ? 'blank' : 'yes', vision, goal: null },
    });
  }
  for (const column of SURVEY_COLUMNS) {
    const said = text(column);
    const stated = statedIn(said);
    records.push({
      kind: 'answer',
      place: COLUMN_LABELS[column],
      at: at(column),
      source: null,
      fields: { facet: column, stated, text: said, statements: stated === 'yes' ? statementsIn(said) : [] },
    });
  }
  return {
    areas: printed.split(/[、,，・\s]+/).filter((name) => name !== ''),
    fiscalYear: yearIn(text('year')) ?? yearIn(head),
    asOf: text('asOf') || null,
    records,
  };
}

const ANY_DAY = '2024-01-01' as CalendarDate;

/** 令和7年度, and 令和7度 where 年 was lost. */
export function yearIn(text: string): UnderstoodPart['fiscalYear'] {
  const whole = text.normalize('NFKC').replace(/(令和|平成)(\d{1,2}|元)度/, '$1$2年度');
  const found = findDates(whole, ANY_DAY).find(({ precision, yearGiven }) => precision === 'fiscal-year' && yearGiven);
  return found ? fiscalYearLabel(fiscalYearOf(found.from)) : null;
}

const MODES: readonly (readonly [RegExp, HubMode])[] = [
  [/共同(設置|実施|運営)/, 'joint'],
  [/直営/, 'in-house'],
  [/委託/, 'contracted'],
];

/** A hub a line: 「名称（委託先:医師会）」「直営:市」「委託先:センター（医師会）」. How it is run is said, or not stated. */
function hubOf(text: string, printedMode: string, at: string): AnyUnderstood[] {
  return text.split('\n').flatMap((line): AnyUnderstood[] => {
    const plain = line.trim();
    if (statedIn(plain) !== 'yes') return [];
    const mode = MODES.find(([word]) => word.test(plain))?.[1] ?? MODES.find(([word]) => word.test(printedMode))?.[1];
    const { rest, tel, location } = contactIn(plain);
    const { name, operator } = namesIn(rest);
    const fields = { name, mode: mode ?? 'not-stated', operator, location, since: null, tel, note: null } as const;
    return [{ kind: 'hub', place: COLUMN_LABELS.hub, at, source: plain, fields: { ...fields, aliases: [] } }];
  });
}

/** A number of a line, never one that may be somebody's own (090 and the like). */
const TEL =
  /[\s　、,(（]*(?:電話番号|電話|TEL|℡|☎)?[\s　]*[:：]?[\s　]*(?<![\d０-９])([0０](?![5-9５-９][0０])[\d０-９]{1,4}[-－−‐ー][\d０-９]{1,4}[-－−‐ー][\d０-９]{3,4})(?![\d０-９])[)）]?/iu;
const PLACE = /[\s　、,(（]*(?:所在地|住所|場所)[\s　]*[:：][\s　]*([^、,()（）]+)[)）]?/u;

/** A hub's official number, and where it is where the line says so. */
function contactIn(line: string): { rest: string; tel: string | null; location: string | null } {
  const tel = TEL.exec(line);
  const rest = tel ? line.replace(tel[0], '') : line;
  const location = PLACE.exec(rest);
  return {
    rest: (location ? rest.replace(location[0], '') : rest).trim(),
    tel: tel?.[1]?.normalize('NFKC').replace(/[−‐ー]/g, '-') ?? null,
    location: location?.[1]?.trim() ?? null,
  };
}

const RUN_BY = /^[(（]?(?:委託先?|直営|共同設置)[)）]?\s*[:：]?\s*/;

function namesIn(line: string): { name: string; operator: string | null } {
  const bracket = /^(.*?)\s*[(（]\s*((?:[^()（）]|[(（][^()（）]*[)）])+?)\s*[)）]\s*(.*)$/.exec(line);
  const [outside = line, inside = ''] = bracket ? [`${bracket[1] ?? ''}`, bracket[2] ?? ''] : [line, ''];
  const name = outside.replace(RUN_BY, '').trim();
  const within = inside
    .replace(RUN_BY, '')
    .replace(/^[(（]|[)）]$/g, '')
    .trim();
  const after = bracket?.[3]?.trim() ?? '';
  if (name === '') return { name: within || line, operator: null };
  const by = [within, after].find((each) => each !== '') ?? null;
  // 「広域連合（支援センター）」: the hub is what bears a hub's name, and the other one runs it.
  if (by !== null && HUB_NAME.test(by) && !HUB_NAME.test(name)) return { name: by, operator: name };
  return { name, operator: by };
}

const HUB_NAME = /センター|拠点|窓口|ステーション/;
