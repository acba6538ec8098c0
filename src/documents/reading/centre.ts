import { NEW_INITIATIVE } from '../../records/changes.ts';
import type { ReadRow, ReadSheet } from '../../records/read-document.ts';
import type { AnyUnderstood, UnderstoodPart, UnderstoodStatement } from '../../records/understood.ts';
import type { Scene } from '../../records/vocabulary.ts';
import { initiativeStatusOf } from './initiative-status.ts';
import { sceneOf } from './letters.ts';
import { policyOf } from './policy.ts';
import { statementsIn } from './statements.ts';
import { filled, lineOf, type Taking } from './taking.ts';

/**
 * Material of a centre (連携拠点), slide by slide: under the name of a scene its aim and, as a list, what is done. What stands
 * elsewhere as whole sentences is its policy; loose words of charts say nothing by themselves.
 */
export function understandCentre(sheets: readonly ReadSheet[], taking: Taking): UnderstoodPart[] {
  return sheets.map(({ rows }) => new Slides(taking).part(rows));
}

/** A slide begins with a heading that names what it is about. */
const SLIDE = /場面別|^《|^＜|について$/;
const ITEM = /^[・●◆■]\s*/u;
/** A line by itself that says so in full, though without a 。. */
const HELD = /[^\s、]{4,}を(?:開催|実施)(?:した|しました)?$/u;

class Slides {
  readonly #records: AnyUnderstood[] = [];
  readonly #policy: (UnderstoodStatement & { at: string; place: string })[] = [];
  #scene: Scene | null = null;
  #aim: { lines: string[]; at: string } = { lines: [], at: '' };
  /** The mark of the list's items; another mark begins something else. */
  #mark: string | null = null;
  #paragraph = '';
  /** Lines of a slide before its scene is named. */
  #before: { text: string; at: string }[] = [];

  constructor(readonly taking: Taking) {}

  part(rows: readonly ReadRow[]): UnderstoodPart {
    for (const row of rows)
      for (const line of lineOf(row).split('\n')) this.#line(line.trim(), filled(row)[0]?.place ?? '');
    this.#close();
    const [publisher = ''] = rows.map(lineOf).filter((line) => /センター$|医師会$|拠点$/.test(line));
    const area = /^(.{1,6}?[市町村区])/.exec(publisher)?.[1];
    return {
      areas: area ? [area] : [],
      fiscalYear: null,
      asOf: null,
      records: [...this.#records, ...policyOf(this.#policy)],
    };
  }

  #line(line: string, at: string): void {
    if (line === '' || /^\d{1,3}$/.test(line)) {
      this.#paragraph = '';
      return;
    }
    if (SLIDE.test(line)) {
      this.#close();
      this.#before = [];
      return;
    }
    const scene = line.length < 14 && !ITEM.test(line) ? sceneOf(line) : null;
    if (scene) this.#open(scene, at);
    else if (this.#scene) this.#under(this.#scene, line, at);
    else if (ITEM.test(line) || this.#before.length > 0 || line.length > 12) this.#before.push({ text: line, at });
    if (this.#scene || scene || ITEM.test(line)) this.#paragraph = '';
    else this.#goOnSaying(line, at);
  }

  /** The name of a scene may stand before its slide's list, or have been scanned after it. */
  #open(scene: Scene, at: string): void {
    const before = this.#before;
    this.#close();
    this.#scene = scene;
    this.#aim = { lines: [], at };
    if (before.some(({ text }) => ITEM.test(text))) {
      for (const { text, at: where } of before) this.#under(scene, text, where);
      this.#close();
    }
    this.#before = [];
  }

  #under(scene: Scene, line: string, at: string): void {
    if (ITEM.test(line)) {
      this.#mark ??= line[0] ?? null;
      if (line[0] !== this.#mark) this.#close();
      else this.#do(scene, line.replace(ITEM, ''), at);
    } else if (this.#mark === null) this.#aim.lines.push(line);
    else this.#goOn(line);
  }

  #do(scene: Scene, title: string, at: string): void {
    const source = this.#clean(title);
    const fields = { ...NEW_INITIATIVE, scene, title: source, status: initiativeStatusOf(title) ?? '記載なし' };
    this.#records.push({ kind: 'initiative', place: `取り組み「${scene}」`, at, source, fields });
  }

  /** A line without a mark goes on with an item that breaks off; any other line under a list belongs to no item for sure. */
  #goOn(line: string): void {
    const last = this.#records.at(-1);
    if (last?.kind !== 'initiative' || !/[、，]$/.test(last.source ?? '')) return;
    last.fields.title = this.#clean(`${last.fields.title}${line}`);
    last.source = last.fields.title;
  }

  #clean = (title: string): string => this.taking.text({ place: '', text: title.trim(), kind: 'text' });

  /** Sentences go on over lines; words that never come to a 。 say nothing. */
  #goOnSaying(line: string, at: string): void {
    const isHeld = HELD.test(line);
    this.#paragraph = isHeld ? line : this.#paragraph + line;
    if (!isHeld && !line.endsWith('。')) return;
    this.#say(this.#paragraph, at);
    this.#paragraph = '';
  }

  #say(line: string, at: string): void {
    for (const statement of statementsIn(line)) this.#policy.push({ ...statement, at, place: '本文' });
  }

  #close(): void {
    const { lines, at } = this.#aim;
    if (this.#scene && lines.length > 0) {
      const fields = { scene: this.#scene, period: null, stated: 'yes', vision: lines.join(''), goal: null } as const;
      this.#records.push({ kind: 'plan', place: `取り組み「${this.#scene}」`, at, source: null, fields });
    }
    this.#scene = null;
    this.#mark = null;
    this.#aim = { lines: [], at: '' };
  }
}
