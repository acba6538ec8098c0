import { placeInSheet } from '../../records/columns.ts';
import type { Facet } from '../../records/vocabulary.ts';
import { facetWords } from '../../words/labels.ts';
import { type Answer, emptyAnswer } from '../answer.ts';
import type { FactIndex } from '../fact-index.ts';
import type { Fact } from '../facts.ts';
import { figuresFor } from '../figures.ts';
import { distinct, type Inquiry } from '../inquiry.ts';
import { normalize } from '../normalize.ts';
import { intersect, union } from '../postings.ts';
import { type Demand, demandsOf, rank, Scope, select } from '../search.ts';
import { findSpokenDates, type SpokenDate } from '../spoken-dates.ts';
import type { Term } from '../understand.ts';
import { tellsAttribute } from './detail.ts';
import { notRecorded } from './not-recorded.ts';

type Wanted = 'doing' | 'planned' | 'considering' | 'none' | 'any';

/** 「どの市町が…」: the complete, counted list, with its denominator. */
export function whichAreas(inquiry: Inquiry): Answer {
  const blank = blankColumns(inquiry);
  const demands = demandsBeside(inquiry, blank?.facets);
  const strong = demands.filter((demand) => demand.weight === 'strong');
  if (blank && strong.length === 0) return blank.answer();
  const visions = asksVision(inquiry);
  if (demands.length === 0 && !visions) {
    const told = inquiry.facts(scopeOf(inquiry, demands, false).all()).filter((fact) => tellsAttribute(inquiry, fact));
    return told.length > 0 ? listOf(inquiry, told, []) : notRecorded(inquiry);
  }
  if (isBeyondRecords(inquiry, strong.length) && !asksHub(inquiry)) return notRecorded(inquiry);
  const scope = scopeOf(inquiry, demands, blank !== null);
  const selection =
    demands.length > 0 ? select(inquiry.index, scope, demands, asksHub(inquiry)) : { facts: scope.all(), apart: false };
  const notes: string[] = [];
  let facts = inquiry.facts(inquiry.withoutExcluded(selection.facts));
  if (facts.length === 0 && asksHub(inquiry) && demands.every((demand) => demand.hint))
    facts = inquiry.facts(scope.all());
  if (facts.length === 0 && asksHub(inquiry) && strong.length > 0) {
    facts = hubsBeside(inquiry, demands);
    notes.push(inquiry.words.apart);
  } else if (strong.length > 1 && (selection.apart || inquiry.has('both') || EACH.test(inquiry.u.text))) {
    facts = EACH.test(inquiry.u.text) ? anyOf(inquiry, scope, strong) : apartByArea(inquiry, scope, strong);
    notes.push(inquiry.words.apart);
  }
  if (asksHub(inquiry)) facts = runBy(facts, demands);
  if (facts.length === 0) facts = mostOf(inquiry, scope, strong);
  facts = inTime(inquiry, facts);
  if (facts.length === 0) return notRecorded(inquiry);
  return listOf(inquiry, facts, notes, blank?.areas);
}

const MOST = 0.6;
const EACH = /それぞれ|\b(each|respectively)\b/;

/** A content word that no record holds, where nothing else that was said would carry the question. */
function isBeyondRecords(inquiry: Inquiry, strong: number): boolean {
  const { unknown } = inquiry.u;
  if (unknown.some((word) => /^[\p{Script=Katakana}ー]{3,}$/u.test(word))) return true;
  if (strong === 0)
    return unknown.length > 0 && !inquiry.demands.some((demand) => demand.weight === 'medium' && !demand.hint);
  return unknown.filter((word) => /^[a-z]/.test(word)).length >= 2;
}

/** The facts that can make a town an answer. */
function scopeOf(inquiry: Inquiry, demands: readonly Demand[], blank: boolean): Scope {
  const { index, u } = inquiry;
  const areas = inquiry.scopeAreas;
  const excluded = inquiry.excludedAreas;
  const visions = asksVision(inquiry);
  const hubs = asksHub(inquiry);
  const within = visions
    ? index.ofKind('plan')
    : hubs
      ? index.ofKind('hub')
      : areas.length > 0
        ? inquiry.factsIn(areas)
        : null;
  const scope = new Scope(index, within, (number) => {
    const fact = index.fact(number);
    if ((fact.kind === 'plan') !== visions) return false;
    if (areas.length > 0 && (visions || hubs) && !fact.areaIds.some((id) => areas.includes(id))) return false;
    return excluded.size === 0 || fact.areaIds.some((id) => !excluded.has(id));
  });
  if (u.columns.size > 0 && !blank) {
    return scope.that((number) => {
      const { facet } = index.fact(number);
      return facet !== null && u.columns.has(facet);
    });
  }
  if (asksMentions(inquiry)) return scope;
  const troubles = scope.that((number) => index.fact(number).facets.has('difficulty'));
  if (asksTroubles(inquiry, demands) && troubles.meets(anyOfDemands(index, demands))) return troubles;
  return wantsWayOut(inquiry) ? scope : scope.that((number) => index.fact(number).facet !== 'difficulty');
}

