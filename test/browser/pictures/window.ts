import type { Browser, Page } from 'playwright-core';

/** A browser that was never here, as everything is pictured in. */
export async function newPage(browser: Browser, { width = 1280, height = 860, dark = false } = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    locale: 'ja-JP',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  return page;
}

/** Closes the form on top and those below it. */
export async function closeForms(page: Page): Promise<void> {
  while ((await page.getByRole('dialog').count()) > 0) {
    await page.keyboard.press('Escape');
    await page.waitForTimeout(300);
  }
}
