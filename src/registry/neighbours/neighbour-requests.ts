import { addDays, type CalendarDate, todayIn } from '../../calendar/calendar-date.ts';
import { endOfDay } from '../../calendar/office-time.ts';
import type { NeighbourAsked, NeighbourRequest } from '../../generated/prisma/client.ts';
import type { FieldChanges, MayChange } from '../../records/changes.ts';
import { isOpen, NeighbourQuestion, NeighbourReply, RequestColumn } from '../../records/neighbour-request.ts';
import { KEPT_DAYS } from '../answers/questions.ts';
import type { Tx } from '../editing/editor.ts';
import { noteHistory } from '../history.ts';
import type { Administration } from '../members/administering.ts';
import type { PersonKey } from '../members/people.ts';
import { type AreaOwner, ownersOf, type Rights, rightsOf } from '../members/permissions.ts';
import { atomically, Nothing, noteRefusal } from '../save-change.ts';
import { askingDays, neighboursInTurn, planAsking, planEnded, planLater, planWaiting } from './neighbour-notices.ts';

/** When whom a question reaches; `null`: nobody reads for that area. */
export type Reached = ReadonlyMap<string, CalendarDate | null>;

type Refused = { outcome: 'refused'; because: Extract<MayChange, { may: false }>['because']; owners: string[] };

export type AskOutcome =
  | { outcome: 'asked' | 'duplicate'; id: string; reached: Reached }
  /** None of these areas would hear of it in time. */
  | { outcome: 'nobody' }
  | Refused;

export type ReplyOutcome = { outcome: 'done' | 'again' | 'gone' } | Refused;

/** A question as those see it who asked. */
export interface OwnRequest {
  id: string;
  at: Date;
  areaId: string;
  question: string;
  purpose: string | null;
  column: RequestColumn;
  until: CalendarDate;
  open: boolean;
  asked: {
    areaId: string;
    reply: NeighbourReply | null;
    told: boolean;
    record: { kind: string; id: string } | null;
  }[];
}

/** What somebody does with a question: `areaId` is the area for which it is done. */
export interface RequestPress {
  person: PersonKey;
  key: string;
  id: string;
  areaId: string;
}

/** 他市町へ聞く: questions to neighbours, from asking to what came of it (issue 7, section 3). */
export class NeighbourRequests {
  constructor(
    readonly administration: Administration,
    readonly keptDays = KEPT_DAYS,
  ) {}

  /** For which areas somebody may ask: one's own, where one does more than read. */
  mayAskFor(rights: Rights): string[] {
    if (rights.deactivated) return [];
    const asking = rights.memberships.filter(({ role, deputy }) => role !== 'viewer' || deputy);
    return [...new Set(asking.map(({ areaId }) => areaId))];
  }

  /** Whom a question would reach, and when. */
  async reached(areaIds: readonly string[]): Promise<Reached> {
    const { prisma, clock } = this.administration;
    return prisma.$transaction((tx) => reachedBy(tx, areaIds, clock.now()));
  }

  /** Asks; the same submission twice asks once. One's own areas are left out. */
  async ask(person: PersonKey, key: string, fields: NeighbourQuestion): Promise<AskOutcome> {
    const { prisma, clock, administrators } = this.administration;
    const now = clock.now();
    const { areaIds, ...question } = NeighbourQuestion.parse(fields);
    const outcome = await atomically(prisma, async (tx): Promise<AskOutcome> => {
      await neighboursInTurn(tx);
      const known = await tx.neighbourRequest.findUnique({ where: { key }, include: { asked: true } });
      if (known) {
        const ids = known.asked.map(({ areaId }) => areaId);
        return { outcome: 'duplicate', id: known.id, reached: await reachedBy(tx, ids, now) };
      }
      const rights = await rightsOf(tx, person, todayIn(now), administrators);
      const own = this.mayAskFor(rights);
      if (!own.includes(question.areaId)) return refusedFor(rights, await ownersOf(tx, [question.areaId]));
      const others = await ownersOf(
        tx,
        areaIds.filter((id) => !own.includes(id)),
      );
      const ids = others.map(({ id }) => id);
      const days = await askingDays(tx, ids, now);
      if (![...days.values()].some((day) => day <= question.until)) throw new Nothing({ outcome: 'nobody' });
      const asked = { create: ids.map((areaId) => ({ areaId })) };
      const request = await tx.neighbourRequest.create({ data: { at: now, key, ...person, ...question, asked } });
      await planAsking(tx, ids, now);
      await planEnded(tx, request, now);
      await note(tx, { key, person, rights, id: request.id, now }, 'create', {
        question: [null, question.question],
        areaIds: [null, ids],
        until: [null, question.until],
      });
      return { outcome: 'asked', id: request.id, reached: await reachedBy(tx, ids, now) };
    });
    if (outcome.outcome === 'refused')
      await noteRefusal(prisma, now, { person, key, kind: 'neighbourRequest', id: null }, outcome.because);
    return outcome;
  }

  /** The questions of these areas that are open, the oldest first. */
  async openOf(areaIds: readonly string[]): Promise<OwnRequest[]> {
    if (areaIds.length === 0) return [];
    const { prisma, clock } = this.administration;
    const rows = await prisma.neighbourRequest.findMany({
      where: { areaId: { in: [...areaIds] }, closedAt: null, until: { gte: clock.today() } },
      include: { asked: { orderBy: { areaId: 'asc' } } },
      orderBy: [{ at: 'asc' }, { id: 'asc' }],
    });
    return rows.map((row) => ownRequest(row, clock.today()));
  }

