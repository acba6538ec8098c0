import type { CalendarDate } from '../calendar/calendar-date.ts';
import { parseFiscalYearLabel } from '../calendar/fiscal-year.ts';
import type { RegistryRecords, SourceRow } from '../records/rows.ts';
import { findSpokenDates } from './spoken-dates.ts';

// 「去年と比べて」「令和7年度から」: which two surveys a question compares, and what it asks of both.

export interface ComparedYears {
  /** Null: no survey of that year is registered. */
  former: SourceRow | null;
  now: SourceRow;
  /** As the question names the former year. */
  said: string;
  /** What is asked of each year. */
  question: string;
  /** Whether only those are asked for who came, or who went. */
  only: 'added' | 'gone' | null;
}

const LAST_JA = /(?:去年|昨年度?|前年度?|前回)/;
const YEAR_JA = /(?:令和|平成|[rhRH])\s?(?:元|\d{1,2})(?:年度?)?|\d{4}年度?/;
const FORMER_JA = new RegExp(
  `[、\\s]*(?:${LAST_JA.source}|${YEAR_JA.source})(?:の?調査)?(?:に比べて?|と比べ(?:て|ると)?|と比較(?:して|すると)?|から|より|と)(?:、)?`,
);
const CHANGE_JA =
  /(?:は|が|って|、|\s)*(?:何が|なにが|どう|どこが|どんなところが|全体で|全市町で)*(?:(?:変わっ|変化|違|増え|減っ|新しく|比べ|比較).*|(?:どう|いかが)(?:です|でしょう)?か?[?。]*)$/;
