import { formatDate } from '../src/calendar/wareki.ts';
import {
  acceptedForm,
  chooseSubmissionForm,
  notApplicableForm,
  putOffForm,
  reopenForm,
  returnedForm,
  submittedForm,
} from '../src/forms/deadline.ts';
import type { Part } from '../src/forms/sheet.ts';
import type { FieldsOf } from '../src/records/changes.ts';
import { IsoDay } from '../src/records/closed-days.ts';
import type { SubmissionRow } from '../src/records/planned.ts';
import type { SurveyReplyRow } from '../src/records/survey-round.ts';
import { SubmissionStatus } from '../src/records/vocabulary.ts';
import { asOfDay } from '../src/records/written-dates.ts';
import type { Rights } from '../src/registry/members/permissions.ts';
import { goButton } from '../src/slack/record-forms.ts';
import { changeWords } from '../src/words/changes.ts';
import type { Language } from '../src/words/labels.ts';
import { plannedFieldWords, submissionStatusWords } from '../src/words/planned.ts';
import { plannedTalk } from '../src/words/planned-talk.ts';
import { surveyTalk } from '../src/words/survey-talk.ts';
import type { Bot } from './bot.ts';
import { recordButtons, refusedWords, result } from './outcomes.ts';
import { plannedForm } from './planned-forms.ts';
import { maySeeSubmission } from './private-records.ts';
import { type AnyRecordForm, recordForm, type Sitting, type Step, said } from './record-form.ts';
import { areaName, recordsOf } from './records.ts';
import { repliesIn } from './survey-records.ts';
import { replyStep } from './survey-reply.ts';

// Who has submitted, and what is recorded of it for each area (rules 8.2); told to the prefecture and to the area itself
// alone (rules 1.6).

type Submission = FieldsOf<'submission'>;

/**
 * Whether this person acts for the recipient of an area's report, whose own it is to return, to accept and to put off:
 * the prefecture; of what a hub reports, its town.
 */
function asRecipient(bot: Bot, rights: Rights, { areaId, deadlineId }: SubmissionRow): boolean {
  const area = recordsOf(bot).areas.find(({ id }) => id === areaId);
  if (!area) return false;
  const may = rights.over([area]);
  return isByHub(bot, deadlineId) ? may.may && !may.draft : rights.isPrefectureOver([area]);
}

const isByHub = (bot: Bot, deadlineId: string): boolean =>
  recordsOf(bot).deadlines.some(({ id, submitters }) => id === deadlineId && submitters === 'hubs');

/** The submissions of a deadline that this person may know of. */
export function submissionsSeen(bot: Bot, rights: Rights, deadlineId: string): SubmissionRow[] {
  const of = recordsOf(bot).submissions.filter((row) => row.deadlineId === deadlineId);
  return of.filter(({ areaId }) => maySeeSubmission(bot, rights, areaId));
}

/** Who stands where, state by state. */
export function whoSubmitted(bot: Bot, rows: readonly SubmissionRow[], language: Language): Part[] {
  const words = plannedTalk[language];
  const pairs = SubmissionStatus.options.flatMap((status): [string, string][] => {
    const those = rows.filter((row) => row.status === status);
    if (those.length === 0) return [];
    const names = those.map((row) => [submitterName(bot, row, language), noteOf(bot, row, language)].join(''));
    return [[words.status(submissionStatusWords[status][language], those.length), names.join('、')]];
  });
  return [
    { kind: 'heading', text: words.whoSubmits },
    ...(pairs.length > 0 ? ([{ kind: 'pairs', pairs }] satisfies Part[]) : []),
    { kind: 'said', text: words.notToldWho },
  ];
}

/** 鈴鹿市, or 鈴鹿市の委託先. */
const submitterName = (bot: Bot, { areaId, deadlineId }: SubmissionRow, language: Language): string =>
  isByHub(bot, deadlineId) ? plannedTalk[language].hubOf(areaName(bot)(areaId)) : areaName(bot)(areaId);

