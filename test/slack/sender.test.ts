import { RespondError } from '@slack/bolt';
import { WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import { Agent } from 'undici';
import { expect, it } from 'vitest';
import { createLog } from '../../src/log.ts';
import { instructionFor, slackProblem } from '../../src/slack/errors.ts';
import { createGate, RefusedPayload } from '../../src/slack/gate.ts';
import { faultsOf } from '../../src/slack/referee.ts';
import { Sender } from '../../src/slack/sender.ts';
import { slackThatAnswers } from './slack-that-answers.ts';

const lines: string[] = [];
const log = createLog('debug', (line) => void lines.push(line));
const ok = () => ({ body: { ok: true, channel: 'C1', ts: '1.1' } });

const senderFor = (apiUrl: string, onFault: 'throw' | 'mend' = 'throw', timeout = 2_000) =>
  new Sender({ token: 'xoxb-test', apiUrl, gate: createGate(onFault, log), dispatcher: new Agent(), timeout });

const failing = (work: Promise<unknown>) => work.catch((error: unknown) => error);

const message = {
  channel: 'C1',
  text: '2市町です',
  blocks: [{ type: 'section', text: { type: 'plain_text', text: '桑名市 & <いなべ市>' } }],
};

const tooLong = {
  channel: 'C1',
  thread_ts: '1.0',
  text: '3市町です',
  blocks: [{ type: 'section', text: { type: 'plain_text', text: `秘密の${'あ'.repeat(3001)}` } }],
};

it('a message goes out as it is, as JSON, in the name of the bot, and where it stands comes back', async () => {
  const slack = await slackThatAnswers(ok);
  const told = await senderFor(slack.slackApiUrl).send('chat.postMessage', message);
  expect(told).toMatchObject({ channel: 'C1', ts: '1.1' });
  const [received] = slack.received;
  expect(received?.method).toBe('chat.postMessage');
  expect(JSON.parse(received?.body ?? '')).toEqual(message);
  expect(received?.headers).toMatchObject({
    authorization: 'Bearer xoxb-test',
    'content-type': 'application/json; charset=utf-8',
  });
});

it('what Slack would refuse is an error as soon as it is written, and never leaves', async () => {
  const slack = await slackThatAnswers(ok);
  const sender = senderFor(slack.slackApiUrl);
  expect(() => sender.write(tooLong)).toThrow(RefusedPayload);
  const view = { type: 'modal', title: { type: 'plain_text', text: '長'.repeat(25) }, blocks: [] };
  expect(() => sender.write({ trigger_id: 't', view })).toThrow(RefusedPayload);
  expect(() => sender.write({ user_id: 'U1', view: { ...view, type: 'home' } })).toThrow(RefusedPayload);
  expect(slack.received).toEqual([]);
});

it('in service the person still gets the words, in their thread, and the log does not get them', async () => {
  const slack = await slackThatAnswers(ok);
  const sender = senderFor(slack.slackApiUrl, 'mend');
  lines.length = 0;
  await sender.send('chat.postMessage', tooLong);
  const sent = JSON.parse(slack.received[0]?.body ?? '');
  expect(sent).toMatchObject({ channel: 'C1', thread_ts: '1.0' });
  expect(sent.text).toMatch(/^3市町です\n秘密のあああ/);
  expect(faultsOf('message', sent)).toEqual([]);
  expect(lines.join('')).toContain('too_long /blocks/0/text/text');
  expect(lines.join('')).not.toMatch(/秘密|市町/);
});

it("Slack's refusals, limits and outages arrive as what they are, and nothing is sent twice", async () => {
  const refused = await slackThatAnswers(() => ({ body: { ok: false, error: 'missing_scope', needed: 'chat:write' } }));
  const refusal = await failing(senderFor(refused.slackApiUrl).send('chat.postMessage', message));
  expect(refusal).toBeInstanceOf(WebAPIPlatformError);
  expect(instructionFor(refusal, 'ja')).toContain('chat:write');

  const busy = await slackThatAnswers(() => ({ status: 429, headers: { 'retry-after': '7' }, body: {} }));
  const limited = await failing(senderFor(busy.slackApiUrl).send('chat.postMessage', message));
  expect(limited).toBeInstanceOf(WebAPIRateLimitedError);
  expect(instructionFor(limited, 'ja')).toContain('7秒');

  const down = await slackThatAnswers(() => ({ status: 503, body: {} }));
  const outage = await failing(senderFor(down.slackApiUrl).send('chat.postMessage', message));
  expect(slackProblem(outage)).toMatchObject({ code: 'service_unavailable', passes: true });
  expect([refused, busy, down].map(({ received }) => received.length)).toEqual([1, 1, 1]);
});

it('a Slack that says nothing is given up, as one that cannot be reached', async () => {
  const silent = await slackThatAnswers(() => null);
  const late = await failing(senderFor(silent.slackApiUrl, 'throw', 50).send('chat.postMessage', message));
  const nowhere = await failing(senderFor('http://127.0.0.1:1/api/').send('chat.postMessage', message));
  for (const error of [late, nowhere]) {
    expect(error).toBeInstanceOf(WebAPIRequestError);
    expect(slackProblem(error)).toMatchObject({ code: 'service_unavailable' });
  }
});

it('a response address gets the message without the token; one that has expired is told apart', async () => {
  const slack = await slackThatAnswers(ok);
  const sender = senderFor(slack.slackApiUrl);
  await sender.respond(`${slack.origin}/commands/1/2`, sender.write(message));
  expect(slack.received[0]?.headers.authorization).toBeUndefined();
  const gone = await slackThatAnswers(() => ({ status: 404, body: {} }));
  const error = await failing(sender.respond(`${gone.origin}/commands/1/2`, sender.write(message)));
  expect(error).toBeInstanceOf(RespondError);
  expect(slackProblem(error)?.code).toBe('expired_url');
});
