import type { Browser, Page } from 'playwright-core';
import { directMessageId } from '../../../src/workspace/cast.ts';
import { newPage } from './window.ts';

const ASKED = [
  { name: 'picture-towns', question: 'ACPシートを共有している市町は？', dark: false },
  { name: 'picture-indicator', question: '市名記載なしの出前講座の参加人数の推移は？', dark: true },
  { name: 'picture-ratings', question: '北上市の成熟度評価は？', dark: false },
] as const;

/** 「図で見る」 at three answers, seen alone in the direct messages, in the light and in the dark. */
export async function* drawn(browser: Browser, origin: string): AsyncGenerator<{ name: string; page: Page }> {
  for (const [at, { name, question, dark }] of ASKED.entries()) {
    const page = await newPage(browser, { dark, height: 1150 });
    await page.goto(`${origin}/#/${directMessageId('U0MORINO')}`);
    await page.locator('#composer').fill(`/tonari ${question}`);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '図で見る' }).last().click();
    const picture = page.locator('.file img').nth(at);
    await picture.waitFor();
    await picture.evaluate((image: HTMLImageElement) => image.decode());
    await picture.scrollIntoViewIfNeeded();
    await page.mouse.move(640, 2);
    yield { name, page };
    await page.context().close();
  }
}
