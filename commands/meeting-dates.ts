import type { CalendarDate } from '../src/calendar/calendar-date.ts';
import { formatDate } from '../src/calendar/wareki.ts';
import { fingerprint } from '../src/forms/fingerprint.ts';
import { addDateForm, meetingRhythmForm, rhythmOf, yearOfDate } from '../src/forms/meeting.ts';
import type { Part } from '../src/forms/sheet.ts';
import { type MeetingPlanRow, NEW_OCCURRENCE, type OccurrenceRow } from '../src/records/planned.ts';
import { redated } from '../src/registry/editing/redating.ts';
import { changeWords } from '../src/words/changes.ts';
import type { Language } from '../src/words/labels.ts';
import { plannedTalk } from '../src/words/planned-talk.ts';
import type { Bot } from './bot.ts';
import { aboutDate, pairParts, previewOf } from './meeting-preview.ts';
import { outcomeStep, requestOf, result, saved } from './outcomes.ts';
import { plannedForm } from './planned-forms.ts';
import { occurrenceDay } from './planned-lists.ts';
import { type AnyRecordForm, recordForm, type Step } from './record-form.ts';
import { calendarsOf, recordsOf } from './records.ts';

// The dates of a meeting as a whole: a further one, and another rhythm for those to come (rules 7.1).

const addDate: AnyRecordForm = recordForm({
  form: addDateForm,
  open: plannedForm({ kind: 'meetingPlan', form: addDateForm, change: () => ({}) }).open,
  send(sent) {
    const { date = '', time = null, location = null } = sent.values;
    const planId = sent.state.record ?? '';
    const fields = { ...NEW_OCCURRENCE, planId, date, time, location, fiscalYear: yearOfDate(date, null) };
    return saved(sent, { kind: 'occurrence', id: null, version: null, fields });
  },
});

const rhythm: AnyRecordForm = recordForm({
  form: meetingRhythmForm,
  open: plannedForm({
    kind: 'meetingPlan',
    form: meetingRhythmForm,
    typed: ({ closedDays }) => ({ closedDays }),
    change: () => ({}),
  }).open,
  async send(sent) {
    const { bot, state, values, typed } = sent;
    const { language } = state;
    await bot.lookup.refresh();
    const id = state.record ?? '';
    const plan = recordsOf(bot).meetingPlans.find((each) => each.id === id);
    const words = plannedTalk[language];
    if (!plan) return result({ kind: 'notice', text: changeWords[language].gone });
    const fields = rhythmOf(values, bot.clock.today());
    const parts = changedDates(bot, { ...plan, ...fields }, language);
    const seen = `rhythm:${fingerprint(JSON.stringify([fields, parts]))}`;
    if (!state.agreed.includes(seen)) {
      const agreed = [...state.agreed.filter((key) => !key.startsWith('rhythm:')), seen];
      const showing = { typed, notices: [words.rhythmIntro], before: parts, submit: words.changeRhythm };
      return { kind: 'sheet', state: { ...state, agreed }, showing } satisfies Step;
    }
    const outcome = await bot.registrar.save(requestOf(sent, { kind: 'meetingPlan', id, fields }));
    return outcomeStep(sent, 'meetingPlan', outcome);
  },
});

/** What becomes of each date to come, with the reminders of those that change. */
function changedDates(bot: Bot, plan: MeetingPlanRow, language: Language): Part[] {
  const words = plannedTalk[language];
  const rows = recordsOf(bot).occurrences.filter(({ planId }) => planId === plan.id);
  const { move, drop, add, open } = redated(rows, plan, bot.clock.today(), calendarsOf(bot).ofArea(plan.ownerId));
  const { dates } = previewOf(bot, plan);
  const about = (day: CalendarDate) =>
    dates.filter((date) => date.day === day).map((date) => aboutDate(date, language))[0] ?? '';
  const shown = (row: OccurrenceRow) => occurrenceDay({ row, plan }, language);
  const pairs: [string, string][] = [
    ...move.map(({ row, to }): [string, string] => [`${shown(row)} → ${formatDate(to.day, language)}`, about(to.day)]),
    ...add.map(({ day }): [string, string] => [formatDate(day, language), `${words.dateAdded} ${about(day)}`]),
    ...open.map((slot): [string, string] => [words.dateOpen(null), words.openDate(formatDate(slot, language))]),
    ...drop.map((row): [string, string] => [shown(row), words.dateDropped]),
  ];
  return pairs.length > 0 ? pairParts(pairs) : [{ kind: 'said', text: words.sameDates }];
}

export const meetingDatesForms: readonly AnyRecordForm[] = [addDate, rhythm];
