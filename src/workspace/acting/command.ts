import type { ActResult } from '../acts.ts';
import { respond } from '../answering.ts';
import { BOT, TEAM } from '../cast.ts';
import { asRecord } from '../elements.ts';
import { publish } from '../events.ts';
import { VERIFICATION } from '../payloads.ts';
import type { Conversation, Person } from '../state.ts';
import { typedText } from '../typed-text.ts';
import type { Workspace } from '../workspace.ts';
import { takeAnswer } from './acknowledged.ts';
import { type ActOf, done, placeFor, problemOf, refused, wordsFor } from './outcome.ts';

/** Gives a slash command; what the bot says to it with its acknowledgement is shown. */
export async function command(workspace: Workspace, person: Person, act: ActOf<'command'>): Promise<ActResult> {
  const words = wordsFor(person);
  const place = placeFor(workspace, person, act.channel);
  if (typeof place === 'string') return refused(place);
  const [, name = '', text = ''] = /^(\/\S+)\s*([\s\S]*)$/.exec(act.text) ?? [];
  if (name === '/invite') return invite(workspace, person, place, typedText(workspace.store, text));
  const known = workspace.app.commands.find((one) => one.command === name);
  if (!known) return refused(words.unknownCommand(name));
  const outcome = await workspace.postman.deliver({
    kind: 'slash_commands',
    name: 'slash_commands',
    payload: {
      token: VERIFICATION,
      team_id: TEAM.id,
      team_domain: TEAM.domain,
      ...placeNames(place),
      user_id: person.id,
      user_name: person.handle,
      command: name,
      text: known.shouldEscape ? withNames(workspace, typedText(workspace.store, text)) : text.trimEnd(),
      api_app_id: BOT.appId,
      is_enterprise_install: 'false',
      response_url: workspace.responseUrls.give({ person: person.id, channel: place.id, messageTs: null }),
      trigger_id: workspace.triggers.give(person.id, place.id),
    },
  });
  const problem = problemOf(workspace, person, outcome);
  if (problem !== null) return refused(problem);
  return outcome.ok ? show(workspace, person, place, outcome.body) : done;
}

/** Slack's own command: brings the bot into a channel. */
function invite(workspace: Workspace, person: Person, place: Conversation, text: string): ActResult {
  const { store } = workspace;
  if (place.kind !== 'public' || !text.includes(`<@${BOT.userId}>`)) return refused(wordsFor(person).inviteTheBot);
  if (place.members.includes(BOT.userId)) return done;
  place.members.push(BOT.userId);
  store.changed();
  publish(
    workspace,
    { event: 'member_joined_channel', scope: 'channels:read' },
    {
      type: 'member_joined_channel',
      user: BOT.userId,
      channel: place.id,
      channel_type: 'C',
      team: TEAM.id,
      inviter: person.id,
      event_ts: store.nextTs(),
    },
  );
  return done;
}

const placeNames = (place: Conversation) => ({
  channel_id: place.id,
  channel_name: place.kind === 'im' ? 'directmessage' : place.name,
});

/** In commands a mention carries the name too. */
const withNames = (workspace: Workspace, text: string) =>
  text.replace(/<@(U[A-Z0-9]+)>/g, (all, id: string) => {
    const person = workspace.store.person(id);
    return person ? `<@${id}|${person.handle}>` : all;
  });

function show(workspace: Workspace, person: Person, place: Conversation, body: unknown): ActResult {
  const answer = asRecord(body) ?? {};
  if (answer.text === undefined && answer.blocks === undefined) return done;
  const here = { person: person.id, channel: place.id, messageTs: null };
  const refusal = takeAnswer(workspace, 'slash_commands', answer, () => respond(workspace, here, answer));
  return refusal ? refused(wordsFor(person).refusedByWorkspace(refusal.code)) : done;
}
