import { WebClient } from '@slack/web-api';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createLog } from '../../src/log.ts';
import { forJobs } from '../../src/slack/client.ts';
import { createGate } from '../../src/slack/gate.ts';
import { SlackMailbox } from '../../src/slack/mailbox.ts';
import { readManifest } from '../../src/slack/manifest.ts';
import { notice } from '../../src/slack/notice.ts';
import type { Message } from '../../src/slack/voice.ts';
import type { CallFault } from '../../src/workspace/faults.ts';
import { type RunningWorkspace, startWorkspace } from '../../src/workspace/start.ts';
import { freePort } from '../workspace/open-workspace.ts';

const SUZUKA = 'C0SUZUKA';
const log = createLog('error', () => {});
const LONG_AGO = new Date(0);

let workspace: RunningWorkspace;
let mailbox: SlackMailbox;
let key = '';
let count = 0;

const mailboxAt = (slackApiUrl: string, timeout = 8_000, onFault: 'throw' | 'mend' = 'throw') =>
  new SlackMailbox(
    new WebClient(workspace.secrets.botToken, {
      ...forJobs({ slackApiUrl, gate: createGate(onFault, log), log }),
      timeout,
    }),
  );

beforeAll(async () => {
  workspace = await startWorkspace({ manifest: readManifest(), log });
  mailbox = mailboxAt(workspace.apiUrl);
});
afterAll(() => workspace.close());
beforeEach(() => {
  count += 1;
  key = `key:${count}`;
});

const standing = (channel = SUZUKA) =>
  workspace.workspace.store.history(channel).filter(({ metadata }) => metadata?.event_payload.key === key);

it.each([
  ['a channel', SUZUKA, SUZUKA],
  ["a person's direct messages", 'U0TSUJI', 'D0TSUJI'],
])('a post in %s carries its key, by which it is found again', async (_, to, channel) => {
  expect(await mailbox.find(to, key, LONG_AGO)).toEqual({ outcome: 'absent' });
  const posted = await mailbox.post(to, key, notice('お知らせ'));
  expect(posted).toMatchObject({ outcome: 'posted', channel });
  expect(standing(channel)).toHaveLength(1);
  expect(await mailbox.find(to, key, LONG_AGO)).toEqual({ ...posted, outcome: 'found' });
  expect(await mailbox.find(to, 'key:none', LONG_AGO)).toEqual({ outcome: 'absent' });
});

it('is found though hundreds of messages came after it, and though the clock was set wrong', async () => {
  await mailbox.post(SUZUKA, key, notice('お知らせ'));
  for (let at = 0; at < 300; at += 1) workspace.as('U0TSUJI').in('鈴鹿市-在宅医療').say(`発言${at}`);
  expect(await mailbox.find(SUZUKA, key, new Date('2040-01-01'))).toMatchObject({ outcome: 'found' });
});

it.each<[string, CallFault, object]>([
  ['a limit is waited for as Slack asks', { kind: 'rate-limited', retryAfter: 7 }, { outcome: 'wait', seconds: 7 }],
  ['a broken connection leaves it in doubt', { kind: 'drop-after' }, { outcome: 'doubt' }],
  ['an error of the server leaves it in doubt', { kind: 'server-error' }, { outcome: 'doubt', code: 'http_500' }],
  ['an answer that never comes leaves it in doubt', { kind: 'hang' }, { outcome: 'doubt' }],
  ['internal_error leaves it in doubt', { kind: 'refused', code: 'internal_error' }, { outcome: 'doubt' }],
  [
    'a channel that is gone cannot be reached',
    { kind: 'refused', code: 'channel_not_found' },
    { outcome: 'unreachable' },
  ],
  [
    'restricted posting cannot be reached',
    { kind: 'refused', code: 'restricted_action_read_only_channel' },
    { outcome: 'unreachable' },
  ],
  ['too long a message is refused', { kind: 'refused', code: 'msg_blocks_too_long' }, { outcome: 'refused' }],
  [
    'a token that is no good is waited out',
    { kind: 'refused', code: 'token_revoked' },
    { outcome: 'wait', fault: false },
  ],
  [
    'a code that nobody knows looks like a defect',
    { kind: 'refused', code: 'no_such_code' },
    { outcome: 'wait', fault: true },
  ],
])('%s, and the client repeats nothing', async (_, fault, outcome) => {
  workspace.workspace.faults.onCall('chat.postMessage', fault);
  const calls = () => workspace.workspace.wire.entries.filter(({ name }) => name === 'chat.postMessage').length;
  const before = calls();
  expect(await mailboxAt(workspace.apiUrl, 300).post(SUZUKA, key, notice('お知らせ'))).toMatchObject(outcome);
  expect(calls() - before).toBe(1);
  expect(standing()).toHaveLength(fault.kind === 'drop-after' ? 1 : 0);
});

it.each([
  ['where the bot is no member', 'C0ZATSUDAN', 'not_in_channel'],
  ['that is archived', 'C0KYU', 'is_archived'],
  ['of somebody whom Slack does not know', 'U0NOBODY', 'channel_not_found'],
])('a place %s cannot be reached', async (_, to, code) => {
  expect(await mailbox.post(to, key, notice('お知らせ'))).toEqual({ outcome: 'unreachable', code });
});

it('a Slack that cannot be reached at all has taken nothing', async () => {
  expect(await mailboxAt(`http://127.0.0.1:${await freePort()}/api/`).post(SUZUKA, key, notice('お知らせ'))).toEqual({
    outcome: 'wait',
    code: 'ECONNREFUSED',
  });
});

it('a search that fails says nothing of the post', async () => {
  workspace.workspace.faults.onCall('conversations.history', { kind: 'server-error' });
  expect(await mailbox.find(SUZUKA, key, LONG_AGO)).toMatchObject({ outcome: 'wait' });
});

it('a message that is shown in its plainest form keeps its key', async () => {
  const faulty: Message = { text: 'お知らせ', blocks: [{ type: 'divider', block_id: 'x'.repeat(300) }] };
  await mailboxAt(workspace.apiUrl, 8_000, 'mend').post(SUZUKA, key, faulty);
  expect(standing()).toHaveLength(1);
});
