import { RespondError } from '@slack/bolt';
import { plainText } from '../src/lookup/plain-text.ts';
import type { Answered, Place } from '../src/registry/answers/desk.ts';
import { ANSWER, ReadValue } from '../src/slack/answer-actions.ts';
import type { ActionBody } from '../src/slack/bodies.ts';
import { copyForm } from '../src/slack/forms.ts';
import type { Call, Listeners } from '../src/slack/listeners.ts';
import { pictureWords } from '../src/words/pictures.ts';
import { plannedAnswerWords } from '../src/words/planned-answers.ts';
import { slackWords } from '../src/words/slack.ts';
import { answerFiles } from './answer-files.ts';
import { sendPictures } from './answer-pictures.ts';
import { askerOf, chosen, messageOf, openFilled } from './answering.ts';
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
  on(ANSWER.picture, picture);
  on(ANSWER.feedback, feedback);
}

/** Direct messages are channels whose id begins so. */
const isDirect = (channel: string): boolean => channel.startsWith('D');

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
  const asking = { key: call.key, question, place, follows, asker: askerOf(bot, call.who) };
  await bot.desk.ask(asking, (answered) => showing(call, bot, answered));
}

/** The same question without a part of how it was understood. */
async function drop(call: Press, bot: Bot): Promise<void> {
  const { id, slot } = ReadValue.slot.parse(chosen(call));
  const dropping = { key: call.key, id, slot, place: placeOf(call) ?? undefined, asker: askerOf(bot, call.who) };
  await bot.desk.without(dropping, (answered) => showing(call, bot, answered));
}

async function more(call: Press, bot: Bot): Promise<void> {
  const { id, page } = ReadValue.page.parse(chosen(call));
  const answered = await bot.desk.recall(call.key, id, askerOf(bot, call.who));
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
  if (place && answered.turn.answer.toAskerAlone && !isDirect(place.channel))
    return bot.voice.whispering(place.channel, call.who.user, message, place.thread);
  if (place) return bot.voice.posting(place.channel, message, place.thread);
  if (url === undefined) return bot.voice.posting(call.who.user, message);
  return bot.voice.responding(url, message, { replace: page === undefined });
}

const questionOf = ({ asked }: Answered): string => asked.at(-1)?.question ?? '';

/**
 * An answer that may go further, as anybody may see it; null when the press was delivered before, or when it is told to
 * the asker alone, which the person is then told (rules 1.6).
 */
async function recallForOthers(call: Press, bot: Bot): Promise<(Answered & { id: string }) | null> {
  const answered = await bot.desk.recall(call.key, ReadValue.id.parse(chosen(call)));
  if (!answered?.turn.answer.toAskerAlone) return answered;
  await call.notice(plannedAnswerWords[await bot.locales.of(call.who.user)].toYouAlone);
  return null;
}

/** Shows the answer to everybody in the channel; the asker's own then has no button for it any more. */
async function share(call: Press, bot: Bot): Promise<void> {
  const answered = await recallForOthers(call, bot);
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
  const answered = await recallForOthers(call, bot);
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
      const answered = await recallForOthers(call, bot);
      return answered && copyForm(plainText(answered.turn.answer), language);
    },
  );
}

async function files(call: Press, bot: Bot): Promise<void> {
  const answered = await recallForOthers(call, bot);
  if (!answered) return;
  const language = await bot.locales.of(call.who.user);
  const words = slackWords[language];
  const made = answerFiles(answered.turn.answer, bot.clock.today(), language);
  await bot.voice.sendFiles(call.who.user, made, words.fileComment(questionOf(answered)));
  await call.notice(words.filesSent);
}

/** The answer as a picture, to whoever sees the answer. */
async function picture(call: Press, bot: Bot): Promise<void> {
  const answered = await bot.desk.recall(call.key, ReadValue.id.parse(chosen(call)));
  if (!answered) return;
  const language = await bot.locales.of(call.who.user);
  const { picture: subject } = answered.turn.answer;
  const { user } = call.who;
  const told = subject
    ? await sendPictures(bot, { subject, language, place: placeOf(call), user })
    : pictureWords[language].nothing;
  if (told) await call.notice(told);
}

async function feedback(call: Press, bot: Bot): Promise<void> {
  const { id, feedback: opinion } = ReadValue.feedback.parse(chosen(call));
  const answered = await bot.desk.recall(call.key, id);
  if (!answered) return;
  bot.desk.rate(answered, opinion);
  await call.notice(slackWords[await bot.locales.of(call.who.user)].thanks);
}
