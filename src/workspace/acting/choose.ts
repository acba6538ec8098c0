import { z } from 'zod';
import type { ActResult, ActSurface } from '../acts.ts';
import { judge } from '../api/method.ts';
import { mergedValues } from '../chosen.ts';
import { asRecord, type Interactive, interactives, stateKey, textIn, type Values, valuesOf } from '../elements.ts';
import { conversationPayload, homePayload, interactionHead, messagePayload, viewPayload } from '../payloads.ts';
import { Refusal } from '../refusal.ts';
import type { Block, Person } from '../state.ts';
import type { Workspace } from '../workspace.ts';
import { takeAnswer } from './acknowledged.ts';
import { type ActOf, done, problemOf, refused, wordsFor } from './outcome.ts';

/** What a surface is, in a payload and in memory. */
interface Surface {
  blocks: Block[];
  /** What the payload says about the place. */
  payload: Record<string, unknown>;
  channel: string | null;
  /** Keeps what was chosen, so that it is shown and sent later on. */
  keep(values: Values): void;
}

/** Presses a button or makes a choice; the bot hears of it where it listens. */
export async function choose(workspace: Workspace, person: Person, act: ActOf<'choose'>): Promise<ActResult> {
  const before = surfaceOf(workspace, person, act.on);
  const target = before && elementAt(before.blocks, act);
  // Files are brought, not chosen (attach.ts).
  if (!before || !target || target.element.type === 'file_input') return refused(wordsFor(person).gone);
  const key = stateKey(target.element.type);
  if (key !== undefined) {
    const state = { type: target.element.type, [key]: act.state[key] ?? null };
    before.keep({ [act.blockId]: { [act.actionId]: state } });
    workspace.store.changed();
  }
  if (target.block.type === 'input' && target.block.dispatch_action !== true) return done;
  const surface = surfaceOf(workspace, person, act.on) ?? before;
  const outcome = await workspace.postman.deliver({
    kind: 'interactive',
    name: 'block_actions',
    payload: {
      type: 'block_actions',
      ...interactionHead(person),
      trigger_id: workspace.triggers.give(person.id, surface.channel),
      ...surface.payload,
      ...(act.on.in === 'message'
        ? {
            response_url: workspace.responseUrls.give({
              person: person.id,
              channel: act.on.channel,
              messageTs: act.on.ts,
            }),
          }
        : {}),
      actions: [{ ...action(target, act.state), action_ts: workspace.store.nextTs() }],
    },
  });
  const problem = problemOf(workspace, person, outcome);
  return problem === null ? done : refused(problem);
}

const Suggested = z.union([
  z.object({ options: z.array(z.unknown()) }),
  z.object({ option_groups: z.array(z.unknown()) }),
]);

/** Asks the bot for the options of an external select. */
export async function suggest(workspace: Workspace, person: Person, act: ActOf<'suggest'>): Promise<ActResult> {
  const surface = surfaceOf(workspace, person, act.on);
  const target = surface && elementAt(surface.blocks, act);
  if (!surface || !target) return refused(wordsFor(person).gone);
  const least = target.element.min_query_length ?? 3;
  if (typeof least === 'number' && act.query.length < least) return { ...done, options: [] };
  const outcome = await workspace.postman.deliver({
    kind: 'interactive',
    name: 'block_suggestion',
    payload: {
      type: 'block_suggestion',
      ...interactionHead(person),
      ...surface.payload,
      action_id: act.actionId,
      block_id: act.blockId,
      value: act.query,
    },
  });
  if (!outcome.ok) return refused(problemOf(workspace, person, outcome) ?? '');
  let options: unknown[] = [];
  const refusal = takeAnswer(workspace, 'block_suggestion', outcome.body, () => {
    options = suggested(workspace, outcome.body);
  });
  return refusal ? refused(wordsFor(person).refusedByWorkspace(refusal.code)) : { ...done, options };
}

