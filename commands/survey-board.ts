import { todayIn } from '../src/calendar/calendar-date.ts';
import { formatDate } from '../src/calendar/wareki.ts';
import type { Part } from '../src/forms/sheet.ts';
import { openedState } from '../src/forms/state.ts';
import { closeSurveyForm, surveyBoardForm } from '../src/forms/survey.ts';
import {
  ANSWERED_STATUSES,
  ReplyStatus,
  type SurveyReplyRow,
  type SurveyRoundRow,
} from '../src/records/survey-round.ts';
import type { Listeners, Who } from '../src/slack/listeners.ts';
import { goButton, SURVEY_ASK } from '../src/slack/record-forms.ts';
import { documentTalk } from '../src/words/document-talk.ts';
import type { Language } from '../src/words/labels.ts';
import { plannedTalk } from '../src/words/planned-talk.ts';
import { columnsText, replyStatusWords, replyWayWords } from '../src/words/survey-round.ts';
import { surveyTalk } from '../src/words/survey-talk.ts';
import { chosen } from './answering.ts';
import type { Bot } from './bot.ts';
import { documentDoor } from './document-import.ts';
import { outcomeStep, requestOf, result } from './outcomes.ts';
import { type AnyRecordForm, type RecordForms, recordForm, type Sitting } from './record-form.ts';
import { areaName } from './records.ts';
import {
  dueText,
  isPrefectures,
  isStep,
  lateness,
  namesOf,
  ownDayOf,
  repliesIn,
  roundHere,
  roundOf,
} from './survey-records.ts';
import { replyStep } from './survey-reply.ts';

// The prefecture's board of a round: who has begun, answered, sent again, and what may be done about it. Nobody else sees
// it (rules 1.6).

const isAnswered = ({ status }: SurveyReplyRow): boolean => ANSWERED_STATUSES.includes(status);
const townsOf = (replies: readonly SurveyReplyRow[]): string[] => replies.flatMap(({ areaIds }) => areaIds);

const board = recordForm({
  form: surveyBoardForm,
  async open(sitting) {
    const round = await roundHere(sitting);
    if (isStep(round)) return round;
    const { bot, who, state } = sitting;
    const { language } = state;
    const replies = repliesIn(bot, round.id);
    const byWhom = await writersOf(bot, who, replies);
    const lines = replies.map((reply): [string, string] => [
      namesOf(bot, reply.areaIds),
      lineOf(bot, reply, round, byWhom.get(reply.id) ?? null, language),
    ]);
    const words = surveyTalk[language];
    const answered = townsOf(replies.filter(isAnswered)).length;
    const all = townsOf(replies).length;
    return {
      kind: 'sheet',
      state: openedState({ ...state, about: { round: round.id } }),
      showing: {
        before: [
          { kind: 'heading', text: round.title },
          { kind: 'said', text: words.counts(answered, all, all - answered) },
          {
            kind: 'pairs',
            pairs: [
              [words.referenceDate, round.referenceDate],
              [words.due, dueText(bot, round, language)],
              ...totals(replies, language),
            ],
          },
          { kind: 'pairs', pairs: lines },
          { kind: 'said', text: words.notToldWho },
          ...boardButtons(round, language),
        ],
        choices: {
          reply: replies.map((reply) => ({
            value: reply.id,
            label: namesOf(bot, reply.areaIds),
            description: replyStatusWords[reply.status][language],
          })),
        },
      },
    };
  },
  send: ({ values, ...sitting }) =>
    replyStep({ ...sitting, state: { ...sitting.state, record: values.reply ?? null } }),
});

/** How many towns are in each state. */
const totals = (replies: readonly SurveyReplyRow[], language: Language): [string, string][] =>
  ReplyStatus.options.flatMap((status) => {
    const count = townsOf(replies.filter((reply) => reply.status === status)).length;
    return count > 0 ? [[replyStatusWords[status][language], String(count)] as [string, string]] : [];
  });

/** Its state, since when, by which section and by which way; how late it is, and what is missing. */
function lineOf(
  bot: Bot,
  reply: SurveyReplyRow,
  round: SurveyRoundRow,
  who: string | null,
  language: Language,
): string {
  const { status, way, begunAt, sentAt, decidedAt } = reply;
  const at = { none: null, draft: begunAt, answered: sentAt, returned: decidedAt, accepted: decidedAt }[status];
  const when = at === null ? null : formatDate(todayIn(new Date(at)), language);
  const words = surveyTalk[language];
  const line = words.line(replyStatusWords[status][language], when, who, way && replyWayWords[way][language]);
  const lacking = isAnswered(reply) ? round.columns.filter((column) => reply[column] === null) : [];
  const ownDay = ownDayOf(bot, reply, round);
  const notes = [
    ownDay && plannedTalk[language].ownDay(formatDate(ownDay, language)),
    lateness(bot, reply, round, language),
    lacking.length > 0 && words.lacks(columnsText(lacking, language)),
  ].filter(Boolean);
  return [line, ...notes].join('　');
}

