import type { KnownBlock } from '@slack/types';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Office, TOWN } from './visit.ts';

const CHANNEL = 'C0INABE';
const plain = (text: string) => ({ type: 'plain_text', text }) as const;
const option = (text: string) => ({ text: plain(text), value: text });

describe('what messages look like', () => {
  let office: Office;
  let page: Page;
  beforeAll(async () => {
    // Everything gets through, so that what Slack would refuse is drawn too.
    office = await Office.open({ referee: () => [] });
    ({ page } = await office.visit({ at: TOWN }));
  });
  afterAll(() => office.close());

  async function posted(text: string, blocks: unknown[] = []): Promise<Locator> {
    const before = await page.locator('.message').count();
    await office.workspace.app.client.chat.postMessage({ channel: CHANNEL, text, blocks: blocks as KnownBlock[] });
    await expect.poll(() => page.locator('.message').count()).toBe(before + 1);
    return page.locator('.message').last();
  }

  const bolds = (message: Locator) => message.locator('strong').allInnerTexts();

  it('formats where Slack does, and not beside Japanese', async () => {
    expect(await bolds(await posted('*太字*です 日本語*太字*です'))).toEqual([]);
    expect(await bolds(await posted('日本語 *太字* です'))).toEqual(['太字']);
  });

  it('loses no text: times, unknown emoji, escaped signs', async () => {
    const message = await posted('10:30:45 :nope: :thumbsup: &lt;b&gt; &amp;amp; ---');
    expect(await message.locator('.section-text').innerText()).toBe('10:30:45 :nope: 👍 <b> &amp; ---');
  });

  it('shows quotations, code, links and mentions', async () => {
    const message = await posted('> 引用\n`code` <https://example.jp|出典> <@U0TSUJI> <#C0INABE>');
    expect(await message.locator('blockquote').innerText()).toContain('引用');
    expect(await message.locator('code').innerText()).toBe('code');
    expect(await message.locator('a').getAttribute('href')).toBe('https://example.jp');
    expect(await message.locator('.mention').allInnerTexts()).toEqual(['@辻 文香', '#いなべ市-在宅医療']);
  });

  it('never formats plain text', async () => {
    const message = await posted('x', [
      { type: 'section', text: plain('*a* <@U0TSUJI> :thumbsup:') },
      { type: 'header', text: plain('_見出し_ & <b>') },
    ]);
    expect(await message.locator('.section-text').innerText()).toBe('*a* <@U0TSUJI> 👍');
    expect(await message.locator('h3').innerText()).toBe('_見出し_ & <b>');
  });

  it('draws rich text with its styles, levels of lists, quotations and dates', async () => {
    const item = (text: string) => ({ type: 'rich_text_section', elements: [{ type: 'text', text }] });
    const message = await posted('x', [
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_section',
            elements: [
              { type: 'text', text: '太字', style: { bold: true } },
              { type: 'text', text: 'です' },
              { type: 'date', timestamp: 1_795_478_400, format: '{date_num} {time}' },
              { type: 'link', url: 'javascript:alert(1)', text: '悪いリンク' },
              { type: 'emoji', name: 'house' },
            ],
          },
          { type: 'rich_text_list', style: 'ordered', elements: [item('一'), item('二')] },
          { type: 'rich_text_list', style: 'bullet', indent: 1, elements: [item('子')] },
          { type: 'rich_text_quote', elements: [{ type: 'text', text: '引用' }] },
          { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'a\tb' }] },
        ],
      },
    ]);
    expect(await bolds(message)).toEqual(['太字']);
    expect(await message.innerText()).toContain('2026-11-24 09:00');
    expect(await message.locator('ol li').allInnerTexts()).toEqual(['一', '二']);
    expect(await message.locator('ul.indent-1 li').innerText()).toBe('子');
    expect(await message.locator('a').count()).toBe(0);
    expect(await message.innerText()).toContain('🏠');
  });

  it('turns markdown into elements, and HTML in it into text', async () => {
    const text = '## 見出し\n\n- 一\n- **二**\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n<b>x</b> &lt;i&gt;\n\n`<u>`';
    const message = await posted('x', [{ type: 'markdown', text }]);
    expect(await message.locator('.markdown-text h4').innerText()).toBe('見出し');
    expect(await bolds(message)).toEqual(['二']);
    expect(await message.locator('td').allInnerTexts()).toEqual(['1', '2']);
    expect(await message.locator('.markdown-text').innerText()).toContain('<b>x</b> <i>');
    expect(await message.locator('code').innerText()).toBe('<u>');
  });

  it('names a picture from elsewhere and does not fetch it', async () => {
    const message = await posted('x', [
      { type: 'image', image_url: 'https://example.jp/x.png', alt_text: '支援センターの地図' },
    ]);
    await message.getByText('支援センターの地図').waitFor();
    expect(await message.locator('img').count()).toBe(0);
  });

  it('shows a block that it does not know as a labelled box', async () => {
    const message = await posted('x', [{ type: 'data_visualization', title: '推移' }]);
    await message.getByText('この画面では表示できない部品: data_visualization').waitFor();
    expect(await message.innerText()).toContain('推移');
  });

  it('draws every block and every element that a message can hold', async () => {
    const card = { type: 'card', title: { type: 'mrkdwn', text: '*カード*' }, body: { type: 'mrkdwn', text: '本文' } };
    const message = await posted('x', [
      { type: 'section', fields: [plain('左'), plain('右')], accessory: { type: 'users_select', action_id: 'u' } },
      { type: 'context', elements: [plain('注記')] },
      { type: 'divider' },
      {
        type: 'actions',
        elements: [
          { type: 'datepicker', action_id: 'd', placeholder: plain('日を選ぶ') },
          { type: 'timepicker', action_id: 't', placeholder: plain('時を選ぶ') },
          { type: 'checkboxes', action_id: 'c', options: [option('甲'), option('乙')] },
          { type: 'radio_buttons', action_id: 'r', options: [option('丙'), option('丁')] },
          { type: 'static_select', action_id: 's', placeholder: plain('選ぶ'), options: [option('戊')] },
        ],
      },
      {
        type: 'context_actions',
        elements: [{ type: 'icon_button', action_id: 'i', icon: 'trash', text: plain('消す') }],
      },
      { type: 'alert', level: 'warning', text: plain('注意') },
      card,
      { type: 'carousel', elements: [card, card] },
      {
        type: 'container',
        title: plain('まとまり'),
        is_collapsible: true,
        default_collapsed: true,
        child_blocks: [{ type: 'section', text: plain('中身') }],
      },
      {
        type: 'plan',
        title: '計画',
        tasks: [{ type: 'task_card', task_id: '1', title: '一つ目', status: 'complete' }],
      },
    ]);
    for (const text of ['左', '右', '注記', '甲', '丁', '消す', '注意', 'カード', 'まとまり', '計画', '完了: 一つ目']) {
      await message.getByText(text).first().waitFor();
    }
    await message.getByRole('button', { name: 'まとまり' }).click();
    await message.getByText('中身').waitFor();
    expect(await message.getByText('この画面では表示できない部品').count()).toBe(0);
  });

  it('marks what was edited or deleted, and adds a reaction', async () => {
    const { client } = office.workspace.app;
    const { ts = '' } = await client.chat.postMessage({ channel: CHANNEL, text: '直す前' });
    await client.chat.update({ channel: CHANNEL, ts, text: '直した後' });
    const message = page.locator('.message', { hasText: '直した後' });
    await message.getByText('（編集済み）').waitFor();
    await message.hover();
    await message.getByRole('button', { name: 'リアクション' }).click();
    await page.getByRole('menuitem', { name: /済み/ }).click();
    await message.getByRole('button', { name: /white_check_mark/ }).waitFor();
    await client.chat.delete({ channel: CHANNEL, ts });
    await message.waitFor({ state: 'detached' });
  });
});
