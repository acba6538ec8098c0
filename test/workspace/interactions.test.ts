import type { RespondFn } from '@slack/bolt';
import type { KnownBlock } from '@slack/types';
import { afterEach, describe, expect, it } from 'vitest';
import { type OpenWorkspace, openWorkspace, TRANSPORTS } from './open-workspace.ts';

const text = (said: string) => ({ type: 'plain_text' as const, text: said });
const button = (said: string, action_id = 'press'): KnownBlock => ({
  type: 'actions',
  elements: [{ type: 'button', action_id, text: text(said), value: said }],
});

describe.each(TRANSPORTS)('buttons and answers by %s', (transport) => {
  let office: OpenWorkspace;
  afterEach(() => office.close());

  it('a button of a message says where it stands, and what the message was', async () => {
    const bodies: unknown[] = [];
    office = await openWorkspace(transport, (app) => {
      app.action('press', async ({ ack, body }) => {
        bodies.push(body);
        await ack();
      });
    });
    await office.app.client.chat.postMessage({ channel: 'C0INABE', text: '見てください', blocks: [button('押す')] });
    const morino = office.as('U0MORINO').in('C0INABE');
    await morino.click('押す');
    expect(bodies).toMatchObject([
      {
        type: 'block_actions',
        user: { id: 'U0MORINO' },
        channel: { id: 'C0INABE', name: 'いなべ市-在宅医療' },
        container: { type: 'message', is_ephemeral: false },
        message: { text: '見てください', bot_id: 'B0TONARI' },
        actions: [{ type: 'button', action_id: 'press', value: '押す', block_id: expect.any(String) }],
      },
    ]);
  });

  it('a notice for one person can be replaced and deleted through its response url, and shown to all', async () => {
    const said: Record<string, Parameters<RespondFn>[0]> = {
      共有: { response_type: 'in_channel', text: '皆さんへ' },
      直す: { replace_original: true, text: '直しました', blocks: [button('消す')] },
      消す: { delete_original: true },
    };
    const bodies: { message?: unknown }[] = [];
    office = await openWorkspace(transport, (app) => {
      app.command('/ask', async ({ ack, respond }) => {
        await ack();
        await respond({ text: '答え', blocks: [button('共有'), button('直す')] });
      });
      app.action('press', async ({ ack, action, body, respond }) => {
        await ack();
        bodies.push(body as { message?: unknown });
        if ('value' in action) await respond(said[String(action.value)] ?? '');
      });
    });
    // Where the bot is no member, too.
    const morino = office.as('U0MORINO').in('雑談');
    await morino.command('/ask ACP');
    const answer = await morino.waitFor('答え');
    await morino.click('共有');
    const shared = await office.as('U0TSUJI').in('雑談').waitFor('皆さんへ');
    expect(shared.ephemeral).toBe(false);
    await morino.click('直す');
    const mended = await morino.waitFor('直しました');
    expect([mended.ts, mended.ephemeral]).toEqual([answer.ts, true]);
    await morino.click('消す');
    await morino.waitFor(() => morino.messages().every(({ ts }) => ts !== answer.ts));
    expect(bodies.map(({ message }) => message)).toEqual([undefined, undefined, undefined]);
  });

  it('a response url serves five times', async () => {
    const outcomes: string[] = [];
    office = await openWorkspace(transport, (app) => {
      app.command('/ask', async ({ ack, respond }) => {
        await ack();
        for (let times = 1; times <= 6; times += 1) {
          await respond(`${times}`).then(
            () => outcomes.push('ok'),
            (error: { statusCode: number }) => outcomes.push(String(error.statusCode)),
          );
        }
      });
    });
    await office.as('U0MORINO').command('/ask');
    await expect.poll(() => outcomes).toEqual(['ok', 'ok', 'ok', 'ok', 'ok', '404']);
  });

  it('a response url serves thirty minutes', async () => {
    let late: RespondFn | undefined;
    office = await openWorkspace(transport, (app) => {
      app.command('/ask', async ({ ack, respond }) => {
        late = respond;
        await ack();
      });
    });
    const morino = office.as('U0MORINO');
    await morino.command('/ask');
    await morino.advance(29 * 60_000);
    await late?.('まだ');
    await morino.waitFor('まだ');
    await morino.advance(60_000);
    await expect(late?.('遅い')).rejects.toMatchObject({ statusCode: 404 });
  });

  it('Home is published for one person, answers to clicks, and knows when it was changed meanwhile', async () => {
    const home = (said: string) => ({ type: 'home' as const, blocks: [button(said)] });
    const hashes: (string | undefined)[] = [];
    office = await openWorkspace(transport, (app) => {
      app.event('app_home_opened', async ({ event, client }) => {
        if (event.tab !== 'home') return;
        const { view } = await client.views.publish({ user_id: event.user, view: home('更新') });
        hashes.push(view?.hash);
      });
      app.action('press', async ({ ack, body, client }) => {
        await ack();
        if (body.type !== 'block_actions' || !body.view) return;
        await client.views.publish({ user_id: body.user.id, hash: body.view.hash, view: home('更新しました') });
      });
    });
    const morino = office.as('U0MORINO');
    await morino.openHome();
    await morino.waitForHome('更新');
    await morino.click('更新');
    await morino.waitForHome('更新しました');
    expect(office.as('U0TSUJI').home()).toBeNull();
    const outdated = { user_id: 'U0MORINO', view: home('古い'), hash: hashes[0] ?? '' };
    await expect(office.app.client.views.publish(outdated)).rejects.toThrow('hash_conflict');
  });

  it('a bot that does not take a click is told to the person', async () => {
    office = await openWorkspace(transport, () => {});
    await office.app.client.chat.postMessage({ channel: 'C0INABE', text: 'x', blocks: [button('押す')] });
    const morino = office.as('U0MORINO').in('C0INABE');
    office.workspace.faults.onDelivery('block_actions', 'lost');
    const clicked = morino.click('押す');
    await morino.advance(3_000);
    expect((await clicked).problem).toContain('3秒');
  });
});

