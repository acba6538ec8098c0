import { slackProblem } from './errors.ts';

/** How long somebody is kept waiting for what Slack does not take at once. */
const MOST_MS = 8_000;
const PAUSES_MS = [300, 1_000, 2_000, 4_000];

/** Which of Slack's refusals are waited out. A post is repeated only where it surely did not arrive. */
export type Again = 'any' | 'not-taken';

/**
 * Does something in Slack, and again where Slack was busy or away, as long as a person may be kept waiting. Throws what
 * the last try threw. `any`: for what may be done twice, as showing a view.
 */
export async function patiently<T>(again: Again, work: () => Promise<T>): Promise<T> {
  let waited = 0;
  for (const pause of [...PAUSES_MS, null]) {
    try {
      return await work();
    } catch (error) {
      const problem = slackProblem(error);
      const isWorth = again === 'any' ? problem?.passes : problem?.code === 'ratelimited';
      const ms = problem?.seconds ? problem.seconds * 1_000 : pause;
      if (!isWorth || pause === null || ms === null || waited + ms > MOST_MS) throw error;
      waited += ms;
      await new Promise((resolve) => setTimeout(resolve, ms));
    }
  }
  throw new Error('unreachable');
}
