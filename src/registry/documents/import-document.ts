import { createHash } from 'node:crypto';
import type { Clock } from '../../calendar/clock.ts';
import { fiscalYearLabel, fiscalYearName, fiscalYearOf, parseFiscalYearLabel } from '../../calendar/fiscal-year.ts';
import type { Prisma as Client } from '../../database/open.ts';
import type { ChangeProblem, FieldChanges, SaveOutcome } from '../../records/changes.ts';
import { findPersonalData } from '../../records/personal-data.ts';
import { IMPORTED, IMPORTED_SURVEY } from '../../records/register.ts';
import type { RegistryRecords, SourceRow } from '../../records/rows.ts';
import type { SurveyRoundRow } from '../../records/survey-round.ts';
import { standingRecords } from '../../records/survey-years.ts';
import type {
  AnyUnderstood,
  CellProblem,
  Understood,
  UnderstoodPart,
  UnderstoodStatement,
} from '../../records/understood.ts';
import type { FiscalYearLabel, StatementStatus } from '../../records/vocabulary.ts';
import { canonicalAsOfText } from '../../records/written-dates.ts';
import { type NotedChange, noteChanges } from '../changes.ts';
import { textsOf } from '../editing/checks.ts';
import type { Tx } from '../editing/editor.ts';
import { positionAt } from '../editing/position.ts';
import type { PersonKey } from '../people.ts';
import type { Administrators } from '../permissions.ts';
import { readRegistry } from '../read-records.ts';
import { atomically, type ChangeRequest, change, isSettled, LONG_MS, Nothing } from '../save-change.ts';
import { writers } from '../write-records.ts';
import { comparable } from './likeness.ts';
import { Proposals } from './proposals.ts';
import { StandingRecords } from './standing.ts';
import { changesFor, type Taking, type WantedChange } from './to-changes.ts';
import { replyOf } from './to-reply.ts';

/** A document that somebody brings. */
export interface DocumentImport {
  person: PersonKey;
  understood: Understood;
  file: Buffer;
  title: string;
  /** Whose it is, where the document does not say; where it does, the two must agree. */
  area: string | null;
  /** For which fiscal year it is taken; likewise. */
  fiscalYear: FiscalYearLabel | null;
  asOf: string | null;
  /** How statements stand that were asked, by the id of their question. */
  answers: Readonly<Record<string, StatementStatus>>;
  /** Numbers that look like personal data were said to be official ones (rules 3.6). */
  official: boolean;
  /** The ground of 代理入力. */
  reason: string | null;
  /** Only to be looked at: nothing is saved. */
  dryRun: boolean;
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
    | 'not-saved';
  value: string | null;
}

export interface ImportedRecord {
  state: 'new' | 'changed' | 'same';
  kind: WantedChange['kind'];
  name: string;
  at: string;
  changes: FieldChanges;
}

export interface DocumentReport {
  problems: ImportProblem[];
  warnings: CellProblem[];
  /** Statements whose words speak for two states. */
  asked: { id: string; at: string; text: string }[];
  records: ImportedRecord[];
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
  const { records } = await readRegistry(prisma);
  const importing = new Importing(request, records, clock);
  const { report } = importing;
  const wanted = importing.wanted();
  if (report.problems.length > 0) return report;
  const now = clock.now();
  const outcomes = await atomically(
    prisma,
    async (tx) => {
      const done: ImportedRecord[] = [];
      const changes = await importing.addSource(tx, now);
      for (const each of wanted) {
        const { outcome, changes: noted } = await change(tx, importing.changeOf(each), { now, administrators });
        importing.take(each, outcome, done);
        changes.push(...noted);
      }
      if (request.dryRun || report.problems.length > 0 || report.asked.length > 0) throw new Nothing(done);
      if (done.every(({ state }) => state === 'same')) throw new Nothing(done);
      await noteChanges(tx, changes);
      report.saved = true;
      return done;
    },
    LONG_MS,
  );
  return { ...report, records: outcomes };
}

