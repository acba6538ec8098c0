import type { Confirm } from '@slack/types';
import type { ActSurface } from '../../../acts.ts';
import type { SeenFile, SeenView } from '../../../sight.ts';
import { perform } from '../server.ts';
import { change, state } from '../state.ts';
import { type AnyElement, type ElementState, fieldsOf, initialState, type Values } from './element-state.ts';

/** Where blocks stand: on a message, in a form, on Home. */
export interface Surface {
  on: ActSurface;
  /** Tells it from every other one on the page. */
  id: string;
  files: readonly SeenFile[];
  /** What the workspace keeps of the fields, and what it says against them. */
  values: Record<string, Record<string, unknown>>;
  errors: Record<string, string>;
}

/** One element on its surface. */
export interface Spot<E = AnyElement> {
  surface: Surface;
  blockId: string;
  element: E;
  /** The id of what names the element for a screen reader; the element's own texts name it where absent. */
  labelledBy?: string | undefined;
  describedBy?: string | undefined;
  /** In an input block: the bot hears of it on submit only, unless the block asks for more. */
  isField?: boolean;
  dispatches?: boolean;
}

export const viewSurface = ({ id, values, errors }: SeenView): Surface => ({
  on: { in: 'view', viewId: id },
  id: `view-${id}`,
  files: [],
  values,
  errors,
});

const actionId = (element: object): string => ('action_id' in element ? String(element.action_id) : '');
export const spotKey = ({ surface, blockId, element }: Spot): string => `${surface.id}|${blockId}|${actionId(element)}`;
/** The same as an id for the page. */
export const spotId = (spot: Spot): string => spotKey(spot).replace(/[^\w-]/g, (sign) => `_${sign.charCodeAt(0)}_`);

/** What stands in the element now: typed here, else kept by the workspace, else as the bot drew it. */
export function stateOf(spot: Spot): ElementState {
  const kept = spot.surface.values[spot.blockId]?.[actionId(spot.element)] as ElementState | undefined;
  return state.typed.get(spotKey(spot)) ?? kept ?? initialState(spot.element) ?? { type: spot.element.type };
}

/** Notes what was typed or chosen, and tells the bot where the element asks for that. */
export function setState(spot: Spot, next: ElementState): void {
  change(() => state.typed.set(spotKey(spot), next));
  const { on } = spot.surface;
  if (on.in === 'view') fillSoon(on.viewId);
  if (!spot.isField || spot.dispatches) choose(spot, next);
}

/** Notes what is being typed; the bot hears nothing yet. */
export function typeInto(spot: Spot, next: ElementState): void {
  change(() => state.typed.set(spotKey(spot), next));
  if (spot.surface.on.in === 'view') fillSoon(spot.surface.on.viewId);
}

/** Tells the bot of an element's state: asks first where the element wants to be sure. */
export function choose(spot: Spot, next: ElementState, element: object = spot.element): void {
  const { surface, blockId } = spot;
  const act = () =>
    perform(
      { act: 'choose', on: surface.on, blockId, actionId: actionId(element), state: next },
      { busy: `${surface.id}|${blockId}|${actionId(element)}` },
    );
  const confirm = 'confirm' in element ? (element.confirm as Confirm | undefined) : undefined;
  if (confirm) change({ asking: { confirm, onYes: () => void act() } });
  else void act();
}

const waiting = new Map<string, ReturnType<typeof setTimeout>>();

/** The workspace keeps what is typed in a form, so that it outlives a reload and an update by the bot. */
function fillSoon(viewId: string): void {
  clearTimeout(waiting.get(viewId));
  waiting.set(
    viewId,
    setTimeout(() => {
      const view = state.sight?.views.find(({ id }) => id === viewId);
      if (view) void perform({ act: 'fill', viewId, values: valuesOf(view) }, { quiet: true });
    }, 400),
  );
}

/** Everything that stands in a form, as in `view.state.values`. */
export function valuesOf(view: SeenView): Values {
  clearTimeout(waiting.get(view.id));
  const surface = viewSurface(view);
  const values: Values = {};
  for (const { blockId, element } of fieldsOf(view.view)) {
    if (!initialState(element)) continue;
    values[blockId] = { ...values[blockId], [actionId(element)]: stateOf({ surface, blockId, element }) };
  }
  return values;
}

/** Forgets what was typed into forms that are closed. */
export function forgetClosedForms(openIds: ReadonlySet<string>): void {
  for (const key of state.typed.keys()) {
    const viewId = /^view-([^|]*)\|/.exec(key)?.[1];
    if (viewId !== undefined && !openIds.has(viewId)) state.typed.delete(key);
  }
}
