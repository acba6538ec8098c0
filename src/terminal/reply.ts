import { z } from 'zod';
import type { App } from '../app.ts';
import type { Answer } from '../lookup/answer.ts';
import { offersOf } from '../lookup/offers.ts';
import { plainText } from '../lookup/plain-text.ts';
import { Asked } from '../registry/live-lookup.ts';
import { carryOut, type Task, type TaskReply } from './tasks.ts';

/** A conversation; its last question is to be answered. */
export const AskRequest = z.object({ conversation: z.array(Asked).min(1) });
export type AskRequest = z.infer<typeof AskRequest>;

/** An answer as plain data: what a terminal shows, and what passes between two processes. */
export const AskReply = z.object({
  intent: z.string(),
  language: z.enum(['ja', 'en']),
  /** Official names of the areas that are the answer. */
  areas: z.array(z.string()),
  number: z.number().nullable(),
  /** The whole answer. */
  text: z.string(),
  /** The answer without how it was understood and without what it offers. */
  body: z.string(),
  records: z.array(z.string()),
  understood: z.array(z.object({ key: z.string(), label: z.string() })),
  /** What can be chosen, and what choosing it asks. */
  offers: z.array(z.object({ label: z.string(), question: z.string() })),
});
export type AskReply = z.infer<typeof AskReply>;

/** Who answers: this process, or the one that holds the embedded database. */
export interface Asker {
  ask(request: AskRequest): Promise<AskReply>;
  carryOut(task: Task): Promise<TaskReply>;
  close(): Promise<void>;
}

/** Answers in this process. */
export function localAsker(app: App): Asker {
  return {
    async ask({ conversation }) {
      const { answer } = await app.ask(conversation);
      return replyOf(answer, app);
    },
    carryOut: (task) => carryOut(app, task),
    close: () => app.close(),
  };
}

function replyOf(answer: Answer, { lookup: { lookup } }: App): AskReply {
  const rows = answer.groups.flatMap((group) => group.rows);
  return {
    intent: answer.intent,
    language: answer.language,
    areas: answer.areas.map((id) => lookup.dictionary.areas.get(id)?.name ?? id),
    number: answer.number,
    text: plainText(answer),
    body: plainText({ ...answer, understood: [], offers: [] }),
    records: [...new Set(rows.map((row) => row.recordId))],
    understood: answer.understood,
    offers: offersOf(answer, lookup.records.areas),
  };
}
