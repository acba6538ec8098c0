import type { AreaRow, LexiconRow, LexiconWeight, RegistryRecords } from '../records/rows.ts';
import { formsOf, type OutsidePlace, outsidePlaces, Spelling, shortName } from './area-names.ts';
import type { Fact } from './facts.ts';
import { normalize } from './normalize.ts';
import { longestLeftmost, PhraseMatcher } from './phrase-matcher.ts';

/** Something that records speak of and questions ask for: an entry of the lexicon, or a proper name from the records. */
export interface Concept {
  id: string;
  label: string;
  kind: 'concept' | 'facet' | 'scene' | 'tool' | 'hub';
  weight: LexiconWeight;
  /** Looked for in the records, normalised. */
  forms: string[];
  english: string[];
  except: string[];
  /** Ids of concepts by which others met this need. */
  remedies: string[];
}

/** What a phrase of a question can stand for. */
export type Meaning =
  | { type: 'area'; area: AreaRow }
  | { type: 'outside'; place: OutsidePlace }
  | { type: 'concept'; concept: Concept }
  | { type: 'operator'; id: string; label: string }
  | { type: 'filler' };

/** The facets that a question's word can name, by the id of its lexicon entry. */
const FACET_IDS: Record<string, string> = {
  'cross-department': 'crossDepartment',
  'without-relatives': 'withoutRelatives',
};

export const facetOfEntry = (id: string): string => FACET_IDS[id] ?? id;

/** All words the program knows: the lexicon, the names of areas, and the proper names in the records. */
export class Dictionary {
  readonly #toolNames = new Set<string>();
  readonly concepts = new Map<string, Concept>();
  readonly areas: ReadonlyMap<string, AreaRow>;
  readonly spelling: Spelling;
  /** Towns whose name is one character (津), and where it counts as one. */
  readonly shortNames: readonly { pattern: RegExp; area: AreaRow }[];
  readonly #byFacet = new Map<string, Concept>();
  readonly #byScene = new Map<string, Concept>();
  /** For questions. */
  readonly meanings: PhraseMatcher<Meaning>;
  /** For records. */
  readonly contents: PhraseMatcher<Concept>;

  constructor(records: RegistryRecords) {
    this.areas = new Map(records.areas.map((area) => [area.id, area]));
    this.spelling = new Spelling(records.areas);
    this.shortNames = records.areas.flatMap((area) => {
      const pattern = shortName(area);
      return pattern ? [{ pattern, area }] : [];
    });
    const meanings: [string, Meaning][] = [];
    for (const area of records.areas) {
      for (const form of formsOf(area)) meanings.push([form, { type: 'area', area }]);
    }
    for (const [form, place] of outsidePlaces(records.areas)) meanings.push([form, { type: 'outside', place }]);
    for (const entry of records.lexicon) this.#addEntry(entry, meanings);
    this.#addNames(records, meanings);
    this.meanings = new PhraseMatcher(meanings);
    for (const concept of this.concepts.values()) {
      if (concept.kind === 'facet') this.#byFacet.set(facetOfEntry(concept.id), concept);
      if (concept.kind === 'scene') this.#byScene.set(concept.forms[0] ?? '', concept);
    }
    const contents: [string, Concept][] = [];
    for (const concept of this.concepts.values()) {
      // A gloss says in other words what the Japanese says; where both are searched, its everyday words (「screening」)
      // find what is not meant.
      for (const form of concept.forms.length > 0 ? concept.forms : concept.english) contents.push([form, concept]);
    }
    this.contents = new PhraseMatcher(contents);
  }

  /** The concepts that a fact speaks of. */
  conceptsIn(fact: Fact): Set<Concept> {
    const found = new Set<Concept>();
    for (const text of [fact.search, fact.english]) {
      for (const hit of this.contents.all(text)) {
        for (const concept of hit.payloads) {
          if (!isException(concept, text, hit.begin, hit.phrase)) found.add(concept);
        }
      }
    }
    for (const facet of fact.facets) {
      const concept = this.#byFacet.get(facet);
      if (concept) found.add(concept);
    }
    for (const scene of fact.scenes) {
      const concept = this.#byScene.get(normalize(scene));
      if (concept) found.add(concept);
    }
    if (fact.kind === 'tool') {
      const concept = this.concepts.get(`tool:${fact.tool.id}`);
      if (concept) found.add(concept);
    }
    return found;
  }

