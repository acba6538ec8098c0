import { schedule } from 'node-cron';
import { errorFields, type Log } from '../src/log.ts';

/** A timed job. The tick decides nothing: what is due, `run` asks the database. */
export interface Job {
  name: string;
  /** In office time, with seconds first. */
  cron: string;
  /** Looks at once whether there is something to do, and not at its next time only. */
  atStart?: true;
  run(): Promise<void>;
}

/** A tick that was missed is made good by the next one. */
const HOW = { timezone: 'Asia/Tokyo', suppressMissedWarning: true } as const;

/** Runs each job at its times, never twice at once. Returns how to stop, which waits for what runs. */
export function startJobs(jobs: readonly Job[], log: Log): () => Promise<void> {
  const running = new Map<Job, Promise<void>>();
  const troubled = new Set<Job>();
  const run = (job: Job) => {
    if (running.has(job)) return;
    const done = job
      .run()
      .then(
        () => troubled.delete(job),
        (error: unknown) => {
          // A job of each second would fill the log while the database is away.
          if (!troubled.has(job)) log.error('job.failed', { job: job.name, ...errorFields(error) });
          troubled.add(job);
        },
      )
      .then(() => {
        running.delete(job);
      });
    running.set(job, done);
  };
  const tasks = jobs.map((job) => schedule(job.cron, () => run(job), { ...HOW, name: job.name }));
  for (const job of jobs) if (job.atStart) run(job);
  return async () => {
    for (const task of tasks) await task.destroy();
    await Promise.all(running.values());
  };
}
