import { type CalendarDate, todayIn } from '../calendar/calendar-date.ts';
import type { Clock } from '../calendar/clock.ts';
import type { Prisma as Client } from '../database/open.ts';
import type { History } from '../generated/prisma/client.ts';
import type { ChangeKind, ChangeVia, FieldsOf, HistoryEntry, MayChange, SaveOutcome } from '../records/changes.ts';
import type { AnswersRequest } from '../records/neighbour-request.ts';
import { asOfDay } from '../records/written-dates.ts';
import { type NotedChange, noteChanges } from './changes.ts';
import { goingBack, problemsOf, readFields } from './editing/checks.ts';
import { areasIn, type Circumstances, circumstancesOf } from './editing/circumstances.ts';
import { differences } from './editing/differences.ts';
import { same, type Tx } from './editing/editor.ts';
import { type AnyFields, type AnyState, editorOf } from './editing/editors.ts';
import { inTurn } from './editing/in-turn.ts';
import { newId } from './editing/new-id.ts';
import { positionAt } from './editing/position.ts';
import { lockRecord, newRecordId, originAsOf, registerOrigin, type Standing } from './editing/standing.ts';
import { twinOf } from './editing/twins.ts';
import { entryOf, formerOf, type NewEntry, noteHistory } from './history.ts';
import { isOperator } from './members/operator.ts';
import type { PersonKey } from './members/people.ts';
import { type Administrators, mayOver, type Owner, type Rights } from './members/permissions.ts';
import { noteAnswers } from './neighbours/neighbour-answers.ts';
import { planArrived, toldOf } from './notices/draft-notices.ts';

/** What somebody wants a record to say. */
export interface ChangeRequest<K extends ChangeKind = ChangeKind> {
  person: PersonKey;
  via: ChangeVia;
  /** The submission: the same one arriving twice is one change. */
  key: string;
  kind: K;
  /** Null: a new record. */
  id: string | null;
  /** The version that the form was opened on; null: as the record stands now. */
  version: number | null;
  /** Fields that are left out stay. */
  fields: Partial<FieldsOf<K>>;
  reason?: string | null | undefined;
  /** From a file: the id of a new record, as of when it says what it says, and in which words its source. */
  imported?: Imported | undefined;
  /** The person said that numbers that look like personal data are official ones (rules 3.6). */
  official?: boolean | undefined;
  /** A neighbour's question that it answers. */
  answers?: AnswersRequest | undefined;
}

interface Imported {
  id: string | null;
  asOf: string | null;
  sourceText: string | null;
  /** The document, itself a source, and where in it; else it stands in the year's register. */
  origin?: { sourceId: string; place: string };
  /** Parts of which the file says nothing: they stay as they are, with their own day. */
  untouched?: readonly string[];
}

export interface Changing {
  now: Date;
  administrators: Administrators;
  /** The only change of its transaction: it notes itself what running copies must hear of. */
  alone?: boolean;
  /** Who of the town approved it, where a hub wrote it. */
  approvedBy?: PersonKey | undefined;
}

/** What publishes a whole survey, or takes it back, has so long. */
export const LONG_MS = 120_000;

/** Tries of a transaction that another one, or another copy of the same submission, got in the way of. */
const TRIES = 3;

/** Saves one change with its history entry, or nothing at all (rules 5). */
export async function saveChange(
  prisma: Client,
  clock: Clock,
  administrators: Administrators,
  request: ChangeRequest,
): Promise<SaveOutcome> {
  const { outcomes } = await saveChanges(prisma, clock, administrators, [request]);
  const [outcome] = outcomes;
  if (!outcome) throw new Error('a change without an outcome');
  return outcome;
}

export interface AllSaved {
  /** False: nothing is saved, since the last of the outcomes is none that could be. */
  saved: boolean;
  outcomes: SaveOutcome[];
}

