import type { ActResult } from '../acts.ts';
import { post } from '../posting.ts';
import { addReaction, removeReaction } from '../reactions.ts';
import type { Person } from '../state.ts';
import { typedText } from '../typed-text.ts';
import type { Workspace } from '../workspace.ts';
import { command } from './command.ts';
import { type ActOf, done, placeFor, refused, wordsFor } from './outcome.ts';
import { markRead } from './visit.ts';

/** The longest message that a person can send. */
const LONGEST = 12_000;

/** Says something in a conversation or a thread; a slash at the beginning makes it a command, as with Slack. */
export async function say(workspace: Workspace, person: Person, act: ActOf<'say'>): Promise<ActResult> {
  const words = wordsFor(person);
  const place = placeFor(workspace, person, act.channel);
  if (typeof place === 'string') return refused(place);
  if (act.text.trim() === '') return refused(words.emptyMessage);
  if (act.text.length > LONGEST) return refused(words.tooLong(LONGEST));
  if (/^\/\S/.test(act.text)) {
    if (act.threadTs !== undefined) return refused(words.noCommandsInThreads);
    return command(workspace, person, { act: 'command', channel: act.channel, text: act.text });
  }
  const root = act.threadTs === undefined ? undefined : workspace.store.message(place.id, act.threadTs);
  if (act.threadTs !== undefined && !root) return refused(words.gone);
  const message = post(workspace, {
    channel: place.id,
    author: person.id,
    text: typedText(workspace.store, act.text),
    threadTs: root ? (root.threadTs ?? root.ts) : null,
  });
  markRead(workspace, person, message);
  return done;
}

/** Adds a reaction, or takes one's own back. */
export function react(workspace: Workspace, person: Person, act: ActOf<'react'>): ActResult {
  const message = workspace.store.message(act.channel, act.ts);
  const place = placeFor(workspace, person, act.channel);
  if (typeof place === 'string') return refused(place);
  if (!message || message.onlyFor !== null) return refused(wordsFor(person).gone);
  if (!addReaction(workspace, message, person.id, act.name)) {
    removeReaction(workspace, message, person.id, act.name);
  }
  return done;
}
