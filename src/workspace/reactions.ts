import { publish } from './events.ts';
import type { Message } from './state.ts';
import type { Workspace } from './workspace.ts';

/** Adds a reaction; false when this person had given it already. */
export function addReaction(workspace: Workspace, message: Message, by: string, name: string): boolean {
  const same = message.reactions.find((reaction) => reaction.name === name);
  if (same?.users.includes(by)) return false;
  if (same) same.users.push(by);
  else message.reactions.push({ name, users: [by] });
  tell(workspace, message, by, name, 'reaction_added');
  return true;
}

/** Takes a reaction back; false when this person had not given it. */
export function removeReaction(workspace: Workspace, message: Message, by: string, name: string): boolean {
  const same = message.reactions.find((reaction) => reaction.name === name);
  if (!same?.users.includes(by)) return false;
  same.users = same.users.filter((user) => user !== by);
  message.reactions = message.reactions.filter(({ users }) => users.length > 0);
  tell(workspace, message, by, name, 'reaction_removed');
  return true;
}

function tell(
  workspace: Workspace,
  message: Message,
  by: string,
  reaction: string,
  event: 'reaction_added' | 'reaction_removed',
): void {
  workspace.store.changed();
  publish(
    workspace,
    { event, scope: 'reactions:read' },
    {
      type: event,
      user: by,
      reaction,
      item: { type: 'message', channel: message.channel, ts: message.ts },
      item_user: message.author,
      event_ts: workspace.store.nextTs(),
    },
  );
}
