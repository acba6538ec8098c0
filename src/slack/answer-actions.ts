import { z } from 'zod';

/** The buttons and menus of an answer. */
export const ANSWER = {
  ask: 'answer.ask',
  drop: 'answer.drop',
  more: 'answer.more',
  share: 'answer.share',
  keep: 'answer.keep',
  copy: 'answer.copy',
  files: 'answer.files',
  picture: 'answer.picture',
  wrong: 'answer.wrong',
  feedback: 'answer.feedback',
} as const;

const id = z.uuid();
const Question = z.object({ question: z.string(), after: id.nullable() });
const Page = z.object({ id, page: z.number().int().min(1).max(1_000) });
const Slot = z.object({ id, slot: z.number().int().min(0) });
const Feedback = z.object({ id, feedback: z.enum(['good', 'bad']) });

const json = <T>(schema: z.ZodType<T>) => z.string().transform((text) => schema.parse(JSON.parse(text)));

/** What stands in a button's value, written and read in one place. */
export const AnswerValue = {
  question: (value: z.infer<typeof Question>) => JSON.stringify(value),
  page: (answer: string, page: number) => JSON.stringify({ id: answer, page } satisfies z.infer<typeof Page>),
  slot: (answer: string, slot: number) => JSON.stringify({ id: answer, slot } satisfies z.infer<typeof Slot>),
  feedback: (answer: string, feedback: 'good' | 'bad') => JSON.stringify({ id: answer, feedback }),
};

export const ReadValue = { id, question: json(Question), page: json(Page), slot: json(Slot), feedback: json(Feedback) };
