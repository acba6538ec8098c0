import { COLUMN_LABELS, placeInSheet } from '../../records/columns.ts';
import { emptyRecords, type RegistryRecords, type StatementRow, type ToolUseRow } from '../../records/rows.ts';
import type {
  ShippedDocument,
  ShippedHub,
  ShippedSheet,
  ShippedSource,
  ShippedStatement,
} from '../../records/shipped.ts';
import { type Facet, SCENES, SURVEY_COLUMNS } from '../../records/vocabulary.ts';
import { readShippedFiles, ShippedDataError, type ShippedFiles } from './shipped-files.ts';

/** Reads the shipped files and gives the registry's records. Throws `ShippedDataError`, which names file and line. */
export async function readShippedRecords(folder?: string): Promise<RegistryRecords> {
  return new Flattening(await readShippedFiles(folder)).records();
}

/** Where the records of one file belong. */
interface Origin {
  source: ShippedSource;
  slug: string;
  areas: string[];
  place(facet: Facet | 'vision'): string;
}

/** Turns the nested files into rows that refer to each other by id. */
class Flattening {
  readonly #areaIds: Map<string, string>;
  readonly #toolIds: Map<string, string>;
  readonly #problems: string[] = [];
  readonly #rows: RegistryRecords;
  readonly #statementPlaces = new Map<string, string>();

