import type { App, ViewResponseAction } from '@slack/bolt';
import type { KnownBlock, PlainTextOption } from '@slack/types';
import type { z } from 'zod';
import { INPUT_ACTION } from './blocks.ts';
import {
  ActionBody,
  CommandBody,
  type EventBody,
  EventEnvelope,
  OptionsBody,
  submissionKey,
  ViewBody,
} from './bodies.ts';
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
  /** Says something to this person alone, where the person is; a form that was opened takes its place. `more`: below it. */
  notice: (words: string, more?: readonly KnownBlock[]) => Promise<unknown>;
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

/** What is registered for one kind of thing, by its name or by a pattern of names. */
class Entries<Run> {
  readonly #byName = new Map<string, Run>();
  readonly #byPattern: [RegExp, Run][] = [];

  add(name: string | RegExp, run: Run): void {
    if (typeof name === 'string') this.#byName.set(name, run);
    else this.#byPattern.push([name, run]);
  }

  find(name: string): Run | undefined {
    return this.#byName.get(name) ?? this.#byPattern.find(([pattern]) => pattern.test(name))?.[1];
  }

  get names(): string[] {
    return [...this.#byName.keys(), ...this.#byPattern.map(([pattern]) => String(pattern))];
  }
}

type Acknowledge = () => Promise<void>;
type AnswerForm = (answer?: ViewResponseAction) => Promise<void>;

const ANY = /^/;

/**
 * Registers listeners so that Slack is always answered before any work of ours, and no failure stays silent. Bolt walks
 * through all that it has for everything that arrives, so it gets one listener a kind, and we look up whose it is.
 */
export class Listeners {
  readonly #commands = new Entries<(ack: Acknowledge, body: unknown) => Promise<void>>();
  readonly #events = new Entries<(body: unknown) => Promise<void>>();
  readonly #actions = new Entries<(ack: Acknowledge, body: unknown) => Promise<void>>();
  readonly #views = new Entries<(ack: AnswerForm, body: unknown) => Promise<void>>();
  readonly #options = new Entries<(body: OptionsBody) => PlainTextOption[]>();

  constructor(
    app: App,
    readonly voice: Voice,
    readonly working: Working,
    readonly trouble: Trouble,
  ) {
    app.command(ANY, async ({ ack, body }) => this.#commands.find(body.command)?.(ack, body));
    app.event(ANY, async ({ body }) => this.#events.find(body.event.type)?.(body));
    app.action(ANY, async ({ ack, action, body }) => {
      await this.#actions.find('action_id' in action ? action.action_id : '')?.(ack, body);
    });
    app.view(ANY, async ({ ack, body }) =>
      this.#views.find(body.view.callback_id)?.((answer) => (answer ? ack(answer) : ack()), body),
    );
    app.options<'block_suggestion'>({ action_id: INPUT_ACTION }, async ({ ack, body }) => {
      const suggest = this.#options.find(body.block_id);
      if (suggest) await ack({ options: suggest(OptionsBody.parse(body)) });
    });
  }

  /** What is registered, by kind. */
  get names() {
    return {
      command: this.#commands.names,
      event: this.#events.names,
      action: this.#actions.names,
      view: this.#views.names,
      options: this.#options.names,
    };
  }

  command(name: string, { lazy }: Parts<CommandBody>): void {
    this.#commands.add(name, async (ack, body) => {
      await ack();
      const command = CommandBody.parse(body);
      await this.#run(`command ${name}`, lazy, {
        body: command,
        who: { team: command.team_id, user: command.user_id },
        key: `command:${command.trigger_id}`,
        notice: (words, more) => this.voice.respond(command.response_url, notice(words, more)),
      });
    });
  }

  /** Bolt acknowledges events by itself, before any listener. `place`: where the person is. */
  event<E>(
    name: string,
    schema: z.ZodType<E>,
    { place, lazy }: Parts<EventBody<E>> & { place(event: E): Where },
  ): void {
    this.#events.add(name, async (body) => {
      const envelope = EventEnvelope.parse(body);
      const delivered = { ...envelope, event: schema.parse(envelope.event) };
      const { user, channel, thread, direct } = place(delivered.event);
      await this.#run(`event ${name}`, lazy, {
        body: delivered,
        who: { team: delivered.team_id, user },
        key: `event:${delivered.event_id}`,
        notice: (words, more) =>
          direct
            ? this.voice.post(channel, notice(words, more), thread)
            : this.voice.whisper(channel, user, notice(words, more), thread),
      });
    });
  }

  action(id: string | RegExp, { lazy }: Parts<ActionBody>): void {
    this.#actions.add(id, async (ack, body) => {
      await ack();
      const pressed = ActionBody.parse(body);
      const { user, container, actions, response_url: url } = pressed;
      const on = container.message_ts ?? container.view_id ?? pressed.trigger_id;
      await this.#run(`action ${id}`, lazy, {
        body: pressed,
        who: { team: pressed.team?.id ?? user.team_id ?? '', user: user.id },
        key: `action:${on}:${actions[0]?.action_id}:${actions[0]?.action_ts}`,
        notice: (words, more) =>
          url ? this.voice.respond(url, notice(words, more)) : this.voice.post(user.id, notice(words, more)),
      });
    });
  }

  /** A form that was sent. `ack` may hold it back with errors; then it was not taken on, and `lazy` does not run. */
  view(callbackId: string, { ack: check, lazy }: Parts<ViewBody, ViewResponseAction>): void {
    this.#views.add(callbackId, async (ack, body) => {
      const sent = ViewBody.parse(body);
      const answer = check?.(sent);
      await ack(answer);
      if (answer?.response_action === 'errors') return;
      await this.#run(`view ${callbackId}`, lazy, {
        body: sent,
        who: { team: sent.team?.id ?? sent.user.team_id ?? '', user: sent.user.id },
        key: submissionKey(sent),
        notice: (words, more) => this.voice.post(sent.user.id, notice(words, more)),
      });
    });
  }

  /** What can be chosen in the field of this name; the options are the answer, so that they come out of memory. */
  options(field: string, suggest: (body: OptionsBody) => PlainTextOption[]): void {
    this.#options.add(field, suggest);
  }

  async #run<B>(what: string, lazy: (call: Call<B>) => Promise<void>, call: Call<B>): Promise<void> {
    const work = lazy(call).catch((error: unknown) => this.trouble.tell(error, what, call));
    await this.working.track(work);
  }
}
