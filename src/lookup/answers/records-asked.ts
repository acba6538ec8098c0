import type { FactIndex } from '../fact-index.ts';
import type { Inquiry } from '../inquiry.ts';
import { normalize } from '../normalize.ts';
import { EMPTY, inSequence, intersect, subtract, union } from '../postings.ts';
import { type Demand, demandsOf, foremost, type Scope, select } from '../search.ts';
import { namesYear, type SpokenDate } from '../spoken-dates.ts';
import { isAsSet, type SpokenFigure } from '../spoken-figures.ts';
import type { Term } from '../understand.ts';
import { attributeAsked } from './detail.ts';
import { ASKS_EITHER_STATE } from './finer-states.ts';
import { everywhere, type Found, onlyIn } from './towns.ts';

/**
 * All records that make a town an answer, and what is to be said of how they were found. `any`: one of the strong demands
 * is enough (「AもBもしていない」 asks who does neither).
 */
export function recordsAsked(
  inquiry: Inquiry,
  demands = demandsBeside(inquiry),
  blank = false,
  any = false,
): Found & { notes: string[] } {
  const strong = demands.filter((demand) => demand.weight === 'strong');
  const notes: string[] = [];
  // Of hubs as such every one counts; a word that only colours (設置) narrows nothing.
  if (isAboutHubsAlone(inquiry, demands)) {
    return { ...everywhere(inTime(inquiry, scopeOf(inquiry, demands, blank).all())), notes };
  }
  if (demands.length === 0 && !asksVision(inquiry)) {
    const told = attributeAsked(inquiry);
    const all = told ? scopeOf(inquiry, demands, false).all() : EMPTY;
    return { ...everywhere(all.filter((number) => told?.test(inquiry.index.fact(number).search))), notes };
  }
  const hubs = asksHub(inquiry);
  if (isBeyondRecords(inquiry, strong.length) && !hubs) return { ...everywhere(EMPTY), notes };
  const { scope, selection } = selected(inquiry, demands, blank);
  let found = everywhere(inquiry.withoutExcluded(selection.facts));
  if (found.facts.length === 0 && hubs && demands.every((demand) => demand.hint)) found = everywhere(scope.all());
  if (found.facts.length === 0 && hubs && strong.length > 0) {
    found = hubsBeside(inquiry, demands);
    if (found.facts.length > 0) notes.push(inquiry.words.apart);
    // 「終活の相談窓口を置いた市町」: a desk that is no hub.
    else found = everywhere(select(beside(inquiry), demands).facts);
  } else if (strong.length > 1 && (any || selection.apart || inquiry.has('both') || EACH.test(inquiry.u.text))) {
    const most = !any && strong.length > 2 && selection.apart && !inquiry.has('both') ? mostOf(scope, strong) : EMPTY;
    if (most.length > 0) found = everywhere(most);
    else {
      found = any || EACH.test(inquiry.u.text) ? everywhere(anyOf(scope, strong)) : apartByArea(scope, strong);
      notes.push(inquiry.words.apart);
    }
  }
  if (hubs) found.facts = runBy(inquiry, found.facts, demands);
  if (found.facts.length === 0) found = everywhere(mostOf(scope, strong));
  found.facts = inFigures(inquiry, inTime(inquiry, found.facts));
  return { ...withoutLacking(inquiry, found), notes };
}

const isAboutHubsAlone = (inquiry: Inquiry, demands: readonly Demand[]): boolean =>
  asksHub(inquiry) &&
  inquiry.u.unknown.length === 0 &&
  demands.every(({ weight, terms }) => weight === 'weak' && terms.length > 0);

/** All facts of the places asked for but what they aim at. */
const beside = (inquiry: Inquiry): Scope => inquiry.scope.without(inquiry.index.ofKind('plan'));

/** What the demands select: beside the difficulties, or among them where all that was asked stands only there. */
function selected(inquiry: Inquiry, demands: readonly Demand[], blank: boolean) {
  const scope = scopeOf(inquiry, demands, blank);
  if (demands.length === 0) return { scope, selection: { facts: scope.all(), apart: false } };
  const selection = select(scope, demands, asksHub(inquiry));
  const troubles = beside(inquiry).in(inquiry.index.inColumn('difficulty'));
  const told =
    selection.facts.length === 0 && inquiry.u.columns.size === 0 && !asksHub(inquiry) && !asksVision(inquiry)
      ? select(troubles, demands)
      : selection;
  return told.facts.length > 0 && told !== selection ? { scope: troubles, selection: told } : { scope, selection };
}

