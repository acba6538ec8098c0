import type { OfficeCalendar } from '../calendar/business-days.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { type OfficeCalendars, officeCalendars } from '../records/office-calendars.ts';
import type { OfficeRuleBook, OfficeRules } from '../records/office-settings.ts';
import { IMPORTED_SURVEY, isImported, REGISTER } from '../records/register.ts';
import type { AreaRow, RegistryRecords, SourceRow, SurveyAnswerRow } from '../records/rows.ts';
import { SurveyYears, sheetsInStead } from '../records/survey-years.ts';
import type { Facet } from '../records/vocabulary.ts';
import { lastDayOf } from '../records/written-dates.ts';
import { rulesFrom } from '../schedule/office-rules.ts';
import { type AnswerWords, answerWords } from '../words/answers.ts';
import { facetWords } from '../words/labels.ts';
import type { Row, RowGroup } from './answer.ts';
import type { Asker } from './asker.ts';
import type { Dictionary } from './dictionary.ts';
import type { FactIndex } from './fact-index.ts';
import { type Fact, initiativeText } from './facts.ts';
import { normalize } from './normalize.ts';
import { subtract, union } from './postings.ts';
import { type Demand, demandsOf, Scope } from './search.ts';
import { findSpokenDates, inYear, type SpokenDate } from './spoken-dates.ts';
import { placesAsked, type Understanding } from './understand.ts';

const written = new WeakMap<SourceRow, CalendarDate | null>();

/** The last day of a document's as-of date, if it names one. */
function writtenOn(source: SourceRow): CalendarDate | null {
  let day = written.get(source);
  if (day === undefined) {
    day = lastDayOf(source.asOf);
    written.set(source, day);
  }
  return day;
}

/** What the kinds of answers share: the question as taken, the records, and the ways of showing them. */
export class Inquiry {
  readonly words: AnswerWords;
  readonly demands: Demand[];
  #denominator: readonly string[] | undefined;
  #scope: Scope | undefined;
  #calendars: OfficeCalendars | undefined;
  #rules: OfficeRuleBook | undefined;
  #officeAsked = false;
  #askerAsked = false;
  #answers: readonly SurveyAnswerRow[] | undefined;
  #inStead: ReadonlySet<string> | undefined;
  readonly #sources: ReadonlyMap<string, SourceRow>;

  constructor(
    readonly u: Understanding,
    readonly index: FactIndex,
    readonly dictionary: Dictionary,
    readonly records: RegistryRecords,
    readonly today: CalendarDate,
    readonly homePrefecture: string,
    readonly asker: Asker | null = null,
  ) {
    this.words = answerWords[u.language];
    this.demands = demandsOf(u.terms, index.size);
    this.#sources = new Map(records.sources.map((source) => [source.id, source]));
  }

