import type { AnswerWords } from '../../words/answers.ts';
import { type Answer, emptyAnswer, type Intent } from '../answer.ts';
import type { EvaluationPart, Fact } from '../facts.ts';
import { asksFigure, figuresFor, showFigure } from '../figures.ts';
import { distinct, type Inquiry } from '../inquiry.ts';
import { intersect, union } from '../postings.ts';
import { scenesNamed } from '../scenes.ts';
import { rank, type Scope, type Scored } from '../search.ts';
import { placesAsked } from '../understand.ts';
import { notRecorded } from './not-recorded.ts';

const SHOWN = 6;
/** A fact that meets less than this share of what the best one meets is not shown, however well its kind fits. */
const NEAR = 0.4;
/** More facts than this are not looked into. */
const WEIGHED = 200;

/** What is recorded of a place, a tool, a meeting: the records that speak of it best, with figures and ways to get it. */
export function detail(inquiry: Inquiry, ranked = ranking(inquiry)): Answer {
  const wantsFigure = asksFigure(inquiry);
  if (ranked.length === 0) return notRecorded(inquiry);
  const lacking = attributeLacking(inquiry, ranked);
  if (lacking !== null) return notRecorded(inquiry, lacking);
  const facts = distinct(ranked.map(({ fact }) => fact)).slice(0, SHOWN);
  const intent: Intent = wantsFigure ? 'count' : inquiry.has('get', 'contact') ? 'get' : 'detail';
  const places = inquiry.names([...new Set(facts.flatMap((fact) => fact.areaIds))].slice(0, 4));
  const asked = inquiry.names(placesAsked(inquiry.u).map((place) => place.area.id));
  const answer = emptyAnswer(intent, inquiry.u.language, inquiry.words.detail(asked || places, inquiry.subject));
  answer.groups = [inquiry.group(null, facts)];
  if (inquiry.has('maker')) answer.areas = makersOf(inquiry, facts);
  if (wantsFigure) addFigure(inquiry, ranked, answer);
  else addWhatIsLacking(inquiry, facts, answer);
  return answer;
}

/** 「どの課が集まってる？」 names an office as well, and nobody wants to call it. */
const ASKS_WHOM = /連絡|問い?合|照会先|\b(contact|reach|in touch)\b/;
const WHOM_TO_ASK = /連絡|問い?合|照会|電話|tel|要連絡/;

/** 「いつ？」「連絡先は？」 of something of which no day and nobody to ask is recorded: the answer says so first. */
function addWhatIsLacking(inquiry: Inquiry, facts: readonly Fact[], answer: Answer): void {
  const { words } = inquiry;
  const isDated = (fact: Fact) => fact.when !== null || inquiry.datesIn(fact, fact.search).length > 0;
  const lacking = [
    inquiry.has('when') && !facts.some(isDated) ? words.noDay : null,
    inquiry.has('contact') && ASKS_WHOM.test(inquiry.u.text) && !facts.some((fact) => WHOM_TO_ASK.test(fact.search))
      ? words.noContact
      : null,
  ].filter((line) => line !== null);
  if (lacking.length > 0) answer.headline = [...lacking, answer.headline].join('\n');
}

interface Attribute {
  name: keyof AnswerWords['attributes'];
  asked: RegExp;
  /** How a record shows that it holds it. */
  told: RegExp;
}

// What only a record that holds it can answer: a number to call, an amount of money.
const ATTRIBUTES: readonly Attribute[] = [
  { name: 'phone', asked: /電話|tel\b|でんわ|何番|内線|phone|extension/, told: /0\d{1,4}-\d{1,4}-\d{3,4}/ },
  { name: 'fax', asked: /fax|ファックス|ファクス/, told: /fax番号|ファックス番号/ },
  { name: 'mail', asked: /メールアドレス|メアド|mail address|e-?mail address/, told: /@[a-z]/ },
  { name: 'address', asked: /住所|所在地は|\baddress\b/, told: /番地|丁目/ },
  {
    name: 'money',
    asked:
      /いくら|料金|費用|委託料|利用料|予算額|値段|有料|無料|free of charge|for free|how much|\bfees?\b|\bcosts?\b|\bprice|budget/,
    told: /\d円|無料|有料/,
  },
  {
    name: 'lecturer',
    asked: /講師.{0,5}(誰|だれ|名前|どなた|何て)|who.{0,20}(lectur|speaker|spoke|taught)|(lecturer|speaker)'?s name/,
    told: /講師[:はに]|[^職]氏|教授|先生|医師が|タレント/,
  },
  {
    name: 'mayor',
    asked: /[市町村]長(さん)?(の(お?名前|氏名)|は(誰|だれ|どなた))|\bmayor\b/,
    told: /[市町村]長[:の]氏名/,
  },
  { name: 'population', asked: /人口|population/, told: /人口\d|人口は/ },
];

