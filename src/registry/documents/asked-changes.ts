import { createHash } from 'node:crypto';
import type { Clock } from '../../calendar/clock.ts';
import { fiscalYearLabel, fiscalYearName, fiscalYearOf, parseFiscalYearLabel } from '../../calendar/fiscal-year.ts';
import { findPersonalData, findPersonalDataIn } from '../../records/personal-data.ts';
import { importedKind } from '../../records/register.ts';
import type { RegistryRecords, SourceRow } from '../../records/rows.ts';
import { replyIds, type SurveyRoundRow } from '../../records/survey-round.ts';
import { standingRecords } from '../../records/survey-years.ts';
import type { AnyUnderstood, UnderstoodPart, UnderstoodStatement } from '../../records/understood.ts';
import type { FiscalYearLabel, StatementStatus } from '../../records/vocabulary.ts';
import { canonicalAsOfText } from '../../records/written-dates.ts';
import { textsOf } from '../editing/checks.ts';
import { goneFrom } from './gone.ts';
import { comparable } from './likeness.ts';
import { Proposals } from './proposals.ts';
import { type ProposedUse, type SaidText, usesIn } from './proposed-uses.ts';
import type { DocumentImport, DocumentReport, ImportProblem } from './report.ts';
import { StandingRecords } from './standing.ts';
import { changesFor, type Taking, type WantedChange } from './to-changes.ts';
import { replyOf } from './to-reply.ts';

/** An area's official name; its id where nobody knows it. */
export const nameOfArea = ({ areas }: RegistryRecords, areaId: string): string =>
  areas.find(({ id }) => id === areaId)?.name ?? areaId;

/** What a document asks for, beside what stands: its changes, what is proposed and asked, and what keeps it from being taken. */
export class AskedChanges {
  readonly report: DocumentReport = {
    ...{ problems: [], warnings: [], asked: [], records: [], parts: [], statements: [] },
    ...{ proposals: [], gone: [], refused: null, conflicts: [], saved: false },
  };
  /** The uses of tools that are taken, once the statements that name them are saved. */
  readonly uses: ProposedUse[] = [];
  readonly #standing: RegistryRecords;
  readonly #areas = new Map<string, string>();
  readonly #proposals: Proposals;
  /** The document, as a source of its records. */
  readonly source: SourceRow;
  /** The submission: the same one arriving twice is one import. */
  readonly run: string;

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
    this.run = run ?? createHash('sha256').update(`${digest} ${clock.now().toISOString()}`).digest('hex').slice(0, 16);
    this.source = {
      id: `document-${digest.slice(0, 12)}`,
      title,
      publisher: this.#publisher(),
      kind: importedKind(understood.kind),
      asOf: this.#saidAsOf(asOf ?? first?.asOf ?? null, first?.fiscalYear ?? request.fiscalYear) ?? '',
      fiscalYear: request.fiscalYear ?? first?.fiscalYear ?? fiscalYearLabel(fiscalYearOf(today)),
      state: understood.draft ? 'draft' : 'confirmed',
      note: null,
    };
  }

  /** The first area that it names. */
  #publisher(): string {
    const names = this.request.understood.parts.flatMap(({ areas }) => areas);
    const [areaId] = names.flatMap((name) => this.#areas.get(comparable(name)) ?? []);
    return this.records.areas.find(({ id }) => id === areaId)?.name ?? this.request.area ?? '';
  }

  /** All changes that the document asks for; none where something of it cannot be taken. */
  wanted(): WantedChange[] {
    const { parts } = this.request.understood;
    if (parts.length === 0) this.#problem('', 'nothing');
    else if (this.source.asOf === '') this.#problem('', 'no-as-of');
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
      asOf: this.#saidAsOf(part.asOf, null) ?? this.source.asOf,
      period: fiscalYearName(parseFiscalYearLabel(part.fiscalYear ?? this.source.fiscalYear) ?? 0, 'ja'),
      statusOf: (statement, id) => this.#statusOf(statement, id),
      areasIn: (text) => this.#areasIn(text, areaIds),
    };
    this.report.gone.push(...goneFrom(this.request.understood, part, this.#standing, areaIds));
    const uses = this.#proposed(part, taking);
    const round = isSurvey ? this.#roundFor(part, areaIds) : undefined;
    const reply = round && this.#replyIn(round, areaIds);
    const year = part.fiscalYear ?? this.source.fiscalYear;
    this.report.parts.push({
      ...{ areaIds, fiscalYear: year, asOf: taking.asOf, reply: reply?.id ?? null, round: round?.title ?? null },
    });
    if (round) return [this.#reply(round, part, taking, at)];
    this.uses.push(...uses);
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
      const areas = areaIds.map((id) => nameOfArea(this.records, id));
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
    this.report.proposals.push({
      kind,
      id,
      name,
      areas: of.map((one) => nameOfArea(this.records, one)),
      at,
      text,
      taken,
    });
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

  #problem(at: string, code: ImportProblem['code'], value: string | null = null): [] {
    this.report.problems.push({ at, code, value });
    return [];
  }
}

const useId = (toolId: string, areaIds: readonly string[]): string => `tool:${toolId}@${areaIds.join('+')}`;