  /** Where nobody is known to ask: whether the answer may be another one for somebody. */
  get wantsAsker(): boolean {
    const { closedDays, officeSettings } = this.records;
    const byOffice = this.#officeAsked && closedDays.length + officeSettings.length > 0;
    return this.asker === null && (byOffice || this.#askerAsked);
  }

  /** Something is told to some people alone: where nobody is known to ask, it is asked again with the person. */
  hangsOnAsker(): void {
    this.#askerAsked = true;
  }

  /** When each office is open (rules 2.3). */
  get calendars(): OfficeCalendars {
    this.#calendars ??= officeCalendars(this.records.closedDays, this.records.areas);
    return this.#calendars;
  }

  /** What each office goes by ⚙. */
  get rules(): OfficeRuleBook {
    this.#rules ??= rulesFrom(this.records.officeSettings, this.records.areas);
    return this.#rules;
  }

  /** Those of these areas that the asker works for; without any, all of them. */
  ownAmong(areaIds: readonly string[]): readonly string[] {
    if (areaIds.length > 1) this.#officeAsked = true;
    const own = areaIds.filter((id) => this.asker?.areaIds.includes(id));
    return own.length > 0 ? own : areaIds;
  }

  /** By whose days something of these areas is counted: by those of the asker's own, else by what they share. */
  officeOf(areaIds: readonly string[]): OfficeCalendar {
    return this.calendars.ofAreas(this.ownAmong(areaIds));
  }

  /** Whose days and settings a question goes by that names no record: the places that it names, else the asker's own. */
  get concerned(): readonly string[] {
    if (this.scopeAreas.length > 0) return this.scopeAreas;
    this.#officeAsked = true;
    const own = this.asker?.areaIds ?? [];
    return own.length > 0 ? own : this.denominator;
  }

  /** What holds for one area; for several what their prefecture set. */
  rulesOf([first, ...others]: readonly string[]): OfficeRules {
    if (first !== undefined && others.length === 0) return this.rules.ofArea(first);
    return this.rules.ofPrefecture([...(first === undefined ? [] : [first]), ...others]);
  }

  has(...operators: string[]): boolean {
    return operators.some((operator) => this.u.operators.has(operator));
  }

  area(id: string): AreaRow {
    const area = this.dictionary.areas.get(id);
    if (!area) throw new RangeError(`there is no area ${id}`);
    return area;
  }

  source(id: string): SourceRow {
    const source = this.#sources.get(id);
    if (!source) throw new RangeError(`there is no source ${id}`);
    return source;
  }

  /** The municipalities of the home prefecture that the survey covers: the denominator (rules 1.1). */
  get denominator(): readonly string[] {
    this.#denominator ??= this.records.areas.map((area) => area.id).filter((id) => this.isHome(id));
    return this.#denominator;
  }

  isHome(areaId: string): boolean {
    const area = this.area(areaId);
    return area.kind === 'municipality' && area.prefecture === this.homePrefecture;
  }

  /** Places to look in: the named ones, a joint body or district by the towns it covers. Own and excluded ones are not among them. */
  get scopeAreas(): string[] {
    return [...new Set(placesAsked(this.u).flatMap(({ area }) => this.coveredBy(area)))];
  }

  coveredBy(area: AreaRow): string[] {
    return [area.id, ...area.covers];
  }

  /** Where the named places let one look; everywhere where none is named. */
  get scope(): Scope {
    this.#scope ??= this.scopeIn(this.scopeAreas);
    return this.#scope;
  }

  /** Where these areas let one look; everywhere where there are none. */
  scopeIn(areas: readonly string[]): Scope {
    return new Scope(this.index, areas.length > 0 ? [this.factsIn(areas)] : []);
  }

  get excludedAreas(): Set<string> {
    const away = this.u.places.filter((place) => (place.excluded || place.own) && place.area.kind !== 'prefecture');
    return new Set(away.flatMap(({ area }) => this.coveredBy(area)));
  }

  factsIn(areaIds: readonly string[]): Uint32Array {
    return union(areaIds.map((id) => this.index.ofArea(id)));
  }

  facts(numbers: Uint32Array): Fact[] {
    const facts: Fact[] = [];
    for (const number of numbers) facts.push(this.index.fact(number));
    return facts;
  }

  /** Whether a fact stands in the survey that makes the denominator, or its area keeps it up to date here. */
  isFromSurvey(fact: Fact): boolean {
    const { kind } = this.source(fact.sourceId);
    return kind === 'survey' || kind === REGISTER || kind === IMPORTED_SURVEY;
  }

  row(fact: Fact): Row {
    const source = this.source(fact.sourceId);
    return {
      areas: fact.areaIds.map((id) => this.area(id).name),
      text: this.#textOf(fact, source),
      status: fact.status,
      passed: (fact.status === 'planned' || fact.status === 'considering') && this.#hasPassed(fact),
      source: source.title,
      place: this.placeOf(fact, isQuoted(fact, source) ? this.words.quoted(fact.place) : fact.place),
      asOf: fact.asOf,
      recordId: fact.id,
    };
  }

  /** An initiative may say more than its document does, so that its own words are marked within it. */
  #textOf(fact: Fact, { kind }: SourceRow): string {
    return fact.kind === 'initiative' && isImported(kind) ? initiativeText(fact.row, this.words.wording) : fact.text;
  }