describe('what a person can do', () => {
  let office: OpenWorkspace;
  afterEach(() => office.close());

  it('commands are those of the manifest, and do not work in threads, archives and other people’s channels', async () => {
    office = await openWorkspace('socket', (app) => {
      app.command('/ask', ({ ack }) => ack('はい'));
    });
    const morino = office.as('U0MORINO').in('C0INABE');
    expect((await morino.command('/unknown x')).problem).toContain('/unknown');
    await morino.say('根');
    const thread = morino.lastMessage()?.ts ?? '';
    expect((await morino.say('/ask ACP', { thread })).problem).toContain('スレッド');
    for (const channel of ['C0KYU', 'C0SUZUKA', 'C0NOWHERE']) {
      expect((await morino.act({ act: 'command', channel, text: '/ask x' })).ok).toBe(false);
      expect((await morino.act({ act: 'say', channel, text: 'x' })).ok).toBe(false);
    }
    expect((await morino.say('/ask ACP')).ok).toBe(true);
    expect(morino.lastMessage()?.text).toBe('はい');
  });

  it('a deactivated account can do nothing, and an act that is none is refused', async () => {
    office = await openWorkspace('socket', () => {});
    expect((await office.as('U0YONEDA').say('もしもし')).problem).toContain('停止');
    const morino = office.as('U0MORINO');
    expect((await morino.act({ act: 'fly' } as never)).ok).toBe(false);
    const nowhere = { act: 'choose', on: { in: 'home' }, blockId: 'x', actionId: 'y', state: {} } as const;
    expect((await morino.act(nowhere)).ok).toBe(false);
  });

  it('problems are told in the person’s language', async () => {
    office = await openWorkspace('socket', () => {});
    expect((await office.as('U0GRANT').command('/unknown')).problem).toBe('There is no command /unknown.');
  });

  it('what is typed is escaped once; names become mentions, addresses become links', async () => {
    office = await openWorkspace('socket', () => {});
    const morino = office.as('U0MORINO').in('C0INABE');
    await morino.say('<!channel> <@U0TSUJI> A&B @中井 志保さん @nobody https://example.jp/a?b=1&c=2 #雑談');
    expect(morino.lastMessage()?.text).toBe(
      '&lt;!channel&gt; &lt;@U0TSUJI&gt; A&amp;B <@U0NAKAI>さん @nobody <https://example.jp/a?b=1&amp;c=2> <#C0ZATSUDAN|雑談>',
    );
    await morino.say('@tsuji @tsujino a@tsuji.example <https://example.jp/> 「https://example.jp/あ」');
    expect(morino.lastMessage()?.text).toBe(
      '<@U0TSUJI> @tsujino a@tsuji.example &lt;<https://example.jp/>&gt; 「<https://example.jp/あ>」',
    );
  });

  it('unread marks count what others said since one looked', async () => {
    office = await openWorkspace('socket', () => {});
    const morino = office.as('U0MORINO').in('C0INABE');
    const nakai = office.as('U0NAKAI').in('C0INABE');
    await nakai.say('一');
    await nakai.say('二', { thread: nakai.lastMessage()?.ts ?? '' });
    expect(morino.conversation()).toMatchObject({ unread: 1, messages: [{ unreadReplies: 1 }] });
    expect(nakai.conversation().unread).toBe(0);
    await morino.look();
    await morino.act({ act: 'open-thread', channel: 'C0INABE', ts: morino.conversation().messages[0]?.ts ?? '' });
    expect(morino.conversation()).toMatchObject({ unread: 0, messages: [{ unreadReplies: 0 }] });
  });

  it('the bot shows what it is doing until it has answered, and what it suggests', async () => {
    office = await openWorkspace('socket', () => {});
    const morino = office.as('U0MORINO');
    await morino.say('問い');
    const ts = morino.lastMessage()?.ts ?? '';
    const place = { channel_id: 'D0MORINO', thread_ts: ts };
    await office.app.client.assistant.threads.setStatus({ ...place, status: '調べています' });
    expect(morino.conversation().status).toEqual({ [ts]: '調べています' });
    await office.app.client.chat.postMessage({ channel: 'D0MORINO', thread_ts: ts, text: '答え' });
    expect(morino.conversation().status).toEqual({});
    const prompts = [{ title: '試す', message: 'ACPのシートは？' }] as [{ title: string; message: string }];
    await office.app.client.assistant.threads.setSuggestedPrompts({ ...place, prompts });
    expect(morino.sight.prompts.prompts).toEqual(prompts);
  });
});
