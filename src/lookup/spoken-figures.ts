import type { NumberFact } from '../records/rows.ts';

/** A figure that a question sets: 「年3回以上」「40か所を超える」「75歳以上」, "at least three times a year". */
export interface SpokenFigure {
  text: string;
  begin: number;
  end: number;
  /** The lowest and the highest that will do. */
  low: number;
  high: number;
  /** What is counted: the key of a unit. */
  unit: keyof typeof UNITS;
}

/** By what is counted, how a question and how a record call it. */
const UNITS = {
  yearly: { told: /^回\/年$/ },
  times: { told: /^回(\/年)?$/ },
  people: { told: /^[人名]/ },
  places: { told: /^(か所|機関|診療所|病院|施設|病棟)/ },
  cases: { told: /^(件|事例)/ },
  groups: { told: /^団体/ },
  age: { told: /^[歳才]/ },
} as const satisfies Record<string, { told: RegExp }>;

const JA_UNIT: readonly [RegExp, SpokenFigure['unit']][] = [
  [/^[回度]/, 'times'],
  [/^[人名]/, 'people'],
  [/^([かカヶケヵ箇ヵ]所|機関|診療所|病院|施設)/, 'places'],
  [/^(件|事例)/, 'cases'],
  [/^団体/, 'groups'],
  [/^[歳才]/, 'age'],
];
const EN_UNIT: readonly [RegExp, SpokenFigure['unit']][] = [
  [/^times? (a|per|each|every) year/, 'yearly'],
  [/^(times|sessions|meetings|trainings)/, 'times'],
  [/^(people|persons|participants|attendees|users|members|registrants)/, 'people'],
  [/^((medical|home[- ]care|care) )*(places|institutions|clinics|hospitals|facilities|providers|sites)/, 'places'],
  [/^(cases|requests)/, 'cases'],
  [/^(groups|organi[sz]ations)/, 'groups'],
];

const DIGITS = '〇一二三四五六七八九';
const JA_NUMBER = '[\\d,]+|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]';
const JA = new RegExp(
  `(?<!第)(年間?に?|月に?|毎月)?(${JA_NUMBER})([回度人名件歳才]|事例|団体|機関|診療所|病院|施設|[かカケ箇]所)(?:ほど|程度)?(?:より)?(以上|以下|未満|を?超え?る?|をこえる?|を上回る?|を下回る?|より?多[いく]|より?少な[いく])?`,
  'g',
);
const EN_NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const EN = new RegExp(
  `\\b(at least|no fewer than|no less than|more than|over|fewer than|less than|under|at most|up to|no more than)? ?(\\d[\\d,]*|${EN_NUMBERS.join('|')})( or more| or fewer| or less)? ([a-z][a-z -]{2,40})`,
  'g',
);
const EN_AGE =
  /\b(?:aged|age|ages|from age|from the age of) (\d{2,3})\b|\b(\d{2,3})[- ]years?[- ]olds?\b|\b(?:people|residents|those) over (\d{2,3})\b/g;

/** The figures that a question sets, in the order in which they are said. */
export function spokenFigures(text: string, language: 'ja' | 'en'): SpokenFigure[] {
  return language === 'ja' ? japaneseFigures(text) : englishFigures(text);
}

function japaneseFigures(text: string): SpokenFigure[] {
  return [...text.matchAll(JA)].flatMap((match) => {
    const [said, every = '', number = '', counted = '', bound = ''] = match;
    const unit = JA_UNIT.find(([form]) => form.test(counted))?.[1];
    const value = japaneseNumber(number);
    if (unit === undefined || Number.isNaN(value)) return [];
    const isYearly = unit === 'times' && /年|月/.test(every);
    const times = /月/.test(every) ? 12 * value : value;
    // 「年1回」 is said in many other ways (毎年), which the lexicon knows; so is 「月1回」.
    if (bound === '' && unit !== 'age' && !(isYearly && times > 1 && times < 12)) return [];
    const place = { text: said, begin: match.index, end: match.index + said.length };
    return [{ ...place, unit: isYearly ? 'yearly' : unit, ...within(bound, isYearly ? times : value, unit) }];
  });
}

