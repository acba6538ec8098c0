import { createHash } from 'node:crypto';
import type { Clock } from '../../calendar/clock.ts';
import { fiscalYearLabel, fiscalYearName, fiscalYearOf, parseFiscalYearLabel } from '../../calendar/fiscal-year.ts';
import type { Prisma as Client } from '../../database/open.ts';
import type { ChangeProblem, FieldChanges, HistoryEntry, SaveOutcome } from '../../records/changes.ts';
import { findPersonalData, findPersonalDataIn } from '../../records/personal-data.ts';
import { importedKind } from '../../records/register.ts';
import type { RegistryRecords, SourceRow } from '../../records/rows.ts';
import { replyIds, type SurveyRoundRow } from '../../records/survey-round.ts';
import { standingRecords } from '../../records/survey-years.ts';
import type {
  AnyUnderstood,
  CellProblem,
  Understood,
  UnderstoodPart,
  UnderstoodStatement,
} from '../../records/understood.ts';
import type { FiscalYearLabel, StatementStatus, SurveyColumn } from '../../records/vocabulary.ts';
import { canonicalAsOfText } from '../../records/written-dates.ts';
import { type NotedChange, noteChanges } from '../changes.ts';
import { textsOf } from '../editing/checks.ts';
import type { Tx } from '../editing/editor.ts';
import { positionAt } from '../editing/position.ts';
import { isOperator } from '../members/operator.ts';
import type { PersonKey } from '../members/people.ts';
import type { Administrators } from '../members/permissions.ts';
import { readRegistry } from '../read-records.ts';
import { atomically, type ChangeRequest, type Changing, change, LONG_MS, Nothing } from '../save-change.ts';
import { writers } from '../write-records.ts';
import { type GoneRecord, goneFrom } from './gone.ts';
import { comparable } from './likeness.ts';
import { Proposals } from './proposals.ts';
import { type ProposedUse, type SaidText, usesIn } from './proposed-uses.ts';
import { saveUse, useChange } from './save-uses.ts';
import { StandingRecords } from './standing.ts';
import { changesFor, type Taking, type WantedChange } from './to-changes.ts';
import { replyOf } from './to-reply.ts';

/** A document that somebody brings. */
export interface DocumentImport {
  person: PersonKey;
  understood: Understood;
  /** The file's fingerprint. */
  digest: string;
  title: string;
  /** Whose it is, where the document does not say; where it does, the two must agree. */
  area: string | null;
  /** For which fiscal year it is taken; likewise. */
  fiscalYear: FiscalYearLabel | null;
  asOf: string | null;
  /** How statements stand as a person said, by their id: those that were asked, and any other. */
  answers: Readonly<Record<string, StatementStatus>>;
  /** Topics and tools that a person took away from what was proposed for a statement, by its id. */
  removed?: Readonly<Record<string, readonly string[]>>;
  /** Numbers that look like personal data were said to be official ones (rules 3.6). */
  official: boolean;
  /** The ground of 代理入力. */
  reason: string | null;
  /** What is proposed and is not to be taken, by id or by name. */
  without?: readonly string[];
  /** Only to be looked at: nothing is saved. */
  dryRun: boolean;
  /** The submission: the same one arriving twice is one import. */
  run?: string;
  /** The versions that the person saw, by `kind:id`; absent: records as they stand now. */
  seen?: Readonly<Record<string, number>>;
  /** Whether it is entered in these areas' stead; absent: where a ground is given. */
  isInStead?: (areaIds: readonly string[]) => boolean;
}

/** What keeps a document from being taken, at its cell. */
export interface ImportProblem {
  at: string;
  code:
    | CellProblem['code']
    | ChangeProblem['code']
    | 'nothing'
    | 'no-area'
    | 'unknown-area'
    | 'other-area'
    | 'other-year'
    | 'no-as-of'
    /** Two sheets of one area. */
    | 'twice'
    /** Not this person's to change; a hub's, where it is no reply to a survey. */
    | 'refused'
    | 'hub'
    | 'needs-reason'
    /** Somebody changed it since it was shown. */
    | 'conflict'
    | 'not-saved';
  value: string | null;
}

