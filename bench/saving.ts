import { SAVED } from './bare-saving.ts';
import { open, type Side } from './bolt.ts';
import { type Summary, Times } from './measuring.ts';

/** From a form that is sent to its confirmation, with the bot and with a Bolt app that does one transaction. */
export interface SavingReport {
  engine: 'embedded' | 'server';
  bare: Summary;
  bot: Summary;
}

const WARM_UP = 30;

/** Both in turns, each in a process of its own with a database of its own; `url`: of a PostgreSQL server. */
export async function measureSaving(samples: number, url?: string): Promise<SavingReport> {
  const sides = { bare: await open('saving', url), bot: await open('bot', url) };
  const times = { bare: new Times(), bot: new Times() };
  for (let index = 0; index < WARM_UP + samples; index += 1) {
    for (const name of ['bare', 'bot'] as const) {
      const ms = await saveOnce(sides[name], index + 1);
      if (index >= WARM_UP) times[name].add(ms);
    }
  }
  await Promise.all([sides.bare.close(), sides.bot.close()]);
  const engine = url === undefined ? 'embedded' : 'server';
  return { engine, bare: times.bare.summary(), bot: times.bot.summary() };
}

/** One update of the same record: the form is opened, a number typed, the form sent. */
async function saveOnce({ workspace, person, rest }: Side, participants: number): Promise<number> {
  await person.command(`/tonari-update ${SAVED.title}`);
  await person.waitForView('参加人数');
  await person.fill({ 参加人数: String(participants) });
  await rest();
  const confirmed = new Promise<number>((resolve) => {
    const stop = workspace.wire.onEntry(({ name }) => {
      if (name !== 'views.update') return;
      stop();
      resolve(performance.now());
    });
  });
  const began = performance.now();
  void person.submit();
  const ms = (await confirmed) - began;
  await person.waitForView('保存しました');
  await rest();
  await person.close();
  return ms;
}
