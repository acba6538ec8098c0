import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lowContrast } from './contrast.ts';
import { HOSTILE } from './small-bot.ts';
import { BOT_DM, Office, TOWN } from './visit.ts';

const FIRST_LOAD_LIMIT = 200_000;

describe('the page itself', () => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open();
  });
  afterAll(() => office.close());

  const composer = (page: Page) => page.locator('#composer');
  const sight = () => office.workspace.as('U0MORINO').in('いなべ市-在宅医療');

  it('loads in under 200 KB and asks nobody but its own server', async () => {
    const { page, requests, problems } = await office.visit();
    await page.locator('.try').first().click();
    await page.getByRole('table').first().waitFor();
    const { origin } = office.workspace;
    expect(requests.map((request) => new URL(request.url()).origin)).toEqual(requests.map(() => origin));
    const bodies = await Promise.all(
      requests
        .filter((request) => !request.url().includes('/workspace/'))
        .map(async (request) => (await request.response())?.body()),
    );
    const size = bodies.reduce((sum, body) => sum + (body?.length ?? 0), 0);
    expect(size).toBeLessThan(FIRST_LOAD_LIMIT);
    expect(problems).toEqual([]);
  });

  it('runs no script but its own: the browser is told so', async () => {
    const answer = await fetch(office.workspace.origin);
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain('unsafe');
    expect(await answer.text()).not.toMatch(/<script(?![^>]* src=)/);
  });

  it('hostile text in messages and records is shown as it is, and does nothing', async () => {
    const { page, problems } = await office.visit({ at: BOT_DM });
    await composer(page).fill(`hostile ${HOSTILE}`);
    await page.keyboard.press('Enter');
    const answer = page.getByRole('complementary', { name: 'スレッド' }).locator('.message').last();
    await answer.locator('table').waitFor();
    const shown = (await answer.locator('.blocks').innerText()).split('<img src=x onerror=').length - 1;
    expect(shown).toBe(4);
    expect(await page.locator('.messages :is(img, script, iframe)').count()).toBe(0);
    expect(await page.locator('.messages .mention', { hasText: 'channel' }).count()).toBe(0);
    expect(await answer.locator('.block.section strong, .block.rich_text strong').count()).toBe(0);
    expect(await page.locator('a[href^="javascript"]').count()).toBe(0);
    expect(await page.title()).toBe('となりまち');
    expect(problems).toEqual([]);
  });

  it('Enter of an input method takes the word and does not send half of it', async () => {
    const { page } = await office.visit({ at: TOWN });
    const before = sight().messages().length;
    await composer(page).focus();
    const keyboard = await page.context().newCDPSession(page);
    await compose(keyboard, 'ざいたく');
    await enterWhileComposing(keyboard);
    expect(await composer(page).inputValue()).toBe('ざいたく');
    // The workspace changes in the middle of the word: the composition goes on.
    await office.workspace.as('U0NAKAI').in('いなべ市-在宅医療').say('途中の知らせ');
    await page.locator('.message', { hasText: '途中の知らせ' }).waitFor();
    await compose(keyboard, '在宅');
    await keyboard.send('Input.insertText', { text: '在宅医療' });
    expect(await composer(page).inputValue()).toBe('在宅医療');
    expect(sight().messages()).toHaveLength(before + 1);
    await page.keyboard.press('Enter');
    await page.locator('.message', { hasText: '在宅医療' }).last().waitFor();
    expect(sight().lastMessage()?.text).toBe('在宅医療');
  });

  it('Shift+Enter makes a line, and what is being typed stays while others write', async () => {
    const { page } = await office.visit({ at: TOWN });
    await composer(page).focus();
    await page.keyboard.type('一行目');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('二行');
    await office.workspace.as('U0NAKAI').in('いなべ市-在宅医療').say('横から');
    await page.locator('.message', { hasText: '横から' }).waitFor();
    await page.keyboard.type('目');
    expect(await composer(page).inputValue()).toBe('一行目\n二行目');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('composer');
  });

  it('works without a mouse: to a channel, through its messages, into a thread and out again', async () => {
    const { page } = await office.visit();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
    await page.getByRole('button', { name: 'はじめに' }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'となりまち' }).waitFor();
    await composer(page).focus();
    await page.keyboard.type('鍵盤で');
    await page.keyboard.press('Enter');
    const thread = page.getByRole('complementary', { name: 'スレッド' });
    await thread.getByRole('table').last().waitFor();
    await page.keyboard.press('Escape');
    await thread.waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('composer');
    await page.locator('.message').last().focus();
    const outline = await page
      .locator('.message')
      .last()
      .evaluate((element) => getComputedStyle(element).outlineStyle);
    expect(outline).toBe('solid');
  });

  it('Tab goes on past every menu, and Enter opens one', async () => {
    const { page } = await office.visit({ at: TOWN });
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
    await page.getByRole('button', { name: /^ワークスペースの時計/ }).focus();
    await page.keyboard.press('Tab');
    expect(await focused()).not.toMatch(/時計/);
    await page.getByRole('button', { name: /として見ています/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitemradio', { name: /米田 浩/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^米田 浩として見ています/ }).waitFor();
    await page.keyboard.press('Tab');
    expect(await focused()).not.toMatch(/として見ています/);
  });

  it('says so to someone whose account is deactivated', async () => {
    const { page } = await office.visit({ at: '#/home' });
    await page.getByRole('button', { name: /として見ています/ }).click();
    await page.getByRole('menuitemradio', { name: /米田 浩/ }).click();
    await page.getByText('このアカウントは停止されている').waitFor();
  });

  it('has its landmarks, and tells a screen reader of new messages', async () => {
    const { page } = await office.visit({ at: TOWN });
    for (const role of ['banner', 'navigation', 'main'] as const) await page.getByRole(role).waitFor();
    await office.workspace.as('U0NAKAI').in('いなべ市-在宅医療').say('読み上げてください');
    await page
      .locator('[aria-live=polite]', { hasText: '中井 志保: 読み上げてください' })
      .waitFor({ state: 'attached' });
    const nameless = await page.evaluate(() =>
      [...document.querySelectorAll('button, input, textarea')]
        .filter((element) => !(element.getAttribute('aria-label') || element.textContent?.trim()))
        .map((element) => element.outerHTML),
    );
    expect(nameless).toEqual([]);
  });

  it('fits a phone: nothing scrolls sideways, the places are a drawer', async () => {
    for (const at of ['', TOWN, BOT_DM, '#/home']) {
      const { page } = await office.visit({ at, width: 360, height: 700 });
      await page.waitForTimeout(300);
      expect(await sideways(page), at).toEqual([]);
    }
    const { page } = await office.visit({ at: BOT_DM, width: 360, height: 700 });
    await composer(page).fill('表を見せて');
    await page.keyboard.press('Enter');
    await page.getByRole('complementary', { name: 'スレッド' }).getByRole('table').last().waitFor();
    expect(await sideways(page)).toEqual([]);
    await page.getByRole('button', { name: 'スレッドを閉じる' }).click();
    await page.getByRole('button', { name: '場所' }).click();
    await page
      .getByRole('navigation')
      .getByRole('button', { name: /いなべ市-在宅医療/ })
      .click();
    await page.getByRole('heading', { name: '# いなべ市-在宅医療' }).waitFor();
    await expect.poll(() => page.locator('nav').isVisible()).toBe(false);
  });

  it.each([false, true])('every text can be read against its ground (dark: %s)', async (dark) => {
    const { page } = await office.visit({ at: BOT_DM, dark });
    await composer(page).fill('色を見る');
    await page.keyboard.press('Enter');
    await page.getByRole('complementary', { name: 'スレッド' }).getByRole('table').last().waitFor();
    expect(await lowContrast(page)).toEqual([]);
    await page.getByRole('button', { name: 'はじめに' }).click();
    await page.getByRole('button', { name: '開発者' }).click();
    await page.locator('.entries li').first().waitFor();
    expect(await lowContrast(page)).toEqual([]);
    await page.getByRole('button', { name: /いなべ市-在宅医療/ }).click();
    await composer(page).fill('/form');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: '登録する' }).click();
    await page.getByRole('dialog').getByText('このフィールドは必須です。').first().waitFor();
    expect(await lowContrast(page, 'dialog')).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });
});

/** Elements that stick out of the page, and whether the page itself scrolls. */
function sideways(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = document.documentElement.scrollWidth > innerWidth ? ['the page scrolls'] : [];
    for (const box of document.querySelectorAll('.scroll, .pane-head, .top, .composer')) {
      if (box.scrollWidth > box.clientWidth + 1) found.push(box.className);
    }
    return found;
  });
}

const compose = (keyboard: CDPSession, text: string) =>
  keyboard.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });

/** While composing, browsers report every key as 229. */
const enterWhileComposing = (keyboard: CDPSession) =>
  keyboard.send('Input.dispatchKeyEvent', { type: 'keyDown', key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 });
