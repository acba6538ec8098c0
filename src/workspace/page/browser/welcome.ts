import type { SeenConversation } from '../../sight.ts';
import { sendText } from './composer.ts';
import { h, type Wanted } from './dom.ts';
import { conversations, go, state, withBot, words } from './state.ts';

/** The first visit: what this is, three things to try, what it stands on, how to go on. */
export function welcomePane(): Wanted {
  const w = words();
  return h(
    'div',
    { class: 'pane', key: 'welcome' },
    h(
      'div',
      { class: 'scroll welcome' },
      h('h1', { tabindex: -1 }, w.welcomeTitle),
      h('p', null, w.welcomeText),
      h('h2', null, w.tryThis),
      h('div', { class: 'tries' }, tries()),
      h('h2', null, w.moreToTry),
      h(
        'ul',
        null,
        w.moreThings.map((thing) => h('li', null, thing)),
      ),
      h('h2', null, w.records),
      database(),
      h('h2', null, w.realWorkspace),
      h(
        'ol',
        null,
        w.realSteps.map((step) => h('li', null, step)),
      ),
    ),
  );
}

/** One click each: in direct messages, as a command that only oneself sees, and as a mention for all. */
function tries(): Wanted[] {
  const bot = withBot();
  const channel = conversations().findLast(({ kind, botIsMember }) => kind === 'channel' && botIsMember) ?? bot;
  const command = state.sight?.commands[0]?.command;
  const w = words();
  const [first, second, third] = w.questions;
  return [
    oneTry(bot, first, first, w.tryDirect),
    oneTry(channel, second, command ? `${command} ${second}` : second, w.tryCommand(command ?? '')),
    oneTry(channel, third, channel === bot ? third : `@${state.sight?.bot.name} ${third}`, w.tryMention),
  ];
}

function oneTry(place: SeenConversation | undefined, question: string, text: string, how: string): Wanted {
  return h(
    'button',
    {
      key: question,
      type: 'button',
      class: 'try',
      disabled: !place,
      onclick: () => {
        if (!place) return;
        go({ at: 'conversation', channel: place.id, thread: null });
        void sendText(place, null, text);
      },
    },
    h('strong', null, question),
    h('span', { class: 'quiet' }, how),
  );
}

function database(): Wanted {
  const { database: seen } = state.sight ?? {};
  const w = words();
  if (!seen) return h('p', null, w.databaseUnknown);
  const where = seen.engine === 'embedded' ? w.embedded(seen.folder ?? '') : w.onServer;
  return h('p', null, `${where}${w.holds(seen.towns, seen.elsewhere, seen.facts)}`);
}
