import { fiscalYearLabel, parseFiscalYearLabel } from '../../calendar/fiscal-year.ts';
import { NEW_INITIATIVE } from '../../records/changes.ts';
import type { ReadCell, ReadRow, ReadSheet } from '../../records/read-document.ts';
import type { AnyUnderstood, UnderstoodPart, UnderstoodStatement } from '../../records/understood.ts';
import type { FiscalYearLabel, InitiativeStatus, Scene } from '../../records/vocabulary.ts';
import { bare, sceneOf } from './letters.ts';
import { policyOf } from './policy.ts';
import { itemsIn, statusOf } from './statements.ts';
import { yearIn } from './survey.ts';
import { filled, lineOf, type Taking } from './taking.ts';

/**
 * A PDCA table, a scene a row: 目指すべき姿, this year's work (D), check (C), improvement (A), next year's plan and the
 * maturity rating. Its 事業方針 column runs down beside all scenes, so what stands there belongs to none of them.
 */
export function understandPdca(sheets: readonly ReadSheet[], taking: Taking): UnderstoodPart[] {
  const parts = sheets.map(({ rows }) => new PdcaTable(rows, taking).part());
  return parts.filter(({ records }) => records.length > 0);
}

type Field = 'whole' | 'scene' | 'vision' | 'policy' | 'done' | 'checked' | 'changed' | 'nextPlan' | 'rating';

/** The first that fits; a heading of the table's upper rows holds for the columns that have none below. */
const HEADINGS: readonly (readonly [RegExp, Field])[] = [
  [/将来像/, 'whole'],
  [/4つの(場面|フェーズ)|^場面$|フェーズ$/, 'scene'],
  [/目指すべき姿|目指す姿/, 'vision'],
  [/事業方針/, 'policy'],
  [/\(C\)|^(評価|検証|点検)/, 'checked'],
  [/\(A\)|改善/, 'changed'],
  [/(年度)?事業計画|次年度.*計画/, 'nextPlan'],
  [/\(D\)|主な事務事業|実施した/, 'done'],
  [/成.*熟|段階.*評価|評価度/, 'rating'],
];

class PdcaTable {
  readonly #columns = new Map<Field, number>();
  #year: FiscalYearLabel | null = null;
  #draft = false;

  constructor(
    readonly rows: readonly ReadRow[],
    readonly taking: Taking,
  ) {}