/** Saves several changes, all or none. */
export async function saveChanges(
  prisma: Client,
  clock: Clock,
  administrators: Administrators,
  requests: readonly ChangeRequest[],
): Promise<AllSaved> {
  const now = clock.now();
  const outcomes = await atomically(
    prisma,
    async (tx) => {
      const done: SaveOutcome[] = [];
      const noted: NotedChange[] = [];
      for (const request of requests) {
        // What follows of an answer to a neighbour comes before what running copies must hear of.
        const alone = requests.length === 1 && request.answers === undefined;
        const { outcome, changes } = await change(tx, request, { now, administrators, alone });
        done.push(outcome);
        if (!isSettled(outcome)) throw new Nothing(done);
        noted.push(...changes);
      }
      await noteChanges(tx, noted);
      return done;
    },
    requests.some(({ kind }) => kind === 'surveyRound') ? LONG_MS : undefined,
  );
  for (const [index, outcome] of outcomes.entries()) {
    const request = requests[index];
    if (request && outcome.outcome === 'refused') await noteRefusal(prisma, now, request, outcome.because);
  }
  return { saved: outcomes.every(isSettled), outcomes };
}

/** Whether an outcome leaves nothing to be mended. */
export const isSettled = ({ outcome }: SaveOutcome): boolean =>
  ['saved', 'merged', 'unchanged', 'duplicate', 'drafted'].includes(outcome);

/** Ends a transaction without a trace. */
export class Nothing<T> extends Error {
  constructor(readonly value: T) {
    super('nothing is saved');
  }
}

/** Runs `work` in one transaction; once more where another one got in its way. */
export async function atomically<T>(prisma: Client, work: (tx: Tx) => Promise<T>, timeout?: number): Promise<T> {
  for (let left = TRIES; ; left -= 1) {
    try {
      return await prisma.$transaction(work, timeout === undefined ? {} : { timeout });
    } catch (error) {
      if (error instanceof Nothing) return error.value as T;
      if (left <= 1 || !isInTheWay(error)) throw error;
    }
  }
}

/** A deadlock, or a key that somebody else took a moment ago. */
const isInTheWay = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'P2002' || error.code === 'P2034');

/** Notes that somebody tried what is not theirs to do; the same submission once. */
export async function noteRefusal(
  prisma: Client,
  at: Date,
  { person, key, kind, id }: { person: PersonKey; key: string | null; kind: string; id: string | null },
  result: string,
): Promise<void> {
  const data = { at, key, ...person, action: id === null ? `${kind} create` : `${kind} update`, record: id, result };
  await prisma.refusal.createMany({ data, skipDuplicates: true });
}

interface Changed {
  outcome: SaveOutcome;
  changes: NotedChange[];
}

const without = (outcome: SaveOutcome): Changed => ({ outcome, changes: [] });

/** One change within a transaction. Whoever calls it notes `changes` last; there are none where it is alone. */
export async function change(tx: Tx, request: ChangeRequest, changing: Changing): Promise<Changed> {
  const changed = await new Change(tx, request, changing).run();
  const { kind, answers, person: by } = request;
  const record = answers ? standingNow(request, changed.outcome) : null;
  if (answers && record !== null) await noteAnswers(tx, answers, { kind, record, by, now: changing.now });
  return changed;
}

/** The record that stands as was wanted, by its id; null where it does not. */
function standingNow({ id }: ChangeRequest, outcome: SaveOutcome): string | null {
  if (outcome.outcome === 'saved' || outcome.outcome === 'merged') return outcome.entry.record;
  return outcome.outcome === 'unchanged' ? id : null;
}

function keepParts(state: AnyState, former: AnyState, ids: readonly string[]): void {
  const kept = new Map(former.parts.filter(({ id }) => ids.includes(id)).map((part) => [part.id, part]));
  state.parts = state.parts.map((part) => kept.get(part.id) ?? part);
}

/** One submission on its way into the registry. */
class Change {
  readonly #editor;
  readonly #today: CalendarDate;
  #circumstances: (Circumstances & { asked: ReadonlySet<string> }) | undefined;

  constructor(
    readonly tx: Tx,
    readonly request: ChangeRequest,
    readonly changing: Changing,
  ) {
    this.#editor = editorOf(request.kind);
    this.#today = todayIn(changing.now);
  }

