import type { TownState } from '../../records/picture-subject.ts';
import type { StatementStatus } from '../../records/vocabulary.ts';
import { type Answer, emptyAnswer } from '../answer.ts';
import type { Inquiry } from '../inquiry.ts';
import { EMPTY } from '../postings.ts';
import { placesAsked } from '../understand.ts';
import { blankColumns } from './blank-columns.ts';
import { ASKS_FINISHED, finerStates } from './finer-states.ts';
import { asksNotDone, notDone } from './not-done.ts';
import { notRecorded } from './not-recorded.ts';
import { asksMentions, asksTroubles, demandsBeside, recordsAsked } from './records-asked.ts';
import { asksSilent, silentAreas } from './silent-areas.ts';
import { townPicture } from './town-picture.ts';
import { allowedAreas, type Found, onlyIn, ordered, perTown } from './towns.ts';

type Wanted = 'doing' | 'planned' | 'considering' | 'none' | 'any';

/** 「どの市町が…」: the complete, counted list, with its denominator. */
export function whichAreas(inquiry: Inquiry): Answer {
  const blank = blankColumns(inquiry);
  const demands = demandsBeside(inquiry, blank?.facets);
  if (blank && demands.every((demand) => demand.weight !== 'strong')) return blank.answer();
  const denies = !inquiry.has('stated-none') && asksNotDone(inquiry);
  const found = recordsAsked(inquiry, demands, blank !== null, denies && NEITHER.test(inquiry.u.text));
  if (found.facts.length === 0) return notRecorded(inquiry);
  if (!blank && inquiry.u.lacking.length === 0 && asksSilent(inquiry)) {
    const isHome = inquiry.index.traits.inAreas((id) => found.isMeant(id) && inquiry.isHome(id));
    const told = perTown(inquiry, { ...found, facts: found.facts.filter(isHome) });
    return silentAreas(inquiry, inquiry.denominator.filter(allowedAreas(inquiry)), ordered(inquiry, told));
  }
  if (denies) return notDone(inquiry, found, blank?.areas);
  return listOf(inquiry, found, blank?.areas);
}

const NEITHER = /も[^、。?も]{1,20}も|どちらも|どっちも|いずれも|\b(neither|nor|either)\b/;

const NEGATED =
  /(て|で)(い)?(ません|ない|へん|おらん|おりません|とらん|まへん)|未(実施|作成|設置|策定)|\b(no|not|never|without|none)\b|n't\b/;

function wantedOf(inquiry: Inquiry, facts: Uint32Array): Wanted {
  if (asksMentions(inquiry) && !inquiry.has('planned-status', 'considering', 'negation', 'stated-none')) return 'any';
  const { index } = inquiry;
  const tell = (...statuses: StatementStatus[]) => facts.some(index.traits.inStatus(...statuses));
  // A difficulty is told, whatever state the work it speaks of is in.
  if (asksTroubles(inquiry, inquiry.demands) && facts.some((number) => index.fact(number).facets.has('difficulty')))
    return 'any';
  const finished = ASKS_FINISHED.test(inquiry.u.text);
  // 「検討中や予定の市町」: either.
  if (inquiry.has('considering') && !inquiry.has('planned-status') && tell('considering') && !finished)
    return 'considering';
  if (inquiry.has('planned-status', 'planned-value', 'considering') && !finished) {
    if (tell('planned', 'considering')) return 'planned';
  }
  if ((inquiry.has('negation', 'stated-none', 'lack') || NEGATED.test(inquiry.u.text)) && tell('none')) return 'none';
  if (tell('doing')) return 'doing';
  return tell('planned', 'considering') ? 'planned' : 'none';
}

const STATUSES: Record<Wanted, readonly StatementStatus[]> = {
  doing: ['doing'],
  planned: ['planned', 'considering'],
  considering: ['considering'],
  none: ['none'],
  any: ['doing', 'planned', 'considering', 'none'],
};

const STATE_OF: Record<Wanted, TownState> = {
  doing: 'doing',
  planned: 'planned',
  considering: 'planned',
  none: 'none',
  any: 'told',
};