/** An age that a scheme begins at is its own: 「65歳以上」 is not met by one from 75 on. */
function within(bound: string, value: number, unit: SpokenFigure['unit']): { low: number; high: number } {
  if (unit === 'age' || bound === '') return { low: value, high: value };
  if (bound === '以上') return { low: value, high: Number.POSITIVE_INFINITY };
  if (bound === '以下') return { low: 0, high: value };
  return /未満|下回|少な/.test(bound)
    ? { low: 0, high: value - LEAST_STEP }
    : { low: value + LEAST_STEP, high: Number.POSITIVE_INFINITY };
}

/** Figures of the records have one decimal at most. */
const LEAST_STEP = 0.05;

function japaneseNumber(said: string): number {
  if (/^\d/.test(said)) return Number(said.replaceAll(',', ''));
  const [tens, ones] = said.includes('十') ? said.split('十') : ['', said];
  const digit = (letter: string | undefined, empty: number) => (letter ? DIGITS.indexOf(letter) : empty);
  return said.includes('十') ? 10 * digit(tens, 1) + digit(ones, 0) : digit(ones, Number.NaN);
}

function englishFigures(text: string): SpokenFigure[] {
  const counted = [...text.matchAll(EN)].flatMap((match): SpokenFigure[] => {
    const [said, before = '', number = '', after = '', rest = ''] = match;
    const [form, unit] = EN_UNIT.find(([form]) => form.test(rest)) ?? [];
    const bound = `${before}${after}`;
    const value = /^\d/.test(number) ? Number(number.replaceAll(',', '')) : EN_NUMBERS.indexOf(number) + 1;
    if (form === undefined || unit === undefined) return [];
    if (bound === '' && !(unit === 'yearly' && value > 1)) return [];
    // What is counted is asked for itself (more than 40 clinics); times and years are not.
    const isTimes = unit === 'times' || unit === 'yearly';
    const length = said.length - rest.length + (isTimes ? (form.exec(rest)?.[0].length ?? 0) : 0);
    const place = { text: said.slice(0, length).trim(), begin: match.index, end: match.index + length };
    return [{ ...place, unit, ...withinEnglish(bound, value) }];
  });
  const ages = [...text.matchAll(EN_AGE)].map((match): SpokenFigure => {
    const value = Number(match[1] ?? match[2] ?? match[3]);
    const place = { text: match[0], begin: match.index, end: match.index + match[0].length };
    return { ...place, unit: 'age', low: value, high: value };
  });
  return [...counted, ...ages].sort((a, b) => a.begin - b.begin);
}

function withinEnglish(bound: string, value: number): { low: number; high: number } {
  if (bound === '') return { low: value, high: value };
  if (/at least|no fewer|no less|or more/.test(bound)) return { low: value, high: Number.POSITIVE_INFINITY };
  if (/at most|up to|no more|or fewer|or less/.test(bound)) return { low: 0, high: value };
  return /fewer|less|under/.test(bound)
    ? { low: 0, high: value - LEAST_STEP }
    : { low: value + LEAST_STEP, high: Number.POSITIVE_INFINITY };
}

/** Whether a recorded figure is as the question sets it. */
export function isAsSet(number: NumberFact, { unit, low, high }: SpokenFigure): boolean {
  if (number.kind === 'planned') return false;
  const told = unit === 'yearly' || unit === 'times' ? yearly(number) : number;
  return UNITS[unit].told.test(told.unit) && told.value >= low && told.value <= high;
}

const TIMES_A_YEAR: Record<string, number> = { 週: 52, 月: 12, 年: 1 };

/** How often something is held is compared by the year. */
export function yearly({ value, unit }: NumberFact): { value: number; unit: string } {
  const [, years, span] = unit.match(/^回\/(\d*)([週月年])$/) ?? [];
  const times = span === undefined ? undefined : TIMES_A_YEAR[span];
  return times === undefined ? { value, unit } : { value: (value * times) / Number(years || 1), unit: '回/年' };
}
