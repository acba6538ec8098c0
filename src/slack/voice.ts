import { RespondError } from '@slack/bolt';
import type { HomeView, KnownBlock, ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Fetch } from './client.ts';
import { asLetters } from './escape.ts';

/** A message: `text` carries the point, for notifications and screen readers. */
export interface Message {
  text: string;
  blocks: KnownBlock[];
}

export interface UploadedFile {
  name: string;
  title: string;
  content: Buffer;
}

/** The methods of the Web API that the bot calls; `manifest.yml` has the scopes for them. */
export const METHODS = [
  'apps.connections.open',
  'assistant.threads.setSuggestedPrompts',
  'auth.test',
  'chat.postEphemeral',
  'chat.postMessage',
  'conversations.open',
  'files.completeUploadExternal',
  'files.getUploadURLExternal',
  'users.info',
  'users.list',
  'users.lookupByEmail',
  'views.open',
  'views.publish',
  'views.push',
  'views.update',
] as const;

/** Everything that the bot says to Slack. Each payload passes the referee on its way (`client.ts`). */
export class Voice {
  constructor(
    readonly client: WebClient,
    readonly fetch: Fetch,
  ) {}

  /** To all who are in a channel, or to a person by user id. Says where it stands, so that what follows finds it. */
  async post(channel: string, message: Message, thread?: string): Promise<{ channel: string; thread: string }> {
    const where = thread === undefined ? { channel } : { channel, thread_ts: thread };
    const posted = await this.client.chat.postMessage({
      ...where,
      ...message,
      unfurl_links: false,
      unfurl_media: false,
    });
    return { channel: posted.channel ?? channel, thread: thread ?? posted.ts ?? '' };
  }

  /** To one person in a channel. */
  async whisper(channel: string, user: string, message: Message, thread?: string): Promise<void> {
    await this.client.chat.postEphemeral({
      channel,
      user,
      ...(thread === undefined ? {} : { thread_ts: thread }),
      ...message,
    });
  }

  /** Answers a command or a press where it was made: to the person alone, unless `everybody`. Throws `RespondError`. */
  async respond(
    url: string,
    message: Message,
    how: { everybody?: boolean; replace?: boolean } = {},
  ): Promise<undefined> {
    const response = await this.fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json; charset=utf-8' },
      body: JSON.stringify({
        ...message,
        response_type: how.everybody ? 'in_channel' : 'ephemeral',
        replace_original: how.replace ?? false,
      }),
    });
    if (!response.ok) throw new RespondError('the response address took nothing', response.status);
  }

  /** Opens a form; `trigger` lives three seconds, so this is the first thing that a press does. */
  async openForm(trigger: string, view: ModalView): Promise<string> {
    return (await this.openView(trigger, view)).id;
  }

  /** The same, or on top of the form that is open; its hash tells whether somebody changed it meanwhile. */
  async openView(trigger: string, view: ModalView, on: 'new' | 'top' = 'new'): Promise<{ id: string; hash: string }> {
    const how = { trigger_id: trigger, view };
    const { view: opened } = on === 'top' ? await this.client.views.push(how) : await this.client.views.open(how);
    return { id: opened?.id ?? '', hash: opened?.hash ?? '' };
  }

  async updateForm(viewId: string, view: ModalView, hash?: string): Promise<void> {
    await this.client.views.update({ view_id: viewId, view, ...(hash ? { hash } : {}) });
  }

  /** Somebody's name, mail address and state, as Slack has them now. */
  async profileOf(user: string): Promise<{ name: string | null; email: string | null; deactivated: boolean }> {
    const { user: found } = await this.client.users.info({ user });
    const { real_name: name = null, deleted = false, profile } = found ?? {};
    return { name, email: profile?.email?.toLowerCase() ?? null, deactivated: deleted };
  }

  async publishHome(user: string, view: HomeView): Promise<void> {
    await this.client.views.publish({ user_id: user, view });
  }

  /** What a person may ask, at the head of the direct messages. */
  async suggest(channel: string, title: string, prompts: readonly string[]): Promise<void> {
    const [first, ...rest] = prompts.map((message) => ({ title: message, message }));
    if (!first) return;
    await this.client.assistant.threads.setSuggestedPrompts({ channel_id: channel, title, prompts: [first, ...rest] });
  }

  /** Files in somebody's direct messages. */
  async sendFiles(user: string, files: readonly UploadedFile[], comment: string): Promise<void> {
    const { channel } = await this.client.conversations.open({ users: user });
    const [first, ...rest] = files.map(({ name, title, content }) => ({ filename: name, title, file: content }));
    if (!channel?.id || !first) return;
    await this.client.files.uploadV2({
      channel_id: channel.id,
      initial_comment: asLetters(comment),
      file_uploads: [first, ...rest],
    });
  }
}
