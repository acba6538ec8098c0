import type { BoltReport, Trio } from './bolt.ts';
import type { Memory, Summary } from './measuring.ts';
import type { OutboxReport } from './outbox.ts';
import type { Made } from './reports.ts';
import type { SavingReport } from './saving.ts';
import type { StartReport } from './start.ts';
import type { TermsReport } from './terms.ts';
import type { WholeReport } from './whole.ts';

const number = (value: number): string =>
  value >= 100
    ? Math.round(value).toLocaleString('en')
    : value >= 10
      ? value.toFixed(1)
      : value.toFixed(value >= 1 ? 2 : 3);
const megabytes = (bytes: number): string => Math.round(bytes / 2 ** 20).toLocaleString('en');
const both = (memory: Memory): string => `${megabytes(memory.heap)} / ${megabytes(memory.rss)}`;
const seconds = (ms: number): string => (ms / 1000).toFixed(2);
const pair = (summary: Summary): string => `${number(summary.p50)} / ${number(summary.p99)}`;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

export function termsTable(reports: readonly TermsReport[]): string {
  return table(
    ['engine', 'build s', 'memory +MB, heap / RSS', 'p50 ms', 'p99 ms', 'searches', 'recall', 'precision'],
    reports.map((report) => [
      report.name,
      seconds(report.buildMs),
      both(report.memory) + (report.outside === null ? '' : `; index ${megabytes(report.outside)}`),
      number(report.times.p50),
      number(report.times.p99),
      String(report.times.count),
      report.recall.toFixed(3),
      report.precision.toFixed(3),
    ]),
  );
}

export function wholeTable(reports: readonly WholeReport[]): string {
  const row = (label: string, cell: (report: WholeReport) => string) => [label, ...reports.map(cell)];
  return table(
    ['ms: p50 / p99', ...reports.map((report) => `${report.statements.toLocaleString('en')} statements`)],
    [
      row('understanding', (report) => pair(report.understand)),
      row('search', (report) => pair(report.search)),
      row('**understanding and search**', (report) => `**${pair(report.both)}**`),
      row('the same after 1,000 changed records', (report) => pair(report.bothAfterChanges)),
      row('whole answer', (report) => pair(report.ask)),
      row('whole answer, where at most 50 records are found', (report) => pair(report.askShort)),
      row('a changed record', (report) => pair(report.change)),
      row('questions timed', (report) => String(report.ask.count)),
      row('facts', (report) => report.facts.toLocaleString('en')),
      row('build, s', (report) => seconds(report.buildMs)),
      row('memory +MB, heap / RSS', (report) => both(report.memory)),
    ],
  );
}

/** Documents: how large, how long, how much memory at most. */
export const reportsTable = (made: readonly Made[]): string =>
  table(
    ['document', 'tabs or rows', 'ms', 'file KB', 'memory MB at most'],
    made.map(({ what, size, ms, kilobytes, peakBytes }) => [
      what,
      size.toLocaleString('en'),
      number(ms),
      number(kilobytes),
      number(peakBytes / 2 ** 20),
    ]),
  );

export const startTable = (report: StartReport): string =>
  table(
    ['step', 'ms'],
    [
      ['reading and checking the shipped files', number(report.readMs)],
      ['building the lookup', number(report.buildMs)],
    ],
  );

/** The bot beside Bolt apps that do nothing but speak: medians, and how many times as long as each of them. */
export function boltTable(reports: readonly BoltReport[]): string {
  const engines = { embedded: 'PGlite', server: 'PostgreSQL' };
  const row = (engine: string, what: string, { echo, repeat, bot }: Trio) => [
    engine,
    what,
    pair(echo),
    pair(repeat),
    pair(bot),
    `**${(bot.p50 / echo.p50).toFixed(2)}**`,
    (bot.p50 / repeat.p50).toFixed(2),
  ];
  return table(
    [
      'database',
      'ms: p50 / p99',
      'bare Bolt: says the question back',
      "bare Bolt: says the bot's answer",
      'the bot',
      'ratio of medians, to the first',
      'to the second',
    ],
    reports.flatMap(({ engine, ackLeaves, ack, command, mention }) => [
      row(engines[engine], 'command to acknowledgement, as it leaves the app', ackLeaves),
      row(engines[engine], 'command to acknowledgement, as it arrives', ack),
      row(engines[engine], 'command to complete answer', command),
      row(engines[engine], 'mention to complete answer', mention),
    ]),
  );
}

/** The bot beside a Bolt app that saves in one transaction, without rights, versions, conflicts or checks. */
export const savingTable = (reports: readonly SavingReport[]): string =>
  table(
    ['database', 'ms: p50 / p99', 'bare Bolt and one transaction', 'the bot', 'ratio of medians'],
    reports.map(({ engine, bare, bot }) => [
      { embedded: 'PGlite', server: 'PostgreSQL' }[engine],
      'update sent to its confirmation',
      pair(bare),
      pair(bot),
      `**${(bot.p50 / bare.p50).toFixed(2)}**`,
    ]),
  );

/** What reminders cost, with the database's plan for a tick. */
export const outboxTable = ({ planned, tick, plan, due, channels, posts, ...took }: OutboxReport): string =>
  `${table(
    ['step', 'figure'],
    [
      [`a tick with nothing due, ${planned.toLocaleString('en')} planned, ms: p50 / p99`, pair(tick)],
      [
        `${due.toLocaleString('en')} due at once in ${channels} channels, handed over in s (the channels' pace alone)`,
        `${took.seconds.toFixed(1)} (${took.paceSeconds.toFixed(1)}), ${posts.toLocaleString('en')} posts`,
      ],
    ],
  )}\n\n${['```', ...plan, '```'].join('\n')}`;
