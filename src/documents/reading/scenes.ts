import type { CalendarDate } from '../../calendar/calendar-date.ts';
import { findDates } from '../../calendar/date-text.ts';
import { fiscalYearLabel, fiscalYearOf } from '../../calendar/fiscal-year.ts';
import { NEW_INITIATIVE } from '../../records/changes.ts';
import type { ReadRow, ReadSheet } from '../../records/read-document.ts';
import type { AnyUnderstood, UnderstoodFields, UnderstoodPart } from '../../records/understood.ts';
import { type InitiativeStatus, SCENES, type Scene } from '../../records/vocabulary.ts';
import { writtenDate } from '../../records/written-dates.ts';
import { initiativeStatusOf } from './initiative-status.ts';
import { bare, sceneOf } from './letters.ts';
import { filled, lineOf, type Taking } from './taking.ts';

type Plan = UnderstoodFields['plan'];
type Initiative = UnderstoodFields['initiative'];

/**
 * A four-scene sheet: 目指す姿 and 目標 of each scene, what is done (取組) and how it stands (取組状況 as of a day). Titles
 * and states belong together by their number. The overview's scenes and the pages' are the same ones.
 */
export function understandScenes(sheets: readonly ReadSheet[], taking: Taking): UnderstoodPart[] {
  const reading = new ScenePages(taking);
  for (const sheet of sheets) reading.read(sheet);
  return [reading.part()];
}

/** What is found under one scene, in its rows' order. */
interface Page {
  place: string;
  at: string;
  vision: string;
  goal: string;
  titles: Entry[];
  states: Entry[];
}

/** ①題名 with what stands under it. */
interface Entry {
  /** ①, and not 1. */
  circled: boolean;
  number: number | null;
  title: string;
  under: string;
  at: string;
}

class ScenePages {
  readonly #pages = new Map<Scene, Page>();
  #asOf: string | null = null;
  #areas: string[] = [];
  #common: AnyUnderstood[] = [];

  constructor(readonly taking: Taking) {}

  read({ rows }: ReadSheet): void {
    let scene: Scene | null = null;
    let columns: (Scene | null)[] | null = null;
    rows.forEach((row, index) => {
      const found = filled(row);
      const line = lineOf(row);
      this.#head(line);
      const across = row.cells.map(({ text }) => sceneOf(text));
      if (across.filter((each) => each !== null && each !== '4場面共通').length >= 3) columns = across;
      else if (found.length === 1 && sceneOf(line) !== null) [scene, columns] = [sceneOf(line), null];
      else if (found.length === 1 && bare(line).endsWith('目指す姿')) this.#whole(rows, index);
      else if (columns) this.#across(row, columns);
      else if (scene) this.#below(row, scene);
    });
  }

  part(): UnderstoodPart {
    const records = [...this.#pages].flatMap(([scene, page]) => [
      ...(scene === '全体' || page.vision !== '' || page.goal !== '' ? [planOf(scene, page)] : []),
      ...this.#initiatives(scene, page),
    ]);
    return { areas: this.#areas, fiscalYear: null, asOf: this.#asOf, records: [...records, ...this.#common] };
  }

  #page(scene: Scene, at: string): Page {
    const known = this.#pages.get(scene) ?? { place: scene, at, vision: '', goal: '', titles: [], states: [] };
    this.#pages.set(scene, known);
    return known;
  }

  #head(line: string): void {
    const asOf = /取組状況は(.+?)時点/.exec(line);
    if (asOf) this.#asOf ??= asOf[1] ?? null;
    const area = /^(.{2,20}?)における在宅/.exec(line);
    if (area?.[1] && this.#areas.length === 0) this.#areas = [area[1]];
  }

  /** 目指す姿 of the whole area: the lines under its heading, up to an empty one. */
  #whole(rows: readonly ReadRow[], heading: number): void {
    const first = rows.findIndex((row, at) => at > heading && filled(row).length > 0);
    const lines: string[] = [];
    for (const row of rows.slice(first)) {
      if (filled(row).length !== 1) break;
      lines.push(this.taking.text(...filled(row)));
    }
    const at = rows[first]?.cells[0]?.place ?? '';
    const page = this.#page('全体', at);
    if (lines.length > 0 && page.vision === '')
      Object.assign(page, { vision: lines.join(''), place: lineOf(rows[heading]) });
  }

  /** A row of the overview, a column a scene. */
  #across(row: ReadRow, columns: readonly (Scene | null)[]): void {
    const label = bare(row.cells[0]?.text ?? '');
    row.cells.forEach((cell, column) => {
      const scene = columns[column];
      const common = /^4つの場面共通[\s　]+(.+)$/su.exec(cell.text.normalize('NFKC'));
      if (common?.[1]) this.#commonTo(common[1], cell.place);
      if (!scene || cell.text === '') return;
      const page = this.#page(scene, cell.place);
      if (label === '目指す姿' && page.vision === '') page.vision = this.taking.text(cell);
      if (label === '目標' && page.goal === '') page.goal = this.taking.text(cell);
    });
  }

  #commonTo(title: string, at: string): void {
    const fields = { ...NEW_INITIATIVE, scene: '4場面共通', title: title.trim(), status: '記載なし' } as const;
    this.#common.push({
      kind: 'initiative',
      place: '4つの場面共通',
      at,
      source: title.trim(),
      fields: newInitiative(fields),
    });
  }

  /** A row of a scene's own page. */
  #below(row: ReadRow, scene: Scene): void {
    const [first, ...rest] = row.cells;
    const label = bare(first?.text ?? '');
    const text = this.taking.text(...rest);
    if (text === '') return;
    const page = this.#page(scene, first?.place ?? '');
    const at = rest.find((cell) => cell.text !== '')?.place ?? '';
    if (label === '目指す姿') page.vision = text;
    else if (label === '目標') page.goal = text;
    else if (label === '取組') page.titles.push(...entriesIn(text, at));
    else if (label === '取組状況') page.states.push(...entriesIn(text, at));
  }

  #initiatives(scene: Scene, { place, titles, states }: Page): AnyUnderstood[] {
    return titles.map(({ number, title, under, at }) => {
      const state = states.find((each) => each.number !== null && each.number === number);
      const { text, items } = state ? stateIn(state) : { text: '', items: [] };
      const fields = newInitiative({
        scene,
        title,
        content: under === '' ? null : under,
        status: statusIn(text, items),
        ...this.#whenAndWhere(text, state?.at ?? at),
        items,
      });
      return { kind: 'initiative', place, at: state?.at ?? at, source: text === '' ? title : text, fields };
    });
  }

  /** The day that a state names, as exact as it is said, and where; a weekday that does not fit is told. */
  #whenAndWhere(state: string, at: string): Pick<Initiative, 'date' | 'fiscalYear' | 'location'> {
    const plain = state.normalize('NFKC');
    const found = findDates(plain, ANY_DAY).find(({ yearGiven }) => yearGiven);
    const location = /^([^\s、。]{2,30}?)にて/.exec(found ? plain.slice(found.end) : plain)?.[1] ?? null;
    if (!found) return { date: null, fiscalYear: null, location };
    if (found.weekdayFits === false) this.taking.warnings.push({ at, code: 'weekday', value: found.text });
    return { date: writtenDate(found), fiscalYear: fiscalYearLabel(fiscalYearOf(found.from)), location };
  }
}

