import type { Answer } from '../answer.ts';
import type { Fact } from '../facts.ts';
import type { Inquiry } from '../inquiry.ts';
import { normalize } from '../normalize.ts';
import { OF_ONE_THING, OF_SEVERAL } from '../operators.ts';
import { intersect, lowerBound } from '../postings.ts';
import { rank, type Scored } from '../search.ts';
import { detail, ranking } from './detail.ts';
import { ASKS_MAKERS } from './finer-states.ts';
import { notRecorded } from './not-recorded.ts';

const JA_ENDING =
  /(ます|です|ました|でした|ません|てる|とる|てん|ている|ています|ある|あります|いる|る|た|だ|きる|はる|直営|まだ|済み|済|もう)(か|の|ん|かな|かね|っけ|のか|んか|のでしょうか|でしょうか|ですか|かい|やろか|んですか|のですか|よね|けど)?[?？。\s]*$/;
const EN_START = /(^|[.!?,;:] ?)(and )?(do|does|did|is|are|was|were|has|have|had|can|could|will|would)\b/;
const WH = [...OF_ONE_THING, ...OF_SEVERAL, 'rating'];

/** Whether the question wants はい or いいえ. */
export function isYesNo(inquiry: Inquiry): boolean {
  if (inquiry.has(...WH) || /どう(なって|して|です|でしょ|やって)|どんな|なに|なんて|なんと|何/.test(inquiry.u.text))
    return false;
  return inquiry.u.language === 'en'
    ? EN_START.test(inquiry.u.text)
    : JA_ENDING.test(inquiry.u.text) || (/[?？]$/.test(inquiry.u.text) && !/は[?？]$/.test(inquiry.u.text));
}

/** What is said after a word to deny it: 「公表の予定はない」「掲載していない」. */
const DENIED =
  /^(の?予定|の見込み)?(は|も|を)?(、)?(ない|なく|なし|していない|しない|されていない|行っていない|できない)/;

/** Whether a record denies the very thing that is asked, though what it tells of is done. */
function isDeniedItself({ u }: Inquiry, { text }: Fact): boolean {
  const told = normalize(text);
  const forms = u.terms.flatMap((term) => (term.weight === 'weak' ? [] : (term.concept?.forms ?? [])));
  return forms.some((form) =>
    told
      .split(form)
      .slice(1)
      .some((after) => DENIED.test(after)),
  );
}

const ASKS_FINISHED = /もう|すでに|既に|終わ|済み|済んだ|完了|出てる|\b(already|yet|finished|over|out)\b/;
/** A plan that says nearly as much of what was asked as the best record does. */
const AS_GOOD = 0.8;

/** 「もう終わった？」: what is told of as planned was not done then, whatever else of its kind was. */
function hasPlanAsGood(ranked: readonly Scored[]): boolean {
  const best = ranked[0]?.score ?? 0;
  return ranked.some(({ fact, score }) => fact.status === 'planned' && score >= best * AS_GOOD);
}

/** Whether one record speaks of all that narrows the question: 専門職向け and 掲載 told apart make no はい. */
function meetsAll({ demands }: Inquiry, ranked: readonly Scored[]): boolean {
  const narrowing = demands.filter(({ weight, hint }) => weight !== 'weak' && !hint);
  return ranked.some(({ number }) => narrowing.every(({ facts }) => holds(facts, number)));
}

const holds = (facts: Uint32Array, number: number): boolean => facts[lowerBound(facts, number, 0)] === number;

/** はい／いいえ／予定, from the state of the record that speaks of it; never a いいえ without a record. */
export function yesNo(inquiry: Inquiry): Answer {
  const ranked = ranking(inquiry);
  const answer = detail(inquiry, ranked);
  answer.intent = answer.found ? 'yes-no' : answer.intent;
  const [best] = ranked;
  if (!best || !answer.found) return answer;
  const shown = Uint32Array.from(ranked, ({ number }) => number).sort();
  const silent = inquiry.demands.some(
    (demand) => demand.weight === 'strong' && intersect([shown, demand.facts]).length === 0,
  );
  if (silent) return notRecorded(inquiry);
  const plain = rank(inquiry.index, shown, inquiry.demands);
  const top = plain.filter(({ score }) => score >= (plain[0]?.score ?? 0) - 0.01).map(({ fact }) => fact.status);
  const state = top.includes('doing')
    ? top.includes('none') && best.fact.status === 'none'
      ? 'none'
      : 'doing'
    : (top[0] ?? 'doing');
  const tools = ranked.filter(({ fact }) => fact.kind === 'tool').map(({ fact }) => fact);
  const onlyUses = tools.length > 0 && tools.every((fact) => fact.kind === 'tool' && fact.row.role === 'user');
  const notSo = (ASKS_MAKERS.test(inquiry.u.text) && onlyUses) || isDeniedItself(inquiry, best.fact);
  const asksFinished = ASKS_FINISHED.test(inquiry.u.text);
  const told = notSo ? 'none' : state === 'doing' && asksFinished && hasPlanAsGood(plain) ? 'planned' : state;
  const word = {
    doing: meetsAll(inquiry, ranked) ? inquiry.words.yes : inquiry.words.notAllSaid,
    none: inquiry.words.no,
    planned: asksFinished ? inquiry.words.plannedThen : inquiry.words.plannedYet,
    considering: inquiry.words.consideringYet,
  }[told];
  answer.headline = `${word}${inquiry.u.language === 'en' ? ' ' : ''}${answer.headline}`;
  return answer;
}