const attributeIn = ({ u }: Inquiry): Attribute | undefined => ATTRIBUTES.find(({ asked }) => asked.test(u.text));

/** 「電話番号を載せている市町」: how a record shows that it holds what is asked for. */
export const attributeAsked = (inquiry: Inquiry): RegExp | undefined => attributeIn(inquiry)?.told;

/** What is asked for and stands in none of the records found; null where one holds it, or nothing of the kind is asked. */
function attributeLacking(inquiry: Inquiry, ranked: readonly Scored[]): string | null {
  const asked = attributeIn(inquiry);
  if (!asked || ranked.some(({ fact }) => asked.told.test(fact.search))) return null;
  return inquiry.words.attributeOf(inquiry.subject, inquiry.words.attributes[asked.name]);
}

/** The towns that made the tools shown. */
const makersOf = (inquiry: Inquiry, facts: readonly Fact[]): string[] => {
  const makers = facts
    .filter((fact) => fact.kind === 'tool' && fact.row.role === 'maker')
    .flatMap((fact) => fact.areaIds);
  return inquiry.denominator.filter((id) => makers.includes(id));
};

/** The records to show, best first; empty where what was asked is not recorded. */
export function ranking(inquiry: Inquiry, areas = inquiry.scopeAreas): Scored[] {
  const { index, u, demands } = inquiry;
  const place = inquiry.scopeIn(areas);
  const strong = demands.filter((demand) => demand.weight === 'strong');
  if (strong.length > 0 && strong.every((demand) => !place.meets(demand.facts))) return [];
  if ((u.unknown.length > 0 && strong.length === 0) || u.strangers.length > 0) return [];
  const scope = columnsOnly(inquiry, visionsOrNot(inquiry, place));
  // Of a place's column, or of a place, everything is the answer where nothing else was named.
  if (areas.length > 0 && demands.every((demand) => demand.weight === 'weak')) {
    const all = troublesOrAll(inquiry, scope).all();
    const notYet = NOT_YET.test(u.text) ? all.filter((number) => index.fact(number).status !== 'doing') : all;
    return rank(index, notYet.length > 0 ? notYet : all, demands, 0, SHOWN * 2);
  }
  const candidates = scope.candidates(demands, NEAR);
  const scored = rank(index, weighed(inquiry, candidates), demands, NEAR).map((entry) => ({
    ...entry,
    score: entry.score + fitness(inquiry, entry.fact, entry.score),
  }));
  scored.sort((a, b) => b.score - a.score || a.number - b.number);
  const best = scored[0]?.score ?? 0;
  return best > 0 ? scored.filter(({ score }) => score >= best * 0.6) : [];
}

/** 「困難に感じてることは？」 of a town: what it finds hard. */
function troublesOrAll(inquiry: Inquiry, scope: Scope): Scope {
  const troubles = scope.in(inquiry.index.ofFacet('difficulty'));
  return inquiry.has('need') && inquiry.u.columns.size === 0 && troubles.all().length > 0 ? troubles : scope;
}

/** Of many facts the best, and the best of each sort that the question favours. */
function weighed(inquiry: Inquiry, candidates: Uint32Array): Uint32Array {
  if (candidates.length <= WEIGHED) return candidates;
  const { index, demands } = inquiry;
  const lists = [candidates, ...favoured(inquiry).map((list) => intersect([candidates, list]))];
  const best = lists.flatMap((list) => rank(index, list, demands, NEAR, WEIGHED).map(({ number }) => number));
  return Uint32Array.from(new Set(best)).sort();
}

/** What can outdo a better match: each strong demand by itself, and the kinds that `fitness` likes most. */
function favoured(inquiry: Inquiry): Uint32Array[] {
  const { index, demands } = inquiry;
  const lists = demands.filter((demand) => demand.weight === 'strong').map((demand) => demand.facts);
  if (inquiry.has('get', 'contact', 'terms', 'maker')) lists.push(index.ofKind('tool'));
  if (asksHub(inquiry)) lists.push(index.ofKind('hub'));
  if (inquiry.has('how-many', 'how-often', 'percentage')) lists.push(index.withFigures());
  return lists;
}

function visionsOrNot(inquiry: Inquiry, scope: Scope): Scope {
  const asked = inquiry.has('vision-of', 'goal-of') || inquiry.u.terms.some((term) => term.concept?.id === 'vision');
  const visions = inquiry.index.ofKind('plan');
  if (!asked) return scope.without(visions);
  return ofScenes(inquiry, scope.in(visions));
}

