import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textOfMessage } from '../../src/workspace/seen-text.ts';
import { TRANSPORTS } from '../workspace/open-workspace.ts';
import { type Office, openOffice } from './open-office.ts';

describe.each(TRANSPORTS)('when something goes wrong, by %s,', (transport) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(transport);
  });
  afterAll(() => office.close());

  /** Nothing can be taken on for a while. */
  async function withoutTable(work: () => Promise<void>): Promise<void> {
    const { pool } = office.database;
    await pool.query('ALTER TABLE "Seen" RENAME TO "Hidden"');
    try {
      await work();
      await office.quiet();
    } finally {
      await pool.query('ALTER TABLE "Hidden" RENAME TO "Seen"');
    }
  }

  it('the person is told alone, with a reference that the log holds, and no word of what was inside', async () => {
    const tsuji = office.as('U0TSUJI').in('鈴鹿市-在宅医療');
    await withoutTable(async () => {
      await tsuji.command('/tonari 鈴鹿市の情報共有は？');
      await tsuji.waitFor('処理できませんでした');
    });
    const notice = tsuji.lastMessage();
    expect(notice?.ephemeral).toBe(true);
    const text = textOfMessage(notice ?? fail());
    const [, reference] = /受付番号 ([0-9A-F]{6})/.exec(text) ?? fail();
    expect(text).not.toMatch(/Seen|prisma|relation|at /i);
    const lines = office.logged.filter((line) => line.includes(reference ?? ''));
    expect(lines).toEqual([expect.stringContaining('slack.failed')]);
    expect(lines.join()).not.toContain('情報共有');
  });

  it('a mention is told of where the person is, to that person alone', async () => {
    const morino = office.as('U0MORINO').in('いなべ市-在宅医療');
    await withoutTable(async () => {
      await morino.mention('鈴鹿市の情報共有は？');
      await morino.waitFor('処理できませんでした');
    });
    expect(office.as('U0NAKAI').in('いなべ市-在宅医療').messages()).toHaveLength(1);
  });

  it('a form that was opened says so itself', async () => {
    const hirata = office.as('U0HIRATA').in('bot');
    await hirata.say('鈴鹿市の情報共有は？');
    await hirata.waitFor('すずらんネット');
    await withoutTable(async () => {
      await hirata.click('記載が違う');
      await hirata.waitForView('処理できませんでした');
    });
  });

  it("Slack's codes become instructions", async () => {
    const kuze = office.as('U0KUZE').in('bot');
    office.workspace.faults.onCall('chat.postMessage', { kind: 'rate-limited', retryAfter: 7 });
    await kuze.say('鈴鹿市の情報共有は？');
    await kuze.waitFor('7秒ほど');
    office.workspace.faults.onCall('chat.postMessage', { kind: 'server-error' });
    await kuze.say('鈴鹿市の情報共有は？');
    await kuze.waitFor('しばらくしてから');
  });

  it('an answer whose question is gone says so, and what to do', async () => {
    const grant = office.as('U0GRANT').in('bot');
    await grant.say('鈴鹿市の情報共有は？');
    await grant.waitFor('すずらんネット');
    await office.quiet();
    await office.database.prisma.conversation.deleteMany();
    await grant.click('Helpful');
    await grant.waitFor('Please ask again');
  });

  it('people do not see it when nothing is known of their language', async () => {
    const ogura = office.as('U0OGURA').in('bot');
    office.workspace.faults.onCall('users.info', { kind: 'server-error' });
    await ogura.say('鈴鹿市の情報共有は？');
    expect(textOfMessage(await ogura.waitFor('すずらんネット'))).toContain('記載が違う');
  });

  it('a lost connection is taken up again', async () => {
    if (transport === 'http') return;
    office.cutConnections();
    const nakai = office.as('U0NAKAI').in('bot');
    await nakai.waitFor(({ bot }) => !bot.connected, 'a lost connection');
    // The socket waits for five seconds before it connects anew.
    await expect.poll(() => nakai.sight.bot.connected, { timeout: 20_000 }).toBe(true);
    await nakai.say('鈴鹿市の情報共有は？');
    await nakai.waitFor('すずらんネット');
  });
});

function fail(): never {
  throw new Error('there is nothing');
}
