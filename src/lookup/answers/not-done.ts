import { type Answer, emptyAnswer } from '../answer.ts';
import type { Fact } from '../facts.ts';
import type { Inquiry } from '../inquiry.ts';
import { asksTroubles } from './records-asked.ts';
import { townPicture } from './town-picture.ts';
import { allowedAreas, type Found, onlyIn, ordered, perTown } from './towns.ts';

// 「…やっとる町あらへん？」 asks whether there is one; it denies nothing.
const DENIED_JA =
  '(?<!(?:町|市|村|自治体|(?<![場役])所|ところ|とこ|例)(?:が|は|も|って|とか)?)(?:[てでとど]い?(?:は)?(?:ない|なかった|ません|へん|まへん|はらへん)|[てで](?:おらん|おらない|おりません|おらず)|[とど]ら(?:ん|へん)|(?<!あ)[しせやらかさたなまばわがいえめけてれべげ](?:ない|なかった|ません|へん)|(?:やら|し得|せ|おら|あら)(?:ん|へん)|あれへん|(?:が|も|は|の|を)?(?:ない|無い|なし|ありません|なかった)|未(?:実施|設置|作成|整備|導入|策定|着手|対応|開催|配布|活用)|(?:が|は)?ゼロ)';
const TOWNS_JA = '(?:の|な)?(?:の|ん|市や町|市町村?|町村?|市|町|自治体|所|ところ|とこ|まち|地域)?';
const REST_JA =
  '(?:が|は|って|を|も|とか|で|、|一覧|の|どこ|どの(?:市町|町|市)|どちら|いくつ|何(?:市町|か所)?|全部|ぜんぶ|すべて|全て|ある|あり|あったら|ます|か|です|でしょう|教え|おしえ|挙げ|あげ|見せ|知りた|て|い|下さ|くださ|ほし|お願い|し|や|ろ|な|ね|よ|ん|ください)*[?。!]*';
/** The matter is denied last, of the towns that are asked for: 「…していない市町は？」. */
const ASKS_DENIED_JA = new RegExp(`${DENIED_JA}${TOWNS_JA}${REST_JA}$`);
const ASKS_TOWNS_EN =
  /\b(which|what|who|whose|where|any|list|name|show|tell|how many|towns?|cities|municipalit\w+|places?)\b/;
const DENIED_EN =
  /\b(?:(?:do|does|did|has|have|had|is|are|was|were)(?:n't|nt| not)|never|without|lack(?:s|ing)?|(?:has|have|had|having|hold|holds|held|offer|offers|give|gives|run|runs|with|set|make|makes|made|are|is) no)\b/;
const NOT_DENIED_EN = /\bwhy\b|\bnot (?:only|just|by|from|including|counting)\b|\b(?:we|our|us)\b/;

/**
 * 「出前講座をしていない市町は？」: what is asked for is that it is not done. A word that holds a denial itself
 * (身寄りのない方, 集まらない) denies nothing, and what is planned is asked for as planned.
 */
export function asksNotDone(inquiry: Inquiry): boolean {
  const { u } = inquiry;
  if (inquiry.has('planned-status', 'considering', 'why-not')) return false;
  if (u.lacking.length > 0 || u.excluded.length > 0 || asksTroubles(inquiry, inquiry.demands)) return false;
  const text = besideTerms(inquiry);
  if (u.language === 'ja') return ASKS_DENIED_JA.test(text) && !/(うち|当[市町]|本[市町]|自分)/.test(text);
  const last = text.split(/[.!?;] /).at(-1) ?? text;
  return ASKS_TOWNS_EN.test(last) && DENIED_EN.test(last) && !NOT_DENIED_EN.test(last);
}

/** The text with everything that was said of the matter itself blotted out. */
function besideTerms({ u }: Inquiry): string {
  const letters = [...u.text];
  // Positions count UTF-16 units, as the text does; beyond the basic plane nothing is denied.
  if (letters.length !== u.text.length) return u.text;
  const said = [...u.terms.filter((term) => term.weight !== 'weak'), ...u.places];
  for (const { begin, end } of said) if (begin >= 0) letters.fill('＊', begin, end);
  return letters.join('');
}

/**
 * The towns that say that they do not do it; then those that say nothing, by name, for not stated is not none (rule 1.3);
 * and how many do it or plan it.
 */
export function notDone(inquiry: Inquiry, found: Found, only?: ReadonlySet<string>): Answer {
  const { index, words, u } = inquiry;
  const allowed = allowedAreas(inquiry, only);
  const inScope = onlyIn(index, found, allowed);
  const { isMeant } = inScope;
  const isHome = index.traits.inAreas((id) => isMeant(id) && inquiry.isHome(id));
  const home = inScope.facts.filter(isHome);
  const towns = inquiry.denominator.filter(allowed);
  const known = new Set<string>();
  const townsOf = (facts: Uint32Array): string[] => {
    const areas = index.traits.areasOf(facts);
    const some = towns.filter((id) => areas.has(id) && isMeant(id) && !known.has(id));
    for (const id of some) known.add(id);
    return some;
  };
  const saysNone = home.filter(index.traits.inStatus('none'));
  const none = townsOf(saysNone);
  const done = home.filter(index.traits.inStatus('doing'));
  const doing = townsOf(done);
  const plans = home.filter(index.traits.inStatus('planned', 'considering'));
  const planned = townsOf(plans);
  const silent = towns.filter((id) => !known.has(id));
  const counts = { total: towns.length, none: none.length, doing: doing.length, planned: planned.length };
  const headline = words.notDone({ ...counts, silent: silent.length, what: inquiry.subject });
  const answer = emptyAnswer('which-areas', u.language, headline);
  answer.areas = none;
  if (inquiry.has('count-areas', 'how-many')) answer.number = none.length;
  const rows = (facts: Uint32Array, of: readonly string[]) =>
    ordered(
      inquiry,
      perTown(
        inquiry,
        onlyIn(index, { facts, isMeant }, (id) => of.includes(id)),
      ),
    );
  const away = inScope.facts.filter(index.traits.inStatus('none')).filter((number) => !isHome(number));
  answer.groups = [
    inquiry.group(null, rows(saysNone, none)),
    inquiry.group(words.plannedGroup, rows(plans, planned)),
    inquiry.group(words.elsewhere, perTown(inquiry, { facts: away, isMeant })),
    inquiry.group(words.doingGroup, onePerTown(rows(done, doing))),
  ].filter((group) => group.rows.length > 0);
  if (silent.length > 0) answer.notes.push(words.silentTowns(inquiry.names(silent)), words.nothingSaysSo);
  const states = [
    ['none', none],
    ['doing', doing],
    ['planned', planned],
  ] as const;
  answer.picture = townPicture(inquiry, towns, answer.groups, states, 'done');
  return answer;
}

const onePerTown = (facts: readonly Fact[]): Fact[] =>
  facts.filter((fact, at) => facts.findIndex((other) => other.areaIds.join() === fact.areaIds.join()) === at);
