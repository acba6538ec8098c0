import { todayIn } from '../calendar/calendar-date.ts';
import type { Clock } from '../calendar/clock.ts';
import type { Prisma as Client } from '../database/open.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { ChangeAction, ChangeKind, PressOutcome } from '../records/changes.ts';
import type { Scene } from '../records/vocabulary.ts';
import { asOfDay } from '../records/written-dates.ts';
import { differences } from './editing/differences.ts';
import { same, type Tx } from './editing/editor.ts';
import { type AnyState, editorOf } from './editing/editors.ts';
import { inTurn } from './editing/in-turn.ts';
import { lockRecord, type Standing } from './editing/standing.ts';
import { entryOf, formerOf, type NewEntry, noteHistory } from './history.ts';
import type { PersonKey } from './members/people.ts';
import { type Administrators, mayOver, ownersOf, rightsOf } from './members/permissions.ts';
import { atomically, LONG_MS, Nothing, noteRefusal } from './save-change.ts';
import { lastUndoDay } from './undo-time.ts';

export interface Press {
  person: PersonKey;
  /** The press: the same one arriving twice is one change. */
  key: string;
}

interface Pressing {
  clock: Clock;
  administrators: Administrators;
}

/** 内容確認（変更なし）: a record still holds today (rules 5.4). */
export async function confirmRecord(
  prisma: Client,
  pressing: Pressing,
  press: Press & { kind: ChangeKind; id: string },
): Promise<PressOutcome> {
  const asOf = asOfDay(pressing.clock.today());
  return pressed(prisma, pressing, press, 'confirm', ({ state }) => editorOf(press.kind).asOf(state, asOf));
}

/** 内容確認（変更なし） for all initiatives and plans of an area's scene, each with its entry. */
export async function confirmScene(
  prisma: Client,
  pressing: Pressing,
  { areaId, scene, person, key }: Press & { areaId: string; scene: Scene },
): Promise<PressOutcome[]> {
  const order = { orderBy: [{ position: 'asc' as const }, { id: 'asc' as const }], select: { id: true } };
  const found: { kind: ChangeKind; id: string }[] = [
    ...(await prisma.scenePlan.findMany({ where: { scene, areas: { some: { id: areaId } } }, ...order })).map(
      ({ id }) => ({ kind: 'plan' as const, id }),
    ),
    ...(await prisma.initiative.findMany({ where: { areaId, scene }, ...order })).map(({ id }) => ({
      kind: 'initiative' as const,
      id,
    })),
  ];
  const outcomes: PressOutcome[] = [];
  for (const record of found) {
    outcomes.push(await confirmRecord(prisma, pressing, { ...record, person, key: `${key}:${record.id}` }));
  }
  return outcomes;
}

/** What can be taken back by who shared it. */
export const WITHDRAWABLE = ['tool', 'survey', 'hub', 'meeting'] as const;
export type Withdrawable = (typeof WITHDRAWABLE)[number];

const isWithdrawable = (kind: ChangeKind): kind is Withdrawable => WITHDRAWABLE.some((each) => each === kind);

/** Takes a tool, a survey, a hub or a described meeting of one's own back: it is kept with its history, and no longer found. */
export async function withdrawRecord(
  prisma: Client,
  pressing: Pressing,
  press: Press & { kind: Withdrawable; id: string; reason: string | null },
): Promise<PressOutcome> {
  return pressed(prisma, pressing, press, 'withdraw', ({ state }) => state);
}

/** Undoes a change: one's own, the record's last, as long as its office lets it be taken back (rules 5.7). */
export async function undoChange(
  prisma: Client,
  pressing: Pressing,
  { entry, ...press }: Press & { entry: string },
): Promise<PressOutcome> {
  const undoing = await undoingOf(prisma, pressing, entry, press);
  return 'outcome' in undoing ? undoing : pressed(prisma, pressing, undoing.target, 'undo', undoing.decide);
}

