import { placeInSheet } from '../../records/columns.ts';
import type {
  HubRow,
  RegistryRecords,
  ScenePlanRow,
  SourceRow,
  StatementRow,
  SurveyAnswerRow,
  ToolRow,
  ToolUseRow,
} from '../../records/rows.ts';
import type { ReplyCell, ReplyStatement, RoundColumn, SurveyReplyRow } from '../../records/survey-round.ts';
import { sheetOf as sheetOfReply } from '../../records/survey-years.ts';
import { SCENES, type Scene, type Stated, type SurveyColumn } from '../../records/vocabulary.ts';

// From a reply to the records that it publishes: a sheet of the survey, like those that are shipped. Pure.

/** What stands before a survey is published, each record for whom it still holds. */
export type StandingRows = Pick<RegistryRecords, 'answers' | 'statements' | 'hubs' | 'plans' | 'toolUses'>;

/** What people changed of the records after a reply was sent in: it goes before what the reply says. */
export interface ChangedSince {
  /** Statements that are new or other than when the reply was sent in. */
  statements: readonly StatementRow[];
  /** Hubs and plans, by id. */
  records: ReadonlySet<string>;
}

export interface Sheet extends StandingRows {
  /** Of each record that stood before: the areas for which it no longer does. */
  replaced: Map<string, string[]>;
}

export interface Publishing {
  source: SourceRow;
  columns: readonly RoundColumn[];
  standing: StandingRows;
  /** The sheets that stand, by what the ids of their records begin with. */
  sheets: ReadonlySet<string>;
  tools: readonly ToolRow[];
  areaName(id: string): string;
}

/** The records of one reply. `sheet`: its number. */
export function sheetOf(reply: SurveyReplyRow, sheet: number, changed: ChangedSince, publishing: Publishing): Sheet {
  return new SheetRows(reply, sheet, changed, publishing).rows();
}

