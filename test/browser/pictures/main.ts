import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { startChromium } from '../chromium.ts';
import { journey, type Language } from './journey.ts';
import { startBot } from './running-bot.ts';
import { stillOf, type Told, transcriptOf } from './transcript.ts';

// npm run screenshots: the pictures of the README and the transcript, taken from the real bot in its local workspace.

const NOW = '2026-11-24T09:30:00+09:00';
const folder = fileURLToPath(new URL('../../../docs/pictures/', import.meta.url));
/** What the README has a picture of; the transcript has everything. */
const PICTURES: Record<Language, string[]> = {
  ja: ['welcome', 'question', 'thread', 'command', 'modal', 'form', 'saved', 'home', 'developers'],
  en: ['welcome', 'question', 'home'],
};
const file = (name: string) => `${folder}${name}`;

async function newPage(browser: Browser, { width = 1280, height = 860, dark = false } = {}): Promise<Page> {
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

/** The whole journey in one language, on a workspace of its own. */
async function walk(browser: Browser, language: Language): Promise<Told[]> {
  const bot = await startBot(NOW);
  const steps: Told[] = [];
  try {
    const page = await newPage(browser);
    for await (const { name, told, shown } of journey(page, bot.origin, language)) {
      await page.mouse.move(640, 2);
      if (PICTURES[language].includes(name)) await page.screenshot({ path: file(`${name}.${language}.png`) });
      steps.push({ language, name, told, html: await stillOf(shown) });
    }
    if (language === 'ja') await otherLooks(browser, bot.origin);
  } finally {
    await bot.stop();
  }
  return steps;
}

/** The same in the dark and on a phone. */
async function otherLooks(browser: Browser, origin: string): Promise<void> {
  for (const [name, look] of [
    ['dark', { dark: true }],
    ['phone', { width: 390, height: 844 }],
  ] as const) {
    const page = await newPage(browser, look);
    await page.goto(`${origin}/`);
    await page.locator('.try').first().click();
    await page.getByRole('complementary').locator('table').waitFor();
    await page.mouse.move(2, 2);
    await page.screenshot({ path: file(`${name}.png`) });
  }
}

await mkdir(folder, { recursive: true });
const browser = await startChromium();
try {
  const steps = [...(await walk(browser, 'ja')), ...(await walk(browser, 'en'))];
  await writeFile(file('transcript.html'), await transcriptOf(steps));
} finally {
  await browser.close();
}
