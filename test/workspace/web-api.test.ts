import { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RunningWorkspace, startWorkspace } from '../../src/workspace/start.ts';
import { TEST_MANIFEST } from './open-workspace.ts';

let office: RunningWorkspace;
let client: WebClient;

beforeEach(async () => {
  office = await startWorkspace({ manifest: TEST_MANIFEST });
  client = clientWith(office.secrets.botToken);
});
afterEach(() => office.close());

const clientWith = (token: string) =>
  new WebClient(token, {
    slackApiUrl: office.apiUrl,
    timeout: 1_000,
    rejectRateLimitedCalls: true,
    retryConfig: { retries: 0 },
  });

/** What Slack answers, refused or not. */
async function answer(
  method: string,
  args: Record<string, unknown> = {},
  token = office.secrets.botToken,
): Promise<Record<string, unknown>> {
  const response = await fetch(office.apiUrl + method, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(args),
  });
  return { status: response.status, ...((await response.json()) as Record<string, unknown>) };
}

describe('what is refused', () => {
  it('comes with status 200 and an error code, an unknown method too', async () => {
    expect(await answer('chat.shout')).toMatchObject({ status: 200, ok: false, error: 'unknown_method' });
    expect(await answer('auth.test', {}, 'xoxb-wrong')).toMatchObject({ ok: false, error: 'invalid_auth' });
    expect(await answer('auth.test', {}, office.secrets.appToken)).toMatchObject({ error: 'not_allowed_token_type' });
    expect(await answer('apps.connections.open')).toMatchObject({ error: 'not_allowed_token_type' });
    const unsigned = await fetch(`${office.apiUrl}auth.test`, { method: 'POST' });
    expect(await unsigned.json()).toEqual({ ok: false, error: 'not_authed' });
  });

  it('a missing scope is named, with those that are there', async () => {
    const asked = await answer('reactions.add', { channel: 'C0INABE', timestamp: '1.1', name: 'eyes' });
    expect(asked).toMatchObject({ error: 'missing_scope', needed: 'reactions:write' });
    expect(asked.provided).toContain('chat:write');
    expect(await answer('conversations.list', { types: 'public_channel,private_channel' })).toMatchObject({
      error: 'missing_scope',
      needed: 'groups:read',
    });
  });

  it.each([
    ['channel_not_found', { channel: 'C0NOWHERE', text: 'x' }],
    ['not_in_channel', { channel: 'C0ZATSUDAN', text: 'x' }],
    ['is_archived', { channel: 'C0KYU', text: 'x' }],
    ['no_text', { channel: 'C0INABE' }],
    ['msg_too_long', { channel: 'C0INABE', text: 'あ'.repeat(40_001) }],
    ['thread_not_found', { channel: 'C0INABE', text: 'x', thread_ts: '1.000001' }],
    ['invalid_arguments', { text: 'x' }],
  ])('a message: %s', async (error, args) => {
    expect(await answer('chat.postMessage', args)).toMatchObject({ status: 200, ok: false, error });
  });

  it('invalid blocks and views come back with the place of each fault', async () => {
    const message = {
      channel: 'C0INABE',
      text: 'x',
      blocks: [{ type: 'section', text: { type: 'plain_text', text: '' } }],
    };
    const refused = await answer('chat.postMessage', message);
    expect(refused).toMatchObject({ error: 'invalid_blocks' });
    expect(JSON.stringify(refused.response_metadata)).toMatch(/\[ERROR\].*\[json-pointer:\/blocks\/0\/text\/text\]/);
    const view = { type: 'modal', title: { type: 'plain_text', text: 'あ'.repeat(25) }, blocks: [] };
    expect(await answer('views.open', { trigger_id: 'x', view })).toMatchObject({ error: 'invalid_arguments' });
    expect(office.workspace.wire.entries.at(-1)?.faults.join()).toContain('/title/text');
  });

  it('a missing argument is named', async () => {
    expect(await answer('chat.postMessage', { text: 'x' })).toMatchObject({
      response_metadata: { messages: ['[ERROR] missing required field: channel'] },
    });
  });
});

