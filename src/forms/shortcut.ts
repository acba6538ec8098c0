import type { CalendarDate } from '../calendar/calendar-date.ts';
import { findDates } from '../calendar/date-text.ts';
import type { InitiativeStatus, Scene, ValueKind } from '../records/vocabulary.ts';
import { sceneWords } from '../words/labels.ts';
import { alike } from './likeness.ts';
import type { Typed } from './typed.ts';

// One line after a command fills a form; it saves nothing, and what it does not understand it leaves to the person
// (rule 5.5).

/** A record that a command can open: an initiative, an indicator with its measure, a tool. */
export interface KnownTitle {
  id: string;
  title: string;
  areaIds: readonly string[];
  scene: Scene | null;
}

export interface Known {
  areas: readonly { id: string; names: readonly string[] }[];
  titles: readonly KnownTitle[];
  /** The person's own areas: theirs come first. */
  own: readonly string[];
}

/** A record that may be meant. */
export interface Fit {
  id: string;
  /** The very title, one that holds what was typed, or one much like it. */
  how: 'same' | 'part' | 'like';
  /** In the area and the scene that were typed; anywhere where none were. */
  here: boolean;
}

export interface Shortcut {
  areaIds: string[];
  scene: Scene | null;
  /** What is left to be a title; empty where none was typed. */
  title: string;
  /** What fills the form, still as it was typed. */
  typed: Typed;
  /** The likeliest first. */
  fits: Fit[];
}

const MOST_FITS = 20;

/** Reads what was typed after a command. */
export function readShortcut(text: string, known: Known, today: CalendarDate): Shortcut {
  const line = new Line(text);
  const title = line.take(known.titles.map(({ title }) => title).sort(scenesLast));
  const areaIds = known.areas.filter(({ names }) => line.take(names) !== null).map(({ id }) => id);
  const scene = takeScene(line);
  const typed = takeFields(line, today);
  const wanted = title ?? line.rest();
  if (title !== null && line.rest() !== '') typed.memo = line.rest();
  return { areaIds, scene, title: wanted, typed, fits: fitsOf(wanted, areaIds, scene, known) };
}

const plain = (text: string) => text.normalize('NFKC').replace(/\s+/g, ' ').trim();
const comparable = (text: string) => plain(text).toLowerCase();

/** What was typed, from which what is understood is taken away. */
class Line {
  #text: string;

  constructor(text: string) {
    this.#text = plain(text);
  }