/**
 * Undoes changes that were saved together, the last one first: all of them or none. `also` happens with them. Says what
 * became of the first one, or of the one that cannot be undone.
 */
export async function undoTogether(
  prisma: Client,
  pressing: Pressing,
  { entries, key, person }: Press & { entries: readonly string[] },
  also: (tx: Tx) => Promise<void>,
): Promise<PressOutcome> {
  const now = pressing.clock.now();
  let target: Target | undefined;
  const outcome = await atomically<PressOutcome>(
    prisma,
    async (tx) => {
      let last: PressOutcome = { outcome: 'gone' };
      for (const [at, entry] of [...entries].reverse().entries()) {
        const undoing = await undoingOf(tx, pressing, entry, { person, key: `${key}#${at}` });
        if ('outcome' in undoing) throw new Nothing(undoing);
        target = undoing.target;
        last = await attempt(tx, pressing, undoing.target, 'undo', undoing.decide, now);
        if (last.outcome !== 'saved') throw new Nothing(last);
      }
      await also(tx);
      return last;
    },
    LONG_MS,
  );
  if (outcome.outcome === 'refused' && target) await noteRefusal(prisma, now, target, outcome.because);
  return outcome;
}

interface Target extends Press {
  kind: ChangeKind;
  id: string;
  reason?: string | null;
}

/** Which record an entry is about, and how it is put back; or why it cannot be. */
async function undoingOf(
  db: Pick<Tx, 'history'>,
  { clock }: Pressing,
  id: string,
  press: Press,
): Promise<{ target: Target; decide: Decide } | PressOutcome> {
  const row = /^\d{1,18}$/.test(id) ? await db.history.findUnique({ where: { seq: BigInt(id) } }) : null;
  if (!row) return { outcome: 'gone' };
  const refused = (because: Extract<PressOutcome, { outcome: 'not-undone' }>['because'], by = row): PressOutcome => ({
    outcome: 'not-undone',
    because,
    by: because === 'later-change' ? entryOf(by) : null,
  });
  if (row.team !== press.person.team || row.user !== press.person.user) return refused('not-yours');
  if (row.action === 'undo' || row.action === 'blackout') return refused('is-undo');
  const kind = row.kind as ChangeKind;
  const decide: Decide = async (standing, tx) => {
    const [latest, before] = await tx.history.findMany({
      where: { kind, record: row.record },
      orderBy: { seq: 'desc' },
      take: 2,
    });
    // Pressed once more, where it was undone a moment ago.
    if (latest?.action === 'undo' && before?.seq === row.seq) return { outcome: 'duplicate', entry: entryOf(latest) };
    if (latest && latest.seq !== row.seq) return refused('later-change', latest);
    const last = await lastUndoDay(tx, editorOf(kind).areas(standing.state), row.at);
    if (clock.today() > last) return refused('too-late');
    const after = row.before === null ? await changeOfChildren(tx, kind, standing.state) : null;
    if (after) return refused('later-change', after);
    return row.action === 'withdraw' ? standing.state : ((formerOf(row)?.state ?? null) as AnyState | null);
  };
  return { target: { ...press, kind, id: row.record }, decide };
}

/** The last change of a record that was made with this one. */
async function changeOfChildren(tx: Tx, kind: ChangeKind, state: AnyState) {
  const children = (await editorOf(kind).children?.(tx, state)) ?? [];
  return tx.history.findFirst({ where: { record: { in: children } }, orderBy: { seq: 'desc' } });
}

/** What the record shall be (null: gone), or why not. */
type Decide = (standing: Standing, tx: Tx) => AnyState | null | PressOutcome | Promise<AnyState | null | PressOutcome>;

const isState = (decided: AnyState | PressOutcome): decided is AnyState => 'row' in decided;

