import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { holidaysByLaw, openDaysByLaw } from './law.ts';

const script = path.join(import.meta.dirname, 'every-day.ts');

async function onHost(zone: string, locale: string) {
  const env = { ...process.env, TZ: zone, LANG: locale, LC_ALL: locale };
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script], { env });
  return JSON.parse(stdout) as { offset: number; said: Record<string, unknown> };
}

it('says the same about every day of 2019–2035 on hosts in Tokyo, Los Angeles and Kiritimati', async () => {
  const [tokyo, angeles, kiritimati] = await Promise.all([
    onHost('Asia/Tokyo', 'ja_JP.UTF-8'),
    onHost('America/Los_Angeles', 'en_US.UTF-8'),
    onHost('Pacific/Kiritimati', 'C'),
  ]);
  expect([tokyo.offset, angeles.offset, kiritimati.offset]).toEqual([-540, 480, -840]); // the zones did take effect
  expect(angeles.said).toEqual(tokyo.said);
  expect(kiritimati.said).toEqual(tokyo.said);
  expect(tokyo.said).toMatchObject({
    holidays: holidaysByLaw().size,
    open: openDaysByLaw().filter(({ open }) => open).length,
    today: '2026-04-01',
  });
}, 60_000);