class Importing {
  readonly report: DocumentReport = { problems: [], warnings: [], asked: [], records: [], saved: false };
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
    const { understood, file, title, asOf } = request;
    this.report.problems.push(...understood.problems);
    this.report.warnings.push(...understood.warnings);
    this.#standing = standingRecords(records);
    for (const area of records.areas)
      for (const name of [area.name, ...area.aliases]) this.#areas.set(comparable(name), area.id);
    for (const area of records.areas) this.#areas.set(comparable(area.name), area.id);
    this.#proposals = new Proposals(records);
    const today = clock.today();
    const [first] = understood.parts;
    this.#run = createHash('sha256').update(file).update(clock.now().toISOString()).digest('hex').slice(0, 16);
    this.#source = {
      id: `document-${createHash('sha256').update(file).digest('hex').slice(0, 12)}`,
      title,
      publisher: '',
      kind: understood.kind === 'survey' ? IMPORTED_SURVEY : IMPORTED,
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
    const round = isSurvey ? this.#roundFor(part, areaIds) : undefined;
    return round
      ? [this.#reply(round, part, taking, at)]
      : part.records.flatMap((record) => changesFor(record, taking));
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
  #personalData({ at, fields }: AnyUnderstood): void {
    const found = textsOf(fields).map((text) => findPersonalData(text));
    if (found.some((each) => each?.certain)) this.#problem(at, 'personal-data');
    else if (found.some((each) => each) && !this.request.official) this.#problem(at, 'number-in-question');
  }

  #reply(round: SurveyRoundRow, part: UnderstoodPart, taking: Taking, at: string): WantedChange {
    const reply = this.records.surveyReplies.find(
      ({ roundId, areaIds }) => roundId === round.id && taking.areaIds.some((id) => areaIds.includes(id)),
    );
    const answers = replyOf(part, round.columns, taking, this.#proposals);
    const fields = { ...answers, way: this.request.reason === null ? 'sheet' : 'in-stead', status: 'answered' };
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
    };
  }

  #statusOf({ text, status }: UnderstoodStatement, id: string): StatementStatus {
    const said = status ?? this.request.answers[id];
    if (said) return said;
    this.report.asked.push({ id, at: id.replace(/#\d+$/, ''), text });
    return 'considering';
  }

  /** 「熊野市では」「御浜町：」 at the head of a joint sheet's statement bind it to that town. */
  #areasIn(text: string, areaIds: readonly string[]): string[] | null {
    if (areaIds.length < 2) return null;
    const head = /^([^、。\s:：]{2,8}?[市町村])(?:の取り?組みで)?(?:では|は|[:：])/u.exec(text)?.[1];
    const id = head === undefined ? undefined : this.#areas.get(comparable(head));
    return id !== undefined && areaIds.includes(id) ? [id] : null;
  }

  /** The document as a source; taken back with everything else where nothing is saved. */
  async addSource(tx: Tx, now: Date): Promise<NotedChange[]> {
    if (await tx.source.findUnique({ where: { id: this.#source.id }, select: { id: true } })) return [];
    const [areaId] = this.request.understood.parts.flatMap((part) =>
      part.areas.map((name) => this.#areas.get(comparable(name))),
    );
    const publisher = this.records.areas.find(({ id }) => id === areaId)?.name ?? this.request.area ?? '';
    await writers.source.insert(tx, [{ row: { ...this.#source, publisher }, position: positionAt(now) }]);
    return [{ kind: 'source', record: this.#source.id, action: 'create' }];
  }

  changeOf({ kind, id, newId, fields, place, at, asOf, sourceText }: WantedChange): ChangeRequest {
    const { person, reason, official } = this.request;
    return {
      person,
      via: 'import',
      key: `import:${this.#run}:${kind}:${at}:${createHash('sha256').update(JSON.stringify(fields)).digest('hex').slice(0, 12)}`,
      kind,
      id,
      version: null,
      fields: fields as ChangeRequest['fields'],
      reason: reason ?? this.#source.title,
      imported: { id: newId, asOf, sourceText, origin: { sourceId: this.#source.id, place } },
      official,
    };
  }

  take({ kind, name, at }: WantedChange, outcome: SaveOutcome, done: ImportedRecord[]): void {
    if (outcome.outcome === 'saved' || outcome.outcome === 'merged') {
      const { action, changes } = outcome.entry;
      done.push({ state: action === 'create' ? 'new' : 'changed', kind, name, at, changes });
    } else if (isSettled(outcome)) done.push({ state: 'same', kind, name, at, changes: {} });
    else if (outcome.outcome === 'problems')
      for (const { code, field } of outcome.problems) this.#problem(at, code, field);
    else this.#problem(at, 'not-saved', outcome.outcome);
  }

  #problem(at: string, code: ImportProblem['code'], value: string | null = null): [] {
    this.report.problems.push({ at, code, value });
    return [];
  }
}
