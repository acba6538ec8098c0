import type { KnownBlock, ModalView } from '@slack/types';
import { BOT, directMessageId } from './cast.ts';
import { groupBy } from './group-by.ts';
import { valuesOfView } from './open-views.ts';
import { filePath } from './payloads.ts';
import { statusKey } from './posting.ts';
import type { SeenConversation, SeenFile, SeenMessage, SeenPerson, SeenView, Sight } from './sight.ts';
import type { Conversation, Message, Person } from './state.ts';
import type { Workspace } from './workspace.ts';

/** The newest messages of a conversation that are shown. */
const SHOWN = 100;

/** What one person sees of the workspace. Throws `RangeError` for somebody who is not in it. */
export function sightOf(workspace: Workspace, personId: string): Sight {
  const { store, app, clock, postman } = workspace;
  const person = store.person(personId);
  if (!person) throw new RangeError(`Nobody has the id ${personId}`);
  const home = store.state.homes[personId];
  const database = workspace.database();
  const byChannel = groupBy(store.state.messages, ({ channel }) => channel);
  return {
    seq: store.seq,
    me: seenPerson(person),
    people: store.state.people.filter(({ isBot }) => !isBot).map(seenPerson),
    conversations: store.state.conversations
      .filter(({ members, archived }) => members.includes(personId) && !archived)
      .sort((a, b) => rank(a) - rank(b))
      .map((place) => seenConversation(workspace, person, place, byChannel.get(place.id) ?? [])),
    home: home ? { viewId: home.id, blocks: home.view.blocks as unknown as KnownBlock[] } : null,
    views: workspace.views.stackOf(personId).map(
      (view): SeenView => ({
        id: view.id,
        hash: view.hash,
        view: view.modal as unknown as ModalView,
        values: valuesOfView(view),
        errors: view.errors,
        problem: view.problem,
      }),
    ),
    commands: app.commands.map(({ command, description, usageHint }) => ({ command, description, usageHint })),
    prompts: store.state.prompts[directMessageId(personId)] ?? { title: null, prompts: app.prompts },
    now: clock.now().toISOString(),
    bot: { userId: BOT.userId, name: app.name, connected: postman.delivery.connected },
    ...(database ? { database } : {}),
  };
}

/** Channels first, then direct messages, the bot's before others. */
const rank = ({ kind, members }: Conversation) =>
  kind === 'public' || kind === 'private' ? 0 : members.includes(BOT.userId) && kind === 'im' ? 1 : 2;

const seenPerson = ({ id, name, title, locale, deleted, isAdmin }: Person): SeenPerson => ({
  id,
  name,
  title,
  locale,
  deleted,
  isAdmin,
});

function seenConversation(
  workspace: Workspace,
  person: Person,
  place: Conversation,
  all: readonly Message[],
): SeenConversation {
  const visible = all.filter(({ onlyFor }) => onlyFor === null || onlyFor === person.id);
  const read = workspace.store.state.read[person.id] ?? {};
  const isUnread = (message: Message, mark: string) =>
    message.author !== person.id && message.onlyFor === null && message.ts > (read[mark] ?? '');
  const replies = groupBy(
    visible.filter(({ threadTs }) => threadTs !== null),
    ({ threadTs }) => threadTs ?? '',
  );
  const top = visible.filter(({ threadTs, broadcast }) => threadTs === null || broadcast).slice(-SHOWN);
  return {
    id: place.id,
    name: nameFor(workspace, person, place),
    kind: place.kind === 'public' || place.kind === 'private' ? 'channel' : 'dm',
    topic: place.topic,
    unread: top.filter((message) => isUnread(message, place.id)).length,
    botIsMember: place.members.includes(BOT.userId),
    status: statusIn(workspace, place.id),
    messages: top.map((message) => {
      const below = message.threadTs === null ? (replies.get(message.ts) ?? []) : [];
      return {
        ...seenMessage(workspace, message),
        replies: below.map((reply) => seenMessage(workspace, reply)),
        unreadReplies: below.filter((reply) => isUnread(reply, `${place.id}:${message.ts}`)).length,
      };
    }),
  };
}

function nameFor({ store }: Workspace, person: Person, place: Conversation): string {
  if (place.kind === 'public' || place.kind === 'private') return place.name;
  const others = place.members.filter((id) => id !== person.id);
  return others.map((id) => store.person(id)?.name ?? id).join('、');
}

function statusIn({ store }: Workspace, channel: string): Record<string, string> {
  const prefix = statusKey(channel, null);
  return Object.fromEntries(
    [...store.status]
      .filter(([key]) => key.startsWith(prefix))
      .map(([key, status]) => [key.slice(prefix.length), status]),
  );
}

function seenMessage({ store }: Workspace, message: Message): SeenMessage {
  const author = store.person(message.author);
  return {
    ts: message.ts,
    threadTs: message.threadTs,
    author: { id: message.author, name: author?.name ?? message.author, isBot: author?.isBot ?? false },
    text: message.text,
    blocks: message.blocks as unknown as KnownBlock[],
    ephemeral: message.onlyFor !== null,
    edited: message.editedTs !== null,
    deleted: message.deleted,
    files: store.state.files.filter(({ id }) => message.files.includes(id)).map(seenFile),
    reactions: message.reactions,
    replies: [],
    unreadReplies: 0,
  };
}

const seenFile = (file: Parameters<typeof filePath>[0]): SeenFile => ({
  id: file.id,
  name: file.name,
  title: file.title,
  alt: file.alt,
  size: file.size,
  href: filePath(file),
});