const FORMER_EN =
  /,?\s*\b(?:compared (?:with|to)|since|from|than(?: in)?)\s+(?:the\s+)?(last year|last survey|the year before|(?:fiscal )?(?:year )?(?:\d{4}|r\d{1,2}|reiwa \d{1,2}))(?:'s survey)?/i;
const CHANGE_EN =
  /\b(?:what (?:has |is )?(?:changed|new|different)(?: (?:about|in|for|with))?|has(?: the number of)?|have|changed|increased|decreased|more|fewer|are there|do)\b/gi;

/** The surveys by fiscal year, the oldest first. */
export function surveysIn({ sources }: RegistryRecords): SourceRow[] {
  const year = ({ fiscalYear }: SourceRow) => parseFiscalYearLabel(fiscalYear) ?? 0;
  return sources.filter(({ kind }) => kind === 'survey').sort((one, other) => year(one) - year(other));
}

/** 「令和7年度と令和8年度で」: two years, whatever else is said. */
const TWO_JA = new RegExp(
  `(${YEAR_JA.source}|${LAST_JA.source})(?:の?調査)?(?:と|から)、?(${YEAR_JA.source}|今年度?|今回)(?:の?調査)?(?:で|を|の|にかけて|まで)?、?`,
);
const TWO_EN =
  /,?\s*\b(?:between|from|in)\s+(.{1,20}?)\s+(?:and|to)\s+((?:fiscal )?(?:year )?(?:\d{4}|r\d{1,2}|reiwa \d{1,2})|this year)/i;
const COMPARES_JA = /比べ|比較|違|差|推移|変わ|変化|増え|減/;

const THIS_YEAR_JA = `(?:今年度?|今回|(?:${YEAR_JA.source}))(?:の?(?:市町)?(?:取組状況)?調査)?(?:から|で|に|は|になって)?、?`;
const TOWNS =
  /市町|自治体|どこ|(?<![場役])ところ|(?:た|だ)(?:町|市)|\b(?:which|what|how many|any)\b.*\b(?:towns?|cities|municipalit\w+)\b/i;
/** Who began: 「今年新しく…始めた市町」. Without a year what began is told by the records (rules 1.13). */
const BEGAN_JA = /新しく|新たに|(?:し|い|り|き|み|び|ち|え|け|て)?始めた|開始した|導入した|加わった/;
const STOPPED_JA =
  /(?:を|が|は)?(?:使うのを|するのを|の?利用を|の?使用を)?(?:やめた|辞めた|止めた|取りやめた|しなくなった|使わなくなった|なくなった|廃止した)/;
const STOPPED_EN = /\b(?:stopped|no longer|gave up|dropped|ceased)\b/i;
const BEGAN_EN = /\b(?:started|began|newly|new(?:ly)? (?:use|using|do|doing)|introduced|added)\b/i;
const THIS_YEAR_EN = /\b(?:this year|in this year's survey|in (?:fiscal )?(?:year )?(?:\d{4}|r\d{1,2}))\b/i;

/** Which surveys a question compares; null where it compares none, or there is but one. */
export function comparedYears(
  question: string,
  surveys: readonly SourceRow[],
  today: CalendarDate,
): ComparedYears | null {
  const text = question.normalize('NFKC').trim();
  const now = surveys.at(-1);
  if (!now || surveys.length < 2) return null;
  return (
    whoCameOrWent(text, surveys, now, today) ??
    twoYears(text, surveys, now, today) ??
    sinceThen(text, surveys, now, today)
  );
}

type Compares = (
  text: string,
  surveys: readonly SourceRow[],
  now: SourceRow,
  today: CalendarDate,
) => ComparedYears | null;

/** 「去年から何が変わった」. */
const sinceThen: Compares = (text, surveys, now, today) => {
  const ja = FORMER_JA.exec(text);
  if (ja && CHANGE_JA.test(text.replace(ja[0], ''))) {
    const base = text
      .replace(ja[0], '')
      .replace(CHANGE_JA, '')
      .replace(/[はがの、\s]+$/, '');
    return { ...formerOf(ja[0], surveys, now, today), now, question: asked(base), only: null };
  }
  const en = FORMER_EN.exec(text);
  if (!en || text.replace(en[0], '').search(CHANGE_EN) < 0) return null;
  const base = text
    .replace(en[0], '')
    .replace(CHANGE_EN, ' ')
    .replace(/[?.\s]+$/, '')
    .trim();
  return {
    ...formerOf(en[1] ?? '', surveys, now, today),
    now,
    question: OVERALL.test(base) ? 'towns' : base,
    only: null,
  };
};

/** 「令和7年度と令和8年度で、…を比べて」. */
const twoYears: Compares = (text, surveys, _now, today) => {
  const two = TWO_JA.exec(text) ?? TWO_EN.exec(text);
  if (!two || !(COMPARES_JA.test(text) || /compar|chang|differ|more|fewer/i.test(text))) return null;
  const said = [two[1] ?? '', two[2] ?? ''];
  const [one, other] = said.map((year) => surveyOf(year, surveys, today));
  if (!one || !other || one.id === other.id) return null;
  const [former, latter] = surveys.indexOf(one) < surveys.indexOf(other) ? [one, other] : [other, one];
  const base = text
    .replace(two[0], '')
    .replace(/(?:の?数)?(?:を|は|が)?(?:の?数を)?(?:比べ|比較|どう変わ|どう違|変わ|違い|差|推移|増え|減っ).*$/, '')
    .replace(CHANGE_EN, ' ')
    .replace(/\b(?:compare|how|did|the number of)\b/gi, ' ')
    .replace(/[はがのを、?.\s]+$/, '')
    .trim();
  return { former, now: latter, said: two[1] ?? '', question: asked(base), only: null };
};

/** 「今年新しく…始めた市町」「…をやめた市町」: those alone who came, or who went. */
const whoCameOrWent: Compares = (text, surveys, now, today) => {
  if (!TOWNS.test(text)) return null;
  const former = surveys.at(-2) ?? null;
  const isNow = (said: string | undefined) => said !== undefined && surveyOf(said, surveys, today)?.id === now.id;
  const both = /(?:去年|昨年度?|前年度?|前回)(?:の調査)?(?:は|では|まで)?.{0,30}?(?:のに|けど|が)、?(?=今年|今回)/.exec(
    text,
  );
  const year = new RegExp(THIS_YEAR_JA).exec(text)?.[0] ?? THIS_YEAR_EN.exec(text)?.[0];
  const made = { former, now, said: '' };
  if (both && /(?:ない|なく|ません|へん)/.test(text.slice(both.index + both[0].length))) {
    const what = both[0]
      .replace(/^(?:去年|昨年度?|前年度?|前回)(?:の調査)?(?:は|では|まで)?、?/, '')
      .replace(/(?:のに|けど|が)、?$/, '');
    const rest = text
      .slice(both.index + both[0].length)
      .replace(/^.*?(?:市町|自治体|ところ)(?:村)?(?:は|って|を)?[?。]*/, '');
    return { ...made, question: asked(`${text.slice(0, both.index)}${what}${rest}`), only: 'gone' };
  }
  if (STOPPED_JA.test(text) || STOPPED_EN.test(text)) {
    if (year !== undefined && !isNow(year)) return null;
    return {
      ...made,
      question: towns(
        text
          .replace(year ?? '', '')
          .replace(STOPPED_JA, 'の')
          .replace(STOPPED_EN, ''),
      ),
      only: 'gone',
    };
  }
  if (!isNow(year) || !(BEGAN_JA.test(text) || BEGAN_EN.test(text))) return null;
  const plain = text
    .replace(year ?? '', '')
    .replace(/新しく|新たに/g, '')
    .replace(/し始めた/, 'している')
    .replace(/始めた|開始した/, 'た')
    .replace(BEGAN_EN, '');
  return { ...made, question: towns(plain), only: 'added' };
};

/** Nothing but the whole is asked for. */
const OVERALL =
  /^(?:(?:の|で|は|、|\s)|全体|全市町|市町(?:全体)?|県内|県全体|(?:市町(?:の)?)?(?:取組状況)?調査|回答|記載|内容|各市町|in all|overall|the survey|towns|all|\bthe\b|\bin\b|municipalities)*$/i;

const asked = (base: string): string => (OVERALL.test(base) ? '市町は？' : `${base}は？`);
const towns = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The survey that a word for a year means: 今年 is the latest one. */
function surveyOf(said: string, surveys: readonly SourceRow[], today: CalendarDate): SourceRow | undefined {
  if (/今年|今回|this year/i.test(said)) return surveys.at(-1);
  if (LAST_JA.test(said) || /last|before/i.test(said)) return surveys.at(-2);
  const years = findSpokenDates(said.toLowerCase(), today).flatMap(({ fiscalYears }) => fiscalYears);
  return surveys.findLast(({ fiscalYear }) => years.includes(fiscalYear));
}

function formerOf(said: string, surveys: readonly SourceRow[], now: SourceRow, today: CalendarDate) {
  const others = surveys.filter(({ id }) => id !== now.id);
  const years = findSpokenDates(said.toLowerCase(), today)
    .filter(({ yearGiven }) => yearGiven)
    .flatMap(({ fiscalYears }) => fiscalYears);
  const named = YEAR_JA.exec(said)?.[0] ?? said;
  if (LAST_JA.test(said) || /last|before/i.test(said) || years.length === 0) {
    return { former: others.at(-1) ?? null, said: named };
  }
  return { former: others.findLast(({ fiscalYear }) => years.includes(fiscalYear)) ?? null, said: named };
}
