// A copy of the bot, as far as its outbox goes, in a process of its own that can be killed. It is told what to do by a
// JSON object a line, and answers each with its number. It ends with whoever tells it.
import { createInterface } from 'node:readline';
import { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { todayIn } from '../../src/calendar/calendar-date.ts';
import type { Clock } from '../../src/calendar/clock.ts';
import { openDatabase } from '../../src/database/open.ts';
import { Delivery } from '../../src/delivery/delivery.ts';
import type { Subject } from '../../src/delivery/subject.ts';
import { createLog, errorFields } from '../../src/log.ts';
import { forJobs } from '../../src/slack/client.ts';
import { createGate } from '../../src/slack/gate.ts';
import { SlackMailbox } from '../../src/slack/mailbox.ts';
import { notice } from '../../src/slack/notice.ts';
import { noticeWording } from '../../src/slack/notice-view.ts';
import type { Message } from '../../src/slack/voice.ts';
import { carryOut, Order } from './orders.ts';

const Options = z.object({
  url: z.string().optional(),
  folder: z.string().optional(),
  apiUrl: z.string(),
  token: z.string(),
  aheadMs: z.number(),
});
const { url, folder, apiUrl, token, aheadMs } = Options.parse(JSON.parse(process.argv[2] ?? '{}'));

/** Where this copy kills itself when it next gets there. */
let dieAt: Order['die'];
const here = (place: Order['die']) => {
  if (dieAt === place) process.kill(process.pid, 'SIGKILL');
};

let ahead = aheadMs;
const now = () => new Date(Date.now() + ahead);
const clock: Clock = { now, today: () => todayIn(now()) };

const things: Subject<Message> = {
  name: 'thing',
  async read(tx, { recordId, kind, facts, key }) {
    const thing = await tx.question.findUnique({ where: { id: recordId } });
    here('claim');
    if (!thing || (thing.answered && kind !== 'call-off')) return { gone: 'called-off' };
    const { place } = z.object({ place: z.string() }).parse(facts);
    return { to: place, inCharge: 'U0AKIYAMA', title: () => thing.text, message: () => notice(`${kind} ${key}`) };
  },
};

const log = createLog(process.env.FAULTS_LOG ? 'debug' : 'error', process.env.FAULTS_LOG ? undefined : () => {});
const options = forJobs({ slackApiUrl: apiUrl, gate: createGate('throw', log), log });
const client = new WebClient(token, {
  ...options,
  timeout: 2_000,
  fetch: async (address, init) => {
    const posts = String(address).endsWith('chat.postMessage');
    if (posts) here('post');
    const response = await (options.fetch ?? fetch)(address, init);
    if (posts) here('taken');
    return response;
  },
});

const database = await openDatabase({ url, folder });
const delivery = new Delivery<Message>({
  prisma: database.prisma,
  clock,
  mailbox: new SlackMailbox(client),
  wording: noticeWording,
  subjects: [things],
  languageOf: async () => 'ja',
  log,
  settings: {
    // Shorter than in use, so that a run ends, but longer than a busy machine holds a process or the stand-in up.
    leaseMs: 8_000,
    postMs: 2_500,
    settleMs: 6_000,
    paceMs: 15,
    most: 8,
    backoffMs: { first: 50, most: 800 },
  },
});

createInterface({ input: process.stdin })
  .on('line', async (line) => {
    const order = Order.parse(JSON.parse(line));
    if (order.die) dieAt = order.die;
    if (order.jumpMs !== undefined) ahead += order.jumpMs;
    if (order.aheadMs !== undefined) ahead = order.aheadMs;
    const found = await carryOut(database.prisma, order).catch(() => ({ failed: true }));
    process.stdout.write(`${JSON.stringify({ n: order.n, ...found })}\n`);
  })
  .on('close', () => process.exit());
process.stdout.write('{"ready":true}\n');
for (;;) {
  await delivery.tick().catch((error: unknown) => log.debug('tick', errorFields(error)));
  await new Promise((resolve) => setTimeout(resolve, 25));
}
