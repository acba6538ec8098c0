import { LAWFUL, type OfficeCalendars, officeCalendars } from '../../records/office-calendars.ts';
import type { OfficeRuleBook } from '../../records/office-settings.ts';
import type { NoticeSettings } from '../../schedule/notice-settings.ts';
import { rulesFrom } from '../../schedule/office-rules.ts';
import type { Tx } from '../editing/editor.ts';
import { inTurn } from '../editing/in-turn.ts';
import { readers } from '../read-records.ts';

/** When each office is open, and what it goes by. */
export interface Offices {
  calendars: OfficeCalendars;
  rules: OfficeRuleBook;
}

const places = (tx: Tx) => tx.area.findMany({ select: { id: true, name: true, prefecture: true } });

/** All offices, as a transaction sees them. */
export async function readOffices(tx: Tx): Promise<Offices> {
  const closed = await readers.closedDays(tx);
  const settings = await readers.officeSettings(tx);
  const areas = closed.length + settings.length === 0 ? [] : await places(tx);
  return { calendars: officeCalendars(closed, areas), rules: rulesFrom(settings, areas) };
}

/** When each office is open, as a transaction sees it. */
export async function readCalendars(tx: Tx): Promise<OfficeCalendars> {
  const rows = await readers.closedDays(tx);
  return rows.length === 0 ? LAWFUL : officeCalendars(rows, await places(tx));
}

const LOCK = 'office-calendars';

/** Until the transaction ends no office changes its days or settings: what it plans is planned by those that hold. */
export async function holdCalendars(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtextextended(${LOCK}, 0))`;
}

/** Until the transaction ends nobody else plans anything, or changes the days or settings of an office. */
export const changeCalendars = (tx: Tx): Promise<void> => inTurn(tx, LOCK);

/** The prefecture, as whoever reports to it names it. */
const PREFECTURE = '県';

/** What notices of these areas' records go by: each office's own calendar and settings; null is the prefecture's. */
export const noticeSettings = ({ calendars, rules }: Offices, areaIds: readonly string[]): NoticeSettings => ({
  officeOf: (areaId) => (areaId === null ? calendars.ofRecipient(PREFECTURE, areaIds) : calendars.ofArea(areaId)),
  rulesOf: (areaId) => (areaId === null ? rules.ofPrefecture(areaIds) : rules.ofArea(areaId)),
});

/** The same, as a transaction sees it. */
export const readNoticeSettings = async (tx: Tx, areaIds: readonly string[]): Promise<NoticeSettings> =>
  noticeSettings(await readOffices(tx), areaIds);