export interface ImportedRecord {
  state: 'new' | 'changed' | 'same';
  kind: WantedChange['kind'];
  name: string;
  at: string;
  changes: FieldChanges;
  /** The record, and the version that it had; null: a new one. */
  record: string | null;
  version: number | null;
  fields: Readonly<Record<string, unknown>>;
  /** The entry of history. */
  entry: string | null;
  /** A hub's: it waits for its town. */
  drafted: boolean;
}

/** A statement of a reply as it is proposed. */
export interface ProposedStatement {
  id: string;
  at: string;
  /** The reply, and its column. */
  reply: string;
  column: SurveyColumn;
  /** The record that it goes on from. */
  from: string | null;
  text: string;
  /** Null: asked, and not answered yet. */
  status: StatementStatus | null;
  /** By the lexicon; tools by id. */
  topics: string[];
  tools: string[];
}

/** What one sheet, or the whole of another document, is about. */
export interface ReadPart {
  areaIds: string[];
  fiscalYear: FiscalYearLabel;
  asOf: string;
  /** The reply that it becomes; null: it changes the records. */
  reply: string | null;
  round: string | null;
}

/** What the document's words seem to name. It is taken as it is, unless somebody says that it is not meant. */
export interface Proposal {
  kind: 'tool' | 'meeting' | 'survey';
  id: string;
  name: string;
  /** The names of the areas for which it is proposed. */
  areas: string[];
  at: string;
  text: string;
  taken: boolean;
}

export interface DocumentReport {
  problems: ImportProblem[];
  warnings: CellProblem[];
  /** Statements whose words speak for two states. */
  asked: { id: string; at: string; text: string }[];
  records: ImportedRecord[];
  parts: ReadPart[];
  statements: ProposedStatement[];
  proposals: Proposal[];
  /** What stands from a former edition and is not in this one. The import leaves it as it is. */
  gone: GoneRecord[];
  refused: Extract<SaveOutcome, { outcome: 'refused' }> | null;
  conflicts: { kind: WantedChange['kind']; fields: string[]; others: HistoryEntry[] }[];
  saved: boolean;
}

/**
 * Takes what a document says into the registry: all of it in one transaction, with history and rights like any change, or
 * nothing; with `dryRun` it only tells what would change. A survey's sheet of an open round becomes its area's reply; all
 * else changes the records. The same file again changes nothing.
 */
export async function importDocument(
  prisma: Client,
  clock: Clock,
  administrators: Administrators,
  request: DocumentImport,
): Promise<DocumentReport> {
  const [report] = await importDocuments(prisma, clock, administrators, [request]);
  if (!report) throw new Error('a document without a report');
  return report;
}

/** What else belongs into the transaction of an import. */
interface Around {
  /** First of all; may end it with `Nothing`. */
  begin?(tx: Tx): Promise<void>;
  /** Once everything is saved. */
  saved?(tx: Tx, reports: readonly DocumentReport[]): Promise<void>;
}

/** The same of several documents: all of them or none. */
export async function importDocuments(
  prisma: Client,
  clock: Clock,
  administrators: Administrators,
  requests: readonly DocumentImport[],
  { begin, saved }: Around = {},
): Promise<DocumentReport[]> {
  const { records } = await readRegistry(prisma);
  const all = requests.map((request) => new Importing(request, records, clock));
  const wanted = all.map((each) => each.wanted());
  twiceIn(all);
  if (all.some(({ report }) => report.problems.length > 0)) return all.map(({ report }) => report);
  const now = clock.now();
  return atomically(
    prisma,
    async (tx) => {
      await begin?.(tx);
      const reports: DocumentReport[] = [];
      const changes: NotedChange[] = [];
      for (const [at, each] of all.entries()) {
        const { report, noted } = await each.carryOut(tx, wanted[at] ?? [], { now, administrators });
        reports.push(report);
        changes.push(...noted);
      }
      const hindered = reports.some(({ problems, asked }) => problems.length + asked.length > 0);
      const isSame = reports.every(({ records }) => records.every(({ state }) => state === 'same'));
      if (hindered || isSame || requests.some(({ dryRun }) => dryRun)) throw new Nothing(reports);
      const done = reports.map((report) => ({ ...report, saved: true }));
      await saved?.(tx, done);
      await noteChanges(tx, changes);
      return done;
    },
    LONG_MS,
  );
}