function noteOf(bot: Bot, row: SubmissionRow, language: Language): string {
  const words = plannedTalk[language];
  const notes = [
    row.coveredBy ? words.submitsFor(areaName(bot)(row.coveredBy)) : null,
    row.lateDays === null ? null : words.late(row.lateDays, row.lateBusinessDays ?? 0),
    row.ownDay && (row.status === 'open' || row.status === 'returned')
      ? words.ownDay(formatDate(row.ownDay, language))
      : null,
  ].filter((note) => note !== null);
  return notes.length > 0 ? `（${notes.join('、')}）` : '';
}

const ACTIONS = ['submitted', 'not-applicable', 'accepted', 'returned', 'put-off', 'reopen'] as const;
type Action = (typeof ACTIONS)[number];
const THE_RECIPIENTS: readonly Action[] = ['accepted', 'returned', 'put-off'];

const ACTIONS_OF: Record<SubmissionRow['status'], readonly Action[]> = {
  open: ['submitted', 'not-applicable', 'put-off'],
  returned: ['submitted', 'not-applicable', 'put-off'],
  submitted: ['accepted', 'returned', 'submitted', 'reopen'],
  accepted: ['returned', 'reopen'],
  'not-applicable': ['reopen'],
};

/** One area's submission, and what may be recorded of it. */
export async function submissionStep(sitting: Sitting, id: string): Promise<Step> {
  const { bot, who, state } = sitting;
  const { language } = state;
  await bot.lookup.refresh();
  const row = recordsOf(bot).submissions.find((each) => each.id === id);
  const rights = await bot.registrar.rights(who);
  if (!row || !maySeeSubmission(bot, rights, row.areaId)) {
    const text = row ? plannedTalk[language].notToldWho : changeWords[language].gone;
    return result({ kind: 'notice', text });
  }
  const title = recordsOf(bot).deadlines.find((each) => each.id === row.deadlineId)?.title ?? '';
  return said(chooseSubmissionForm.words.title, [
    { kind: 'heading', text: `${title}（${submitterName(bot, row, language)}）` },
    { kind: 'pairs', pairs: aboutSubmission(bot, row, language) },
    { kind: 'buttons', name: 'what', buttons: buttonsOf(sitting, row, rights) },
  ]);
}

function aboutSubmission(bot: Bot, row: SubmissionRow, language: Language): [string, string][] {
  const label = plannedFieldWords.submission;
  const status = submissionStatusWords[row.status][language] + noteOf(bot, row, language);
  const pairs: [string, string | null][] = [
    [label.status.label[language], status],
    [label.date.label[language], [row.date, row.time].filter(Boolean).join(' ')],
    [label.way.label[language], row.way],
    [label.documentNumber.label[language], row.documentNumber],
    [label.reason.label[language], row.reason],
    [label.memo.label[language], row.memo],
  ];
  return pairs.flatMap(([name, value]) => (value ? [[name, value] as [string, string]] : []));
}

function buttonsOf({ bot, state }: Sitting, row: SubmissionRow, rights: Rights) {
  const words = plannedTalk[state.language];
  const area = recordsOf(bot).areas.find(({ id }) => id === row.areaId);
  const may = area !== undefined && rights.over([area]).may;
  const isRecipient = asRecipient(bot, rights, row);
  const answer = replyFor(bot, row);
  const actions = ACTIONS_OF[row.status]
    .filter((action) => isRecipient || !THE_RECIPIENTS.includes(action))
    .filter((action) => !answer || action === 'put-off');
  const covered = row.coveredBy !== null && row.status === 'open';
  return [
    ...(may && answer
      ? [goButton('answer', surveyTalk[state.language].answer, { form: 'survey-reply', record: answer.id })]
      : []),
    ...(may && !covered ? actions : []).map((action) =>
      goButton(action, words.submission[action], { form: `submission-${action}`, record: row.id }),
    ),
    ...recordButtons('submission', row.id, state.language).slice(1),
    goButton('deadline', words.toList, { form: 'deadline-choose', record: row.deadlineId }),
  ];
}

const submitted = plannedForm({
  kind: 'submission',
  form: submittedForm,
  typed: ({ date, time, way, documentNumber, memo }, { bot }) => ({
    date: date ?? asOfDay(bot.clock.today()),
    time,
    way,
    documentNumber,
    memo,
  }),
  change: (values): Partial<Submission> => ({ ...values, status: 'submitted' }),
});

