import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BOT_DM, Office, TOWN } from './visit.ts';

describe('asking on the page', () => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open();
  });
  afterAll(() => office.close());

  const thread = (page: Page) => page.getByRole('complementary', { name: 'スレッド' });
  const composer = (page: Page) => page.locator('#composer');

  it('one click on the first visit asks a question and shows the answer', async () => {
    const { page, problems } = await office.visit();
    await page.getByRole('button', { name: /ACPシートを共有している市町は？/ }).click();
    await thread(page).getByRole('table', { name: 'ACPシートを共有している市町' }).waitFor();
    expect(problems).toEqual([]);
  });

  it('each of the three things to try is one click', async () => {
    for (const at of [0, 1, 2]) {
      const { page } = await office.visit();
      await page.locator('.try').nth(at).click();
      await page.getByRole('table', { name: 'ACPシートを共有している市町' }).last().waitFor();
    }
  });

  it('a follow-up stays in the thread, where the field waits for it', async () => {
    const { page } = await office.visit({ at: BOT_DM });
    await composer(page).fill('ACPシートは？');
    await page.keyboard.press('Enter');
    await thread(page).getByRole('table').waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('thread-composer');
    await page.keyboard.type('そのうち北勢は？');
    await page.keyboard.press('Enter');
    await thread(page).getByText('続き: そのうち北勢は？').waitFor();
  });

  it('a command is completed from its first letters, and its answer is for the asker alone until it is shared', async () => {
    const { page } = await office.visit({ at: TOWN });
    await composer(page).pressSequentially('/a');
    await page.getByRole('option', { name: /\/ask/ }).waitFor();
    await page.keyboard.press('Tab');
    expect(await composer(page).inputValue()).toBe('/ask ');
    await page.keyboard.type('ACPシートは？');
    await page.keyboard.press('Enter');
    const own = page.locator('.message.ephemeral').last();
    await own.getByText('あなただけに表示されています').waitFor();
    await own.getByRole('button', { name: 'チャンネルに共有' }).click();
    const shared = page.locator('.message:not(.ephemeral)', { hasText: '共有: 7市町' });
    await shared.waitFor();
    await page.reload();
    await shared.waitFor();
    expect(await page.locator('.message.ephemeral').count()).toBe(0);
  });

  it('a mention is completed from a name and answered in its thread', async () => {
    const { page } = await office.visit({ at: TOWN });
    await composer(page).pressSequentially('@とな');
    await page.keyboard.press('Enter');
    expect(await composer(page).inputValue()).toBe('@となりまち ');
    await page.keyboard.type('ACPシートは？');
    await page.keyboard.press('Enter');
    await page.locator('.mention', { hasText: '@となりまち' }).last().waitFor();
    await thread(page).getByRole('table').waitFor();
  });

  it('a table is sorted by its column and turned page by page', async () => {
    const { page } = await office.visit({ at: BOT_DM });
    await composer(page).fill('表を');
    await page.keyboard.press('Enter');
    const answer = thread(page).locator('.data-table').last();
    await answer.waitFor();
    const first = () => answer.locator('tbody tr').first().locator('th').innerText();
    expect(await answer.locator('tbody tr').count()).toBe(5);
    await answer.getByText('7件中 1〜5件').waitFor();
    await answer.getByRole('button', { name: '部数' }).click();
    expect(await first()).toBe('いなべ市');
    await answer.getByRole('button', { name: '部数' }).click();
    expect(await first()).toBe('津市');
    expect(await answer.getByRole('columnheader', { name: '部数' }).getAttribute('aria-sort')).toBe('descending');
    await answer.getByRole('button', { name: '次へ' }).click();
    await answer.getByText('7件中 6〜7件').waitFor();
    expect(await answer.locator('tbody tr').count()).toBe(2);
  });

  it('a button that wants to be sure asks first, and does nothing when the answer is no', async () => {
    const { page } = await office.visit({ at: TOWN });
    await composer(page).fill('/ask 取り消す');
    await page.keyboard.press('Enter');
    const own = page.locator('.message.ephemeral').last();
    await own.getByRole('button', { name: '取り消す' }).click();
    await page.getByRole('alertdialog', { name: '取り消しますか' }).getByRole('button', { name: 'やめる' }).click();
    await page.getByRole('alertdialog').waitFor({ state: 'detached' });
    await own.getByRole('table').waitFor();
    await own.getByRole('button', { name: '取り消す' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: '取り消す' }).click();
    await page.locator('.message', { hasText: '取り消しました' }).waitFor();
  });

  it('its own signs are drawn, so that they show where no font has them', async () => {
    const { page } = await office.visit({ at: TOWN });
    await composer(page).fill('/ask 印');
    await page.keyboard.press('Enter');
    const own = page.locator('.message.ephemeral', { has: page.getByRole('table') }).last();
    for (const name of ['役に立った', '役に立たない']) {
      await own.getByRole('button', { name, exact: true }).locator('svg.sign path').waitFor();
    }
    expect(await page.locator('body').innerText()).not.toMatch(/\p{Emoji_Presentation}/u);
  });

  it('an entry of a menu and a word of thanks reach the bot', async () => {
    const { page } = await office.visit({ at: TOWN });
    await composer(page).fill('/ask 選ぶ');
    await page.keyboard.press('Enter');
    const own = page.locator('.message.ephemeral', { has: page.getByRole('table') }).last();
    await own.getByRole('button', { name: 'その他の操作' }).click();
    await page.getByRole('menuitem', { name: '記載が違う' }).click();
    await page.locator('.message', { hasText: '選択: 記載が違う' }).waitFor();
    await own.getByRole('button', { name: '役に立った' }).click();
    await page.locator('.message', { hasText: '選択: yes' }).waitFor();
  });

  it('Home opens on its tab', async () => {
    const { page } = await office.visit({ at: BOT_DM });
    await page.getByRole('tab', { name: 'ホーム' }).click();
    await page.getByRole('heading', { name: 'いなべ市のいま' }).waitFor();
    await page.getByRole('table', { name: 'まわりの市町' }).waitFor();
  });

  it('what is written elsewhere is marked unread, and read once it is opened', async () => {
    const { page } = await office.visit();
    await office.workspace.as('U0NAKAI').in('いなべ市-在宅医療').say('お知らせです');
    const entry = page.getByRole('navigation').getByRole('button', { name: /いなべ市-在宅医療/ });
    await entry.locator('.badge').waitFor();
    await entry.click();
    await page.locator('.message', { hasText: 'お知らせです' }).waitFor();
    await entry.locator('.badge').waitFor({ state: 'detached' });
  });

  it('another person, another language and another time are one menu away', async () => {
    const { page } = await office.visit({ at: '#/C0ZENTAI' });
    await page.getByRole('button', { name: /ワークスペースの時計/ }).click();
    await page.getByRole('menuitem', { name: '次の9時まで進める' }).click();
    await page.locator('.top time', { hasText: '09:00' }).waitFor();
    await page.getByRole('button', { name: 'Switch to English' }).click();
    await page.getByRole('heading', { name: 'Direct messages' }).or(page.getByText('Channels')).first().waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    await page
      .getByRole('button', { name: /日本語に切り替える|日本語/ })
      .first()
      .click();
    await page.getByRole('button', { name: /として見ています/ }).click();
    await page.getByRole('menuitemradio', { name: /辻 文香/ }).click();
    await page
      .getByRole('navigation')
      .getByRole('button', { name: /鈴鹿市-在宅医療/ })
      .waitFor();
  });

  it('developers see what went over the wire, and what the referee refused', async () => {
    const { page } = await office.visit({ at: TOWN });
    await page.getByRole('button', { name: '開発者' }).click();
    await composer(page).fill('/bad');
    await page.keyboard.press('Enter');
    const panel = page.getByRole('complementary', { name: '開発者' });
    const refused = panel.locator('li', { hasText: 'chat.postMessage' }).first();
    await refused.locator('.wire-bad').waitFor();
    await refused.locator('summary').click();
    await refused.locator('.faults li').first().waitFor();
    await panel.locator('li', { hasText: 'slash_commands' }).first().getByText('acknowledged').waitFor();
  });

  it('an unknown command is refused in words, and what was typed stays', async () => {
    const { page } = await office.visit({ at: TOWN });
    await composer(page).fill('/nothing');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('/nothing というコマンドはありません').waitFor();
    expect(await composer(page).inputValue()).toBe('/nothing');
  });
});