  constructor(readonly files: ShippedFiles) {
    this.#areaIds = new Map(files.areas.map((area) => [area.name, area.id]));
    this.#toolIds = new Map(files.tools.flatMap((tool) => [tool.name, ...tool.aliases].map((name) => [name, tool.id])));
    this.#rows = {
      ...emptyRecords(),
      areas: files.areas.map((area) => ({ ...area, code: area.code ?? null })),
      sources: files.sources,
      tools: files.tools.map(({ reading, aliases, ...tool }) => ({
        ...tool,
        aliases: reading ? [...aliases, reading] : aliases,
      })),
      lexicon: files.lexicon,
    };
  }

  records(): RegistryRecords {
    for (const source of this.files.sources) {
      for (const { slug, sheet } of this.files.sheets.get(source.id) ?? []) this.#sheet(source, slug, sheet);
      for (const { slug, document } of this.files.documents.get(source.id) ?? [])
        this.#document(source, slug, document);
    }
    if (this.#problems.length > 0) throw new ShippedDataError(this.#problems);
    return this.#rows;
  }

  #sheet(source: ShippedSource, slug: string, sheet: ShippedSheet): void {
    const origin: Origin = {
      source,
      slug,
      areas: sheet.areas,
      place: (facet) => placeInSheet(sheet.areas, facet),
    };
    const answer = (facet: Facet | 'vision', stated: 'yes' | 'none' | 'blank', key: string = facet) =>
      this.#rows.answers.push({
        id: `${source.id}.${slug}.answer-${key}`,
        sourceId: source.id,
        sheet: sheet.sheet,
        areaIds: this.#areas(origin, undefined),
        facet,
        stated,
        asOf: null,
      });
    answer('hub', sheet.hub.stated);
    this.#hubs(origin, sheet.hub.records);
    SCENES.forEach((scene, index) => {
      const vision = sheet.visions[scene];
      answer('vision', vision.stated, `vision-${index + 1}`);
      this.#rows.plans.push({
        ...this.#placed(origin, `vision-${index + 1}`, placeInSheet(sheet.areas, 'vision', scene)),
        areaIds: this.#areas(origin, undefined),
        scene,
        printed: null,
        period: null,
        stated: vision.stated,
        vision: vision.text,
        goal: null,
        english: vision.en,
      });
    });
    for (const column of SURVEY_COLUMNS) {
      answer(column, sheet.columns[column].stated);
      this.#statements(origin, sheet.columns[column].statements, column);
    }
    this.#common(origin, sheet);
  }

  #document(source: ShippedSource, slug: string, document: ShippedDocument): void {
    const origin: Origin = { source, slug, areas: document.areas, place: (facet) => COLUMN_LABELS[facet] };
    this.#hubs(origin, document.hub);
    for (const plan of document.plans) {
      this.#rows.plans.push({
        ...this.#placed(origin, plan.id, plan.place ?? plan.scene),
        areaIds: this.#areas(origin, undefined),
        scene: plan.scene,
        printed: plan.sceneAsPrinted,
        period: plan.period,
        stated: 'yes',
        vision: plan.vision,
        goal: plan.goal,
        english: plan.en,
      });
    }
    const [areaId = ''] = this.#areas(origin, undefined);
    for (const { id, en, origin: place, place: location, sceneAsPrinted, items, ...rest } of document.initiatives) {
      this.#rows.initiatives.push({
        ...rest,
        ...this.#placed(origin, id, place ?? rest.scene),
        areaId,
        alsoScenes: [],
        sectionId: null,
        leads: null,
        printedScene: sceneAsPrinted,
        location,
        english: en,
        items: items.map(({ en: english, ...item }, index) => ({
          ...item,
          id: `${source.id}.${slug}.${id}.${index + 1}`,
          english,
        })),
      });
    }
    for (const { id, en, origin: place, values, ...rest } of document.indicators) {
      this.#rows.indicators.push({
        ...rest,
        ...this.#placed(origin, id, place ?? rest.title),
        areaId,
        english: en,
        values: values.map(({ year, ...value }) => ({
          ...value,
          id: `${source.id}.${slug}.${id}.${year}-${value.kind}`,
          fiscalYear: year,
        })),
      });
    }
    for (const { id, origin: place, ...rest } of document.evaluations) {
      this.#rows.evaluations.push({ ...rest, ...this.#placed(origin, id, place ?? rest.scene), areaId });
    }
    this.#statements(origin, document.statements, 'policy');
    this.#common(origin, document);
  }

  #statements(origin: Origin, statements: ShippedStatement[], column: Facet): void {
    for (const { id, en, place, areas, facet = column, ...rest } of statements) {
      const row: StatementRow = {
        ...rest,
        ...this.#placed(origin, id, place ?? origin.place(facet)),
        facet,
        areaIds: this.#areas(origin, areas),
        english: en,
      };
      this.#rows.statements.push(row);
      this.#statementPlaces.set(row.id, row.place);
    }
  }

  #hubs(origin: Origin, hubs: ShippedHub[]): void {
    hubs.forEach(({ en, place: location, areas, ...rest }, index) => {
      this.#rows.hubs.push({
        ...rest,
        ...this.#placed(origin, `hub-${index + 1}`, origin.place('hub')),
        areaIds: this.#areas(origin, areas),
        location,
        english: en,
      });
    });
  }

  #common(origin: Origin, file: Pick<ShippedSheet, 'tools' | 'meetings' | 'surveys'>): void {
    file.tools.forEach(({ areas, how, statements, kind: _kind, ...rest }, index) => {
      const toolId = this.#toolIds.get(rest.name);
      if (!toolId) {
        this.#problems.push(`${origin.source.id}/${origin.slug}: tool 「${rest.name}」 is not listed in tools.yaml`);
        return;
      }
      const row: ToolUseRow = {
        ...rest,
        ...this.#placed(origin, `tool-${index + 1}`, this.#placeOf(origin, statements)),
        toolId,
        areaIds: this.#areas(origin, areas),
        ways: how,
        link: null,
        statementIds: statements.map((id) => this.#statement(origin, id)),
      };
      this.#rows.toolUses.push(row);
    });
    file.meetings.forEach(({ areas, statements, place: location, ...rest }, index) => {
      this.#rows.meetings.push({
        ...rest,
        ...this.#placed(origin, `meeting-${index + 1}`, this.#placeOf(origin, statements)),
        areaIds: this.#areas(origin, areas),
        location,
      });
    });
    file.surveys.forEach(({ areas, statements, ...rest }, index) => {
      this.#rows.surveys.push({
        ...rest,
        ...this.#placed(origin, `survey-${index + 1}`, this.#placeOf(origin, statements)),
        areaIds: this.#areas(origin, areas),
        link: null,
      });
    });
  }

  #placed(origin: Origin, localId: string, place: string) {
    return {
      id: `${origin.source.id}.${origin.slug}.${localId}`,
      sourceId: origin.source.id,
      place,
      asOf: origin.source.asOf,
    };
  }

  #areas(origin: Origin, names: string[] | undefined): string[] {
    return (names ?? origin.areas).flatMap((name) => {
      const id = this.#areaIds.get(name);
      if (!id) this.#problems.push(`${origin.source.id}/${origin.slug}: area 「${name}」 is not listed in areas.yaml`);
      return id ? [id] : [];
    });
  }

  #statement(origin: Origin, localId: string): string {
    const id = `${origin.source.id}.${origin.slug}.${localId}`;
    if (!this.#statementPlaces.has(id)) {
      this.#problems.push(`${origin.source.id}/${origin.slug}: there is no statement ${localId}`);
    }
    return id;
  }

  /** A tool, meeting or survey stands where the first statement that speaks of it stands. */
  #placeOf(origin: Origin, statements: string[]): string {
    const id = `${origin.source.id}.${origin.slug}.${statements[0]}`;
    return this.#statementPlaces.get(id) ?? origin.source.title;
  }
}