/** Counts and lays out: the answer's towns first, then what is planned, then other areas and other documents. */
function listOf(inquiry: Inquiry, found: Found & { notes: string[] }, only?: ReadonlySet<string>): Answer {
  const { index, words, u } = inquiry;
  const wanted = wantedOf(inquiry, found.facts);
  const allowed = allowedAreas(inquiry, only);
  const inScope = onlyIn(index, found, allowed);
  const { isMeant } = inScope;
  const allFit = index.traits.inStatus(...STATUSES[wanted]);
  const finer = finerStates(inquiry, { facts: inScope.facts.filter(allFit), isMeant });
  const fits = (number: number) => allFit(number) && finer(number);
  const isHome = index.traits.inAreas((id) => isMeant(id) && inquiry.isHome(id));
  const isFromSurvey = (number: number) => inquiry.isFromSurvey(index.fact(number));
  const home = inScope.facts.filter(isHome);
  const surveyed = home.filter(isFromSurvey);
  // An older or other document about a surveyed town is told apart where the survey itself answers.
  const main = surveyed.some(fits) && placesAsked(u).length === 0 ? surveyed : home;
  const other = main === surveyed ? home.filter((number) => !isFromSurvey(number) && fits(number)) : EMPTY;
  const away = inScope.facts.filter((number) => !isHome(number) && fits(number));
  const townsOf = (facts: Uint32Array, known: readonly string[] = []): string[] => {
    const areas = index.traits.areasOf(facts);
    return inquiry.denominator.filter((id) => areas.has(id) && isMeant(id) && !known.includes(id));
  };
  const answerFacts = main.filter(fits);
  const homeAreas = townsOf(answerFacts);
  const awayAreas = [...index.traits.areasOf(away)].filter(isMeant);
  if (homeAreas.length === 0 && awayAreas.length === 0) return notRecorded(inquiry);
  const beside = wanted === 'doing' ? main : EMPTY;
  const planned = beside.filter(index.traits.inStatus(...STATUSES.planned));
  const none = beside.filter(index.traits.inStatus('none'));
  const plannedOnly = townsOf(planned, homeAreas);
  const noneOnly = townsOf(none, [...homeAreas, ...plannedOnly]);
  const asked = inquiry.denominator.filter(allowed);
  const total = asked.length;
  const silent = total - homeAreas.length - plannedOnly.length - noneOnly.length;
  const otherwise = wanted === 'none' ? townsOf(main, homeAreas).length : 0;
  const counts =
    wanted === 'doing'
      ? words.counts({ planned: plannedOnly.length, none: noneOnly.length, silent })
      : wanted === 'none'
        ? words.countsBesideNone({ otherwise, silent: silent - otherwise })
        : '';
  const answer = emptyAnswer('which-areas', u.language, words.whichFound(homeAreas.length, total) + counts);
  answer.areas = [...homeAreas, ...awayAreas];
  if (inquiry.has('count-areas')) answer.number = homeAreas.length;
  const shown = (facts: Uint32Array) => perTown(inquiry, { facts, isMeant });
  const shownOf = (facts: Uint32Array, towns: string[]) =>
    shown(facts.filter(index.traits.inAreas((id) => towns.includes(id))));
  const counted = [
    inquiry.group(null, ordered(inquiry, shown(answerFacts))),
    inquiry.group(words.plannedGroup, ordered(inquiry, shownOf(planned, plannedOnly))),
    inquiry.group(words.noneGroup, ordered(inquiry, shownOf(none, noneOnly))),
  ];
  answer.groups = [
    ...counted,
    inquiry.group(words.elsewhere, shown(away)),
    inquiry.group(words.olderGroup, shown(other)),
  ].filter((group) => group.rows.length > 0);
  answer.notes = found.notes;
  // As the answer counts them; towns of another state than the one that was asked for stand as they are.
  const rest = (...statuses: StatementStatus[]) =>
    wanted === 'doing' || wanted === 'any' ? [] : townsOf(main.filter(index.traits.inStatus(...statuses)));
  const states = [
    [STATE_OF[wanted], homeAreas],
    ['planned', plannedOnly],
    ['none', noneOnly],
    ['doing', rest('doing')],
    ['planned', rest('planned', 'considering')],
    ['none', rest('none')],
  ] as const;
  answer.picture = townPicture(inquiry, asked, counted, states, wanted === 'any' ? 'told' : 'done');
  return answer;
}
