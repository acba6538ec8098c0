import type { SeenConversation } from '../../sight.ts';
import { composer, sendText } from './composer.ts';
import { type Child, h, type Wanted } from './dom.ts';
import { home } from './home.ts';
import { roveFocus } from './keys.ts';
import { messageList, statusLine } from './message.ts';
import { go, state, withBot, words } from './state.ts';
import { sticky } from './sticky.ts';

/** A channel or direct messages. Beside the bot's messages stands its Home. */
export function conversationPane(place: SeenConversation): Wanted {
  const isBot = place.id === withBot()?.id;
  return h(
    'div',
    { class: 'pane', key: `conversation-${place.id}` },
    paneHead(place.kind === 'channel' ? `# ${place.name}` : place.name, place.topic),
    isBot && botTabs('messages'),
    h(
      'div',
      { class: 'scroll', key: 'scroll', ...sticky(place.id) },
      h('div', { class: 'push-down' }),
      place.messages.length === 0 && h('p', { class: 'empty quiet' }, words().nothingYet),
      messageList(place, place.messages, false),
      statusLine(place, ''),
    ),
    isBot && prompts(place),
    composer(place, null),
  );
}

/** Home, on the other tab of the bot. */
export function homePane(): Wanted {
  return h(
    'div',
    { class: 'pane', key: 'home' },
    paneHead(state.sight?.bot.name ?? '', words().homeTopic),
    botTabs('home'),
    h(
      'div',
      { class: 'scroll home', key: 'scroll', tabindex: 0, role: 'tabpanel', 'aria-label': words().home },
      home(),
    ),
  );
}

function paneHead(title: string, topic: string): Wanted {
  return h(
    'header',
    { class: 'pane-head' },
    h('h1', { tabindex: -1 }, title),
    topic !== '' && h('p', { class: 'quiet' }, topic),
  );
}

function botTabs(current: 'home' | 'messages'): Wanted {
  const bot = withBot();
  const tab = (name: 'home' | 'messages', label: string, onPick: () => void) =>
    h(
      'button',
      {
        type: 'button',
        role: 'tab',
        class: 'tab',
        'aria-selected': name === current,
        tabindex: name === current ? 0 : -1,
        onclick: onPick,
      },
      label,
    );
  return h(
    'div',
    {
      class: 'tabs',
      role: 'tablist',
      onkeydown: (event: KeyboardEvent) => roveFocus(event, '[role=tab]', 'horizontal'),
    },
    tab('home', words().home, () => go({ at: 'home' })),
    tab('messages', words().messages, () => bot && go({ at: 'conversation', channel: bot.id, thread: null })),
  );
}

/** What the bot suggests to ask. */
function prompts(place: SeenConversation): Child {
  const { title, prompts: list } = state.sight?.prompts ?? { title: null, prompts: [] };
  if (list.length === 0) return null;
  return h(
    'div',
    { class: 'prompts' },
    h('span', { class: 'quiet' }, title ?? words().promptsTitle),
    list.map(({ title: name, message }) =>
      h(
        'button',
        { key: name, type: 'button', class: 'small-button', onclick: () => void sendText(place, null, message) },
        name,
      ),
    ),
  );
}
