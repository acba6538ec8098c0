import { afterEach, describe, expect, it } from 'vitest';
import { type OpenWorkspace, openWorkspace, TRANSPORTS } from './open-workspace.ts';

describe.each(TRANSPORTS)('talking with a bot by %s', (transport) => {
  let office: OpenWorkspace;
  afterEach(() => office.close());

  it('a mention is answered in its thread, and the bot hears what it said itself', async () => {
    office = await openWorkspace(transport, (app) => {
      app.event('app_mention', ({ event, say }) =>
        say({ text: `はい: ${event.text}`, thread_ts: event.ts }).then(() => {}),
      );
    });
    const morino = office.as('U0MORINO').in('いなべ市-在宅医療');
    await morino.mention('ACPは? <b> & 他');
    const answer = await morino.waitFor('はい');
    expect(answer.text).toBe('はい: <@U0TONARI> ACPは? &lt;b&gt; &amp; 他');
    expect(morino.conversation().messages).toHaveLength(1);
    await office.settled();
    const heard = office.workspace.wire.entries.filter(({ name }) => name === 'event_callback message');
    expect(heard.map(({ payload }) => payload)).toContainEqual(
      expect.objectContaining({
        event: expect.objectContaining({ bot_id: 'B0TONARI', thread_ts: expect.any(String) }),
      }),
    );
  });

  it('a command is answered to the asker alone, and the answer is in no history', async () => {
    office = await openWorkspace(transport, (app) => {
      app.command('/ask', async ({ ack, respond, command }) => {
        await ack();
        await respond(`答え: ${command.text}`);
      });
    });
    const morino = office.as('U0MORINO').in('いなべ市-在宅医療');
    const nakai = office.as('U0NAKAI').in('いなべ市-在宅医療');
    await morino.command('/ask ACP');
    const answer = await morino.waitFor('答え: ACP');
    expect(answer.ephemeral).toBe(true);
    expect(nakai.messages()).toEqual([]);
    const history = await office.app.client.conversations.history({ channel: 'C0INABE' });
    expect(history.messages).toEqual([]);
    await morino.reload();
    expect(morino.messages()).toEqual([]);
  });

  it('what is said with the acknowledgement of a command is shown', async () => {
    office = await openWorkspace(transport, (app) => {
      app.command('/尋ねる', ({ ack, command }) => ack(`受け付けました ${command.text}`));
    });
    const tsuji = office.as('U0TSUJI').in('鈴鹿市-在宅医療');
    await tsuji.command('/尋ねる @森野 拓 に #雑談');
    const answer = await tsuji.waitFor('受け付けました');
    expect(answer.text).toBe('受け付けました <@U0MORINO|morino> に <#C0ZATSUDAN|雑談>');
  });

  it('a button opens a form, which comes back with errors, is mended, and is taken', async () => {
    office = await openWorkspace(transport, (app) => {
      app.command('/form', async ({ ack, respond }) => {
        await ack();
        await respond({
          text: '様式',
          blocks: [{ type: 'actions', elements: [{ type: 'button', action_id: 'open', text: plain('登録する') }] }],
        });
      });
      app.action('open', async ({ ack, body, client }) => {
        await ack();
        if (body.type !== 'block_actions') return;
        await client.views.open({ trigger_id: body.trigger_id, view: FORM });
      });
      app.options('town', ({ ack, options }) =>
        ack({ options: [{ text: plain(`${options.value}市`), value: options.value }] }),
      );
      app.view('register', async ({ ack, view, client, body }) => {
        const { title, town } = view.state.values;
        if (title?.value?.value === '同じ') {
          await ack({ response_action: 'errors', errors: { title: 'すでにあります' } });
          return;
        }
        await ack();
        const picked = town?.town?.selected_option?.text.text ?? 'なし';
        await client.chat.postMessage({ channel: body.user.id, text: `登録: ${title?.value?.value} ${picked}` });
      });
    });
    const morino = office.as('U0MORINO');
    await morino.command('/form');
    await morino.waitFor('様式');
    await morino.click('登録する');
    await morino.waitForView('件名');
    await morino.submit();
    expect(morino.errors()).toEqual({ title: 'このフィールドは必須です。' });
    await morino.fill({ 件名: '同じ' });
    await morino.submit();
    expect(morino.errors()).toEqual({ title: 'すでにあります' });
    await morino.fill({ 件名: '研修', 市町: '津' });
    expect(await morino.suggestions('市町', '津')).toEqual([{ text: plain('津市'), value: '津' }]);
    await morino.submit();
    expect(morino.topView()).toBeUndefined();
    await morino.waitFor('登録: 研修 津市');
  });
});

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const FORM = {
  type: 'modal' as const,
  callback_id: 'register',
  title: plain('登録'),
  submit: plain('登録する'),
  blocks: [
    {
      type: 'input' as const,
      block_id: 'title',
      label: plain('件名'),
      element: { type: 'plain_text_input' as const, action_id: 'value' },
    },
    {
      type: 'input' as const,
      block_id: 'town',
      optional: true,
      label: plain('市町'),
      element: { type: 'external_select' as const, action_id: 'town', min_query_length: 1 },
    },
  ],
};
