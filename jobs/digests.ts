import { matchLines } from '../commands/matches.ts';
import { todayIn } from '../src/calendar/calendar-date.ts';
import type { Clock } from '../src/calendar/clock.ts';
import type { Prisma } from '../src/database/open.ts';
import type { Subject } from '../src/delivery/subject.ts';
import type { LiveLookup } from '../src/registry/live-lookup.ts';
import { DIGEST, planMissingDigests, readDigestNotice } from '../src/registry/notices/digests.ts';
import { digestHeadline, digestMessage } from '../src/slack/digest-view.ts';
import type { Message } from '../src/slack/voice.ts';
import type { Job } from './job.ts';

/** The digest of whoever wants one: what it holds is read in its claim (rules 9.6). */
export const digests = (lookup: LiveLookup): Subject<Message> => ({
  name: DIGEST,
  async read(tx, notice, now) {
    const reading = await readDigestNotice(tx, notice, now);
    if ('gone' in reading) return reading;
    const { to, lines, areaIds, isWanted } = reading;
    const today = todayIn(now);
    return {
      to,
      inCharge: null,
      title: (language) => digestHeadline(today, language),
      message: (language) => digestMessage(lines, matchLines({ lookup }, areaIds, isWanted, language), today, language),
    };
  },
});

/** Each digest plans the next one; whoever has none all the same (a defect, a restored backup) gets one again. */
export const planDigests = (prisma: Prisma, clock: Clock): Job => ({
  name: 'digests',
  cron: '0 5 * * * *',
  atStart: true,
  async run() {
    await planMissingDigests(prisma, clock.now());
  },
});
