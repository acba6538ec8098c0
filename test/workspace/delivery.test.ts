import { createHmac } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { fixedClock } from '../../src/calendar/clock.ts';
import { type OpenWorkspace, openWorkspace, TEST_MANIFEST, TRANSPORTS } from './open-workspace.ts';

const MINUTE = 60_000;

describe.each(TRANSPORTS)('what is sent to the bot by %s', (transport) => {
  let office: OpenWorkspace;
  afterEach(() => office.close());

  const outcomes = (name: string) =>
    office.workspace.wire.entries.filter((entry) => entry.name === name).map(({ outcome }) => outcome);

  it('an event that is never acknowledged comes again at once, after one minute and after five, then no more', async () => {
    office = await openWorkspace(transport, () => {}, { clock: fixedClock('2026-11-24T09:00:00+09:00') });
    for (let times = 0; times < 4; times += 1) office.workspace.faults.onDelivery('event_callback message', 'lost');
    const morino = office.as('U0MORINO');
    await morino.say('聞こえますか');
    const countAfter = async (ms: number) => {
      await morino.advance(ms);
      return outcomes('event_callback message').length;
    };
    expect(await countAfter(2_999)).toBe(0);
    expect(await countAfter(1)).toBe(1);
    expect(await countAfter(3_000)).toBe(2);
    expect(await countAfter(MINUTE + 2_999)).toBe(2);
    expect(await countAfter(1)).toBe(3);
    expect(await countAfter(5 * MINUTE + 3_000)).toBe(4);
    expect(await countAfter(60 * MINUTE)).toBe(4);
  });

  it('what comes again is the same event, marked with how often and why', async () => {
    const marks: unknown[] = [];
    office = await openWorkspace(transport, (app) => {
      app.use(async ({ context, body }) => {
        if ('event_id' in body) marks.push([body.event_id, context.retryNum, context.retryReason]);
      });
    });
    office.workspace.faults.onDelivery('event_callback message', 'lost');
    const morino = office.as('U0MORINO');
    await morino.say('聞こえますか');
    await morino.advance(3_000);
    await office.settled();
    const sent = office.workspace.wire.entries.filter(({ name }) => name === 'event_callback message');
    const ids = sent.map(({ payload }) => (payload as { event_id: string }).event_id);
    expect(ids).toHaveLength(2);
    expect(marks).toEqual([[ids[0], 1, transport === 'http' ? 'http_timeout' : 'timeout']]);
  });

  it('an event that the bot takes at last does not come again', async () => {
    let heard = 0;
    office = await openWorkspace(transport, (app) => {
      app.message('', async () => {
        heard += 1;
      });
    });
    office.workspace.faults.onDelivery('event_callback message', 'lost');
    const morino = office.as('U0MORINO');
    await morino.say('聞こえますか');
    await morino.advance(20 * MINUTE);
    expect(outcomes('event_callback message')).toEqual([
      'not acknowledged: timeout',
      'acknowledged (retry 1: timeout)',
    ]);
    expect(heard).toBe(1);
  });

  it('a command that is acknowledged too late is told to the person, and does not come again', async () => {
    let asked = 0;
    office = await openWorkspace(transport, (app) => {
      app.command('/ask', async () => {
        asked += 1;
      });
    });
    const morino = office.as('U0MORINO');
    const answer = morino.command('/ask ACP');
    await expect.poll(() => asked).toBe(1);
    await morino.advance(3_000);
    expect((await answer).problem).toContain('3秒');
    await morino.advance(10 * MINUTE);
    expect(asked).toBe(1);
  });

  it('the same event can come twice, with the same id', async () => {
    const ids: string[] = [];
    office = await openWorkspace(transport, (app) => {
      app.message('', async ({ body }) => {
        ids.push(body.event_id);
      });
    });
    office.workspace.faults.onDelivery('event_callback message', 'duplicate');
    await office.as('U0MORINO').say('一度だけ');
    await office.settled();
    await expect.poll(() => ids.length).toBe(2);
    expect(new Set(ids).size).toBe(1);
  });

  it('a later event can overtake an earlier one', async () => {
    const heard: (string | undefined)[] = [];
    office = await openWorkspace(transport, (app) => {
      app.message('', async ({ message }) => {
        heard.push('text' in message ? message.text : undefined);
      });
    });
    office.workspace.faults.onDelivery('event_callback message', 'overtaken');
    const morino = office.as('U0MORINO');
    await morino.say('先');
    await morino.say('後');
    await expect.poll(() => heard).toEqual(['後', '先']);
  });

  it.each([
    ['named, but without its scope', ['reaction_added'], [], false],
    ['not named, with its scope', [], ['reactions:read'], false],
    ['named, with its scope', ['reaction_added'], ['reactions:read'], true],
  ])('an event is sent where the manifest has it: %s', async (_case, bot_events, bot, isSent) => {
    const manifest = {
      ...TEST_MANIFEST,
      oauth_config: { scopes: { bot } },
      settings: { event_subscriptions: { bot_events } },
    };
    office = await openWorkspace(transport, () => {}, { manifest });
    const morino = office.as('U0MORINO').in('いなべ市-在宅医療');
    await morino.say('やあ');
    await morino.act({ act: 'react', channel: 'C0INABE', ts: morino.lastMessage()?.ts ?? '', name: 'eyes' });
    await office.settled();
    expect(outcomes('event_callback reaction_added')).toEqual(isSent ? ['acknowledged'] : []);
    expect(outcomes('event_callback message')).toEqual([]);
  });

  it('what is said where the bot is no member does not reach it', async () => {
    office = await openWorkspace(transport, () => {});
    const morino = office.as('U0MORINO').in('雑談');
    await morino.mention('いますか');
    await office.settled();
    expect(outcomes('event_callback app_mention')).toEqual([]);
    await morino.command('/invite @となりまち');
    await morino.mention('いますか');
    await office.settled();
    expect(outcomes('event_callback app_mention')).toEqual(['acknowledged']);
  });
});