/** 「入退院の目指す姿」: that of the scene alone, though others speak of it as well. */
function ofScenes({ index, u }: Inquiry, visions: Scope): Scope {
  const scenes = scenesNamed(u.terms);
  const some = visions.in(
    visions.all().filter((number) => index.fact(number).scenes.some((scene) => scenes.has(scene))),
  );
  return scenes.size > 0 && some.all().length > 0 ? some : visions;
}

function columnsOnly(inquiry: Inquiry, scope: Scope): Scope {
  const { columns } = inquiry.u;
  if (columns.size === 0) return scope;
  return scope.in(union([...columns].map((column) => inquiry.index.ofFacet(column))));
}

const NOT_YET = /まだ.{0,8}(ない|てい|いな)|これから|今後|未着手|未実施|始まっていない|not (yet|started)/;

const asksHub = (inquiry: Inquiry): boolean =>
  inquiry.has('hub-of') || inquiry.u.terms.some((term) => term.concept?.id === 'hub');

/** The columns of a yearly evaluation, by the words that ask for one of them. */
const PARTS: readonly [RegExp, EvaluationPart][] = [
  [/改善|見直し|\b(improve\w*|to change)\b/, 'changed'],
  [/来年度|次年度|翌年度|\bnext year\b/, 'nextPlan'],
  [/検証|達成度|\bchecked\b/, 'checked'],
];

const isPartAsked = (text: string, part: EvaluationPart | 'rating'): boolean =>
  PARTS.some(([asked, named]) => named === part && asked.test(text));

/** How well the kind of record fits the kind of question. */
function fitness(inquiry: Inquiry, fact: Fact, score: number): number {
  if (score === 0) return 0;
  let points = 0;
  if (inquiry.has('get', 'contact', 'terms') && fact.kind === 'tool')
    points += fact.row.access || fact.row.contact ? 4 : 1;
  if (inquiry.has('maker') && fact.kind === 'tool' && (fact.row.maker ?? fact.tool.maker)) points += 4;
  if (inquiry.has('contact') && /電話|tel|問い?合|連絡/.test(fact.search)) points += 2;
  if (inquiry.has('when', 'since') && (fact.when || /\d(年|月|日)|r\d/.test(fact.search))) points += 2.5;
  if (inquiry.has('how-many', 'how-often', 'percentage') && fact.numbers.length > 0) points += 2.5;
  if (inquiry.has('lecturer-of') && /講師|氏|医師|教授/.test(fact.search)) points += 2;
  if (inquiry.has('theme-of') && /テーマ|内容|題/.test(fact.search)) points += 1.5;
  if (inquiry.has('members-of') && /参加|構成|委員/.test(fact.search)) points += 1.5;
  if (fact.kind === 'hub' && asksHub(inquiry)) {
    points += inquiry.has(
      'who',
      'contact',
      'in-house',
      'contracted',
      'joint',
      'name-of',
      'since',
      'compare',
      'what',
      'hub-of',
    )
      ? 5
      : 2;
  }
  if (inquiry.has('need') && fact.facets.has('difficulty')) points += 2;
  if (inquiry.has('solution') && fact.facets.has('practice')) points += 1.5;
  if (inquiry.has('planned-status', 'planned-value') && fact.status === 'planned') points += 1.5;
  if (inquiry.has('in-house') && fact.search.includes('直営')) points += 3;
  if (inquiry.has('contracted') && fact.search.includes('委託')) points += 3;
  if (fact.kind === 'evaluation' && isPartAsked(inquiry.u.text, fact.part)) points += 3;
  if (NOT_YET.test(inquiry.u.text) && fact.status !== 'doing') points += 1.5;
  if (fact.kind === 'statement') points += 0.3;
  return points;
}

function addFigure(inquiry: Inquiry, ranked: readonly Scored[], answer: Answer): void {
  const figures = figuresFor(inquiry, ranked);
  const [best, second] = figures;
  const strong = inquiry.demands.some((demand) => demand.weight !== 'weak');
  if (!best || !strong) {
    answer.headline = `${inquiry.words.noFigure(inquiry.subject)}\n${answer.headline}`;
    answer.found = false;
    return;
  }
  const sure = !second || second.number.value === best.number.value || best.score - second.score >= 1;
  answer.number = sure ? best.number.value : null;
  const shown = sure ? [best] : figures.slice(0, 3);
  const lines = shown.map(({ number }) => inquiry.words.figure(number.of, showFigure(number)));
  answer.headline = lines.join('\n');
}
