import type { RichTextElement } from '@slack/types';
import { todayIn } from '../calendar/calendar-date.ts';
import { timeIn } from '../calendar/office-time.ts';
import { formatSpan } from '../calendar/span-text.ts';
import { formatDate } from '../calendar/wareki.ts';
import type { Language } from '../words/labels.ts';
import { noticeSettingsTalk } from '../words/notice-settings.ts';
import { type NoticeSubjectName, noticeWordsFor, type PlannedNoticeWords } from '../words/planned-notices.ts';
import { leftWords, practicalWords } from '../words/schedule.ts';
import { actions, bold, button, context, fallback, linkTo, paragraph, person, richText, text } from './blocks.ts';
import { openButton } from './record-forms.ts';
import type { Message } from './voice.ts';

/** The forms that notices open. */
export const NOTICE_FORMS = {
  initiative: 'update',
  /** How a date of a meeting went: two fields. */
  held: 'meeting-held',
  /** When a duty was done, which nobody holds. */
  done: 'duty-done',
  /** A date for one that is open. */
  date: 'meeting-move',
  /** Of a survey, its answer opens in its place. */
  submission: 'submission-submitted',
  /** Confirms the date of a row of the yearly template. */
  confirmDate: 'deadline-confirm',
} as const;

/** What asks how it went, by what it is about. */
export const HOW_IT_WENT: Readonly<Record<NoticeSubjectName, string>> = {
  meeting: NOTICE_FORMS.held,
  duty: NOTICE_FORMS.done,
  initiative: NOTICE_FORMS.initiative,
  deadline: NOTICE_FORMS.submission,
};

type Day = Parameters<typeof formatDate>[0];

/** What a notice of a meeting or a deadline shows: as src/registry/notices/reminding.ts reads it. */
export interface ShownNotice {
  kind: keyof PlannedNoticeWords['headline'] & string;
  notice: string;
  subject: NoticeSubjectName;
  recordId: string;
  submissionId: string | null;
  isSurvey: boolean;
  title: string;
  areas: readonly string[];
  when: Parameters<typeof formatSpan>[0] | null;
  time: string | null;
  location: string | null;
  link: string | null;
  recipient: string | null;
  reason: string | null;
  steps: readonly { name: string; day: Day }[];
  practical: Day | null;
  left: { days: number; businessDays: number } | null;
  formerDay: Day | null;
  formerTime: string | null;
  mention: string | null;
  gone: string | null;
}

/** What it is about, and what is left: the first line, as letters. */
export function plannedHeadline(shown: ShownNotice, language: Language): string {
  const { headline } = noticeWordsFor(shown.subject, language);
  const { kind, title, left, when, time, formerDay, formerTime } = shown;
  const remains = (what: string) => (left ? `${leftWords(left, language)}: ${what}` : what);
  if (kind === 'reminder') return headline.reminder(remains(title));
  if (kind === 'step') return headline.step(remains(shown.steps.map(({ name }) => name).join('・')), title);
  if (kind === 'moved' && formerDay === null) return headline.again(title);
  if (kind === 'moved' && formerDay === when?.from && formerTime === time) return headline.elsewhere(title);
  return headline[kind](title);
}

/** A reminder or a notice of a meeting or a deadline: the conclusion first, then day, place and what to do. */
export function plannedNoticeMessage(
  shown: ShownNotice,
  language: Language,
  presses: readonly ShownPress[] = [],
): Message {
  const words = noticeWordsFor(shown.subject, language);
  const first = plannedHeadline(shown, language);
  const pairs = pairsOf(shown, words, language);
  const ask = shown.isSurvey && LATE.has(shown.kind) ? words.askSurvey : words.ask[shown.kind];
  const lines = pairs.map(([label, value]) => `${label}: ${value}`);
  const head = shown.mention ? [person(shown.mention), text(' '), bold(first)] : [bold(first)];
  const body: RichTextElement[] = pairs.flatMap(([label, value], at) => [
    text(`${at > 0 ? '\n' : ''}${label}: `),
    value === shown.link ? linkTo(value, value) : text(value),
  ]);
  const buttons = [...buttonsOf(shown, words), ...pressButtons(shown, words, presses), ...fewer(shown, language)];
  return {
    text: fallback([first, ...lines, ...(ask ? [ask] : [])].join('\n')),
    blocks: [
      richText(paragraph(head), ...(body.length > 0 ? [paragraph(body)] : []), ...(ask ? [paragraph(ask)] : [])),
      ...(shown.gone && !ENDED.has(shown.kind) ? [context(words.insteadOf(shown.gone))] : []),
      ...(buttons.length > 0 ? [actions('notice', buttons)] : []),
      ...presses.flatMap((press, at) => pressedBlocks(shown, words, press, at)),
    ],
  };
}

