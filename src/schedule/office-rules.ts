import type { ClockTime } from '../calendar/office-time.ts';
import type { LeadTime } from '../records/lead-time.ts';
import type { AreaPlace } from '../records/office-calendars.ts';
import {
  type OfficeRuleBook,
  type OfficeRules,
  type OfficeSettingsRow,
  officeRuleBook,
} from '../records/office-settings.ts';
import { OFFICE_CHAIN } from './chain.ts';
import { DEADLINE_LEADS, FREQUENT_MEETING_LEADS, MEETING_LEADS } from './lead-times.ts';

/** What an office goes by that sets nothing ⚙. */
export const USUAL_RULES: OfficeRules = {
  deliveryTime: '09:00' as ClockTime,
  meetingLeads: [...MEETING_LEADS],
  frequentLeads: [...FREQUENT_MEETING_LEADS],
  deadlineLeads: [...DEADLINE_LEADS],
  overdueDays: 1,
  overdueManagerDays: 3,
  managerHears: 'second',
  chain: [...OFFICE_CHAIN],
  dueTime: null,
  undoDays: 1,
  neighbourDays: 7,
};

/** What each office goes by, from what they set. */
export const rulesFrom = (rows: readonly OfficeSettingsRow[], areas: readonly AreaPlace[]): OfficeRuleBook =>
  officeRuleBook(USUAL_RULES, rows, areas);

/** The lead times of a meeting that has none of its own. */
export const meetingLeadsOf = (rules: OfficeRules, frequent: boolean): readonly LeadTime[] =>
  frequent ? rules.frequentLeads : rules.meetingLeads;
