import type { Clock } from '../../calendar/clock.ts';
import type { Prisma as Client } from '../../database/open.ts';
import { type NoticePreference, USUAL_NOTICES } from '../../records/notice-preference.ts';
import type { PersonKey } from '../members/people.ts';
import { replanDigest } from './digests.ts';
import { preferencesOf } from './kept-preferences.ts';

/** How people want to hear of what is planned (rules 9.6): each chooses for himself. */
export class NoticePreferences {
  constructor(
    readonly prisma: Client,
    readonly clock: Clock,
  ) {}

  async of({ user }: PersonKey): Promise<NoticePreference> {
    return (await preferencesOf(this.prisma, [user])).get(user) ?? USUAL_NOTICES;
  }

  /** Keeps what somebody chose, and plans the digest anew; gives what held before. */
  async choose({ team, user }: PersonKey, wanted: NoticePreference): Promise<NoticePreference> {
    const now = this.clock.now();
    return this.prisma.$transaction(async (tx) => {
      const former = (await preferencesOf(tx, [user])).get(user) ?? USUAL_NOTICES;
      await tx.noticePreference.upsert({
        where: { team_user: { team, user } },
        create: { team, user, ...wanted },
        update: wanted,
      });
      if (former.digest !== wanted.digest) await replanDigest(tx, user, wanted.digest, now);
      return former;
    });
  }
}
