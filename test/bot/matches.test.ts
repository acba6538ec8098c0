import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { USUAL_NOTICES } from '../../src/records/notice-preference.ts';
import { TEAM } from '../../src/workspace/cast.ts';
import { textOfBlocks, textOfMessage } from '../../src/workspace/seen-text.ts';
import { isoDay, yearlyReport } from '../registry/planned-records.ts';
import { TRANSPORTS } from '../workspace/open-workspace.ts';
import { faultsOn, type Office, openOffice } from './open-office.ts';
import { remindedIn } from './reminded.ts';

const TITLE = '困っていることに、ほかの市町の工夫があります';
const PRACTICE = '医療職が参加しやすい時間に研修を設定している';

describe.each(TRANSPORTS)('what neighbours recorded for one’s own difficulties, by %s,', (transport) => {
  let office: Office;
  let suzuka = '';
  const { save, until } = remindedIn(() => office);
  // Friday 20 November 2026; the Monday after is 勤労感謝の日.
  beforeAll(async () => {
    office = await openOffice(transport, { records: 'shipped', now: '2026-11-20T08:00:00+09:00' });
    const { prisma } = office.database;
    suzuka = (await prisma.area.findUniqueOrThrow({ where: { name: '鈴鹿市' } })).id;
    const people = ['U0OGURA', 'U0TSUJI'].map((user) => ({ user, areaId: suzuka, role: 'staff' }));
    await prisma.membership.createMany({ data: people });
  });
  beforeEach(() => office.database.prisma.uselessMatch.deleteMany());
  afterAll(async () => {
    expect(faultsOn(office)).toEqual([]);
    await office.close();
  });

  const digestOf = (user: string, digest: 'monday' | 'daily') =>
    office.app.notices.choose({ team: TEAM.id, user }, { ...USUAL_NOTICES, digest });
  const digests = (user: string) =>
    office
      .as(user)
      .in('bot')
      .messages()
      .map(textOfMessage)
      .filter((text) => text.includes('のまとめ'));

  it('stands on Home with its source, place and as-of date, and leads to the neighbour’s records', async () => {
    const ogura = office.as('U0OGURA');
    await ogura.openHome();
    const text = textOfBlocks((await ogura.waitForHome(TITLE)).blocks);
    expect(text).toMatch(/毎回同じようなメンバー[\s\S]*大台町[\s\S]*参加しやすい時間/);
    expect(text).toMatch(/［在宅医療・介護連携に関する市町取組状況調査（令和7年度）、大台町の調査票[^］]*令和7年11月/);
    await ogura.click('大台町の工夫を見る');
    await ogura.in('bot').waitFor(PRACTICE);
  });

  it('is gone by 「役に立たない」 for whoever pressed it, and for nobody else', async () => {
    const ogura = office.as('U0OGURA');
    await ogura.openHome();
    await ogura.waitForHome(TITLE);
    await ogura.click('役に立たない');
    await ogura.waitFor(({ home }) => home && !textOfBlocks(home.blocks).includes(TITLE));
    expect(await office.database.prisma.uselessMatch.findMany()).toMatchObject([{ user: 'U0OGURA' }]);
    const tsuji = office.as('U0TSUJI');
    await tsuji.openHome();
    await tsuji.waitForHome(TITLE);
  });

  it('stands in the first digest of a week, and never makes a message of its own', async () => {
    await digestOf('U0OGURA', 'daily');
    await digestOf('U0TSUJI', 'monday');
    await office.database.prisma.initiative.updateMany({ data: { date: null } });
    await until('2026-11-24T09:00:01+09:00');
    expect([...digests('U0OGURA'), ...digests('U0TSUJI')]).toEqual([]);
    const areaIds = [suzuka];
    await save('deadline', null, yearlyReport({ title: '遅れる報告', date: isoDay('2026-11-27'), leads: [], areaIds }));
    await until('2026-11-25T09:00:01+09:00');
    const [wednesday = ''] = digests('U0OGURA');
    expect(wednesday).toContain('遅れる報告');
    expect(wednesday).not.toContain(TITLE);
    await until('2026-11-30T09:00:01+09:00');
    expect(digests('U0OGURA').at(-1)).toContain(PRACTICE);
    expect(digests('U0TSUJI')).toEqual([expect.stringContaining(PRACTICE)]);
    const tsuji = office.as('U0TSUJI').in('bot');
    await tsuji.click('役に立たない');
    await tsuji.waitFor('もう表示しません');
    await until('2026-12-07T09:00:01+09:00');
    expect(digests('U0TSUJI').at(-1)).not.toContain(TITLE);
  });
});
