import { z } from 'zod';

/** What the workspace knows of the installed app: the parts of its manifest that decide what it gets and may do. */
export interface AppFacts {
  name: string;
  commands: { command: string; description: string; usageHint: string; shouldEscape: boolean }[];
  scopes: string[];
  events: string[];
  prompts: { title: string; message: string }[];
}

// Only what is used here is read; `src/slack` judges whether the manifest as a whole is right.
const Manifest = z.object({
  display_information: z.object({ name: z.string() }),
  features: z.object({
    bot_user: z.object({ display_name: z.string() }).optional(),
    agent_view: z
      .object({ suggested_prompts: z.array(z.object({ title: z.string(), message: z.string() })).default([]) })
      .optional(),
    slash_commands: z
      .array(
        z.object({
          command: z.string(),
          description: z.string(),
          usage_hint: z.string().default(''),
          should_escape: z.boolean().default(false),
        }),
      )
      .default([]),
  }),
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
  settings: z.object({
    event_subscriptions: z.object({ bot_events: z.array(z.string()).default([]) }).optional(),
  }),
});

/** Reads a parsed `manifest.yml`. Throws a `ZodError` that names what is missing. */
export function appFacts(manifest: unknown): AppFacts {
  const { display_information, features, oauth_config, settings } = Manifest.parse(manifest);
  return {
    name: features.bot_user?.display_name ?? display_information.name,
    commands: features.slash_commands.map(({ command, description, usage_hint, should_escape }) => ({
      command,
      description,
      usageHint: usage_hint,
      shouldEscape: should_escape,
    })),
    scopes: oauth_config.scopes.bot,
    events: settings.event_subscriptions?.bot_events ?? [],
    prompts: features.agent_view?.suggested_prompts ?? [],
  };
}