/** What the bot suggests, judged as the options of a select are. Throws as Slack refuses. */
function suggested(workspace: Workspace, body: unknown): unknown[] {
  const read = Suggested.safeParse(body);
  if (!read.success) throw new Refusal('invalid_options');
  const found = 'options' in read.data ? read.data.options : read.data.option_groups;
  // A select without options is a fault, a search that finds nothing is not.
  if (found.length > 0) {
    const select = { type: 'static_select', action_id: 'suggested', ...read.data };
    judge(workspace, 'message', { text: '-', blocks: [{ type: 'actions', elements: [select] }] });
  }
  return found;
}

const elementAt = (blocks: Block[], { blockId, actionId }: { blockId: string; actionId: string }) =>
  interactives(blocks).find((one) => one.blockId === blockId && one.element.action_id === actionId);

/** The entry of `actions`: a button says what it is, everything else what was chosen. */
function action({ blockId, element }: Interactive, state: Record<string, unknown>): Record<string, unknown> {
  const head = { type: element.type, block_id: blockId, action_id: element.action_id };
  const key = stateKey(element.type);
  if (key !== undefined) return { ...head, [key]: state[key] ?? null };
  if (element.type === 'overflow') return { ...head, selected_option: state.selected_option };
  if (element.type === 'feedback_buttons') return { ...head, ...feedback(element, state) };
  const { text, value, style, url } = element;
  return Object.fromEntries(
    Object.entries({ ...head, text, value, style, url }).filter(([, stated]) => stated !== undefined),
  );
}

function feedback(element: Interactive['element'], state: Record<string, unknown>): Record<string, unknown> {
  const buttons = [element.positive_button, element.negative_button].map(asRecord);
  const pressed = buttons.find((button) => button?.value === state.value);
  return { text: { type: 'plain_text', text: textIn(pressed?.text), emoji: true }, value: state.value };
}

function surfaceOf(workspace: Workspace, person: Person, on: ActSurface): Surface | undefined {
  if (on.in === 'home') return homeSurface(workspace, person);
  return on.in === 'view' ? viewSurface(workspace, person, on.viewId) : messageSurface(workspace, person, on);
}

function homeSurface(workspace: Workspace, person: Person): Surface | undefined {
  const home = workspace.store.state.homes[person.id];
  if (!home) return undefined;
  const chosen = workspace.chosen.of(home.id, person.id);
  return {
    blocks: home.view.blocks,
    channel: null,
    payload: { container: { type: 'view', view_id: home.id }, view: homePayload(home, chosen) },
    keep: (values) => workspace.chosen.add(home.id, person.id, values),
  };
}

function viewSurface(workspace: Workspace, person: Person, viewId: string): Surface | undefined {
  const view = workspace.views.find(viewId);
  if (view?.person !== person.id) return undefined;
  return {
    blocks: view.modal.blocks,
    channel: view.channel,
    payload: { container: { type: 'view', view_id: view.id }, view: viewPayload(view) },
    keep: (values) => {
      view.typed = mergedValues(view.typed, values);
    },
  };
}

function messageSurface(
  workspace: Workspace,
  person: Person,
  { channel, ts }: { channel: string; ts: string },
): Surface | undefined {
  const message = workspace.store.message(channel, ts);
  const place = workspace.store.conversation(channel);
  if (!message || !place?.members.includes(person.id)) return undefined;
  if (message.onlyFor !== null && message.onlyFor !== person.id) return undefined;
  const isEphemeral = message.onlyFor !== null;
  return {
    blocks: message.blocks,
    channel,
    payload: {
      container: {
        type: 'message',
        message_ts: ts,
        channel_id: channel,
        is_ephemeral: isEphemeral,
        ...(message.threadTs ? { thread_ts: message.threadTs } : {}),
      },
      channel: { id: channel, name: place.kind === 'im' ? 'directmessage' : conversationPayload(place).name },
      // Slack does not send along what only this person can see.
      ...(isEphemeral ? {} : { message: messagePayload(workspace, message) }),
      state: { values: valuesOf(message.blocks, workspace.chosen.of(ts, person.id)) },
    },
    keep: (values) => workspace.chosen.add(ts, person.id, values),
  };
}
