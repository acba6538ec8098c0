import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { openDatabase } from '../../src/database/open.ts';
import { createLog } from '../../src/log.ts';
import { loadShipped } from '../../src/registry/files/load-shipped.ts';
import { readManifest } from '../../src/slack/manifest.ts';
import type { Parcel } from '../../src/workspace/delivery.ts';
import type { Actor } from '../../src/workspace/driver.ts';
import { textOfView } from '../../src/workspace/seen-text.ts';
import { type RunningWorkspace, startWorkspace } from '../../src/workspace/start.ts';
import { fewRecords } from '../registry/few-records.ts';

// The bot is killed around a submission, by turns at a random moment and at a random query of it, and started again on the same database: the form must be
// saved whole with its entry of history, or not at all; the person must be able to tell; and the same submission
// delivered once more must save it once.

const RECORD = 'survey.i-1';
const TITLE = '看取り研修';
const PERSON = 'U0TSUJI';
/** A save asks the database fewer times than this; the rest come after it. */
const QUERIES = 10;
/** How much longer than a usual save a kill may wait, so that some come after it; early ones are more frequent. */
const SPAN = 1.5;

/** Where the database is that must survive. */
export type Place = { folder: string } | { url: string };

/** What became of the submissions around which the bot was killed. */
export interface Figures {
  kills: number;
  /** Found saved after the kill, and found not saved. */
  saved: number;
  notSaved: number;
  /** The person had the confirmation, the word that it is being saved, or still the form. */
  sawConfirmation: number;
  sawSaving: number;
  sawForm: number;
  /** What must never be. */
  savedTwice: number;
  half: number;
  /** Confirmed, yet not saved. */
  confirmedInVain: number;
  /** The form, opened again, does not show what is saved. */
  misleading: number;
  /** The same submission, delivered again after the start, is not saved once. */
  notMadeGood: number;
}

interface Stored {
  record: { version: number; participants: number | null; memo: string | null };
  history: { record: string; version: number; changes: Record<string, [unknown, unknown]> }[];
}

/** Kills the bot so many times. The same seed chooses the same moments. */
export async function killAround(place: Place, kills: number, random: () => number): Promise<Figures> {
  await prepare(place);
  const figures: Figures = {
    kills: 0,
    saved: 0,
    notSaved: 0,
    sawConfirmation: 0,
    sawSaving: 0,
    sawForm: 0,
    savedTwice: 0,
    half: 0,
    confirmedInVain: 0,
    misleading: 0,
    notMadeGood: 0,
  };
  const workspace = await startWorkspace({ manifest: readManifest(), log: createLog('error', () => {}) });
  let bot = await start(place, workspace);
  try {
    const usual = await usualTime(workspace);
    for (let number = 1; number <= kills; number += 1) {
      bot = await oneKill(figures, {
        place,
        workspace,
        bot,
        number: 100 + number,
        ...(number % 2 === 0
          ? { after: random() ** 2 * usual * SPAN }
          : { query: 1 + Math.floor(random() * QUERIES), after: usual * SPAN * 2 }),
      });
      if (number % 25 === 0) process.stdout.write(`${number} of ${kills} kills\n`);
    }
  } finally {
    bot.kill('SIGKILL');
    await workspace.close();
  }
  return figures;
}

async function prepare(place: Place): Promise<void> {
  const database = await openDatabase(place);
  await loadShipped(database.prisma, { records: fewRecords() });
  await database.prisma.membership.create({ data: { user: PERSON, areaId: 'suzuka', role: 'staff' } });
  await database.close();
}

async function start(place: Place, { apiUrl, secrets }: RunningWorkspace): Promise<ChildProcess> {
  const runner = fileURLToPath(new URL('../../scripts/run.mjs', import.meta.url));
  const script = fileURLToPath(new URL('bot-process.ts', import.meta.url));
  const { DATABASE_URL: _url, ...inherited } = process.env;
  const bot = fork(runner, [script, apiUrl, secrets.botToken, secrets.appToken, RECORD], {
    execArgv: [],
    env: {
      ...inherited,
      TONARI_DATA: 'none',
      ...('url' in place ? { DATABASE_URL: place.url } : { DATA_DIR: place.folder }),
    },
  });
  await told(bot);
  return bot;
}

/** The next word of a bot. Throws when it ends instead: a database that a kill broke cannot be opened. */
async function told(bot: ChildProcess): Promise<unknown> {
  const over = new AbortController();
  const ended = once(bot, 'exit', over).then(() => Promise.reject(new Error('the bot did not start again')));
  ended.catch(() => {});
  const [word] = await Promise.race([once(bot, 'message', over), ended]);
  over.abort();
  return word;
}

