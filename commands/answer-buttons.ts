import { RespondError } from '@slack/bolt';
import { plainText } from '../src/lookup/plain-text.ts';
import type { Answered, Place } from '../src/registry/desk.ts';
import { ANSWER, ReadValue } from '../src/slack/answer-actions.ts';
import type { ActionBody } from '../src/slack/bodies.ts';
import { copyForm } from '../src/slack/forms.ts';
import type { Call, Listeners } from '../src/slack/listeners.ts';
import { slackWords } from '../src/words/slack.ts';
import { answerFiles } from './answer-files.ts';
import { chosen, messageOf, openFilled } from './answering.ts';
import type { Bot } from './bot.ts';

type Press = Call<ActionBody>;

/** The buttons and menus of an answer. Each computes the answer anew, as the records are now. */
export function answerButtons(listeners: Listeners, bot: Bot): void {
  const on = (id: string | RegExp, press: (call: Press, bot: Bot) => Promise<void>) =>
    listeners.action(id, { lazy: (call) => press(call, bot) });
  on(/^answer\.ask\.\d+$/, ask);
  on(ANSWER.drop, drop);
  on(ANSWER.more, more);
  on(ANSWER.share, share);
  on(ANSWER.keep, keep);
  on(ANSWER.copy, copy);
  on(ANSWER.files, files);
  on(ANSWER.feedback, feedback);
}

/** The thread of the message that carries the button; null where the person alone sees it, and on Home. */
function placeOf({ body: { container, channel, message } }: Press): Place | null {
  const { channel_id = channel?.id, message_ts, thread_ts = message?.thread_ts, is_ephemeral } = container;
  if (!channel_id || !message_ts || is_ephemeral) return null;
  return { channel: channel_id, thread: thread_ts ?? message_ts };
}

/** An example, a choice, "did you mean": asks the question that the button names. */
async function ask(call: Press, bot: Bot): Promise<void> {
  const { question, after } = ReadValue.question.parse(chosen(call));
  const place = placeOf(call) ?? undefined;
  const follows = after === null ? undefined : { id: after };
  await bot.desk.ask({ key: call.key, question, place, follows }, (answered) => showing(call, bot, answered));
}

/** The same question without a part of how it was understood. */
async function drop(call: Press, bot: Bot): Promise<void> {
  const { id, slot } = ReadValue.slot.parse(chosen(call));
  await bot.desk.without(call.key, id, slot, placeOf(call) ?? undefined, (answered) => showing(call, bot, answered));
}

async function more(call: Press, bot: Bot): Promise<void> {
  const { id, page } = ReadValue.page.parse(chosen(call));
  const answered = await bot.desk.recall(call.key, id);
  if (answered) await (await showing(call, bot, answered, page))();
}

/**
 * Answers where the button is: in its thread; to the person alone, in place of the answer that only that person saw;
 * from Home in the direct messages.
 */
async function showing(
  call: Press,
  bot: Bot,
  answered: Answered,
  page?: number,
): Promise<() => Promise<Place | undefined>> {
  const place = placeOf(call);
  const url = call.body.response_url;
  const language = await bot.locales.of(call.who.user);
  const about = { question: questionOf(answered) };
  const message = messageOf(answered, bot, { language, alone: place === null && url !== undefined, page, about });
  if (place) return bot.voice.posting(place.channel, message, place.thread);
  if (url === undefined) return bot.voice.posting(call.who.user, message);
  return bot.voice.responding(url, message, { replace: page === undefined });
}

const questionOf = ({ asked }: Answered): string => asked.at(-1)?.question ?? '';

/** Shows the answer to everybody in the channel; the asker's own then has no button for it any more. */
async function share(call: Press, bot: Bot): Promise<void> {
  const answered = await bot.desk.recall(call.key, ReadValue.id.parse(chosen(call)));
  const { response_url: url, channel } = call.body;
  if (!answered || !url) return;
  const language = await bot.locales.of(call.who.user);
  const about = { by: call.who.user, question: questionOf(answered) };
  const message = messageOf(answered, bot, { language, alone: false, about });
  try {
    await bot.voice.respond(url, message, { everybody: true });
  } catch (error) {
    if (!(error instanceof RespondError) || !channel) throw error;
    bot.desk.stands(answered, await bot.voice.post(channel.id, message)); // the address has expired
    return;
  }
  const note = slackWords[language].shared;
  const own = { question: questionOf(answered) };
  await bot.voice.respond(url, messageOf(answered, bot, { language, alone: false, note, about: own }), {
    replace: true,
  });
}

async function keep(call: Press, bot: Bot): Promise<void> {
  const answered = await bot.desk.recall(call.key, ReadValue.id.parse(chosen(call)));
  if (!answered) return;
  const language = await bot.locales.of(call.who.user);
  const about = { question: questionOf(answered) };
  const kept = await bot.voice.post(call.who.user, messageOf(answered, bot, { language, alone: false, about }));
  bot.desk.stands(answered, kept);
  await call.notice(slackWords[language].kept);
}

/** The answer as letters, for a mail or another chat. */
async function copy(call: Press, bot: Bot): Promise<void> {
  await openFilled(
    bot,
    call,
    (words) => words.copyTitle,
    async (language) => {
      const answered = await bot.desk.recall(call.key, ReadValue.id.parse(chosen(call)));
      return answered && copyForm(plainText(answered.turn.answer), language);
    },
  );
}

async function files(call: Press, bot: Bot): Promise<void> {
  const answered = await bot.desk.recall(call.key, ReadValue.id.parse(chosen(call)));
  if (!answered) return;
  const language = await bot.locales.of(call.who.user);
  const words = slackWords[language];
  const made = answerFiles(answered.turn.answer, bot.clock.today(), language);
  await bot.voice.sendFiles(call.who.user, made, words.fileComment(questionOf(answered)));
  await call.notice(words.filesSent);
}

async function feedback(call: Press, bot: Bot): Promise<void> {
  const { id, feedback: opinion } = ReadValue.feedback.parse(chosen(call));
  const answered = await bot.desk.recall(call.key, id);
  if (!answered) return;
  bot.desk.rate(answered, opinion);
  await call.notice(slackWords[await bot.locales.of(call.who.user)].thanks);
}
