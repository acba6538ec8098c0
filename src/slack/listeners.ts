import type { App, ViewResponseAction } from '@slack/bolt';
import type { PlainTextOption } from '@slack/types';
import type { z } from 'zod';
import { INPUT_ACTION } from './blocks.ts';
import { ActionBody, CommandBody, type EventBody, EventEnvelope, OptionsBody, ViewBody } from './bodies.ts';
import { notice } from './notice.ts';
import type { Trouble } from './trouble.ts';
import type { Voice } from './voice.ts';
import type { Working } from './working.ts';

/** Somebody in Slack. */
export interface Who {
  team: string;
  user: string;
}

/** One thing that Slack delivered. */
export interface Call<B> {
  body: B;
  who: Who;
  /** The same at each delivery of the same thing. */
  key: string;
  /** Says something to this person alone, where the person is; a form that was opened takes its place. */
  notice: (words: string) => Promise<unknown>;
}

interface Where {
  user: string;
  channel: string;
  thread?: string | undefined;
  /** In direct messages; else others are there, too. */
  direct: boolean;
}

/**
 * The two parts of a listener. `ack` says at once what Slack is to be told; it is plain work on what was sent and can
 * wait for nothing. `lazy` does the rest, when Slack was answered.
 */
export interface Parts<B, Answer = undefined> {
  ack?: (body: B) => Answer | undefined;
  lazy: (call: Call<B>) => Promise<void>;
}

/** Registers listeners so that Slack is always answered before any work of ours, and no failure stays silent. */
export class Listeners {
  constructor(
    readonly app: App,
    readonly voice: Voice,
    readonly working: Working,
    readonly trouble: Trouble,
  ) {}

  command(name: string, { lazy }: Parts<CommandBody>): void {
    this.app.command(name, async ({ ack, body }) => {
      await ack();
      const command = CommandBody.parse(body);
      await this.#run(`command ${name}`, lazy, {
        body: command,
        who: { team: command.team_id, user: command.user_id },
        key: `command:${command.trigger_id}`,
        notice: (words) => this.voice.respond(command.response_url, notice(words)),
      });
    });
  }

  /** Bolt acknowledges events by itself, before any listener. `place`: where the person is. */
  event<E>(
    name: string,
    schema: z.ZodType<E>,
    { place, lazy }: Parts<EventBody<E>> & { place(event: E): Where },
  ): void {
    this.app.event(name, async ({ body }) => {
      const envelope = EventEnvelope.parse(body);
      const delivered = { ...envelope, event: schema.parse(envelope.event) };
      const { user, channel, thread, direct } = place(delivered.event);
      await this.#run(`event ${name}`, lazy, {
        body: delivered,
        who: { team: delivered.team_id, user },
        key: `event:${delivered.event_id}`,
        notice: (words) =>
          direct
            ? this.voice.post(channel, notice(words), thread)
            : this.voice.whisper(channel, user, notice(words), thread),
      });
    });
  }

  action(id: string | RegExp, { lazy }: Parts<ActionBody>): void {
    this.app.action(id, async ({ ack, body }) => {
      await ack();
      const pressed = ActionBody.parse(body);
      const { user, container, actions, response_url: url } = pressed;
      const on = container.message_ts ?? container.view_id ?? pressed.trigger_id;
      await this.#run(`action ${id}`, lazy, {
        body: pressed,
        who: { team: pressed.team?.id ?? user.team_id ?? '', user: user.id },
        key: `action:${on}:${actions[0]?.action_id}:${actions[0]?.action_ts}`,
        notice: (words) => (url ? this.voice.respond(url, notice(words)) : this.voice.post(user.id, notice(words))),
      });
    });
  }

  /** A form that was sent. `ack` may hold it back with errors; then it was not taken on, and `lazy` does not run. */
  view(callbackId: string, { ack: check, lazy }: Parts<ViewBody, ViewResponseAction>): void {
    this.app.view(callbackId, async ({ ack, body }) => {
      const sent = ViewBody.parse(body);
      const answer = check?.(sent);
      await (answer ? ack(answer) : ack());
      if (answer?.response_action === 'errors') return;
      await this.#run(`view ${callbackId}`, lazy, {
        body: sent,
        who: { team: sent.team?.id ?? sent.user.team_id ?? '', user: sent.user.id },
        key: `view:${sent.view.id}`,
        notice: (words) => this.voice.post(sent.user.id, notice(words)),
      });
    });
  }

  /** What can be chosen in the field of this name; the options are the answer, so that they come out of memory. */
  options(field: string, suggest: (body: OptionsBody) => PlainTextOption[]): void {
    this.app.options<'block_suggestion'>({ block_id: field, action_id: INPUT_ACTION }, async ({ ack, body }) => {
      await ack({ options: suggest(OptionsBody.parse(body)) });
    });
  }

  async #run<B>(what: string, lazy: (call: Call<B>) => Promise<void>, call: Call<B>): Promise<void> {
    const work = lazy(call).catch((error: unknown) => this.trouble.tell(error, what, call));
    await this.working.track(work);
  }
}
