import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Office, openOffice } from '../bot/open-office.ts';
import { startChromium } from './chromium.ts';

const RECORD = 'survey.i-1';

describe('the forms of records on the page', () => {
  let office: Office;
  let browser: Browser;
  beforeAll(async () => {
    [office, browser] = await Promise.all([openOffice('socket'), startChromium()]);
    await office.database.prisma.membership.create({ data: { user: 'U0MORINO', areaId: 'suzuka', role: 'staff' } });
  });
  afterAll(async () => {
    await browser?.close();
    await office?.close();
  });
  beforeEach(async () => {
    const morino = office.as('U0MORINO');
    while (morino.topView()) await morino.close();
    await office.database.prisma.history.deleteMany();
    await office.database.prisma.initiative.update({ where: { id: RECORD }, data: { participants: 0, version: 1 } });
  });

  const stored = () => office.database.prisma.initiative.findUniqueOrThrow({ where: { id: RECORD } });
  const dialog = (page: Page) => page.getByRole('dialog');

  /** The form that a command opens, in the bot's direct messages. */
  async function opened(command: string, shows: string): Promise<Page> {
    const page = await browser.newPage({ locale: 'ja-JP', reducedMotion: 'reduce' });
    page.setDefaultTimeout(8_000);
    await page.goto(`${office.origin}/#/D0MORINO`);
    await page.locator('#composer').fill(command);
    await page.keyboard.press('Enter');
    await dialog(page).getByLabel(shows).waitFor();
    return page;
  }

  /** Presses Tab until a control of this name has the focus. */
  async function tabTo(page: Page, name: string): Promise<void> {
    for (let presses = 0; presses < 60; presses += 1) {
      const focused = await page.evaluate(() => {
        const at = document.activeElement;
        const labels = at instanceof HTMLInputElement ? [...(at.labels ?? [])].map((label) => label.textContent) : [];
        return [...labels, at?.getAttribute('aria-label'), at instanceof HTMLButtonElement ? at.textContent : '']
          .filter(Boolean)
          .join(' ');
      });
      if (focused.includes(name)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`the keyboard did not reach ${name}`);
  }

  it('/tonari-update is filled, mended, sent and taken back by the keyboard alone', async () => {
    const page = await opened('/tonari-update 看取り研修', '参加人数');
    await tabTo(page, '参加人数');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('約35');
    await tabTo(page, '保存する');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-invalid'))).toBe('true');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('35');
    await tabTo(page, '保存する');
    await page.keyboard.press('Enter');
    await dialog(page).getByText('保存しました').waitFor();
    expect(await stored()).toMatchObject({ participants: 35, version: 2 });
    await tabTo(page, '取り消す');
    await page.keyboard.press('Enter');
    await dialog(page).getByText('取り消しました').waitFor();
    expect(await stored()).toMatchObject({ participants: 0, version: 3 });
    await page.close();
  });

  it('/tonari-update is filled, sent and taken back by the mouse', async () => {
    const page = await opened('/tonari-update 看取り研修', '参加人数');
    await dialog(page).getByLabel('参加人数').click();
    await dialog(page).getByLabel('参加人数').fill('36');
    await dialog(page).getByRole('button', { name: '保存する' }).click();
    await dialog(page).getByText('保存しました').waitFor();
    expect(await stored()).toMatchObject({ participants: 36, version: 2 });
    await dialog(page).getByRole('button', { name: '取り消す' }).click();
    await dialog(page).getByText('取り消しました').waitFor();
    expect(await stored()).toMatchObject({ participants: 0, version: 3 });
    await page.close();
  });
});
