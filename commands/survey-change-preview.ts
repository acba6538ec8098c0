import type { Span } from '../src/calendar/date-reading.ts';
import { formatSpan } from '../src/calendar/span-text.ts';
import { writeLeads } from '../src/forms/readings/leads.ts';
import type { Part } from '../src/forms/sheet.ts';
import type { FieldsOf } from '../src/records/changes.ts';
import type { DeadlineRow } from '../src/records/planned.ts';
import {
  ANSWERED_STATUSES,
  type RoundColumn,
  type SurveyReplyRow,
  type SurveyRoundRow,
  slotId,
} from '../src/records/survey-round.ts';
import { whenDue } from '../src/schedule/due.ts';
import type { Language } from '../src/words/labels.ts';
import { officeSettingsTalk } from '../src/words/office-settings.ts';
import { columnsText, slotText } from '../src/words/survey-round.ts';
import { surveyTalk } from '../src/words/survey-talk.ts';
import type { Bot } from './bot.ts';
import type { Sitting } from './record-form.ts';
import { calendarsOf } from './records.ts';
import { namesOf, repliesIn } from './survey-records.ts';

// What another state of an open round comes to for its towns, before it is saved.

interface Now {
  round: SurveyRoundRow;
  deadline: DeadlineRow;
}

interface Wanted {
  round: Pick<FieldsOf<'surveyRound'>, 'title' | 'columns' | 'groups' | 'slots'>;
  due: Pick<FieldsOf<'deadline'>, 'date' | 'event' | 'dueTime' | 'leads'>;
}

/** What changes, and for whom; nothing where all stays as it is. */
export function changedParts({ bot, state: { language } }: Sitting, now: Now, wanted: Wanted): Part[] {
  const words = surveyTalk[language];
  const replies = repliesIn(bot, now.round.id);
  const lines = [
    ...(wanted.round.title === now.round.title ? [] : [words.toTitle(now.round.title, wanted.round.title)]),
    ...columnLines(bot, now.round, wanted.round.columns, replies, language),
    ...groupLines(bot, now.round, wanted.round.groups, replies, language),
    ...dueLines(bot, now.deadline, wanted.due, language),
    ...slotLines(now.round.slots, wanted.round.slots, language),
  ];
  return lines.map((text): Part => ({ kind: 'said', text }));
}

const isAnswered = ({ status }: SurveyReplyRow): boolean => ANSWERED_STATUSES.includes(status);

function columnLines(
  bot: Pick<Bot, 'lookup'>,
  { columns: now }: SurveyRoundRow,
  wanted: readonly RoundColumn[],
  replies: readonly SurveyReplyRow[],
  language: Language,
): string[] {
  const words = surveyTalk[language];
  const names = (those: readonly SurveyReplyRow[]) =>
    namesOf(
      bot,
      those.flatMap(({ areaIds }) => areaIds),
    );
  const added = wanted.filter((column) => !now.includes(column));
  const gone = now.filter((column) => !wanted.includes(column));
  const told = replies.filter((reply) => isAnswered(reply) && added.some((column) => reply[column] === null));
  const wrote = replies.filter((reply) => gone.some((column) => reply[column] !== null));
  return [
    ...(added.length > 0 ? [words.columnsIn(columnsText(added, language), names(told))] : []),
    ...(gone.length > 0 ? [words.columnsOut(columnsText(gone, language), names(wrote))] : []),
  ];
}

function groupLines(
  bot: Pick<Bot, 'lookup'>,
  { groups: now, areaIds }: SurveyRoundRow,
  wanted: readonly string[][],
  replies: readonly SurveyReplyRow[],
  language: Language,
): string[] {
  const words = surveyTalk[language];
  const asked = wanted.flat();
  const keyOf = (group: readonly string[]) => [...group].sort().join();
  const known = new Set(now.map(keyOf));
  const kept = new Set(wanted.map(keyOf));
  const added = asked.filter((id) => !areaIds.includes(id));
  const gone = areaIds.filter((id) => !asked.includes(id));
  const begun = replies.filter(({ status, areaIds: group }) => status !== 'none' && !kept.has(keyOf(group)));
  const wrote = begun.flatMap((reply) => reply.areaIds);
  const regrouped = wanted.filter((group) => !known.has(keyOf(group)) && group.some((id) => areaIds.includes(id)));
  const again = regrouped.filter((group) => group.some((id) => wrote.includes(id)));
  const lost = gone.filter((id) => wrote.includes(id));
  return [
    ...(added.length > 0 ? [words.areasIn(namesOf(bot, added))] : []),
    ...(gone.length > 0 ? [words.areasOut(namesOf(bot, gone), namesOf(bot, lost))] : []),
    ...(regrouped.length > 0 ? [words.regrouped(regrouped.map((group) => namesOf(bot, group)).join('、'))] : []),
    ...(again.length > 0 ? [words.toSendAgain(namesOf(bot, again.flat()))] : []),
  ];
}

function dueLines(bot: Pick<Bot, 'lookup'>, deadline: DeadlineRow, due: Wanted['due'], language: Language): string[] {
  const words = surveyTalk[language];
  const text = (of: DeadlineRow) =>
    [spanText(whenDue(of, calendarsOf(bot)), language), of.dueTime].filter(Boolean).join(' ');
  const [was, is] = [text(deadline), text({ ...deadline, ...due })];
  const usual = officeSettingsTalk[language].byOffice;
  const leadsText = (leads: DeadlineRow['leads']) => (leads === null ? usual : writeLeads(leads));
  const [leadsWere, leadsAre] = [leadsText(deadline.leads), leadsText(due.leads)];
  return [
    ...(was === is ? [] : [words.toDue(was, is)]),
    ...(leadsWere === leadsAre ? [] : [words.toLeads(leadsWere, leadsAre)]),
  ];
}

const spanText = (span: Span | null, language: Language): string => (span === null ? '' : formatSpan(span, language));

function slotLines(now: SurveyRoundRow['slots'], wanted: SurveyRoundRow['slots'], language: Language): string[] {
  const words = surveyTalk[language];
  const [were, are] = [new Set(now.map(slotId)), new Set(wanted.map(slotId))];
  const text = (slots: SurveyRoundRow['slots']) => slots.map((slot) => slotText(slot, language)).join('、');
  const added = wanted.filter((slot) => !were.has(slotId(slot)));
  const gone = now.filter((slot) => !are.has(slotId(slot)));
  return [
    ...(added.length > 0 ? [words.slotsIn(text(added))] : []),
    ...(gone.length > 0 ? [words.slotsOut(text(gone))] : []),
  ];
}
