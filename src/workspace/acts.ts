import { z } from 'zod';

const Values = z.record(z.string(), z.record(z.string(), z.unknown()));
const channel = z.string().min(1);
const ts = z.string().regex(/^\d+\.\d+$/);
/** Where an element stands: on a message, in a form, or on Home. */
const Surface = z.discriminatedUnion('in', [
  z.object({ in: z.literal('message'), channel, ts }),
  z.object({ in: z.literal('view'), viewId: z.string() }),
  z.object({ in: z.literal('home') }),
]);

/** What a person can do; the page sends these, the driver of the tests does these. */
export const Act = z.discriminatedUnion('act', [
  /**
   * `text` as it was typed. The workspace does what a Slack client does: escapes `&`, `<`, `>`, and makes `@name` and
   * `#channel` of known names into `<@U…>` and `<#C…|name>`. (So with a command, where it asks for that.)
   */
  z.object({ act: z.literal('say'), channel, text: z.string(), threadTs: ts.optional() }),
  z.object({ act: z.literal('command'), channel, text: z.string().startsWith('/') }),
  /** A button, select, date, overflow … : the element's state after the choice, as Slack writes it in `actions`. */
  z.object({
    act: z.literal('choose'),
    on: Surface,
    blockId: z.string(),
    actionId: z.string(),
    state: z.record(z.string(), z.unknown()),
  }),
  z.object({
    act: z.literal('suggest'),
    on: Surface,
    blockId: z.string(),
    actionId: z.string(),
    query: z.string(),
  }),
  z.object({ act: z.literal('fill'), viewId: z.string(), values: Values }),
  /** Brings a file to a field of a form. `content` is null where it is too large to be sent at all. */
  z.object({
    act: z.literal('attach'),
    viewId: z.string(),
    blockId: z.string(),
    actionId: z.string(),
    name: z.string().trim().min(1).max(255),
    size: z.number().int().min(0),
    content: z.base64().nullable(),
  }),
  /** Takes it away again. */
  z.object({
    act: z.literal('detach'),
    viewId: z.string(),
    blockId: z.string(),
    actionId: z.string(),
    fileId: z.string(),
  }),
  z.object({ act: z.literal('submit'), viewId: z.string(), values: Values }),
  z.object({ act: z.literal('close'), viewId: z.string() }),
  z.object({ act: z.literal('open-home') }),
  z.object({ act: z.literal('open-conversation'), channel }),
  z.object({ act: z.literal('open-thread'), channel, ts }),
  /** The page was loaded anew: ephemeral messages are gone. */
  z.object({ act: z.literal('reload') }),
  z.object({ act: z.literal('set-locale'), locale: z.enum(['ja-JP', 'en-US']) }),
  /** Moves the workspace's clock ahead. */
  z.object({
    act: z.literal('advance'),
    ms: z
      .number()
      .int()
      .min(1)
      .max(366 * 86_400_000),
  }),
  z.object({ act: z.literal('react'), channel, ts, name: z.string().min(1) }),
]);
export type Act = z.infer<typeof Act>;
export type ActSurface = z.infer<typeof Surface>;

/** What an act leads to: refused with a reason, or done; options where some were asked for. */
export const ActResult = z.object({
  ok: z.boolean(),
  problem: z.string().nullable(),
  options: z.array(z.unknown()).optional(),
});
export type ActResult = z.infer<typeof ActResult>;
