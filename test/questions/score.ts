// npm run questions -- [--misses] [FILE.json …]: asks the shipped records every question and scores the answers.
// The set-aside third is asked only when it is named, and only its figures are printed.
import { readdirSync, readFileSync } from 'node:fs';
import type { CalendarDate } from '../../src/calendar/calendar-date.ts';
import type { Turn } from '../../src/lookup/conversation.ts';
import { Lookup } from '../../src/lookup/lookup.ts';
import { plainText } from '../../src/lookup/plain-text.ts';
import { readShippedRecords } from '../../src/registry/files/shipped-records.ts';
import { faults, type QuestionItem } from './judge.ts';

const TODAY = '2026-11-21' as CalendarDate;
const args = process.argv.slice(2);
const here = new URL('.', import.meta.url);
const named = args.filter((arg) => !arg.startsWith('--'));
const ours = readdirSync(here).filter((file) => file.endsWith('.json') && !file.startsWith('set-aside'));
const files = named.length > 0 ? named : ours.sort().map((file) => new URL(file, here).pathname);
const atLeast = Number(args.find((arg) => arg.startsWith('--at-least='))?.split('=')[1] ?? 0);

const folder = args.find((arg) => arg.startsWith('--data='))?.split('=')[1];
const lookup = new Lookup(await readShippedRecords(folder), { homePrefecture: '三重県' });
const groups = new Map<string, { asked: number; passed: number }>();
let asked = 0;
let passed = 0;
for (const file of files) {
  for (const item of JSON.parse(readFileSync(file, 'utf8')) as QuestionItem[]) {
    let turn: Turn | null = null;
    for (const question of [...(item.context ?? []), item.question]) turn = lookup.ask(question, turn, TODAY);
    if (!turn) continue;
    const { answer } = turn;
    const given = {
      areas: answer.areas.map((id) => lookup.dictionary.areas.get(id)?.name ?? id),
      number: answer.number,
      text: plainText(answer),
    };
    const why = faults(item, given);
    const group = groups.get(item.type) ?? { asked: 0, passed: 0 };
    groups.set(item.type, group);
    group.asked += 1;
    asked += 1;
    if (why.length === 0) {
      group.passed += 1;
      passed += 1;
    } else if (args.includes('--misses') && !file.includes('set-aside')) {
      process.stdout.write(
        `${item.id} [${answer.intent}] ${[...(item.context ?? []), item.question].join(' ⏎ ')}\n   ${why.join('; ')}\n   ${given.text.replaceAll('\n', ' ⏎ ').slice(0, 420)}\n`,
      );
    }
  }
}
for (const [type, group] of [...groups].sort()) {
  process.stdout.write(
    `${type.padEnd(22)} ${String(group.passed).padStart(4)} of ${String(group.asked).padStart(4)}\n`,
  );
}
const share = passed / asked;
process.stdout.write(`${asked} asked: ${passed} right, ${share.toFixed(3)}\n`);
process.exit(share >= atLeast ? 0 : 1);
