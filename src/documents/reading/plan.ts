import { NEW_INITIATIVE } from '../../records/changes.ts';
import type { ReadRow, ReadSheet } from '../../records/read-document.ts';
import type { AnyUnderstood, UnderstoodPart, UnderstoodStatement } from '../../records/understood.ts';
import { indicatorsIn, isTableHead } from './indicator-table.ts';
import { policyOf } from './policy.ts';
import { scenesAcross, visionsUnder } from './scene-row.ts';
import { statementsIn } from './statements.ts';
import { filled, type Taking } from './taking.ts';

/**
 * A chapter of a plan: 目指すべき姿 of the scenes, numbered sections as initiatives with what is done and 【今後の方針】, and
 * the figures of each year. It names no city unless its text does.
 */
export function understandPlan(sheets: readonly ReadSheet[], taking: Taking): UnderstoodPart[] {
  const records = sheets.flatMap(({ rows }) => new Chapter(rows, taking).records());
  return [{ areas: [], fiscalYear: null, asOf: null, records }];
}

interface Section {
  title: string;
  at: string;
  does: string[];
  policy: string[];
}

const SECTION = /^(\d{1,2})[\s　.．]+([^\d。]{2,40})$/u;

class Chapter {
  readonly #records: AnyUnderstood[] = [];
  readonly #policy: (UnderstoodStatement & { at: string; place: string })[] = [];
  #title = '';
  #section: Section | null = null;
  #inPolicy = false;
  #group = '';

  constructor(
    readonly rows: readonly ReadRow[],
    readonly taking: Taking,
  ) {}

  records(): AnyUnderstood[] {
    for (let at = 0; at < this.rows.length; ) at = this.#take(at);
    this.#close();
    return [...this.#records, ...policyOf(this.#policy)];
  }

  /** Takes what begins in a row; the row after it. */
  #take(at: number): number {
    const row = this.rows[at] as ReadRow;
    if (isTableHead(row)) {
      const { records, next } = indicatorsIn(
        this.rows,
        at,
        this.#group || this.#section?.title || this.#title,
        this.taking,
      );
      this.#records.push(...records);
      return next;
    }
    const scenes = scenesAcross(row);
    const under = this.rows[at + 1];
    if (scenes && under) {
      this.#records.push(...visionsUnder(under, scenes, '目指すべき姿', this.taking));
      return at + 2;
    }
    if (filled(row).length === 1) this.#line(row);
    return at + 1;
  }

  #line(row: ReadRow): void {
    const line = this.taking.text(...filled(row));
    const at = filled(row)[0]?.place ?? '';
    const section = SECTION.exec(line);
    if (section?.[2]) {
      this.#close();
      this.#section = { title: section[2].trim(), at, does: [], policy: [] };
    } else if (/^[▶►◆■]/u.test(line)) this.#group = line.replace(/^[▶►◆■]\s*/u, '');
    else if (/^【.*方針】$/.test(line)) this.#inPolicy = true;
    else if (/^【[^】]*】$/.test(line) || line.startsWith('※')) return;
    else if (this.#section) (this.#inPolicy ? this.#section.policy : this.#section.does).push(line);
    else if (this.#title === '') this.#title = line;
    else if (line.includes('。')) this.#say(line, at, this.#title);
    if (this.#section && !section && line.includes('。')) {
      this.#say(line, at, `${this.#section.title}${this.#inPolicy ? '【今後の方針】' : ''}`);
    }
  }

  /** What is intended is planned, whatever its verb: the heading says so. */
  #say(line: string, at: string, place: string): void {
    for (const { text, status } of statementsIn(line)) {
      this.#policy.push({ text, status: this.#inPolicy ? 'planned' : status, at, place });
    }
  }

  #close(): void {
    const section = this.#section;
    this.#inPolicy = false;
    this.#group = '';
    if (!section) return;
    const content = section.does.join('\n');
    const fields = {
      ...NEW_INITIATIVE,
      scene: '4場面共通',
      title: section.title,
      content: content === '' ? null : content,
      status: /(て|で)いま?(す|る)。/.test(content) ? '実施中' : '記載なし',
      memo: section.policy.length === 0 ? null : `今後の方針：${section.policy.join('\n')}`,
    } as const;
    const record = {
      kind: 'initiative',
      place: section.title,
      at: section.at,
      source: content || section.title,
    } as const;
    this.#records.push({ ...record, fields: { ...fields } });
  }
}
