import { BOT } from './cast.ts';
import { withIds } from './elements.ts';
import { tellOfChange, tellOfMessage } from './events.ts';
import { messagePayload } from './payloads.ts';
import type { Message } from './state.ts';
import type { Workspace } from './workspace.ts';

type Draft = Pick<Message, 'channel' | 'author' | 'text'> &
  Partial<Pick<Message, 'threadTs' | 'blocks' | 'onlyFor' | 'broadcast' | 'files' | 'metadata'>>;

/** Puts a message into a conversation; everybody who may hear of it does. */
export function post(workspace: Workspace, draft: Draft): Message {
  const { store } = workspace;
  const message = store.add({
    ts: store.nextTs(),
    threadTs: null,
    onlyFor: null,
    broadcast: false,
    editedTs: null,
    deleted: false,
    files: [],
    reactions: [],
    metadata: null,
    ...draft,
    blocks: withIds(draft.blocks ?? []),
  });
  // Slack takes the bot's "is working on it" away once it has said something there.
  if (message.author === BOT.userId) store.status.delete(statusKey(message.channel, message.threadTs));
  tellOfMessage(workspace, message);
  return message;
}

/** Changes what a message says. */
export function edit(
  workspace: Workspace,
  message: Message,
  to: Partial<Pick<Message, 'text' | 'blocks' | 'metadata'>>,
): void {
  const before = messagePayload(workspace, message);
  Object.assign(message, to, { editedTs: workspace.store.nextTs() });
  if (to.blocks) message.blocks = withIds(to.blocks);
  workspace.store.changed();
  tellOfChange(workspace, message, before, 'message_changed');
}

/** Takes a message back. */
export function remove(workspace: Workspace, message: Message): void {
  const before = messagePayload(workspace, message);
  workspace.store.remove(message);
  tellOfChange(workspace, message, before, 'message_deleted');
}

/** Where the bot's "is working on it" is kept. */
export const statusKey = (channel: string, threadTs: string | null) => `${channel}:${threadTs ?? ''}`;
