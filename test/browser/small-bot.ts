import type { App } from '@slack/bolt';
import type { ActionsBlock, InputBlock, KnownBlock, ModalView } from '@slack/types';
import { TEST_MANIFEST } from '../workspace/open-workspace.ts';

// A bot for the tests of the page: it answers, shares, publishes a Home, and opens forms with every kind of field.

const plain = (text: string) => ({ type: 'plain_text', text }) as const;
const option = (text: string) => ({ text: plain(text), value: text });
const TOWNS = ['いなべ市', '桑名市', '鈴鹿市', '亀山市', '津市', '伊賀市', '名張市'];

export const HOSTILE = `<img src=x onerror="document.title='hacked'"> <!channel> *a* <script>document.title='hacked'</script> javascript:alert(1)`;

export const table = (caption: string): KnownBlock => ({
  type: 'data_table',
  caption,
  page_size: 5,
  rows: [
    [
      { type: 'raw_text', text: '市町' },
      { type: 'raw_text', text: '資料' },
      { type: 'raw_text', text: '部数' },
    ],
    ...TOWNS.map((town, at): Extract<KnownBlock, { type: 'data_table' }>['rows'][number] => [
      { type: 'raw_text', text: town },
      { type: 'raw_text', text: `${town}のACPシート` },
      { type: 'raw_number', value: (at * 37) % 50, text: `${(at * 37) % 50}部` },
    ]),
  ],
});

const share: ActionsBlock = {
  type: 'actions',
  elements: [
    { type: 'button', action_id: 'share', text: plain('チャンネルに共有'), style: 'primary', value: 'q1' },
    {
      type: 'button',
      action_id: 'remove',
      text: plain('取り消す'),
      style: 'danger',
      confirm: {
        title: plain('取り消しますか'),
        text: plain('元に戻せません。'),
        confirm: plain('取り消す'),
        deny: plain('やめる'),
      },
    },
    { type: 'overflow', action_id: 'more', options: [option('出典を見る'), option('記載が違う')] },
  ],
};

const feedback: KnownBlock = {
  type: 'context_actions',
  elements: [
    {
      type: 'feedback_buttons',
      action_id: 'feedback',
      positive_button: { text: plain('役に立った'), value: 'yes' },
      negative_button: { text: plain('役に立たない'), value: 'no' },
    },
  ],
};

const answer = (question: string) => ({
  text: `${TOWNS.length}市町: ${question.replace(/[&<>]/g, '')}`,
  blocks: [table('ACPシートを共有している市町'), share, feedback] as KnownBlock[],
});

const field = (label: string, element: InputBlock['element'], more: Partial<InputBlock> = {}): InputBlock => ({
  type: 'input',
  block_id: `field-${element.type}`,
  label: plain(label),
  element: { ...element, action_id: 'value' },
  ...more,
});

/** A form with every kind of field. */
export const everyField: ModalView = {
  type: 'modal',
  callback_id: 'every',
  title: plain('すべての欄'),
  submit: plain('登録する'),
  close: plain('やめる'),
  blocks: [
    field('件名', { type: 'plain_text_input', placeholder: plain('例：意見交換会') }, { hint: plain('30文字まで') }),
    field('メモ', { type: 'rich_text_input' }, { optional: true }),
    field('人数', { type: 'number_input', is_decimal_allowed: false, min_value: '1' }),
    field('期日', { type: 'datepicker' }),
    field('時刻', { type: 'timepicker' }),
    field('日時', { type: 'datetimepicker' }),
    field('市町', { type: 'static_select', options: TOWNS.map(option) }),
    field('対象の市町', { type: 'multi_static_select', options: TOWNS.map(option) }),
    field('資料', { type: 'external_select', min_query_length: 1 }),
    field('関係する資料', { type: 'multi_external_select', min_query_length: 1 }),
    field('担当者', { type: 'users_select' }),
    field('参加者', { type: 'multi_users_select' }),
    field('送り先', { type: 'channels_select' }),
    field('知らせる先', { type: 'multi_conversations_select' }),
    field('場面', { type: 'checkboxes', options: ['入退院支援', '看取り'].map(option) }),
    field('状況', { type: 'radio_buttons', options: ['予定', '実施中'].map(option) }),
    field('メール', { type: 'email_text_input' }),
    field('公開先', { type: 'url_text_input' }),
    field('ファイル', { type: 'file_input', filetypes: ['csv', 'xlsx'], max_files: 2 }, { optional: true }),
  ],
};

const step = (number: number): ModalView => ({
  type: 'modal',
  callback_id: `step-${number}`,
  title: plain(`${number}段目`),
  close: plain('やめる'),
  ...(number < 3 ? { submit: plain('次へ') } : {}),
  blocks: [
    number < 3 ? field('件名', { type: 'plain_text_input' }) : { type: 'section', text: plain('ここまで') },
    {
      type: 'actions',
      block_id: 'refresh',
      elements: [{ type: 'button', action_id: 'refresh', text: plain('更新する') }],
    },
  ],
});

