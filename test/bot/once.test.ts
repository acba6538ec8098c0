import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TRANSPORTS } from '../workspace/open-workspace.ts';
import { faultsOn, type Office, openOffice } from './open-office.ts';

describe.each(TRANSPORTS)('what arrives twice by %s', (transport) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(transport);
  });
  afterAll(async () => {
    expect(faultsOn(office)).toEqual([]);
    await office.close();
  });

  const twice = (name: string) => office.workspace.faults.onDelivery(name, 'duplicate');
  /** Calls of the bot, once everything that it was sent is dealt with. */
  const calls = async (name: string) => {
    await office.quiet();
    return office.workspace.wire.entries.filter((entry) => entry.name === name).length;
  };

  it('is answered once: a mention', async () => {
    twice('event_callback app_mention');
    const before = await calls('chat.postMessage');
    const morino = office.as('U0MORINO').in('いなべ市-在宅医療');
    await morino.mention('鈴鹿市の情報共有は？');
    await morino.waitFor('すずらんネット');
    expect((await calls('chat.postMessage')) - before).toBe(1);
  });

  it('is answered once: a direct message', async () => {
    twice('event_callback message');
    const before = await calls('chat.postMessage');
    const hirata = office.as('U0HIRATA').in('bot');
    await hirata.say('鈴鹿市の情報共有は？');
    await hirata.waitFor('すずらんネット');
    expect((await calls('chat.postMessage')) - before).toBe(1);
  });

  it('is answered once: a command, a button, a form', async () => {
    const tsuji = office.as('U0TSUJI').in('鈴鹿市-在宅医療');
    twice('slash_commands');
    const before = await calls('response_url');
    await tsuji.command('/tonari すずらんネットを使っている市町は？');
    await tsuji.waitFor('1市町です');
    expect((await calls('response_url')) - before).toBe(1);
    twice('block_actions');
    const posts = await calls('chat.postMessage');
    await tsuji.click('DMに残す');
    await tsuji.waitFor('DMに残しました');
    expect((await calls('chat.postMessage')) - posts).toBe(1);
    await tsuji.click('記載が違う');
    await tsuji.waitForView('どう違うか');
    await tsuji.fill({
      記載: '鈴鹿市: 情報共有システム「すずらんネット」を運用している。',
      どう違うか: '名称が変わりました',
    });
    twice('view_submission');
    await tsuji.submit();
    await tsuji.waitForView('直せる人に伝えます');
    await office.quiet();
    expect(await office.database.prisma.objection.count()).toBe(1);
    expect(tsuji.topView()).toMatchObject({ problem: null });
  });
});