  async get(id: string): Promise<OwnRequest | null> {
    const { prisma, clock } = this.administration;
    const row = await prisma.neighbourRequest.findUnique({ where: { id }, include: { asked: true } });
    return row && ownRequest(row, clock.today());
  }

  /** Closes a question: nobody is told of it any more. Any who may write for the area that asked. */
  close(press: Omit<RequestPress, 'areaId'>): Promise<ReplyOutcome> {
    return this.#press({ ...press, areaId: null }, async (tx, { request, now, by }) => {
      await tx.neighbourRequest.update({
        where: { id: request.id },
        data: { closedAt: now, closedBy: press.person.user },
      });
      await note(tx, by, 'update', { closedAt: [null, now.toISOString()] });
      return { outcome: 'done' };
    });
  }

  /** うちにはない: a reply to whoever asked, and no record of なし. */
  nothingHere(press: RequestPress): Promise<ReplyOutcome> {
    const reply = { reply: 'nothing' satisfies NeighbourReply, repliedBy: press.person.user };
    return this.#press(press, async (tx, { request, now, by }) => {
      const { count } = await tx.neighbourAsked.updateMany({
        where: { requestId: request.id, areaId: press.areaId, reply: null },
        data: { ...reply, repliedAt: now },
      });
      if (count === 0) return { outcome: 'again' };
      await note(tx, by, 'update', { reply: [null, 'nothing'], areaId: [null, press.areaId] });
      return { outcome: 'done' };
    });
  }

  /** あとで: the person is told again on the next business day. */
  later(press: RequestPress): Promise<ReplyOutcome> {
    return this.#press(press, async (tx, { request, now }) => {
      await planLater(tx, request.id, press.areaId, press.person.user, now);
      return { outcome: 'done' };
    });
  }

  /** Removes what ended long enough ago, and plans for what waits without a notice. Once a day is enough. */
  async tidy(): Promise<void> {
    const { prisma, clock } = this.administration;
    const day = addDays(clock.today(), -this.keptDays);
    const before = endOfDay(day);
    await prisma.neighbourRequest.deleteMany({ where: { OR: [{ until: { lt: day } }, { closedAt: { lt: before } }] } });
    await prisma.$transaction(async (tx) => {
      await neighboursInTurn(tx);
      await planWaiting(tx, clock.now());
    });
  }

  /** Does something with an open question, if the person may write for the area that is concerned: null, the asking one. */
  async #press(
    { person, key, id, areaId }: Omit<RequestPress, 'areaId'> & { areaId: string | null },
    work: (tx: Tx, about: { request: NeighbourRequest; now: Date; by: By }) => Promise<ReplyOutcome>,
  ): Promise<ReplyOutcome> {
    const { prisma, clock, administrators } = this.administration;
    const now = clock.now();
    const outcome = await atomically(prisma, async (tx): Promise<ReplyOutcome> => {
      await tx.$executeRaw`SELECT 1 FROM "NeighbourRequest" WHERE "id" = ${id} FOR UPDATE`;
      const request = await tx.neighbourRequest.findUnique({ where: { id }, include: { asked: true } });
      if (!request || !isOpen(request, todayIn(now))) return { outcome: 'gone' };
      const concerned = areaId ?? request.areaId;
      if (areaId !== null && !request.asked.some((each) => each.areaId === areaId)) return { outcome: 'gone' };
      const rights = await rightsOf(tx, person, todayIn(now), administrators);
      const owners = await ownersOf(tx, [concerned]);
      const may = rights.over(owners);
      if (!may.may || may.draft) return refusedFor(rights, owners);
      return work(tx, { request, now, by: { key, person, rights, id, now } });
    });
    if (outcome.outcome === 'refused')
      await noteRefusal(prisma, now, { person, key, kind: 'neighbourRequest', id }, outcome.because);
    return outcome;
  }
}

async function reachedBy(tx: Tx, areaIds: readonly string[], now: Date): Promise<Reached> {
  const days = await askingDays(tx, areaIds, now);
  return new Map(areaIds.map((id) => [id, days.get(id) ?? null]));
}

function refusedFor(rights: Rights, owners: readonly AreaOwner[]): Refused {
  const may = rights.over(owners);
  const because = may.may ? (may.draft ? 'hub' : 'not-your-area') : may.because;
  return { outcome: 'refused', because, owners: owners.map(({ name }) => name) };
}

interface By {
  key: string;
  person: PersonKey;
  rights: Rights;
  id: string;
  now: Date;
}

const note = (tx: Tx, { key, person, rights, id, now }: By, action: 'create' | 'update', changes: FieldChanges) =>
  noteHistory(tx, {
    ...{ at: now, key, by: person, name: rights.name, via: 'form', action, kind: 'neighbourRequest', record: id },
    ...{ version: 0, reason: null, inStead: false, changes, former: null },
  });

const ownRequest = (
  { asked, ...row }: NeighbourRequest & { asked: readonly NeighbourAsked[] },
  today: CalendarDate,
): OwnRequest => ({
  id: row.id,
  at: row.at,
  areaId: row.areaId,
  question: row.question,
  purpose: row.purpose,
  column: RequestColumn.parse(row.column),
  until: row.until as CalendarDate,
  open: isOpen(row, today),
  asked: asked.map(({ areaId, reply, toldOn, recordKind, record }) => ({
    areaId,
    reply: NeighbourReply.nullable().parse(reply),
    told: toldOn !== null,
    record: recordKind !== null && record !== null ? { kind: recordKind, id: record } : null,
  })),
});
