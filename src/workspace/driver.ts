import type { Act, ActResult } from './acts.ts';
import { directMessageId } from './cast.ts';
import { allMessages, byLabel, chosenState, type Found, optionsOf, pressedState, usable } from './driver-find.ts';
import type { FileEntry } from './payloads.ts';
import { perform } from './perform.ts';
import { textOfBlocks, textOfMessage, textOfView } from './seen-text.ts';
import type { SeenConversation, SeenMessage, SeenView, Sight } from './sight.ts';
import { sightOf } from './sight-of.ts';
import type { Workspace } from './workspace.ts';

const PATIENCE_MS = 20_000;

/** A person at work in the workspace, for tests: looks at what the page shows and does what the page can do. */
export class Actor {
  #place: string;
  #atHome = false;
  #lastProblem: string | null = null;

  constructor(
    private readonly workspace: Workspace,
    readonly id: string,
  ) {
    this.#place = directMessageId(id);
  }

  get sight(): Sight {
    return sightOf(this.workspace, this.id);
  }

  /** Goes to a conversation, by id or name; `bot` is the direct messages with the bot, where everybody begins. */
  in(conversation: string): this {
    const { conversations } = this.sight;
    const place =
      conversation === 'bot'
        ? conversations.find(({ id }) => id === directMessageId(this.id))
        : conversations.find(({ id, name }) => id === conversation || name === conversation);
    if (!place) throw new Error(`${this.id} is in no conversation ${conversation}`);
    this.#place = place.id;
    this.#atHome = false;
    return this;
  }

  /** Does one thing, as the page does; a refusal is a result, not an error. */
  async act(act: Act): Promise<ActResult> {
    const result = await perform(this.workspace, this.id, act);
    this.#lastProblem = result.problem;
    return result;
  }

