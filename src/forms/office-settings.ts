import { z } from 'zod';
import {
  areaSettingsWords,
  managerHearsWords,
  officeSettingsTalk,
  prefectureSettingsWords,
} from '../words/office-settings.ts';
import type { Errors, Reader } from './definition.ts';
import { optional, optionalList } from './field.ts';
import { chainText, numberText, officeLeadTimes, radio, timeText } from './fields.ts';
import { defineForm } from './form.ts';

/** A radio cannot be emptied: that nothing is set is a choice of its own. */
const Hears = z.enum(['second', 'first', 'unset']);

const { fields: words } = prefectureSettingsWords;
/** As many as a setting takes; more is refused below, with words of its own. */
const A_YEAR = 366;
const numbered = (field: Parameters<typeof numberText>[0], units: readonly string[]) =>
  optional(numberText(field, { units, usual: A_YEAR }));
const BUSINESS_DAYS = ['開庁日後', '営業日後', '開庁日', '営業日', '日後', '日'];

const ofAreas = {
  deliveryTime: optional(timeText(words.deliveryTime)),
  meetingLeads: optional(officeLeadTimes(words.meetingLeads)),
  frequentLeads: optional(officeLeadTimes(words.frequentLeads)),
  deadlineLeads: optional(officeLeadTimes(words.deadlineLeads)),
  overdueDays: numbered(words.overdueDays, BUSINESS_DAYS),
  overdueManagerDays: numbered(words.overdueManagerDays, BUSINESS_DAYS),
  managerHears: radio(words.managerHears, Hears, Hears.options, managerHearsWords),
  chain: optionalList(chainText(words.chain)),
};

/** First how reminders come, then what follows a due day. */
const REMINDERS = ['deliveryTime', 'meetingLeads', 'frequentLeads', 'deadlineLeads', 'chain'] as const;
const OVERDUE = ['overdueDays', 'overdueManagerDays', 'managerHears'] as const;

/** What an area sets for itself. */
export const areaSettingsForm = defineForm({
  id: 'area-settings',
  words: areaSettingsWords,
  fields: ofAreas,
  steps: [REMINDERS, OVERDUE],
  check: checked,
});

/** What a prefecture sets for all its offices. */
export const prefectureSettingsForm = defineForm({
  id: 'prefecture-settings',
  words: prefectureSettingsWords,
  fields: {
    ...ofAreas,
    dueTime: optional(timeText(words.dueTime)),
    undoDays: numbered(words.undoDays, BUSINESS_DAYS),
    neighbourDays: numbered(words.neighbourDays, ['日']),
  },
  steps: [REMINDERS, [...OVERDUE, 'dueTime', 'undoDays', 'neighbourDays']],
  check: checked,
});

const RANGES = {
  overdueDays: [1, 60],
  overdueManagerDays: [1, 60],
  undoDays: [0, 30],
  neighbourDays: [1, 90],
} as const;

type Numbers = { [Name in keyof typeof RANGES]?: number | null };

/** Numbers in their range, and the manager not before the person in charge. */
function checked(values: Numbers, { language }: Reader): Errors {
  const { errors } = officeSettingsTalk[language];
  const wrong: Errors = {};
  for (const [name, [least, most]] of Object.entries(RANGES)) {
    const value = values[name as keyof Numbers];
    if (typeof value === 'number' && (value < least || value > most)) wrong[name] = errors.days(least, most);
  }
  const { overdueDays, overdueManagerDays } = values;
  if (typeof overdueDays === 'number' && typeof overdueManagerDays === 'number' && overdueManagerDays < overdueDays) {
    wrong.overdueManagerDays ??= errors.manager;
  }
  return wrong;
}