function pairsOf(shown: ShownNotice, words: PlannedNoticeWords, language: Language): [string, string][] {
  const { kind, subject, when, time, formerDay, formerTime, location, recipient, reason, link, areas } = shown;
  const changed = kind === 'moved' || kind === 'returned';
  const tellsWhy = changed || kind === 'cancelled' || kind === 'postponed' || kind === 'in-writing';
  const due = subject === 'deadline';
  const day = when ? [formatSpan(when, language), time].filter(Boolean).join(' ') : words.open;
  const former = formerDay && [formatDate(formerDay, language), formerTime].filter(Boolean).join(' ');
  const open = kind === 'postponed' || kind === 'date-open';
  return [
    [
      kind === 'confirm-date' ? words.usually : words.day[subject],
      open ? words.open : due ? dueWords(shown, `${day}${words.until}`, language) : day,
    ],
    [words.steps, shown.steps.map((step) => words.step(step.name, formatDate(step.day, language))).join(' → ')],
    [words.formerly, tellsWhy && former && former !== day ? former : null],
    [words.place, location],
    [words.recipient, recipient],
    [words.reason, tellsWhy ? reason : null],
    [words.areas, areas.length > 0 ? areas.join('・') : null],
    [words.link, link],
  ].flatMap(([label, value]) => (label && value ? [[label, value] as [string, string]] : []));
}

/** The due day, and what it comes to where nobody is there to receive on it (rules 8.1). */
function dueWords({ when, practical, left }: ShownNotice, day: string, language: Language): string {
  return when && practical && left ? `${day} ${practicalWords({ day: when.to, practical }, language)}` : day;
}

/** What somebody pressed at a notice. */
export interface ShownPress {
  user: string;
  act: 'seen' | 'later-1' | 'later-3' | 'not-mine';
  at: string;
}

/** A press at a notice; what it is stands in the value. */
export const NOTICE_PRESS = /^notice\.(seen|later-1|later-3|not-mine)$/;
export const NOTICE_UNDO = /^notice\.undo\.\d+$/;

/** 了解 is for what asks nothing. */
function pressButtons(
  { kind, subject, notice, submissionId }: ShownNotice,
  { buttons }: PlannedNoticeWords,
  presses: readonly ShownPress[],
) {
  if (ENDED.has(kind) || kind === 'confirm-date') return [];
  const asks = subject === 'deadline' || kind === 'how-it-went' || kind === 'date-open';
  // What goes to the prefecture is no area's, whose manager could name somebody else.
  const isAreas = subject !== 'deadline' || submissionId !== null;
  const acts = [
    ...(asks ? [] : (['seen'] as const)),
    ...(['later-1', 'later-3'] as const),
    ...(isAreas ? (['not-mine'] as const) : []),
  ];
  return acts
    .filter((act) => !presses.some((press) => press.act === act))
    .map((act) => button({ action: `notice.${act}`, label: buttons[act], value: JSON.stringify({ notice, act }) }));
}

/** 通知を減らす, at what may be muted: deadlines may not (rules 9.5). */
function fewer({ kind, subject }: ShownNotice, language: Language) {
  const mayMute = subject !== 'deadline' && (kind === 'reminder' || kind === 'registered-late');
  const label = noticeSettingsTalk[language].fewer;
  return mayMute ? [button(openButton('fewer', label, { form: 'notice-settings' }))] : [];
}

/** Who pressed what and when, with a way to take it back, in place of the button. */
function pressedBlocks(
  { notice }: ShownNotice,
  { buttons }: PlannedNoticeWords,
  { user, act, at }: ShownPress,
  index: number,
) {
  const when = new Date(at);
  const value = JSON.stringify({ notice, act, user });
  return [
    richText(paragraph([person(user), text(` ${buttons[act]}（${formatDate(todayIn(when), 'ja')} ${timeIn(when)}）`)])),
    actions(`pressed-${index}`, [button({ action: `notice.undo.${index}`, label: buttons.undo, value })]),
  ];
}

const LATE: ReadonlySet<string> = new Set(['overdue', 'long-overdue']);
const ENDED = new Set(['cancelled', 'postponed', 'in-charge-left', 'not-mine']);

function buttonsOf({ kind, subject, recordId, submissionId, isSurvey }: ShownNotice, { buttons }: PlannedNoticeWords) {
  if (ENDED.has(kind)) return [];
  const opens = (label: string, form: string, record: string) =>
    button({ ...openButton('notice', label, { form, record }), style: 'primary' });
  if (kind === 'how-it-went') return [opens(buttons.held, HOW_IT_WENT[subject], recordId)];
  if (kind === 'date-open') return [opens(buttons.setDate, NOTICE_FORMS.date, recordId)];
  if (kind === 'confirm-date') return [opens(buttons.confirmDate, NOTICE_FORMS.confirmDate, recordId)];
  const submit = isSurvey ? buttons.answer : buttons.submit;
  return submissionId ? [opens(submit, NOTICE_FORMS.submission, submissionId)] : [];
}
