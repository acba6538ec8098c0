import type { ActionBody } from '../src/slack/bodies.ts';
import { ALL_AREAS, DueKey, HOME_DUE } from '../src/slack/home-due-view.ts';
import { FIRST_PLACE, placeIn } from '../src/slack/home-own-view.ts';
import type { Call, Listeners } from '../src/slack/listeners.ts';
import { plannedNoticeWords } from '../src/words/planned-notices.ts';
import { chosen } from './answering.ts';
import type { Bot } from './bot.ts';
import type { Homes } from './homes.ts';

/** Pages of what is due, あとで with its way back, and which area's board. */
export function homeDue(listeners: Listeners, bot: Bot, homes: Homes): void {
  const stands = ({ body }: Call<ActionBody>) => placeIn(body.view?.private_metadata);
  for (const action of [HOME_DUE.page, HOME_DUE.boardPage]) {
    listeners.action(new RegExp(`^${action}\\.\\d+$`), {
      lazy: (call) => homes.publish(call.who, placeIn(chosen(call))),
    });
  }
  listeners.action(HOME_DUE.board, {
    lazy: (call) => {
      const board = chosen(call);
      return homes.publish(call.who, {
        ...stands(call),
        board: board === ALL_AREAS ? null : board,
        boardPage: FIRST_PLACE.boardPage,
      });
    },
  });
  listeners.action(HOME_DUE.later, {
    async lazy(call) {
      const outcome = await bot.agenda.putOff(call.who, DueKey.parse(JSON.parse(chosen(call))));
      const words = plannedNoticeWords[await bot.locales.of(call.who.user)].pressing;
      await homes.publish(call.who, stands(call), outcome === 'done' ? null : { text: words[outcome], entry: null });
    },
  });
  listeners.action(HOME_DUE.laterBack, {
    async lazy(call) {
      await bot.agenda.takeBack(call.who, DueKey.parse(JSON.parse(chosen(call))));
      await homes.publish(call.who, stands(call));
    },
  });
}