/** An initiative's own state, or what its items have in common; of several states the one that still goes on. */
function statusIn(text: string, items: Initiative['items']): InitiativeStatus {
  const states = new Set(items.map(({ status }) => status).filter((status) => status !== '記載なし'));
  if (states.size > 1) return states.has('実施中') ? '実施中' : '記載なし';
  return [...states][0] ?? initiativeStatusOf(text) ?? '記載なし';
}

const ANY_DAY = '2024-01-01' as CalendarDate;

const newInitiative = (fields: Partial<Initiative> & Pick<Initiative, 'scene' | 'title' | 'status'>): Initiative => ({
  ...NEW_INITIATIVE,
  ...fields,
});

function planOf(scene: Scene, { place, at, vision, goal }: Page): AnyUnderstood {
  const fields: Plan = {
    scene,
    period: null,
    stated: vision === '' && goal === '' ? 'blank' : 'yes',
    vision: vision === '' ? null : vision,
    goal: goal === '' ? null : goal,
  };
  return {
    kind: 'plan',
    place: SCENES.some((each) => each === scene) ? `${scene}（目指す姿・目標）` : place,
    at,
    source: null,
    fields,
  };
}

/** The numbered entries of a cell: ① or 1. begins one, and what follows stands under it. */
function entriesIn(text: string, at: string): Entry[] {
  const entries: Entry[] = [];
  for (const line of text.split('\n').map((each) => each.trim())) {
    const begins = /^([①-⑳]|\d{1,2}\.\s)\s*(.+)$/u.exec(line);
    const isTop = begins && (/^[①-⑳]/u.test(line) || !entries.some(({ circled }) => circled));
    if (begins && isTop) {
      const [title = '', ...under] = (begins[2] ?? '').split(/\s*[(（]想定される[^)）]*[)）]\s*/);
      const number = /^[①-⑳]/u.test(line) ? line.charCodeAt(0) - 0x245f : Number.parseInt(line, 10);
      entries.push({ number, title: title.trim(), under: under.join('').trim(), at, circled: /^[①-⑳]/u.test(line) });
      continue;
    }
    const last = entries.at(-1);
    if (last && line !== '') last.under += `${last.under === '' ? '' : '\n'}${line}`;
  }
  return entries;
}

/** 「題名：状況」 and its items. */
function stateIn({ title, under }: Entry): { text: string; items: Initiative['items'] } {
  const [, ...rest] = title.split(/[：:]/);
  const items = numbered(under).flatMap((line): Initiative['items'] => {
    const item = /^(?:・|\d{1,2}[.．])\s*(.+)$/.exec(line.trim())?.[1];
    if (!item) return [];
    const [name = item, state] = item.split(/[：:]/);
    return [{ id: null, title: name.trim(), status: initiativeStatusOf(state ?? item) ?? '記載なし', memo: null }];
  });
  return { text: rest.join('：').trim() || under, items };
}

/** Lines; 1. 2. 3. that were run together are parted where the next number comes. */
const numbered = (text: string): string[] =>
  text.split('\n').flatMap((line) => {
    const lines = [line];
    for (let next = 2; ; next += 1) {
      const last = lines.at(-1) ?? '';
      const at = last.search(new RegExp(`(?<=[^\\d\\s.])${next}\\.(?!\\d)`));
      if (at < 0 || !/^\d{1,2}\./.test(last)) return lines;
      lines.splice(-1, 1, last.slice(0, at), last.slice(at));
    }
  });
