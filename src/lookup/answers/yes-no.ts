import type { Answer } from '../answer.ts';
import type { Inquiry } from '../inquiry.ts';
import { OF_ONE_THING, OF_SEVERAL } from '../operators.ts';
import { intersect } from '../postings.ts';
import { rank } from '../search.ts';
import { detail, ranking } from './detail.ts';
import { ASKS_MAKERS } from './finer-states.ts';
import { notRecorded } from './not-recorded.ts';

const JA_ENDING =
  /(ます|です|ました|でした|ません|てる|とる|てん|ている|ています|ある|あります|いる|る|た|だ|きる|はる|直営|まだ|済み|済|もう)(か|の|ん|かな|かね|っけ|のか|んか|のでしょうか|でしょうか|ですか|かい|やろか|んですか|のですか|よね|けど)?[?？。\s]*$/;
const EN_START = /(^|[.!?,;:] ?)(and )?(do|does|did|is|are|was|were|has|have|had|can|could|will|would)\b/;
const WH = [...OF_ONE_THING, ...OF_SEVERAL, 'rating'];

/** Whether the question wants はい or いいえ. */
export function isYesNo(inquiry: Inquiry): boolean {
  if (inquiry.has(...WH) || /どう(なって|して|です|でしょ|やって)|どんな|なに|何/.test(inquiry.u.text)) return false;
  return inquiry.u.language === 'en'
    ? EN_START.test(inquiry.u.text)
    : JA_ENDING.test(inquiry.u.text) || (/[?？]$/.test(inquiry.u.text) && !/は[?？]$/.test(inquiry.u.text));
}

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
  const told = ASKS_MAKERS.test(inquiry.u.text) && onlyUses ? 'none' : state;
  const word = {
    doing: inquiry.words.yes,
    none: inquiry.words.no,
    planned: inquiry.words.plannedYet,
    considering: inquiry.words.consideringYet,
  }[told];
  answer.headline = `${word}${inquiry.u.language === 'en' ? ' ' : ''}${answer.headline}`;
  return answer;
}
