import { formatDate } from '../src/calendar/wareki.ts';
import type { Fields } from '../src/forms/definition.ts';
import type { Form } from '../src/forms/form.ts';
import type { Part } from '../src/forms/sheet.ts';
import { openedState } from '../src/forms/state.ts';
import {
  acceptSurveyForm,
  cellChange,
  cellTyped,
  returnSurveyForm,
  sendSurveyForm,
  surveyColumnForm,
  surveySlotForm,
  surveyVisionForm,
  VISION_FIELDS,
  visionChange,
} from '../src/forms/survey.ts';
import type { Typed } from '../src/forms/typed.ts';
import type { FieldsOf } from '../src/records/changes.ts';
import { IsoDay } from '../src/records/closed-days.ts';
import {
  type ReplyAnswers,
  RoundColumn,
  type SurveyReplyRow,
  type SurveyRoundRow,
  slotId,
} from '../src/records/survey-round.ts';
import type { Rights } from '../src/registry/members/permissions.ts';
import { goButton } from '../src/slack/record-forms.ts';
import { facetWords, type Language } from '../src/words/labels.ts';
import { surveyReplyWords } from '../src/words/survey-forms.ts';
import { replyStatusWords, slotIdText, slotText, surveyValue } from '../src/words/survey-round.ts';
import { surveyTalk } from '../src/words/survey-talk.ts';
import { outcomeStep, recordButtons, refusal, requestOf, result, saved } from './outcomes.ts';
import { type AnyRecordForm, type recordForm, type Sent, type Sitting, type Step, said } from './record-form.ts';
import { areaName } from './records.ts';
import {
  dueText,
  filledAnswers,
  isEmpty,
  isPrefectures,
  isStep,
  lateness,
  maySeeReply,
  namesOf,
  repliesIn,
  replyOf,
  roundOf,
  sameAsBefore,
} from './survey-records.ts';

// A town's reply to the survey: column by column, then sent in at one press after a check. The prefecture sees and decides
// here, too, and answers in a town's stead (代理入力).

/** What a step needs to know of the reply that it is about. */
export interface AtReply {
  reply: SurveyReplyRow;
  round: SurveyRoundRow;
  rights: Rights;
}

/** The reply of a sitting as it stands now; else what is said instead. */
export async function atReply({ bot, who, state }: Sitting): Promise<AtReply | Step> {
  await bot.lookup.refresh();
  const rights = await bot.registrar.rights(who);
  const reply = replyOf(bot, state.record);
  const round = reply && roundOf(bot, reply.roundId);
  if (reply && round && maySeeReply(bot, rights, reply)) return { reply, round, rights };
  return result({ kind: 'notice', text: surveyTalk[state.language][reply ? 'notYours' : 'noneOpen'] });
}

/** Shows a reply with all that may be done with it. */
export async function replyStep(sitting: Sitting): Promise<Step> {
  const found = await atReply(sitting);
  return isStep(found) ? found : said(surveyReplyWords.title, replyParts(sitting, found));
}

function replyParts({ bot, state: { language } }: Sitting, { reply, round, rights }: AtReply): Part[] {
  const words = surveyTalk[language];
  const answers = filledAnswers(bot, reply);
  const late = lateness(bot, reply, round, language);
  const until = reply.ownDay ? formatDate(reply.ownDay, language) : dueText(bot, round, language);
  const pairs: [string, string | null][] = [
    [words.status, [replyStatusWords[reply.status][language], late].filter(Boolean).join('　')],
    [words.referenceDate, round.referenceDate],
    [words.due, until],
    [words.hearing, reply.slot && slotIdText(reply.slot, language)],
  ];
  const notices: Part[] =
    reply.status === 'returned' ? [{ kind: 'notice', text: words.returned(reply.reason ?? '', until) }] : [];
  const before = round.state === 'open' ? sameAsBefore(bot, reply) : [];
  const columns = round.columns.map((column): [string, string] => {
    const text = surveyValue(column, answers[column], language, areaName(bot)) ?? '';
    return [facetWords[column][language], shortened(before.includes(column) ? words.asBefore(text) : text)];
  });
  return [
    { kind: 'heading', text: `${round.title}（${namesOf(bot, reply.areaIds)}）` },
    ...notices,
    { kind: 'pairs', pairs: pairs.filter((pair): pair is [string, string] => pair[1] !== null && pair[1] !== '') },
    { kind: 'said', text: words.columns },
    { kind: 'pairs', pairs: columns },
    ...replyButtons(bot, { reply, round, rights }, language),
  ];
}

const SHORT = 80;
const shortened = (text: string) => {
  const line = text.replaceAll('\n', ' ／ ');
  return line.length > SHORT ? `${line.slice(0, SHORT).replace(/[\uD800-\uDBFF]$/, '')}…` : line;
};