  say(text: string, { thread }: { thread?: string } = {}): Promise<ActResult> {
    return this.act({ act: 'say', channel: this.#place, text, ...(thread === undefined ? {} : { threadTs: thread }) });
  }

  mention(text: string, options: { thread?: string } = {}): Promise<ActResult> {
    return this.say(`@${this.workspace.app.name} ${text}`, options);
  }

  /** `/tonari 質問` */
  command(text: string): Promise<ActResult> {
    return this.act({ act: 'command', channel: this.#place, text });
  }

  /** Presses what bears this label: a button, half of feedback buttons, an entry of a menu. */
  click(label: string): Promise<ActResult> {
    const target = this.#find(label);
    return this.act({ act: 'choose', ...at(target), state: pressedState(target, label) });
  }

  /** Chooses an option (or several) of what bears the label; the bot hears of it where it listens. */
  async choose(label: string, wanted: string | string[] | null): Promise<ActResult> {
    const target = this.#find(label);
    return this.act({ act: 'choose', ...at(target), state: await this.#state(target, wanted) });
  }

  /** What the bot suggests in an external select for this query. */
  async suggestions(label: string, query: string): Promise<unknown[]> {
    const result = await this.act({ act: 'suggest', ...at(this.#find(label)), query });
    return optionsOf({ options: result.options ?? [] });
  }

  /** Fills fields of the topmost form, by their labels; null empties. Nothing is sent yet. */
  async fill(fields: Record<string, string | string[] | null>): Promise<this> {
    for (const [label, wanted] of Object.entries(fields)) {
      const target = this.#find(label);
      const values = { [target.blockId]: { [target.element.action_id]: await this.#state(target, wanted) } };
      await this.act({ act: 'fill', viewId: this.#top().id, values });
    }
    return this;
  }

  /** Brings a file to a field of the topmost form, by its label. */
  attach(label: string, { name, bytes }: { name: string; bytes: Uint8Array }): Promise<ActResult> {
    const { blockId, element } = this.#find(label);
    const content = Buffer.from(bytes).toString('base64');
    const to = { viewId: this.#top().id, blockId, actionId: element.action_id };
    return this.act({ act: 'attach', ...to, name, size: bytes.length, content });
  }

  /** Takes a file out of such a field, by its name. */
  detach(label: string, name: string): Promise<ActResult> {
    const { blockId, element } = this.#find(label);
    const held = this.#top().values[blockId]?.[element.action_id] as { files?: FileEntry[] } | undefined;
    const fileId = held?.files?.find((file) => file.name === name)?.id ?? '';
    return this.act({ act: 'detach', viewId: this.#top().id, blockId, actionId: element.action_id, fileId });
  }

  /** Submits the topmost form. */
  submit(): Promise<ActResult> {
    return this.act({ act: 'submit', viewId: this.#top().id, values: {} });
  }

  /** Closes the topmost form. */
  close(): Promise<ActResult> {
    return this.act({ act: 'close', viewId: this.#top().id });
  }

  /** Goes to the bot's Home. */
  openHome(): Promise<ActResult> {
    this.#atHome = true;
    return this.act({ act: 'open-home' });
  }

  /** Looks at the conversation the person is in. */
  look(): Promise<ActResult> {
    return this.act({ act: 'open-conversation', channel: this.#place });
  }

  reload(): Promise<ActResult> {
    return this.act({ act: 'reload' });
  }

  /** Moves the workspace's clock. */
  advance(ms: number): Promise<ActResult> {
    return this.act({ act: 'advance', ms });
  }

  /** The conversation the person is in. */
  conversation(): SeenConversation {
    const place = this.sight.conversations.find(({ id }) => id === this.#place);
    if (!place) throw new Error(`${this.id} does not see ${this.#place} any more`);
    return place;
  }

  /** All messages here with their replies, oldest first. */
  messages(): SeenMessage[] {
    return allMessages(this.conversation());
  }

  lastMessage(): SeenMessage | undefined {
    return this.messages().at(-1);
  }

  topView(): SeenView | undefined {
    return this.sight.views.at(-1);
  }

  /** What stands under the fields of the topmost form, by block. */
  errors(): Record<string, string> {
    return this.topView()?.errors ?? {};
  }

  home(): Sight['home'] {
    return this.sight.home;
  }

  /** Waits for a message with this text here, or for what `look` finds. */
  waitFor(text: string): Promise<SeenMessage>;
  waitFor<T>(look: (sight: Sight) => T | null | undefined | false, what?: string): Promise<T>;
  waitFor<T>(
    wanted: string | ((sight: Sight) => T | null | undefined | false),
    what = 'what was waited for',
  ): Promise<T | SeenMessage> {
    if (typeof wanted !== 'string') return this.#until(wanted, what);
    return this.#until(
      () => this.messages().findLast((message) => textOfMessage(message).includes(wanted)),
      `a message with 「${wanted}」`,
    );
  }

  /** Waits until the topmost form shows this text. */
  waitForView(text: string): Promise<SeenView> {
    return this.#until(({ views }) => {
      const top = views.at(-1);
      return top && textOfView(top).includes(text) ? top : null;
    }, `a form with 「${text}」`);
  }

  /** Waits until Home shows this text. */
  waitForHome(text: string): Promise<NonNullable<Sight['home']>> {
    return this.#until(
      ({ home }) => (home && textOfBlocks(home.blocks).includes(text) ? home : null),
      `a Home with 「${text}」`,
    );
  }

  #until<T>(look: (sight: Sight) => T | null | undefined | false, what: string): Promise<T> {
    const { store } = this.workspace;
    return new Promise((resolve, reject) => {
      const check = () => {
        const found = look(this.sight);
        if (found === null || found === undefined || found === false) return false;
        end();
        resolve(found);
        return true;
      };
      const patience = setTimeout(() => {
        end();
        reject(new Error(`${this.id} did not get ${what}. ${this.#circumstances()}`));
      }, PATIENCE_MS);
      const stop = store.onChange(check);
      const end = () => {
        stop();
        clearTimeout(patience);
      };
      check();
    });
  }

  /** For the message of a failed test. */
  #circumstances(): string {
    const last = this.lastMessage();
    const view = this.topView();
    return [
      this.#lastProblem && `The last act was refused: ${this.#lastProblem}.`,
      last && `The last message: ${textOfMessage(last).slice(0, 200)}`,
      view && `The topmost form: ${textOfView(view).slice(0, 200)}`,
      `On the wire: ${this.workspace.wire.entries
        .slice(-5)
        .map(({ name, outcome, faults }) => `${name} ${outcome} ${faults.join(' ')}`)
        .join('; ')}`,
    ]
      .filter(Boolean)
      .join(' ');
  }

  #find(label: string): Found {
    return byLabel(usable(this.sight, this.conversation(), this.#atHome), label);
  }

  #top(): SeenView {
    const top = this.topView();
    if (!top) throw new Error(`${this.id} has no form open`);
    return top;
  }

  async #state(target: Found, wanted: string | string[] | null): Promise<Record<string, unknown>> {
    const { element } = target;
    const labels = wanted === null ? [] : [wanted].flat();
    const options = element.type.endsWith('external_select')
      ? (await Promise.all(labels.map((label) => this.#suggested(target, label)))).flat()
      : optionsOf(element);
    return chosenState(this.sight, element, wanted, options);
  }

  async #suggested(target: Found, query: string): Promise<unknown[]> {
    const result = await this.act({ act: 'suggest', ...at(target), query });
    return optionsOf({ options: result.options ?? [] });
  }
}

const at = ({ on, blockId, element }: Found) => ({ on, blockId, actionId: element.action_id });
