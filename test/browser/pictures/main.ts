import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { startChromium } from '../chromium.ts';
import { drawn } from './drawn.ts';
import { journey, type Language, type Step } from './journey.ts';
import { recording } from './recording.ts';
import { startBot } from './running-bot.ts';
import { stillOf, type Told, transcriptOf } from './transcript.ts';
import { newPage } from './window.ts';

// npm run screenshots: the pictures of the README and the transcript, taken from the real bot in its local workspace.

const NOW = '2026-11-24T09:30:00+09:00';
const folder = fileURLToPath(new URL('../../../docs/pictures/', import.meta.url));
/** What the README has a picture of; the transcript has everything. */
const PICTURES: Record<Language, (name: string) => boolean> = {
  ja: (name) => !['shared', 'added'].includes(name),
  en: (name) => ['welcome', 'question', 'home'].includes(name),
};
const file = (name: string) => `${folder}${name}`;

/** The whole journey in one language, on a workspace of its own. */
async function walk(browser: Browser, language: Language): Promise<Told[]> {
  const bot = await startBot(NOW);
  const steps: Told[] = [];
  const look = async ({ name, told, shown }: Step) => {
    const page = shown.page();
    await page.mouse.move(640, 2);
    if (PICTURES[language](name)) await page.screenshot({ path: file(`${name}.${language}.png`) });
    steps.push({ language, name, told, html: await stillOf(shown) });
  };
  try {
    for await (const step of journey(await newPage(browser), bot.origin, language)) await look(step);
    if (language === 'ja') {
      await otherLooks(browser, bot.origin);
      for await (const step of recording(browser, bot.origin)) await look(step);
      for await (const { name, page } of drawn(browser, bot.origin))
        await page.screenshot({ path: file(`${name}.${language}.png`) });
    }
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
