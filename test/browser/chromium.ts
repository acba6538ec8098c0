import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** An installed Chromium: `CHROMIUM_PATH`, else what is on the path. Nothing is downloaded. */
function findChromium(): string {
  const folders = (process.env.PATH ?? '').split(path.delimiter).concat('/usr/bin');
  const places = [
    process.env.CHROMIUM_PATH ?? '',
    ...folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name))),
  ];
  const found = places.find((place) => place !== '' && isProgram(place));
  if (!found) throw new Error('No Chromium found. Install one (apt-get install chromium) or set CHROMIUM_PATH.');
  return found;
}

function isProgram(place: string): boolean {
  try {
    accessSync(place, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Starts it with a fresh profile, asking nothing of the network by itself. */
export function startChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium(),
    headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--lang=ja-JP'],
  });
}
