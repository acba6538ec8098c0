import { type Config, ConfigError } from './config.ts';
import type { Transport } from './slack/connection.ts';
import { startWords } from './words/start.ts';

const DEFAULT_PORT = 3000;

/** How `npm start` reaches Slack; `local`: the project's own workspace, in a browser. */
export type Start = { mode: 'local'; port: number } | { mode: 'slack'; botToken: string; transport: Transport };

/** What the Slack variables come to. Throws `ConfigError`, which names what is missing and where to get it. */
export function startOf({ slack, port, slackApiUrl, startAt }: Config): Start {
  const { botToken, appToken, signingSecret } = slack;
  if (!botToken && !appToken && !signingSecret) return { mode: 'local', port: port ?? DEFAULT_PORT };
  const problems = [
    ...(botToken ? [] : [startWords.noBotToken]),
    ...(appToken || signingSecret ? [] : [startWords.noSecondToken]),
    ...(startAt && isSlack(slackApiUrl) ? [startWords.clockAtSlack] : []),
  ];
  if (!botToken || problems.length > 0) throw new ConfigError(problems);
  if (appToken) return { mode: 'slack', botToken, transport: { mode: 'socket', appToken, port } };
  if (signingSecret) {
    return { mode: 'slack', botToken, transport: { mode: 'http', signingSecret, port: port ?? DEFAULT_PORT } };
  }
  throw new ConfigError(problems);
}

const isSlack = (apiUrl: string | undefined): boolean =>
  apiUrl === undefined || /(^|\.)slack(-gov)?\.com$/.test(new URL(apiUrl).hostname);