  /** Whether a concept stands for a tool by name: of its own (すずの輪), or as a word of the lexicon (バイタルリンク). */
  namesTool({ kind, forms }: Concept): boolean {
    return kind === 'tool' || forms.some((form) => this.#toolNames.has(form));
  }

  #addEntry(entry: LexiconRow, meanings: [string, Meaning][]): void {
    const asked = [...entry.members, ...entry.asked, ...entry.english].map(normalize);
    if (entry.kind === 'filler') {
      for (const form of asked) meanings.push([form, { type: 'filler' }]);
      return;
    }
    if (entry.kind === 'operator') {
      const meaning: Meaning = { type: 'operator', id: entry.id, label: entry.label };
      for (const form of asked) meanings.push([form, meaning]);
      return;
    }
    const concept: Concept = {
      id: entry.id,
      label: entry.label,
      kind: entry.kind === 'facet' || entry.kind === 'scene' ? entry.kind : 'concept',
      weight: entry.weight,
      forms: entry.members.map(normalize),
      english: entry.english.map(normalize),
      except: entry.except.map(normalize),
      remedies: entry.remedies,
    };
    this.concepts.set(concept.id, concept);
    for (const form of asked) meanings.push([form, { type: 'concept', concept }]);
  }

  /** Proper names: tools and hubs, each with its other names. */
  #addNames(records: RegistryRecords, meanings: [string, Meaning][]): void {
    const isProper = this.#properNames(records);
    const add = (kind: 'tool' | 'hub', id: string, label: string, names: string[], english: string[]) => {
      const forms = [...new Set(names.map(normalize))].filter((form) => form.length >= 3 && isProper(form));
      if (forms.length === 0 && kind !== 'tool') return;
      const concept: Concept = {
        id,
        label,
        kind,
        weight: 'strong',
        forms,
        english: forms.length > 0 ? english.map(normalize) : [],
        except: [],
        remedies: [],
      };
      this.concepts.set(id, concept);
      for (const form of [...forms, ...concept.english]) meanings.push([form, { type: 'concept', concept }]);
    };
    for (const tool of records.tools) {
      for (const name of [tool.name, ...tool.aliases]) this.#toolNames.add(normalize(name));
      add('tool', `tool:${tool.id}`, tool.name, [tool.name, ...tool.aliases], tool.english ? [tool.english] : []);
    }
    const hubs = new Map<string, Set<string>>();
    for (const hub of records.hubs) {
      const names = hubs.get(hub.name) ?? new Set([hub.name]);
      for (const alias of hub.aliases) names.add(alias);
      hubs.set(hub.name, names);
    }
    for (const [name, names] of hubs) add('hub', `hub:${name}`, name, [...names], []);
  }

  /**
   * Whether a name says more than the lexicon's words put together: 「くわな入退院の手引き」 does, 「医療と介護のマップ」
   * is no name but a description, and a question that says it means every such map.
   */
  #properNames(records: RegistryRecords): (name: string) => boolean {
    const concepts = [...this.concepts.values()];
    const labels = new Set(concepts.flatMap((concept) => [normalize(concept.label), concept.forms[0] ?? '']));
    const words = new PhraseMatcher(
      concepts.flatMap((concept) => concept.forms.map((form) => [form, concept] as const)),
    );
    const places = new Set(records.areas.flatMap((area) => formsOf(area)));
    return (name) => {
      if (labels.has(name) || places.has(name)) return false;
      if ([...places].some((place) => name.includes(place))) return true;
      const hits = longestLeftmost(words.all(name).filter((hit) => hit.end - hit.begin < name.length));
      let rest = name;
      for (const hit of hits) rest = rest.replace(hit.phrase, '');
      return rest.replace(/在宅|医療|介護|地域|情報|連携|支援|ひと|もの|[のとやをがな及び時用等人方]/g, '').length >= 2;
    };
  }
}

/** Whether a hit stands inside a longer word that means something else. */
export function isException(concept: Concept, text: string, begin: number, phrase: string): boolean {
  return concept.except.some((longer) => {
    for (let offset = longer.indexOf(phrase); offset >= 0; offset = longer.indexOf(phrase, offset + 1)) {
      if (text.startsWith(longer, begin - offset)) return true;
    }
    return false;
  });
}
