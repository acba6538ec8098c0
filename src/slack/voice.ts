import { randomUUID } from 'node:crypto';
import type { HomeView, KnownBlock, ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { ChosenFile } from '../forms/typed.ts';
import { slackProblem } from './errors.ts';
import { shorten, shortenThen } from './escape.ts';
import { downloadFile } from './files.ts';
import { LIMITS } from './limits.ts';
import type { Sender, Told } from './sender.ts';

/** A message: `text` carries the point, for notifications and screen readers. */
export interface Message {
  text: string;
  blocks: KnownBlock[];
}

export interface UploadedFile {
  name: string;
  title: string;
  content: Buffer;
  /** Of a picture: what it shows, for who cannot see it. Slack takes it for pictures only. */
  alt?: string;
}

/** How an answer goes through a `response_url`: to all in the channel, or in place of what was there. */
export interface Manner {
  everybody?: boolean;
  replace?: boolean;
}

/** The methods of the Web API that the bot calls; `manifest.yml` has the scopes for them. */
export const METHODS = [
  'apps.connections.open',
  'assistant.threads.setSuggestedPrompts',
  'auth.test',
  'chat.postEphemeral',
  'chat.postMessage',
  'chat.update',
  'conversations.history',
  'conversations.info',
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

/** Where something came to stand, so that what follows finds it. */
export interface Stands {
  channel: string;
  thread: string;
  /** The message itself. */
  message: string | null;
}

const viewIn = ({ view }: Told) => ({ id: view?.id ?? '', hash: view?.hash ?? '' });

/** Everything that the bot says to Slack. Each payload passes the referee on its way. */
export class Voice {
  constructor(
    readonly client: WebClient,
    readonly sender: Sender,
  ) {}

  /** To all who are in a channel, or to a person by user id. Says where it stands, so that what follows finds it. */
  async post(channel: string, message: Message, thread?: string): Promise<Stands> {
    return this.posting(channel, message, thread)();
  }

  /** The same in two steps: the message is made ready now, and posted when what this gives is called. */
  posting(channel: string, message: Message, thread?: string): () => Promise<Stands> {
    const where = thread === undefined ? { channel } : { channel, thread_ts: thread };
    const letter = this.sender.write({
      ...where,
      ...message,
      unfurl_links: false,
      unfurl_media: false,
    });
    return async () => {
      const posted = await this.sender.call('chat.postMessage', letter);
      return { channel: posted.channel ?? channel, thread: thread ?? posted.ts ?? '', message: posted.ts ?? null };
    };
  }

  /** Writes a message of the bot anew. */
  async rewrite(channel: string, ts: string, message: Message): Promise<void> {
    await this.client.chat.update({ channel, ts, ...message });
  }

  /** Whether the bot can tell a channel something: it is a member, and the channel is in use. */
  async standingIn(channel: string): Promise<'member' | 'not-member' | 'unusable' | 'direct'> {
    try {
      const { channel: found } = await this.client.conversations.info({ channel });
      if (found?.is_im || found?.is_mpim) return 'direct';
      if (!found || found.is_archived) return 'unusable';
      return found.is_member ? 'member' : 'not-member';
    } catch (error) {
      // A private channel without the bot is as good as none.
      if (slackProblem(error)?.code === 'channel_not_found') return 'not-member';
      throw error;
    }
  }

  /** What the bot is called, for an invitation. */
  async ownName(): Promise<string> {
    return (await this.client.auth.test()).user ?? '';
  }

  /** To one person in a channel. */
  async whisper(channel: string, user: string, message: Message, thread?: string): Promise<void> {
    await this.whispering(channel, user, message, thread)();
  }

  /** The same in two steps: the message is made ready now, and sent when what this gives is called. */
  whispering(channel: string, user: string, message: Message, thread?: string): () => Promise<undefined> {
    const where = thread === undefined ? { channel, user } : { channel, user, thread_ts: thread };
    const letter = this.sender.write({ ...where, ...message });
    return async () => {
      await this.sender.call('chat.postEphemeral', letter);
      return undefined;
    };
  }

  /** Answers a command or a press where it was made: to the person alone, unless `everybody`. Throws `RespondError`. */
  async respond(url: string, message: Message, how: Manner = {}): Promise<undefined> {
    return this.responding(url, message, how)();
  }

  /** The same in two steps: the message is made ready now, and sent when what this gives is called. */
  responding(url: string, message: Message, how: Manner = {}): () => Promise<undefined> {
    const letter = this.sender.write({
      ...message,
      response_type: how.everybody ? 'in_channel' : 'ephemeral',
      replace_original: how.replace ?? false,
    });
    return async () => {
      await this.sender.respond(url, letter);
      return undefined;
    };
  }

  /** Opens a form; `trigger` lives three seconds, so this is the first thing that a press does. */
  async openForm(trigger: string, view: ModalView): Promise<string> {
    return (await this.openView(trigger, view)).id;
  }

  /**
   * The same, or on top of the form that is open; its hash tells whether somebody changed it meanwhile. Where the answer
   * is lost, the form may be open all the same: then it is found by an id of ours.
   */
  async openView(trigger: string, view: ModalView, on: 'new' | 'top' = 'new'): Promise<{ id: string; hash: string }> {
    const own = randomUUID();
    const args = { trigger_id: trigger, view: { ...view, external_id: own } };
    try {
      const opening = on === 'top' ? this.sender.send('views.push', args) : this.sender.send('views.open', args);
      return viewIn(await opening);
    } catch (error) {
      if (slackProblem(error)?.code !== 'service_unavailable') throw error;
      const found = await this.sender.send('views.update', { external_id: own, view }).catch(() => null);
      if (!found) throw error;
      return viewIn(found);
    }
  }

  async updateForm(viewId: string, view: ModalView, hash?: string): Promise<void> {
    await this.sender.send('views.update', { view_id: viewId, view, ...(hash ? { hash } : {}) });
  }

  /** Somebody's name, mail address and state, as Slack has them now. */
  async profileOf(user: string): Promise<{ name: string | null; email: string | null; deactivated: boolean }> {
    const { user: found } = await this.client.users.info({ user });
    const { real_name: name = null, deleted = false, profile } = found ?? {};
    return { name, email: profile?.email?.toLowerCase() ?? null, deactivated: deleted };
  }

  async publishHome(user: string, view: HomeView): Promise<void> {
    await this.sender.send('views.publish', { user_id: user, view });
  }

  /** What a person may ask, at the head of the direct messages. */
  async suggest(channel: string, title: string, prompts: readonly string[]): Promise<void> {
    const [first, ...rest] = prompts.map((message) => ({ title: message, message }));
    if (!first) return;
    await this.client.assistant.threads.setSuggestedPrompts({ channel_id: channel, title, prompts: [first, ...rest] });
  }

  /** What is in a file that somebody brought to a form. Throws `FileNotFetched`, whose words are for that person. */
  async fetchFile(file: ChosenFile, most: number = LIMITS.fileBytes): Promise<Buffer> {
    return downloadFile(this.sender.parts, file, most);
  }

  /** Files in somebody's direct messages. */
  async sendFiles(user: string, files: readonly UploadedFile[], comment: string): Promise<void> {
    const { channel } = await this.client.conversations.open({ users: user });
    if (channel?.id) await this.shareFiles({ channel: channel.id }, files, comment);
  }

  /** Files in a channel, in a thread of it where one is given. */
  async shareFiles(
    { channel, thread }: { channel: string; thread?: string },
    files: readonly UploadedFile[],
    comment: string,
  ): Promise<void> {
    const [first, ...rest] = files.map(({ name, title, content, alt }) => ({
      filename: name,
      title,
      file: content,
      ...(alt === undefined ? {} : { alt_text: shorten(alt, LIMITS.altText) }),
    }));
    if (!first) return;
    const where = thread === undefined ? { channel_id: channel } : { channel_id: channel, thread_ts: thread };
    await this.client.files.uploadV2({
      ...where,
      initial_comment: shortenThen(comment, LIMITS.messageText),
      file_uploads: [first, ...rest],
    });
  }
}
