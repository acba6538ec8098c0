import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textOfMessage, textOfView } from '../../src/workspace/seen-text.ts';
import { newKey } from '../registry/open-registry.ts';
import { yearlyReport } from '../registry/planned-records.ts';
import { faultsOn, type Office, openOffice } from './open-office.ts';
import { remindedIn } from './reminded.ts';

// What a hub (委託先) reports to its town: the hub is reminded and submits, the town accepts or returns.

const TEAM = 'T0MIE';
const [HUB, TOWN, MANAGER, OTHER] = ['U0OGURA', 'U0TSUJI', 'U0MORINO', 'U0HIRATA'];
const PEOPLE = [
  { user: 'U0AKIYAMA', areaId: 'kihoku', role: 'prefecture' },
  { user: TOWN, areaId: 'suzuka', role: 'staff' },
  { user: MANAGER, areaId: 'suzuka', role: 'manager' },
  { user: HUB, areaId: 'suzuka', role: 'hub' },
  { user: OTHER, areaId: 'owase', role: 'staff' },
];
const TITLE = '委託事業の実績報告・精算';

describe('a deadline of the hubs', () => {
  let office: Office;
  let id: string;
  const { save, until } = remindedIn(() => office);
  beforeAll(async () => {
    office = await openOffice('socket');
    await prisma().area.update({ where: { id: 'suzuka' }, data: { channel: 'C0SUZUKA' } });
    await prisma().membership.createMany({ data: PEOPLE });
    const report = { title: TITLE, recipient: '鈴鹿市', targetYear: 'R8', submitters: 'hubs' } as const;
    id = await save('deadline', null, yearlyReport({ ...report, date: 'R8.12.11', leads: LEADS }), TOWN);
    await office.quiet();
  });
  afterAll(async () => {
    expect(faultsOn(office)).toEqual([]);
    await office.close();
  });

  const LEADS = [{ unit: 'business-days' as const, count: 1 }];
  const prisma = () => office.database.prisma;
  const at = (user: string) => office.as(user).in('bot');
  const told = (user: string, words: string) =>
    at(user)
      .messages()
      .map(textOfMessage)
      .filter((text) => text.includes(TITLE) && text.includes(words));
  const inChannel = () =>
    office
      .as(TOWN)
      .in('C0SUZUKA')
      .messages()
      .map(textOfMessage)
      .filter((text) => text.includes(TITLE));
  const seen = (user: string) => textOfView(at(user).topView() ?? fail());
  const submission = () => prisma().submission.findFirstOrThrow({ where: { deadlineId: id } });
  const saves = (user: string, fields: object, reason: string | null = null) =>
    office.app
      .registrar(async () => ({ ids: [], named: true }))
      .save({
        ...{ person: { team: TEAM, user }, via: 'form', key: newKey(), kind: 'submission', version: null, reason },
        ...{ id: `${id}.suzuka`, fields },
      });
  it('is registered by the form, where it is said that the hubs submit', async () => {
    const tsuji = at(TOWN);
    await tsuji.command('/tonari-deadline 年度末の委託報告 R9.3.31 鈴鹿市');
    await tsuji.waitForView('対象年度');
    await tsuji.fill({ 対象年度: 'R8', 提出先: '鈴鹿市' });
    await tsuji.submit();
    await tsuji.waitForView('庁内の期限・担当');
    await tsuji.click('庁内の期限・担当');
    await tsuji.waitForView('起案・決裁などを順に');
    await tsuji.fill({ 提出者: '委託先（連携拠点）' });
    await tsuji.submit();
    await tsuji.waitForView('保存しました');
    expect(await prisma().deadline.findFirst({ where: { title: '年度末の委託報告' } })).toMatchObject({
      submitters: 'hubs',
    });
    while (tsuji.topView()) await tsuji.close();
  });

  it('stands on the Home of the hub, and not on that of its town before it is overdue', async () => {
    await at(HUB).openHome();
    await at(HUB).waitForHome(TITLE);
    await at(TOWN).openHome();
    await office.quiet();
    expect(JSON.stringify(at(TOWN).home())).not.toContain(TITLE);
  });

  it('reminds the hub by direct message, not its town and not its channel', async () => {
    await until('2026-12-10T09:00:10+09:00');
    expect(told(HUB, '12月11日').length).toBe(1);
    expect(told(TOWN, '')).toEqual([]);
    expect(inChannel()).toEqual([]);
  });

  it('once overdue the hub hears of it, then the hub with the manager of its town, and no more', async () => {
    const before = told(HUB, '').length;
    await until('2026-12-14T09:00:10+09:00');
    expect(told(HUB, '').length).toBe(before + 1);
    expect(told(MANAGER, '')).toEqual([]);
    await until('2026-12-16T09:00:10+09:00');
    expect(told(HUB, '').length).toBe(before + 2);
    expect(told(MANAGER, '').length).toBe(1);
    await until('2026-12-21T09:00:10+09:00');
    expect(told(HUB, '').length).toBe(before + 2);
    expect(inChannel()).toEqual([]);
    await at(TOWN).openHome();
    await at(TOWN).waitForHome(TITLE);
  });

  it('the hub submits it itself, and decides nothing of it', async () => {
    const ogura = at(HUB);
    expect(await saves(HUB, { status: 'accepted' })).toMatchObject({ outcome: 'refused' });
    await ogura.command(`/tonari-deadline ${TITLE}`);
    await ogura.waitForView('鈴鹿市の委託先');
    await ogura.click('提出の状況: 未提出');
    await ogura.waitForView('提出済みにする');
    expect(seen(HUB)).not.toContain('差戻し');
    await ogura.click('提出済みにする');
    await ogura.waitForView('提出日');
    await ogura.fill({ 提出日: 'R8.12.21' });
    await ogura.submit();
    await ogura.waitForView('保存しました');
    expect(await submission()).toMatchObject({ status: 'submitted', lateBusinessDays: 6 });
    expect(await prisma().draft.count()).toBe(0);
  });

  it('its town returns it and accepts it; the prefecture only in its stead', async () => {
    expect(await saves('U0AKIYAMA', { status: 'accepted' })).toMatchObject({ outcome: 'needs-reason' });
    expect(await saves(OTHER, { status: 'accepted' })).toMatchObject({ outcome: 'refused' });
    const tsuji = at(TOWN);
    while (tsuji.topView()) await tsuji.close();
    await tsuji.command(`/tonari-deadline ${TITLE}`);
    await tsuji.waitForView('鈴鹿市の委託先');
    await tsuji.click('提出の状況: 提出済み');
    await tsuji.waitForView('差し戻す');
    await tsuji.click('差し戻す');
    await tsuji.waitForView('新しい期限');
    await tsuji.fill({ 新しい期限: 'R8.12.25', 理由: '精算書を直してください' });
    await tsuji.submit();
    await tsuji.waitForView('保存しました');
    await office.quiet();
    expect(told(HUB, '精算書を直してください').length).toBe(1);
    expect((await saves(HUB, { status: 'submitted', date: 'R8.12.21' })).outcome).toBe('saved');
    expect((await saves(TOWN, { status: 'accepted' })).outcome).toBe('saved');
  });
});

function fail(): never {
  throw new Error('there is no form');
}
