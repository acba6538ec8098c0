import { shift } from '../../calendar/business-days.ts';
import { todayIn } from '../../calendar/calendar-date.ts';
import { instantAt } from '../../calendar/office-time.ts';
import { officeOfId } from '../../records/office-calendars.ts';
import type { Tx } from '../editing/editor.ts';
import { MORNING_NOTICES } from '../neighbours/neighbour-notices.ts';
import { moveDigests } from '../notices/digests.ts';
import { replanInitiativeAsItStands } from '../notices/initiative-notices.ts';
import { OTHER_KINDS } from '../notices/reminding.ts';
import { replanDeadline, replanOccurrence } from '../notices/replan.ts';
import { replanHearings } from '../survey/hearing-notices.ts';
import { readNoticeSettings } from './office-calendars.ts';

const REPLAN = { meeting: replanOccurrence, deadline: replanDeadline, initiative: replanInitiativeAsItStands } as const;

/** Plans anew what goes by the days and the settings of an office. What went out is left alone. */
export async function replanOffice(tx: Tx, id: string, now: Date): Promise<void> {
  const areaIds = await areasUnder(tx, id);
  await replanRecords(tx, areaIds, now);
  await replanHearings(tx, areaIds, now);
  await moveMornings(tx, areaIds, now);
  await moveDigests(tx, now);
}

/** Every record with a notice to come has its notices from its state; those of the office's areas are worked out anew. */
async function replanRecords(tx: Tx, areaIds: string[], now: Date): Promise<void> {
  // A report may be due at any office.
  const concerned = { OR: [{ areaId: { in: areaIds } }, { recordKind: 'deadline' }] };
  const rows = await tx.notice.findMany({
    where: { status: 'planned', recordKind: { in: Object.keys(REPLAN) }, ...concerned },
    distinct: ['recordKind', 'recordId'],
    select: { recordKind: true, recordId: true },
  });
  for (const { recordKind, recordId } of rows) await REPLAN[recordKind as keyof typeof REPLAN](tx, recordId, now);
}

/** What comes in a morning and follows from no record's state (あとで, neighbours' questions) comes at the office's hour. */
async function moveMornings(tx: Tx, areaIds: string[], now: Date): Promise<void> {
  const rows = await tx.notice.findMany({
    where: {
      status: 'planned',
      dueAt: { gt: now },
      areaId: { in: areaIds },
      kind: { in: [OTHER_KINDS.later, ...MORNING_NOTICES] },
    },
    select: { id: true, areaId: true, dueAt: true },
  });
  if (rows.length === 0) return;
  const { officeOf, rulesOf } = await readNoticeSettings(tx, areaIds);
  for (const { id, areaId, dueAt } of rows) {
    const moved = instantAt(shift(todayIn(dueAt), 'next', officeOf(areaId)), rulesOf(areaId).deliveryTime);
    if (moved.getTime() === dueAt.getTime()) continue;
    await tx.notice.updateMany({ where: { id, status: 'planned' }, data: { dueAt: moved } });
  }
}

async function areasUnder(tx: Tx, id: string): Promise<string[]> {
  const office = officeOfId(id);
  if (office?.kind === 'area') return [office.of];
  if (office?.kind !== 'prefecture') return [];
  const areas = await tx.area.findMany({ where: { prefecture: office.of }, select: { id: true } });
  return areas.map((area) => area.id);
}