/** By reply, the section whose people wrote it last, or what that person is called. */
async function writersOf(bot: Bot, { team }: Who, replies: readonly SurveyReplyRow[]): Promise<Map<string, string>> {
  const changes = await bot.registrar.lastChanges(
    'surveyReply',
    replies.map(({ id }) => id),
  );
  const users = [...new Set([...changes.values()].map(({ by }) => by.user))];
  const members = new Map(
    await Promise.all(users.map(async (user) => [user, await bot.members.of({ team, user })] as const)),
  );
  const writers = [...changes].map(([id, { by }]) => {
    const section = members.get(by.user)?.find((member) => member.section !== null)?.section;
    return [id, section ?? by.name ?? ''] as const;
  });
  return new Map(writers.filter(([, name]) => name !== ''));
}

function boardButtons(round: SurveyRoundRow, language: Language): Part[] {
  if (round.state === 'closed') return [];
  const words = surveyTalk[language];
  const buttons = [
    { action: SURVEY_ASK, label: words.ask, value: round.id },
    goButton('change', words.change, { form: 'survey-change', about: { round: round.id } }),
    goButton('close', words.close, { form: 'survey-close', about: { round: round.id } }),
  ];
  return [{ kind: 'buttons', name: 'board', buttons }];
}

/** What closing does, before it is done. */
const close = recordForm({
  form: closeSurveyForm,
  async open(sitting) {
    const round = await roundHere(sitting);
    if (isStep(round)) return round;
    const { bot, state } = sitting;
    const words = surveyTalk[state.language];
    if (round.state === 'closed') return result({ kind: 'notice', text: words.closedAlready });
    const [opened, changed] = await Promise.all([
      bot.registrar.open('surveyRound', round.id),
      bot.registrar.changedSinceReplies(round.id),
    ]);
    const replies = repliesIn(bot, round.id);
    const missing = townsOf(replies.filter((reply) => !isAnswered(reply)));
    const said = [
      words.published(townsOf(replies.filter(isAnswered)).length),
      ...(missing.length > 0 ? [words.stay(namesOf(bot, missing))] : []),
      ...(changed.length > 0 ? [words.carried(namesOf(bot, changed))] : []),
      words.undoable,
    ];
    return {
      kind: 'sheet',
      state: openedState({ ...state, record: round.id, version: opened?.version ?? null }),
      showing: {
        before: [{ kind: 'heading', text: round.title }, ...said.map((text): Part => ({ kind: 'said', text }))],
      },
    };
  },
  async send(sent) {
    const { bot, state } = sent;
    const request = requestOf(sent, { kind: 'surveyRound', id: state.record, fields: { state: 'closed' } });
    const outcome = await bot.registrar.save(request);
    bot.delivery.nudge();
    return outcomeStep(sent, 'surveyRound', outcome);
  },
});

/** Asks those who have not answered. */
export function surveyButtons(listeners: Listeners, bot: Bot, forms: RecordForms): void {
  listeners.action(SURVEY_ASK, {
    lazy: (call) =>
      forms.pressed(call, async (language) => {
        const asked = await bot.registrar.askUnanswered({ person: call.who, roundId: chosen(call) });
        bot.delivery.nudge();
        const words = surveyTalk[language];
        if (!asked) return result({ kind: 'notice', text: words.notYours });
        const text =
          asked.asked > 0 ? words.askedNow(asked.asked, asked.unanswered) : words.askedBefore(asked.unanswered);
        return result({ kind: 'said', text });
      }),
  });
}

/** What stands above the columns where somebody may answer a round, or open one. */
export async function surveyDoors({ bot, who, state }: Sitting): Promise<Part[]> {
  const rights = await bot.registrar.rights(who);
  const words = surveyTalk[state.language];
  const rounds = bot.lookup.lookup.records.surveyRounds;
  const own = rounds
    .filter((round) => round.state === 'open')
    .flatMap((round) => repliesIn(bot, round.id).filter(({ areaIds }) => rights.belongsTo(areaIds)));
  const answers = own.slice(0, 10).map((reply, at) => {
    const title = roundOf(bot, reply.roundId)?.title ?? '';
    const label = `${title}: ${reply.areaIds.map(areaName(bot)).join('・')}（${replyStatusWords[reply.status][state.language]}）`;
    return goButton(`reply-${at}`, label, { form: 'survey-reply', record: reply.id });
  });
  const boards = rounds
    .filter((round) => isPrefectures(bot, rights, round.areaIds))
    .slice(-5)
    .map((round, at) =>
      goButton(`board-${at}`, `${words.board}: ${round.title}`, { form: 'survey-board', about: { round: round.id } }),
    );
  const isOpen =
    own.length > 0 || rounds.some((round) => round.state === 'open' && isPrefectures(bot, rights, round.areaIds));
  const sheets = isOpen ? [documentDoor(documentTalk[state.language].sheets, 'survey')] : [];
  const open = rights.mayAdminister ? [goButton('survey-open', words.openNew, { form: 'survey-open' })] : [];
  const buttons = [...answers, ...sheets, ...boards, ...open];
  return buttons.length === 0
    ? []
    : [
        { kind: 'heading', text: words.ongoing },
        { kind: 'buttons', name: 'surveys', buttons },
      ];
}

export const surveyBoardForms: readonly AnyRecordForm[] = [board, close];
