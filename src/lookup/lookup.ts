import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { RegistryRecords, SourceRow } from '../records/rows.ts';
import { recordsOfSurvey, SurveyYears, standingRecords } from '../records/survey-years.ts';
import { answerWords } from '../words/answers.ts';
import { facetWords } from '../words/labels.ts';
import { type Answer, emptyAnswer, type Intent } from './answer.ts';
import { provenance, whyNot } from './answers/about-records.ts';
import { asksAgeOfRecords, beganFirst } from './answers/began-first.ts';
import { asksAnyColumn } from './answers/blank-columns.ts';
import { calendarAnswer } from './answers/calendar.ts';
import { compare, compareFigures } from './answers/compare.ts';
import { compareYears, noSuchSurvey } from './answers/compare-years.ts';
import { detail } from './answers/detail.ts';
import { extremes, noExtreme } from './answers/extremes.ts';
import { inPeriod } from './answers/in-period.ts';
import { indicator, indicatorsAsked } from './answers/indicator.ts';
import { asksNotDone } from './answers/not-done.ts';
import { notRecorded } from './answers/not-recorded.ts';
import { partners } from './answers/partners.ts';
import { plannedAnswer } from './answers/planned.ts';
import { rating, ratingsAsked } from './answers/rating.ts';
import { asksHub } from './answers/records-asked.ts';
import { smallTalk } from './answers/small-talk.ts';
import { surveyReplies } from './answers/survey-replies.ts';
import { toolRanking, toolTable } from './answers/table.ts';
import { asksWayOut, wayOut } from './answers/way-out.ts';
import { whichAreas } from './answers/which-areas.ts';
import { isYesNo, yesNo } from './answers/yes-no.ts';
import type { Asker } from './asker.ts';
import { comparedYears, surveysIn } from './compared-years.ts';
import { focusOnQuestion, inContext, type Turn } from './conversation.ts';
import { Dictionary } from './dictionary.ts';
import { FactIndex } from './fact-index.ts';
import { factsOf } from './facts.ts';
import { askedUnit, asksFigure } from './figures.ts';
import { Inquiry } from './inquiry.ts';
import { OF_ONE_THING } from './operators.ts';
import { intersect } from './postings.ts';
import { LONGEST, type PlaceMention, placesAsked, type Understanding, understand } from './understand.ts';

export interface LookupOptions {
  homePrefecture: string;
}

/** Questions about the registry, answered from a snapshot of its records. */
export class Lookup {
  readonly dictionary: Dictionary;
  readonly index: FactIndex;
  /** By source, with the state of the facts at which it was made. */
  readonly #surveys = new Map<string, { lookup: Lookup; state: string }>();

  constructor(
    readonly records: RegistryRecords,
    readonly options: LookupOptions,
  ) {
    this.dictionary = new Dictionary(records);
    this.index = new FactIndex(this.dictionary, factsOf(standingRecords(records)));
  }

  /**
   * Answers one question. `turn` is what the former question of the same conversation left; `today` (YYYY-MM-DD, office
   * time) gives relative dates their meaning; `dropped` are keys of slots that the person took out of a former
   * understanding; `asker` is who asks, where that is known. Never throws for what a person may type.
   */
  ask(
    question: string,
    turn: Turn | null,
    today: CalendarDate,
    dropped: ReadonlySet<string> = new Set(),
    asker: Asker | null = null,
  ): Turn {
    const understood = without(this.understand(question, turn, today), dropped);
    const inquiry = this.inquiry(understood, today, asker);
    const answer = this.#comparison(understood, inquiry, today) ?? answerOf(inquiry);
    if (inquiry.wantsAsker) answer.wantsAsker = true;
    answer.understood = BY_THE_CALENDAR.has(answer.intent)
      ? slotsOf({ ...understood, unknown: [], terms: [] })
      : slotsOf(understood);
    if (understood.outside.length > 0 && answer.intent !== 'outside') {
      answer.notes.unshift(inquiry.words.outside(outsideNames(understood)));
    }
    if (question.length > LONGEST) answer.notes.unshift(inquiry.words.tooLong(LONGEST));
    for (const place of understood.places) {
      if (place.guessed)
        answer.headline = `${inquiry.words.guessed(place.guessed, place.area.name)}\n${answer.headline}`;
    }
    const earlier = [...(turn?.understood.places ?? []), ...(turn?.earlier ?? [])].slice(0, 3);
    return { understood, answer, earlier };
  }