  part(): UnderstoodPart {
    const records: AnyUnderstood[] = [];
    const policy: (UnderstoodStatement & { at: string; place: string })[] = [];
    for (const row of this.rows) {
      const line = lineOf(row);
      if (/(案)|（案）/.test(line)) this.#draft = true;
      const scene = this.#sceneIn(row);
      if (scene) {
        records.push(...this.#records(row, scene, policy));
      } else this.#headings(row);
    }
    const areas = /(?:年度)?\s*([^\s\d～~年度]{2,8}[市町村区])/u.exec(
      lineOf(this.rows.find((row) => filled(row).length > 0)),
    )?.[1];
    return {
      areas: areas ? [areas] : [],
      fiscalYear: this.#year,
      asOf: null,
      records: [...records, ...policyOf(policy)],
    };
  }

  #headings({ cells }: ReadRow): void {
    cells.forEach(({ text }, column) => {
      const heading = bare(text);
      if (heading === '' || heading.length > 60) return;
      const field = HEADINGS.find(([word]) => word.test(heading))?.[1];
      if (!field || cells.filter((cell) => cell.text !== '').length < 3) return;
      if (field === 'done') this.#year = yearIn(text) ?? this.#year;
      if (!this.#columns.has(field)) this.#columns.set(field, column);
    });
  }

  /** The scene of a row; a merged cell to its left may be lost, and the row then begins further left. */
  #sceneIn({ cells }: ReadRow): { scene: Scene; shift: number } | null {
    const column = this.#columns.get('scene');
    if (column === undefined || !this.#columns.has('done')) return null;
    for (const at of [column, column - 1]) {
      const cell = cells[at];
      const scene = cell ? sceneOf(cell.text) : null;
      if (scene) return { scene, shift: at - column };
    }
    return null;
  }

  #records(
    row: ReadRow,
    { scene, shift }: { scene: Scene; shift: number },
    policy: (UnderstoodStatement & { at: string; place: string })[],
  ): AnyUnderstood[] {
    const cell = (field: Field): ReadCell | undefined => {
      if (field === 'rating') return this.#afterChanged(row, shift).find(isRating);
      if (field === 'nextPlan') return this.#afterChanged(row, shift).find((each) => !isRating(each));
      const column = this.#columns.get(field);
      return column === undefined ? undefined : row.cells[column + shift];
    };
    const text = (field: Field) => this.taking.text(cell(field));
    const place = `PDCA「${scene}」`;
    const at = cell('scene')?.place ?? '';
    const records: AnyUnderstood[] = [];
    const whole = shift === 0 ? text('whole') : '';
    if (whole !== '') records.push(visionOf('全体', whole, cell('whole')?.place ?? at));
    if (text('vision') !== '') records.push(visionOf(scene, text('vision'), cell('vision')?.place ?? at));
    for (const item of itemsIn(text('policy'))) {
      policy.push({ text: item, status: 'planned', at: cell('policy')?.place ?? at, place: '事業方針' });
    }
    const fiscalYear = this.#year;
    if (fiscalYear === null) return records;
    const points = (field: Field) => itemsIn(text(field)).join('\n') || null;
    const fields = {
      scene,
      fiscalYear,
      rating: this.#rating(cell('rating')),
      draft: this.#draft,
      done: points('done'),
      checked: points('checked'),
      changed: points('changed'),
      nextPlan: points('nextPlan'),
    };
    records.push({ kind: 'evaluation', place, at, source: null, fields });
    const initiative = (title: string, status: InitiativeStatus, year: FiscalYearLabel | null, field: Field) => {
      const own = { ...NEW_INITIATIVE, scene, title, status, fiscalYear: year } as const;
      const where = field === 'done' ? `${place} (D)` : `${place} 次年度計画`;
      const from = cell(field)?.place ?? at;
      records.push({ kind: 'initiative', place: where, at: from, source: title, fields: { ...own } });
    };
    const done = itemsIn(text('done'));
    for (const title of done) initiative(title, '記載なし', fiscalYear, 'done');
    const goesOn = new Set(done.map(comparableTitle));
    for (const title of itemsIn(text('nextPlan')).map((item) => item.replace(/。$/, ''))) {
      if (!goesOn.has(comparableTitle(title))) initiative(title, plannedAs(title), yearAfter(fiscalYear), 'nextPlan');
    }
    return records;
  }

  /** Right of 改善: merged headings are often printed a column off, so it is what stands there that says what it is. */
  #afterChanged({ cells }: ReadRow, shift: number): ReadCell[] {
    const column = this.#columns.get('changed');
    return column === undefined ? [] : cells.slice(column + shift + 1).filter(({ text }) => text !== '');
  }

  #rating(cell: ReadCell | undefined): number | null {
    const text = ratingIn(this.taking.text(cell));
    if (text === '') return null;
    const rating = Number(text);
    if (rating >= 1 && rating <= 5) return rating;
    this.taking.problems.push({ at: cell?.place ?? '', code: 'no-number', value: text });
    return null;
  }
}

/** What next year's plan says is planned, whatever its verb, or still being thought about. */
const plannedAs = (text: string): InitiativeStatus =>
  statusOf(text) === 'considering' || CONSIDERED.test(text) ? '検討中' : '予定';
const CONSIDERED = /検討(?:する|していく|していきたい)$/u;

const comparableTitle = (title: string): string => title.normalize('NFKC').replace(/[\s\p{P}\p{S}]/gu, '');

function yearAfter(year: FiscalYearLabel): FiscalYearLabel | null {
  const begins = parseFiscalYearLabel(year);
  return begins === null ? null : (fiscalYearLabel(begins + 1) as FiscalYearLabel);
}

/** 3.5 of 「3.5 5 4 3 2 1」: the printed scale beside it is no figure. */
const ratingIn = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/(?:^|\s)5\s+4\s+3\s+2\s+1\s*$/, '')
    .trim();

const isRating = ({ text }: ReadCell): boolean => /^\d{1,2}(\.\d+)?$/.test(ratingIn(text));

function visionOf(scene: Scene, vision: string, at: string): AnyUnderstood {
  const fields = { scene, period: null, stated: 'yes', vision, goal: null } as const;
  return { kind: 'plan', place: `目指すべき姿（${scene}）`, at, source: null, fields };
}
