import { countedAreas } from '../src/lookup/counted.ts';
import { differencesAround } from '../src/lookup/differences.ts';
import type { AreaRow } from '../src/records/rows.ts';
import { HomeOpened } from '../src/slack/bodies.ts';
import { HOME, homeView } from '../src/slack/home-view.ts';
import type { Listeners, Who } from '../src/slack/listeners.ts';
import type { Language } from '../src/words/labels.ts';
import { slackWords } from '../src/words/slack.ts';
import { areasOf, type Bot } from './bot.ts';
import { entryButtons } from './entries.ts';

/** Home, and what is suggested beside the direct messages. */
export function home(listeners: Listeners, bot: Bot): void {
  listeners.event('app_home_opened', HomeOpened, {
    place: ({ user, channel }) => ({ user, channel, direct: true }),
    async lazy({ body: { event }, who }) {
      if (event.tab === 'messages') await suggest(bot, event.channel, who);
      else await publish(bot, who);
    },
  });
  listeners.action(HOME.town, {
    async lazy({ body, who, key }) {
      const chosen = body.actions[0]?.selected_option?.value;
      const known = townsOf(bot).some(({ id }) => id === chosen);
      if (!chosen || !known || !(await bot.desk.isNew(key))) return;
      await bot.people.chooseTown(who, chosen);
      await publish(bot, who);
    },
  });
}

async function suggest(bot: Bot, channel: string, who: Who): Promise<void> {
  const { promptsTitle, prompts } = slackWords[await bot.locales.of(who.user)];
  await bot.voice.suggest(channel, promptsTitle, prompts);
}

async function publish(bot: Bot, who: Who): Promise<void> {
  const [language, town] = await Promise.all([bot.locales.of(who.user), bot.people.townOf(who)]);
  await bot.voice.publishHome(who.user, homeOf(bot, town, language));
}

function homeOf(bot: Bot, townId: string | null, language: Language) {
  const { records, index, options } = bot.lookup.lookup;
  const own = records.areas.find(({ id }) => id === townId);
  return homeView({
    language,
    entries: entryButtons(language),
    town: own ? { id: own.id, name: nameOf(own, language) } : null,
    differences: own ? differencesAround(records, own.id) : null,
    towns: townsOf(bot).map((area) => ({ id: area.id, name: nameOf(area, language) })),
    counted: countedAreas(records, options.homePrefecture),
    records: index.size,
    sources: records.sources.map(({ title, asOf, state }) => ({ title, asOf, draft: state === 'draft' })),
  });
}

const townsOf = (bot: Bot): AreaRow[] => areasOf(bot).filter(({ kind }) => kind === 'municipality');

const nameOf = ({ name, romaji }: AreaRow, language: Language): string =>
  language === 'en' && romaji ? `${romaji[0]?.toUpperCase()}${romaji.slice(1)}` : name;
