import { type Refusal, reasonsIn, refusalOf } from '../refusal.ts';
import type { Workspace } from '../workspace.ts';

/**
 * Does what the bot said together with its acknowledgement, and notes it on the wire. Null when that was right, else why
 * Slack would not have taken it.
 */
export function takeAnswer(workspace: Workspace, name: string, body: unknown, take: () => void): Refusal | null {
  const refusal = refusalOf(take);
  workspace.wire.note({
    direction: 'from-bot',
    name: `ack ${name}`,
    ms: null,
    outcome: refusal?.code ?? 'ok',
    payload: body,
    faults: refusal ? reasonsIn(refusal.more) : [],
  });
  return refusal;
}