const MOST = 0.6;
/** As good as the best one. */
const BEST = 0.999;
const EACH = /それぞれ|\b(each|respectively)\b/;

/** A content word that no record holds, where nothing else that was said would carry the question. */
function isBeyondRecords(inquiry: Inquiry, strong: number): boolean {
  const { unknown, strangers } = inquiry.u;
  if (strangers.length > 0) return true;
  if (unknown.some((word) => /^[\p{Script=Katakana}ー]{3,}$/u.test(word))) return true;
  if (unknown.filter((word) => /^[a-z]/.test(word)).length >= 2) return true;
  return (
    strong === 0 && unknown.length > 0 && !inquiry.demands.some((demand) => demand.weight === 'medium' && !demand.hint)
  );
}

/** The facts that can make a town an answer. */
function scopeOf(inquiry: Inquiry, demands: readonly Demand[], blank: boolean): Scope {
  const { index, u } = inquiry;
  const visions = asksVision(inquiry);
  const hubs = asksHub(inquiry);
  const place = visions
    ? inquiry.scope.in(index.ofKind('plan'))
    : (hubs ? inquiry.scope.in(index.ofKind('hub')) : inquiry.scope).without(index.ofKind('plan'));
  const excluded = inquiry.excludedAreas;
  const isElsewhere = index.traits.inAreas((id) => !excluded.has(id));
  const scope = place.without(inquiry.factsIn([...excluded]).filter((number) => !isElsewhere(number)));
  if (u.columns.size > 0 && !blank) return scope.in(union([...u.columns].map((column) => index.inColumn(column))));
  if (asksMentions(inquiry)) return scope;
  const troubles = scope.in(index.ofFacet('difficulty'));
  if (asksTroubles(inquiry, demands) && isToldIn(troubles, demands)) return troubles;
  return wantsWayOut(inquiry) ? scope : scope.without(index.inColumn('difficulty'));
}

function isToldIn(troubles: Scope, demands: readonly Demand[]): boolean {
  const telling = demands.filter((demand) => demand.weight !== 'weak');
  return telling.length > 0
    ? telling.some((demand) => troubles.meets(demand.facts))
    : troubles.meets(troubles.index.ofConcept('difficulty'));
}

const QUOTED = /(て|と|って)、?(言|書|嘆|悩|訴|困|感じ)/;

const wantsWayOut = (inquiry: Inquiry): boolean =>
  (inquiry.has('solution', 'like-ours', 'how') || mentions(inquiry, 'practice')) && !QUOTED.test(inquiry.u.text);

/** Hubs by who runs them: a body that is merely mentioned in a note does not run it. */
function runBy({ index }: Inquiry, facts: Uint32Array, demands: readonly Demand[]): Uint32Array {
  const forms = demands
    .filter((demand) => demand.weight !== 'weak')
    .flatMap((demand) => demand.terms.flatMap((term) => term.concept?.forms ?? []));
  const kept = facts.filter((number) => {
    const fact = index.fact(number);
    if (fact.kind !== 'hub') return true;
    const names = normalize([fact.row.name, fact.row.operator, fact.row.location].filter(Boolean).join('|'));
    return forms.some((form) => names.includes(form));
  });
  return kept.length > 0 ? kept : facts;
}

/** Where the question names a time, the records that tell of that time, if any do. */
function inTime(inquiry: Inquiry, facts: Uint32Array): Uint32Array {
  const asked = inquiry.u.dates;
  if (asked.length === 0 || facts.length > DATED) return facts;
  const told = Array.from(facts, (number) => {
    const fact = inquiry.index.fact(number);
    return inquiry.datesIn(fact, `${fact.search}|${normalize(fact.when ?? '')}`);
  });
  // As exact as asked first: a whole fiscal year is no answer to a month, unless nothing better is told.
  for (const fits of [tellsExactly, overlaps]) {
    const kept = facts.filter((_, at) => told[at]?.some((date) => asked.some((wanted) => fits(date, wanted))));
    if (kept.length > 0) return kept;
  }
  if (asked.every((date) => date.yearGiven && !namesYear(date))) return facts;
  // A record that tells no time speaks of the fiscal year of its document.
  return facts.filter((number) => {
    const year = inquiry.source(inquiry.index.fact(number).sourceId).fiscalYear;
    return asked.some((wanted) => !wanted.yearGiven || wanted.fiscalYears.includes(year));
  });
}

