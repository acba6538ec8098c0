import { z } from 'zod';
import { fingerprint } from '../forms/fingerprint.ts';

// What Slack sends, as far as the bot reads it.

const team = z.object({ id: z.string() }).nullish();
const user = z.object({ id: z.string(), team_id: z.string().optional() });

export const CommandBody = z.object({
  command: z.string(),
  text: z.string().default(''),
  user_id: z.string(),
  team_id: z.string(),
  channel_id: z.string(),
  channel_name: z.string().default(''),
  response_url: z.string(),
  trigger_id: z.string(),
});
export type CommandBody = z.infer<typeof CommandBody>;

export const MentionEvent = z.object({
  channel: z.string(),
  user: z.string(),
  ts: z.string(),
  text: z.string().default(''),
  thread_ts: z.string().optional(),
});

/** A message, or what happened to one (`subtype`). */
export const MessageEvent = z.object({
  channel: z.string(),
  channel_type: z.string().optional(),
  subtype: z.string().optional(),
  user: z.string().optional(),
  bot_id: z.string().optional(),
  ts: z.string(),
  text: z.string().default(''),
  thread_ts: z.string().optional(),
});

export const HomeOpened = z.object({
  user: z.string(),
  channel: z.string(),
  tab: z.string(),
});
export type HomeOpened = z.infer<typeof HomeOpened>;

export interface EventBody<E> {
  event_id: string;
  team_id: string;
  event: E;
}
export const EventEnvelope = z.object({ event_id: z.string(), team_id: z.string(), event: z.unknown() });

export const ActionBody = z.object({
  user,
  team,
  response_url: z.string().optional(),
  trigger_id: z.string(),
  container: z.object({
    type: z.string(),
    message_ts: z.string().optional(),
    thread_ts: z.string().optional(),
    channel_id: z.string().optional(),
    view_id: z.string().optional(),
    is_ephemeral: z.boolean().optional(),
  }),
  channel: z.object({ id: z.string(), name: z.string().default('') }).nullish(),
  message: z.object({ ts: z.string(), thread_ts: z.string().optional() }).nullish(),
  /** The form that carries the button. */
  view: z.object({ id: z.string(), type: z.string(), private_metadata: z.string().default('') }).nullish(),
  actions: z
    .array(
      z.object({
        action_id: z.string(),
        action_ts: z.string().default(''),
        value: z.string().nullish(),
        selected_option: z.object({ value: z.string() }).nullish(),
      }),
    )
    .min(1),
});
export type ActionBody = z.infer<typeof ActionBody>;

export const ViewBody = z.object({
  user,
  team,
  view: z.object({
    id: z.string(),
    private_metadata: z.string().default(''),
    state: z.object({ values: z.record(z.string(), z.record(z.string(), z.unknown())) }),
  }),
});
export type ViewBody = z.infer<typeof ViewBody>;

/**
 * The same at each delivery of a submission. Somebody who never saw that a form was saved may change it and send it again:
 * that is another one.
 */
export const submissionKey = ({ view: { id, state } }: ViewBody): string =>
  `view:${id}:${fingerprint(JSON.stringify(state.values))}`;

/** Somebody types into a select whose options the bot knows. */
export const OptionsBody = z.object({
  value: z.string().default(''),
  view: z.object({ private_metadata: z.string().default('') }).nullish(),
});
export type OptionsBody = z.infer<typeof OptionsBody>;