async function stored(bot: ChildProcess): Promise<Stored> {
  bot.send('look');
  return (await told(bot)) as Stored;
}

/** How long a save takes here, from the form that is sent to its confirmation. */
async function usualTime(workspace: RunningWorkspace): Promise<number> {
  const person = await opened(workspace);
  await person.fill({ 参加人数: '99', メモ: memoOf(99) });
  const began = performance.now();
  await person.submit();
  await person.waitForView('保存しました');
  await person.close();
  return performance.now() - began;
}

interface Kill {
  place: Place;
  workspace: RunningWorkspace;
  bot: ChildProcess;
  /** What is typed, and in no other form. */
  number: number;
  /** At which query it ends by itself. */
  query?: number;
  /** After how many milliseconds it is ended at the latest. */
  after: number;
}

async function oneKill(figures: Figures, { place, workspace, bot, number, query, after }: Kill): Promise<ChildProcess> {
  const before = await stored(bot);
  const person = await opened(workspace);
  await person.fill({ 参加人数: String(number), メモ: memoOf(number) });
  const parcel = nextSubmission(workspace);
  if (query !== undefined) bot.send(query);
  const ended = once(bot, 'exit');
  const submitted = person.submit();
  await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, after))]);
  bot.kill('SIGKILL');
  await ended;
  await person.advance(4_000); // Slack's patience ends
  await submitted;
  const seen = textOfView(person.topView() ?? fail('the form is gone'));
  figures.kills += 1;
  const confirmed = seen.includes('保存しました');
  if (confirmed) figures.sawConfirmation += 1;
  else if (seen.includes('保存しています')) figures.sawSaving += 1;
  else figures.sawForm += 1;
  const again = await start(place, workspace);
  const now = await stored(again);
  const saved = judge(figures, before, now, number);
  if (confirmed && !saved) figures.confirmedInVain += 1;
  await person.close();
  const reopened = await opened(workspace);
  const state = JSON.stringify(reopened.topView());
  if (state.includes(memoOf(number)) !== saved) figures.misleading += 1;
  await reopened.close();
  await deliver(workspace, await parcel);
  const last = await settled(again, number);
  if (entriesOf(last, number).length !== 1 || last.record.participants !== number) figures.notMadeGood += 1;
  return again;
}

/** Whether it is saved; counts what is saved twice or by half. */
function judge(figures: Figures, before: Stored, { record, history }: Stored, number: number): boolean {
  const entries = entriesOf({ record, history }, number);
  const [entry] = entries;
  if (entries.length > 1) figures.savedTwice += 1;
  if (!entry) {
    figures.notSaved += 1;
    if (!isDeepStrictEqual({ record, history }, before)) figures.half += 1;
    return false;
  }
  figures.saved += 1;
  const whole =
    history.length === before.history.length + 1 &&
    record.version === before.record.version + 1 &&
    entry.version === record.version &&
    record.participants === number &&
    record.memo === memoOf(number) &&
    isDeepStrictEqual(entry.changes, {
      participants: [before.record.participants, number],
      memo: [before.record.memo, memoOf(number)],
    });
  if (!whole) figures.half += 1;
  return true;
}

const memoOf = (number: number) => `記録その${number}`;
const entriesOf = ({ history }: Stored, number: number) =>
  history.filter(({ changes }) => changes.participants?.[1] === number);

async function opened({ as }: RunningWorkspace): Promise<Actor> {
  const person = as(PERSON).in('bot');
  await person.command(`/tonari-update ${TITLE}`);
  await person.waitForView('参加人数');
  return person;
}

/** What is sent to the bot next, to be sent once more. */
function nextSubmission({ workspace: { postman } }: RunningWorkspace): Promise<Parcel> {
  const { delivery } = postman;
  const { send } = delivery;
  return new Promise((resolve) => {
    delivery.send = (parcel, ...rest) => {
      delivery.send = send;
      resolve(parcel);
      return send.call(delivery, parcel, ...rest);
    };
  });
}

/** Sends the same submission once more, and waits until it is taken. */
async function deliver({ workspace: { postman } }: RunningWorkspace, parcel: Parcel): Promise<void> {
  const taken = await postman.delivery.send(parcel, null, AbortSignal.timeout(20_000));
  if (!taken.ok) throw new Error('the submission was not taken after the start');
}

/** The state once the submission that was delivered again is through. */
async function settled(bot: ChildProcess, number: number): Promise<Stored> {
  for (let left = 100; ; left -= 1) {
    const now = await stored(bot);
    if (left === 0 || now.record.participants === number) return now;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function fail(why: string): never {
  throw new Error(why);
}
