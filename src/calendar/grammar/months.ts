import { matchAt, type Piece, sticky } from './match.ts';
import { SMALL_NUMBER as N, numeralValue } from './numerals.ts';
import { withWeekday } from './weekdays.ts';
import type { Written } from './written.ts';

const THIRDS = ['上旬', '中旬', '下旬'];
export const thirdNumber = (text: string) => THIRDS.indexOf(text) + 1;

const MONTH = sticky(`(?<!第)(?:(${N})月?[~〜～-])?(?<!第)(${N})月(?!曜|間|額|齢|当たり|あたり|につき)`);
const DAY_OF_MONTH = sticky(`の?(${N})日?[~〜～-](${N})日(?![間目])|の?(${N})日(?![間目])`);
const PART_OF_MONTH = sticky('の?(上旬|中旬|下旬)|末|中(?![旬学間心])');
export const BEFORE_NUMBER = /[\d.〇一二三四五六七八九十]/;

/** 3月, 1~2月, 3月25日, 3月1~5日, 3月上旬, 3月末. */
export function readMonth(text: string, at: number): Piece {
  if (BEFORE_NUMBER.test(text[at - 1] ?? '')) return null;
  const month = matchAt(MONTH, text, at);
  if (!month) return null;
  const [first, last = ''] = month.groups;
  if (first !== undefined) {
    return { end: month.end, written: { year: null, month: numeralValue(first), monthTo: numeralValue(last) } };
  }
  const written: Written = { year: null, month: numeralValue(last) };
  const day = matchAt(DAY_OF_MONTH, text, month.end);
  if (day) {
    const [from, to, single] = day.groups;
    if (single !== undefined)
      return withWeekday(text, { end: day.end, written: { ...written, day: numeralValue(single) } });
    return { end: day.end, written: { ...written, day: numeralValue(from ?? ''), dayTo: numeralValue(to ?? '') } };
  }
  const part = matchAt(PART_OF_MONTH, text, month.end);
  if (!part) return { end: month.end, written };
  return { end: part.end, written: part.groups[0] ? { ...written, third: thirdNumber(part.groups[0]) } : written };
}

// What a slash between two small numbers also means: 10 of 11 部会, three quarters of the towns, times a year.
const COUNTED = [
  '部会|件|か所|カ所|ヶ所|ケ所|箇所|団体|圏域|自治体|歳|週|時間|以上|以下|未満|程度|ずつ|弱|を占',
  '市町(?!村?の?(?:会議|説明|担当|職員))|[町村](?![民内長])|回(?![答覧収])|人(?!事)|名(?![簿称刺張])|点(?!検)|問(?![い合題])',
  '施設(?![見長連])|事業所(?!連絡|説明|訪問|会議|向)|地区(?![別会])|校(?![長正])|社(?![協会])|台(?![風帳])|枚|強(?![化調])',
  '補助(?!金)|年(?![度末次])|月(?!曜)|日(?![程曜])',
].join('|');
const SLASH = sticky(
  `(?<![\\d/.:a-z]|約|率|割合|割合は)(\\d{1,2})/(\\d{1,2})(?![\\d/:%a-z]|\\.\\d|-\\d{3}|${COUNTED})`,
);

/** 6/30. Where a number is no month or no day (24/7), it is a date only when nothing else was typed. */
export function readSlash(text: string, at: number): Piece {
  const slash = matchAt(SLASH, text, at);
  if (!slash) return null;
  const [month, day] = [Number(slash.groups[0]), Number(slash.groups[1])];
  const plausible = month >= 1 && month <= 12 && day >= 1 && day <= 31;
  if (!plausible && text.trim() !== text.slice(at, slash.end)) return null;
  return withWeekday(text, { end: slash.end, written: { year: null, month, day } });
}
