import type { Clock } from './calendar/clock.ts';
import type { Prisma as Client } from './database/open.ts';
import { deliveryHealth } from './delivery/health.ts';
import { errorFields, type Log } from './log.ts';
import type { WorkHealth } from './slack/connection.ts';
import { healthWords } from './words/notices.ts';

/** Without a look for what is due in this time, notices come too late: the process is to be started anew. */
const DEAF_MS = 60_000;

/** How the work goes that nobody waits for. `sinceTick`: how long ago what is due was last looked for. */
export async function workHealth(prisma: Client, clock: Clock, sinceTick: number, log: Log): Promise<WorkHealth> {
  const deaf = sinceTick > DEAF_MS ? [healthWords.deaf(Math.round(sinceTick / 1_000))] : [];
  try {
    const { overdue, doubtful, failed, waiting } = await deliveryHealth(prisma, clock.now());
    const trouble = [
      ...(overdue > 0 ? [healthWords.overdue(overdue)] : []),
      ...(doubtful > 0 ? [healthWords.doubtful(doubtful)] : []),
      ...failed.map(({ count, code }) => healthWords.failed(count, code)),
      ...waiting.map(({ count, code }) => healthWords.waiting(count, code)),
    ];
    return { ready: deaf.length === 0, trouble: [...deaf, ...trouble] };
  } catch (error) {
    log.warn('health.unknown', errorFields(error));
    return { ready: false, trouble: [...deaf, healthWords.unknown] };
  }
}
