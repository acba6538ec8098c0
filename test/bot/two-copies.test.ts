import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { textOfView } from '../../src/workspace/seen-text.ts';
import { faultsOn, type Office, openOffice } from './open-office.ts';

const RECORD = 'survey.i-1';
const MEMBERS = [
  { user: 'U0TSUJI', areaId: 'suzuka', role: 'staff' },
  { user: 'U0GRANT', areaId: 'suzuka', role: 'manager' },
];

describe('two copies of the bot at once', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice('socket');
    await office.database.prisma.membership.createMany({ data: MEMBERS });
    await office.addCopy();
  });
  afterAll(async () => {
    expect(faultsOn(office)).toEqual([]);
    await office.close();
  });
  beforeEach(async () => {
    const { prisma } = office.database;
    await prisma.history.deleteMany();
    await prisma.initiative.update({ where: { id: RECORD }, data: { memo: null, participants: 0, version: 1 } });
    for (const user of ['U0TSUJI', 'U0GRANT']) {
      const actor = office.as(user);
      while (actor.topView()) await actor.close();
    }
  });

  const stored = () => office.database.prisma.initiative.findUniqueOrThrow({ where: { id: RECORD } });
  const entries = () => office.database.prisma.history.findMany({ orderBy: { seq: 'asc' } });
  /** Both copies get the next submission. */
  const toBoth = () => office.workspace.faults.onDelivery('view_submission', 'duplicate');

  async function opened(person: 'U0TSUJI' | 'U0GRANT') {
    const actor = office.as(person).in('bot');
    await actor.command('/tonari-update 看取り研修');
    await actor.waitForView(person === 'U0GRANT' ? 'Participants' : '参加人数');
    return actor;
  }

  /** Both send at the same time, each to both copies. */
  async function together(tsuji: Awaited<ReturnType<typeof opened>>, grant: typeof tsuji): Promise<void> {
    toBoth();
    toBoth();
    await Promise.all([tsuji.submit(), grant.submit()]);
    await tsuji.waitFor(({ views }) => views.length > 0 && !textOfView(views[0] ?? fail()).includes('保存しています'));
    await grant.waitFor(({ views }) => views.length > 0 && !textOfView(views[0] ?? fail()).includes('Saving'));
    await office.quiet();
  }

  it('take one submission that both get on once, and confirm it (5.3)', async () => {
    const tsuji = await opened('U0TSUJI');
    await tsuji.fill({ 参加人数: '35' });
    toBoth();
    await tsuji.submit();
    await tsuji.waitForView('保存しました');
    await office.quiet();
    expect(textOfView(tsuji.topView() ?? fail())).toContain('0 → 35');
    expect(await entries()).toHaveLength(1);
    expect(await stored()).toMatchObject({ participants: 35, version: 2 });
  });

  it('let changes of different fields by two persons both stand (5.2)', async () => {
    const [tsuji, grant] = [await opened('U0TSUJI'), await opened('U0GRANT')];
    await tsuji.fill({ 参加人数: '36' });
    await grant.fill({ Memo: '資料あり' });
    await together(tsuji, grant);
    expect(await stored()).toMatchObject({ participants: 36, memo: '資料あり', version: 3 });
    expect((await entries()).map(({ user }) => user).sort()).toEqual(['U0GRANT', 'U0TSUJI']);
  });

  it('tell the second of two persons at the same field, who loses nothing typed (5.2)', async () => {
    const [tsuji, grant] = [await opened('U0TSUJI'), await opened('U0GRANT')];
    await tsuji.fill({ 参加人数: '37', メモ: '辻のメモ' });
    await grant.fill({ Participants: '38', Memo: 'Grant wrote' });
    await together(tsuji, grant);
    const [entry, ...others] = await entries();
    expect(others).toEqual([]);
    const [first, second] = entry?.user === 'U0TSUJI' ? [tsuji, grant] : [grant, tsuji];
    expect(textOfView(first.topView() ?? fail())).toMatch(/保存しました|: saved\./);
    const told = JSON.stringify(second.topView());
    expect(told).toMatch(/ほかの人が同じ項目|Somebody changed the same fields/);
    expect(told).toContain(second === tsuji ? '辻のメモ' : 'Grant wrote');
  });

  it('find what one of them saved at the other', async () => {
    const tsuji = await opened('U0TSUJI');
    await tsuji.fill({ メモ: 'ふたつめの写しでも見える' });
    await tsuji.submit();
    await tsuji.waitForView('保存しました');
    await tsuji.close();
    const again = await opened('U0TSUJI');
    expect(textOfView(again.topView() ?? fail())).toContain('ふたつめの写しでも見える');
  });

  it('take a figure of an indicator that two persons enter at once from the first, and ask the second (6.1)', async () => {
    const [tsuji, grant] = [office.as('U0TSUJI').in('bot'), office.as('U0GRANT').in('bot')];
    for (const [actor, shows] of [
      [tsuji, ['指標 ※必須', '計画値']],
      [grant, ['Indicator (required)', 'Planned']],
    ] as const) {
      await actor.command('/tonari-indicator 訪問診療 利用者数 R6年度');
      await actor.waitForView(shows[0]);
      await actor.submit();
      await actor.waitForView(shows[1]);
    }
    await tsuji.fill({ 実績値: '101' });
    await grant.fill({ Actual: '102', Forecast: '130' });
    await together(tsuji, grant);
    const value = (kind: string) =>
      office.database.prisma.indicatorValue.findFirst({ where: { fiscalYear: 'R6', kind } });
    const all = await entries();
    const byTsuji = all[0]?.user === 'U0TSUJI';
    expect(all).toHaveLength(byTsuji ? 1 : 2);
    const second = byTsuji ? grant : tsuji;
    expect(JSON.stringify(second.topView())).toMatch(/ほかの人が同じ項目|Somebody changed the same fields/);
    expect(await value('actual')).toMatchObject({ value: byTsuji ? 101 : 102 });
    // All or none: the forecast of the refused submission waits with it.
    expect((await value('forecast'))?.value ?? null).toBe(byTsuji ? null : 130);
    await second.submit();
    await second.waitFor(({ views }) => /保存しました|: saved\./.test(textOfView(views[0] ?? fail())));
    expect(await value('actual')).toMatchObject({ value: byTsuji ? 102 : 101 });
    expect(await value('planned')).toMatchObject({ value: 120 });
  });
});

function fail(): never {
  throw new Error('there is nothing');
}