  /** The first of these words, the longest first, that stands by itself. */
  take(words: readonly string[]): string | null {
    const text = comparable(this.#text);
    const said = words.filter((word) => word.trim() !== '' && text.includes(comparable(word)));
    const sorted = said.sort((one, other) => other.length - one.length);
    return sorted.find((word) => this.cut(standing(plain(word))) !== null) ?? null;
  }

  /** Takes away what matches, and gives it. */
  cut(pattern: RegExp): RegExpExecArray | null {
    const match = pattern.exec(this.#text);
    if (match) {
      const { index } = match;
      this.#text = `${this.#text.slice(0, index)} ${this.#text.slice(index + match[0].length)}`;
    }
    return match;
  }

  get text(): string {
    return this.#text;
  }

  /** What nobody took, without the particles that tied it to the rest. */
  rest(): string {
    return plain(this.#text)
      .split(' ')
      .map((word) => word.replace(/^[はがをにでのと、。,・/:]+|[はがをに、。,・/:]+$/g, ''))
      .filter((word) => word !== '')
      .join(' ');
  }
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A word between blanks, listed beside others (鈴鹿市・津市), or tied to its neighbours by の or another particle. */
const standing = (word: string) => new RegExp(`(?<=^|[\\s、,・/の])${escaped(word)}(?=$|[\\s、,・/:はがをのに])`, 'i');

/** An initiative may be called like a scene; beside another title it is the scene that is meant. */
const scenesLast = (one: string, other: string) => Number(one in sceneWords) - Number(other in sceneWords);

/* ---- what fills the form ---- */

const SCENES: readonly [Scene, readonly string[]][] = [
  ['日常の療養支援', ['日常の療養', '日常']],
  ['入退院支援', ['入退院']],
  ['急変時の対応', ['急変時', '急変', '緊急時の対応', '緊急時']],
  ['看取り', []],
  ['4場面共通', ['4場面', '四場面', '共通']],
  ['全体', []],
];

const takeScene = (line: Line): Scene | null =>
  SCENES.find(([scene, others]) => line.take([scene, sceneWords[scene].en, ...others]) !== null)?.[0] ?? null;

const STATUSES: readonly [InitiativeStatus, RegExp][] = [
  ['延期（日程未定）', /延期(\(日程未定\))?/],
  ['開催済み', /開催(済み?|しました|した)/],
  ['実施済み', /実施(済み?|しました|した)/],
  ['公表済み', /公表(済み?|しました|した)/],
  ['未実施', /未実施/],
  ['未着手', /未着手/],
  ['実施中', /実施中/],
  ['検討中', /検討中/],
  ['協議中', /協議中/],
  ['予定', /(開催|実施|公表)?予定/],
  ['中止', /中止/],
];

const FIGURES: readonly [ValueKind, RegExp][] = [
  ['planned', /計画値?[ :は]*(\d[\d,.]*)\p{L}*/u],
  ['actual', /実績値?[ :は]*(\d[\d,.]*)\p{L}*/u],
  ['forecast', /見込み?[ :は]*(\d[\d,.]*)\p{L}*/u],
  ['partial', /途中[ :は]*(\d[\d,.]*)\p{L}*/u],
];

function takeFields(line: Line, today: CalendarDate): Typed {
  return { ...takeStatus(line), ...takeFigures(line), ...takeParticipants(line), ...takeDate(line, today) };
}

/** One status; of two that differ neither is taken. */
function takeStatus(line: Line): Typed {
  const said = STATUSES.filter(([, pattern]) => pattern.test(line.text));
  const [only] = said;
  if (!only || said.length > 1) return {};
  line.cut(only[1]);
  return { status: only[0] };
}

function takeFigures(line: Line): Typed {
  const found = FIGURES.flatMap(([kind, pattern]) => {
    const value = line.cut(pattern)?.[1];
    return value === undefined ? [] : [[kind, value] as const];
  });
  return Object.fromEntries(found);
}

function takeParticipants(line: Line): Typed {
  const participants = line.cut(/(?<![\d./])(\d[\d,]*) ?[人名](?!\p{Script=Han})/u)?.[1];
  return participants === undefined ? {} : { participants };
}

/** One date, a fiscal year in its own field. Several are left to the person. */
function takeDate(line: Line, today: CalendarDate): Typed {
  const found = findDates(line.text, today);
  const [date] = found;
  if (!date || found.length > 1) return {};
  const typed = line.cut(new RegExp(escaped(date.text), 'i'))?.[0] ?? date.text;
  return date.precision === 'fiscal-year' ? { fiscalYear: typed } : { date: typed };
}

/* ---- which record ---- */

function fitsOf(wanted: string, areaIds: readonly string[], scene: Scene | null, { titles, own }: Known): Fit[] {
  const title = comparable(wanted);
  const inArea = (known: KnownTitle) => areaIds.length === 0 || known.areaIds.some((area) => areaIds.includes(area));
  const isOwn = (known: KnownTitle) => known.areaIds.some((area) => own.includes(area));
  return titles
    .flatMap((known) => {
      const how = howFits(title, comparable(known.title));
      const here = inArea(known) && (scene === null || known.scene === scene);
      return how === null ? [] : [{ fit: { id: known.id, how, here }, mine: isOwn(known) }];
    })
    .sort(
      (one, other) =>
        Number(other.fit.here) - Number(one.fit.here) ||
        RANK[one.fit.how] - RANK[other.fit.how] ||
        Number(other.mine) - Number(one.mine),
    )
    .slice(0, MOST_FITS)
    .map(({ fit }) => fit);
}

const RANK = { same: 0, part: 1, like: 2 } as const;

/** Without a title every record of the place fits in part. */
function howFits(wanted: string, title: string): Fit['how'] | null {
  if (wanted === title) return 'same';
  if (title.includes(wanted)) return 'part';
  return alike(wanted, title) ? 'like' : null;
}
