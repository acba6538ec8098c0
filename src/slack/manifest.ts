import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { SCOPE_OF_ELEMENT, SCOPE_OF_EVENT, SCOPE_OF_METHOD } from './scopes.ts';

// manifest.yml as Slack takes it: about ten rules of Slack's manifest schema, and that nothing is misspelt.

const text = (most: number, least = 1) => z.string().trim().min(least).max(most);

const isUnique = (names: readonly string[]) => new Set(names).size === names.length;

const Command = z.strictObject({
  // A blank would end the command; upper case is refused by Slack, though its schema lets it pass.
  command: text(32, 2).regex(/^\/[^\s/A-Z]+$/, 'begins with /, has no blanks and no capitals'),
  description: text(2_000),
  usage_hint: text(1_000).optional(),
  // Else people and channels arrive as bare words.
  should_escape: z.literal(true),
  url: z.url({ protocol: /^https$/ }).optional(),
});

const Shortcut = z.strictObject({
  type: z.enum(['global', 'message']),
  name: text(24),
  callback_id: text(255),
  description: text(150),
});

const knownEvents = Object.keys(SCOPE_OF_EVENT);
const knownScopes = ['commands', ...[SCOPE_OF_ELEMENT, SCOPE_OF_EVENT, SCOPE_OF_METHOD].flatMap(Object.values).flat()];

const Request = z.url({ protocol: /^https$/ }).optional();

export const Manifest = z.strictObject({
  _metadata: z.strictObject({ major_version: z.literal(2), minor_version: z.int().optional() }),
  display_information: z.strictObject({
    name: text(35),
    description: text(140),
    long_description: text(4_000, 175),
    background_color: z.string().regex(/^#[0-9a-f]{6}$/i),
  }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.boolean(),
      messages_tab_enabled: z.boolean(),
      messages_tab_read_only_enabled: z.boolean(),
    }),
    agent_view: z.strictObject({
      agent_description: text(300),
      suggested_prompts: z.array(z.strictObject({ title: text(75), message: text(300) })).max(4),
      actions: z.array(z.strictObject({ name: text(75), description: text(150) })).optional(),
    }),
    bot_user: z.strictObject({ display_name: text(80), always_online: z.boolean() }),
    slash_commands: z
      .array(Command)
      .max(50)
      .refine((all) => isUnique(all.map(({ command }) => command)), 'a command stands twice'),
    shortcuts: z.array(Shortcut).max(10).default([]),
  }),
  oauth_config: z.strictObject({
    scopes: z.strictObject({
      bot: z.array(z.string().refine((scope) => knownScopes.includes(scope), 'an unknown scope')).refine(isUnique),
    }),
  }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({
      bot_events: z
        .array(z.string().refine((event) => knownEvents.includes(event), 'an unknown event'))
        .max(100)
        .refine(isUnique, 'an event stands twice'),
      request_url: Request,
    }),
    interactivity: z.strictObject({ is_enabled: z.boolean(), request_url: Request }),
    org_deploy_enabled: z.boolean(),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.literal(false, 'tokens stand in the environment and cannot be renewed'),
  }),
});
export type Manifest = z.infer<typeof Manifest>;

/** The project's manifest. Throws a `ZodError` that names every place at fault. */
export function readManifest(file: URL | string = new URL('../../manifest.yml', import.meta.url)): Manifest {
  return Manifest.parse(parse(readFileSync(file, 'utf8')));
}
