import { z } from 'zod';
import { LeadTime } from './lead-time.ts';
import { type AreaPlace, officeId } from './office-calendars.ts';
import { ChainLink, Hour } from './planned.ts';

// What an office may set of the rules (⚙), as it is kept. What is null falls back: an area's to its prefecture's, that to
// the default of the rules.

/** What is null falls back; settings of a former version of the program may lack some. */
const maybe = <T extends z.ZodType>(value: T) => z.union([value, z.null()]).default(null);
const leads = maybe(z.array(LeadTime));
const days = (least: number, most: number) => maybe(z.number().int().min(least).max(most));

/** From which overdue notice on the manager hears of it. */
export const ManagerHears = z.enum(['first', 'second']);
export type ManagerHears = z.infer<typeof ManagerHears>;

/** What an area may set for itself. */
const OfAreas = z.object({
  /** When notices that have a day go out. */
  deliveryTime: maybe(Hour),
  /** Lead times where a meeting or a deadline has none of its own. */
  meetingLeads: leads,
  /** Those of meetings that are held monthly or more often. */
  frequentLeads: leads,
  deadlineLeads: leads,
  /** On which business days after the due day an overdue notice goes out: the first one, and the one with the manager. */
  overdueDays: days(1, 60),
  overdueManagerDays: days(1, 60),
  managerHears: maybe(ManagerHears),
  /** The steps before a due day where a deadline has none of its own. */
  chain: maybe(z.array(ChainLink)),
});

/** The settings of an office: an area's, or a prefecture's, which alone sets what holds for all. */
export const OfficeSettings = OfAreas.extend({
  /** The due time that a new deadline begins with; none: the end of the day. */
  dueTime: maybe(Hour),
  /** Until the end of so many business days after it a change can be taken back. */
  undoDays: days(0, 30),
  /** So many days lie between two messages with neighbours' questions. */
  neighbourDays: days(1, 90),
});
export type OfficeSettings = z.infer<typeof OfficeSettings>;

/** Every value that can be set. */
export type SettingName = keyof OfficeSettings;
export const SETTINGS = OfficeSettings.keyof().options;
export const AREA_SETTINGS: readonly SettingName[] = OfAreas.keyof().options;

export const OfficeSettingsRow = OfficeSettings.extend({ id: z.string().regex(/^(prefecture|area):/) });
export type OfficeSettingsRow = z.infer<typeof OfficeSettingsRow>;

/** Nothing is set. */
export const NO_SETTINGS: OfficeSettings = OfficeSettings.parse({});

/** What holds for an office: everything is said. */
export type OfficeRules = { [Name in Exclude<SettingName, 'dueTime'>]: NonNullable<OfficeSettings[Name]> } & {
  dueTime: OfficeSettings['dueTime'];
};

/** Where a value comes from: the office's own setting, its prefecture's, or the rules. */
export type SettingFrom = 'own' | 'prefecture' | 'usual';

/** What holds, and where each value comes from. */
export interface Holding {
  rules: OfficeRules;
  from: Record<SettingName, SettingFrom>;
}

/** The first of these settings that says something, field by field; else the default. */
function holding(usual: OfficeRules, layers: readonly { from: SettingFrom; row: OfficeSettingsRow }[]): Holding {
  const rules: Record<string, unknown> = { ...usual };
  const from = Object.fromEntries(SETTINGS.map((name) => [name, 'usual'])) as Holding['from'];
  for (const name of SETTINGS) {
    const found = layers.find(({ row }) => row[name] !== null);
    if (!found) continue;
    rules[name] = found.row[name];
    from[name] = found.from;
  }
  const all = rules as unknown as OfficeRules;
  // Each office may set one of the two alone: the manager never hears before the person in charge.
  return { rules: { ...all, overdueManagerDays: Math.max(all.overdueDays, all.overdueManagerDays) }, from };
}

/** What each office goes by. */
export interface OfficeRuleBook {
  ofArea(areaId: string): OfficeRules;
  /** Those of the prefecture of these areas; without any, of the one that set something. */
  ofPrefecture(areaIds: readonly string[]): OfficeRules;
  /** What holds for an office by its id, and where it comes from. */
  of(id: string): Holding;
}

/** The book that follows from all settings; `usual`: what the rules have. */
export function officeRuleBook(
  usual: OfficeRules,
  rows: readonly OfficeSettingsRow[],
  areas: readonly AreaPlace[],
): OfficeRuleBook {
  const known = new Map(rows.map((row) => [row.id, row]));
  const prefectureOf = new Map(areas.map(({ id, prefecture }) => [id, prefecture]));
  const layer = (id: string, from: SettingFrom) => {
    const row = known.get(id);
    return row ? [{ from, row }] : [];
  };
  const ofPrefecture = (name: string | null | undefined, from: SettingFrom) =>
    name ? layer(officeId('prefecture', name), from) : [];
  const ofArea = (id: string) => [
    ...layer(officeId('area', id), 'own'),
    ...ofPrefecture(prefectureOf.get(id), 'prefecture'),
  ];
  const prefectures = rows.filter(({ id }) => id.startsWith('prefecture:'));
  return {
    ofArea: (id) => holding(usual, ofArea(id)).rules,
    ofPrefecture(areaIds) {
      const name = areaIds.map((id) => prefectureOf.get(id)).find((each) => each);
      const only = prefectures.length === 1 ? prefectures.map((row) => ({ from: 'own' as const, row })) : [];
      return holding(usual, name ? ofPrefecture(name, 'own') : only).rules;
    },
    of(id) {
      const [kind, name = ''] = [id.slice(0, id.indexOf(':')), id.slice(id.indexOf(':') + 1)];
      return holding(usual, kind === 'area' ? ofArea(name) : layer(id, 'own'));
    },
  };
}