/** Of two sheets of one area it cannot be told which one counts. */
function twiceIn(all: readonly Importing[]): void {
  const known = new Set<string>();
  for (const { report, request, records } of all) {
    for (const part of request.understood.kind === 'survey' ? report.parts : []) {
      for (const areaId of part.areaIds) {
        if (known.has(areaId)) report.problems.push({ at: '', code: 'twice', value: nameIn(records, areaId) });
        known.add(areaId);
      }
    }
  }
}

const nameIn = ({ areas }: RegistryRecords, areaId: string): string =>
  areas.find(({ id }) => id === areaId)?.name ?? areaId;

class Importing {
  readonly report: DocumentReport = {
    ...{ problems: [], warnings: [], asked: [], records: [], parts: [], statements: [] },
    ...{ proposals: [], gone: [], refused: null, conflicts: [], saved: false },
  };
  /** The uses of tools that are taken, once the statements that name them are saved. */
  readonly #uses: ProposedUse[] = [];
  readonly #standing: RegistryRecords;
  readonly #areas = new Map<string, string>();
  readonly #proposals: Proposals;
  readonly #source: SourceRow;
  readonly #run: string;

  constructor(
    readonly request: DocumentImport,
    readonly records: RegistryRecords,
    clock: Clock,
  ) {
    const { understood, digest, title, asOf, run } = request;
    this.report.problems.push(...understood.problems);
    this.report.warnings.push(...understood.warnings);
    this.#standing = standingRecords(records);
    for (const area of records.areas)
      for (const name of [area.name, ...area.aliases]) this.#areas.set(comparable(name), area.id);
    for (const area of records.areas) this.#areas.set(comparable(area.name), area.id);
    this.#proposals = new Proposals(records);
    const today = clock.today();
    const [first] = understood.parts;
    this.#run = run ?? hashOf(`${digest} ${clock.now().toISOString()}`, 16);
    this.#source = {
      id: `document-${digest.slice(0, 12)}`,
      title,
      publisher: '',
      kind: importedKind(understood.kind),
      asOf: this.#saidAsOf(asOf ?? first?.asOf ?? null, first?.fiscalYear ?? request.fiscalYear) ?? '',
      fiscalYear: request.fiscalYear ?? first?.fiscalYear ?? fiscalYearLabel(fiscalYearOf(today)),
      state: understood.draft ? 'draft' : 'confirmed',
      note: null,
    };
  }

  /** All changes that the document asks for; none where something of it cannot be taken. */
  wanted(): WantedChange[] {
    const { parts } = this.request.understood;
    if (parts.length === 0) this.#problem('', 'nothing');
    else if (this.#source.asOf === '') this.#problem('', 'no-as-of');
    const wanted = parts.flatMap((part) => this.#part(part));
    return this.report.problems.length > 0 ? [] : wanted;
  }

  /** As of when a document says what it says: as printed or given, else its fiscal year; never the day of the import. */
  #saidAsOf(printed: string | null, fiscalYear: FiscalYearLabel | null): string | null {
    const year = fiscalYear === null ? null : parseFiscalYearLabel(fiscalYear);
    return canonicalAsOfText(printed ?? '') ?? (year === null ? null : fiscalYearName(year, 'ja'));
  }

  #part(part: UnderstoodPart): WantedChange[] {
    const at = part.records[0]?.at ?? '';
    const areaIds = this.#areasOf(part, at);
    const { fiscalYear } = this.request;
    if (fiscalYear !== null && part.fiscalYear !== null && part.fiscalYear !== fiscalYear) {
      this.#problem(at, 'other-year', part.fiscalYear);
    }
    for (const record of part.records) this.#personalData(record);
    if (areaIds.length === 0) return [];
    const isSurvey = this.request.understood.kind === 'survey';
    const taking: Taking = {
      standing: new StandingRecords(this.#standing, areaIds),
      areaIds,
      isSurvey,
      asOf: this.#saidAsOf(part.asOf, null) ?? this.#source.asOf,
      period: fiscalYearName(parseFiscalYearLabel(part.fiscalYear ?? this.#source.fiscalYear) ?? 0, 'ja'),
      statusOf: (statement, id) => this.#statusOf(statement, id),
      areasIn: (text) => this.#areasIn(text, areaIds),
    };
    this.report.gone.push(...goneFrom(this.request.understood, part, this.#standing, areaIds));
    const uses = this.#proposed(part, taking);
    const round = isSurvey ? this.#roundFor(part, areaIds) : undefined;
    const reply = round && this.#replyIn(round, areaIds);
    const year = part.fiscalYear ?? this.#source.fiscalYear;
    this.report.parts.push({
      ...{ areaIds, fiscalYear: year, asOf: taking.asOf, reply: reply?.id ?? null, round: round?.title ?? null },
    });
    if (round) return [this.#reply(round, part, taking, at)];
    this.#uses.push(...uses);
    return part.records.flatMap((record) => {
      const changes = changesFor(record, taking);
      return changes.length > 0 && !this.#isWanted(record, taking) ? [] : changes;
    });
  }

  /** The uses of tools that the document names, all of them told and those given that nobody took away. */
  #proposed(part: UnderstoodPart, taking: Taking): ProposedUse[] {
    const namesIn = ({ id, text, areaIds }: SaidText) => {
      const removed = this.request.removed?.[id] ?? [];
      return this.#proposals.of(text, areaIds).tools.filter((tool) => !removed.includes(tool));
    };
    return usesIn(part, taking, this.records.tools, namesIn).filter((use) => {
      const { toolId, name, areaIds, at, text } = use;
      const taken = this.#isTaken(toolId, areaIds);
      const areas = areaIds.map((id) => nameIn(this.records, id));
      this.report.proposals.push({ kind: 'tool', id: useId(toolId, areaIds), name, areas, at, text, taken });
      return taken;
    });
  }

  /** A meeting or an enquiry that a text seems to name is told, and left out where somebody says so. */
  #isWanted({ kind, fields, at, source }: AnyUnderstood, { areaIds, areasIn }: Taking): boolean {
    if (kind !== 'meeting' && kind !== 'survey') return true;
    const { title: name } = fields;
    const text = source ?? name;
    const of = areasIn(text) ?? areaIds;
    const id = `${kind}:${comparable(name)}@${of.join('+')}`;
    const taken = !(this.request.without ?? []).some((each) => each === id || comparable(each) === comparable(name));
    this.report.proposals.push({ kind, id, name, areas: of.map((one) => nameIn(this.records, one)), at, text, taken });
    return taken;
  }

  #isTaken(toolId: string, areaIds: readonly string[]): boolean {
    const tool = this.records.tools.find(({ id }) => id === toolId);
    const names = [tool?.name ?? '', ...(tool?.aliases ?? [])].map(comparable);
    return !(this.request.without ?? []).some(
      (each) => each === useId(toolId, areaIds) || names.includes(comparable(each)),
    );
  }

  /** By their printed names; where none is printed, the one that was given. */
  #areasOf({ areas }: UnderstoodPart, at: string): string[] {
    const given = this.request.area;
    const idOf = (name: string) => this.#areas.get(comparable(name));
    const names = areas.length > 0 ? areas : given === null ? [] : [given];
    if (names.length === 0) this.#problem(at, 'no-area');
    const ids = names.flatMap((name) => idOf(name) ?? this.#problem(at, 'unknown-area', name));
    const givenId = given === null ? null : idOf(given);
    if (given !== null && givenId === undefined) this.#problem(at, 'unknown-area', given);
    else if (givenId && !ids.includes(givenId) && ids.length > 0) this.#problem(at, 'other-area', areas.join('、'));
    return ids;
  }

  /** The open round that asks these areas for this year. */
  #roundFor({ fiscalYear }: UnderstoodPart, areaIds: readonly string[]): SurveyRoundRow | undefined {
    return this.records.surveyRounds.find(
      (round) =>
        round.state === 'open' &&
        (fiscalYear === null || round.fiscalYear === fiscalYear) &&
        areaIds.every((id) => round.areaIds.includes(id)),
    );
  }

  /** At its own cell, whatever record it would have become; the text is not said again. */
  #personalData({ kind, at, fields }: AnyUnderstood): void {
    // Taken out of texts that are looked at themselves.
    if (kind === 'meeting' || kind === 'survey') return;
    const { location = null } = kind === 'hub' ? fields : {};
    const found = textsOf(location === null ? fields : { ...fields, location: null }).map(findPersonalData);
    if (location !== null) found.push(findPersonalDataIn('location', location));
    if (found.some((each) => each?.certain)) this.#problem(at, 'personal-data');
    else if (found.some((each) => each) && !this.request.official) this.#problem(at, 'number-in-question');
  }

  #reply(round: SurveyRoundRow, part: UnderstoodPart, taking: Taking, at: string): WantedChange {
    const reply = this.#replyIn(round, taking.areaIds);
    const proposed = (text: string) => {
      const areaIds = taking.areasIn(text) ?? taking.areaIds;
      const { topics, tools } = this.#proposals.of(text, areaIds);
      return { topics, tools: tools.filter((id) => this.#isTaken(id, areaIds)) };
    };
    const answers = replyOf(part, round.columns, taking, proposed);
    this.#statements(part, answers, reply?.id ?? '');
    const inStead = this.request.isInStead?.(taking.areaIds) ?? this.request.reason !== null;
    const fields = { ...answers, way: inStead ? 'in-stead' : 'sheet', status: 'answered' };
    const name = `${part.areas.join('・')} ${round.title}`;
    return {
      kind: 'surveyReply',
      id: reply?.id ?? '',
      newId: null,
      fields,
      name,
      place: '',
      at,
      asOf: taking.asOf,
      sourceText: null,
      untouched: [],
    };
  }

  #replyIn(round: SurveyRoundRow, areas: readonly string[]) {
    const asked = new Set(replyIds(round));
    return this.records.surveyReplies.find(
      ({ id, areaIds }) => asked.has(id) && areas.some((each) => areaIds.includes(each)),
    );
  }

  /** What is proposed for each statement is told; what a person took away of it is taken away. */
  #statements({ records }: UnderstoodPart, answers: ReturnType<typeof replyOf>, reply: string): void {
    for (const { kind, fields, at } of records) {
      if (kind !== 'answer' || fields.facet === 'policy') continue;
      for (const [index, one] of (answers[fields.facet]?.statements ?? []).entries()) {
        const id = `${at}#${index + 1}`;
        const { from, text, topics, tools } = one;
        const status = fields.statements[index]?.status || this.request.answers[id] ? one.status : null;
        this.report.statements.push({ id, at, reply, column: fields.facet, from, text, status, topics, tools });
        const removed = this.request.removed?.[id] ?? [];
        one.topics = topics.filter((topic) => !removed.includes(topic));
        one.tools = tools.filter((tool) => !removed.includes(tool));
      }
    }
  }

  #statusOf({ text, status }: UnderstoodStatement, id: string): StatementStatus {
    const said = this.request.answers[id] ?? status;
    if (said) return said;
    const known = this.report.asked.some((each) => each.id === id);
    if (!known) this.report.asked.push({ id, at: id.replace(/#\d+$/, ''), text });
    return 'considering';
  }

  /** 「熊野市では」「御浜町：」 at the head of a joint sheet's statement bind it to that town. */
  #areasIn(text: string, areaIds: readonly string[]): string[] | null {
    if (areaIds.length < 2) return null;
    const head = /^([^、。\s:：]{2,8}?[市町村])(?:の取り?組みで)?(?:では|は|[:：])/u.exec(text)?.[1];
    const id = head === undefined ? undefined : this.#areas.get(comparable(head));
    return id !== undefined && areaIds.includes(id) ? [id] : null;
  }

  /** All changes of this document, within the transaction; an attempt knows nothing of one before it. */
  async carryOut(
    tx: Tx,
    wanted: readonly WantedChange[],
    changing: Changing,
  ): Promise<{ report: DocumentReport; noted: NotedChange[] }> {
    const report: DocumentReport = { ...this.report, records: [], problems: [], conflicts: [], refused: null };
    const rests = wanted.some(({ kind }) => kind !== 'surveyReply');
    const noted = rests ? await this.#addSource(tx, changing.now) : [];
    for (const each of wanted) {
      if (this.#isUnseen(each)) {
        report.problems.push({ at: each.at, code: 'conflict', value: each.name });
        continue;
      }
      const { outcome, changes } = await change(tx, this.#changeOf(each), changing);
      this.#take(each, outcome, report);
      noted.push(...changes);
      if (report.refused) break;
    }
    for (const use of report.refused ? [] : this.#uses) {
      const wants = useChange(use);
      const { outcome, changes } = await saveUse(tx, use, this.#changeOf(wants), changing);
      if (outcome) this.#take(wants, outcome, report);
      const taken = report.records.at(-1);
      // What changes is this area's part; the tool's other uses say nothing to whoever looks at it.
      if (outcome?.outcome === 'saved' && taken) Object.assign(taken, { state: 'new', changes: {} });
      noted.push(...changes);
    }
    return { report, noted };
  }

  /** The document as a source; taken back with everything else where nothing is saved. */
  async #addSource(tx: Tx, now: Date): Promise<NotedChange[]> {
    if (await tx.source.findUnique({ where: { id: this.#source.id }, select: { id: true } })) return [];
    const [areaId] = this.request.understood.parts.flatMap((part) =>
      part.areas.map((name) => this.#areas.get(comparable(name))),
    );
    const publisher = this.records.areas.find(({ id }) => id === areaId)?.name ?? this.request.area ?? '';
    await writers.source.insert(tx, [{ row: { ...this.#source, publisher }, position: positionAt(now) }]);
    return [{ kind: 'source', record: this.#source.id, action: 'create' }];
  }

  /** A record that came to be since the person saw what would change. */
  #isUnseen({ kind, id }: WantedChange): boolean {
    const { seen } = this.request;
    return seen !== undefined && id !== null && !(`${kind}:${id}` in seen);
  }

  #changeOf({ kind, id, newId, fields, place, at, asOf, sourceText, untouched }: WantedChange): ChangeRequest {
    const { person, reason, official } = this.request;
    return {
      person,
      via: 'import',
      key: `import:${this.#run}:${kind}:${at}:${hashOf(JSON.stringify(fields), 12)}`,
      kind,
      id,
      version: (id !== null && this.request.seen?.[`${kind}:${id}`]) || null,
      fields: fields as ChangeRequest['fields'],
      reason: reason ?? (isOperator(person) ? this.#source.title : null),
      imported: { id: newId, asOf, sourceText, untouched, origin: { sourceId: this.#source.id, place } },
      official,
    };
  }

  #take(wanted: WantedChange, outcome: SaveOutcome, report: DocumentReport): void {
    const { kind, id, name, at, fields } = wanted;
    const problem = (code: ImportProblem['code'], value: string | null) => report.problems.push({ at, code, value });
    const record = { kind, name, at, fields, record: id, version: null, entry: null, drafted: false, changes: {} };
    switch (outcome.outcome) {
      case 'saved':
      case 'merged':
        report.records.push({ ...record, ...saidOf(outcome.entry), entry: outcome.entry.id });
        return;
      case 'duplicate':
        report.records.push({ ...record, state: 'same' });
        return;
      case 'unchanged':
        report.records.push({ ...record, state: 'same', record: outcome.record, version: outcome.version });
        return;
      case 'drafted':
        if (kind === 'surveyReply') report.records.push({ ...record, state: 'changed', drafted: true });
        else problem('hub', null);
        return;
      case 'problems':
        for (const { code, field } of outcome.problems) problem(code, field);
        return;
      case 'refused':
        report.refused = outcome;
        problem('refused', outcome.owners.join('・'));
        return;
      case 'needs-reason':
        problem('needs-reason', outcome.because === 'in-stead' ? outcome.owners.join('・') : outcome.from);
        return;
      case 'conflict':
        report.conflicts.push({ kind, fields: outcome.fields, others: outcome.others });
        problem('conflict', name);
        return;
      case 'gone':
        problem('not-saved', outcome.outcome);
    }
  }

  #problem(at: string, code: ImportProblem['code'], value: string | null = null): [] {
    this.report.problems.push({ at, code, value });
    return [];
  }
}

const saidOf = ({ action, changes, record, version }: HistoryEntry) => ({
  state: action === 'create' ? ('new' as const) : ('changed' as const),
  ...{ changes, record, version: action === 'create' ? null : version - 1 },
});

/** The fingerprint of a file. */
export const digestOf = (file: Buffer): string => createHash('sha256').update(file).digest('hex');

const hashOf = (text: string, length: number): string =>
  createHash('sha256').update(text).digest('hex').slice(0, length);

const useId = (toolId: string, areaIds: readonly string[]): string => `tool:${toolId}@${areaIds.join('+')}`;
