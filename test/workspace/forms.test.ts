import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { afterEach, describe, expect, it } from 'vitest';
import { fixedClock } from '../../src/calendar/clock.ts';
import { type OpenWorkspace, openWorkspace, TRANSPORTS } from './open-workspace.ts';

const text = (said: string) => ({ type: 'plain_text' as const, text: said });
const option = (said: string) => ({ text: text(said), value: said });
const TITLE = {
  type: 'input' as const,
  block_id: 'title',
  label: text('件名'),
  element: { type: 'plain_text_input' as const, action_id: 'value', max_length: 10 },
};
const modal = (title: string, more: Partial<ModalView> = {}): ModalView => ({
  type: 'modal',
  callback_id: 'form',
  title: text(title),
  submit: text('登録する'),
  blocks: [TITLE],
  ...more,
});

/** Opens `view` on `/form`; the last trigger stays at hand. */
const opening =
  (view: ModalView, triggers: string[] = []) =>
  (app: App) => {
    app.command('/form', async ({ ack, body, client }) => {
      await ack();
      triggers.push(body.trigger_id);
      await client.views.open({ trigger_id: body.trigger_id, view });
    });
  };

describe.each(TRANSPORTS)('forms by %s', (transport) => {
  let office: OpenWorkspace;
  afterEach(() => office.close());

  const started = async (register: (app: App) => void) => {
    office = await openWorkspace(transport, register);
    const morino = office.as('U0MORINO');
    await morino.command('/form');
    return morino;
  };

  it('a submission holds every field, the empty ones in their empty form', async () => {
    const values: unknown[] = [];
    const optional = (block_id: string, element: unknown) =>
      ({ type: 'input', block_id, optional: true, label: text(block_id), element }) as ModalView['blocks'][number];
    const view = modal('すべて', {
      blocks: [
        optional('text', { type: 'plain_text_input', action_id: 'a' }),
        optional('date', { type: 'datepicker', action_id: 'a' }),
        optional('one', { type: 'static_select', action_id: 'a', options: [option('一'), option('二')] }),
        optional('many', { type: 'checkboxes', action_id: 'a', options: [option('一'), option('二')] }),
        optional('who', { type: 'multi_users_select', action_id: 'a' }),
        optional('where', { type: 'conversations_select', action_id: 'a', default_to_current_conversation: true }),
        optional('begun', {
          type: 'radio_buttons',
          action_id: 'a',
          options: [option('はい')],
          initial_option: option('はい'),
        }),
      ],
    });
    const morino = await started((app) => {
      opening(view)(app);
      app.view('form', async ({ ack, view: { state } }) => {
        values.push(state.values);
        await ack({ response_action: 'clear' });
      });
    });
    await morino.waitForView('text');
    await morino.fill({ date: '2026-12-10', many: ['一', '二'], who: ['辻 文香'] });
    await morino.submit();
    expect(values).toEqual([
      {
        text: { a: { type: 'plain_text_input', value: null } },
        date: { a: { type: 'datepicker', selected_date: '2026-12-10' } },
        one: { a: { type: 'static_select', selected_option: null } },
        many: { a: { type: 'checkboxes', selected_options: [option('一'), option('二')] } },
        who: { a: { type: 'multi_users_select', selected_users: ['U0TSUJI'] } },
        where: { a: { type: 'conversations_select', selected_conversation: 'D0MORINO' } },
        begun: { a: { type: 'radio_buttons', selected_option: option('はい') } },
      },
    ]);
    expect(morino.topView()).toBeUndefined();
  });

  it('what is missing or too long does not reach the bot', async () => {
    let submitted = 0;
    const morino = await started((app) => {
      opening(modal('題'))(app);
      app.view('form', async ({ ack }) => {
        submitted += 1;
        await ack();
      });
    });
    await morino.waitForView('題');
    expect((await morino.submit()).ok).toBe(false);
    await morino.fill({ 件名: '十一文字を超える長い件名' });
    await morino.submit();
    expect(morino.errors()).toEqual({ title: '10文字以内で入力してください。' });
    expect(submitted).toBe(0);
  });

  it('a submission can be answered by another form in its place or above it, three at most', async () => {
    const morino = await started((app) => {
      opening(modal('一'))(app);
      app.view('form', async ({ ack, view }) => {
        const next = { 一: '二', 二: '三', 三: '四' }[view.title.text] ?? '';
        await ack({ response_action: 'push', view: modal(next) });
      });
    });
    await morino.waitForView('一');
    for (const title of ['二', '三']) {
      await morino.fill({ 件名: 'x' });
      await morino.submit();
      expect(morino.topView()?.view.title.text).toBe(title);
    }
    await morino.fill({ 件名: 'x' });
    expect((await morino.submit()).problem).toContain('push_limit_reached');
    expect(morino.topView()?.problem).toContain('push_limit_reached');
    await morino.close();
    expect(morino.topView()?.view.title.text).toBe('二');
    expect(morino.topView()?.values.title?.value).toEqual({ type: 'plain_text_input', value: 'x' });
  });

  it('an update keeps what was typed where block and action stay the same', async () => {
    const kept = { ...TITLE, hint: text('変わりました') };
    const anew = { ...TITLE, block_id: 'other', label: text('別の欄') };
    const morino = await started((app) => {
      opening(modal('題'))(app);
      app.view('form', ({ ack }) => ack({ response_action: 'update', view: modal('題', { blocks: [kept, anew] }) }));
    });
    await morino.waitForView('題');
    await morino.fill({ 件名: '研修会' });
    await morino.submit();
    const { values } = await morino.waitForView('変わりました');
    expect(values.title?.value).toMatchObject({ value: '研修会' });
    expect(values.other?.value).toMatchObject({ value: null });
  });

  it('errors for what is no field are not taken', async () => {
    const morino = await started((app) => {
      opening(modal('題'))(app);
      app.view('form', ({ ack }) => ack({ response_action: 'errors', errors: { nowhere: 'x' } }));
    });
    await morino.waitForView('題');
    await morino.fill({ 件名: 'x' });
    expect((await morino.submit()).problem).toContain('nowhere');
    expect(office.workspace.wire.entries.at(-1)).toMatchObject({ name: 'ack view_submission' });
  });

  it('a next form and suggestions that the referee refuses are not shown, and the wire says why', async () => {
    const search = { type: 'external_select' as const, action_id: 'search', min_query_length: 1 };
    const field = { type: 'input' as const, block_id: 'town', optional: true, label: text('市町'), element: search };
    const morino = await started((app) => {
      opening(modal('題', { blocks: [field] }))(app);
      app.options('search', ({ ack }) => ack({ options: [option('長い'.repeat(40))] }));
      app.view('form', ({ ack }) => ack({ response_action: 'update', view: modal('長い題'.repeat(10)) }));
    });
    await morino.waitForView('題');
    expect(await morino.suggestions('市町', '津')).toEqual([]);
    expect(office.workspace.wire.entries.at(-1)?.faults.join()).toContain('/options/0/text');
    expect((await morino.submit()).problem).toContain('invalid_arguments');
    expect(office.workspace.wire.entries.at(-1)?.faults.join()).toContain('/title/text');
    expect(morino.topView()?.view.title.text).toBe('題');
  });

  it('closing is told only where the form asks for it', async () => {
    const closed: string[] = [];
    const morino = await started((app) => {
      opening(modal('静か'))(app);
      app.event('app_home_opened', () => Promise.resolve());
      app.view({ callback_id: 'form', type: 'view_closed' }, async ({ ack, view }) => {
        closed.push(view.title.text);
        await ack();
      });
      app.command('/ask', async ({ ack, body, client }) => {
        await ack();
        await client.views.open({ trigger_id: body.trigger_id, view: modal('告げる', { notify_on_close: true }) });
      });
    });
    await morino.waitForView('静か');
    await morino.close();
    await morino.command('/ask x');
    await morino.waitForView('告げる');
    await morino.close();
    expect(closed).toEqual(['告げる']);
  });

  it('a choice in a form is told at once only where the field asks for it', async () => {
    const chosen: unknown[] = [];
    const select = (block_id: string, dispatch_action: boolean) => ({
      type: 'input' as const,
      block_id,
      dispatch_action,
      label: text(block_id),
      element: { type: 'static_select' as const, action_id: 'pick', options: [option('一'), option('二')] },
    });
    const morino = await started((app) => {
      opening(modal('題', { blocks: [select('静かな欄', false), select('知らせる欄', true)] }))(app);
      app.action('pick', async ({ ack, body, action }) => {
        await ack();
        chosen.push([body.type === 'block_actions' && body.view?.state.values, action]);
      });
    });
    await morino.waitForView('題');
    await morino.choose('静かな欄', '一');
    await morino.choose('知らせる欄', '二');
    expect(chosen).toMatchObject([
      [
        {
          静かな欄: { pick: { selected_option: option('一') } },
          知らせる欄: { pick: { selected_option: option('二') } },
        },
        { type: 'static_select', block_id: '知らせる欄', selected_option: option('二') },
      ],
    ]);
  });
});

