import { EventEmitter } from 'node:events';
import { BOT, directMessageId } from './cast.ts';
import type { WorkspaceClock } from './clock.ts';
import { newId } from './ids.ts';
import type { Conversation, Message, Person, State } from './state.ts';

/** The memory keeps this many messages a conversation; older ones go. */
const KEPT_MESSAGES = 1_000;

/** The people, conversations and messages of the workspace, and who is told of changes. */
export class Store {
  /** Grows with every change. */
  seq = 0;
  /** What the bot says it is doing, by `conversation:thread`; gone with a restart. */
  readonly status = new Map<string, string>();
  readonly #changes = new EventEmitter().setMaxListeners(0);
  #lastTs = 0;

  constructor(
    readonly state: State,
    private readonly clock: WorkspaceClock,
  ) {}

  /** Tells everybody who looks on that something is different now. */
  changed(): void {
    this.seq += 1;
    this.#changes.emit('change');
  }

  onChange(listener: () => void): () => void {
    this.#changes.on('change', listener);
    return () => this.#changes.off('change', listener);
  }

  /** A time stamp as Slack gives to messages: unique, growing. */
  nextTs(): string {
    const newest = this.state.messages.at(-1)?.ts ?? '0';
    const last = Math.max(this.#lastTs, Number(newest.replace('.', '')));
    this.#lastTs = Math.max(this.clock.now().getTime() * 1_000, last + 1);
    const digits = String(this.#lastTs).padStart(16, '0');
    return `${digits.slice(0, -6)}.${digits.slice(-6)}`;
  }

  /** The moment, in whole seconds. */
  seconds(): number {
    return Math.floor(this.clock.now().getTime() / 1_000);
  }

  person(id: string): Person | undefined {
    return this.state.people.find((person) => person.id === id);
  }

  conversation(id: string): Conversation | undefined {
    return this.state.conversations.find((conversation) => conversation.id === id);
  }

  /** The direct messages of a person with the bot; made when there are none yet. */
  directMessages(person: string): Conversation {
    const id = directMessageId(person);
    return this.conversation(id) ?? this.addConversation({ id, kind: 'im', name: '', members: [BOT.userId, person] });
  }

  addConversation(given: Pick<Conversation, 'kind' | 'name' | 'members'> & { id?: string }): Conversation {
    const made: Conversation = {
      id: newId('C'),
      topic: '',
      purpose: '',
      archived: false,
      created: this.seconds(),
      ...given,
    };
    this.state.conversations.push(made);
    this.changed();
    return made;
  }

  add(message: Message): Message {
    this.state.messages.push(message);
    this.#forgetOldest(message.channel);
    this.changed();
    return message;
  }

  /** One message, also one that only one person sees. */
  message(channel: string, ts: string): Message | undefined {
    return this.state.messages.find((message) => message.channel === channel && message.ts === ts);
  }

  /** All messages of a conversation that everybody in it sees, oldest first. */
  history(channel: string): Message[] {
    return this.state.messages.filter((message) => message.channel === channel && message.onlyFor === null);
  }

  /** Takes a message away; a root with replies stays as a mark of what was there. */
  remove(message: Message): void {
    const hasReplies = this.history(message.channel).some(
      ({ threadTs, ts }) => threadTs === message.ts && ts !== message.ts,
    );
    if (hasReplies) {
      Object.assign(message, { deleted: true, text: '', blocks: [], files: [], reactions: [], metadata: null });
    } else {
      this.#drop((other) => other === message);
    }
    this.changed();
  }

  /** Messages for one person alone do not survive a reload. */
  forgetEphemerals(person: string): void {
    this.#drop((message) => message.onlyFor === person);
    this.changed();
  }

  #forgetOldest(channel: string): void {
    const here = this.state.messages.filter((message) => message.channel === channel);
    if (here.length <= KEPT_MESSAGES) return;
    const old = new Set(here.slice(0, here.length - KEPT_MESSAGES));
    this.#drop((message) => old.has(message));
  }

  #drop(gone: (message: Message) => boolean): void {
    this.state.messages = this.state.messages.filter((message) => !gone(message));
  }
}
