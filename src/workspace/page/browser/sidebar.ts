import type { SeenConversation } from '../../sight.ts';
import { avatar } from './avatar.ts';
import { type Child, h, type Wanted } from './dom.ts';
import { roveFocus } from './keys.ts';
import type { Place } from './place.ts';
import { change, conversations, go, state, withBot, words } from './state.ts';

/** Where one can go. On a phone it is a drawer. */
export function sidebar(): Wanted {
  const w = words();
  const bot = withBot();
  const others = conversations().filter(({ kind, id }) => kind === 'dm' && id !== bot?.id);
  return h(
    'nav',
    {
      class: state.drawer ? 'sidebar open' : 'sidebar',
      id: 'sidebar',
      'aria-label': w.places,
      onkeydown: onKey,
    },
    h('ul', null, entry('welcome', { at: 'welcome' }, '✦', w.welcome)),
    bot && group(w.appGroup, [botEntry(bot)]),
    group(
      w.channels,
      conversations()
        .filter(({ kind }) => kind === 'channel')
        .map(channelEntry),
    ),
    others.length > 0 && group(w.directMessages, others.map(channelEntry)),
  );
}

function group(title: string, entries: Wanted[]): Wanted {
  return h('section', { key: title }, h('h2', null, title), h('ul', null, entries));
}

function botEntry(bot: SeenConversation): Wanted {
  const { userId = '', name = '', connected = false } = state.sight?.bot ?? {};
  const label = [name, !connected && h('span', { class: 'quiet' }, ` ${words().notConnected}`)];
  const isHere = state.place.at === 'home';
  const to: Place = isHere ? { at: 'home' } : { at: 'conversation', channel: bot.id, thread: null };
  return entry(bot.id, to, avatar(userId, name), label, bot.unread);
}

function channelEntry({ id, name, kind, unread }: SeenConversation): Wanted {
  return entry(id, { at: 'conversation', channel: id, thread: null }, kind === 'channel' ? '#' : '@', name, unread);
}

function isCurrent(to: Place): boolean {
  const { place } = state;
  if (place.at !== to.at) return false;
  return place.at !== 'conversation' || (to.at === 'conversation' && to.channel === place.channel);
}

function entry(key: string, to: Place, sign: Child, label: Child, unread = 0): Wanted {
  const current = isCurrent(to);
  return h(
    'li',
    { key },
    h(
      'button',
      {
        type: 'button',
        class: `place${unread > 0 ? ' has-unread' : ''}`,
        'aria-current': current ? 'page' : undefined,
        tabindex: current ? 0 : -1,
        onclick: () => go(to),
      },
      h('span', { class: 'sign', 'aria-hidden': true }, sign),
      h('span', { class: 'place-name' }, label),
      unread > 0 && h('span', { class: 'badge' }, String(unread), h('span', { class: 'unseen' }, words().unreadHere)),
    ),
  );
}

function onKey(event: KeyboardEvent): void {
  if (event.key === 'Escape' && state.drawer) change({ drawer: false });
  else roveFocus(event, '.place');
}