describe('messages', () => {
  it('are posted, changed, answered and taken back', async () => {
    const { ts = '' } = await client.chat.postMessage({ channel: 'C0INABE', text: '一' });
    await client.chat.postMessage({ channel: 'C0INABE', text: '返事', thread_ts: ts });
    await client.chat.update({ channel: 'C0INABE', ts, text: '二' });
    const { messages } = await client.conversations.history({ channel: 'C0INABE' });
    expect(messages).toMatchObject([{ text: '二', reply_count: 1, edited: {} }]);
    const replies = await client.conversations.replies({ channel: 'C0INABE', ts });
    expect(replies.messages?.map(({ text }) => text)).toEqual(['二', '返事']);
    await client.chat.delete({ channel: 'C0INABE', ts });
    const [root] = office.as('U0MORINO').in('C0INABE').conversation().messages;
    expect(root).toMatchObject({ deleted: true, text: '', replies: [{ text: '返事' }] });
    await expect(client.chat.update({ channel: 'C0INABE', ts, text: '三' })).rejects.toThrow('message_not_found');
  });

  it("of other people are not the bot's to change", async () => {
    const morino = office.as('U0MORINO').in('C0INABE');
    await morino.say('私の');
    const ts = morino.lastMessage()?.ts ?? '';
    await expect(client.chat.update({ channel: 'C0INABE', ts, text: 'x' })).rejects.toThrow('cant_update_message');
    await expect(client.chat.delete({ channel: 'C0INABE', ts })).rejects.toThrow('cant_delete_message');
  });

  it('to a person by id go to the direct messages, which everybody else does not see', async () => {
    const { channel } = await client.chat.postMessage({ channel: 'U0TSUJI', text: '鈴鹿さんへ' });
    expect(channel).toBe('D0TSUJI');
    expect((await client.conversations.open({ users: 'U0TSUJI' })).channel?.id).toBe('D0TSUJI');
    expect(office.as('U0TSUJI').lastMessage()?.text).toBe('鈴鹿さんへ');
    expect(() => office.as('U0MORINO').in('D0TSUJI')).toThrow();
    await expect(client.conversations.open({ users: 'U0YONEDA' })).rejects.toThrow('user_disabled');
  });

  it('for one person alone are in no history, and nobody else sees them', async () => {
    await client.chat.postEphemeral({ channel: 'C0INABE', user: 'U0MORINO', text: 'あなただけ' });
    expect(office.as('U0MORINO').in('C0INABE').lastMessage()?.ephemeral).toBe(true);
    expect(office.as('U0NAKAI').in('C0INABE').messages()).toEqual([]);
    expect((await client.conversations.history({ channel: 'C0INABE' })).messages).toEqual([]);
    await expect(client.chat.postEphemeral({ channel: 'C0INABE', user: 'U0TSUJI', text: 'x' })).rejects.toThrow(
      'user_not_in_channel',
    );
  });

  it('carry metadata, which history shows to those who ask for it', async () => {
    const metadata = { event_type: 'notice', event_payload: { key: 'k1' } };
    await client.chat.postMessage({ channel: 'C0INABE', text: 'x', metadata });
    const plain = await client.conversations.history({ channel: 'C0INABE' });
    const full = await client.conversations.history({ channel: 'C0INABE', include_all_metadata: true });
    expect(plain.messages?.[0]?.metadata).toBeUndefined();
    expect(full.messages?.[0]?.metadata).toEqual(metadata);
  });

  it('can be planned, on the clock of the workspace', async () => {
    const post_at = Math.floor(office.workspace.clock.now().getTime() / 1_000) + 3_600;
    await client.chat.scheduleMessage({ channel: 'C0INABE', post_at, text: 'のちほど' });
    const planned = await client.chat.scheduledMessages.list();
    expect(planned.scheduled_messages).toHaveLength(1);
    const morino = office.as('U0MORINO').in('C0INABE');
    await morino.advance(3_500_000);
    expect(morino.messages()).toEqual([]);
    await morino.advance(100_000);
    expect(morino.lastMessage()?.text).toBe('のちほど');
    await expect(
      client.chat.scheduleMessage({ channel: 'C0INABE', post_at: post_at + 121 * 86_400, text: 'x' }),
    ).rejects.toThrow('time_too_far');
  });

  it('can grow while they are read', async () => {
    const root = await client.chat.postMessage({ channel: 'D0MORINO', text: '問い' });
    const { ts = '' } = await client.chat.startStream({ channel: 'D0MORINO', thread_ts: root.ts ?? '' });
    await client.chat.appendStream({ channel: 'D0MORINO', ts, markdown_text: '答えは' });
    await client.chat.stopStream({ channel: 'D0MORINO', ts, markdown_text: 'これです' });
    expect(office.as('U0MORINO').lastMessage()?.text).toBe('答えはこれです');
    await expect(client.chat.appendStream({ channel: 'D0MORINO', ts, markdown_text: 'まだ' })).rejects.toThrow(
      'message_not_in_streaming_state',
    );
  });

  it('bring files, in the three steps of the client', async () => {
    await client.files.uploadV2({
      channel_id: 'C0INABE',
      filename: '答え.csv',
      title: '答え',
      file: Buffer.from('市町,件数\n'),
      initial_comment: '表です',
    });
    const message = office.as('U0MORINO').in('C0INABE').lastMessage();
    expect(message).toMatchObject({ text: '表です', files: [{ name: '答え.csv', title: '答え' }] });
    const fetched = await fetch(office.origin + message?.files[0]?.href);
    expect(await fetched.text()).toBe('市町,件数\n');
    expect(fetched.headers.get('content-disposition')).toContain('attachment');
  });
});