class SheetRows {
  readonly #sheet: Sheet = {
    answers: [],
    statements: [],
    hubs: [],
    plans: [],
    toolUses: [],
    replaced: new Map(),
  };
  /** The new id of each statement that goes on. */
  readonly #goesOn = new Map<string, string>();
  readonly #tools: { statement: string; status: ReplyStatement['status']; areaIds: string[]; tool: string }[] = [];

  constructor(
    readonly reply: SurveyReplyRow,
    readonly number: number,
    readonly changed: ChangedSince,
    readonly publishing: Publishing,
  ) {}

  rows(): Sheet {
    for (const column of this.publishing.columns) {
      // Asked after it was sent in, and never answered: what was last said of it holds on.
      if (this.reply[column] === null) continue;
      if (column === 'hub') this.#hubs();
      else if (column === 'vision') this.#visions();
      else this.#column(column, this.reply[column]);
    }
    this.#toolUses();
    return this.#sheet;
  }

  get #prefix(): string {
    return sheetOfReply(this.publishing.source.id, this.reply.areaIds);
  }

  #placed(local: string, facet: RoundColumn, scene?: Scene) {
    const { source, areaName } = this.publishing;
    const names = this.reply.areaIds.map(areaName);
    return {
      id: `${this.#prefix}.${local}`,
      sourceId: source.id,
      place: placeInSheet(names, facet, scene),
      asOf: source.asOf,
    };
  }

  #answer(facet: RoundColumn, stated: Stated, key: string = facet): void {
    const id = `${this.#prefix}.answer-${key}`;
    const { source } = this.publishing;
    const areaIds = this.reply.areaIds;
    this.#sheet.answers.push({ id, sourceId: source.id, sheet: this.number, areaIds, facet, stated, asOf: null });
  }

  /** Areas of this reply for which a record spoke so far. */
  #spokenFor({ areaIds }: { areaIds: readonly string[] }): string[] {
    return areaIds.filter((id) => this.reply.areaIds.includes(id));
  }

  #replace(row: { id: string; areaIds: readonly string[] }): void {
    this.#sheet.replaced.set(row.id, this.#spokenFor(row));
  }

  /** The cells of this column that stand for areas of this reply. */
  #cells(facet: RoundColumn): SurveyAnswerRow[] {
    return this.publishing.standing.answers.filter((row) => row.facet === facet && this.#spokenFor(row).length > 0);
  }

  #column(facet: SurveyColumn, cell: ReplyCell | null): void {
    const before = this.#cells(facet);
    const statements = this.publishing.standing.statements.filter(
      (row) => row.facet === facet && this.#isSurveyed(row),
    );
    for (const row of [...before, ...statements]) this.#replace(row);
    const changed = this.changed.statements.filter(({ id }) => statements.some((row) => row.id === id));
    const said = (cell?.statements ?? []).filter(({ from }) => !changed.some(({ id }) => id === from));
    const texts = new Set(said.map(({ text }) => text));
    const carried = changed.filter(({ text }) => !texts.has(text));
    const stated = carried.length > 0 ? 'yes' : (cell?.stated ?? 'blank');
    this.#answer(facet, stated);
    said.forEach((statement, at) => {
      this.#statement(
        facet,
        at,
        statement,
        statements.find(({ id }) => id === statement.from),
      );
    });
    carried.forEach((row, at) => {
      const id = `${this.#prefix}.${facet}-${said.length + at + 1}`;
      this.#goesOn.set(row.id, id);
      this.#sheet.statements.push({ ...row, id, areaIds: this.#spokenFor(row) });
    });
  }

  #statement(facet: SurveyColumn, at: number, statement: ReplyStatement, former: StatementRow | undefined): void {
    const { text, status, scenes, when, topics, tools } = statement;
    const placed = this.#placed(`${facet}-${at + 1}`, facet);
    const areaIds = statement.areaIds ?? this.reply.areaIds;
    const same = former?.text === text;
    if (former) this.#goesOn.set(former.id, placed.id);
    for (const tool of tools) this.#tools.push({ statement: placed.id, status, areaIds, tool });
    this.#sheet.statements.push({
      ...placed,
      ...{ areaIds, facet, status, text, scenes, when },
      also: former?.also ?? [],
      topics: topics.length > 0 ? topics : (former?.topics ?? []),
      english: same ? former.english : '',
      numbers: same ? former.numbers : [],
    });
  }

  #hubs(): void {
    const { hub } = this.reply;
    const standing = this.publishing.standing.hubs.filter((row) => this.#isSurveyed(row));
    const kept = standing.filter(({ id }) => this.changed.records.has(id));
    for (const row of [...this.#cells('hub'), ...standing.filter((each) => !kept.includes(each))]) this.#replace(row);
    this.#answer('hub', kept.length > 0 ? 'yes' : (hub?.stated ?? 'blank'));
    (hub?.hubs ?? []).forEach(({ from, ...details }, at) => {
      if (kept.some(({ id }) => id === from)) return;
      const former = standing.find(({ id }) => id === from);
      const same =
        former && former.name === details.name && former.mode === details.mode && former.note === details.note;
      const row: HubRow = {
        ...this.#placed(`hub-${at + 1}`, 'hub'),
        ...details,
        areaIds: this.reply.areaIds,
        english: same ? former.english : '',
      };
      this.#sheet.hubs.push(row);
    });
  }

  #visions(): void {
    const plans = this.publishing.standing.plans.filter((row) => row.period === null && this.#isSurveyed(row));
    const cells = this.#cells('vision');
    SCENES.forEach((scene, at) => {
      const key = `vision-${at + 1}`;
      const said = this.reply.vision?.find((each) => each.scene === scene);
      const before = plans.filter((row) => row.scene === scene);
      for (const cell of cells.filter(({ id }) => id.endsWith(`.answer-${key}`))) this.#replace(cell);
      const kept = before.find(({ id }) => this.changed.records.has(id));
      this.#answer('vision', kept ? kept.stated : (said?.stated ?? 'blank'), key);
      if (kept) return;
      for (const row of before) this.#replace(row);
      const former = before.find((row) => row.vision === said?.vision && row.goal === said?.goal);
      const row: ScenePlanRow = {
        ...this.#placed(key, 'vision', scene),
        areaIds: this.reply.areaIds,
        ...{ scene, printed: null, period: null, stated: said?.stated ?? 'blank' },
        ...{ vision: said?.vision ?? null, goal: said?.goal ?? null, english: former?.english ?? '' },
      };
      this.#sheet.plans.push(row);
    });
  }

  /** What a survey's sheet, or the register beside it, says of areas of this reply; other documents stay as they are. */
  #isSurveyed(row: { id: string; areaIds: readonly string[] }): boolean {
    if (this.#spokenFor(row).length === 0) return false;
    return row.id.startsWith('register.') || this.publishing.sheets.has(sheetOfRecord(row.id));
  }

  /** A use goes on with the statements that speak of it, and ends where none does any more. */
  #toolUses(): void {
    const { replaced, toolUses } = this.#sheet;
    for (const use of this.publishing.standing.toolUses) {
      const areaIds = this.#spokenFor(use);
      const cited = use.statementIds.length > 0 && use.statementIds.every((id) => replaced.has(id));
      if (areaIds.length === 0 || !cited) continue;
      this.#replace(use);
      const statementIds = use.statementIds.flatMap((id) => this.#goesOn.get(id) ?? []);
      if (statementIds.length > 0) this.#use({ ...use, areaIds, statementIds });
    }
    for (const { tool, statement, status, areaIds } of this.#tools) {
      const known = toolUses.find(
        ({ toolId, areaIds: of }) => toolId === tool && areaIds.every((id) => of.includes(id)),
      );
      if (known) known.statementIds = [...new Set([...known.statementIds, statement])];
      else this.#newUse(tool, statement, status, areaIds);
    }
  }

  #newUse(toolId: string, statement: string, status: ReplyStatement['status'], areaIds: string[]): void {
    const tool = this.publishing.tools.find(({ id }) => id === toolId);
    if (!tool || status === 'none') return;
    const nothing = { maker: null, access: null, link: null, contact: null, terms: null, since: null, purpose: null };
    const use = { ...nothing, toolId, areaIds, name: tool.name, role: 'user', ways: ['unknown'], status } as const;
    this.#use({ ...use, ways: [...use.ways], statementIds: [statement] });
  }

  #use(use: Omit<ToolUseRow, 'id' | 'sourceId' | 'place' | 'asOf'>): void {
    const at = this.#sheet.statements.find(({ id }) => id === use.statementIds[0]);
    const facet = (at?.facet ?? 'initiative') as RoundColumn;
    this.#sheet.toolUses.push({ ...use, ...this.#placed(`tool-${this.#sheet.toolUses.length + 1}`, facet) });
  }
}

/** mie-survey-2025.suzuka of mie-survey-2025.suzuka.ict-3. */
const sheetOfRecord = (id: string): string => id.replace(/\.[^.]*$/, '');
