import { z } from 'zod';
import { BOT } from '../cast.ts';
import { messagePayload } from '../payloads.ts';
import { edit, post } from '../posting.ts';
import { Refusal } from '../refusal.ts';
import { type Block, type Message, Metadata } from '../state.ts';
import type { Workspace } from '../workspace.ts';
import { threadOf, writable } from './chat.ts';
import { Blocks, json, judge, messageAt, method } from './method.ts';

const Chunk = z.looseObject({ type: z.string(), text: z.string().optional(), blocks: Blocks.optional() });
const Said = z.object({ markdown_text: z.string().max(12_000).optional(), chunks: json(z.array(Chunk)).optional() });
const Running = Said.extend({ channel: z.string(), ts: z.string() });

/** Messages that are still being written; a restart ends them. */
const running = new WeakSet<Message>();

/** A message that grows while it is read. */
export const streams = [
  method(
    'chat.startStream',
    ['chat:write'],
    Said.extend({
      channel: z.string(),
      thread_ts: z.string(),
      recipient_user_id: z.string().optional(),
      recipient_team_id: z.string().optional(),
    }),
    (workspace, args) => {
      const place = writable(workspace, args.channel);
      const isAddressed = args.recipient_user_id !== undefined && args.recipient_team_id !== undefined;
      if (place.kind !== 'im' && !isAddressed) throw new Refusal('missing_recipient_user_id');
      const message = post(workspace, {
        channel: place.id,
        author: BOT.userId,
        threadTs: threadOf(workspace, place, args.thread_ts),
        ...grown('', [], args),
      });
      running.add(message);
      return { channel: place.id, ts: message.ts };
    },
  ),
  method('chat.appendStream', ['chat:write'], Running, (workspace, args) => {
    const message = runningMessage(workspace, args);
    write(workspace, message, args);
    return { channel: message.channel, ts: message.ts };
  }),
  method(
    'chat.stopStream',
    ['chat:write'],
    Running.extend({ blocks: Blocks.optional(), metadata: json(Metadata).optional() }),
    (workspace, args) => {
      const message = runningMessage(workspace, args);
      write(workspace, message, args, args.blocks);
      if (args.metadata) message.metadata = args.metadata;
      running.delete(message);
      return { channel: message.channel, ts: message.ts, message: messagePayload(workspace, message) };
    },
  ),
];

function runningMessage(workspace: Workspace, { channel, ts }: { channel: string; ts: string }): Message {
  const message = messageAt(workspace, channel, ts);
  if (!running.has(message)) throw new Refusal('message_not_in_streaming_state');
  return message;
}

function write(workspace: Workspace, message: Message, said: z.infer<typeof Said>, last: Block[] = []): void {
  const content = grown(message.text, message.blocks.slice(1), said, last);
  judge(workspace, 'message', content);
  edit(workspace, message, content);
  message.editedTs = null;
}

/** The text so far in one `markdown` block, then the blocks that came with chunks or at the end. */
function grown(
  text: string,
  blocks: Block[],
  said: z.infer<typeof Said>,
  last: Block[] = [],
): Pick<Message, 'text' | 'blocks'> {
  const chunks = said.chunks ?? [];
  const whole = text + (said.markdown_text ?? '') + chunks.map((chunk) => chunk.text ?? '').join('');
  const shown = whole === '' ? [] : [{ type: 'markdown', text: whole }];
  return { text: whole, blocks: [...shown, ...blocks, ...chunks.flatMap((chunk) => chunk.blocks ?? []), ...last] };
}
