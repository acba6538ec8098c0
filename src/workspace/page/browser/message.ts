import type { SeenConversation, SeenFile, SeenMessage } from '../../sight.ts';
import { avatar } from './avatar.ts';
import { blocks } from './blocks/blocks.ts';
import { localPath } from './blocks/image.ts';
import { mrkdwn } from './blocks/mrkdwn.ts';
import { sign } from './blocks/sign.ts';
import { type Child, h, once, type Wanted } from './dom.ts';
import type { Surface } from './elements/surface.ts';
import { roveFocus } from './keys.ts';
import { menu } from './menu.ts';
import { perform } from './server.ts';
import { go, nameOf, state, words } from './state.ts';
import { clockTime, dayName, dayOf, instant } from './time.ts';

/** Messages below one another, with a line where a day begins. `inThread`: their replies are not offered again. */
export function messageList(place: SeenConversation, messages: readonly SeenMessage[], inThread: boolean): Wanted {
  return h(
    'ol',
    { class: 'messages', onkeydown: (event: KeyboardEvent) => roveFocus(event, '.message') },
    messages.flatMap((message, at) => [
      !inThread && dayLine(message, messages[at - 1]),
      once(`message-${message.ts}`, [message, state.version, at === messages.length - 1], () =>
        messageItem(place, message, {
          inThread,
          isFollowing: follows(message, messages[at - 1]),
          isLast: at === messages.length - 1,
        }),
      ),
    ]),
  );
}

const day = ({ ts }: SeenMessage) => dayOf(instant(ts));

function dayLine(message: SeenMessage, before: SeenMessage | undefined): Child {
  if (before && day(before) === day(message)) return null;
  return h('li', { class: 'day-line', key: `day-${day(message)}` }, h('span', null, dayName(instant(message.ts))));
}

/** Whether a message goes on where the same author left off within five minutes; it needs no name again. */
function follows(message: SeenMessage, before: SeenMessage | undefined): boolean {
  if (!before || before.author.id !== message.author.id || day(before) !== day(message)) return false;
  return (
    !message.ephemeral &&
    !before.ephemeral &&
    before.replies.length === 0 &&
    Number(message.ts) - Number(before.ts) < 300
  );
}

interface Look {
  inThread: boolean;
  isFollowing: boolean;
  isLast: boolean;
}

function messageItem(place: SeenConversation, message: SeenMessage, look: Look): Wanted {
  const { author, ts, ephemeral, edited } = message;
  const time = clockTime(instant(ts));
  const w = words();
  return h(
    'li',
    {
      class: `message${ephemeral ? ' ephemeral' : ''}${look.isFollowing ? ' following' : ''}`,
      'data-ts': ts,
      tabindex: look.isLast ? 0 : -1,
      'aria-label': w.messageFrom(author.name, time),
    },
    look.isFollowing
      ? h('span', { class: 'avatar-gap quiet', 'aria-hidden': true }, time)
      : avatar(author.id, author.name),
    h(
      'div',
      { class: 'message-body' },
      ephemeral && h('div', { class: 'only-you' }, w.onlyYou),
      !look.isFollowing &&
        h(
          'div',
          { class: 'meta' },
          h('span', { class: 'author' }, author.name),
          author.isBot && h('span', { class: 'tag' }, w.app),
          h('time', { class: 'quiet', datetime: instant(ts).toISOString() }, time),
        ),
      content(place, message),
      edited && !message.deleted && h('span', { class: 'quiet edited' }, w.edited),
      message.files.length > 0 && h('ul', { class: 'files' }, message.files.map(file)),
      reactions(place, message),
      !look.inThread && threadLink(place, message),
      statusLine(place, ts),
    ),
    !ephemeral && !message.deleted && tools(place, message, look.inThread),
  );
}

function content(place: SeenConversation, message: SeenMessage): Child {
  if (message.deleted) return h('p', { class: 'quiet' }, words().deletedMessage);
  if (message.blocks.length === 0) return h('div', { class: 'section-text' }, mrkdwn(message.text));
  const surface: Surface = {
    on: { in: 'message', channel: place.id, ts: message.ts },
    id: `${place.id}-${message.ts}`,
    files: message.files,
    values: {},
    errors: {},
  };
  return blocks(surface, message.blocks);
}

function file({ id, name, title, alt, size, href }: SeenFile): Wanted {
  const path = localPath(href);
  const isPicture = /\.(png|jpe?g|gif|svg|webp)$/i.test(name);
  return h(
    'li',
    { class: 'file', key: id },
    isPicture && path && h('img', { src: path, alt: alt ?? (title || name), class: 'picture', loading: 'lazy' }),
    h('a', { href: path, download: name }, title || name),
    h('span', { class: 'quiet' }, `${name} ・ ${sizeText(size)}`),
  );
}

function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

const react = (place: SeenConversation, { ts }: SeenMessage, name: string) =>
  void perform({ act: 'react', channel: place.id, ts, name });

function reactions(place: SeenConversation, message: SeenMessage): Child {
  if (message.reactions.length === 0) return null;
  return h(
    'div',
    { class: 'reactions' },
    message.reactions.map(({ name, users }) =>
      h(
        'button',
        {
          key: name,
          type: 'button',
          class: 'small-button',
          'aria-pressed': users.includes(state.sight?.me.id ?? ''),
          'aria-label': `${name}: ${users.map(nameOf).join(', ')}`,
          onclick: () => react(place, message, name),
        },
        sign(name),
        ` ${users.length}`,
      ),
    ),
  );
}

function threadLink(place: SeenConversation, message: SeenMessage): Child {
  const { replies, unreadReplies, ts } = message;
  if (replies.length === 0) return null;
  const last = replies.at(-1);
  return h(
    'button',
    { type: 'button', class: 'thread-link', onclick: () => openThread(place.id, ts) },
    h('strong', null, words().replies(replies.length)),
    unreadReplies > 0 && h('span', { class: 'badge' }, words().unread(unreadReplies)),
    last && h('span', { class: 'quiet' }, words().lastReply(clockTime(instant(last.ts)))),
  );
}

/** Shows a thread beside its conversation. */
export function openThread(channel: string, ts: string): void {
  go({ at: 'conversation', channel, thread: ts });
}

/** What the bot says it is doing. */
export function statusLine(place: SeenConversation, thread: string): Child {
  const text = place.status[thread];
  if (!text) return null;
  return h('div', { class: 'status quiet', role: 'status' }, words().isDoing(state.sight?.bot.name ?? '', text));
}

const OFFERED = ['+1', 'white_check_mark', 'eyes', 'bow'];

function tools(place: SeenConversation, message: SeenMessage, inThread: boolean): Wanted {
  const w = words();
  const items = OFFERED.map((name) => ({
    key: name,
    label: [sign(name), ` ${w.reactionNames[name] ?? name}`],
    onPick: () => react(place, message, name),
  }));
  return h(
    'div',
    { class: 'tools' },
    !inThread &&
      h(
        'button',
        { type: 'button', class: 'small-button', onclick: () => openThread(place.id, message.ts) },
        w.replyInThread,
      ),
    menu(`react-${inThread}-${message.ts}`, { label: sign('+1'), name: w.react, class: 'small-button' }, items),
  );
}
