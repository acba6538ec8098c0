import { LAWFUL, type OfficeCalendars, officeCalendars } from '../records/office-calendars.ts';
import { defaultNoticeSettings, type NoticeSettings } from '../schedule/notice-settings.ts';
import type { Tx } from './editing/editor.ts';
import { inTurn } from './editing/in-turn.ts';
import { readers } from './read-records.ts';

/** When each office is open, as a transaction sees it. */
export async function readCalendars(tx: Tx): Promise<OfficeCalendars> {
  const rows = await readers.closedDays(tx);
  if (rows.length === 0) return LAWFUL;
  return officeCalendars(rows, await tx.area.findMany({ select: { id: true, name: true, prefecture: true } }));
}

const LOCK = 'office-calendars';

/** Until the transaction ends no closed day is changed: what it plans is planned by the calendars that hold. */
export async function holdCalendars(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtextextended(${LOCK}, 0))`;
}

/** Until the transaction ends nobody else plans anything, or changes a closed day. */
export const changeCalendars = (tx: Tx): Promise<void> => inTurn(tx, LOCK);

/** The prefecture, as whoever reports to it names it. */
const PREFECTURE = '県';

/** What notices of these areas' records go by: each office's own calendar; null is the prefecture's. */
export const noticeSettings = (calendars: OfficeCalendars, areaIds: readonly string[]): NoticeSettings => ({
  ...defaultNoticeSettings,
  officeOf: (areaId) => (areaId === null ? calendars.ofRecipient(PREFECTURE, areaIds) : calendars.ofArea(areaId)),
});
