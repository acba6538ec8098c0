import { ERAS } from '../wareki.ts';
import { ALONE, LATIN_END, matchAt, sticky } from './match.ts';
import { BEFORE_NUMBER } from './months.ts';
import { SMALL_NUMBER as N, numeralValue } from './numerals.ts';
import type { WrittenYear } from './written.ts';

const YEAR_WORDS: Record<string, number> = {
  今年: 0,
  本年: 0,
  来年: 1,
  再来年: 2,
  昨年: -1,
  去年: -1,
  一昨年: -2,
  今: 0,
  本: 0,
  来: 1,
  次: 1,
  再来: 2,
  昨: -1,
  前: -1,
  一昨: -2,
  this: 0,
  current: 0,
  next: 1,
  coming: 1,
  last: -1,
  previous: -1,
};

const YEAR_END = '(?:( ?年度| ?年|度)|(?![a-z0-9年度]))';
const ERA_LONG = sticky(`(令和|平成|昭和|大正|明治) ?(\\d{1,3}(?!\\d)|${N}|元)${YEAR_END}`);
const ERA_SHORT = sticky(`${ALONE}([rhstm])(\\d{1,2}(?!\\d)|元)${YEAR_END}`);
const ERA_ENGLISH = sticky(`${ALONE}(?:(?:fiscal|fy) ?(?:year )?)?(reiwa|heisei|showa) (\\d{1,2})${LATIN_END}`);
const ERA_FISCAL_ENGLISH = sticky(`${ALONE}(?:fy|fiscal) ?(?:year )?([rhs])(\\d{1,2})${LATIN_END}`);
const WESTERN = sticky('(?<![\\d./-])((?:18|19|20|21)\\d\\d)( ?年度| ?年|度)');
const WESTERN_DIGITS = sticky('(?<![\\w./-])((?:18|19|20|21)\\d\\d)(?=[./-]\\d)');
const WESTERN_FISCAL = sticky(`${ALONE}(?:fy ?'?|fiscal (?:year )?)(20\\d\\d|\\d\\d)(?![\\d/a-z])`);
const WESTERN_IN = sticky('(?<=(?<![a-z])(?:in|during|since|year) )(20\\d\\d)(?![\\w/.-]\\w)');
const RELATIVE_FISCAL = sticky(`(一昨|再来|昨|今|本|来|次|前)年度`);
const RELATIVE_YEAR = sticky('(一昨年|再来年|昨年|去年|今年|本年|来年)');
const RELATIVE_FISCAL_ENGLISH = sticky(
  `${ALONE}(this|current|next|coming|last|previous) (?:fiscal(?: year)?|fy)(?! ?\\d)${LATIN_END}`,
);
const RELATIVE_YEAR_ENGLISH = sticky(`${ALONE}(this|next|last) year${LATIN_END}`);
const SHORT_FISCAL = sticky(`(?<!第)(${N})年度(?!目|間|ごと|毎|に[わ渡亘]|連続|分の|当たり|あたり)`);

/** `letter`: a bare s, t or m with a number, which is a year only where month and day follow. */
type Reach = 'fiscal' | 'calendar' | 'bare' | 'letter';
type YearPiece = { end: number; year: WrittenYear; reach: Reach } | null;

function reachOf(ending: string | undefined): Reach {
  if (ending === undefined) return 'bare';
  return ending.includes('度') ? 'fiscal' : 'calendar';
}

function eraPiece(match: { end: number; groups: (string | undefined)[] }, reach: Reach): YearPiece {
  const [name = '', year = ''] = match.groups;
  const era = ERAS.find(
    (each) => each.name === name || each.letter.toLowerCase() === name || each.english.toLowerCase() === name,
  );
  return era ? { end: match.end, year: { kind: 'era', era, year: numeralValue(year) }, reach } : null;
}

function westernPiece(match: { end: number; groups: (string | undefined)[] }, reach: Reach): YearPiece {
  const year = Number(match.groups[0]);
  return { end: match.end, year: { kind: 'western', year: year < 100 ? 2000 + year : year }, reach };
}

/** A year by itself: 令和7年度, r8, 2026年, FY2025, 昨年, last fiscal year, 8年度. */
export function readYear(text: string, at: number): YearPiece {
  const era = matchAt(ERA_LONG, text, at);
  if (era) return eraPiece(era, reachOf(era.groups[2]));
  const short = matchAt(ERA_SHORT, text, at);
  if (short) {
    const reach = reachOf(short.groups[2]);
    return eraPiece(short, reach === 'bare' && /[stm]/.test(short.groups[0] ?? '') ? 'letter' : reach);
  }
  const eraEnglish = matchAt(ERA_ENGLISH, text, at) ?? matchAt(ERA_FISCAL_ENGLISH, text, at);
  if (eraEnglish) return eraPiece(eraEnglish, 'fiscal');
  const western = matchAt(WESTERN, text, at);
  if (western) return westernPiece(western, reachOf(western.groups[1]));
  const digits = matchAt(WESTERN_DIGITS, text, at);
  if (digits) return westernPiece(digits, 'bare');
  const fiscal = matchAt(WESTERN_FISCAL, text, at);
  if (fiscal) return westernPiece(fiscal, 'fiscal');
  const inYear = matchAt(WESTERN_IN, text, at);
  if (inYear) return westernPiece(inYear, 'calendar');
  const relativeFiscal = matchAt(RELATIVE_FISCAL, text, at) ?? matchAt(RELATIVE_FISCAL_ENGLISH, text, at);
  if (relativeFiscal) return relativePiece(relativeFiscal, 'fiscal');
  const relativeYear = matchAt(RELATIVE_YEAR, text, at) ?? matchAt(RELATIVE_YEAR_ENGLISH, text, at);
  if (relativeYear) return relativePiece(relativeYear, 'calendar');
  const eraless = BEFORE_NUMBER.test(text[at - 1] ?? '') ? null : matchAt(SHORT_FISCAL, text, at);
  return (
    eraless && {
      end: eraless.end,
      year: { kind: 'short', year: numeralValue(eraless.groups[0] ?? '') },
      reach: 'fiscal',
    }
  );
}

function relativePiece(match: { end: number; groups: (string | undefined)[] }, reach: Reach): YearPiece {
  return { end: match.end, year: { kind: 'relative', offset: YEAR_WORDS[match.groups[0] ?? ''] ?? 0 }, reach };
}