const notApplicable = plannedForm({
  kind: 'submission',
  form: notApplicableForm,
  typed: ({ memo }) => ({ memo }),
  change: (values): Partial<Submission> => ({ ...values, status: 'not-applicable', date: null, time: null }),
});

const returned = plannedForm({
  kind: 'submission',
  form: returnedForm,
  change: ({ ownDay = '' }, _now, reason): Partial<Submission> => ({
    status: 'returned',
    ownDay: IsoDay.parse(ownDay),
    reason,
  }),
});

const accepted = plannedForm({
  kind: 'submission',
  form: acceptedForm,
  typed: ({ memo }) => ({ memo }),
  change: (values): Partial<Submission> => ({ ...values, status: 'accepted' }),
});

const putOff = plannedForm({
  kind: 'submission',
  form: putOffForm,
  change: ({ ownDay = '' }, _now, reason): Partial<Submission> => ({ ownDay: IsoDay.parse(ownDay), reason }),
});

const reopen = plannedForm({
  kind: 'submission',
  form: reopenForm,
  change: (_values, _now, reason): Partial<Submission> => ({ status: 'open', date: null, time: null, reason }),
});

/** Sending back, accepting and putting off is the recipient's: anybody else is told so when it opens, and by the registry. */
const byRecipient = (form: AnyRecordForm): AnyRecordForm => ({
  ...form,
  open: async (sitting) => (await notRecipient(sitting)) ?? form.open(sitting),
});

async function notRecipient({ bot, who, state }: Sitting): Promise<Step | null> {
  const id = state.record ?? '';
  const row = recordsOf(bot).submissions.find((each) => each.id === id);
  const rights = await bot.registrar.rights(who);
  if (!row || asRecipient(bot, rights, row)) return null;
  await bot.registrar.refused(who, 'submission', id, 'not-your-area');
  const owners = [recordsOf(bot).deadlines.find((each) => each.id === row.deadlineId)?.recipient ?? ''];
  return result({ kind: 'notice', text: refusedWords({ because: 'not-your-area', owners }, state.language) });
}

/** The reply that a submission follows, while its survey is open: what is submitted is the answer itself. */
function replyFor(bot: Bot, { deadlineId, areaId }: SubmissionRow): SurveyReplyRow | undefined {
  const round = recordsOf(bot).surveyRounds.find((each) => each.deadlineId === deadlineId && each.state === 'open');
  return round && repliesIn(bot, round.id).find(({ areaIds }) => areaIds.includes(areaId));
}

/** Nobody says that a survey was submitted, or returns it, beside its reply: that is opened. */
const byReply = (form: AnyRecordForm): AnyRecordForm => ({
  ...form,
  async open(sitting) {
    const { bot, state } = sitting;
    await bot.lookup.refresh();
    const row = recordsOf(bot).submissions.find(({ id }) => id === state.record);
    const answer = row && replyFor(bot, row);
    return answer ? replyStep({ ...sitting, state: { ...state, record: answer.id } }) : form.open(sitting);
  },
});

/** Whose submission: of a deadline (`record`), one of those that this person may act for. */
const choose = recordForm({
  form: chooseSubmissionForm,
  open: async ({ state, bot, who }) => {
    const rights = await bot.registrar.rights(who);
    const rows = submissionsSeen(bot, rights, state.record ?? '');
    const areaId = rows.map((row) => ({
      value: row.areaId,
      label: submitterName(bot, row, state.language),
      description: submissionStatusWords[row.status][state.language],
    }));
    return { kind: 'sheet', state, showing: { choices: { areaId } } };
  },
  send: ({ values, ...sitting }) => submissionStep(sitting, `${sitting.state.record}.${values.areaId ?? ''}`),
});

export const submissionForms: readonly AnyRecordForm[] = [
  choose,
  byReply(submitted),
  byReply(notApplicable),
  byReply(byRecipient(returned)),
  byReply(byRecipient(accepted)),
  byRecipient(putOff),
  byReply(reopen),
];
