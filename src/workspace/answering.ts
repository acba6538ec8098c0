import { z } from 'zod';
import { contentOf } from './api/chat.ts';
import { Blocks, flag } from './api/method.ts';
import { BOT } from './cast.ts';
import type { ResponsePlace } from './passes.ts';
import { edit, post, remove } from './posting.ts';
import { Refusal, refusalWith } from './refusal.ts';
import type { Workspace } from './workspace.ts';

const Response = z.object({
  text: z.string().optional(),
  blocks: Blocks.optional(),
  response_type: z.enum(['ephemeral', 'in_channel']).default('ephemeral'),
  replace_original: flag.default(false),
  delete_original: flag.default(false),
  thread_ts: z.string().optional(),
});

/**
 * What the bot says through a response url, or with the acknowledgement of a command: for that person alone unless it
 * says otherwise, also where the bot is no member. Throws as Slack refuses.
 */
export function respond(workspace: Workspace, place: ResponsePlace, given: unknown): void {
  const read = Response.safeParse(given);
  if (!read.success)
    throw refusalWith(
      'invalid_arguments',
      read.error.issues.map(({ message }) => message),
    );
  const answer = read.data;
  const original = place.messageTs === null ? undefined : workspace.store.message(place.channel, place.messageTs);
  if (place.messageTs !== null && (answer.delete_original || answer.replace_original)) {
    if (!original) throw new Refusal('message_not_found');
    if (answer.delete_original) remove(workspace, original);
    else edit(workspace, original, contentOf(workspace, answer));
    return;
  }
  post(workspace, {
    ...contentOf(workspace, answer),
    channel: place.channel,
    author: BOT.userId,
    // From within a thread the answer goes there, as the person is looking there.
    threadTs: answer.thread_ts ?? original?.threadTs ?? null,
    onlyFor: answer.response_type === 'ephemeral' ? place.person : null,
  });
}
