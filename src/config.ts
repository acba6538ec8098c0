import path from 'node:path';
import { z } from 'zod';
import { parseInstant } from './calendar/clock.ts';
import { LOG_LEVELS } from './log.ts';

/** An environment that cannot be started with; each problem names its variable. */
export class ConfigError extends Error {
  override name = 'ConfigError';

  constructor(readonly problems: string[]) {
    super(problems.join('\n'));
  }
}

const Environment = z
  .object({
    DATABASE_URL: z
      .string()
      .regex(/^postgres(ql)?:\/\/\S+$/, 'write postgresql://USER@HOST:PORT/DATABASE, or leave it out')
      .optional(),
    DATA_DIR: z.string().default('.data'),
    PORT: z.coerce.number('write a port number').int().min(1).max(65_535).optional(),
    SLACK_API_URL: z.url().endsWith('/api/', 'must end in /api/').optional(),
    PUBLIC_URL: z.url().optional(),
    TONARI_HOME: z
      .string()
      .regex(/^[^\s市町村区]+[都道府県]$/, 'write a prefecture as 三重県')
      .default('三重県'),
    TONARI_DATA: z.enum(['shipped', 'none']).default('shipped'),
    TONARI_ADMINS: z
      .string()
      .default('')
      .transform((text) => text.split(/[\s,、，]+/).filter((each) => each !== ''))
      .pipe(
        z.array(z.string().regex(/^[UW][A-Z0-9]+$|^[^@\s]+@[^@\s]+$/, 'write Slack user ids (U…) or mail addresses')),
      ),
    TONARI_CONFIRM_MONTHS: z.coerce.number('write a number of months').int().min(1).max(120).default(12),
    TONARI_CONVERSATION_MINUTES: z.coerce.number('write a number of minutes').int().min(1).max(1_440).default(30),
    TONARI_KEPT_DAYS: z.coerce.number('write a number of days').int().min(1).max(3_660).default(90),
    TONARI_NOW: z
      .string()
      .transform((iso, context) => {
        const instant = parseInstant(iso);
        if (!instant) context.addIssue('write an ISO 8601 instant with offset, as 2026-11-24T09:00:00+09:00');
        return instant ?? z.NEVER;
      })
      .optional(),
    NODE_ENV: z.string().optional(),
    LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
    SLACK_BOT_TOKEN: z.string().optional(),
    SLACK_APP_TOKEN: z.string().optional(),
    SLACK_SIGNING_SECRET: z.string().optional(),
  })
  .refine((env) => env.TONARI_NOW === undefined || env.NODE_ENV !== 'production', {
    path: ['TONARI_NOW'],
    message: 'is for rehearsals: leave it out where NODE_ENV is production',
    when: () => true,
  });

export interface Config {
  /** `postgresql://…`; absent: the embedded database in `dataDir`. */
  databaseUrl: string | undefined;
  /** Absolute. */
  dataDir: string;
  homePrefecture: string;
  data: 'shipped' | 'none';
  /** After so many months Home asks whether a record still holds. */
  confirmMonths: number;
  /** Direct messages within so many minutes are one conversation. */
  conversationMinutes: number;
  /** Questions, conversations and neighbours' questions are kept for so many days. */
  keptDays: number;
  /** Where the clock starts; absent: the host's time. */
  startAt: Date | undefined;
  logLevel: (typeof LOG_LEVELS)[number];
  /** As set; see `src/transport.ts` for what it comes to. */
  port: number | undefined;
  slack: { botToken: string | undefined; appToken: string | undefined; signingSecret: string | undefined };
  /** Base of the Web API; absent: Slack's own. */
  slackApiUrl: string | undefined;
  publicUrl: string | undefined;
  /** Slack user ids or mail addresses of prefecture administrators. */
  admins: string[];
}

/** Reads the environment; an empty variable counts as absent. Throws `ConfigError`, which names all problems. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const result = Environment.safeParse(
    Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== '')),
  );
  if (!result.success) {
    throw new ConfigError(result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  }
  const found = result.data;
  return {
    databaseUrl: found.DATABASE_URL,
    dataDir: path.resolve(found.DATA_DIR),
    homePrefecture: found.TONARI_HOME,
    data: found.TONARI_DATA,
    confirmMonths: found.TONARI_CONFIRM_MONTHS,
    conversationMinutes: found.TONARI_CONVERSATION_MINUTES,
    keptDays: found.TONARI_KEPT_DAYS,
    startAt: found.TONARI_NOW,
    logLevel: found.LOG_LEVEL,
    port: found.PORT,
    slack: {
      botToken: found.SLACK_BOT_TOKEN,
      appToken: found.SLACK_APP_TOKEN,
      signingSecret: found.SLACK_SIGNING_SECRET,
    },
    slackApiUrl: found.SLACK_API_URL,
    publicUrl: found.PUBLIC_URL,
    admins: found.TONARI_ADMINS,
  };
}