  async run(): Promise<Changed> {
    const { kind, id, key } = this.request;
    if (id === null) {
      await inTurn(this.tx, `new ${kind}`);
      const known = await this.tx.history.findUnique({ where: { key } });
      return known ? without({ outcome: 'duplicate', entry: entryOf(known) }) : this.#add();
    }
    const standing = await lockRecord(this.tx, kind, id);
    const seen = this.request.version ?? standing?.version ?? 0;
    const { again } = await this.#now(standing?.state ?? null);
    // Nearly always nothing came in between, and nothing is to be read.
    const since =
      again || (standing?.version ?? 0) > seen
        ? await this.tx.history.findMany({
            where: { OR: [{ key }, { kind, record: id, version: { gt: seen } }] },
            orderBy: { seq: 'asc' },
          })
        : [];
    const known = since.find((row) => row.key === key);
    if (known) return without({ outcome: 'duplicate', entry: entryOf(known) });
    return standing ? this.#edit(standing, since) : without({ outcome: 'gone' });
  }

  async #add(): Promise<Changed> {
    const { kind, fields: submitted } = this.request;
    const { fields, problems } = readFields(kind, submitted, null);
    if (problems.length > 0) return without({ outcome: 'problems', problems });
    const twin = await twinOf(this.tx, kind, fields, null);
    if (twin) return this.#isAlready(twin, fields);
    return this.#save(null, fields, Object.keys(fields), []);
  }

  /** Sending what is already so is no change, by a new record neither (rules 5.3). */
  async #isAlready(twin: string, fields: AnyFields): Promise<Changed> {
    const standing = await lockRecord(this.tx, this.request.kind, twin);
    const stands = standing && this.#editor.fields(standing.state);
    const differ = stands ? Object.keys(differences(stands, fields)).filter((field) => field !== 'asOf') : [];
    if (standing && differ.length === 0) {
      return without({ outcome: 'unchanged', record: twin, version: standing.version });
    }
    return without({ outcome: 'problems', problems: [{ field: '', code: 'taken', record: twin }] });
  }

  async #edit(standing: Standing, since: readonly History[]): Promise<Changed> {
    const current = this.#editor.fields(standing.state);
    const later = since.filter(({ record }) => record === standing.id);
    const base = later[0] ? this.#editor.fields(formerOf(later[0])?.state as AnyState) : current;
    const { fields: read, problems } = readFields(this.request.kind, this.request.fields, base);
    if (problems.length > 0) return without({ outcome: 'problems', problems });
    const mine = Object.keys(differences(base, read));
    const disputed = mine.filter(
      (field) => field !== 'asOf' && !same(base[field], current[field]) && !same(read[field], current[field]),
    );
    const others = later.map(entryOf);
    if (disputed.length > 0) {
      const { rights, owners } = await this.#now(standing.state);
      const may = this.#mayStore(rights, owners, standing.state, standing.state);
      if (!may.may) return without({ outcome: 'refused', because: may.because, owners: may.owners });
      return without({ outcome: 'conflict', others, fields: disputed, version: standing.version });
    }
    const fields = { ...current, ...Object.fromEntries(mine.map((field) => [field, read[field]])) };
    const changed = Object.keys(differences(current, fields));
    return this.#save(standing, fields, changed, mine.length > 0 ? others : []);
  }

  async #save(
    standing: Standing | null,
    fields: AnyFields,
    changed: readonly string[],
    others: HistoryEntry[],
  ): Promise<Changed> {
    const { request, changing, tx } = this;
    const { kind, reason = null } = request;
    const former = standing?.state ?? null;
    const formerFields = former && this.#editor.fields(former);
    const id = standing?.id ?? request.imported?.id ?? newRecordId(kind, fields);
    const preview = await this.#applied(former, id, fields, { sourceId: '', place: '', asOf: '' });
    if (!preview) {
      const { field } = this.#editor.parent ?? { field: '' };
      return without({ outcome: 'problems', problems: [{ field, code: 'unknown' }] });
    }
    const areaIds = this.#editor.areas(preview);
    const { rights, owners, hasRegister } = await this.#now(former, preview);
    const may = this.#mayStore(rights, owners, former, preview);
    if (!may.may) return without({ outcome: 'refused', because: may.because, owners: may.owners });
    const reservedTo = this.#editor.reservedTo?.(fields as never, former) ?? null;
    const isItsOwn = this.#editor.isReservedToTown?.(former) ? !may.draft : rights.isPrefectureOver(owners);
    if (reservedTo !== null && !isItsOwn) {
      return without({ outcome: 'refused', because: 'not-your-area', owners: [reservedTo] });
    }
    if (standing && changed.length === 0) {
      return without({ outcome: 'unchanged', record: id, version: standing.version });
    }
    const problems = problemsOf(kind, formerFields, fields, changed, {
      today: this.#today,
      official: request.official ?? false,
      recorded: (await this.#editor.recorded?.(tx, fields as never)) ?? [],
    });
    problems.push(...(await this.#unknown(fields, changed, areaIds, owners)));
    const twin = standing && problems.length === 0 ? await twinOf(tx, kind, fields, changed) : null;
    if (twin && twin !== id) problems.push({ field: 'title', code: 'taken', record: twin });
    if (problems.length === 0) problems.push(...((await this.#editor.hinders?.(tx, preview, former)) ?? []));
    if (problems.length > 0) return without({ outcome: 'problems', problems });
    const back = formerFields && goingBack(kind, formerFields, fields);
    const given = reason !== null && reason.trim() !== '';
    if (back && !given) return without({ outcome: 'needs-reason', because: 'going-back', ...back });
    const asPrefecture = may.as === 'prefecture' || may.as === 'administrator';
    const own = this.#editor.isPrefectures?.(fields as never, former) ?? false;
    const inStead = !isOperator(request.person) && asPrefecture && !own && !rights.belongsTo(areaIds);
    if (inStead && !given && owners.some(({ staffed }) => staffed)) {
      return without({ outcome: 'needs-reason', because: 'in-stead', owners: owners.map(({ name }) => name) });
    }
    const waits = may.draft && !this.#editor.isHubs?.(fields as never, former);
    if (waits && !changing.approvedBy) return this.#draft(standing, fields, changed, areaIds);
    const names = owners.filter(({ id: area }) => areaIds.includes(area)).map(({ name }) => name);
    const { value: origin, changes } = await this.#origin(names, hasRegister);
    const onlyAsOf = changed.every((field) => field === 'asOf');
    const asOf = request.imported?.asOf ?? originAsOf(fields, changed, this.#today);
    const state =
      former && onlyAsOf
        ? this.#editor.asOf(former, asOf)
        : ((await this.#applied(former, id, fields, { ...origin, asOf })) ?? preview);
    if (former) keepParts(state, former, request.imported?.untouched ?? []);
    if (request.imported?.sourceText) Object.assign(state.row, { sourceText: request.imported.sourceText });
    const version = (standing?.version ?? 0) + 1;
    const position = standing?.position ?? positionAt(changing.now);
    changes.push(...(await this.#editor.store(tx, state, former, { version, position, now: changing.now })));
    const entered: NewEntry = {
      at: changing.now,
      key: request.key,
      by: request.person,
      name: rights.name,
      via: request.via,
      action: !standing ? 'create' : onlyAsOf ? 'confirm' : 'update',
      kind,
      record: id,
      version,
      reason: given ? reason : null,
      inStead,
      approvedBy: changing.approvedBy?.user ?? null,
      changes: differences(formerFields, this.#editor.fields(state)),
      former: former && { ...this.#editor.origin(former), state: former },
    };
    const entry = await noteHistory(tx, entered, changing.alone ? changes : []);
    return {
      outcome: others.length > 0 ? { outcome: 'merged', entry, others } : { outcome: 'saved', entry },
      changes: changing.alone ? [] : changes,
    };
  }

  /** Where what is saved now stands: in the year's register, or in the document that it was read from. */
  async #origin(names: readonly string[], hasRegister: boolean) {
    const { imported } = this.request;
    if (!imported?.origin) return registerOrigin(this.tx, this.changing.now, names, hasRegister);
    return { value: { ...imported.origin, asOf: imported.asOf ?? asOfDay(this.#today) }, changes: [] };
  }

  async #applied(
    former: AnyState | null,
    id: string,
    fields: AnyFields,
    origin: { sourceId: string; place: string; asOf: string },
  ) {
    const state = this.#editor.apply(former, fields as never, { id, origin, today: this.#today, newId });
    if (former || !this.#editor.parent) return state;
    const parent = await this.#editor.parent.read(this.tx, fields as never);
    return parent && Object.assign(state, parent);
  }

  /** The moment of this change, read once, after its record was locked; once more where further areas come in. */
  async #now(...states: (AnyState | null)[]): Promise<Circumstances> {
    const concerned = new Set(states.flatMap((state) => (state ? this.#editor.areas(state) : [])));
    if (!this.#circumstances || [...concerned].some((id) => !this.#circumstances?.asked.has(id))) {
      const asked = new Set([...concerned, ...areasIn(this.request.fields)]);
      this.#circumstances = { asked, ...(await circumstancesOf(this.tx, this.request, this.changing, [...asked])) };
    }
    const { owners, ...rest } = this.#circumstances;
    return { ...rest, owners: owners.filter(({ id }) => concerned.has(id)) };
  }

  /** A tool's own town may change all of it; another town, its own use of it. */
  #mayStore(rights: Rights, owners: readonly Owner[], former: AnyState | null, now: AnyState): MayChange {
    const of = (ids: readonly string[]) =>
      mayOver(
        rights,
        owners.filter(({ id }) => ids.includes(id)),
        this.#editor,
      );
    const may = of(this.#editor.areas(former ?? now));
    if (may.may || this.request.kind !== 'tool' || !former || !same(former.row, now.row)) return may;
    const before = new Map(former.parts.map((part) => [part.id, part]));
    const after = new Map(now.parts.map((part) => [part.id, part]));
    const touched = [...before.values(), ...after.values()].filter(
      ({ id }) => !same(before.get(id) ?? null, after.get(id) ?? null),
    ) as { id: string; areaIds: string[] }[];
    const each = touched.map(({ areaIds }) => of(areaIds));
    return each.find((one) => !one.may) ?? each[0] ?? may;
  }

  /** Areas and sections that do not exist, or are not this area's. */
  async #unknown(
    fields: AnyFields,
    changed: readonly string[],
    areaIds: readonly string[],
    owners: readonly { id: string }[],
  ) {
    const problems: { field: string; code: 'unknown' }[] = [];
    if (areaIds.some((id) => !owners.some((owner) => owner.id === id))) {
      const field = ['areaId', 'areaIds', 'uses'].find((name) => name in fields) ?? 'areaIds';
      problems.push({ field, code: 'unknown' });
    }
    if (changed.includes('sectionId') && typeof fields.sectionId === 'string') {
      const section = await this.tx.section.findUnique({ where: { id: fields.sectionId } });
      if (!section || !areaIds.includes(section.areaId)) problems.push({ field: 'sectionId', code: 'unknown' });
    }
    return problems;
  }

  /** A hub's change waits for its town (rules 4.1). */
  async #draft(
    standing: Standing | null,
    fields: AnyFields,
    changed: readonly string[],
    areaIds: readonly string[],
  ): Promise<Changed> {
    const { person, kind, key, reason = null } = this.request;
    await inTurn(this.tx, key);
    const known = await this.tx.draft.findUnique({ where: { key }, select: { id: true } });
    if (known) return without({ outcome: 'drafted', draft: known.id, told: await toldOf(this.tx, known.id) });
    const draft = await this.tx.draft.create({
      data: {
        at: this.changing.now,
        key,
        ...person,
        kind,
        record: standing?.id ?? null,
        version: standing?.version ?? null,
        fields: Object.fromEntries(changed.map((field) => [field, fields[field]])) as object,
        reason,
        areaIds: [...areaIds],
        ...(this.request.answers ? { answers: this.request.answers } : {}),
      },
    });
    const told = await planArrived(this.tx, draft, this.changing);
    return without({ outcome: 'drafted', draft: draft.id, told });
  }
}