describe('lists', () => {
  it('come in pages, by cursors', async () => {
    const names: (string | undefined)[] = [];
    for await (const page of client.paginate('conversations.list', { limit: 3 })) {
      const { channels = [] } = page as { channels?: { name?: string }[] };
      names.push(...channels.map(({ name }) => name));
    }
    expect(names).toHaveLength(7);
    expect(new Set(names).size).toBe(7);
    for (let at = 0; at < 5; at += 1) await client.chat.postMessage({ channel: 'C0INABE', text: `${at}` });
    const first = await client.conversations.history({ channel: 'C0INABE', limit: 2 });
    const cursor = first.response_metadata?.next_cursor ?? '';
    const second = await client.conversations.history({ channel: 'C0INABE', limit: 2, cursor });
    expect([...(first.messages ?? []), ...(second.messages ?? [])].map(({ text }) => text)).toEqual([
      '4',
      '3',
      '2',
      '1',
    ]);
    await expect(client.conversations.history({ channel: 'C0INABE', cursor: 'x' })).rejects.toThrow('invalid_cursor');
  });

  it('a page of history stays the same page when something is said in between', async () => {
    for (let at = 0; at < 3; at += 1) await client.chat.postMessage({ channel: 'C0INABE', text: `${at}` });
    const first = await client.conversations.history({ channel: 'C0INABE', limit: 2 });
    await client.chat.postMessage({ channel: 'C0INABE', text: '新しい' });
    const cursor = first.response_metadata?.next_cursor ?? '';
    const second = await client.conversations.history({ channel: 'C0INABE', limit: 2, cursor });
    expect(second.messages?.map(({ text }) => text)).toEqual(['0']);
  });

  it('people come with their locale, and with their mail address where the scope is there', async () => {
    const { user } = await client.users.info({ user: 'U0GRANT', include_locale: true });
    expect(user).toMatchObject({ locale: 'en-US', tz: 'Asia/Tokyo' });
    expect(user?.profile?.email).toBeUndefined();
    await expect(client.users.info({ user: 'U0NOBODY' })).rejects.toThrow('user_not_found');
  });
});

describe('faults on demand', () => {
  it('429 says when to come again', async () => {
    office.workspace.faults.onCall('chat.postMessage', { kind: 'rate-limited', retryAfter: 7 });
    await expect(client.chat.postMessage({ channel: 'C0INABE', text: 'x' })).rejects.toMatchObject({ retryAfter: 7 });
    await client.chat.postMessage({ channel: 'C0INABE', text: 'x' });
  });

  it('a connection that breaks after the post was taken leaves the post there', async () => {
    office.workspace.faults.onCall('chat.postMessage', { kind: 'drop-after' });
    await expect(client.chat.postMessage({ channel: 'C0INABE', text: '届いた' })).rejects.toThrow();
    expect(office.as('U0MORINO').in('C0INABE').lastMessage()?.text).toBe('届いた');
  });

  it('500, no answer, a late one, and any code of Slack', async () => {
    office.workspace.faults.onCall('*', { kind: 'server-error' });
    await expect(client.auth.test()).rejects.toMatchObject({ statusCode: 500 });
    office.workspace.faults.onCall('auth.test', { kind: 'hang' });
    await expect(client.auth.test()).rejects.toThrow();
    office.workspace.faults.onCall('auth.test', { kind: 'refused', code: 'account_inactive' });
    await expect(client.auth.test()).rejects.toThrow('account_inactive');
    office.workspace.faults.onCall('auth.test', { kind: 'slow', ms: 100 });
    const began = performance.now();
    await client.auth.test();
    expect(performance.now() - began).toBeGreaterThan(90);
  });
});
