import type { Clock } from '../calendar/clock.ts';
import type { Prisma as Client } from '../database/open.ts';
import type { PersonKey } from './people.ts';

/** 「記載が違う」: what people say against records (rules 5.10). */
export class Objections {
  constructor(
    readonly prisma: Client,
    readonly clock: Clock,
  ) {}

  /** Keeps it; null when this person said so of this record before. */
  async file(record: string, { team, user }: PersonKey, comment: string): Promise<string | null> {
    const data = { at: this.clock.now(), record, team, user, comment };
    const [kept] = await this.prisma.objection.createManyAndReturn({ data, skipDuplicates: true });
    return kept?.id ?? null;
  }

  /** Somebody who can mend it was told. */
  async told(id: string): Promise<void> {
    await this.prisma.objection.update({ where: { id }, data: { toldAt: this.clock.now() } });
  }
}
