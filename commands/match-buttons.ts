import { placeIn } from '../src/slack/home-own-view.ts';
import type { Listeners } from '../src/slack/listeners.ts';
import { MATCH, MatchValue } from '../src/slack/match-view.ts';
import { matchWords } from '../src/words/matches.ts';
import { chosen } from './answering.ts';
import type { Bot } from './bot.ts';
import type { Homes } from './homes.ts';

/** 役に立たない: gone for this person, from Home at once. */
export function matchButtons(listeners: Listeners, bot: Bot, homes: Homes): void {
  listeners.action(new RegExp(`^${MATCH.useless}\\.\\d+$`), {
    async lazy(call) {
      await bot.matches.hide(call.who, MatchValue.parse(JSON.parse(chosen(call))));
      const { view } = call.body;
      if (view?.type === 'home') await homes.publish(call.who, placeIn(view.private_metadata));
      else {
        await homes.follow(call.who);
        await call.notice(matchWords[await bot.locales.of(call.who.user)].hidden);
      }
    },
  });
}