function replyButtons(bot: Sitting['bot'], { reply, round, rights }: AtReply, language: Language): Part[] {
  const words = surveyTalk[language];
  const record = reply.id;
  const go = (at: string, label: string, form: string) => goButton(at, label, { form, record });
  const prefecture = isPrefectures(bot, rights, reply.areaIds);
  const open = round.state === 'open';
  const writes = open && reply.status !== 'accepted';
  // What was asked after the answers were accepted is still to be written.
  const writable = open ? round.columns.filter((column) => writes || reply[column] === null) : [];
  const columns = writable.map((column) =>
    goButton(column, facetWords[column][language], { form: formOf(column), record, about: { column } }),
  );
  const decides = open && prefecture && reply.status === 'answered';
  const what = [
    ...(writes ? [go('send', reply.status === 'returned' ? words.resend : words.toSend, 'survey-send')] : []),
    ...(open && round.slots.length > 0 ? [go('slot', words.takeHearing, 'survey-slot')] : []),
    ...(decides ? [go('accept', words.accept, 'survey-accept')] : []),
    ...(open && prefecture && ['answered', 'accepted'].includes(reply.status)
      ? [go('return', words.sendBack, 'survey-return')]
      : []),
    ...recordButtons('surveyReply', record, language).slice(1),
    ...(prefecture ? [goButton('board', words.board, { form: 'survey-board', about: { round: round.id } })] : []),
  ];
  return [
    ...(columns.length > 0 ? ([{ kind: 'buttons', name: 'columns', buttons: columns }] satisfies Part[]) : []),
    { kind: 'buttons', name: 'what', buttons: what },
  ];
}

const formOf = (column: RoundColumn): string =>
  column === 'hub' ? 'survey-hub' : column === 'vision' ? 'survey-vision' : 'survey-column';

/** The way back to the reply, under what became of it. */
const withBack = (step: Step, { state }: Sitting): Step =>
  step.kind === 'said'
    ? {
        ...step,
        parts: [
          ...step.parts,
          {
            kind: 'buttons',
            name: 'back',
            buttons: [
              goButton('back', surveyTalk[state.language].back, { form: 'survey-reply', record: state.record }),
            ],
          },
        ],
      }
    : step;

/** Saves what was written of a reply. */
export async function savedReply(
  sent: Sent<unknown>,
  { reply, rights }: AtReply,
  answers: Partial<ReplyAnswers>,
  send = false,
): Promise<Step> {
  const { bot, who, key, state, reason, official } = sent;
  const inStead = isPrefectures(bot, rights, reply.areaIds) && !rights.belongsTo(reply.areaIds);
  const outcome = await bot.registrar.saveReply({
    ...{ person: who, key, roundId: reply.roundId, areaId: reply.areaIds[0] ?? '', version: state.version, answers },
    ...{ way: inStead ? 'in-stead' : 'chat', sent: send, reason, official },
  });
  bot.delivery.nudge();
  return withBack(await outcomeStep(sent, 'surveyReply', outcome), sent);
}

/** One form of a reply: opened for whoever may write it, with what it says now. */
export function replyForm<F extends Fields>(one: {
  form: Form<F>;
  typed(at: AtReply, answers: ReplyAnswers, sitting: Sitting): Typed;
  before?(at: AtReply, answers: ReplyAnswers, sitting: Sitting): Part[];
  choices?(at: AtReply, sitting: Sitting): Record<string, { value: string; label: string }[]>;
  send(sent: Parameters<ReturnType<typeof recordForm>['send']>[0], at: AtReply, answers: ReplyAnswers): Promise<Step>;
}): AnyRecordForm {
  return {
    form: one.form as unknown as AnyRecordForm['form'],
    async open(sitting) {
      const found = await atReply(sitting);
      if (isStep(found)) return found;
      const { bot, state } = sitting;
      const no = await refusal(sitting, 'surveyReply', { id: found.reply.id });
      if (no) return no;
      const opened = await bot.registrar.open('surveyReply', found.reply.id);
      const answers = filledAnswers(bot, found.reply);
      const typed = one.typed(found, answers, sitting);
      const fresh = openedState({ ...state, record: found.reply.id, version: opened?.version ?? null });
      const heading = `${found.round.title}（${namesOf(bot, found.reply.areaIds)}）`;
      return {
        kind: 'sheet',
        state: one.form.opened(fresh, typed),
        showing: {
          typed,
          before: [{ kind: 'heading', text: heading }, ...(one.before?.(found, answers, sitting) ?? [])],
          choices: one.choices?.(found, sitting) ?? {},
        },
      };
    },
    async send(sent) {
      const found = await atReply(sent);
      return isStep(found) ? found : one.send(sent as never, found, filledAnswers(sent.bot, found.reply));
    },
  };
}

const columnIn = ({ state }: Sitting) =>
  RoundColumn.exclude(['hub', 'vision']).catch('situation').parse(state.about.column);

