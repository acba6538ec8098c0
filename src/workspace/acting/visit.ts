import type { ActResult } from '../acts.ts';
import { BOT } from '../cast.ts';
import { publish } from '../events.ts';
import { homePayload } from '../payloads.ts';
import type { Message, Person } from '../state.ts';
import type { Workspace } from '../workspace.ts';
import { type ActOf, done, refused, wordsFor } from './outcome.ts';

/** Looks at the bot's Home. */
export function openHome(workspace: Workspace, person: Person): ActResult {
  const home = workspace.store.state.homes[person.id];
  tellHomeOpened(workspace, person, 'home', home ? { view: homePayload(home) } : {});
  return done;
}

/** Looks at a conversation: everything in it is read now. */
export function openConversation(workspace: Workspace, person: Person, channel: string): ActResult {
  const { store } = workspace;
  const place = store.conversation(channel);
  if (!place?.members.includes(person.id)) return refused(wordsFor(person).notAMember);
  const last = store.history(channel).findLast(({ threadTs, broadcast }) => threadTs === null || broadcast);
  if (last) setRead(workspace, person, channel, last.ts);
  if (place.kind === 'im' && place.members.includes(BOT.userId)) tellHomeOpened(workspace, person, 'messages', {});
  return done;
}

/** Looks at a thread: its replies are read now. */
export function openThread(workspace: Workspace, person: Person, { channel, ts }: ActOf<'open-thread'>): ActResult {
  const last = workspace.store.history(channel).findLast((message) => message.threadTs === ts);
  if (last) setRead(workspace, person, `${channel}:${ts}`, last.ts);
  return done;
}

/** Whoever says something has read what stands above it. */
export function markRead(workspace: Workspace, person: Person, { channel, threadTs, ts }: Message): void {
  setRead(workspace, person, threadTs === null ? channel : `${channel}:${threadTs}`, ts);
}

function setRead(workspace: Workspace, person: Person, place: string, ts: string): void {
  const { read } = workspace.store.state;
  if (read[person.id]?.[place] === ts) return;
  read[person.id] = { ...read[person.id], [place]: ts };
  workspace.store.changed();
}

function tellHomeOpened(
  workspace: Workspace,
  person: Person,
  tab: 'home' | 'messages',
  more: Record<string, unknown>,
): void {
  const { store } = workspace;
  publish(
    workspace,
    { event: 'app_home_opened', scope: null },
    {
      type: 'app_home_opened',
      user: person.id,
      channel: store.directMessages(person.id).id,
      tab,
      event_ts: store.nextTs(),
      ...more,
    },
  );
}
