import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { textOfMessage, textOfView } from '../../src/workspace/seen-text.ts';
import { TRANSPORTS } from '../workspace/open-workspace.ts';
import { faultsOn, type Office, openOffice } from './open-office.ts';

const RECORD = 'survey.i-1';
const MEMBERS = [
  { user: 'U0TSUJI', areaId: 'suzuka', role: 'staff' },
  { user: 'U0GRANT', areaId: 'suzuka', role: 'manager' },
  { user: 'U0HIRATA', areaId: 'owase', role: 'staff' },
];
const LOADING = '読み込んでいます';
const SAVING = '保存しています';

describe.each(TRANSPORTS)('what goes wrong around a form of records, by %s:', (transport) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(transport);
    await office.database.prisma.membership.createMany({ data: MEMBERS });
  });
  afterAll(async () => {
    expect(faultsOn(office)).toEqual([]);
    await office.close();
  });
  beforeEach(async () => {
    const { prisma } = office.database;
    await prisma.history.deleteMany();
    await prisma.initiative.update({
      where: { id: RECORD },
      data: { memo: null, participants: 0, status: '予定', date: null, asOf: '令和8年10月', version: 1 },
    });
    await prisma.tool.updateMany({ data: { withdrawn: false } });
    await office.app.lookup.reload();
    for (const user of ['U0TSUJI', 'U0GRANT', 'U0HIRATA']) {
      const actor = office.as(user);
      while (actor.topView()) await actor.close();
    }
  });
  afterEach(async () => {
    await office.quiet();
    for (const user of ['U0TSUJI', 'U0GRANT', 'U0HIRATA']) {
      const left = office.as(user).sight.views.map(textOfView);
      expect(left.filter((text) => text.includes(LOADING) || text.includes(SAVING))).toEqual([]);
    }
  });

  const { onCall, onDelivery } = {
    onCall: (method: string, fault: Parameters<Office['workspace']['faults']['onCall']>[1]) =>
      office.workspace.faults.onCall(method, fault),
    onDelivery: (name: string, fault: 'duplicate') => office.workspace.faults.onDelivery(name, fault),
  };
  const stored = () => office.database.prisma.initiative.findUniqueOrThrow({ where: { id: RECORD } });
  const entries = () => office.database.prisma.history.count();
  const calls = (name: string) => office.workspace.wire.entries.filter((entry) => entry.name === name).length;

  async function opened(person = 'U0TSUJI') {
    const actor = office.as(person).in('bot');
    await actor.command('/tonari-update 看取り研修');
    await actor.waitForView(person === 'U0GRANT' ? 'Participants' : '参加人数');
    return actor;
  }

  describe('a form that Slack does not open', () => {
    it.each([
      ['the trigger has expired', { kind: 'refused', code: 'expired_trigger_id' }],
      ['Slack is busy', { kind: 'rate-limited', retryAfter: 30 }],
      ['Slack is away', { kind: 'server-error' }],
    ] as const)(
      'is offered where the person is, alone, and the line that was typed is not lost: %s',
      async (_, fault) => {
        const tsuji = office.as('U0TSUJI').in('鈴鹿市-在宅医療');
        onCall('views.open', fault);
        await tsuji.command('/tonari-update 看取り研修 7/8に開催済み 35人');
        const message = await tsuji.waitFor('フォームを開けませんでした');
        expect(message.ephemeral).toBe(true);
        expect(textOfMessage(message)).toContain('看取り研修 7/8に開催済み 35人');
        await tsuji.click('もう一度開く');
        const view = await tsuji.waitForView('参加人数');
        expect(JSON.stringify(view)).toContain('"35"');
        expect(textOfView(view)).toContain('看取り研修');
        expect(await entries()).toBe(0);
      },
    );

    it('is found again where only the answer was lost: it is filled, and stays the only one', async () => {
      const tsuji = office.as('U0TSUJI').in('bot');
      onCall('views.open', { kind: 'drop-after' });
      await tsuji.command('/tonari-update 看取り研修');
      await tsuji.waitForView('参加人数');
      expect(tsuji.sight.views).toHaveLength(1);
    });

    it('is offered in the direct messages where it was opened from Home', async () => {
      const tsuji = office.as('U0TSUJI');
      await tsuji.openHome();
      await office.quiet();
      onCall('views.open', { kind: 'refused', code: 'expired_trigger_id' });
      await tsuji.click('看取り研修');
      tsuji.in('bot');
      await tsuji.waitFor('フォームを開けませんでした');
      await tsuji.click('もう一度開く');
      await tsuji.waitForView('参加人数');
    });
  });

  describe('a form that the person closes', () => {
    it('while it loads is left alone, without a word', async () => {
      const tsuji = office.as('U0TSUJI').in('bot');
      const posts = calls('chat.postMessage');
      await whileHeld('Initiative', async () => {
        await tsuji.command('/tonari-update 看取り研修');
        await tsuji.waitForView(LOADING);
        await tsuji.close();
      });
      await office.quiet();
      expect(tsuji.sight.views).toEqual([]);
      expect(calls('chat.postMessage')).toBe(posts);
    });

    it('while a conflict is found comes back in the direct messages, with all that was typed', async () => {
      const tsuji = await opened();
      const grant = await opened('U0GRANT');
      await grant.fill({ Memo: '先に書いた' });
      await tsuji.fill({ メモ: `消えない文 ${'あ'.repeat(2_900)}終わり`, 参加人数: '35' });
      await grant.submit();
      await grant.waitForView(': saved.');
      await whileHeld('Initiative', async () => {
        await tsuji.submit();
        await tsuji.close();
      });
      await tsuji.waitFor('ほかの人が同じ項目');
      const told = textOfMessage(await tsuji.waitFor('消えない文'));
      expect(told).toContain('あ終わり');
      expect(told).toContain('先に書いた');
      await tsuji.click('もう一度開く');
      await tsuji.waitForView('参加人数');
      await tsuji.close();
    });

    it('while a conflict is found opens again with what was typed', async () => {
      const tsuji = await opened();
      const grant = await opened('U0GRANT');
      await grant.fill({ Memo: 'また先に書いた' });
      await tsuji.fill({ メモ: 'あとから書いた', 参加人数: '35' });
      await grant.submit();
      await grant.waitForView(': saved.');
      await whileHeld('Initiative', async () => {
        await tsuji.submit();
        await tsuji.close();
      });
      await tsuji.waitFor('あとから書いた');
      await tsuji.click('もう一度開く');
      expect(JSON.stringify(await tsuji.waitForView('参加人数'))).toContain('あとから書いた');
      await tsuji.submit();
      await tsuji.waitForView('保存しました');
      expect(await stored()).toMatchObject({ memo: 'あとから書いた', participants: 35, version: 3 });
    });
  });

  describe('a change that is saved while Slack is busy or away', () => {
    it('is confirmed a little later, in the same view', async () => {
      const tsuji = await opened();
      await tsuji.fill({ 参加人数: '35' });
      onCall('views.update', { kind: 'rate-limited', retryAfter: 1 });
      onCall('views.update', { kind: 'server-error' });
      await tsuji.submit();
      await tsuji.waitForView('保存しました');
      expect(await entries()).toBe(1);
    });

    it('is confirmed once where only the answer was lost', async () => {
      const tsuji = await opened();
      await tsuji.fill({ 参加人数: '35' });
      onCall('views.update', { kind: 'drop-after' });
      await tsuji.submit();
      await tsuji.waitForView('保存しました');
      await office.quiet();
      expect(await entries()).toBe(1);
    });

    it('is confirmed by direct message where the view cannot be reached for long, with the way back', async () => {
      const tsuji = await opened();
      await tsuji.fill({ 参加人数: '35' });
      onCall('views.update', { kind: 'rate-limited', retryAfter: 60 });
      onCall('chat.postMessage', { kind: 'rate-limited', retryAfter: 1 });
      await tsuji.submit();
      expect(textOfView(tsuji.topView() ?? fail())).toContain('結果はDMでお知らせします');
      const message = await tsuji.waitFor('取組「看取り研修」を保存しました');
      expect(textOfMessage(message)).toContain('0 → 35');
      await tsuji.close();
      await tsuji.click('取り消す');
      await tsuji.waitForView('取り消しました');
      expect(await stored()).toMatchObject({ participants: 0, version: 3 });
    });

    it('is never told to have failed; the next opening and Home show it', async () => {
      const tsuji = await opened();
      await tsuji.fill({ 状況: '協議中' });
      onCall('views.update', { kind: 'rate-limited', retryAfter: 60 });
      onCall('chat.postMessage', { kind: 'server-error' });
      await tsuji.submit();
      await office.quiet();
      expect(textOfView(tsuji.topView() ?? fail())).not.toContain('処理できませんでした');
      expect(await stored()).toMatchObject({ status: '協議中' });
      await tsuji.close();
      const again = await opened();
      expect(textOfView(again.topView() ?? fail())).toContain('予定 → 協議中');
      await again.close();
      await again.openHome();
      await again.waitForHome('状況: 協議中');
    });
  });

  describe('a slow or failing database', () => {
    it('lets the form stand there at once, saying that it loads, and fills it when it can', async () => {
      const tsuji = office.as('U0TSUJI').in('bot');
      await whileHeld('Initiative', async () => {
        await tsuji.command('/tonari-update 看取り研修');
        await tsuji.waitForView(LOADING);
      });
      await tsuji.waitForView('参加人数');
    });

    it('is told in the form, which can be opened again with the line that was typed', async () => {
      const tsuji = office.as('U0TSUJI').in('bot');
      await whileGone('Initiative', async () => {
        await tsuji.command('/tonari-update 看取り研修 35人');
        await tsuji.waitForView('処理できませんでした');
      });
      await tsuji.click('もう一度開く');
      expect(JSON.stringify(await tsuji.waitForView('参加人数'))).toContain('"35"');
      expect(office.logged.join()).not.toContain('35人');
    });
  });

  describe('a stale button', () => {
    it('on a record that was taken out meanwhile says so', async () => {
      const hirata = office.as('U0HIRATA');
      await hirata.in('bot').command('/tonari-share 紀北ノート');
      await hirata.waitForView('使っている市町');
      await office.database.prisma.tool.updateMany({ data: { withdrawn: true } });
      await hirata.click('内容確認（変更なし）');
      await hirata.waitForView('この記録はもうありません');
      expect(await entries()).toBe(0);
    });

    it('of somebody whose account was closed changes nothing, and says why', async () => {
      const { prisma } = office.database;
      await prisma.initiative.update({ where: { id: RECORD }, data: { asOf: '令和6年度末' } });
      await office.app.lookup.reload();
      const tsuji = await opened();
      await tsuji.fill({ 参加人数: '35' });
      await tsuji.submit();
      await tsuji.waitForView('保存しました');
      await prisma.person.updateMany({ where: { user: 'U0TSUJI' }, data: { deactivated: true } });
      try {
        await tsuji.click('取り消す');
        await tsuji.waitForView('停止されている');
        expect(await stored()).toMatchObject({ participants: 35, version: 2 });
      } finally {
        await prisma.person.updateMany({ data: { deactivated: false } });
      }
    });

    it('that is pressed twice, or arrives twice, does its work once and says so both times', async () => {
      const tsuji = office.as('U0TSUJI').in('bot');
      onCall('views.update', { kind: 'rate-limited', retryAfter: 1 });
      await tsuji.command('/tonari-update 看取り研修');
      await tsuji.waitForView('参加人数');
      await tsuji.fill({ 参加人数: '41' });
      onCall('views.update', { kind: 'rate-limited', retryAfter: 60 });
      await tsuji.submit();
      await tsuji.waitFor('0 → 41');
      await tsuji.close();
      onDelivery('block_actions', 'duplicate');
      await tsuji.click('取り消す');
      await tsuji.waitForView('取り消しました');
      await office.quiet();
      while (tsuji.topView()) await tsuji.close();
      await tsuji.click('取り消す');
      await tsuji.waitForView('取り消しました');
      expect(await entries()).toBe(2);
      expect(await stored()).toMatchObject({ participants: 0 });
    });

    it('whose view cannot be opened does its work all the same, and says so by direct message', async () => {
      const tsuji = await opened();
      await tsuji.fill({ 参加人数: '42' });
      onCall('views.update', { kind: 'rate-limited', retryAfter: 60 });
      await tsuji.submit();
      await tsuji.waitFor('0 → 42');
      await tsuji.close();
      onCall('views.open', { kind: 'refused', code: 'expired_trigger_id' });
      await tsuji.click('取り消す');
      await tsuji.waitFor('42 → 0');
      expect(await stored()).toMatchObject({ participants: 0 });
    });
  });

  it('forms on top of each other: the one too many is offered in the direct messages', async () => {
    const tsuji = await opened();
    onCall('views.push', { kind: 'refused', code: 'push_limit_reached' });
    await tsuji.click('主催・方法など');
    await tsuji.waitFor('フォームが重なっているため');
    await tsuji.close();
    await tsuji.click('もう一度開く');
    await tsuji.waitForView('共催');
  });

  /** Somebody else holds a table for a while. */
  async function whileHeld(table: string, work: () => Promise<void>): Promise<void> {
    const holding = await office.database.pool.connect();
    try {
      await holding.query('BEGIN');
      await holding.query(`LOCK TABLE "${table}"`);
      await work();
      await holding.query('COMMIT');
    } finally {
      holding.release();
    }
  }

  /** A table is not there for a while. */
  async function whileGone(table: string, work: () => Promise<void>): Promise<void> {
    const { pool } = office.database;
    await pool.query(`ALTER TABLE "${table}" RENAME TO "Hidden"`);
    try {
      await work();
      await office.bot.idle();
    } finally {
      await pool.query(`ALTER TABLE "Hidden" RENAME TO "${table}"`);
    }
  }
});

function fail(): never {
  throw new Error('there is nothing');
}
