import type { KnownBlock, ModalView } from '@slack/types';

/** What one person sees of the workspace: everything the page draws, and everything the driver of the tests looks at. */
export interface Sight {
  /** Grows with every change of the workspace; the page asks for nothing, it is told. */
  seq: number;
  me: SeenPerson;
  people: SeenPerson[];
  /** Channels first, then direct messages (the bot's first). */
  conversations: SeenConversation[];
  /** The bot's Home for this person; null before it was published. */
  home: { viewId: string; blocks: KnownBlock[] } | null;
  /** The open forms, lowest first; the last one is on top. */
  views: SeenView[];
  commands: SeenCommand[];
  /** What the bot suggests in its direct messages. */
  prompts: { title: string | null; prompts: { title: string; message: string }[] };
  /** The workspace's clock, ISO 8601 with offset. */
  now: string;
  bot: { userId: string; name: string; connected: boolean };
  /** What the bot's records stand on, for a first visit; absent where nobody said. */
  database?: SeenDatabase;
}

export interface SeenDatabase {
  engine: 'embedded' | 'server';
  /** Where the embedded one lies, as the operator wrote it; null on a server. */
  folder: string | null;
  /** How many towns of the home prefecture, areas beyond it and facts the registry holds. */
  towns: number;
  elsewhere: number;
  facts: number;
}

export interface SeenPerson {
  id: string;
  name: string;
  /** What the person is in the office, one line. */
  title: string;
  locale: 'ja-JP' | 'en-US';
  deleted: boolean;
  isAdmin: boolean;
}

export interface SeenConversation {
  id: string;
  /** As it is shown: `自席ノート`, `いなべ市-在宅医療`, a person's name. */
  name: string;
  kind: 'channel' | 'dm';
  topic: string;
  unread: number;
  /** Whether the bot is a member. */
  botIsMember: boolean;
  /** What the bot says it is doing here, by thread (`''`: the conversation itself). */
  status: Record<string, string>;
  /** Oldest first; replies stand under their root. */
  messages: SeenMessage[];
}

export interface SeenMessage {
  ts: string;
  threadTs: string | null;
  author: { id: string; name: string; isBot: boolean };
  /** As Slack keeps it: `&`, `<`, `>` escaped, mentions as `<@U…>`. */
  text: string;
  /** Every block has its `block_id`, every element its `action_id`, as Slack gives them. */
  blocks: KnownBlock[];
  /** Seen by this person alone, gone after a reload. */
  ephemeral: boolean;
  edited: boolean;
  deleted: boolean;
  files: SeenFile[];
  reactions: { name: string; users: string[] }[];
  replies: SeenMessage[];
  /** Replies are unread. */
  unreadReplies: number;
}

export interface SeenFile {
  id: string;
  name: string;
  title: string;
  /** What a picture shows. */
  alt: string | null;
  size: number;
  /** Where the page gets it. */
  href: string;
}

export interface SeenView {
  id: string;
  hash: string;
  view: ModalView;
  /** What the person has typed so far: as in `view.state.values`. */
  values: Record<string, Record<string, unknown>>;
  /** Messages under the fields, by block id. */
  errors: Record<string, string>;
  /** What went wrong with the form as a whole: the bot did not answer in time, or refused. */
  problem: string | null;
}

export interface SeenCommand {
  command: string;
  description: string;
  usageHint: string;
}

/** One line of the panel for developers: what went over the wire. */
export interface WireEntry {
  seq: number;
  at: string;
  direction: 'to-bot' | 'from-bot';
  /** `chat.postMessage`, `slash_commands`, `event_callback app_mention`, `block_actions` … */
  name: string;
  /** From delivery to acknowledgement, or from call to answer. */
  ms: number | null;
  /** `ok`, `acknowledged`, `not acknowledged`, an error code. */
  outcome: string;
  payload: unknown;
  /** What the referee said against it. */
  faults: string[];
}
