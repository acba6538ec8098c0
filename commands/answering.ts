import type { ModalView } from '@slack/types';
import { offersOf } from '../src/lookup/offers.ts';
import type { Answered, Place } from '../src/registry/answers/desk.ts';
import type { FindAsker } from '../src/registry/live-lookup.ts';
import { type AnswerView, answerMessage } from '../src/slack/answer-view.ts';
import type { ActionBody } from '../src/slack/bodies.ts';
import { loadingForm, saidForm } from '../src/slack/forms.ts';
import { guideMessage } from '../src/slack/guide-view.ts';
import type { Call, Who } from '../src/slack/listeners.ts';
import type { Message } from '../src/slack/voice.ts';
import type { Language } from '../src/words/labels.ts';
import { type SlackWords, slackWords } from '../src/words/slack.ts';
import { areasOf, type Bot } from './bot.ts';
import { changeAsked, entryMessage } from './entries.ts';

/** An answer as a message, in the language of its question, with labels in the person's. */
export function messageOf(
  { turn, id, asked }: Answered,
  bot: Pick<Bot, 'lookup'>,
  rest: Pick<AnswerView, 'language' | 'alone' | 'page' | 'about' | 'note'>,
): Message {
  const { answer } = turn;
  const question = asked.at(-1)?.question;
  return answerMessage({ answer, id, offers: offersOf(answer, areasOf(bot)), question, ...rest });
}

/**
 * Answers what was said in a thread or in direct messages; nothing said is answered with the guide. What is told to the
 * asker alone is whispered where others read.
 */
export async function answerThere(
  bot: Bot,
  { key, who }: Call<unknown>,
  question: string,
  { direct, follows, ...place }: Where,
): Promise<void> {
  const language = bot.locales.of(who.user);
  if (question === '') {
    if (await bot.desk.isNew(key)) await bot.voice.post(place.channel, guideMessage(await language), place.thread);
    return;
  }
  const change = changeAsked(question);
  if (change) {
    if (await bot.desk.isNew(key))
      await bot.voice.post(place.channel, entryMessage(change, await language), place.thread);
    return;
  }
  await bot.desk.ask({ key, question, place, follows, asker: askerOf(bot, who) }, async (answered) => {
    const message = messageOf(answered, bot, { language: await language, alone: false });
    if (answered.turn.answer.toAskerAlone && !direct)
      return bot.voice.whispering(place.channel, who.user, message, place.thread);
    return bot.voice.posting(place.channel, message, place.thread);
  });
}

/** Finds out what an answer may hang on of somebody; asked only where it does. */
export const askerOf =
  ({ registrar }: Pick<Bot, 'registrar'>, who: Who): FindAsker =>
  (saved) =>
    registrar.asker(who, saved);

/** Where something is asked. */
interface Where extends Pick<Place, 'channel' | 'thread'> {
  /** In somebody's direct messages, where nobody else reads. */
  direct: boolean;
  /** What it may go on from. */
  follows: 'thread' | 'channel' | undefined;
}

/** What a button or menu stands for. */
export const chosen = ({ body: { actions } }: Call<ActionBody>): string =>
  actions[0]?.selected_option?.value ?? actions[0]?.value ?? '';

/** Opens a form at once, and shows in it what comes of `fill`; a failure is told there, too. */
export async function openFilled(
  bot: Bot,
  call: Call<ActionBody>,
  titleIn: (words: SlackWords) => string,
  fill: (language: Language) => Promise<ModalView | null>,
): Promise<void> {
  const language = await bot.locales.of(call.who.user);
  const title = titleIn(slackWords[language]);
  const form = await bot.voice.openForm(call.body.trigger_id, loadingForm(title, language));
  await fillForm(bot, call, form, title, language, () => fill(language));
}

/** Shows what comes of `fill` in a form that is open. */
export async function fillForm(
  bot: Bot,
  call: Call<unknown>,
  form: string,
  title: string,
  language: Language,
  fill: () => Promise<ModalView | null>,
): Promise<void> {
  call.notice = (words) => bot.voice.updateForm(form, saidForm(title, language, words));
  const view = await fill();
  if (view) await bot.voice.updateForm(form, view);
}