/** 「…は挙げてるけど〜は挙げてない町」: without the towns of which a record speaks of what they should lack. */
function withoutLacking({ index, u }: Inquiry, found: Found): Found {
  if (u.lacking.length === 0) return found;
  const having = intersect(u.lacking.map((term) => term.facts));
  const towns = index.traits.areasOf(having.filter(index.traits.inStatus('doing', 'planned', 'considering')));
  return onlyIn(index, found, (area) => !towns.has(area));
}

/** Within what was asked; where the question names no year, by month and day alone. */
const tellsExactly = (told: SpokenDate, asked: SpokenDate): boolean =>
  asked.yearGiven
    ? told.from >= asked.from && told.to <= asked.to
    : told.from.slice(5) >= asked.from.slice(5) &&
      told.to.slice(5) <= asked.to.slice(5) &&
      told.precision !== 'fiscal-year';

const overlaps = (told: SpokenDate, asked: SpokenDate): boolean =>
  asked.yearGiven && told.from <= asked.to && told.to >= asked.from && told.precision !== 'range';

/** Reading the dates of more facts than this is not worth the time. */
const DATED = 2000;
const SAMPLE = 200;

/** Whether difficulties are asked for: by a word for them, or by a need that stands in difficulties. */
export function asksTroubles(inquiry: Inquiry, demands: readonly Demand[]): boolean {
  if (wantsWayOut(inquiry)) return false;
  if (inquiry.has('need')) return true;
  if (mentions(inquiry, 'difficulty') && !inquiry.u.places.some((place) => place.own)) return true;
  const troubles = inquiry.index.ofFacet('difficulty');
  return demands.some(({ facts, weight }) => {
    const some = facts.subarray(0, SAMPLE);
    return weight === 'strong' && intersect([some, troubles]).length > some.length / 2;
  });
}

/** 「…という言葉が出てくる市町」: any record that says it counts, whatever its state. */
export const asksMentions = (inquiry: Inquiry): boolean =>
  /言葉|出てく|触れ(て|と|る)|書いて(る|い|あ)|載って|\bmention|\bappears?\b|\bnamed?\b|\brefer/.test(inquiry.u.text);

const asksVision = (inquiry: Inquiry): boolean => inquiry.has('vision-of', 'goal-of') || mentions(inquiry, 'vision');

/** 「拠点が直営の市町」: the hubs themselves are asked for. */
export const asksHub = (inquiry: Inquiry): boolean =>
  mentions(inquiry, 'hub') ||
  inquiry.has('hub-of') ||
  (inquiry.has('in-house', 'contracted') && !inquiry.u.terms.some((term) => term.weight !== 'weak'));

const mentions = (inquiry: Inquiry, conceptId: string): boolean =>
  inquiry.u.terms.some((term) => term.concept?.id === conceptId && term.last >= 0 && isAsked(term));

/** Said as part of the question itself, not as its background. */
const isAsked = (term: Term): boolean => term.weight !== 'weak' || term.concept?.weight === 'weak';

/** Words that name a column or a scope steer the search; they are not searched for. */
export function demandsBeside(inquiry: Inquiry, blankFacets?: ReadonlySet<string>): Demand[] {
  const steering = new Set(['vision', 'difficulty', ...(blankFacets ?? [])]);
  if (asksHub(inquiry)) for (const id of ['hub', 'commissioning']) steering.add(id);
  if (ASKS_EITHER_STATE.test(inquiry.u.text)) steering.add('in-the-making');
  const terms = inquiry.u.terms.filter(
    (term) => !steering.has(term.concept?.id ?? '') && !inquiry.u.figures.some((figure) => isPartOf(term, figure)),
  );
  return [...demandsOf(terms, inquiry.index.size), ...modeDemands(inquiry)];
}

/** Words of a figure that is set (「40か所以上」) are met by figures. */
const isPartOf = (term: Term, { begin, end }: SpokenFigure): boolean => term.begin < end && term.end > begin;

/** Where the question sets figures, the records with such figures. */
function inFigures({ index, u }: Inquiry, facts: Uint32Array): Uint32Array {
  if (u.figures.length === 0) return facts;
  const exact = u.figures.filter(({ low, high }) => low === high);
  const bounds = u.figures.filter(({ low, high }) => low !== high);
  return facts.filter((fact) =>
    index.fact(fact).numbers.some((number) => {
      const fits = (figure: SpokenFigure) => isAsSet(number, figure);
      return bounds.every(fits) && (exact.length === 0 || exact.some(fits));
    }),
  );
}

/** Only words that colour a question: then 「共同で」 is what it asks. */
const carriesNothing = (inquiry: Inquiry): boolean =>
  inquiry.demands.every((demand) => demand.weight === 'weak' || demand.hint);