const column = replyForm({
  form: surveyColumnForm,
  typed: (_at, answers, sitting) => {
    const cell = answers[columnIn(sitting)];
    return cell ? cellTyped(cell) : {};
  },
  before: (_at, _answers, sitting) => [
    { kind: 'heading', text: facetWords[columnIn(sitting)][sitting.state.language] },
  ],
  send: (sent, at, answers) => {
    const name = columnIn(sent);
    const now = answers[name] ?? { stated: 'blank', text: null, statements: [] };
    return savedReply(sent, at, { [name]: cellChange(sent.values as never, now) });
  },
});

const vision = replyForm({
  form: surveyVisionForm,
  typed: (_at, { vision: now }) =>
    Object.fromEntries((now ?? []).map((each) => [VISION_FIELDS[each.scene], each.vision])),
  send: (sent, at, answers) =>
    savedReply(sent, at, { vision: visionChange(sent.values as never, answers.vision ?? []) }),
});

const slot = replyForm({
  form: surveySlotForm,
  typed: ({ reply }) => ({ slot: reply.slot }),
  choices: ({ reply, round }, { bot, state }) => {
    const taken = repliesIn(bot, round.id).flatMap((each) => (each.id === reply.id ? [] : (each.slot ?? [])));
    const free = round.slots.filter((each) => !taken.includes(slotId(each)));
    return { slot: free.map((each) => ({ value: slotId(each), label: slotText(each, state.language) })) };
  },
  async send(sent) {
    const values = sent.values as { slot?: string };
    return withBack(
      await saved(sent, { kind: 'surveyReply', id: sent.state.record, fields: { slot: values.slot ?? null } }),
      sent,
    );
  },
});

/** All columns that are asked, as they will be sent: last year's where nobody wrote. */
const send = replyForm({
  form: sendSurveyForm,
  typed: () => ({}),
  before: ({ reply, round }, answers, { bot, state: { language } }) => {
    const words = surveyTalk[language];
    const labels = (columns: readonly RoundColumn[]) =>
      columns.map((each) => facetWords[each][language]).join(language === 'ja' ? '、' : ', ');
    const empty = round.columns.filter((each) => isEmpty(answers, each));
    const before = sameAsBefore(bot, reply);
    const same = round.columns.filter((each) => before.includes(each) && !empty.includes(each));
    return [
      { kind: 'said', text: empty.length > 0 ? words.empty(labels(empty)) : words.nothingEmpty },
      ...(same.length > 0 ? ([{ kind: 'said', text: words.unchanged(labels(same)) }] satisfies Part[]) : []),
      { kind: 'said', text: words.sendNote },
    ];
  },
  send: (sent, at, answers) => {
    const asked = at.round.columns.map((each) => [each, answers[each]] as const);
    return savedReply(sent, at, Object.fromEntries(asked), true);
  },
});

/** What the prefecture decides of a reply. */
const decision = <F extends Fields>(
  form: Form<F>,
  fieldsOf: (sent: Sent<unknown>) => Partial<FieldsOf<'surveyReply'>>,
) =>
  replyForm({
    form,
    typed: () => ({}),
    async send(sent) {
      const fields = fieldsOf(sent as Sent<unknown>);
      const request = requestOf(sent as Sent<unknown>, { kind: 'surveyReply', id: sent.state.record, fields });
      const outcome = await sent.bot.registrar.save(request);
      sent.bot.delivery.nudge();
      return withBack(await outcomeStep(sent as Sent<unknown>, 'surveyReply', outcome), sent);
    },
  });

const giveBack = decision(returnSurveyForm, ({ values, reason }) => {
  const { ownDay = '' } = values as { ownDay?: string };
  return { status: 'returned', ownDay: IsoDay.parse(ownDay), reason };
});

const accept = decision(acceptSurveyForm, () => ({ status: 'accepted' }));

/** A reply by its id, or the one of somebody's own areas in a round. */
const reply: AnyRecordForm = {
  ...send,
  form: { ...send.form, id: 'survey-reply' },
  async open(sitting) {
    const { bot, who, state } = sitting;
    if (state.record !== null) return replyStep(sitting);
    await bot.lookup.refresh();
    const rights = await bot.registrar.rights(who);
    const own = repliesIn(bot, state.about.round ?? '').filter(({ areaIds }) => rights.belongsTo(areaIds));
    const [only] = own;
    if (only && own.length === 1) return replyStep({ ...sitting, state: { ...state, record: only.id } });
    const words = surveyTalk[state.language];
    if (!only) return result({ kind: 'notice', text: words.noneOpen });
    const buttons = own.map((each, at) =>
      goButton(`reply-${at}`, namesOf(bot, each.areaIds), { form: 'survey-reply', record: each.id }),
    );
    return result({ kind: 'said', text: words.whose }, { kind: 'buttons', name: 'replies', buttons });
  },
};

export const surveyReplyForms: readonly AnyRecordForm[] = [reply, column, vision, slot, send, giveBack, accept];
