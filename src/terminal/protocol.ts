import { z } from 'zod';
import { AskReply, AskRequest } from './reply.ts';
import { Task, TaskReply } from './tasks.ts';

// What passes through the socket in DATA_DIR: one JSON object a line.

const n = z.number().int();

/** From a terminal command to the process that holds the folder; `n` numbers the requests of one connection. */
export const ToHolder = z.union([z.object({ n, ask: AskRequest }), z.object({ n, task: Task })]);
export type ToHolder = z.infer<typeof ToHolder>;

export const FromHolder = z.union([
  z.object({ n, reply: AskReply }),
  z.object({ n, done: TaskReply }),
  z.object({ n: z.number().int().nullable(), error: z.string() }),
]);
export type FromHolder = z.infer<typeof FromHolder>;

/** The object on a line; undefined where it is none of `schema`. */
export function readLine<T>(schema: z.ZodType<T>, line: string): T | undefined {
  try {
    return schema.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}
