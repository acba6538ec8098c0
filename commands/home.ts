import { HomeOpened } from '../src/slack/bodies.ts';
import {
  ALL_SCENES,
  FIRST_PLACE,
  HOME_OWN,
  HomePlace,
  placeIn,
  readConfirmedScene,
} from '../src/slack/home-own-view.ts';
import { HOME } from '../src/slack/home-view.ts';
import type { Listeners, Who } from '../src/slack/listeners.ts';
import { ReadFormValue } from '../src/slack/record-forms.ts';
import { slackWords } from '../src/words/slack.ts';
import { chosen } from './answering.ts';
import type { Bot } from './bot.ts';
import { homeDue } from './home-due.ts';
import { townsOf } from './home-parts.ts';
import type { Homes } from './homes.ts';
import { matchButtons } from './match-buttons.ts';
import { pressStep, sceneStep } from './outcomes.ts';
import { wordsOf } from './record-form.ts';

/** Home, and what is suggested beside the direct messages. */
export function home(listeners: Listeners, bot: Bot, homes: Homes): void {
  listeners.event('app_home_opened', HomeOpened, {
    place: ({ user, channel }) => ({ user, channel, direct: true }),
    async lazy({ body: { event }, who }) {
      if (event.tab === 'messages') await suggest(bot, event.channel, who);
      else await homes.publish(who, homes.placeOf(who));
    },
  });
  listeners.action(HOME.town, {
    async lazy({ body, who, key }) {
      const town = body.actions[0]?.selected_option?.value;
      const rights = await bot.registrar.rights(who);
      const known = townsOf(bot, rights).some(({ id }) => id === town);
      if (!town || !known || !(await bot.desk.isNew(key))) return;
      await bot.people.chooseTown(who, town);
      await homes.publish(who, FIRST_PLACE);
    },
  });
  listeners.action(HOME_OWN.scene, {
    async lazy(call) {
      const scene = chosen(call);
      const stands = placeIn(call.body.view?.private_metadata);
      const place = HomePlace.safeParse({ ...stands, scene: scene === ALL_SCENES ? null : scene, page: 1 });
      await homes.publish(call.who, place.success ? place.data : FIRST_PLACE);
    },
  });
  listeners.action(new RegExp(`^${HOME_OWN.page}\\.\\d+$`), {
    lazy: (call) => homes.publish(call.who, placeIn(chosen(call))),
  });
  homeDue(listeners, bot, homes);
  matchButtons(listeners, bot, homes);
  confirming(listeners, bot, homes);
}

/** 内容確認（変更なし） by one press on Home, which then says what became of it. */
function confirming(listeners: Listeners, bot: Bot, homes: Homes): void {
  listeners.action(HOME_OWN.confirm, {
    async lazy(call) {
      const { who, key, body } = call;
      const language = await bot.locales.of(who.user);
      const outcome = await bot.registrar.confirm({ person: who, key, ...ReadFormValue.named.parse(chosen(call)) });
      const entry = outcome.outcome === 'saved' ? outcome.entry.id : null;
      const text = wordsOf(await pressStep(bot, outcome, 'confirmed', language));
      await homes.publish(who, placeIn(body.view?.private_metadata), { text, entry });
    },
  });
  listeners.action(HOME_OWN.confirmScene, {
    async lazy(call) {
      const { who, key, body } = call;
      const language = await bot.locales.of(who.user);
      const outcomes = await bot.registrar.confirmScene({ person: who, key, ...readConfirmedScene(chosen(call)) });
      const text = wordsOf(sceneStep(outcomes, language));
      await homes.publish(who, placeIn(body.view?.private_metadata), { text, entry: null });
    },
  });
}

async function suggest(bot: Bot, channel: string, who: Who): Promise<void> {
  const { promptsTitle, prompts } = slackWords[await bot.locales.of(who.user)];
  await bot.voice.suggest(channel, promptsTitle, prompts);
}