  /** A question taken apart, in the light of the one before it. */
  understand(question: string, turn: Turn | null, today: CalendarDate): Understanding {
    return inContext(
      focusOnQuestion(understand(question, this.dictionary, this.index, today)),
      turn,
      (id) => this.#mention(id),
      (areaIds, facts) => areaIds.some((id) => intersect([this.index.ofArea(id), facts]).length > 0),
      ({ concept, weight }) => concept !== null && weight !== 'weak' && this.dictionary.namesTool(concept),
    );
  }

  /** What changed from one survey to another, where that is asked and there are two. */
  #comparison({ question }: Understanding, inquiry: Inquiry, today: CalendarDate): Answer | null {
    const surveys = surveysIn(this.records);
    const compared = comparedYears(question, surveys, today);
    if (!compared || (ratingsAsked(inquiry)?.length ?? 0) > 0 || indicatorsAsked(inquiry).length > 0) return null;
    const { former, now } = compared;
    if (!former) return noSuchSurvey(inquiry, compared, surveys);
    const asked = (source: SourceRow) => {
      const lookup = this.#ofSurvey(source.id);
      return { source, inquiry: lookup.inquiry(lookup.understand(compared.question, null, today), today) };
    };
    return compareYears(asked(former), asked(now), new SurveyYears(this.records.surveyRounds), compared.only);
  }

  /** A lookup over what one survey says; made when it is first asked for, and anew after a change. */
  #ofSurvey(sourceId: string): Lookup {
    const state = `${this.index.facts.length} ${this.index.size}`;
    const known = this.#surveys.get(sourceId);
    if (known?.state === state) return known.lookup;
    const lookup = new Lookup(recordsOfSurvey(this.records, sourceId), this.options);
    this.#surveys.set(sourceId, { lookup, state });
    return lookup;
  }

  inquiry(understood: Understanding, today: CalendarDate, asker: Asker | null = null): Inquiry {
    const { index, dictionary, records, options } = this;
    return new Inquiry(understood, index, dictionary, records, today, options.homePrefecture, asker);
  }

  #mention(id: string): PlaceMention {
    const area = this.dictionary.areas.get(id);
    if (!area) throw new RangeError(`there is no area ${id}`);
    return { area, excluded: false, own: false, guessed: null, begin: -1, end: -1 };
  }
}

/** Answers about days: words that no record holds (締切, 開庁日) are no part of how these were understood. */
const BY_THE_CALENDAR: ReadonlySet<Intent> = new Set(['calendar', 'deadlines', 'submissions', 'own-work']);

function without(u: Understanding, dropped: ReadonlySet<string>): Understanding {
  if (dropped.size === 0) return u;
  return {
    ...u,
    places: u.places.filter((place) => !dropped.has(`place:${place.area.id}`)),
    terms: u.terms.filter((term) => !dropped.has(`term:${term.key}`)),
    lacking: u.lacking.filter((term) => !dropped.has(`term:${term.key}`)),
    columns: new Set([...u.columns].filter((column) => !dropped.has(`column:${column}`))),
    dates: u.dates.filter((date) => !dropped.has(`date:${date.text}`)),
    operators: new Set([...u.operators].filter((operator) => !dropped.has(`mode:${operator}`))),
    figures: u.figures.filter((figure) => !dropped.has(`figure:${figure.text}`)),
    unknown: u.unknown.filter((word) => !dropped.has(`unknown:${word}`)),
    strangers: u.strangers.filter((word) => !dropped.has(`unknown:${word}`)),
  };
}

const slotsOf = (u: Understanding): Answer['understood'] => [
  ...u.places.map((place) => ({
    key: `place:${place.area.id}`,
    label: place.excluded ? `${place.area.name}以外` : place.area.name,
  })),
  ...[...u.columns].map((column) => ({
    key: `column:${column}`,
    label: facetWords[column][u.language] + (u.language === 'ja' ? 'の欄' : ' (column)'),
  })),
  ...u.dates.map((date) => ({ key: `date:${date.text}`, label: date.text })),
  ...modesOf(u).map((mode) => ({ key: `mode:${mode}`, label: MODE_LABELS[mode][u.language] })),
  ...u.figures.map((figure) => ({ key: `figure:${figure.text}`, label: figure.text })),
  ...u.terms
    .filter((term) => term.weight !== 'weak' && !isOfFigure(u, term))
    .map((term) => ({ key: `term:${term.key}`, label: term.label })),
  ...u.lacking.map((term) => ({ key: `term:${term.key}`, label: answerWords[u.language].lacking(term.label) })),
  ...u.unknown.map((word) => ({ key: `unknown:${word}`, label: answerWords[u.language].unknownWord(word) })),
];