const anyOfDemands = (index: FactIndex, demands: readonly Demand[]): Uint32Array => {
  const strong = demands.filter((demand) => demand.weight !== 'weak').map((demand) => demand.facts);
  return strong.length > 0 ? union(strong) : index.ofConcept('difficulty');
};

const QUOTED = /(て|と|って)、?(言|書|嘆|悩|訴|困|感じ)/;

const wantsWayOut = (inquiry: Inquiry): boolean =>
  (inquiry.has('solution', 'like-ours', 'how') || mentions(inquiry, 'practice')) && !QUOTED.test(inquiry.u.text);

/** Hubs by who runs them: a body that is merely mentioned in a note does not run it. */
function runBy(facts: readonly Fact[], demands: readonly Demand[]): Fact[] {
  const forms = demands
    .filter((demand) => demand.weight !== 'weak')
    .flatMap((demand) => demand.terms.flatMap((term) => term.concept?.forms ?? []));
  const kept = facts.filter((fact) => {
    if (fact.kind !== 'hub') return true;
    const names = normalize([fact.row.name, fact.row.operator, fact.row.location].filter(Boolean).join('|'));
    return forms.some((form) => names.includes(form));
  });
  return kept.length > 0 ? kept : [...facts];
}

/** Where the question names a time, the records that tell of that time, if any do. */
function inTime(inquiry: Inquiry, facts: readonly Fact[]): Fact[] {
  const asked = inquiry.u.dates;
  if (asked.length === 0 || facts.length > DATED) return [...facts];
  const dated = facts.map((fact) => ({
    fact,
    told: findSpokenDates(`${fact.search}|${normalize(fact.when ?? '')}`, inquiry.today),
  }));
  // As exact as asked first: a whole fiscal year is no answer to a month, unless nothing better is told.
  for (const fits of [tellsExactly, overlaps]) {
    const kept = dated.filter(({ told }) => told.some((date) => asked.some((wanted) => fits(date, wanted))));
    if (kept.length > 0) return kept.map(({ fact }) => fact);
  }
  // A record that tells no time speaks of the fiscal year of its document.
  return facts.filter((fact) => {
    const year = inquiry.source(fact.sourceId).fiscalYear;
    return asked.some((wanted) => !wanted.yearGiven || wanted.fiscalYears.includes(year));
  });
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
function asksTroubles(inquiry: Inquiry, demands: readonly Demand[]): boolean {
  if (wantsWayOut(inquiry)) return false;
  if (inquiry.has('need')) return true;
  if (mentions(inquiry, 'difficulty') && !inquiry.u.places.some((place) => place.own)) return true;
  return demands.some(({ facts, weight }) => {
    const some = facts.subarray(0, SAMPLE);
    return (
      weight === 'strong' &&
      some.filter((number) => inquiry.index.fact(number).facets.has('difficulty')).length > some.length / 2
    );
  });
}

/** 「…という言葉が出てくる市町」: any record that says it counts, whatever its state. */
const asksMentions = (inquiry: Inquiry): boolean =>
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
function demandsBeside(inquiry: Inquiry, blankFacets?: ReadonlySet<string>): Demand[] {
  const steering = new Set(['vision', 'difficulty', ...(blankFacets ?? [])]);
  if (asksHub(inquiry)) steering.add('hub');
  const terms = inquiry.u.terms.filter((term) => !steering.has(term.concept?.id ?? ''));
  return [...demandsOf(terms, inquiry.index.size), ...modeDemands(inquiry)];
}

/** Only words that colour a question: then 「共同で」 is what it asks. */
const carriesNothing = (inquiry: Inquiry): boolean =>
  inquiry.demands.every((demand) => demand.weight === 'weak' || demand.hint);

const MODE_WORDS: Record<string, readonly string[]> = {
  'in-house': ['直営'],
  contracted: ['委託'],
  joint: ['共同', '合同', '協働'],
};

/** 直営・委託・共同: by the hub's mode, or by the word in a record. */
function modeDemands(inquiry: Inquiry): Demand[] {
  const hub = asksHub(inquiry);
  return Object.entries(MODE_WORDS)
    .filter(([mode]) => inquiry.has(mode) && (hub || mode !== 'joint' || carriesNothing(inquiry)))
    .map(([mode, words]) => {
      const hubs = inquiry.index.ofKind('hub').filter((number) => {
        const fact = inquiry.index.fact(number);
        return fact.kind === 'hub' && fact.row.mode === mode;
      });
      const facts = union([hubs, ...words.map((word) => inquiry.index.ofText(word))]);
      const alone = !inquiry.u.terms.some((term) => term.weight === 'strong');
      const weight = hub && mode === 'in-house' ? 'strong' : alone || hub ? 'medium' : 'medium';
      return {
        label: words[0] ?? mode,
        terms: [],
        hint: false,
        weight,
        facts: hub && mode === 'in-house' ? hubs : facts,
        value: 0.6 * Math.log2(1 + inquiry.index.size / Math.max(1, facts.length)),
      } satisfies Demand;
    });
}

/** Towns that have a record for each strong demand, though no single record speaks of all. */
function apartByArea(inquiry: Inquiry, scope: Scope, strong: readonly Demand[]): Fact[] {
  const each = strong.map((demand) => inquiry.facts(scope.of(demand.facts)).filter((fact) => fact.status === 'doing'));
  return inCommon(each);
}

/** The facts of the towns that every list has. */
function inCommon(each: readonly Fact[][]): Fact[] {
  const towns = each.map((facts) => new Set(facts.flatMap((fact) => fact.areaIds)));
  const [first, ...rest] = towns;
  const common = new Set([...(first ?? [])].filter((area) => rest.every((set) => set.has(area))));
  return distinct(each.flat().filter((fact) => fact.areaIds.some((area) => common.has(area)))).map((fact) => ({
    ...fact,
    areaIds: fact.areaIds.filter((area) => common.has(area)),
  }));
}

/** Where no record says all: those that say most of it, if that is enough to be an answer. */
function mostOf(inquiry: Inquiry, scope: Scope, strong: readonly Demand[]): Fact[] {
  const total = strong.reduce((sum, demand) => sum + demand.value, 0);
  const ranked = rank(inquiry.index, scope.candidates(strong), strong, MOST);
  const best = ranked[0]?.score ?? 0;
  if (strong.length < 2 || best < total * MOST) return [];
  return ranked.filter(({ score }) => score >= best - 0.01).map(({ fact }) => fact);
}

/** 「AとBとC、それぞれどこ」: all towns of any. */
function anyOf(inquiry: Inquiry, scope: Scope, strong: readonly Demand[]): Fact[] {
  return inquiry.facts(union(strong.map((demand) => scope.of(demand.facts))));
}

/** 「拠点が直営で、バイタルリンクを使っている市町」: the hub and the rest are different records of a town. */
function hubsBeside(inquiry: Inquiry, demands: readonly Demand[]): Fact[] {
  const hubs = inquiry.index.ofKind('hub');
  const aboutHub = demands.filter((demand) => demand.terms.length === 0);
  const others = demands.filter((demand) => demand.terms.length > 0 && demand.weight === 'strong');
  const hubFacts = inquiry.facts(intersect([hubs, ...aboutHub.map((demand) => demand.facts)]));
  const each = [
    hubFacts,
    ...others.map((demand) => inquiry.facts(demand.facts).filter((fact) => fact.status === 'doing')),
  ];
  return inCommon(each);
}

interface BlankColumns {
  facets: ReadonlySet<string>;
  areas: Set<string>;
  answer(): Answer;
}

/** 「…の欄が空欄の市町」 and 「「なし」と書いた市町」: answered from the cells themselves. */
function blankColumns(inquiry: Inquiry): BlankColumns | null {
  const stated = inquiry.has('blank-cell')
    ? 'blank'
    : inquiry.has('stated-none') && (inquiry.u.columns.size > 0 || onlyColumnsAsked(inquiry))
      ? 'none'
      : null;
  if (!stated) return null;
  const facets = new Set<Facet | 'vision'>(inquiry.u.columns);
  const consumed = new Set<string>();
  for (const term of inquiry.u.terms) {
    if (term.concept?.kind !== 'facet') continue;
    facets.add(facetFor(term.concept.id));
    consumed.add(term.concept.id);
  }
  if (facets.size === 0) return null;
  const sets = [...facets].map((facet) => {
    const cells = inquiry.stated(facet);
    return new Set([...cells].filter(([, value]) => value === stated).map(([area]) => area));
  });
  const [first, ...rest] = sets;
  const scope = inquiry.scopeAreas;
  const areas = new Set(
    [...(first ?? [])]
      .filter((area) => rest.every((set) => set.has(area)))
      .filter((area) => (scope.length === 0 || scope.includes(area)) && !inquiry.excludedAreas.has(area)),
  );
  return {
    facets: consumed,
    areas,
    answer() {
      const label = [...facets].map((facet) => facetWords[facet][inquiry.u.language]).join('・');
      const total = inquiry.denominator.length;
      const ordered = inquiry.denominator.filter((id) => areas.has(id));
      const say = stated === 'blank' ? inquiry.words.blankColumn : inquiry.words.statedNone;
      const answer = emptyAnswer('which-areas', inquiry.u.language, say(label, ordered.length, total));
      answer.areas = ordered;
      if (inquiry.has('count-areas', 'how-many')) answer.number = ordered.length;
      const cells = inquiry.records.answers.filter(
        (cell) => facets.has(cell.facet) && cell.stated === stated && cell.areaIds.some((id) => areas.has(id)),
      );
      const source = cells[0] ? inquiry.source(cells[0].sourceId) : null;
      answer.groups = [
        {
          title: null,
          rows: cells.map((cell) => ({
            areas: cell.areaIds.map((id) => inquiry.area(id).name),
            text: stated === 'blank' ? '（空欄）' : '「なし」と記載',
            status: null,
            source: source?.title ?? '',
            place: placeInSheet(
              cell.areaIds.map((id) => inquiry.area(id).name),
              cell.facet,
            ),
            asOf: source?.asOf ?? '',
            recordId: cell.id,
          })),
        },
      ];
      answer.notes.push(inquiry.words.nothingSaysSo);
      return answer;
    },
  };
}

/** Nothing but columns is named: 「地域BCPは特になしと答えたところ」. */
const onlyColumnsAsked = (inquiry: Inquiry): boolean => {
  const strong = inquiry.u.terms.filter((term) => term.weight === 'strong');
  return strong.length > 0 && strong.every((term) => term.concept?.kind === 'facet');
};

function facetFor(conceptId: string): Facet | 'vision' {
  if (conceptId === 'cross-department') return 'crossDepartment';
  if (conceptId === 'without-relatives') return 'withoutRelatives';
  return conceptId as Facet;
}

const NEGATED =
  /(て|で)(い)?(ません|ない|へん|おらん|おりません|とらん|まへん)|未(実施|作成|設置|策定)|\b(no|not|never|without|none)\b|n't\b/;

function wantedOf(inquiry: Inquiry, facts: readonly Fact[]): Wanted {
  if (asksMentions(inquiry) && !inquiry.has('planned-status', 'considering', 'negation', 'stated-none')) return 'any';
  const present = new Set(facts.map((fact) => fact.status));
  // A difficulty is told, whatever state the work it speaks of is in.
  if (asksTroubles(inquiry, inquiry.demands) && facts.some((fact) => fact.facets.has('difficulty'))) return 'any';
  const finished = ASKS_FINISHED.test(inquiry.u.text);
  if (inquiry.has('considering') && present.has('considering') && !finished) return 'considering';
  if (inquiry.has('planned-status', 'planned-value', 'considering') && !finished) {
    if (present.has('planned') || present.has('considering')) return 'planned';
  }
  if ((inquiry.has('negation', 'stated-none', 'lack') || NEGATED.test(inquiry.u.text)) && present.has('none'))
    return 'none';
  if (present.has('doing')) return 'doing';
  return present.has('planned') || present.has('considering') ? 'planned' : 'none';
}

const STATUSES: Record<Wanted, readonly Fact['status'][]> = {
  doing: ['doing'],
  planned: ['planned', 'considering'],
  considering: ['considering'],
  none: ['none'],
  any: ['doing', 'planned', 'considering', 'none'],
};

/** Counts and lays out: the answer's towns first, then what is planned, then other areas and other documents. */
function listOf(inquiry: Inquiry, facts: readonly Fact[], notes: string[], only?: ReadonlySet<string>): Answer {
  const { words, u } = inquiry;
  const wanted = wantedOf(inquiry, facts);
  const allowed = allowedAreas(inquiry, only);
  const inScope = facts
    .map((fact) => {
      const kept = fact.areaIds.filter((id) => allowed(id));
      return kept.length === fact.areaIds.length ? fact : { ...fact, areaIds: kept };
    })
    .filter((fact) => fact.areaIds.length > 0);
  const allFit = (fact: Fact) => STATUSES[wanted].includes(fact.status);
  const finer = finerStates(inquiry, inScope.filter(allFit));
  const fits = (fact: Fact) => allFit(fact) && finer(fact);
  const home = inScope.filter((fact) => fact.areaIds.some((id) => inquiry.isHome(id)));
  const surveyed = home.filter((fact) => inquiry.isFromSurvey(fact));
  // An older or other document about a surveyed town is told apart where the survey itself answers.
  const main = surveyed.some(fits) && inquiry.u.places.every((place) => place.excluded || place.own) ? surveyed : home;
  const other = main === surveyed ? home.filter((fact) => !inquiry.isFromSurvey(fact) && fits(fact)) : [];
  const away = inScope.filter((fact) => !fact.areaIds.some((id) => inquiry.isHome(id)) && fits(fact));
  const answerFacts = ordered(inquiry, main.filter(fits));
  const homeAreas = townsOf(inquiry, answerFacts);
  const awayAreas = [...new Set(away.flatMap((fact) => fact.areaIds))].filter(
    (id) => inquiry.area(id).kind !== 'prefecture',
  );
  if (homeAreas.length === 0 && awayAreas.length === 0) return notRecorded(inquiry);
  const planned = wanted === 'doing' ? main.filter((fact) => STATUSES.planned.includes(fact.status)) : [];
  const none = wanted === 'doing' ? main.filter((fact) => fact.status === 'none') : [];
  const plannedOnly = townsOf(inquiry, planned).filter((id) => !homeAreas.includes(id));
  const noneOnly = townsOf(inquiry, none).filter((id) => !homeAreas.includes(id) && !plannedOnly.includes(id));
  const total = inquiry.denominator.filter(allowed).length;
  const silent = total - homeAreas.length - plannedOnly.length - noneOnly.length;
  const counts = wanted === 'doing' ? words.counts({ planned: plannedOnly.length, none: noneOnly.length, silent }) : '';
  const answer = emptyAnswer('which-areas', u.language, words.whichFound(homeAreas.length, total) + counts);
  answer.areas = [...homeAreas, ...awayAreas];
  if (inquiry.has('count-areas')) answer.number = homeAreas.length;
  const only_ = (list: Fact[], ids: string[]) => list.filter((fact) => fact.areaIds.some((id) => ids.includes(id)));
  answer.groups = [
    inquiry.group(null, perTown(answerFacts)),
    inquiry.group(words.plannedGroup, perTown(ordered(inquiry, only_(planned, plannedOnly)))),
    inquiry.group(words.noneGroup, perTown(ordered(inquiry, only_(none, noneOnly)))),
    inquiry.group(words.elsewhere, perTown(away)),
    inquiry.group(words.olderGroup, perTown(other)),
  ].filter((group) => group.rows.length > 0);
  answer.notes = notes;
  return answer;
}

const UNFINISHED = /作成中|策定中|準備中|整備中|作成を?継続|作成しているところ|書いている途中/;
const ASKS_UNFINISHED =
  /作りかけ|途中|作成中|策定中|準備中|まだ.{0,6}(作|でき|準備)|\bstill\b|in progress|being (made|written|drafted)|under way/;
const ASKS_FINISHED = /もう(作|でき|あ)|すでに|既に|作ってある|できてる|完成|策定済|\balready\b/;
const ASKS_USERS =
  /使(って|う|っと).{0,3}側|作った(所|側|とこ|町|市|人)?(は|を)?.{0,3}(以外|除)|自分で.{0,12}(じゃな|でな|ではな)|not by themselves|made by (others|another|someone)|not the maker/;
/** 「…を作った」: the maker is asked for, not who uses it. */
export const ASKS_MAKERS =
  /(作|つく)った|作成した|(作|つく)っ(て(い)?る|とる)|\b(made|makes?|produced?|created?|wrote)\b/;
const ASKS_FIGURES =
  /数(が|を|は|も)(書|載|記|出|分か)|(number|figure)s? (is|are) (given|stated|recorded)|gives? (the|a) number/;

/** What narrows within a state: still being made or finished, used rather than made, told with a figure. */
function finerStates(inquiry: Inquiry, facts: readonly Fact[]): (fact: Fact) => boolean {
  const { text } = inquiry.u;
  const narrows: ((fact: Fact) => boolean)[] = [];
  if (ASKS_UNFINISHED.test(text)) narrows.push((fact) => UNFINISHED.test(fact.search) || fact.status !== 'doing');
  else if (ASKS_FINISHED.test(text)) narrows.push((fact) => !UNFINISHED.test(fact.search));
  if (ASKS_USERS.test(text)) {
    const makers = new Set(
      facts.filter((fact) => fact.kind === 'tool' && fact.row.role === 'maker').flatMap((fact) => fact.areaIds),
    );
    narrows.push((fact) => !fact.areaIds.some((id) => makers.has(id)));
  }
  if (ASKS_MAKERS.test(text) && !ASKS_USERS.test(text)) {
    const tools = facts.filter((fact) => fact.kind === 'tool');
    const makers = new Set(tools.filter((fact) => fact.row.role === 'maker').flatMap((fact) => fact.areaIds));
    const users = tools.filter((fact) => fact.row.role === 'user').flatMap((fact) => fact.areaIds);
    const onlyUsers = new Set(users.filter((id) => !makers.has(id)));
    narrows.push((fact) => !fact.areaIds.some((id) => onlyUsers.has(id)));
  }
  if (ASKS_FIGURES.test(text)) {
    const counted = new Set(
      figuresFor(
        inquiry,
        facts.map((fact) => ({ fact, score: 0 })),
      ).map(({ fact }) => fact.id),
    );
    narrows.push((fact) => counted.has(fact.id));
  }
  if (/言葉|という語|\bthe words?\b/.test(text)) {
    const words = inquiry.demands.flatMap((demand) =>
      demand.terms.flatMap((term) => term.concept?.forms ?? term.literal ?? []),
    );
    narrows.push((fact) => words.some((word) => (fact.search.split('|')[0] ?? '').includes(word)));
  }
  const useful = narrows.filter((keeps) => facts.some(keeps));
  return (fact) => useful.every((keeps) => keeps(fact));
}

function allowedAreas(inquiry: Inquiry, only?: ReadonlySet<string>): (id: string) => boolean {
  const excluded = inquiry.excludedAreas;
  const scope = inquiry.scopeAreas;
  const towns =
    /(町だけ|町に?(絞|限)|市は(抜|除)|(?<![\p{Script=Han}ぁ-んァ-ヶ])市以外|のうち、?町(は|で))|\bonly (the )?towns\b/u.test(
      inquiry.u.text,
    );
  const cities =
    /(市だけ|市に?(絞|限)|町は(抜|除)|(?<![\p{Script=Han}ぁ-んァ-ヶ])町以外|のうち、?市(は|で))|\bonly (the )?cities\b/u.test(
      inquiry.u.text,
    );
  return (id) => {
    const { kind, name } = inquiry.area(id);
    if (kind === 'prefecture' || excluded.has(id)) return false;
    if (scope.length > 0 && !scope.includes(id)) return false;
    if (only && !only.has(id)) return false;
    return !(towns && name.endsWith('市')) && !(cities && name.endsWith('町'));
  };
}

const townsOf = (inquiry: Inquiry, facts: readonly Fact[]): string[] => {
  const found = new Set(facts.flatMap((fact) => fact.areaIds));
  return inquiry.denominator.filter((id) => found.has(id));
};

/** By the best match within a town, towns in the order of the survey. */
function ordered(inquiry: Inquiry, facts: readonly Fact[]): Fact[] {
  const position = new Map(inquiry.denominator.map((id, index) => [id, index]));
  const numbers = new Map(facts.map((fact) => [fact, position.get(fact.areaIds[0] ?? '') ?? Number.MAX_SAFE_INTEGER]));
  return [...facts].sort((a, b) => (numbers.get(a) ?? 0) - (numbers.get(b) ?? 0));
}

/** At most two records a town; statements rather than the tool and meeting entries that repeat them. */
function perTown(facts: readonly Fact[]): Fact[] {
  const taken = new Map<string, number>();
  const byWorth = distinct([...facts].sort((a, b) => Number(b.kind === 'statement') - Number(a.kind === 'statement')));
  const kept = new Set(
    byWorth.filter((fact) => {
      const key = fact.areaIds.join();
      const count = taken.get(key) ?? 0;
      taken.set(key, count + 1);
      return count < 2;
    }),
  );
  return facts.filter((fact) => kept.has(fact));
}
