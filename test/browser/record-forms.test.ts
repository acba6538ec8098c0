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
    await office.database.prisma.membership.create({ data: { user: 'U0MORINO', areaId: 'suzuka', role: 'manager' } });
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
    await seen(page, shows);
    return page;
  }

  /** A field of this name, or these words, in the form on top. */
  const seen = (page: Page, shows: string) =>
    dialog(page).getByLabel(shows).or(dialog(page).getByText(shows)).first().waitFor();

  /** Presses Tab until a control of this name has the focus. */
  async function tabTo(page: Page, name: string): Promise<void> {
    for (let presses = 0; presses < 60; presses += 1) {
      const focused = await page.evaluate(() => {
        const at = document.activeElement;
        const isField = at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement;
        const labels = isField ? [...(at.labels ?? [])].map((label) => label.textContent) : [];
        return [...labels, at?.getAttribute('aria-label'), at instanceof HTMLButtonElement ? at.textContent : '']
          .filter(Boolean)
          .join(' ');
      });
      if (focused.includes(name)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`the keyboard did not reach ${name}`);
  }

  /** Presses a button by the keyboard, and waits for what it shows. */
  async function press(page: Page, name: string, shows: string): Promise<void> {
    await tabTo(page, name);
    await page.keyboard.press('Enter');
    await seen(page, shows);
  }

  /** Types into a field, in place of what stands there. */
  async function type(page: Page, name: string, text: string): Promise<void> {
    await tabTo(page, name);
    await page.keyboard.press('Control+A');
    await page.keyboard.type(text);
  }

  /** Chooses in a list, which typing narrows. */
  async function choose(page: Page, name: string, option: string): Promise<void> {
    await type(page, name, option);
    await dialog(page).getByRole('option', { name: option }).first().waitFor();
    await page.keyboard.press('Enter');
  }

  it('/tonari-update is filled, mended, sent and taken back by the keyboard alone', async () => {
    const page = await opened('/tonari-update 看取り研修', '参加人数');
    await type(page, '参加人数', '約35');
    await tabTo(page, '保存する');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-invalid'))).toBe('true');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('35');
    await press(page, '保存する', '保存しました');
    expect(await stored()).toMatchObject({ participants: 35, version: 2 });
    await press(page, '取り消す', '取り消しました');
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

  it('/tonari-answer is chosen, filled and sent by the keyboard alone', async () => {
    const page = await opened('/tonari-answer', '調査票の欄');
    await choose(page, '調査票の欄', 'ICT');
    await press(page, '次へ', 'この欄の答え');
    await type(page, '内容 （', '情報共有システム「すずらんネット」を運用している。\n【予定】職員研修を開く。');
    await type(page, '時点', 'R8.11.1');
    await press(page, '保存する', '保存しました');
    const { statement } = office.database.prisma;
    expect(await statement.findMany({ where: { text: '職員研修を開く。' } })).toMatchObject([
      { facet: 'ict', status: 'planned' },
    ]);
    await page.close();
  });

  it('/tonari-share registers a tool in both its steps by the keyboard alone', async () => {
    const page = await opened('/tonari-share すずらん手帳', '資料・ツールを登録');
    await press(page, '資料・ツールを登録', '使っている市町');
    await choose(page, '種類', '手引き');
    await press(page, '次へ', '入手方法');
    await choose(page, '入手方法', '窓口');
    await type(page, '問合せ先', '長寿社会課');
    await type(page, '時点', 'R8.11.1');
    await press(page, '保存する', '資料・ツール「すずらん手帳」を保存しました');
    const tool = await office.database.prisma.tool.findFirst({
      where: { name: 'すずらん手帳' },
      include: { uses: true },
    });
    expect(tool).toMatchObject({ kind: 'guide', uses: [{ ways: ['counter'], contact: '長寿社会課' }] });
    await page.close();
  });

  it('/tonari-indicator takes one figure of a year by the keyboard alone', async () => {
    const page = await opened('/tonari-indicator 訪問診療 利用者数 R6年度', '年度');
    await press(page, '次へ', '見込');
    await type(page, '見込', '110');
    await press(page, '保存する', '保存しました');
    const { indicatorValue } = office.database.prisma;
    expect(await indicatorValue.findMany({ where: { fiscalYear: 'R6', kind: 'forecast' } })).toMatchObject([
      { value: 110 },
    ]);
    await page.close();
  });

  it('/tonari-evaluate is rated and made final by the keyboard alone', async () => {
    const page = await opened('/tonari-evaluate 鈴鹿市 看取り R8年度', '年度');
    await press(page, '次へ', '成熟度評価');
    await type(page, '成熟度評価', '3.5');
    await tabTo(page, '案');
    await page.keyboard.press('ArrowDown');
    await press(page, '保存する', '保存しました');
    expect(await office.database.prisma.evaluation.findMany({ where: { fiscalYear: 'R8' } })).toMatchObject([
      { rating: 3.5, draft: false },
    ]);
    await page.close();
  });

  it('/tonari-admin: a manager adds a member by the keyboard alone', async () => {
    const page = await opened('/tonari-admin', '何を管理しますか');
    await press(page, 'メンバー', '鈴鹿市のメンバー（1件）');
    await press(page, 'メンバーを追加', 'だれの代理か');
    await choose(page, 'メンバー ※', '久世 みどり');
    await choose(page, '役割', '閲覧');
    await press(page, '保存する', 'メンバーを保存しました');
    await press(page, '← メンバー', '鈴鹿市のメンバー（2件）');
    expect(await office.database.prisma.membership.findMany({ where: { user: 'U0KUZE' } })).toMatchObject([
      { areaId: 'suzuka', role: 'viewer', name: '久世 みどり' },
    ]);
    await page.close();
  });

  it('/tonari-meeting: both dates are seen and then registered by the keyboard alone', async () => {
    const page = await opened('/tonari-meeting', '会議を登録');
    await press(page, '会議を登録', '開始時刻');
    await type(page, '名称', '事例検討会');
    await type(page, '日程', 'R8.12.15・R9.1.19');
    await type(page, '開始時刻', '19:00');
    await press(page, '登録する', '2回分を登録します');
    expect(await office.database.prisma.occurrence.count()).toBe(0);
    await press(page, '登録する', '会議「事例検討会」を保存しました');
    const dates = await office.database.prisma.occurrence.findMany({
      orderBy: { day: 'asc' },
      include: { plan: true },
    });
    expect(dates.map(({ day, plan }) => [day, plan.title, plan.time])).toEqual([
      ['2026-12-15', '事例検討会', '19:00'],
      ['2027-01-19', '事例検討会', '19:00'],
    ]);
    await page.close();
  });
});
