// npm run slack:validate: asks Slack itself (`blocks.validate`) about the payloads of the referee's tests, and says where
// it judges otherwise. For a release (docs/release-checklist.md); needs SLACK_BOT_TOKEN of a workspace for trials.
import { WebAPIPlatformError, WebClient } from '@slack/web-api';
import { createLog } from '../src/log.ts';
import { quietLogger } from '../src/slack/client.ts';
import { BAD, GOOD } from '../test/slack/payloads.ts';

const { SLACK_BOT_TOKEN: token, SLACK_API_URL: slackApiUrl } = process.env;
if (!token) {
  process.stderr.write('SLACK_BOT_TOKEN is missing: README, "Connecting a real workspace"\n');
  process.exit(2);
}
const client = new WebClient(token, {
  ...(slackApiUrl ? { slackApiUrl } : {}),
  timeout: 8_000,
  logger: quietLogger(createLog('error')),
});

/** What Slack finds at fault; empty where it takes the payload. */
async function slackSays(kind: string, payload: unknown): Promise<string> {
  try {
    await client.apiCall('blocks.validate', { [kind === 'message' ? 'message' : 'view']: payload });
    return '';
  } catch (error) {
    if (!(error instanceof WebAPIPlatformError)) throw error;
    const { error: code, response_metadata: more } = error.data as {
      error: string;
      response_metadata?: { messages?: string[] };
    };
    return [code, ...(more?.messages ?? [])].join(' ');
  }
}

let otherwise = 0;
const tell = (line: string) => {
  otherwise += 1;
  process.stdout.write(`${line}\n`);
};
for (const { kind, name, payload } of GOOD) {
  const said = await slackSays(kind, payload);
  if (said) tell(`we are laxer: ${kind}, ${name}: ${said}`);
}
for (const { kind, name, payload, code, pointer } of BAD) {
  const ours = code.startsWith('house_') || pointer === '/text';
  if (!ours && !(await slackSays(kind, payload))) tell(`we are stricter: ${kind}, ${name} (${code})`);
}
process.stdout.write(`${GOOD.length + BAD.length} payloads, ${otherwise} judged otherwise\n`);
