import type { FactIndex } from './fact-index.ts';
import { EMPTY, union } from './postings.ts';

// Names of people: lecturers above all. An honorific or a title is no part of a name: 孫先生, 孫大輔講師 and 孫大輔 are one
// person, as far as a record tells.

const NAME = '\\p{Script=Han}々\\p{Script=Katakana}ー';
const TITLE = '(?:さん|氏|先生|様|講師|医師|教授|准教授|ドクター)';
/** A name of kanji, or of kanji and kana (堀ちえみ), before its title. */
const TITLED_JA = new RegExp(
  `(?<![${NAME}おご])([${NAME}]{1,7}(?:[ぁ-ん]{1,4}?(?<![のなのいたるてにはがをとも]))?)(さん|氏(?!名)|先生|様(?=[をにのがはとへで、。?]|$)|講師|医師|教授)`,
  'gu',
);
/** A name beside what a lecturer is called or what is done with one: 「堀ちえみを講師に」「講師が堀ちえみの」. */
const UNTITLED_JA = new RegExp(
  `(?<![${NAME}])([${NAME}]{1,5}[ぁ-ん]{0,4}?)(?=を(?:講師|呼|招|お呼|お招|迎))|(?<=講師[にがはの])([${NAME}]{1,5}[ぁ-ん]{0,4}?)(?=[をがの])`,
  'gu',
);
const TITLED_EN =
  /\b(?:dr|mr|mrs|ms|prof|professor)\.? ((?!of\b|in\b|at\b|who\b)[a-z][a-z'-]+(?: (?!to\b|as\b|for\b|at\b|in\b|on\b|give|gave|hold|held|speak|spoke|lectur|talk)[a-z][a-z'-]+)?)/g;
const NOBODY =
  /^[何誰皆客者奥娘嫁婿親父母兄姉弟妹子爺婆各全他両同]|(?:長|員|者|師|士|業|屋|会|所|店|人|家|生|主|官)$|^(?:専門|大学|外部|担当|嘱託|女性|男性|同|多|模|仕|有|異)/;
/** No more records than these are looked into for a name. */
const MOST = 3000;

export interface NamedPerson {
  name: string;
  begin: number;
  end: number;
  /** Whether nobody but a person is called so, also where no record knows the name. */
  surely: boolean;
}

/** Who a normalised question may name, by a title or beside what lecturers are called. */
export function namedPeople(text: string): NamedPerson[] {
  const found: NamedPerson[] = [];
  for (const match of text.matchAll(TITLED_JA)) {
    const [whole, name = '', title = ''] = match;
    const surely = /^[^ぁ-ん]+$/.test(name) && !NOBODY.test(name) && (/^[さ氏先様]/.test(title) || name.length >= 4);
    found.push({ name, begin: match.index, end: match.index + whole.length, surely });
  }
  for (const match of text.matchAll(UNTITLED_JA)) {
    const name = match[1] ?? match[2] ?? '';
    if (found.some(({ end }) => match.index < end)) continue;
    const surely = /^\p{Script=Han}{4,}$/u.test(name) && !NOBODY.test(name);
    found.push({ name, begin: match.index, end: match.index + name.length, surely });
  }
  for (const match of text.matchAll(TITLED_EN)) {
    const [whole, name = ''] = match;
    found.push({ name, begin: match.index, end: match.index + whole.length, surely: true });
  }
  return found;
}

/** The facts that name a person so: the name, or the beginning of it, before a title or after what lecturers are called. */
export function factsNaming(index: FactIndex, name: string): Uint32Array {
  const latin = /^[a-z]/.test(name);
  const facts = latin ? intersectWords(index, name) : name.length >= 2 ? index.ofText(name) : ofTitles(index);
  if (facts.length > MOST) return EMPTY;
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const isNamed = latin
    ? new RegExp(`\\b${escaped}\\b`)
    : new RegExp(
        `(?<![${NAME}])${escaped}[${NAME}ぁ-ん]{0,5}?(?:${TITLE}|を講師)|(?:講師|医師|教授|氏|先生|タレント|演者)[ :はのに、|)]*${escaped}|(?:講師|医師|教授|先生|演者)[^|]{0,20}(?<![${NAME}])${escaped}[${NAME}]{0,4}氏`,
        'u',
      );
  return facts.filter((number) => {
    const fact = index.fact(number);
    return isNamed.test(latin ? fact.english : fact.search);
  });
}

const ofTitles = (index: FactIndex): Uint32Array =>
  union(['講師', '先生', '医師', '教授', 'さん'].map((title) => index.ofText(title)));

/** A gloss that speaks of a lecture or a lecturer, so that a son is not Mr Son. */
function intersectWords(index: FactIndex, name: string): Uint32Array {
  const [first = '', ...rest] = name.split(' ');
  return index.ofStem(first).filter((number) => {
    const { english } = index.fact(number);
    return /lectur|talk|speaker|\bdr\b|professor/.test(english) && rest.every((word) => english.includes(word));
  });
}
