import type { Act, ActResult } from '../../acts.ts';
import type { Sight, WireEntry } from '../../sight.ts';
import { change, state, words } from './state.ts';

const AS = 'tonari.as';
let stream: EventSource | null = null;

/** Who the person at the page is: as chosen here before, else whom the workspace takes. */
export const chosenPerson = (): string | null => sessionStorage.getItem(AS) ?? localStorage.getItem(AS);

const query = (): string => {
  const as = state.sight?.me.id ?? chosenPerson();
  return as ? `?as=${encodeURIComponent(as)}` : '';
};

/** Looks with the eyes of a person from now on. */
export function watchAs(as: string | null, onSight: (sight: Sight) => void): void {
  stream?.close();
  stream = new EventSource(`/workspace/sight${as ? `?as=${encodeURIComponent(as)}` : ''}`);
  stream.onmessage = (event: MessageEvent<string>) => {
    const sight = JSON.parse(event.data) as Sight;
    sessionStorage.setItem(AS, sight.me.id);
    localStorage.setItem(AS, sight.me.id);
    onSight(sight);
  };
  stream.onerror = () => {
    change({ lost: true });
    // Refused for good, as for someone whom this workspace does not know: look as whom it takes.
    if (as && stream?.readyState === EventSource.CLOSED) watchAs(null, onSight);
  };
}

/** Follows what goes over the wire; ends with the function that is returned. */
export function watchWire(onEntry: (entry: WireEntry) => void): () => void {
  const wire = new EventSource('/workspace/wire');
  wire.onmessage = (event: MessageEvent<string>) => onEntry(JSON.parse(event.data) as WireEntry);
  return () => wire.close();
}

/** Does something in the workspace. What was refused is told at the foot of the page, unless the caller tells it. */
export async function perform(act: Act, options: { busy?: string; quiet?: boolean } = {}): Promise<ActResult> {
  const { busy, quiet } = options;
  if (busy) change(() => state.busy.add(busy));
  const result = await send(act);
  change(() => {
    if (busy) state.busy.delete(busy);
    if (!quiet && !result.ok) state.problem = result.problem ?? words().refused;
  });
  return result;
}

async function send(act: Act): Promise<ActResult> {
  try {
    const answer = await fetch(`/workspace/act${query()}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(act),
    });
    return (await answer.json()) as ActResult;
  } catch {
    return { ok: false, problem: words().unreachable };
  }
}