export const BOT_MANIFEST = {
  ...TEST_MANIFEST,
  features: {
    ...TEST_MANIFEST.features,
    slash_commands: [
      ...TEST_MANIFEST.features.slash_commands,
      { command: '/steps', description: '重なる様式を開きます' },
      { command: '/bad', description: '受け付けられない投稿をします' },
    ],
  },
};

/** What the submissions of `everyField` held, newest last. */
export const submitted: unknown[] = [];

export function smallBot(app: App): void {
  app.command('/ask', async ({ ack, respond, command }) => {
    await ack();
    await respond(answer(command.text));
  });
  app.command('/form', async ({ ack, client, command }) => {
    await ack();
    await client.views.open({ trigger_id: command.trigger_id, view: everyField });
  });
  app.command('/steps', async ({ ack, client, command }) => {
    await ack();
    const loading: ModalView = { type: 'modal', title: plain('準備中'), blocks: [{ type: 'divider' }] };
    const { view } = await client.views.open({ trigger_id: command.trigger_id, view: loading });
    if (view?.id) await client.views.update({ view_id: view.id, view: step(1) });
  });
  app.command('/bad', async ({ ack, client, command }) => {
    await ack();
    const blocks = Array.from({ length: 51 }, () => ({ type: 'divider' as const }));
    await client.chat.postMessage({ channel: command.channel_id, text: 'x', blocks }).catch(() => {});
  });
  app.event('app_mention', async ({ event, say }) => {
    await say({ ...answer(event.text), thread_ts: event.thread_ts ?? event.ts });
  });
  app.message(async ({ message, say }) => {
    if (message.channel_type !== 'im' || message.subtype !== undefined) return;
    const { ts, thread_ts: thread, text = '' } = message;
    if (text.includes('hostile'))
      await say({
        text: HOSTILE.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
        blocks: hostileBlocks,
        thread_ts: ts,
      });
    else await say({ ...answer(text), ...(thread && { text: `続き: ${text}`, blocks: [] }), thread_ts: thread ?? ts });
  });
  app.event('app_home_opened', async ({ event, client }) => {
    if (event.tab !== 'home') return;
    const blocks: KnownBlock[] = [{ type: 'header', text: plain('いなべ市のいま') }, table('まわりの市町'), share];
    await client.views.publish({ user_id: event.user, view: { type: 'home', blocks } });
  });
  app.action('share', async ({ ack, respond }) => {
    await ack();
    await respond({ response_type: 'in_channel', replace_original: false, text: '共有: 7市町' });
  });
  app.action('remove', async ({ ack, respond }) => {
    await ack();
    await respond({ replace_original: true, text: '取り消しました' });
  });
  app.action(/^(more|feedback)$/, async ({ ack, respond, payload }) => {
    await ack();
    const picked =
      'selected_option' in payload ? payload.selected_option?.value : 'value' in payload ? payload.value : '';
    await respond({ replace_original: false, text: `選択: ${String(picked)}` });
  });
  app.action('refresh', async ({ ack, body, client }) => {
    await ack();
    if (body.type !== 'block_actions' || !body.view) return;
    const number = Number(body.view.callback_id.slice(5));
    const view = step(number);
    await client.views.update({ view_id: body.view.id, view: { ...view, title: plain(`${number}段目（更新）`) } });
  });
  app.options('value', async ({ ack, payload }) => {
    await ack({ options: TOWNS.filter((town) => town.includes(payload.value)).map((town) => option(`${town}の資料`)) });
  });
  app.view('every', async ({ ack, view }) => {
    const title = view.state.values['field-plain_text_input']?.value?.value;
    if (title === '重複') {
      await ack({
        response_action: 'errors',
        errors: { 'field-plain_text_input': '同じ件名があります。別の件名にしてください。' },
      });
      return;
    }
    await ack();
    submitted.push(view.state.values);
  });
  app.view('step-1', ({ ack }) => ack({ response_action: 'push', view: step(2) }));
  app.view('step-2', ({ ack }) => ack({ response_action: 'push', view: step(3) }));
}

const hostileBlocks: KnownBlock[] = [
  { type: 'section', text: { type: 'plain_text', text: HOSTILE } },
  { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: HOSTILE }] }] },
  { type: 'markdown', text: `${HOSTILE}\n\n[見た目](javascript:document.title='hacked')` },
  {
    type: 'table',
    rows: [[{ type: 'raw_text', text: '名前' }], [{ type: 'raw_text', text: HOSTILE }]],
  },
];
