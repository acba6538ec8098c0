import { figuresOf, type Picture, pictureOf } from '../src/documents/pictures/pictures.ts';
import type { PictureSubject } from '../src/records/picture-subject.ts';
import type { Place } from '../src/registry/answers/desk.ts';
import { slackProblem } from '../src/slack/errors.ts';
import type { UploadedFile } from '../src/slack/voice.ts';
import type { Language } from '../src/words/labels.ts';
import { pictureWords } from '../src/words/pictures.ts';
import type { Bot } from './bot.ts';

/** More at once would bury the conversation. */
const MOST = 4;

interface Wish {
  subject: PictureSubject;
  language: Language;
  /** Where the answer is seen; null: by the person alone. */
  place: Place | null;
  user: string;
}

/**
 * Sends the pictures of an answer to where the answer is, each with its text; where the bot cannot bring files there, to
 * the direct messages. Says what is to be told to the person, if anything.
 */
export async function sendPictures(bot: Bot, { subject, language, place, user }: Wish): Promise<string | null> {
  const words = pictureWords[language];
  const figures = figuresOf(bot.lookup.lookup.records, subject, language);
  if (figures.length === 0) return words.nothing;
  const left = figures.length - MOST;
  const drawn = figures.slice(0, MOST).map((figure, at) => pictureOf(figure, bot.clock.today(), at + 1));
  let room = place;
  for (const picture of await Promise.all(drawn)) room = await bring(bot, picture, room, user);
  const told = [...(room ? [] : [words.sent]), ...(left > 0 ? [words.more(left)] : [])];
  return told.length > 0 ? told.join('') : null;
}

const UNREACHABLE = /^(channel_not_found|not_in_channel|is_archived|restricted_action\w*)$/;

/** Gives the place that the picture came to; null: the direct messages. */
async function bring(bot: Bot, picture: Picture, place: Place | null, user: string): Promise<Place | null> {
  const { twin, ...file } = picture;
  const files: UploadedFile[] = [file];
  try {
    if (place) {
      await bot.voice.shareFiles(place, files, twin);
      return place;
    }
  } catch (error) {
    if (!UNREACHABLE.test(slackProblem(error)?.code ?? '')) throw error;
  }
  await bot.voice.sendFiles(user, files, twin);
  return null;
}
