import type { CalendarDate } from '../src/calendar/calendar-date.ts';
import { formatDate } from '../src/calendar/wareki.ts';
import type { Part } from '../src/forms/sheet.ts';
import type { DeadlineRow, MeetingPlanRow } from '../src/records/planned.ts';
import { adminWords } from '../src/words/admin.ts';
import type { Language } from '../src/words/labels.ts';
import { listed } from './handover-list.ts';
import { type NameOf, namesFor } from './names.ts';
import { datesToCome, deadlineDay, deadlinesToCome, occurrenceDay } from './planned-lists.ts';
import type { Sitting } from './record-form.ts';

type Charged = Pick<MeetingPlanRow | DeadlineRow, 'inCharge' | 'handover'>;

/** The meetings and deadlines of an area that are to come, each with who is in charge and who will be (rules 9.4). */
export async function plannedParts(
  { bot, who, state }: Sitting,
  areaId: string,
  section: string | null,
): Promise<Part[]> {
  const { language } = state;
  const words = adminWords[language];
  const here = (sectionId: string | null) => section === null || sectionId === section;
  const dates = datesToCome(bot).filter(({ plan }) => plan.areaIds.includes(areaId) && here(plan.sectionId));
  const deadlines = deadlinesToCome(bot).filter((row) => row.areaIds.includes(areaId) && here(row.sectionId));
  const charged: Charged[] = [...dates.map(({ plan }) => plan), ...deadlines];
  const users = charged.flatMap(({ inCharge, handover }) => [inCharge, handover?.to ?? null]);
  const nameOf = await namesFor(bot, who.team, users);
  const line = (title: string, day: string, of: Charged) =>
    [title, [day, inChargeWords(of, bot.clock.today(), nameOf, language)].filter(Boolean).join('・')] as const;
  const meetings = dates.map((dated) => line(dated.plan.title, occurrenceDay(dated, language), dated.plan));
  const reports = deadlines.map((row) => line(row.title, deadlineDay(bot, row, language), row));
  return [
    ...(meetings.length > 0 ? listed(words.meetingsToCome(meetings.length), meetings, words.more) : []),
    ...(reports.length > 0 ? listed(words.deadlinesToCome(reports.length), reports, words.more) : []),
  ];
}

function inChargeWords(
  { inCharge, handover }: Charged,
  today: CalendarDate,
  nameOf: NameOf,
  language: Language,
): string {
  const words = adminWords[language];
  const passed = handover !== null && handover.from <= today;
  const now = passed ? handover.to : inCharge;
  return [
    now === null ? null : words.inChargeIs(nameOf(now)),
    handover && !passed ? words.inChargeFrom(nameOf(handover.to), formatDate(handover.from, language)) : null,
  ]
    .filter((each) => each !== null)
    .join('・');
}
