import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { submitted } from './small-bot.ts';
import { Office, TOWN } from './visit.ts';

describe('forms on the page', () => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open();
  });
  afterAll(() => office.close());

  /** Opens a form by its command; what an earlier test left open is closed first. */
  async function openForm(command: string, screen: { width?: number } = {}): Promise<Page> {
    const morino = office.workspace.as('U0MORINO');
    while (morino.topView()) await morino.close();
    const { page } = await office.visit({ at: TOWN, ...screen });
    await page.locator('#composer').fill(command);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    return page;
  }

  const dialog = (page: Page) => page.getByRole('dialog');
  const field = (page: Page, label: string) => dialog(page).getByLabel(label, { exact: true });

  async function pick(page: Page, label: string, name: string, query = name): Promise<void> {
    await field(page, label).click();
    await field(page, label).fill(query);
    await dialog(page).getByRole('option', { name }).click();
    // A list of several stays open for the next one.
    if ((await dialog(page).getByRole('listbox').count()) > 0) await page.keyboard.press('Escape');
  }

  async function fillEverything(page: Page): Promise<void> {
    await field(page, '件名').fill('意見交換会');
    await dialog(page).getByLabel('メモ').fill('一行目\n二行目');
    await field(page, '人数').fill('24');
    await field(page, '期日').fill('2026-12-10');
    await field(page, '時刻').fill('13:30');
    await field(page, '日時').fill('2026-12-10T09:00');
    await pick(page, '市町', '鈴鹿市');
    await pick(page, '対象の市町', '津市');
    await pick(page, '対象の市町', '亀山市');
    await pick(page, '資料', '名張市の資料', '名張');
    await pick(page, '関係する資料', '桑名市の資料', '桑名');
    await pick(page, '担当者', '辻 文香', '辻');
    await pick(page, '参加者', '中井 志保', '中井');
    await pick(page, '送り先', '#いなべ市-在宅医療', 'いなべ');
    await pick(page, '知らせる先', '#全体-在宅医療介護連携', '全体');
    await dialog(page).getByRole('checkbox', { name: '看取り' }).check();
    await dialog(page).getByRole('radio', { name: '実施中' }).check();
    await field(page, 'メール').fill('a@example.jp');
    await field(page, '公開先').fill('https://example.jp/');
  }

  const option = (text: string) => ({ text: expect.objectContaining({ text }), value: text });
  const state = (value: object) => ({ value: expect.objectContaining(value) });

  it('every kind of field is filled, and the bot gets it as Slack writes it', async () => {
    const page = await openForm('/form');
    await fillEverything(page);
    await dialog(page).getByRole('button', { name: '登録する' }).click();
    await dialog(page).waitFor({ state: 'detached' });
    expect(submitted.at(-1)).toMatchObject({
      'field-plain_text_input': state({ value: '意見交換会' }),
      'field-number_input': state({ value: '24' }),
      'field-datepicker': state({ selected_date: '2026-12-10' }),
      'field-timepicker': state({ selected_time: '13:30' }),
      'field-datetimepicker': state({ selected_date_time: Date.parse('2026-12-10T09:00:00+09:00') / 1000 }),
      'field-static_select': state({ selected_option: option('鈴鹿市') }),
      'field-multi_static_select': state({ selected_options: [option('津市'), option('亀山市')] }),
      'field-external_select': state({ selected_option: option('名張市の資料') }),
      'field-multi_external_select': state({ selected_options: [option('桑名市の資料')] }),
      'field-users_select': state({ selected_user: 'U0TSUJI' }),
      'field-multi_users_select': state({ selected_users: ['U0NAKAI'] }),
      'field-channels_select': state({ selected_channel: 'C0INABE' }),
      'field-multi_conversations_select': state({ selected_conversations: ['C0ZENTAI'] }),
      'field-checkboxes': state({ selected_options: [option('看取り')] }),
      'field-radio_buttons': state({ selected_option: option('実施中') }),
      'field-email_text_input': state({ value: 'a@example.jp' }),
      'field-url_text_input': state({ value: 'https://example.jp/' }),
    });
    const memo = (submitted.at(-1) as Record<string, { value: unknown }>)['field-rich_text_input'];
    expect(JSON.stringify(memo)).toContain('一行目\\n二行目');
  });

  it('what is missing is told under its field, which gets the focus; nothing typed is lost', async () => {
    const page = await openForm('/form');
    await field(page, 'メール').fill('not an address');
    await dialog(page).getByRole('button', { name: '登録する' }).click();
    await dialog(page).getByText('このフィールドは必須です。').first().waitFor();
    expect(await field(page, '件名').getAttribute('aria-invalid')).toBe('true');
    await expect.poll(() => field(page, '件名').evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await field(page, 'メール').inputValue()).toBe('not an address');
    await dialog(page).getByText('メールアドレスを入力してください。').waitFor();
  });

  it('an error that only the bot knows stands under its field', async () => {
    const page = await openForm('/form');
    await fillEverything(page);
    await field(page, '件名').fill('重複');
    await dialog(page).getByRole('button', { name: '登録する' }).click();
    await dialog(page).getByText('同じ件名があります。別の件名にしてください。').waitFor();
    expect(await field(page, '件名').inputValue()).toBe('重複');
  });

  it('what was typed outlives a reload of the page', async () => {
    const page = await openForm('/form');
    await field(page, '件名').fill('書きかけ');
    await page.waitForTimeout(700);
    await page.reload();
    await dialog(page).waitFor();
    expect(await field(page, '件名').inputValue()).toBe('書きかけ');
  });

  it('forms lie on one another: the next one is pushed, the one below keeps its text, an update changes it in place', async () => {
    const page = await openForm('/steps');
    await field(page, '件名').fill('一つ目');
    await dialog(page).getByRole('button', { name: '次へ' }).click();
    await dialog(page).getByRole('heading', { name: '2段目' }).waitFor();
    await field(page, '件名').fill('二つ目');
    await dialog(page).getByRole('button', { name: '更新する' }).click();
    await dialog(page).getByRole('heading', { name: '2段目（更新）' }).waitFor();
    expect(await field(page, '件名').inputValue()).toBe('二つ目');
    await dialog(page).getByRole('button', { name: '次へ' }).click();
    await dialog(page).getByText('ここまで').waitFor();
    await dialog(page).getByRole('button', { name: '戻る' }).click();
    await dialog(page).getByRole('heading', { name: '2段目（更新）' }).waitFor();
    await page.keyboard.press('Escape');
    await dialog(page).getByRole('heading', { name: '1段目' }).waitFor();
    expect(await field(page, '件名').inputValue()).toBe('一つ目');
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'detached' });
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('composer');
  });

  it('a form can be filled and sent with the keyboard alone, and keeps the focus inside', async () => {
    const page = await openForm('/steps');
    // The bot opens an empty form at once and fills it then: the focus follows.
    await expect.poll(() => field(page, '件名').evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.type('鍵盤だけで');
    for (let turn = 0; turn < 12; turn += 1) {
      await page.keyboard.press('Tab');
      const isInside = await page.evaluate(
        () => document.activeElement === document.body || document.activeElement?.closest('dialog') !== null,
      );
      expect(isInside).toBe(true);
    }
    await field(page, '件名').focus();
    await page.keyboard.press('Control+Enter');
    await dialog(page).getByRole('heading', { name: '2段目' }).waitFor();
  });

  it('a select is used with the keyboard: letters narrow it, arrows move, Enter takes, Esc closes the list only', async () => {
    const page = await openForm('/form');
    await field(page, '市町').focus();
    await page.keyboard.type('市');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await field(page, '市町').inputValue()).toBe('桑名市');
    await page.keyboard.press('ArrowDown');
    await dialog(page).getByRole('listbox').waitFor();
    await page.keyboard.press('Escape');
    await dialog(page).getByRole('listbox').waitFor({ state: 'detached' });
    await page.waitForTimeout(200);
    expect(office.workspace.as('U0MORINO').topView()).toBeDefined();
  });

  it('files are chosen with the keyboard, listed, refused in place, taken out again, and reach the bot', async () => {
    const page = await openForm('/form');
    // The browser hands choosers over only once it has heard of a listener; a key may be faster.
    page.on('filechooser', () => {});
    await fillEverything(page);
    const chooser = dialog(page).getByRole('button', { name: 'ファイル （任意） ファイルを選ぶ' });
    const bring = async (key: string, ...files: { name: string; mimeType: string; buffer: Buffer }[]) => {
      await chooser.focus();
      const [opened] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press(key)]);
      await opened.setFiles(files);
    };
    const csv = (name: string, content: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
    await bring('Enter', csv('一.csv', '市町,件数\n'), csv('二.csv', 'x'));
    expect(await dialog(page).locator('input[type=file]').getAttribute('accept')).toBe('.csv,.xlsx');
    await dialog(page).getByRole('button', { name: '二.csvを外す' }).press('Enter');
    await dialog(page).getByText('二.csv').waitFor({ state: 'detached' });
    await bring('Space', csv('写真.png', 'x'));
    await dialog(page).getByText('この種類のファイルは選べません').waitFor();
    expect(await chooser.getAttribute('aria-invalid')).toBe('true');
    await bring('Enter', csv('大.csv', 'x'.repeat(10 * 1_048_576 + 1)));
    await dialog(page).getByText('10MBまで').waitFor();
    await dialog(page).getByRole('button', { name: '登録する' }).click();
    await dialog(page).waitFor({ state: 'detached' });
    expect(submitted.at(-1)).toMatchObject({
      'field-file_input': { value: { type: 'file_input', files: [{ name: '一.csv', size: 14, filetype: 'csv' }] } },
    });
  });

  it('fits a phone', async () => {
    const page = await openForm('/form', { width: 360 });
    const widths = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(widths[0]).toBeLessThanOrEqual(widths[1] ?? 0);
    const body = dialog(page).locator('.modal-body');
    expect(await body.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);
  });
});
