// npx tsx scripts/emoji.ts: writes the table of emoji that the page shows, one line an emoji: the character and its
// names in Slack. The data package is large and only needed here.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { z } from 'zod';

const Emoji = z.array(z.object({ unified: z.string(), short_names: z.array(z.string()) }));
const require = createRequire(import.meta.url);
const file = require.resolve('emoji-datasource/emoji.json');
const lines = Emoji.parse(JSON.parse(readFileSync(file, 'utf8'))).map(({ unified, short_names }) =>
  [String.fromCodePoint(...unified.split('-').map((hex) => Number.parseInt(hex, 16))), ...short_names].join(' '),
);
writeFileSync(new URL('../src/workspace/page/emoji.txt', import.meta.url), `${lines.join('\n')}\n`);
