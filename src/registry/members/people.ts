import type { Prisma as Client } from '../../database/open.ts';

/** Somebody in Slack, by team and user id. */
export interface PersonKey {
  team: string;
  user: string;
}

/** What is kept of people in Slack: their town. */
export class People {
  constructor(readonly prisma: Client) {}

  async chooseTown({ team, user }: PersonKey, areaId: string): Promise<void> {
    await this.prisma.person.upsert({
      where: { team_user: { team, user } },
      create: { team, user, areaId },
      update: { areaId },
    });
  }
}