describe('opening and changing forms', () => {
  let office: OpenWorkspace;
  afterEach(() => office.close());

  it('a trigger opens one form, and only within three seconds', async () => {
    const triggers: string[] = [];
    office = await openWorkspace('socket', opening(modal('題'), triggers), {
      clock: fixedClock('2026-11-24T09:00:00+09:00'),
    });
    const morino = office.as('U0MORINO');
    const open = (trigger_id: string) => office.app.client.views.open({ trigger_id, view: modal('また') });
    await morino.command('/form');
    await morino.waitForView('題');
    await expect(open(triggers[0] ?? '')).rejects.toThrow('exchanged_trigger_id');
    await expect(open('1.x')).rejects.toThrow('invalid_trigger_id');
    await morino.close();
    const late = office.workspace.triggers.give('U0MORINO', null);
    await morino.advance(3_001);
    await expect(open(late)).rejects.toThrow('expired_trigger_id');
    expect(morino.topView()).toBeUndefined();
  });

  it('whoever changes a form must have seen its newest state, where they give its hash', async () => {
    office = await openWorkspace('socket', opening(modal('題')));
    const morino = office.as('U0MORINO');
    await morino.command('/form');
    const { id, hash } = await morino.waitForView('題');
    const update = (title: string, seen?: string) =>
      office.app.client.views.update({ view_id: id, ...(seen ? { hash: seen } : {}), view: modal(title) });
    await update('新しい題', hash);
    await expect(update('古い題', hash)).rejects.toThrow('hash_conflict');
    await update('構わない題');
    expect(morino.topView()?.view.title.text).toBe('構わない題');
    await morino.close();
    await expect(update('閉じた題')).rejects.toThrow('not_found');
  });

  it('each person has forms of their own', async () => {
    office = await openWorkspace('socket', opening(modal('題')));
    const morino = office.as('U0MORINO');
    const tsuji = office.as('U0TSUJI');
    await morino.command('/form');
    const { id } = await morino.waitForView('題');
    expect(tsuji.topView()).toBeUndefined();
    expect((await tsuji.act({ act: 'submit', viewId: id, values: {} })).ok).toBe(false);
  });

  it('a form that the referee refuses is not opened, and the panel says why', async () => {
    office = await openWorkspace('socket', (app) => {
      app.command('/form', async ({ ack, body, client }) => {
        await ack();
        const tooLong = modal('二十四文字を超える、とても長い長い長い長い長い長い題名');
        await client.views.open({ trigger_id: body.trigger_id, view: tooLong }).catch(() => {});
      });
    });
    await office.as('U0MORINO').command('/form');
    await expect.poll(() => office.workspace.wire.entries.at(-1)?.name).toBe('views.open');
    expect(office.workspace.wire.entries.at(-1)).toMatchObject({ outcome: 'invalid_arguments' });
    expect(office.workspace.wire.entries.at(-1)?.faults.join()).toContain('/title/text');
  });
});
