import { defaultOffice, type OfficeCalendar } from '../calendar/business-days.ts';
import type { OfficeRules } from '../records/office-settings.ts';
import { USUAL_RULES } from './office-rules.ts';

/** What notices go by: each office's own calendar, and what it set ⚙. */
export interface NoticeSettings {
  /** The calendar of an area; null is the prefecture. */
  officeOf(areaId: string | null): OfficeCalendar;
  /** What holds for an area; null is the prefecture. */
  rulesOf(areaId: string | null): OfficeRules;
}

/** As the law and the rules have it. */
export const usualNoticeSettings: NoticeSettings = {
  officeOf: () => defaultOffice,
  rulesOf: () => USUAL_RULES,
};
