import { BOT, TEAM } from './cast.ts';
import { newId } from './ids.ts';
import { messagePayload, VERIFICATION } from './payloads.ts';
import type { Conversation, Message } from './state.ts';
import type { Workspace } from './workspace.ts';

// What the app hears of: events it subscribed to, where it has the scope, in conversations that it is in.

const CHANNEL_TYPE = { public: 'channel', private: 'group', im: 'im', mpim: 'mpim' } as const;
const MESSAGE_EVENT = {
  public: { event: 'message.channels', scope: 'channels:history' },
  private: { event: 'message.groups', scope: 'groups:history' },
  im: { event: 'message.im', scope: 'im:history' },
  mpim: { event: 'message.mpim', scope: 'mpim:history' },
} as const;

/** Sends an event to the app, if it subscribed to it and may have it. */
export function publish(
  workspace: Workspace,
  subscription: { event: string; scope: string | null },
  event: Record<string, unknown> & { type: string },
): void {
  const { app, postman, store } = workspace;
  if (!app.events.includes(subscription.event)) return;
  if (subscription.scope !== null && !app.scopes.includes(subscription.scope)) return;
  void postman.deliver({
    kind: 'events_api',
    name: `event_callback ${event.type}`,
    payload: {
      token: VERIFICATION,
      team_id: TEAM.id,
      api_app_id: BOT.appId,
      event,
      type: 'event_callback',
      event_id: newId('Ev'),
      event_time: store.seconds(),
      authorizations: [
        { enterprise_id: null, team_id: TEAM.id, user_id: BOT.userId, is_bot: true, is_enterprise_install: false },
      ],
      is_ext_shared_channel: false,
      event_context: newId(''),
    },
  });
}

/** A message was posted, by a person or by the bot itself. */
export function tellOfMessage(workspace: Workspace, message: Message): void {
  const place = placeOf(workspace, message);
  if (!place) return;
  const event = { ...messagePayload(workspace, message), ...address(message, place), type: 'message' };
  publish(workspace, MESSAGE_EVENT[place.kind], event);
  const asksBot = place.kind !== 'im' && message.author !== BOT.userId && message.text.includes(`<@${BOT.userId}`);
  if (asksBot) {
    const { channel_type, ...rest } = event;
    publish(workspace, { event: 'app_mention', scope: 'app_mentions:read' }, { ...rest, type: 'app_mention' });
  }
}

/** A message was changed or taken back. `before` is what it was. */
export function tellOfChange(
  workspace: Workspace,
  message: Message,
  before: Record<string, unknown>,
  subtype: 'message_changed' | 'message_deleted',
): void {
  const place = placeOf(workspace, message);
  if (!place) return;
  const ts = workspace.store.nextTs();
  publish(workspace, MESSAGE_EVENT[place.kind], {
    type: 'message',
    subtype,
    hidden: true,
    channel: message.channel,
    channel_type: CHANNEL_TYPE[place.kind],
    previous_message: before,
    ...(subtype === 'message_changed' ? { message: messagePayload(workspace, message) } : { deleted_ts: message.ts }),
    ts,
    event_ts: ts,
  });
}

function placeOf(workspace: Workspace, message: Message): Conversation | null {
  const place = workspace.store.conversation(message.channel);
  return place?.members.includes(BOT.userId) && message.onlyFor === null ? place : null;
}

const address = (message: Message, place: Conversation) => ({
  channel: message.channel,
  channel_type: CHANNEL_TYPE[place.kind],
  event_ts: message.ts,
  ...(message.author === BOT.userId ? {} : { client_msg_id: newId('') }),
});