const MODE_WORDS: Record<string, readonly string[]> = {
  'in-house': ['直営'],
  contracted: ['委託'],
  joint: ['共同', '合同', '協働'],
};

/** Beside other words than those for a hub: 「直営の包括」, but 「自前で作ったシート」 is of who made it. */
const saysMode = (inquiry: Inquiry, mode: string): boolean =>
  mode === 'joint' || mode === 'contracted'
    ? mode === 'contracted' || carriesNothing(inquiry)
    : /直営|\bin-house\b/.test(inquiry.u.text) || carriesNothing(inquiry);

/** 「拠点を直接運営」, "run the hub directly": directly is said of much else. */
const asksMode = (inquiry: Inquiry, mode: string): boolean =>
  inquiry.has(mode) ||
  (mode === 'contracted' && inquiry.u.terms.some((term) => term.concept?.id === 'commissioning')) ||
  (mode === 'in-house' && mentions(inquiry, 'hub') && /\bdirectly\b|直接/.test(inquiry.u.text));

/** 直営・委託・共同: by the hub's mode, or by the word in a record. */
function modeDemands(inquiry: Inquiry): Demand[] {
  const hub = asksHub(inquiry);
  const isOfMode = ({ concept }: Term) => concept?.id === 'hub' || concept?.id === 'commissioning';
  const namesMore = inquiry.u.terms.some((term) => term.weight !== 'weak' && !isOfMode(term));
  return Object.entries(MODE_WORDS)
    .filter(([mode]) => asksMode(inquiry, mode) && (hub || saysMode(inquiry, mode)))
    .map(([mode, words]) => {
      const hubs = inquiry.index.ofKind('hub').filter((number) => {
        const fact = inquiry.index.fact(number);
        return fact.kind === 'hub' && fact.row.mode === mode;
      });
      const facts = union([hubs, ...words.map((word) => inquiry.index.ofText(word))]);
      // With a body named (「医師会に頼んで」) a hub counts that it runs, also where no one calls that 委託.
      const decides = hub && (mode === 'in-house' || (mode === 'contracted' && !namesMore));
      return {
        label: words[0] ?? mode,
        terms: [],
        hint: false,
        weight: decides ? 'strong' : 'medium',
        facts: decides ? hubs : facts,
        value: 0.6 * Math.log2(1 + inquiry.index.size / Math.max(1, facts.length)),
      } satisfies Demand;
    });
}

/** Towns that have a record for each strong demand, though no single record speaks of all. */
function apartByArea(scope: Scope, strong: readonly Demand[]): Found {
  const isDone = scope.index.traits.inStatus('doing');
  return inCommon(
    scope.index,
    strong.map((demand) => scope.of(demand.facts).filter(isDone)),
  );
}

/** The facts of the towns that every list has, in the order of the lists. */
function inCommon(index: FactIndex, each: readonly Uint32Array[]): Found {
  const towns = each.map((facts) => index.traits.areasOf(facts));
  const once = each.map((facts, at) => subtract(facts, union(each.slice(0, at))));
  return onlyIn(index, everywhere(inSequence(once)), (area) => towns.every((some) => some.has(area)));
}

/** Where no record says all: those that say most of it, if that is enough to be an answer. */
function mostOf(scope: Scope, strong: readonly Demand[]): Uint32Array {
  if (strong.length < 2) return EMPTY;
  const total = strong.reduce((sum, demand) => sum + demand.value, 0);
  return foremost(scope.candidates(strong, BEST), strong, BEST, total * MOST);
}

/** 「AとBとC、それぞれどこ」: all towns of any. */
const anyOf = (scope: Scope, strong: readonly Demand[]): Uint32Array =>
  union(strong.map((demand) => scope.of(demand.facts)));

/** 「拠点が直営で、バイタルリンクを使っている市町」: the hub and the rest are different records of a town. */
function hubsBeside(inquiry: Inquiry, demands: readonly Demand[]): Found {
  const hubs = inquiry.index.ofKind('hub');
  const aboutHub = demands.filter((demand) => demand.terms.length === 0);
  const others = demands.filter((demand) => demand.terms.length > 0 && demand.weight === 'strong');
  const bodies = demands.filter((demand) => demand.terms.length > 0 && demand.weight === 'medium');
  const hubFacts = runBy(inquiry, intersect([hubs, ...aboutHub.map((demand) => demand.facts)]), bodies);
  const isDone = inquiry.index.traits.inStatus('doing');
  return inCommon(inquiry.index, [hubFacts, ...others.map((demand) => demand.facts.filter(isDone))]);
}