describe('signed HTTP', () => {
  let office: OpenWorkspace;
  afterEach(() => office.close());

  it('a request with a forged signature gets 401', async () => {
    office = await openWorkspace('http', () => {});
    const timestamp = String(Math.floor(Date.now() / 1_000));
    const forge = (secret: string) => {
      const body = JSON.stringify({ type: 'url_verification', challenge: 'x' });
      const digest = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
      return fetch(office.botUrl ?? '', {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-slack-request-timestamp': timestamp,
          'x-slack-signature': `v0=${digest}`,
        },
        body,
      });
    };
    expect((await forge('somebody else')).status).toBe(401);
    expect((await forge(office.secrets.signingSecret)).status).toBe(200);
  });

  it('a bot that cannot be reached is told apart from one that is slow', async () => {
    office = await openWorkspace('http', () => {});
    await office.app.stop();
    const result = await office.as('U0MORINO').command('/ask ACP');
    expect(result.ok).toBe(false);
    expect(office.workspace.wire.entries.at(-1)?.outcome).toBe('not acknowledged: connection_failed');
    await office.app.start(Number(new URL(office.botUrl ?? '').port));
  });
});

describe('Socket Mode', () => {
  let office: OpenWorkspace;
  afterEach(() => office.close());

  it.each(['refreshConnections', 'cutConnections'] as const)('%s leads to a new connection', async (fault) => {
    office = await openWorkspace('socket', (app) => {
      app.command('/ask', ({ ack }) => ack('はい'));
    });
    const morino = office.as('U0MORINO');
    office[fault]();
    await morino.waitFor(({ bot }) => !bot.connected, 'a lost connection');
    expect((await morino.command('/ask ACP')).problem).toContain('接続されていません');
    await morino.waitFor(({ bot }) => bot.connected, 'a new connection');
    await morino.command('/ask ACP');
    await morino.waitFor('はい');
  });

  it('what was on its way when the connection broke failed, and nobody waits for it', async () => {
    let asked = 0;
    office = await openWorkspace('socket', (app) => {
      app.command('/ask', async () => {
        asked += 1;
      });
    });
    const morino = office.as('U0MORINO');
    const answer = morino.command('/ask ACP');
    await expect.poll(() => asked).toBe(1);
    office.cutConnections();
    expect((await answer).ok).toBe(false);
    expect(office.workspace.wire.entries.at(-1)?.outcome).toBe('not acknowledged: connection_failed');
  });
});
