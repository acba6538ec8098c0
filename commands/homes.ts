import { errorFields } from '../src/log.ts';
import { FIRST_PLACE, type HomeNote, type HomePlace } from '../src/slack/home-own-view.ts';
import { homeView } from '../src/slack/home-view.ts';
import type { Who } from '../src/slack/listeners.ts';
import type { Bot } from './bot.ts';
import { homeParts } from './home-parts.ts';

/** Of so many people it is remembered where on Home they stand. */
const MOST = 10_000;

/**
 * The Homes that people have before them. Which part of it somebody looks at travels with Home itself; what is remembered
 * here is who has one, so that it follows that person's changes. At another copy it follows when it is opened again.
 */
export class Homes {
  readonly #places = new Map<string, HomePlace>();

  constructor(readonly bot: Bot) {}

  placeOf({ team, user }: Who): HomePlace {
    return this.#places.get(`${team} ${user}`) ?? FIRST_PLACE;
  }

  /** Shows Home anew, as the records are now. */
  async publish(who: Who, place: HomePlace, note: HomeNote | null = null): Promise<void> {
    if (this.#places.size >= MOST) this.#places.clear();
    this.#places.set(`${who.team} ${who.user}`, place);
    const { bot } = this;
    const [language] = await Promise.all([bot.locales.of(who.user), bot.lookup.refresh()]);
    await bot.voice.publishHome(who.user, homeView(await homeParts(bot, who, { language, place, note })));
  }

  /** After somebody's own change; what Home cannot show now, it shows when it is opened. */
  async follow(who: Who): Promise<void> {
    if (!this.#places.has(`${who.team} ${who.user}`)) return;
    try {
      await this.publish(who, this.placeOf(who));
    } catch (error) {
      this.bot.log.warn('home.not-followed', errorFields(error));
    }
  }
}
