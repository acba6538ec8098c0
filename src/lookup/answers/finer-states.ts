import type { ToolUseRow } from '../../records/rows.ts';
import { figuresFor } from '../figures.ts';
import type { Inquiry } from '../inquiry.ts';
import type { Found } from './towns.ts';

const UNFINISHED = /作成中|最中|策定中|準備中|整備中|作成を?継続|作成しているところ|書いている途中/;
const ASKS_UNFINISHED =
  /作りかけ|途中|作成中|策定中|準備中|まだ.{0,6}(作|でき|準備)|\bstill\b|in progress|being (made|written|drafted)|under way/;
export const ASKS_EITHER_STATE = /も含|を含|含め|でも(いい|可|ok)|(作|つく)った(、|・|か|また|り)|\bor (is|are|being) /;
export const ASKS_FINISHED = /もう(作|でき|あ)|すでに|既に|作ってある|(作|つく)り終|できてる|完成|策定済|\balready\b/;
const ASKS_USERS =
  /使(って|う|っと).{0,3}側|作った(所|側|とこ|町|市|人)?(は|を)?.{0,3}(以外|除)|自分で.{0,12}(じゃな|でな|ではな)|(作|つく)った.{1,16}を、?(使|活用|利用|もら|借り)|作成の.{1,12}を、?(使|活用|利用)|\bus(e|es|ing) .{3,30} (made|created|written|produced|drawn up|drafted) by\b|not by themselves|made by (others|another|someone)|not the maker/;
/** 「…を作った」: the maker is asked for, not who uses it. */
export const ASKS_MAKERS =
  /(作|つく)った|作成した|(自前|自分(たち|ら|のところ|とこ)?)で[^、。]{0,4}(作|つく|開発|制作)|(作|つく)っ(て(い)?る|とる)|\b(made|makes?|produced?|created?|wrote)\b/;
const ASKS_FIGURES =
  /数(が|を|は|も)(書|載|記|出|分か)|(number|figure)s? (is|are) (given|stated|recorded)|gives? (the|a) number/;

/** What narrows within a state: still being made or finished, used rather than made, told with a figure. */
export function finerStates(inquiry: Inquiry, { facts, isMeant }: Found): (fact: number) => boolean {
  const { index, u } = inquiry;
  const { text } = u;
  const narrows: ((fact: number) => boolean)[] = [];
  const isUnfinished = (number: number) => UNFINISHED.test(index.fact(number).search);
  if (ASKS_UNFINISHED.test(text) && !ASKS_EITHER_STATE.test(text)) {
    const isDone = index.traits.inStatus('doing');
    narrows.push((number) => !isDone(number) || isUnfinished(number));
  } else if (ASKS_FINISHED.test(text)) narrows.push((number) => !isUnfinished(number));
  const asksUsers = ASKS_USERS.test(text);
  if (asksUsers || ASKS_MAKERS.test(text)) {
    const [makers, users] = [townsAs('maker', inquiry, facts), townsAs('user', inquiry, facts)];
    const isOther = index.traits.inAreas(
      (id) => isMeant(id) && (asksUsers ? makers.has(id) : users.has(id) && !makers.has(id)),
    );
    narrows.push((number) => !isOther(number));
  }
  if (ASKS_FIGURES.test(text)) {
    const figures = figuresFor(
      inquiry,
      inquiry.facts(facts).map((fact) => ({ fact, score: 0 })),
    );
    const counted = new Set(figures.map(({ fact }) => fact.id));
    narrows.push((number) => counted.has(index.fact(number).id));
  }
  if (/言葉|という語|\bthe words?\b/.test(text)) {
    const words = inquiry.demands.flatMap((demand) =>
      demand.terms.flatMap((term) => term.concept?.forms ?? term.literal ?? []),
    );
    narrows.push((number) => words.some((word) => (index.fact(number).search.split('|')[0] ?? '').includes(word)));
  }
  const useful = narrows.filter((keeps) => facts.some(keeps));
  return (number) => useful.every((keeps) => keeps(number));
}

/** The towns that made a tool, or use one that another made. */
function townsAs(role: ToolUseRow['role'], { index }: Inquiry, facts: Uint32Array): Set<string> {
  return index.traits.areasOf(
    facts.filter((number) => {
      const fact = index.fact(number);
      return fact.kind === 'tool' && fact.row.role === role;
    }),
  );
}
