import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { yearlyReport } from '../registry/planned-records.ts';
import { TRANSPORTS } from '../workspace/open-workspace.ts';
import { faultsOn, type Office, openOffice } from './open-office.ts';
import { remindedIn } from './reminded.ts';

const SHARED = 'C0SUZUKA';
const lead = (count: number) => ({ unit: 'business-days' as const, count });

describe.each(TRANSPORTS)('reminders of deadlines, by %s', (transport) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(transport, { now: '2026-11-24T08:00:00+09:00' });
    const { prisma } = office.database;
    await prisma.membership.createMany({
      data: [
        { user: 'U0OGURA', areaId: 'suzuka', role: 'staff', lead: true },
        { user: 'U0HIRATA', areaId: 'owase', role: 'staff', lead: true },
        { user: 'U0AKIYAMA', areaId: 'kihoku', role: 'prefecture' },
      ],
    });
    await prisma.area.update({ where: { id: 'suzuka' }, data: { channel: SHARED } });
  });
  afterAll(async () => {
    expect(faultsOn(office)).toEqual([]);
    await office.close();
  });
  const { save, said, until } = remindedIn(() => office);
  const deadline = (more: Parameters<typeof yearlyReport>[0]) =>
    save('deadline', null, yearlyReport({ leads: [lead(1)], ...more }), 'U0AKIYAMA');

  it('say 実質は○日 where the due day is closed and stands as it is (8.1)', async () => {
    await deadline({ title: '照会への回答', date: 'R8.11.29', closedDays: 'as-is' });
    await until('2026-11-27T09:00:01+09:00');
    const [text = ''] = said('照会への回答');
    expect(text).toContain('期限: 令和8年11月29日（日）まで 実質は令和8年11月27日（金）です。');
  });

  it('of the steps before one go to whoever owns the step, and stop with the submission (8.1)', async () => {
    const steps = [
      { name: '委託先', businessDaysBefore: 4 },
      { name: '起案', businessDaysBefore: 3 },
      { name: '県', businessDaysBefore: 2 },
    ];
    const id = await deadline({ title: '委託の実績報告', date: 'R8.12.18', chain: steps });
    await until('2026-12-03T09:00:01+09:00');
    expect(said('委託の実績報告')).toEqual([]);
    await until('2026-12-04T09:00:01+09:00');
    const [hub = ''] = said('委託の実績報告');
    expect(hub).toContain('あと1開庁日: 委託先（委託の実績報告）');
    expect(hub).toContain('庁内の期限: 委託先 令和8年12月7日（月）まで');
    await until('2026-12-10T09:00:01+09:00');
    expect(said('あと1開庁日: 起案（委託の実績報告）')).toHaveLength(1);
    await save('submission', `${id}.suzuka`, { status: 'submitted', date: 'R8.12.10' });
    await until('2026-12-17T09:00:01+09:00');
    expect(said('委託の実績報告', 'U0AKIYAMA')).toEqual([]);
    expect(said('委託の実績報告')).toHaveLength(2);
  });

  it('of the hub’s step go to the hub alone where one is registered, of 県 to the prefecture', async () => {
    const { prisma } = office.database;
    await prisma.membership.create({ data: { user: 'U0MORINO', areaId: 'suzuka', role: 'hub' } });
    const steps = [
      { name: '委託先', businessDaysBefore: 4 },
      { name: '県', businessDaysBefore: 2 },
    ];
    await deadline({ title: '拠点の実績報告', date: 'R9.1.8', chain: steps });
    await until('2027-01-07T09:00:01+09:00');
    expect(said('あと1開庁日: 委託先（拠点の実績報告）', 'U0MORINO')).toHaveLength(1);
    expect(said('あと1開庁日: 県（拠点の実績報告）', 'U0AKIYAMA')).toHaveLength(1);
    expect(said('委託先（拠点の実績報告）')).toEqual([]);
    expect(said('あと1開庁日: 拠点の実績報告')).toHaveLength(1);
  });

  it('do not go to a channel that towns share, where others would read who has not submitted (1.6, 8.4)', async () => {
    await office.database.prisma.area.update({ where: { id: 'owase' }, data: { channel: SHARED } });
    const areaIds = ['suzuka', 'owase'];
    const id = await deadline({ title: '評価指標の調査', date: 'R9.1.15', areaIds });
    await save('submission', `${id}.owase`, { status: 'submitted', date: 'R8.12.24' }, 'U0HIRATA');
    await until('2027-01-14T09:00:01+09:00');
    expect(said('評価指標の調査')).toEqual([]);
    expect(said('あと1開庁日: 評価指標の調査', 'U0OGURA')).toHaveLength(1);
    expect(said('評価指標の調査', 'U0HIRATA')).toEqual([]);
  });

  it('reach the prefecture where such a town has nobody, and each area of somebody who is in charge of two', async () => {
    const { prisma } = office.database;
    await prisma.membership.deleteMany({ where: { areaId: { in: ['suzuka', 'owase'] } } });
    const areaIds = ['suzuka', 'owase'];
    await deadline({ title: '実態調査', date: 'R9.1.29', areaIds });
    await until('2027-01-28T09:00:01+09:00');
    expect(said('実態調査')).toEqual([]);
    const told = said('あと1開庁日: 実態調査', 'U0AKIYAMA');
    expect(told.map((text) => /鈴鹿市|尾鷲市/.exec(text)?.[0]).sort()).toEqual(['尾鷲市', '鈴鹿市']);
  });
});
