import { BOT, TEAM } from './cast.ts';
import { type Values, valuesOf } from './elements.ts';
import { typeOf } from './file-types.ts';
import { type OpenView, valuesOfView } from './open-views.ts';
import type { Conversation, Home, Message, Person, StoredFile } from './state.ts';
import type { Workspace } from './workspace.ts';

// The workspace's things as Slack writes them in its answers and in what it sends.

/** A token of old; no app should look at it, but it is there. */
export const VERIFICATION = 'local-workspace-verification';

/** What stands in everything that a person does with the app. */
export const interactionHead = (person: Person) => ({
  user: { id: person.id, username: person.handle, name: person.handle, team_id: TEAM.id },
  api_app_id: BOT.appId,
  token: VERIFICATION,
  team: { id: TEAM.id, domain: TEAM.domain },
  enterprise: null,
  is_enterprise_install: false,
});

/**
 * A message as `conversations.history` and the answers of `chat.*` show it. Whoever shows many gives what is said `here`,
 * in their conversation, so that it is looked for once.
 */
export function messagePayload(
  workspace: Workspace,
  message: Message,
  withMetadata = false,
  here: readonly Message[] = workspace.store.history(message.channel),
): Record<string, unknown> {
  const { store } = workspace;
  const isBot = message.author === BOT.userId;
  const replies = here.filter(({ threadTs, ts }) => threadTs === message.ts && ts !== message.ts);
  return {
    type: 'message',
    ...(message.deleted ? { subtype: 'tombstone' } : {}),
    user: message.author,
    text: message.text,
    ts: message.ts,
    team: TEAM.id,
    ...(isBot ? { bot_id: BOT.botId, app_id: BOT.appId, bot_profile: botProfile(workspace) } : {}),
    blocks: message.blocks.length > 0 || isBot ? message.blocks : typedBlocks(message.text),
    ...(message.threadTs ? { thread_ts: message.threadTs } : {}),
    ...(replies.length > 0
      ? {
          thread_ts: message.ts,
          reply_count: replies.length,
          reply_users: [...new Set(replies.map(({ author }) => author))],
          latest_reply: replies.at(-1)?.ts,
        }
      : {}),
    ...(message.broadcast ? { subtype: 'thread_broadcast' } : {}),
    ...(message.editedTs ? { edited: { user: message.author, ts: message.editedTs } } : {}),
    ...(message.files.length > 0
      ? {
          files: store.state.files
            .filter(({ id }) => message.files.includes(id))
            .map((file) => filePayload(workspace, file)),
        }
      : {}),
    ...(message.reactions.length > 0
      ? { reactions: message.reactions.map(({ name, users }) => ({ name, users, count: users.length })) }
      : {}),
    ...(withMetadata && message.metadata ? { metadata: message.metadata } : {}),
  };
}

const botProfile = (workspace: Workspace) => ({
  id: BOT.botId,
  app_id: BOT.appId,
  name: workspace.app.name,
  deleted: false,
  team_id: TEAM.id,
});

