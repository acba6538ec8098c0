import { formatSpan } from '../calendar/span-text.ts';
import { dueWords } from '../words/due.ts';
import type { Language } from '../words/labels.ts';
import { type NoticeSubjectName, noticeWordsFor, plannedNoticeWords } from '../words/planned-notices.ts';
import { leftWords } from '../words/schedule.ts';
import { shorten } from './escape.ts';
import { HOW_IT_WENT, NOTICE_FORMS } from './planned-notice-view.ts';
import { type OpeningParts, openButton } from './record-forms.ts';

/** Something due, as src/registry/planned/due-for.ts tells it. */
export interface ShownDue {
  recordKind: 'meeting' | 'deadline' | 'initiative' | 'hearing';
  subject: NoticeSubjectName | 'hearing';
  recordId: string;
  areaId: string | null;
  submissionId: string | null;
  isSurvey: boolean;
  title: string;
  area: string | null;
  urgency: 'overdue' | 'asked' | 'week' | 'later';
  asks: 'held' | 'date' | 'confirm' | null;
  when: Parameters<typeof formatSpan>[0] | null;
  time: string | null;
  location: string | null;
  recipient: string | null;
  left: { days: number; businessDays: number } | null;
  late: { days: number; businessDays: number } | null;
  inChargeName: string | null;
}

const TITLE = 150;
const PLACE = 100;

/** What and whose. */
export function dueTitle({ recordKind, title, area }: ShownDue, language: Language): string {
  const words = dueWords[language];
  const short = shorten(title, TITLE);
  const what = recordKind === 'hearing' ? words.hearing(short) : short;
  return area === null ? what : words.inArea(what, shorten(area, PLACE));
}

/** When and where, how long is left, who is in charge: one line. */
export function dueDetails(due: ShownDue, language: Language): string {
  const words = dueWords[language];
  const { when, time, left, late, asks, location, recipient, inChargeName } = due;
  const day = when && [formatSpan(when, language), time].filter(Boolean).join(' ');
  const dated =
    day && (asks === 'confirm' ? words.usually(day) : due.recordKind === 'deadline' ? day + words.until : day);
  const state = late ? words.late(late.days, late.businessDays) : left && !asks && leftWords(left, language);
  const place = location ?? recipient;
  return [
    asks && words.asks[asks === 'held' && due.subject === 'duty' ? 'done' : asks],
    state,
    dated,
    place && shorten(place, PLACE),
    inChargeName && words.inCharge(inChargeName),
  ]
    .filter(Boolean)
    .join(words.between);
}

/** The button for what is to be done next. */
export function dueButton(due: ShownDue, language: Language) {
  const { asks, subject, recordId, submissionId, isSurvey } = due;
  const { buttons } = subject === 'hearing' ? plannedNoticeWords[language] : noticeWordsFor(subject, language);
  const open = (label: string, opening: OpeningParts) => ({
    ...openButton('due', label, opening),
    spoken: `${label}: ${due.title}`,
  });
  if (asks === 'confirm') return open(buttons.confirmDate, { form: NOTICE_FORMS.confirmDate, record: recordId });
  if (asks === 'date') return open(buttons.setDate, { form: NOTICE_FORMS.date, record: recordId });
  if (asks === 'held' && subject !== 'hearing') {
    return open(buttons.held, { form: HOW_IT_WENT[subject], record: recordId });
  }
  const submit = isSurvey ? buttons.answer : buttons.submit;
  if (submissionId) return open(submit, { form: NOTICE_FORMS.submission, record: submissionId });
  return null;
}