  /** Where a record stands; of what the prefecture entered in a town's stead (代理入力) that, too. */
  placeOf({ id, sourceId }: { id: string; sourceId: string }, place: string): string {
    this.#inStead ??= sheetsInStead(this.records);
    const sheet = id.replace(/\.[^.]*$/, '');
    // What its town changed since stands in the register.
    return sheet.startsWith(`${sourceId}.`) && this.#inStead.has(sheet) ? this.words.inStead(place) : place;
  }

  /** The dates in a fact's text, which is normalised. 「今年度」 is that of its document, and so is the year of a month that names none. */
  datesIn(fact: Fact, text = normalize(fact.when ?? '')): SpokenDate[] {
    const source = this.source(fact.sourceId);
    const day = source.kind === REGISTER ? null : writtenOn(source);
    return findSpokenDates(text, day ?? this.today).map((date) =>
      date.yearGiven ? date : inYear(date, source.fiscalYear),
    );
  }

  /** Whether the last day that a fact names lies before today. */
  #hasPassed(fact: Fact): boolean {
    const dates = this.datesIn(fact);
    return dates.length > 0 && dates.every(({ to }) => to < this.today);
  }

  group(title: string | null, facts: readonly Fact[]): RowGroup {
    return { title, rows: facts.map((fact) => this.row(fact)) };
  }

  /** 「ノートじゃなくて」: without the facts that speak of it. */
  withoutExcluded(facts: Uint32Array): Uint32Array {
    return subtract(facts, union(this.u.excluded.map((term) => term.facts)));
  }

  /** What the question is about, in a few words. */
  get subject(): string {
    const named = this.demands.filter((demand) => demand.weight !== 'weak').map((demand) => demand.label);
    const labels = named.length > 0 ? named : this.demands.map((demand) => demand.label);
    const columns = [...this.u.columns].map((column) => facetWords[column][this.u.language]);
    return [...columns, ...labels, ...this.u.unknown.map((word) => `「${word}」`)].join(
      this.u.language === 'ja' ? '・' : ', ',
    );
  }

  names(areaIds: readonly string[]): string {
    return areaIds.map((id) => this.area(id).name).join('・');
  }

  /** The cells of surveys that no later survey asked anew, each for the areas for which it still stands. */
  get standingAnswers(): readonly SurveyAnswerRow[] {
    this.#answers ??= new SurveyYears(this.records.surveyRounds).standing(this.records.answers);
    return this.#answers;
  }

  /** How the sheet answered a column, by area. */
  stated(facet: Facet | 'vision'): Map<string, 'yes' | 'none' | 'blank'> {
    const found = new Map<string, 'yes' | 'none' | 'blank'>();
    for (const answer of this.standingAnswers) {
      if (answer.facet !== facet) continue;
      for (const areaId of answer.areaIds) {
        if (found.get(areaId) !== 'yes') found.set(areaId, answer.stated);
      }
    }
    return found;
  }
}

/** Each record once, and not twice the same wording. */
export function distinct(facts: readonly Fact[]): Fact[] {
  const seen = new Map<string, string[]>();
  return facts.filter(({ text, areaIds }) => {
    const areas = areaIds.join();
    const others = seen.get(text);
    if (others?.includes(areas)) return false;
    if (others) others.push(areas);
    else seen.set(text, [areas]);
    return true;
  });
}

/** Statements, 目指す姿 and the points of an evaluation stand in the own words of a document that the office brought. */
const isQuoted = (fact: Fact, source: SourceRow): boolean =>
  isImported(source.kind) &&
  (fact.kind === 'statement' || fact.kind === 'plan' || (fact.kind === 'evaluation' && fact.part !== 'rating'));
