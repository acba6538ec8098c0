import { chooseWordForm, wordForm } from '../src/forms/admin.ts';
import type { Part } from '../src/forms/sheet.ts';
import { openedState } from '../src/forms/state.ts';
import type { Unanswered } from '../src/registry/answers/questions.ts';
import { isTaught } from '../src/registry/words.ts';
import type { Listeners } from '../src/slack/listeners.ts';
import { ADMIN, goButton } from '../src/slack/record-forms.ts';
import { adminWords } from '../src/words/admin.ts';
import type { Language } from '../src/words/labels.ts';
import {
  actedStep,
  administering,
  again,
  backButton,
  buttonsPart,
  historyButton,
  page,
  pageButtons,
  pageIn,
  plainPage,
  shownDay,
} from './admin-acting.ts';
import { chosen } from './answering.ts';
import type { Bot } from './bot.ts';
import { type AnyRecordForm, type RecordForms, recordForm, type Sitting, type Step } from './record-form.ts';
import { type Entry, recordsOf } from './records.ts';

// The words of questions: what nobody got an answer to, and the words that are to answer it from now on.

const ON_A_PAGE = 8;
/** What a button holds of a question; more is not needed to teach a word from it. */
const LONGEST = 200;

/** Words that may be changed, with the words that belong to them. */
export const wordEntries = (bot: Pick<Bot, 'lookup'>): Entry[] =>
  recordsOf(bot)
    .lexicon.filter(isTaught)
    .map(({ id, label, members, asked }) => ({
      id,
      title: label,
      description: [...members, ...asked].join('・'),
      areaIds: [],
      scene: null,
    }));

const choose: AnyRecordForm = recordForm({
  form: chooseWordForm,
  async open(sitting) {
    const { state } = sitting;
    const no = await administering(sitting, 'word');
    if (no) return no;
    const words = adminWords[state.language];
    const { question = '' } = state.about;
    const about = question === '' ? {} : { question };
    return {
      kind: 'sheet',
      state: openedState({ ...state, about, kept: {} }),
      showing: {
        before: question === '' ? [] : [{ kind: 'said', text: words.taughtFrom(question) }],
        after: buttonsPart('more', [goButton('add', words.addWord, { form: 'word', about }), backButton(sitting)]),
      },
    };
  },
  send: ({ values, state, ...sitting }) => {
    const record = values.word ?? null;
    return word.open({
      ...sitting,
      state: openedState({ form: 'word', language: state.language, record, about: state.about }),
    });
  },
});

const word: AnyRecordForm = recordForm({
  form: wordForm,
  async open(sitting) {
    const { bot, state } = sitting;
    const no = await administering(sitting, 'word');
    if (no) return no;
    const words = adminWords[state.language];
    const known = state.record === null ? null : await bot.words.get(state.record);
    if (state.record !== null && !known) return page({ kind: 'notice', text: words.unknownWord });
    const stored = known ? wordForm.typed(known) : {};
    const { question = '' } = state.about;
    const unknown = question === '' ? [] : bot.lookup.askNow([{ question }], bot.clock.today()).understood.unknown;
    const taught = unknown.length === 0 ? {} : { asked: [...(known?.asked ?? []), ...unknown].join('\n') };
    const opened = openedState({
      ...state,
      record: known?.id ?? null,
      version: known?.version ?? null,
      about: question === '' ? {} : { question },
      kept: {},
    });
    return {
      kind: 'sheet',
      state: wordForm.opened(opened, stored),
      showing: {
        typed: { weight: 'strong', ...stored, ...taught, ...state.kept },
        before: question === '' ? [] : [{ kind: 'said', text: words.taughtFrom(question) }],
        after: buttonsPart('more', [
          ...(known ? [historyButton('word', known.id, state.language)] : []),
          backButton(sitting),
        ]),
      },
    };
  },
  async send(sent) {
    const { bot, who, key, values, state } = sent;
    const words = adminWords[state.language];
    const { label = '', members = [], asked = [], english = [], except = [], weight = 'strong' } = values;
    const fields = { label, members, asked, english, except, weight };
    const outcome = await bot.words.save(who, key, fields, recordsOf(bot), state.record, state.version);
    if (outcome.outcome === 'faults') {
      return again(
        sent,
        outcome.faults.map(({ code, word: said, of = '' }) => words.wordFault[code](said, of)).join('\n'),
      );
    }
    const { question = '' } = state.about;
    const settle = question === '' ? [] : [settleButton(question, 'taught', state.language)];
    return actedStep(sent, outcome, buttonsPart('back', [...settle, backButton(sent)]));
  },
});

const settleButton = (question: string, at: string | number, language: Language) => ({
  action: `${ADMIN.settle}.${at}`,
  label: adminWords[language].settle(question),
  value: question,
});

const unanswered = plainPage('unanswered', unansweredPage);

/** What found nothing, with how often it was asked; who asked is not kept. */
async function unansweredPage(sitting: Sitting): Promise<Step> {
  const { bot, state } = sitting;
  const { language } = state;
  const no = await administering(sitting, 'word');
  if (no) return no;
  const words = adminWords[language];
  const { count } = await bot.questions.unanswered(0, 1);
  const pages = Math.max(1, Math.ceil(count / ON_A_PAGE));
  const at = pageIn(sitting, pages);
  const { questions } = await bot.questions.unanswered(at * ON_A_PAGE, ON_A_PAGE);
  return page(
    { kind: 'heading', text: words.unanswered(count) },
    ...(questions.length === 0 ? [{ kind: 'said' as const, text: words.noUnanswered }] : []),
    ...questions.flatMap((question, index): Part[] => [
      { kind: 'pairs', pairs: [[question.text, questionLine(bot, question, language)]] },
      ...(question.text.length > LONGEST
        ? []
        : buttonsPart(`question-${index}`, [
            goButton(index, words.teach(question.text), { form: 'word-choose', about: { question: question.text } }),
            settleButton(question.text, index, language),
          ])),
    ]),
    ...(pages > 1 ? [{ kind: 'said' as const, text: words.page(at + 1, pages) }] : []),
    ...buttonsPart('more', [...pageButtons(sitting, 'unanswered', at, pages), backButton(sitting)]),
  );
}

function questionLine(bot: Bot, { text, times, bad, at }: Unanswered, language: Language): string {
  const words = adminWords[language];
  const day = new Date(at.getTime() + 9 * 3_600_000).toISOString().slice(0, 10);
  const said = words.asked(times, bad, shownDay(day, language));
  const now = bot.lookup.askNow([{ question: text }], bot.clock.today()).answer.found;
  return now ? `${said}・${words.answeredNow}` : said;
}

export const lexiconForms: readonly AnyRecordForm[] = [choose, word, unanswered];

/** A question that is dealt with leaves the list. */
export function questionButtons(listeners: Listeners, bot: Bot, forms: RecordForms): void {
  listeners.action(new RegExp(`^${ADMIN.settle}\\.`), {
    lazy: (call) =>
      forms.pressed(call, async (language) => {
        const sitting = {
          bot,
          who: call.who,
          state: openedState({ form: 'unanswered', language }),
          notes: new Set<string>(),
        };
        const no = await administering(sitting, 'word');
        if (no) return no;
        await bot.questions.settle(chosen(call));
        return unansweredPage(sitting);
      }),
  });
}