const MODE_LABELS = {
  'in-house': { ja: '直営', en: '直営 (in-house)' },
  contracted: { ja: '委託', en: '委託 (contracted)' },
  joint: { ja: '共同', en: '共同 (joint)' },
} as const;

/** How a hub is to be run, where hubs are asked for. */
function modesOf({ operators, terms, places }: Understanding): (keyof typeof MODE_LABELS)[] {
  const isHub = operators.has('hub-of') || terms.some((term) => term.concept?.id === 'hub');
  const modes = (['in-house', 'contracted', 'joint'] as const).filter(
    (mode) => operators.has(mode) && !terms.some((term) => term.label === MODE_LABELS[mode].ja),
  );
  // Beside other words 「共同で」 only colours; and of one town its mode is what is asked.
  return isHub && places.length === 0 && modes.length === 1 ? modes : [];
}

/** 「以上」 in 「年3回以上」, which is shown as one. */
const isOfFigure = ({ figures }: Understanding, { begin, end }: { begin: number; end: number }): boolean =>
  figures.some((figure) => begin < figure.end && end > figure.begin);

const outsideNames = (u: Understanding): string =>
  u.outside.map((place) => `${place.prefecture}${place.name}`).join('・');

/** Neither a place nor a thing nor a time, nor a way of asking that stands for one. */
function namesNothing(inquiry: Inquiry): boolean {
  const { u } = inquiry;
  const empty = u.terms.length + u.places.length + u.columns.size + u.dates.length + u.unknown.length === 0;
  return (
    empty &&
    !asksAnyColumn(inquiry) &&
    !inquiry.has(
      'as-of',
      'source-of',
      'table',
      'ranking',
      'vision-of',
      'in-house',
      'contracted',
      'joint',
      'contact',
      'rating',
    )
  );
}

/** The ordered rules: the first that fits answers. */
function answerOf(inquiry: Inquiry): Answer {
  const { u, words } = inquiry;
  const named = placesAsked(u);
  if (u.unclear.length > 0 && named.length === 0) {
    const [unclear] = u.unclear;
    const answer = emptyAnswer('clarify', u.language, words.whichOne(unclear?.said ?? ''));
    answer.offers = unclear?.candidates.map((area) => area.name) ?? [];
    answer.found = false;
    return answer;
  }
  if (u.outside.length > 0 && named.length === 0) {
    return emptyAnswer('outside', u.language, words.outside(outsideNames(u)));
  }
  const talk = smallTalk(inquiry) ?? calendarAnswer(inquiry) ?? surveyReplies(inquiry) ?? plannedAnswer(inquiry);
  if (talk) return talk;
  if (namesNothing(inquiry)) {
    const answer = emptyAnswer('guide', u.language, words.nothingAsked);
    answer.offers = words.examples;
    answer.found = false;
    return answer;
  }
  if (inquiry.has('why-not') && u.places.some((place) => place.area.covers.length === 0)) return whyNot(inquiry);
  const together = partners(inquiry);
  if (together) return together;
  if (inquiry.has('as-of', 'source-of') || asksAgeOfRecords(inquiry)) return provenance(inquiry);
  const began = named.length < 2 ? beganFirst(inquiry) : null;
  if (began) return began;
  const ratings = ratingsAsked(inquiry);
  if (ratings && ratings.length > 0) return rating(inquiry, ratings);
  if (ratings && named.length > 0 && ASKS_POINTS.test(u.text)) return notRecorded(inquiry, words.points);
  const ofTowns = !isOneArea(named) && NAMES_TOWNS.test(u.text) ? extremes(inquiry) : null;
  if (ofTowns) return ofTowns;
  const indicators = indicatorsAsked(inquiry);
  if (indicators.length > 0) return indicator(inquiry, indicators);
  if (named.length >= 2 && named.every((place) => place.begin >= 0)) {
    if (!asksWhich(inquiry)) return compare(inquiry);
    const counted = AMONG.test(u.text) ? null : compareFigures(inquiry);
    if (counted) return counted;
  }
  if (inquiry.has('table') && named.length !== 1) return toolTable(inquiry);
  if (!isOneArea(named)) {
    const most = extremes(inquiry) ?? noExtreme(inquiry);
    if (most) return most;
    if (inquiry.has('ranking', 'most') || MOST.test(u.text)) return toolRanking(inquiry);
  }
  if (
    inquiry.demands.every((demand) => demand.weight === 'weak') &&
    named.length === 0 &&
    u.dates.length > 0 &&
    !asksHub(inquiry)
  ) {
    return inPeriod(inquiry);
  }
  if (asksWayOut(inquiry)) return wayOut(inquiry);
  if (wantsAreas(inquiry)) return whichAreas(inquiry);
  if (inquiry.demands.length === 0 && named.length === 0 && u.columns.size === 0) return notRecorded(inquiry);
  return isYesNo(inquiry) ? yesNo(inquiry) : detail(inquiry);
}

