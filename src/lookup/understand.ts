import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AreaRow } from '../records/rows.ts';
import type { Facet, Scene } from '../records/vocabulary.ts';
import { SURVEY_COLUMNS } from '../records/vocabulary.ts';
import type { Language } from '../words/labels.ts';
import { namesOtherPrefecture, type OutsidePlace } from './area-names.ts';
import { type Concept, type Dictionary, facetOfEntry, isException, type Meaning } from './dictionary.ts';
import type { FactIndex } from './fact-index.ts';
import { isJapanese, normalize } from './normalize.ts';
import { factsNaming, namedPeople } from './person-names.ts';
import { longestLeftmost } from './phrase-matcher.ts';
import { EMPTY } from './postings.ts';
import { fromRomaji } from './romaji.ts';
import { findSpokenDates, type SpokenDate } from './spoken-dates.ts';
import { type SpokenFigure, spokenFigures } from './spoken-figures.ts';

/** Something the answer must speak of. */
export interface Term {
  /** Stable within a question; lets a person drop it. */
  key: string;
  label: string;
  weight: 'strong' | 'medium' | 'weak';
  concept: Concept | null;
  /** Searched for as text (Japanese) or as a word of the English gloss, where no concept is known. */
  literal: string | null;
  language: Language;
  /** The facts that speak of it. */
  facts: Uint32Array;
  /** Terms that share a number are alternatives (AやB). */
  group: number;
  begin: number;
  end: number;
  /** Where it was said last. */
  last: number;
}

export interface PlaceMention {
  area: AreaRow;
  /** 「鈴鹿市以外」. */
  excluded: boolean;
  /** The asker's own place: 「鈴鹿市です。…」「うち」. */
  own: boolean;
  /** Taken for this area though spelt otherwise. */
  guessed: string | null;
  begin: number;
  end: number;
}

export interface Understanding {
  question: string;
  text: string;
  language: Language;
  places: PlaceMention[];
  outside: OutsidePlace[];
  /** Spellings near to several areas. */
  unclear: { said: string; candidates: AreaRow[] }[];
  terms: Term[];
  /** What is expressly not meant: 「ノート配りじゃなくて」. */
  excluded: Term[];
  /** What the towns asked for do not have: 「…は挙げてるけど〜は挙げてない町」. */
  lacking: Term[];
  /** Content words that no record holds. */
  unknown: string[];
  /**
   * Of these, names of people, and words stuck to a known one (VR研修): who asks for that is not answered with others.
   */
  strangers: string[];
  operators: ReadonlySet<string>;
  /** Where each operator was said last. */
  operatorsAt: ReadonlyMap<string, number>;
  /** Columns asked for as such (「ICTの欄」). */
  columns: ReadonlySet<Facet | 'vision'>;
  scenes: readonly Scene[];
  dates: readonly SpokenDate[];
  /** Figures that are set (「年3回以上」). */
  figures: readonly SpokenFigure[];
}

/** The places that a question asks about: neither 「鈴鹿市以外」 nor the asker's own. */
export const placesAsked = (u: Understanding): PlaceMention[] =>
  u.places.filter((place) => !place.excluded && !place.own);

interface Hit {
  begin: number;
  end: number;
  meaning: Meaning | { type: 'date' } | { type: 'quoted' } | { type: 'person'; name: string; facts: Uint32Array };
}

/** Words for how to answer: in quotation marks they are what a record says of itself (「特になし」). */
const steers = ({ meaning }: Hit): boolean => meaning.type === 'operator';

/** Nobody asks more at once; what follows is not read. */
export const LONGEST = 1000;

/** Bodies that bear a town's name without being the town. */
const BODY_AFTER_NAME =
  /^(地区|管内|地域)?(医師会|歯科|薬剤師会|看護医療大学|[ァ-ヶー一-龠々]{0,6}(病院|医療センター|大学|新聞|銀行))|^ (medical association|hospital)/;
const COLUMN_MARK = /^(関係)?(の|という)?(欄|項目|列|コラム)|^ (column|section|field)/;
const RUN =
  /[\p{Script=Han}\p{Script=Katakana}ー々a-z0-9&@%](?:[\p{Script=Han}\p{Script=Katakana}ー々a-z0-9&@%.-]*[\p{Script=Han}\p{Script=Katakana}ー々a-z0-9&@%])?/gu;