/** What a person types has blocks too: one section, with mentions and channels apart from the text. */
function typedBlocks(text: string): Record<string, unknown>[] {
  const elements = text
    .split(/(<[@#][A-Z0-9]+(?:\|[^>]*)?>)/)
    .filter((part) => part !== '')
    .map((part) => {
      const [, sign, id] = /^<([@#])([A-Z0-9]+)/.exec(part) ?? [];
      if (sign === '@') return { type: 'user', user_id: id };
      if (sign === '#') return { type: 'channel', channel_id: id };
      return { type: 'text', text: part.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&') };
    });
  return [{ type: 'rich_text', block_id: 'typed', elements: [{ type: 'rich_text_section', elements }] }];
}

/** A conversation as `conversations.info` shows it. */
export function conversationPayload(conversation: Conversation): Record<string, unknown> {
  const { id, kind, name, created, archived, members } = conversation;
  const common = { id, created, is_archived: archived, is_im: kind === 'im', is_mpim: kind === 'mpim' };
  if (kind === 'im') {
    return { ...common, is_open: true, user: members.find((member) => member !== BOT.userId) ?? BOT.userId };
  }
  return {
    ...common,
    name,
    name_normalized: name,
    is_channel: kind === 'public',
    is_group: kind === 'private',
    is_private: kind !== 'public',
    is_general: false,
    is_member: members.includes(BOT.userId),
    topic: { value: conversation.topic, creator: '', last_set: 0 },
    purpose: { value: conversation.purpose, creator: '', last_set: 0 },
    num_members: members.length,
  };
}

/** A person as `users.info` shows them. */
export function personPayload(workspace: Workspace, person: Person, withLocale = false): Record<string, unknown> {
  const mayMail = workspace.app.scopes.includes('users:read.email');
  return {
    id: person.id,
    team_id: TEAM.id,
    name: person.handle,
    real_name: person.name,
    deleted: person.deleted,
    tz: 'Asia/Tokyo',
    tz_label: 'Japan Standard Time',
    tz_offset: 32_400,
    profile: {
      real_name: person.name,
      display_name: person.name,
      title: person.title,
      team: TEAM.id,
      ...(mayMail && person.email ? { email: person.email } : {}),
      ...(person.isBot ? { bot_id: BOT.botId, api_app_id: BOT.appId } : {}),
    },
    is_admin: person.isAdmin,
    is_owner: false,
    is_bot: person.isBot,
    is_restricted: false,
    is_ultra_restricted: false,
    ...(withLocale ? { locale: person.locale } : {}),
  };
}

/** A form as it comes back in answers and submissions, with what was typed. */
export function viewPayload(view: OpenView): Record<string, unknown> {
  return {
    ...viewCommon(view.id, view.hash, view.modal, valuesOfView(view)),
    title: view.modal.title,
    submit: view.modal.submit ?? null,
    close: view.modal.close ?? null,
    clear_on_close: view.modal.clear_on_close ?? false,
    notify_on_close: view.modal.notify_on_close ?? false,
    root_view_id: view.rootId,
    previous_view_id: view.previousId,
  };
}

export function homePayload(home: Home, typed: Values = {}): Record<string, unknown> {
  return {
    ...viewCommon(home.id, home.hash, home.view, valuesOf(home.view.blocks, typed)),
    title: { type: 'plain_text', text: 'View Title', emoji: true },
    submit: null,
    close: null,
    clear_on_close: false,
    notify_on_close: false,
    root_view_id: home.id,
    previous_view_id: null,
  };
}

const viewCommon = (id: string, hash: string, view: Record<string, unknown>, values: Values) => ({
  id,
  team_id: TEAM.id,
  app_id: BOT.appId,
  app_installed_team_id: TEAM.id,
  bot_id: BOT.botId,
  type: view.type,
  blocks: view.blocks,
  callback_id: view.callback_id ?? '',
  private_metadata: view.private_metadata ?? '',
  external_id: view.external_id ?? '',
  hash,
  state: { values },
});

/** A file as `files.info` shows it, and the state of a field into which it was brought. */
export type FileEntry = Record<string, unknown> & { id: string; name: string; size: number };

export function filePayload(workspace: Workspace, file: StoredFile): FileEntry {
  const { filetype, mimetype } = typeOf(file.name);
  const address = `${workspace.origin}/files-pri/${TEAM.id}-${file.id}`;
  const name = encodeURIComponent(file.name);
  return {
    id: file.id,
    created: file.created,
    timestamp: file.created,
    name: file.name,
    title: file.title,
    ...(file.alt === null ? {} : { alt_txt: file.alt }),
    mimetype,
    filetype,
    pretty_type: filetype.toUpperCase(),
    user: file.owner,
    user_team: TEAM.id,
    editable: false,
    size: file.size,
    mode: 'hosted',
    is_external: false,
    external_type: '',
    is_public: false,
    public_url_shared: false,
    display_as_bot: false,
    file_access: 'visible',
    channels: file.channels,
    url_private: `${address}/${name}`,
    url_private_download: `${address}/download/${name}`,
    permalink: workspace.origin + filePath(file),
  };
}

/** Where the page fetches a file; the bot shows its token at `url_private`. */
export const filePath = (file: StoredFile) => `/workspace/files/${file.id}/${encodeURIComponent(file.name)}`;
