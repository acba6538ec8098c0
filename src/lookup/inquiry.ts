import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AreaRow, RegistryRecords, SourceRow } from '../records/rows.ts';
import type { Facet } from '../records/vocabulary.ts';
import { type AnswerWords, answerWords } from '../words/answers.ts';
import { facetWords } from '../words/labels.ts';
import type { Row, RowGroup } from './answer.ts';
import type { Dictionary } from './dictionary.ts';
import type { FactIndex } from './fact-index.ts';
import type { Fact } from './facts.ts';
import { union } from './postings.ts';
import { type Demand, demandsOf, Scope } from './search.ts';
import type { Understanding } from './understand.ts';

/** What the kinds of answers share: the question as taken, the records, and the ways of showing them. */
export class Inquiry {
  readonly words: AnswerWords;
  readonly demands: Demand[];
  readonly #sources: ReadonlyMap<string, SourceRow>;

  constructor(
    readonly u: Understanding,
    readonly index: FactIndex,
    readonly dictionary: Dictionary,
    readonly records: RegistryRecords,
    readonly today: CalendarDate,
    readonly homePrefecture: string,
  ) {
    this.words = answerWords[u.language];
    this.demands = demandsOf(u.terms, index.size);
    this.#sources = new Map(records.sources.map((source) => [source.id, source]));
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
  get denominator(): string[] {
    return this.records.areas
      .filter((area) => area.kind === 'municipality' && area.prefecture === this.homePrefecture)
      .map((area) => area.id);
  }

  isHome(areaId: string): boolean {
    const area = this.area(areaId);
    return area.kind === 'municipality' && area.prefecture === this.homePrefecture;
  }

  /** Places to look in: the named ones, a joint body or district by the towns it covers. Own and excluded ones are not among them. */
  get scopeAreas(): string[] {
    const named = this.u.places.filter((place) => !place.excluded && !place.own).map((place) => place.area);
    return [...new Set(named.flatMap((area) => this.coveredBy(area)))];
  }

  coveredBy(area: AreaRow): string[] {
    return [area.id, ...area.covers];
  }

  /** Where the named places let one look; everywhere where none is named. */
  get scope(): Scope {
    const areas = this.scopeAreas;
    return new Scope(this.index, areas.length > 0 ? this.factsIn(areas) : null);
  }

  get excludedAreas(): Set<string> {
    const away = this.u.places
      .filter((place) => (place.excluded || place.own) && place.area.kind !== 'prefecture')
      .map((place) => place.area);
    return new Set(away.flatMap((area) => [area.id, ...area.covers]));
  }

  factsIn(areaIds: readonly string[]): Uint32Array {
    return union(areaIds.map((id) => this.index.ofArea(id)));
  }

  facts(numbers: Iterable<number>): Fact[] {
    return Array.from(numbers, (number) => this.index.fact(number));
  }

  /** Whether a fact stands in the survey that makes the denominator. */
  isFromSurvey(fact: Fact): boolean {
    return this.source(fact.sourceId).kind === 'survey';
  }

  row(fact: Fact): Row {
    const source = this.source(fact.sourceId);
    return {
      areas: fact.areaIds.map((id) => this.area(id).name),
      text: fact.text,
      status: fact.status,
      source: source.title,
      place: fact.place,
      asOf: fact.asOf,
      recordId: fact.id,
    };
  }

  group(title: string | null, facts: readonly Fact[]): RowGroup {
    return { title, rows: facts.map((fact) => this.row(fact)) };
  }

  /** 「ノートじゃなくて」: without the facts that speak of it. */
  withoutExcluded(facts: Uint32Array): Uint32Array {
    if (this.u.excluded.length === 0) return facts;
    const unwanted = new Set(union(this.u.excluded.map((term) => term.facts)));
    return facts.filter((number) => !unwanted.has(number));
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

  /** How the sheet answered a column, by area. */
  stated(facet: Facet | 'vision'): Map<string, 'yes' | 'none' | 'blank'> {
    const found = new Map<string, 'yes' | 'none' | 'blank'>();
    for (const answer of this.records.answers) {
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
  const seen = new Set<string>();
  return facts.filter((fact) => {
    const key = `${fact.areaIds.join()}|${fact.text}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
