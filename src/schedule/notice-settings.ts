import { defaultOffice, type OfficeCalendar } from '../calendar/business-days.ts';
import type { ClockTime } from '../calendar/office-time.ts';

/** What an office may set about its notices ⚙, and when each office is open. */
export interface NoticeSettings {
  /** When notices that have a day go out, in office time. */
  deliveryTime: ClockTime;
  /** The calendar of an area; null is the prefecture. */
  officeOf(areaId: string | null): OfficeCalendar;
  /** On which business day after the due day an overdue notice goes out: to the person in charge, with the manager. */
  overdue: { inCharge: number; withManager: number };
  /** The manager hears of the first overdue notice, too. */
  managerFromTheFirst: boolean;
}

/** As the rules have it: 09:00, the first and the third business day, the manager on the third alone. */
export const defaultNoticeSettings: NoticeSettings = {
  deliveryTime: '09:00' as ClockTime,
  officeOf: () => defaultOffice,
  overdue: { inCharge: 1, withManager: 3 },
  managerFromTheFirst: false,
};
