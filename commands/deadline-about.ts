import { instantOrEnd } from '../src/calendar/office-time.ts';
import { formatDate } from '../src/calendar/wareki.ts';
import type { DeadlineRow } from '../src/records/planned.ts';
import { type Morning, morningsOf, stepsBefore } from '../src/schedule/deadline-mornings.ts';
import { chainOf, dueOf } from '../src/schedule/due.ts';
import type { Language } from '../src/words/labels.ts';
import { plannedFieldWords, submittersWords } from '../src/words/planned.ts';
import { plannedTalk } from '../src/words/planned-talk.ts';
import { leadsWords, leadWords, practicalWords, shiftWords } from '../src/words/schedule.ts';
import type { Bot } from './bot.ts';
import { calendarsOf, rulesOfAreas } from './records.ts';

// A deadline as its page and its preview show it: with its shift, the steps before it, and when each is reminded of.

type Shown = Omit<DeadlineRow, 'id' | 'since' | 'change' | 'template'>;
type Pair = [string, string];
type Knowing = Pick<Bot, 'lookup' | 'clock'>;

/** All that is known of a deadline, as label and value. */
export function aboutDeadline(bot: Knowing, row: Shown, language: Language): Pair[] {
  const label = plannedFieldWords.deadline;
  return [
    ...dueParts(bot, row, language),
    ...filled([
      ...(row.submitters === 'hubs'
        ? ([[label.submitters.label[language], submittersWords.hubs[language]]] satisfies Pair[])
        : []),
      [label.recipient.label[language], row.recipient],
      [label.targetYear.label[language], row.targetYear],
      [label.submissionYear.label[language], row.submissionYear],
      [label.leads.label[language], leadsWords(row.leads ?? rulesOfAreas(bot, row.areaIds).deadlineLeads, language)],
      [label.reason.label[language], row.reason],
      [label.link.label[language], row.link],
      [label.memo.label[language], row.memo],
    ]),
  ];
}

/** When it is due, with its shift, the steps before it and the mornings of its reminders (rules 8.1). */
export function dueParts(bot: Knowing, row: Shown, language: Language): Pair[] {
  const words = plannedTalk[language];
  const label = plannedFieldWords.deadline;
  const calendars = calendarsOf(bot);
  const due = dueOf({ ...row, confirmed: row.confirmed || row.event !== null }, calendars);
  if (!due) return filled([[label.date.label[language], row.date]]);
  const day = [formatDate(due.day, language), row.dueTime].filter(Boolean).join(' ');
  const steps = stepsBefore(due.day, chainOf(row, calendars));
  const office = calendars.ofAreas(row.areaIds);
  const { deliveryTime, deadlineLeads } = rulesOfAreas(bot, row.areaIds);
  const thing = { day: due.day, over: instantOrEnd(due.day, row.dueTime) };
  const mornings = morningsOf(thing, row.leads ?? deadlineLeads, steps, office, deliveryTime);
  return filled([
    [
      label.date.label[language],
      [day, shiftWords(due, language), practicalWords(due, language)].filter(Boolean).join(' '),
    ],
    [
      label.chain.label[language],
      steps.map((step) => words.chainStep(step.name, formatDate(step.day, language))).join(' → '),
    ],
    [words.reminderDays, mornings.map((morning) => morningWords(morning, bot.clock.now(), language)).join('、')],
  ]);
}

/** 令和8年12月10日（木）（7開庁日前・起案）, and that it will not be sent where it has passed. */
function morningWords({ day, dueAt, lead, steps }: Morning, now: Date, language: Language): string {
  const words = plannedTalk[language];
  const what = [...(lead ? [leadWords(lead, language)] : []), ...steps.map(({ name }) => name)];
  const shown = words.reminderDay(formatDate(day, language), what);
  return dueAt < now ? words.missedReminder(shown) : shown;
}

const filled = (pairs: readonly [string, string | null][]): Pair[] =>
  pairs.flatMap(([name, value]) => (value ? [[name, value] satisfies Pair] : []));