/** A rating in points, and nothing else that is called 評価. */
const ASKS_POINTS = /5段階|何点|点数|評価点|スコア|成熟度|\b(score|maturity|points?)\b/;
const MOST =
  /(一番|いちばん|最も|もっとも)多|最多|\b(most (towns|municipalities|common|widely)|largest number|greatest number)\b/;
const AMONG = /のうち|の中で|のなかで|\b(among|which of)\b/;

const asksWhich = (inquiry: Inquiry): boolean =>
  (inquiry.has('which', 'count-areas') && !inquiry.has('more-of-two', 'compare')) || AMONG.test(inquiry.u.text);

// Questions that a record of one thing answers, wherever it is.
const ABOUT_ONE_THING = [...OF_ONE_THING, 'terms', 'status-of'];

const ENDS_WITH_TOWNS =
  /(市町|自治体|町|市|所|ところ|とこ|とこら|地域|方|(てる|とる|いる|った|ある|う|る|い)(の|ん))(は|って|を|とか|、|ぜんぶ|全部|一覧で?|だけ|ある|あり|ます|か|です|教え|て|おしえ|知りた|い|下さ|くださ|くれ|ほし|お願い|し|や|な|ね|よ)*[?？。!]*$/;
const TOWNS = /市町|自治体|[っいた](町|市|とこ|ところ|所)|\b(towns?|cities|municipalit\w+|places)\b/;
const NAMES_TOWNS = /市町|自治体|どの(町|市)|[い多少](町|市)|\b(which|what) (towns?|cit|municipal)/;
const WHO_OR_WHERE = /\b(who|whose|where)\b/;
const TO_OBTAIN = /\b(where|how) (can|do|could|should|would) (i|we|one|you|others|another)\b|\b(obtain|download)\b/;

/** One place that stands for no others, as a joint body or district does. */
const isOneArea = ([place, ...others]: readonly PlaceMention[]): boolean =>
  place !== undefined && others.length === 0 && place.area.covers.length === 0;

/** 「全部で何回やったん」 ends like 「やった市町」, and asks for a number of something else. */
const asksHowMany = (inquiry: Inquiry): boolean => {
  const unit = askedUnit(inquiry.u.text);
  return unit !== null && !unit.test('市町') && !NAMES_TOWNS.test(inquiry.u.text);
};

function wantsAreas(inquiry: Inquiry): boolean {
  const named = placesAsked(inquiry.u);
  if (inquiry.has('blank-cell') && named.length === 0) return true;
  if (isOneArea(named)) return false;
  if (TOWNS.test(inquiry.u.text) && asksNotDone(inquiry)) return true;
  if (
    asksWhich(inquiry) ||
    inquiry.has('which', 'count-areas', 'like-ours', 'neighbours', 'not-ours') ||
    (ENDS_WITH_TOWNS.test(inquiry.u.text) && !asksHowMany(inquiry))
  )
    return true;
  if (inquiry.has('compare') && !inquiry.has('more-of-two')) return true;
  const groups = named.every((place) => place.area.covers.length > 0 || place.begin < 0);
  if (!groups) return false;
  // In English 「who」 and 「where」 ask for towns, unless one thing is to be found.
  if (inquiry.u.language === 'en' && WHO_OR_WHERE.test(inquiry.u.text)) {
    return (
      !TO_OBTAIN.test(inquiry.u.text) &&
      !inquiry.u.terms.some((term) => term.concept?.kind === 'tool' && inquiry.has('get', 'maker'))
    );
  }
  const oneTool = inquiry.u.terms.some((term) => term.concept?.kind === 'tool');
  // 「手引きはどこが作ってる？」 asks for towns; 「これからノートは誰が作った？」 for the maker of one thing.
  if (inquiry.has('maker') && !oneTool && named.length === 0 && inquiry.u.terms.length > 0) return true;
  return !inquiry.has(...ABOUT_ONE_THING) && !asksFigure(inquiry);
}