const SAME_SCRIPT = /[\p{Script=Han}々]{2,}|[\p{Script=Katakana}ー]{3,}|[a-z][a-z0-9&@.'-]+/gu;
const QUOTATION = /「[^「」]+」|『[^『』]+』|["“][^"“”]+["”]/g;
const SHORTEST_NAME = 4;
/** 「March (2026)」 */
const MONTH_OF_YEAR =
  /\b((?:jan|febr)uary|march|april|may|june|july|august|(?:septem|octo|novem|decem)ber) \((\d{4})\)/g;
const EXCLUDED_BEFORE =
  /\b(other than|except|besides|apart from|aside from|excluding|leaving out|outside|outside of)( for)?( the)? $/;
const LISTED_PLACES = /^(市|町)?(\/|、|と|や|,? and |, |,? or )$/;
const NOT_MEANT = /^[^、。?]{0,6}(じゃなくて|ではなくて?|でなくて?|じゃない方|ではない方)/;
const SIMILE = /^(ながら)?(みたい|のよう)な/;
const NOT_MEANT_BEFORE = /\b(instead of|rather than)( (using|buying|making|having|a|an|the|some))* $/;
const EITHER =
  /^([ぁ-ん]{0,4}、?(または|もしくは|あるいは)|っ?たり、?|や、?|か|とか、?|\/|,? ?or( the| a| an)?|\/or|,? ?(such as|including|e\.g\.)( the| a| an)?)$/;

/** 「薬剤師さんや薬局が」, in the sentence that asks; what tells of the background describes one thing. */
const EITHER_OF_PEOPLE = /^(さん|さま|様|等|など)(や|か|とか)、?$/;

const LACKING_JA =
  /(?:けど|けれども?|のに|(?<=[るたい])が)、?([^、。?]*(?:ない|ません|へん|おらん|とらん|なし)(?:の|ん|町|市|市町|自治体|所|とこ|ところ)?(?:は|って|も)?(?:どこ)?[^、。?ぁ-ん]{0,3}[?。]?)$/;
const LACKING_EN =
  /\b(?:but|yet|and)(?: (?:do|does|have|has|are|is|did|that|which|who))*(?: not| n't| no| never| without)\b(.*)$/;

/** 「困っとるとこない？」 asks whether there is one; it denies nothing. */
const IS_THERE_ONE =
  /(とこ|ところ|所|市町|町|市|自治体|例|事例)(は|って|とか)?(ない|なかった|ありません|いません|おらん|あらへん)(です|でしょう|か|かな|かね|の|ん|やろ)*\?$/;

/** The terms of a second clause that denies, where a first one says what the towns have. */
function lackingIn(text: string, terms: readonly Term[]): Term[] {
  const clause =
    LACKING_JA.exec(text)?.[1] ?? LACKING_EN.exec(text.replace(/(?<=do|does|have|has|are|is|did)n't/g, " n't"))?.[1];
  if (clause === undefined || IS_THERE_ONE.test(clause)) return [];
  const from = text.length - clause.length;
  const carries = (term: Term) => term.weight !== 'weak';
  const denied = terms.filter((term) => term.begin >= from && carries(term));
  return terms.some((term) => term.begin < from && carries(term)) ? denied : [];
}

/** Takes a question apart: places, terms, operators, dates. Pure; the same question is always taken alike. */
export function understand(
  question: string,
  dictionary: Dictionary,
  index: FactIndex,
  today: CalendarDate,
): Understanding {
  return new Reading(question, dictionary, index, today).understanding();
}

/**
 * A middle dot joins the parts of a name (在宅医療・介護連携) or lists things (入院・入所, 北上・市名なし). Where no known
 * phrase spans it, or places stand on both sides, it lists.
 */
function separateListed(question: string, dictionary: Dictionary): string {
  return question.split('・').reduce((joined, part) => {
    const boundary = normalize(joined).length;
    const hits = dictionary.meanings.all(normalize(`${joined}${part}`));
    const isArea = (hit: { payloads: readonly Meaning[] }) => hit.payloads.some((meaning) => meaning.type === 'area');
    const before = dictionary.meanings.all(normalize(joined)).some((hit) => hit.end === boundary && isArea(hit));
    const after = dictionary.meanings.all(normalize(part)).some((hit) => hit.begin === 0 && isArea(hit));
    const spanned = hits.some((hit) => hit.begin < boundary && hit.end > boundary);
    return spanned && !(before && after) ? `${joined}${part}` : `${joined}/${part}`;
  });
}

/** Slack's markup for people, channels and links, and addresses of pages: nothing that a record is asked for. */
const withoutMarkup = (question: string): string =>
  question
    .replace(/<[!@#][^<>]*>/g, ' ')
    .replace(/<(?:https?:|mailto:|tel:)[^<>|]*(?:\|([^<>]*))?>/g, (_, label: string | undefined) => ` ${label ?? ''} `)
    .replace(/\bhttps?:\/\/[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu, ' ');

class Reading {
  readonly text: string;
  readonly language: Language;
  readonly #places: PlaceMention[] = [];
  readonly #outside: OutsidePlace[] = [];
  readonly #unclear: Understanding['unclear'] = [];
  readonly #terms: Term[] = [];
  readonly #unknown: string[] = [];
  readonly #strangers: string[] = [];
  readonly #operators = new Map<string, number>();
  readonly #columns = new Set<Facet | 'vision'>();
  readonly #scenes: Scene[] = [];
  /** How far Latin words have been read as part of a name. */
  #readTo = 0;

  constructor(
    readonly question: string,
    readonly dictionary: Dictionary,
    readonly index: FactIndex,
    readonly today: CalendarDate,
  ) {
    const typed = withoutMarkup(question.slice(0, LONGEST));
    const read = this.#inJapanese(typed);
    this.text = normalize(separateListed(read, dictionary))
      .replace(/年\(度\)/g, '年度')
      .replace(MONTH_OF_YEAR, '$1 $2');
    const isRomaji = read !== typed;
    this.language = isRomaji || isJapanese(read) || !/[a-z]{2}/i.test(read) ? 'ja' : 'en';
  }

  /** A question in rōmaji in Japanese letters; what is a name or a known word in Latin letters stays. */
  #inJapanese(question: string): string {
    const { meanings, spelling } = this.dictionary;
    const spans = (word: string, fits: (meaning: Meaning) => boolean) =>
      meanings.all(word).some((hit) => hit.begin === 0 && hit.end === word.length && hit.payloads.some(fits));
    return fromRomaji(
      question,
      (word) => spelling.exact(word).length > 0 || spans(word, ({ type }) => type !== 'filler'),
      (kana) => spans(kana, () => true),
    );
  }

  understanding(): Understanding {
    const dates = findSpokenDates(this.text, this.today);
    const hits = this.#hits(dates);
    for (const hit of hits) this.#take(hit);
    this.#readGaps(hits);
    this.#strangersBeside();
    this.#terms.sort((a, b) => a.begin - b.begin);
    this.#pairAlternatives();
    this.#excludeListed();
    this.#weakenSimiles();
    const excluded = this.#terms.filter(
      (term) => this.#deniedAfter(term) || NOT_MEANT_BEFORE.test(this.text.slice(0, term.begin)),
    );
    const kept = this.#terms.filter((term) => !excluded.includes(term));
    const lacking = lackingIn(this.text, kept);
    return {
      question: this.question,
      text: this.text,
      language: this.language,
      places: this.#places,
      outside: this.#outside,
      unclear: this.#unclear,
      terms: kept.filter((term) => !lacking.includes(term)),
      excluded,
      lacking,
      unknown: this.#unknown,
      strangers: this.#strangers,
      operators: new Set(this.#operators.keys()),
      operatorsAt: this.#operators,
      columns: this.#columns,
      scenes: this.#scenes,
      dates,
      figures: spokenFigures(this.text, this.language),
    };
  }

  /** What stands in the text, longest first, each stretch once. A stretch may mean several things at a time. */
  #hits(dates: readonly SpokenDate[]): Hit[] {
    const hits: Hit[] = dates.map(({ begin, end }) => ({ begin, end, meaning: { type: 'date' } }));
    for (const { begin, end, payloads } of this.dictionary.meanings.all(this.text)) {
      for (const meaning of payloads) {
        if (this.#counts(meaning, begin, end)) hits.push({ begin, end, meaning });
      }
    }
    hits.push(...this.#shortPlaces());
    hits.push(
      ...this.#quoted().filter(
        ({ begin, end }) => !hits.some((hit) => steers(hit) && hit.begin >= begin && hit.end <= end),
      ),
    );
    const people = this.#people(hits);
    const others = hits.filter((hit) => !people.some(({ begin, end }) => hit.begin < end && hit.end > begin));
    hits.splice(0, hits.length, ...others, ...people);
    return longestLeftmost(hits).flatMap((hit) => {
      const same = hits.filter((other) => other.begin === hit.begin && other.end === hit.end);
      return this.#plainest(same);
    });
  }

  /** Names of people; what a dictionary knows is none (看護師さん), and neither is what only looks like one. */
  #people(hits: readonly Hit[]): Hit[] {
    const isKnown = (from: number, to: number) =>
      hits.some(
        ({ begin, end, meaning }) =>
          ['concept', 'area', 'outside', 'date'].includes(meaning.type) && begin < to && end > from,
      );
    return namedPeople(this.text).flatMap(({ name, begin, end, surely }) => {
      const facts = factsNaming(this.index, name);
      const from = this.text.indexOf(name, begin);
      if (facts.length === 0 && (!surely || isKnown(from, from + name.length))) return [];
      if (
        facts.length > 0 &&
        this.dictionary.meanings.all(name).some(({ begin: at, end: to }) => to - at === name.length)
      )
        return [];
      return [{ begin, end, meaning: { type: 'person' as const, name, facts } }];
    });
  }

  /** What stands in quotation marks and in records, letter by letter, is a name: 「医療と介護の連携シート」. */
  #quoted(): Hit[] {
    return [...this.question.matchAll(QUOTATION)].flatMap((match) => {
      const name = normalize(match[0]);
      const begin = this.text.indexOf(name);
      if (name.length < SHORTEST_NAME || begin < 0 || this.index.ofText(name).length === 0) return [];
      return [{ begin, end: begin + name.length, meaning: { type: 'quoted' as const } }];
    });
  }

  /** Towns whose name is one character. */
  #shortPlaces(): Hit[] {
    return this.dictionary.shortNames.flatMap(({ pattern, area }) =>
      Array.from(this.text.matchAll(pattern), ({ index }) => ({
        begin: index,
        end: index + 1,
        meaning: { type: 'area', area },
      })),
    );
  }

  /** The same stretch may be an operator and a concept (「見込」): both count. Of several concepts the narrowest does. */
  #plainest(hits: Hit[]): Hit[] {
    const concepts = hits.flatMap(({ meaning }) => (meaning.type === 'concept' ? [meaning.concept] : []));
    const narrowest = concepts
      .map((concept) => ({ concept, size: this.index.ofConcept(concept).length || Number.MAX_SAFE_INTEGER }))
      .sort((a, b) => Number(b.concept.kind === 'facet') - Number(a.concept.kind === 'facet') || a.size - b.size)[0];
    return hits.filter(({ meaning }) =>
      meaning.type === 'quoted'
        ? concepts.length === 0
        : meaning.type !== 'concept' || meaning.concept === narrowest?.concept,
    );
  }

  #counts(meaning: Meaning, begin: number, end: number): boolean {
    if (meaning.type === 'concept') {
      return !isException(meaning.concept, this.text, begin, this.text.slice(begin, end));
    }
    if (meaning.type === 'operator') return !this.#endsMisspelt(begin);
    if (meaning.type !== 'area' && meaning.type !== 'outside') return true;
    const said = this.text.slice(begin, end);
    const after = this.text.slice(end);
    if (meaning.type === 'outside') return /[市町村区]$/.test(said);
    const whole = said.endsWith(normalize(meaning.area.name));
    if (!whole && BODY_AFTER_NAME.test(after)) return false;
    if (namesOtherPrefecture(this.text.slice(0, begin), meaning.area)) return false;
    // A stem of kana must not begin or end inside a longer kana word.
    if (/^[ぁ-ん]+$/.test(said) && said.length <= 3) {
      return !/[ぁ-ん]$/.test(this.text.slice(0, begin)) && /^($|[^ぁ-ん]|[はがでものにとを、])/.test(after);
    }
    return true;
  }

  /** 「鈴賀市は？」 asks about a town spelt wrongly, not which 市: its 市 or 町 stands at `at`. */
  #endsMisspelt(at: number): boolean {
    const stem =
      /^[市町]/.test(this.text.slice(at, at + 1)) && /\p{Script=Han}{2,3}$/u.exec(this.text.slice(0, at))?.[0];
    return (
      Boolean(stem) &&
      this.index.ofText(String(stem)).length === 0 &&
      this.dictionary.spelling.nearKanji(`${stem}${this.text[at]}`).length > 0
    );
  }

  #take(hit: Hit): void {
    const { begin, end, meaning } = hit;
    if (meaning.type === 'area') this.#place(meaning.area, begin, end, null);
    else if (meaning.type === 'outside') this.#outside.push(meaning.place);
    else if (meaning.type === 'operator') this.#operators.set(meaning.id, begin);
    else if (meaning.type === 'concept') this.#concept(meaning.concept, begin, end);
    else if (meaning.type === 'person') this.#person(meaning.name, meaning.facts, begin);
    else if (meaning.type === 'quoted') {
      const said = this.text.slice(begin, end);
      this.#literal(said, this.index.ofText(said), begin, 'strong');
    }
  }

  #person(name: string, facts: Uint32Array, begin: number): void {
    if (facts.length > 0) this.#literal(name, facts, begin, 'strong');
    else {
      this.#unknown.push(name);
      this.#strangers.push(name);
    }
  }

  #place(area: AreaRow, begin: number, end: number, guessed: string | null): void {
    if (this.#places.some((place) => place.area.id === area.id)) return;
    const after = this.text.slice(end, end + 12);
    const before = this.text.slice(Math.max(0, begin - 24), begin);
    this.#places.push({
      area,
      excluded:
        /^(市|町)?(以外|を除|は除|じゃない|ではない|のほか|の他|を別に|は別に)/.test(after) ||
        EXCLUDED_BEFORE.test(before),
      own:
        /^(市|町)?(です(?!か)|の者|の?担当|やけど|やけど|だけど|ですが|なんです|としては|在住|の包括です)/.test(
          after,
        ) ||
        /(we are|we're|i'm|i am|i work|we work|here in|this is|our town|our city|from)( in| at| for| from)? $/.test(
          before,
        ),
      guessed,
      begin,
      end,
    });
  }

  #concept(concept: Concept, begin: number, end: number): void {
    const facet = facetOfEntry(concept.id) as Facet | 'vision';
    const isColumn = concept.kind === 'facet' && ([...SURVEY_COLUMNS, 'hub', 'vision'] as string[]).includes(facet);
    if (isColumn && (COLUMN_MARK.test(this.text.slice(end)) || /欄|column/.test(this.text.slice(begin, end)))) {
      this.#columns.add(facet);
      return;
    }
    if (concept.kind === 'scene') this.#scenes.push(concept.label as Scene);
    const known = this.#terms.find((term) => term.concept?.id === concept.id);
    if (known) {
      known.last = begin;
      return;
    }
    this.#terms.push({
      key: concept.id,
      label: concept.label,
      weight: concept.weight,
      concept,
      literal: null,
      language: this.language,
      facts: this.index.ofConcept(concept),
      group: -1,
      begin,
      end,
      last: begin,
    });
  }

  /** What no dictionary knows: kanji, katakana and Latin runs between the hits. */
  #readGaps(hits: readonly Hit[]): void {
    let from = 0;
    for (const hit of [...hits, { begin: this.text.length, end: this.text.length }]) {
      if (hit.begin > from) this.#readGap(this.text.slice(from, hit.begin), from);
      from = Math.max(from, hit.end);
    }
  }

  #readGap(gap: string, offset: number): void {
    for (const match of gap.matchAll(RUN)) {
      const run = match[0];
      const begin = offset + match.index;
      if (/^[a-z][a-z0-9&@.'-]*$/.test(run)) this.#latin(run, begin);
      else this.#japanese(run, begin);
    }
    this.#misheard(gap, offset);
  }

  /** 「VR研修」: what no record holds, stuck to something known, makes another thing of it. */
  #strangersBeside(): void {
    // In English words stand apart, and verbs stand before what is known: only an abbreviation (VR training) makes one thing of both.
    const gap = this.language === 'ja' ? 0 : 1;
    const mayJoin = (word: string) => gap === 0 || this.question.includes(word.toUpperCase());
    for (const word of this.#unknown) {
      const end = this.text.indexOf(word) + word.length;
      const isStuck = this.#terms.some((term) => term.concept !== null && term.begin === end + gap);
      if (isStuck && word.length >= 2 && mayJoin(word) && !this.#strangers.includes(word)) this.#strangers.push(word);
    }
  }

  #latin(run: string, begin: number): void {
    for (const match of run.matchAll(/[a-z][a-z0-9&@.'-]*/g)) {
      const word = match[0].replace(/[.'-]+$|'s$/g, '');
      const at = begin + match.index;
      if (at < this.#readTo) continue;
      const [area, length] = this.#spelt(word, at);
      if (area && word.length >= 3) {
        this.#place(area, at, at + length, null);
        this.#readTo = at + length;
        continue;
      }
      if (word.length < 2) continue;
      const facts = this.language === 'en' ? this.index.ofStem(word) : this.#asWord(word);
      const either = facts.length > 0 ? facts : this.#asWord(word);
      if (either.length > 0) {
        this.#literal(word, either, at, 'medium');
        continue;
      }
      if (this.#nearPlace(word, at)) continue;
      if (word.length >= 2) this.#unknown.push(word);
    }
  }

  /** The facts in which a Latin word stands as one: line is no part of guideline. */
  #asWord(word: string): Uint32Array {
    const alone = new RegExp(`(?<![a-z-])${word.replaceAll('.', '\\.')}(?:s|es)?(?![a-z-])`);
    return this.index.ofText(word).filter((number) => alone.test(this.index.fact(number).search));
  }

  /** The town that one Latin word, or it and the next (Minami Ise), spells; and how much of the text that is. */
  #spelt(word: string, at: number): [AreaRow | undefined, number] {
    const area = (latin: string) => this.dictionary.areas.get(this.dictionary.spelling.exact(latin)[0] ?? '');
    const next = this.text.slice(at + word.length).match(/^ ([a-z]{2,})/)?.[1];
    const pair = next === undefined ? undefined : area(`${word}-${next}`);
    if (pair && pair !== area(next ?? '') && pair !== area(word)) return [pair, word.length + 1 + (next?.length ?? 0)];
    return [area(word), word.length];
  }

  #japanese(run: string, begin: number): void {
    const whole = run.length >= 2 ? this.index.ofText(run) : EMPTY;
    if (whole.length > 0) {
      this.#literal(run, whole, begin, run.length >= 3 ? 'strong' : 'medium');
      return;
    }
    for (const match of run.matchAll(SAME_SCRIPT)) {
      if (/^[a-z]/.test(match[0])) this.#latin(match[0], begin + match.index);
      else this.#part(match[0], begin + match.index);
    }
  }

  /** A word that no record holds as it is: its longest known parts, or unknown. */
  #part(word: string, begin: number): void {
    const facts = this.index.ofText(word);
    if (facts.length > 0) {
      this.#literal(word, facts, begin, word.length >= 3 ? 'strong' : 'medium');
      return;
    }
    if (this.#nearPlace(word, begin)) return;
    // Katakana words do not come apart into meaningful pieces.
    if (/^[\p{Script=Katakana}ー]+$/u.test(word)) {
      this.#unknown.push(word);
      return;
    }
    let known = 0;
    for (let at = 0; at < word.length; ) {
      let length = Math.min(word.length - at, word.length - 1);
      while (length >= 2 && this.index.ofText(word.slice(at, at + length)).length === 0) length -= 1;
      if (length >= 2) {
        const part = word.slice(at, at + length);
        this.#literal(part, this.index.ofText(part), begin + at, 'medium');
        known += length;
      }
      at += Math.max(length, 1);
    }
    if (known < word.length / 2 + 0.5) this.#unknown.push(word);
  }

  #literal(literal: string, facts: Uint32Array, begin: number, weight: Term['weight']): void {
    if (this.#terms.some((term) => term.key === literal)) return;
    this.#terms.push({
      key: literal,
      label: literal,
      weight,
      concept: null,
      literal,
      language: this.language,
      facts,
      group: -1,
      begin,
      end: begin + literal.length,
      last: begin,
    });
  }

  #nearPlace(word: string, begin: number): boolean {
    const { spelling, areas } = this.dictionary;
    const ids = /^\p{Script=Han}{2,4}[市町]$/u.test(word) ? spelling.nearKanji(word) : spelling.near(word);
    const near = ids.flatMap((id) => areas.get(id) ?? []);
    const [only] = near;
    if (!only) return false;
    if (near.length === 1) this.#place(only, begin, begin + word.length, word);
    else this.#unclear.push({ said: word, candidates: near });
    return true;
  }

  /** A town in hiragana that is one sound off (「すずが市」) or stands with its suffix only. */
  #misheard(gap: string, offset: number): void {
    for (const match of gap.matchAll(/([ぁ-ん]{3,6})(?=市|町|し|ちょう)/g)) {
      const word = match[1] ?? '';
      const exact = this.dictionary.spelling.near(word);
      if (exact.length > 0) this.#nearPlace(word, offset + match.index);
    }
  }

  /** AやB, A or B, （A・B・C）: either will do. */
  /** 「鈴鹿と亀山以外」: what is said of the last holds for those listed before it. */
  #excludeListed(): void {
    for (let at = this.#places.length - 2; at >= 0; at -= 1) {
      const place = this.#places[at] as PlaceMention;
      const next = this.#places[at + 1] as PlaceMention;
      if (next.excluded && LISTED_PLACES.test(this.text.slice(place.end, next.begin))) place.excluded = true;
    }
  }

  /** 「命のバトンみたいなキット」: the likeness describes what follows. */
  #weakenSimiles(): void {
    this.#terms.forEach((term, position) => {
      const followed = this.#terms.slice(position + 1).some((later) => later.weight === 'strong');
      if (followed && SIMILE.test(this.text.slice(term.end))) term.weight = 'weak';
    });
  }

  /** 「…じゃなくて」; what only colours the word that is denied is not itself denied (「介護の学校じゃなくて」). */
  #deniedAfter(term: Term): boolean {
    const denial = NOT_MEANT.exec(this.text.slice(term.end))?.[0];
    if (denial === undefined) return false;
    const end = term.end + denial.length;
    return term.weight !== 'weak' || !this.#terms.some((other) => other.begin >= term.end && other.begin < end);
  }

  /** Gives terms that are alternatives the same number: AやB, 「資料（シート・ノート）」. */
  #pairAlternatives(): void {
    const brackets = [...this.text.matchAll(/\([^()]*\)/g)].map(
      (match) => [match.index, match.index + match[0].length] as const,
    );
    let group = 0;
    this.#terms.forEach((term, position) => {
      const previous = this.#terms[position - 1];
      const between = previous ? this.text.slice(previous.end, term.begin).trim() : 'none';
      const bracket = brackets.find(([from, to]) => term.begin > from && term.end < to);
      const both = bracket !== undefined && previous !== undefined && previous.begin > bracket[0];
      const listed = both && between.length <= 1;
      // 「机上訓練（シミュレーション）」: the bracket says the same in other words.
      const sameInBrackets =
        previous !== undefined && between === '(' && term.facts.length <= previous.facts.length * 2;
      // Else it explains, by broader words or by an example: 「キットの話（自作でも市販でも）」.
      const explained = both ? previous.weight === 'weak' && !listed : !sameInBrackets;
      // In an English question a bracket holds the document's own word: 「on its own (町独自)」.
      const original = bracket !== undefined && this.language === 'en' && isJapanese(this.text.slice(...bracket));
      if (bracket && position > 0 && explained && !original) term.weight = 'weak';
      const said = previous ? this.text.slice(previous.begin, term.begin) : '';
      const ofPeople = EITHER_OF_PEOPLE.test(between) && !this.text.slice(term.end).includes('。');
      if (
        previous &&
        (ofPeople || EITHER.test(between || ' ') || /[ただ]り、?$/.test(said) || listed || sameInBrackets)
      )
        term.group = previous.group;
      else {
        group += 1;
        term.group = group;
      }
    });
  }
}
