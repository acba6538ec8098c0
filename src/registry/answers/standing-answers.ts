import { z } from 'zod';
import type { Prisma as Client } from '../../database/open.ts';
import { Asked } from '../live-lookup.ts';

/** An answer that stands somewhere in Slack, with the questions that gave it. */
export interface StandingAnswer {
  id: string;
  channel: string;
  message: string;
  asked: Asked[];
}

/** All whose message is known; `redraw`: only those that are to be written anew. */
export async function standingAnswers(prisma: Client, redraw = false): Promise<StandingAnswer[]> {
  const rows = await prisma.conversation.findMany({
    where: { message: { not: null }, channel: { not: null }, ...(redraw ? { redraw } : {}) },
    select: { id: true, channel: true, message: true, asked: true },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
  return rows.flatMap(({ id, channel, message, asked }) =>
    channel === null || message === null ? [] : [{ id, channel, message, asked: z.array(Asked).parse(asked) }],
  );
}

/** It says what the records say now, or cannot be written any more. */
export async function redrawn(prisma: Client, id: string): Promise<void> {
  await prisma.conversation.updateMany({ where: { id }, data: { redraw: false } });
}
