import { type WorkspaceWords, workspaceWords } from '../../words/workspace.ts';
import type { Act, ActResult } from '../acts.ts';
import type { Acknowledgement } from '../delivery.ts';
import type { Conversation, Person } from '../state.ts';
import type { Workspace } from '../workspace.ts';

/** One kind of act. */
export type ActOf<K extends Act['act']> = Extract<Act, { act: K }>;

export const done: ActResult = { ok: true, problem: null };
export const refused = (problem: string): ActResult => ({ ok: false, problem });

export const wordsFor = (person: Person): WorkspaceWords => workspaceWords[person.locale === 'ja-JP' ? 'ja' : 'en'];

/** Why the bot did not take something, in the person's words; null when it did. */
export function problemOf(workspace: Workspace, person: Person, outcome: Acknowledgement): string | null {
  if (outcome.ok) return null;
  const words = wordsFor(person);
  return workspace.postman.delivery.connected ? words.notAcknowledged : words.notConnected;
}

/** A conversation in which the person may write, or why they may not. */
export function placeFor(workspace: Workspace, person: Person, channel: string): Conversation | string {
  const words = wordsFor(person);
  const place = workspace.store.conversation(channel);
  if (!place?.members.includes(person.id)) return words.notAMember;
  return place.archived ? words.archived : place;
}
