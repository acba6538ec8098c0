import type { CalendarDate } from '../../calendar/calendar-date.ts';
import type { DeadlineRow, MeetingPlanRow } from '../../records/planned.ts';
import { differences } from '../editing/differences.ts';
import type { Tx } from '../editing/editor.ts';
import { type AnyState, editorOf } from '../editing/editors.ts';
import { lockRecord } from '../editing/standing.ts';
import type { Work } from '../members/administering.ts';

// Meetings and deadlines that name the former person as in charge are the successor's from that day on (rules 9.4).

/** Who hands over what to whom, from when. */
export interface Passing {
  areaId: string;
  former: string;
  successor: string;
  day: CalendarDate;
  now: Date;
}

type Kind = 'meetingPlan' | 'deadline';
type Charged = Pick<MeetingPlanRow | DeadlineRow, 'inCharge' | 'handover'>;

/** Hands over each meeting that the area convenes and each deadline that is its own, as far as the former is in charge. */
export async function handOverPlanned(tx: Tx, passing: Passing): Promise<Required<Work>> {
  const names = await namesOf(tx, passing.former);
  const work: Required<Work> = { done: [], changes: [] };
  for (const [kind, ids] of await ownedBy(tx, passing.areaId)) {
    for (const id of ids) {
      const standing = await lockRecord(tx, kind, id);
      const row = standing?.state.row as Charged | undefined;
      if (!standing || !row || !names.includes(inChargeOn(row, passing.day) ?? '')) continue;
      const charge = { inCharge: inChargeOn(row, passing.day), handover: { to: passing.successor, from: passing.day } };
      const state = { ...standing.state, row: { ...standing.state.row, ...charge } } as AnyState;
      const { fields } = editorOf(kind);
      const version = standing.version + 1;
      const changes = differences(fields(standing.state), fields(state));
      work.done.push({ kind, record: id, changes, former: standing.state, version });
      work.changes.push(...(await stored(tx, kind, state, standing, passing.now)));
    }
  }
  return work;
}

/** Brings a meeting or a deadline back to what it was before it was handed over. */
export async function takeBackPlanned(tx: Tx, kind: Kind, id: string, state: AnyState, now: Date): Promise<Work> {
  const standing = await lockRecord(tx, kind, id);
  if (!standing) return { done: [] };
  const { fields } = editorOf(kind);
  const changes = differences(fields(standing.state), fields(state));
  const version = standing.version + 1;
  return {
    done: [{ kind, record: id, changes, former: standing.state, version, action: 'undo' }],
    changes: await stored(tx, kind, state, standing, now),
  };
}

const stored = (tx: Tx, kind: Kind, state: AnyState, standing: Standing, now: Date) => {
  const at = { version: standing.version + 1, position: standing.position, now };
  return editorOf(kind).store(tx, state as never, standing.state as never, at);
};

type Standing = NonNullable<Awaited<ReturnType<typeof lockRecord>>>;

const inChargeOn = ({ inCharge, handover }: Charged, day: CalendarDate): string | null =>
  handover !== null && handover.from <= day ? handover.to : inCharge;

/** As what a record may name somebody: by user id or mail address. */
async function namesOf(tx: Tx, former: string): Promise<string[]> {
  const people = await tx.person.findMany({ where: { OR: [{ user: former }, { email: former }] } });
  return [former, ...people.flatMap(({ user, email }) => [user, ...(email ? [email] : [])])];
}

async function ownedBy(tx: Tx, areaId: string): Promise<[Kind, string[]][]> {
  const one = { select: { id: true }, orderBy: { id: 'asc' } } as const;
  const meetings = await tx.meetingPlan.findMany({ where: { ownerId: areaId }, ...one });
  const own = { some: { id: areaId }, every: { id: areaId } };
  const deadlines = await tx.deadline.findMany({ where: { areas: own, cancelled: false }, ...one });
  return [
    ['meetingPlan', meetings.map(({ id }) => id)],
    ['deadline', deadlines.map(({ id }) => id)],
  ];
}
