import { z } from 'zod';

// What the workspace remembers: the shapes of its people, conversations and messages, as they are kept on disk.

export const Block = z.looseObject({ type: z.string(), block_id: z.string().optional() });
export type Block = z.infer<typeof Block>;

export const Person = z.object({
  id: z.string(),
  /** The short name, as in `@morino`. */
  handle: z.string(),
  name: z.string(),
  title: z.string(),
  email: z.string(),
  locale: z.enum(['ja-JP', 'en-US']),
  deleted: z.boolean(),
  isAdmin: z.boolean(),
  isBot: z.boolean(),
});
export type Person = z.infer<typeof Person>;

export const Conversation = z.object({
  id: z.string(),
  name: z.string(),
  /** `im`: two people; `mpim`: several, without a channel. */
  kind: z.enum(['public', 'private', 'im', 'mpim']),
  topic: z.string(),
  purpose: z.string(),
  members: z.array(z.string()),
  archived: z.boolean(),
  created: z.number(),
});
export type Conversation = z.infer<typeof Conversation>;

const Reaction = z.object({ name: z.string(), users: z.array(z.string()) });
export const Metadata = z.object({ event_type: z.string(), event_payload: z.record(z.string(), z.unknown()) });

export const Message = z.object({
  ts: z.string(),
  channel: z.string(),
  threadTs: z.string().nullable(),
  author: z.string(),
  text: z.string(),
  blocks: z.array(Block),
  /** The only person who sees it; null for everybody. */
  onlyFor: z.string().nullable(),
  /** A reply that is shown in the channel as well. */
  broadcast: z.boolean(),
  editedTs: z.string().nullable(),
  /** Taken back, but replies still hang on it. */
  deleted: z.boolean(),
  files: z.array(z.string()),
  reactions: z.array(Reaction),
  metadata: Metadata.nullable(),
});
export type Message = z.infer<typeof Message>;

export const StoredFile = z.object({
  id: z.string(),
  name: z.string(),
  title: z.string(),
  /** Of a picture: what it shows. */
  alt: z.string().nullable().default(null),
  size: z.number(),
  owner: z.string(),
  created: z.number(),
  channels: z.array(z.string()),
  /** Base64. */
  content: z.string(),
});
export type StoredFile = z.infer<typeof StoredFile>;

export const Home = z.object({
  id: z.string(),
  hash: z.string(),
  view: z.looseObject({ type: z.literal('home'), blocks: z.array(Block) }),
});
export type Home = z.infer<typeof Home>;

/** A pin, a bookmark or a reminder: kept and listed, nothing more. */
export const Mark = z.object({
  id: z.string(),
  kind: z.enum(['pin', 'bookmark', 'reminder']),
  channel: z.string().nullable(),
  by: z.string(),
  created: z.number(),
  what: z.record(z.string(), z.unknown()),
});
export type Mark = z.infer<typeof Mark>;

const Prompts = z.object({
  title: z.string().nullable(),
  prompts: z.array(z.object({ title: z.string(), message: z.string() })),
});
export type Prompts = z.infer<typeof Prompts>;

export const State = z.object({
  version: z.literal(1),
  /** How far the clock was moved ahead. */
  aheadMs: z.number().min(0),
  people: z.array(Person),
  conversations: z.array(Conversation),
  messages: z.array(Message),
  files: z.array(StoredFile),
  /** By person. */
  homes: z.record(z.string(), Home),
  /** By person, then by conversation (`C…`) or thread (`C…:ts`): the last message that was read. */
  read: z.record(z.string(), z.record(z.string(), z.string())),
  marks: z.array(Mark),
  /** By conversation. */
  prompts: z.record(z.string(), Prompts),
  /** By conversation and thread, as `C…:ts`. */
  threadTitles: z.record(z.string(), z.string()),
});
export type State = z.infer<typeof State>;