async function pressed(
  prisma: Client,
  pressing: Pressing,
  press: Target,
  action: ChangeAction,
  decide: Decide,
): Promise<PressOutcome> {
  const now = pressing.clock.now();
  const outcome = await atomically(
    prisma,
    async (tx) => {
      const made = await attempt(tx, pressing, press, action, decide, now);
      if (made.outcome !== 'saved') throw new Nothing(made);
      return made as PressOutcome;
    },
    press.kind === 'surveyRound' ? LONG_MS : undefined,
  );
  if (outcome.outcome === 'refused') await noteRefusal(prisma, now, press, outcome.because);
  return outcome;
}

/** The press within its transaction. */
async function attempt(
  tx: Tx,
  { administrators }: Pressing,
  { kind, id, key, person, reason = null }: Target,
  action: ChangeAction,
  decide: Decide,
  now: Date,
): Promise<PressOutcome> {
  const editor = editorOf(kind);
  await inTurn(tx, key);
  const known = await tx.history.findUnique({ where: { key } });
  if (known) return { outcome: 'duplicate', entry: entryOf(known) };
  if (isWithdrawable(kind) && action === 'undo') await setWithdrawn(tx, kind, id, false);
  const standing = await lockRecord(tx, kind, id);
  if (!standing) return { outcome: 'gone' };
  const rights = await rightsOf(tx, person, todayIn(now), administrators);
  const areaIds = editor.areas(standing.state);
  const owners = await ownersOf(tx, areaIds);
  const may = mayOver(rights, owners, editor);
  if (!may.may) return { outcome: 'refused', because: may.because, owners: may.owners };
  if (may.draft) return { outcome: 'refused', because: 'hub', owners: owners.map(({ name }) => name) };
  const state = await decide(standing, tx);
  if (state !== null && !isState(state)) return state;
  const former = standing.state;
  const hindered = state && (await editor.hinders?.(tx, state, former, action === 'undo'))?.length;
  if (hindered) return { outcome: 'not-undone', because: 'later-change', by: null };
  if (action === 'confirm' && same(former, state))
    return { outcome: 'unchanged', record: id, version: standing.version };
  const version = standing.version + 1;
  const changes = state
    ? await editor.store(tx, state, former, { version, position: standing.position, now })
    : await editor.remove(tx, former, now);
  if (action === 'withdraw' && isWithdrawable(kind)) {
    await setWithdrawn(tx, kind, id, true);
    changes.push({ kind, record: id, action: 'update' });
  }
  if (kind === 'tool') {
    changes.push(
      ...former.parts.map((part) => ({ kind: 'toolUse' as const, record: part.id, action: 'update' as const })),
    );
  }
  const entered: NewEntry = {
    at: now,
    key,
    by: person,
    name: rights.name,
    via: 'form',
    action,
    kind,
    record: id,
    version,
    reason,
    inStead: (may.as === 'prefecture' || may.as === 'administrator') && !rights.belongsTo(areaIds),
    changes: state ? shown(editor, former, state, action) : differences(editor.fields(former), {}),
    former: { ...editor.origin(former), state: former },
  };
  return { outcome: 'saved', entry: await noteHistory(tx, entered, changes) };
}

/** What people see of a press: the as-of date of a confirmation, else the fields. */
function shown(editor: ReturnType<typeof editorOf>, former: AnyState, state: AnyState, action: ChangeAction) {
  if (action === 'withdraw') return { withdrawn: [false, true] as [unknown, unknown] };
  if (action === 'confirm')
    return { asOf: [editor.origin(former).asOf, editor.origin(state).asOf] as [unknown, unknown] };
  return differences(editor.fields(former), editor.fields(state));
}

/** Withdraws, or finds again before a withdrawal is undone. */
async function setWithdrawn(tx: Tx, kind: Withdrawable, id: string, withdrawn: boolean): Promise<void> {
  await tx.$executeRaw`UPDATE ${Prisma.raw(`"${editorOf(kind).table}"`)} SET "withdrawn" = ${withdrawn} WHERE "id" = ${id}`;
}
