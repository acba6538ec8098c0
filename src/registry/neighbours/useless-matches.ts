import type { Clock } from '../../calendar/clock.ts';
import type { Prisma as Client } from '../../database/open.ts';
import type { PersonKey } from '../members/people.ts';

/** A difficulty and a neighbour's practice, by the ids of their records. */
export interface MatchKey {
  difficulty: string;
  practice: string;
}

/** 「役に立たない」 at a neighbour's practice: for that person it is gone from Home and the digest. */
export class UselessMatches {
  constructor(
    readonly prisma: Client,
    readonly clock: Clock,
  ) {}

  /** Once, however often it is pressed. */
  async hide({ team, user }: PersonKey, { difficulty, practice }: MatchKey): Promise<void> {
    const data = { team, user, difficulty, practice, at: this.clock.now() };
    await this.prisma.uselessMatch.createMany({ data, skipDuplicates: true });
  }

  /** Says whether somebody still wants to see a match. */
  wantedBy({ user }: Pick<PersonKey, 'user'>): Promise<(match: MatchKey) => boolean> {
    return wantedMatches(this.prisma, user);
  }
}

/** The same, as a transaction sees it. */
export async function wantedMatches(
  tx: Pick<Client, 'uselessMatch'>,
  user: string,
): Promise<(match: MatchKey) => boolean> {
  const rows = await tx.uselessMatch.findMany({ where: { user }, select: { difficulty: true, practice: true } });
  const key = ({ difficulty, practice }: MatchKey) => JSON.stringify([difficulty, practice]);
  const hidden = new Set(rows.map(key));
  return (match) => !hidden.has(key(match));
}
