import { WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError, WebClient } from '@slack/web-api';
import { expect, it } from 'vitest';
import { createLog } from '../../src/log.ts';
import { type ClientParts, forJobs, forPeople, forSocket } from '../../src/slack/client.ts';
import { instructionFor, slackProblem } from '../../src/slack/errors.ts';
import { createGate, RefusedPayload } from '../../src/slack/gate.ts';
import { faultsOf } from '../../src/slack/referee.ts';
import { slackThatAnswers } from './slack-that-answers.ts';

const ok = () => ({ body: { ok: true, channel: 'C1', ts: '1.1' } });
const lines: string[] = [];
const log = createLog('debug', (line) => void lines.push(line));

function clientFor(slackApiUrl: string, onFault: 'throw' | 'mend', options = forPeople) {
  const parts: ClientParts = { slackApiUrl, gate: createGate(onFault, log), log };
  return { client: new WebClient('xoxb-test', options(parts)), options: options(parts) };
}

const tooLong = {
  channel: 'C1',
  thread_ts: '1.0',
  text: '3市町です',
  blocks: [{ type: 'section', text: { type: 'plain_text', text: `秘密の${'あ'.repeat(3001)}` } }],
};

it('a message that passes the referee goes out as it is', async () => {
  const slack = await slackThatAnswers(ok);
  const { client } = clientFor(slack.slackApiUrl, 'throw');
  const blocks = [{ type: 'section', text: { type: 'plain_text', text: '桑名市 & <いなべ市>' } }];
  await client.chat.postMessage({ channel: 'C1', text: '2市町です', blocks });
  const form = new URLSearchParams(slack.received[0]?.body);
  expect(JSON.parse(form.get('blocks') ?? '')).toEqual(blocks);
  expect(form.get('text')).toBe('2市町です');
});

it('in tests and while developing, a message that Slack would refuse is an error and never leaves', async () => {
  const slack = await slackThatAnswers(ok);
  const { client } = clientFor(slack.slackApiUrl, 'throw');
  const error = await client.chat.postMessage(tooLong).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(WebAPIRequestError);
  expect((error as WebAPIRequestError).original).toBeInstanceOf(RefusedPayload);
  expect(slack.received).toEqual([]);
});

it('in service the person still gets the words, in their thread, and the log does not get them', async () => {
  const slack = await slackThatAnswers(ok);
  const { client } = clientFor(slack.slackApiUrl, 'mend');
  lines.length = 0;
  await client.chat.postMessage(tooLong);
  const form = Object.fromEntries(new URLSearchParams(slack.received[0]?.body));
  expect(form.thread_ts).toBe('1.0');
  expect(form.blocks).toBeUndefined();
  expect(form.text).toMatch(/^3市町です\n秘密のあああ/);
  expect(faultsOf('message', form)).toEqual([]);
  expect(lines.join('')).toContain('too_long /blocks/0/text/text');
  expect(lines.join('')).not.toMatch(/秘密|市町/);
});

it('a form that Slack would refuse becomes its words, without fields that could not be sent', async () => {
  const slack = await slackThatAnswers(ok);
  const { client } = clientFor(slack.slackApiUrl, 'mend');
  const view = {
    type: 'modal' as const,
    title: { type: 'plain_text' as const, text: 'とても長い題名なのでスラックが受け取らないはずのもの' },
    blocks: [{ type: 'section', text: { type: 'plain_text', text: '記録のとおりです' } }],
  };
  await client.views.open({ trigger_id: 't', view });
  const form = new URLSearchParams(slack.received[0]?.body);
  const sent = JSON.parse(form.get('view') ?? '');
  expect(form.get('trigger_id')).toBe('t');
  expect(faultsOf('modal', sent)).toEqual([]);
  expect(JSON.stringify(sent.blocks)).toContain('記録のとおりです');
});

it('respond goes past the referee too', async () => {
  const slack = await slackThatAnswers(ok);
  const { options } = clientFor(slack.slackApiUrl, 'mend');
  const body = JSON.stringify({ response_type: 'ephemeral', text: '<!channel> です' });
  await options.fetch?.(`${slack.origin}/commands/1/2`, { method: 'POST', body });
  const sent = JSON.parse(slack.received[0]?.body ?? '');
  expect(sent.response_type).toBe('ephemeral');
  expect(sent.text).toContain('&lt;!channel&gt;');
  const strict = clientFor(slack.slackApiUrl, 'throw').options;
  await expect(strict.fetch?.(`${slack.origin}/commands/1/2`, { method: 'POST', body })).rejects.toThrow(
    RefusedPayload,
  );
});

it('no client posts twice by itself: neither after an outage nor after "too many"', async () => {
  for (const options of [forPeople, forJobs]) {
    const down = await slackThatAnswers(() => ({ status: 503, body: {} }));
    const { client } = clientFor(down.slackApiUrl, 'throw', options);
    const outage = await client.chat.postMessage({ channel: 'C1', text: 'x' }).catch((caught: unknown) => caught);
    expect(slackProblem(outage)).toMatchObject({ code: 'service_unavailable', passes: true });
    expect(down.received).toHaveLength(1);

    const busy = await slackThatAnswers(() => ({ status: 429, headers: { 'retry-after': '7' }, body: {} }));
    const limited = clientFor(busy.slackApiUrl, 'throw', options).client;
    const error = await limited.chat.postMessage({ channel: 'C1', text: 'x' }).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(WebAPIRateLimitedError);
    expect(instructionFor(error, 'ja')).toContain('7秒');
    expect(busy.received).toHaveLength(1);
  }
});

it('the socket keeps trying within bounds, with options of its own', () => {
  const parts: ClientParts = { gate: createGate('throw', log), log };
  expect(forSocket(parts).retryConfig).toMatchObject({ retries: 100, maxTimeout: 30_000 });
  expect(forSocket(parts)).not.toBe(forSocket(parts));
  expect(forPeople(parts).retryConfig).toEqual({ retries: 0 });
});

it('a missing scope is told by its name, in both languages', async () => {
  const slack = await slackThatAnswers(() => ({ body: { ok: false, error: 'missing_scope', needed: 'users:read' } }));
  const { client } = clientFor(slack.slackApiUrl, 'throw');
  const error = await client.users.info({ user: 'U1' }).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(WebAPIPlatformError);
  expect(instructionFor(error, 'ja')).toContain('users:read');
  expect(instructionFor(error, 'en')).toContain('users:read');
});
