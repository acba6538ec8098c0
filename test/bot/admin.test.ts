import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { changeAsked } from '../../commands/entries.ts';
import { textOfBlocks, textOfMessage, textOfView } from '../../src/workspace/seen-text.ts';
import { caseMeeting, yearlyReport } from '../registry/planned-records.ts';
import { TRANSPORTS } from '../workspace/open-workspace.ts';
import { faultsOn, type Office, openOffice } from './open-office.ts';
import { remindedIn } from './reminded.ts';

const MEMBERS = [
  { user: 'U0TSUJI', areaId: 'suzuka', role: 'staff' },
  { user: 'U0NAKAI', areaId: 'suzuka', role: 'manager' },
  { user: 'U0OGURA', areaId: 'suzuka', role: 'viewer' },
  { user: 'U0HIRATA', areaId: 'owase', role: 'manager' },
  { user: 'U0AKIYAMA', areaId: 'kihoku', role: 'prefecture' },
];

describe.each(TRANSPORTS)('/tonari-admin, by %s,', (transport) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(transport);
  });
  afterAll(async () => {
    expect(faultsOn(office)).toEqual([]);
    await office.close();
  });
  beforeEach(async () => {
    const { prisma } = office.database;
    await prisma.membership.deleteMany();
    await prisma.section.deleteMany();
    await prisma.joinRequest.deleteMany();
    await prisma.history.deleteMany();
    await prisma.refusal.deleteMany();
    await prisma.person.updateMany({ data: { deactivated: false } });
    await prisma.area.updateMany({ data: { channel: null } });
    await prisma.membership.createMany({ data: MEMBERS });
  });

  const memberships = (user: string) =>
    office.database.prisma.membership.findMany({ where: { user }, include: { section: true }, orderBy: { id: 'asc' } });
  const history = () => office.database.prisma.history.findMany({ orderBy: { seq: 'asc' } });
  const refusals = () => office.database.prisma.refusal.findMany({ orderBy: { seq: 'asc' } });

  async function command(person: string, text: string, shows: string) {
    const actor = office.as(person).in('bot');
    while (actor.topView()) await actor.close();
    await actor.command(text);
    await actor.waitForView(shows);
    return actor;
  }

  describe('members', () => {
    it('a manager adds a member of the own area, sees what was saved, and takes it back', async () => {
      const nakai = await command('U0NAKAI', '/tonari-admin', '何を管理しますか');
      await nakai.click('メンバー');
      const list = textOfView(await nakai.waitForView('鈴鹿市のメンバー（3件）'));
      expect(list).toContain('管理職');
      await nakai.click('メンバーを追加');
      await nakai.waitForView('役割 ※必須');
      await nakai.fill({ メンバー: 'U0KUZE', 役割: '市町担当', '課・係': '長寿社会課', いつから: 'R8.12.1' });
      await nakai.submit();
      const saved = textOfView(await nakai.waitForView('メンバーを保存しました'));
      expect(saved).toContain('久世 みどり');
      expect(saved).toContain('令和8年12月1日（火）');
      expect(await memberships('U0KUZE')).toMatchObject([
        { areaId: 'suzuka', role: 'staff', from: '2026-12-01', name: '久世 みどり', section: { name: '長寿社会課' } },
      ]);
      expect(await history()).toMatchObject([{ kind: 'member', action: 'create', user: 'U0NAKAI', via: 'form' }]);
      await nakai.click('取り消す');
      await nakai.waitForView('取り消しました');
      expect(await memberships('U0KUZE')).toEqual([]);
      expect(await history()).toMatchObject([{ action: 'create' }, { action: 'undo' }]);
    });

    it('changes role, section and term, old → new; what is already so is 変更なし; who did it stands in the history', async () => {
      const nakai = await command('U0NAKAI', '/tonari-admin メンバー', '鈴鹿市のメンバー');
      await nakai.click('小倉 里奈を変更');
      await nakai.waitForView('だれの代理か');
      await nakai.submit();
      await nakai.waitForView('変更なし');
      await nakai.click('← メンバー');
      await nakai.waitForView('鈴鹿市のメンバー');
      await nakai.click('小倉 里奈を変更');
      await nakai.waitForView('だれの代理か');
      await nakai.fill({ 役割: '市町担当', いつまで: 'R8.1.1', いつから: 'R8.4.1' });
      await nakai.submit();
      expect(nakai.errors()).toEqual({ until: expect.stringContaining('より前') });
      await nakai.fill({ いつまで: 'R9.3.31' });
      await nakai.submit();
      expect(textOfView(await nakai.waitForView('保存しました'))).toContain('閲覧 → 市町担当');
      expect(await memberships('U0OGURA')).toMatchObject([{ role: 'staff', from: '2026-04-01', until: '2027-03-31' }]);
      await nakai.click('← メンバー');
      await nakai.waitForView('令和9年3月31日（水）まで');
      await nakai.click('小倉 里奈を変更');
      await nakai.waitForView('だれの代理か');
      await nakai.click('履歴を見る');
      expect(textOfView(await nakai.waitForView('閲覧 → 市町担当'))).toContain('中井 志保');
    });

    it('two people change one membership at once: the second is told and loses nothing typed', async () => {
      const nakai = await command('U0NAKAI', '/tonari-admin メンバー', '鈴鹿市のメンバー');
      await nakai.click('小倉 里奈を変更');
      await nakai.waitForView('だれの代理か');
      const akiyama = await command('U0AKIYAMA', '/tonari-admin メンバー 鈴鹿市', '鈴鹿市のメンバー');
      await akiyama.click('小倉 里奈を変更');
      await akiyama.waitForView('だれの代理か');
      await akiyama.fill({ 役割: '管理職' });
      await akiyama.submit();
      await akiyama.waitForView('保存しました');
      await nakai.fill({ '課・係': '長寿社会課' });
      await nakai.submit();
      const view = await nakai.waitForView('ほかの人がこの登録を変えた');
      expect(textOfView(view)).toContain('閲覧 → 管理職');
      expect(JSON.stringify(view)).toContain('長寿社会課');
      expect(await memberships('U0OGURA')).toMatchObject([{ role: 'manager', section: null }]);
    });

    it('a long list comes in pages', async () => {
      const data = Array.from({ length: 25 }, (_, at) => ({
        user: `U${at}`,
        name: `職員${at}`,
        areaId: 'suzuka',
        role: 'viewer',
      }));
      await office.database.prisma.membership.createMany({ data });
      const nakai = await command('U0NAKAI', '/tonari-admin メンバー', '1／3ページ');
      await nakai.click('次へ');
      await nakai.waitForView('2／3ページ');
      await nakai.click('次へ');
      await nakai.waitForView('3／3ページ');
      await nakai.click('前へ');
      await nakai.waitForView('2／3ページ');
    });

    it('a deactivated account is not registered', async () => {
      const akiyama = await command('U0AKIYAMA', '/tonari-admin メンバー 鈴鹿市', '鈴鹿市のメンバー');
      await akiyama.click('メンバーを追加');
      await akiyama.waitForView('役割 ※必須');
      await akiyama.fill({ メンバー: 'U0YONEDA' });
      await akiyama.submit();
      await akiyama.waitForView('停止されているため');
      expect(await memberships('U0YONEDA')).toEqual([]);
    });
  });

  describe('who may (4.1, 4.2, 4.4)', () => {
    it('viewers, staff and strangers do not manage members; each refusal is in the audit', async () => {
      await command('U0OGURA', '/tonari-admin', '閲覧の役割のため');
      await command('U0KUZE', '/tonari-admin', '担当として登録されていない');
      const tsuji = await command('U0TSUJI', '/tonari-admin', '何を管理しますか');
      const menu = textOfView(tsuji.topView() ?? fail());
      expect(menu).toContain('異動・引継ぎ');
      expect(menu).not.toContain('メンバー');
      await command('U0TSUJI', '/tonari-admin メンバー', '鈴鹿市のメンバーなどの管理は');
      await command('U0HIRATA', '/tonari-admin メンバー 鈴鹿市', '鈴鹿市のメンバーなどの管理は');
      expect((await refusals()).map(({ user, result }) => [user, result])).toEqual([
        ['U0OGURA', 'viewer'],
        ['U0KUZE', 'not-registered'],
        ['U0TSUJI', 'not-your-area'],
        ['U0HIRATA', 'not-your-area'],
      ]);
    });

    it('is decided again when the form is sent, by the state at that moment', async () => {
      const nakai = await command('U0NAKAI', '/tonari-admin メンバー', '鈴鹿市のメンバー');
      await nakai.click('メンバーを追加');
      await nakai.waitForView('役割 ※必須');
      await office.database.prisma.membership.updateMany({ where: { user: 'U0NAKAI' }, data: { role: 'staff' } });
      await nakai.fill({ メンバー: 'U0KUZE', '課・係': '消えない課' });
      await nakai.submit();
      const view = await nakai.waitForView('管理職と県の管理者だけ');
      expect(JSON.stringify(view)).toContain('消えない課');
      expect(await memberships('U0KUZE')).toEqual([]);
      expect(await refusals()).toMatchObject([{ user: 'U0NAKAI', result: 'not-your-area' }]);
    });

    it('a manager cannot make somebody the prefecture’s, nor change one who is', async () => {
      const nakai = await command('U0NAKAI', '/tonari-admin メンバー', '鈴鹿市のメンバー');
      await nakai.click('メンバーを追加');
      await nakai.waitForView('役割 ※必須');
      await nakai.fill({ メンバー: 'U0KUZE', 役割: '県管理者' });
      await nakai.submit();
      await nakai.waitForView('県の管理者だけができます');
      expect(await memberships('U0KUZE')).toEqual([]);
    });

    it('a deactivated person’s open form is dead', async () => {
      const nakai = await command('U0NAKAI', '/tonari-admin メンバー', '鈴鹿市のメンバー');
      await nakai.click('メンバーを追加');
      await nakai.waitForView('役割 ※必須');
      await office.database.prisma.person.updateMany({ where: { user: 'U0NAKAI' }, data: { deactivated: true } });
      await nakai.fill({ メンバー: 'U0KUZE' });
      await nakai.submit();
      await nakai.waitForView('停止されている');
      expect(await memberships('U0KUZE')).toEqual([]);
    });

    it('until somebody is registered for the prefecture, Slack’s own administrators manage', async () => {
      await office.database.prisma.membership.deleteMany({ where: { user: 'U0AKIYAMA' } });
      const akiyama = await command('U0AKIYAMA', '/tonari-admin メンバー 鈴鹿市', '鈴鹿市のメンバー');
      await akiyama.click('メンバーを追加');
      await akiyama.waitForView('役割 ※必須');
      await akiyama.fill({ メンバー: 'U0GRANT', 役割: '県管理者' });
      await akiyama.submit();
      await akiyama.waitForView('保存しました');
      await command('U0AKIYAMA', '/tonari-admin メンバー 鈴鹿市', '登録されていない');
    });
  });

  it('takes two forms that one view showed in turn as two; who is a member already is not added twice', async () => {
    const nakai = await command('U0NAKAI', '/tonari-admin メンバー', '鈴鹿市のメンバー');
    for (const user of ['U0KUZE', 'U0GRANT']) {
      await nakai.click('メンバーを追加');
      await nakai.waitForView('役割 ※必須');
      await nakai.fill({ メンバー: user });
      await nakai.submit();
      await nakai.waitForView('メンバーを保存しました');
      await nakai.click('← メンバー');
      await nakai.waitForView('鈴鹿市のメンバー');
    }
    expect(await memberships('U0KUZE')).toHaveLength(1);
    expect(await memberships('U0GRANT')).toHaveLength(1);
    await nakai.click('メンバーを追加');
    await nakai.waitForView('役割 ※必須');
    await nakai.fill({ メンバー: 'U0KUZE' });
    await nakai.submit();
    await nakai.waitForView('すでに登録があります');
    expect(await memberships('U0KUZE')).toHaveLength(1);
  });

  describe('sections', () => {
    it('has a person in charge and a deputy from a day on; who was in charge stays a member', async () => {
      const nakai = await command('U0NAKAI', '/tonari-admin 課・係', '鈴鹿市の課・係');
      await nakai.click('課・係を追加');
      await nakai.waitForView('課・係の名称');
      await nakai.fill({ '課・係の名称': '長寿社会課', 主担当: 'U0TSUJI' });
      await nakai.submit();
      await nakai.waitForView('保存しました');
      await nakai.click('← 課・係と主担当');
      expect(textOfView(await nakai.waitForView('鈴鹿市の課・係'))).toContain('主担当');
      await nakai.click('長寿社会課を変更');
      await nakai.waitForView('課・係の名称');
      await nakai.fill({ 主担当: 'U0KUZE', 主担当の代理: 'U0OGURA', いつから: 'R9.4.1' });
      await nakai.submit();
      await nakai.waitForView('保存しました');
      const charge = async (day: string) =>
        (
          await office.app
            .members(async () => ({ ids: [], named: true }))
            .inCharge('suzuka', '長寿社会課', day as never)
        )
          .slice(0, 1)
          .map(({ user }) => user);
      expect(await charge('2027-03-31')).toEqual(['U0TSUJI']);
      expect(await charge('2027-04-01')).toEqual(['U0KUZE']);
      expect(await memberships('U0TSUJI')).toMatchObject([
        { lead: true, until: '2027-03-31' },
        { lead: false, from: '2027-04-01', until: null },
      ]);
      expect(await memberships('U0OGURA')).toContainEqual(
        expect.objectContaining({ deputyOf: 'U0KUZE', from: '2027-04-01' }),
      );
      await nakai.click('取り消す');
      await nakai.waitForView('取り消しました');
      expect(await charge('2027-04-01')).toEqual(['U0TSUJI']);
      expect(await memberships('U0KUZE')).toEqual([]);
    });
  });

  describe('channels', () => {
    it('an area’s channel is one where the bot is a member; else it says how to invite it, and saves nothing', async () => {
      const nakai = await command('U0NAKAI', '/tonari-admin チャンネル', 'お知らせが届くチャンネル');
      await nakai.fill({ チャンネル: '雑談' });
      await nakai.submit();
      await nakai.waitForView('/invite @');
      const { prisma } = office.database;
      expect((await prisma.area.findUniqueOrThrow({ where: { id: 'suzuka' } })).channel).toBeNull();
      await nakai.fill({ チャンネル: '全体-在宅医療介護連携' });
      await nakai.submit();
      await nakai.waitForView('保存しました');
      expect((await prisma.area.findUniqueOrThrow({ where: { id: 'suzuka' } })).channel).toBe('C0ZENTAI');
      await nakai.click('取り消す');
      await nakai.waitForView('取り消しました');
      expect((await prisma.area.findUniqueOrThrow({ where: { id: 'suzuka' } })).channel).toBeNull();
    });
  });

  describe('joining', () => {
    it('somebody not registered asks at the refusal; a manager approves once, and the asker is told', async () => {
      const kuze = await command('U0KUZE', '/tonari-update 看取り研修', '登録されていない');
      await kuze.click('この市町の担当です');
      await kuze.waitForView('伝えたいこと');
      await kuze.fill({ '課・係': '長寿社会課', 伝えたいこと: '4月から担当です' });
      await kuze.submit();
      await kuze.waitForView('鈴鹿市の担当として登録を申し込みました');
      const nakai = office.as('U0NAKAI').in('bot');
      while (nakai.topView()) await nakai.close();
      expect(textOfMessage(await nakai.waitFor('登録を申し込みました'))).toContain('4月から担当です');
      const akiyama = office.as('U0AKIYAMA').in('bot');
      while (akiyama.topView()) await akiyama.close();
      await akiyama.waitFor('登録を申し込みました');
      await nakai.click('市町担当として承認');
      await nakai.waitFor('久世 みどりを鈴鹿市の市町担当として承認しました');
      expect(await memberships('U0KUZE')).toMatchObject([
        { areaId: 'suzuka', role: 'staff', section: { name: '長寿社会課' } },
      ]);
      while (kuze.topView()) await kuze.close();
      await kuze.in('bot').waitFor('鈴鹿市の「市町担当」として登録されました');
      await akiyama.click('見送る');
      await akiyama.waitFor('すでに決まっています。中井 志保が、久世 みどりを鈴鹿市の担当として承認しました');
      expect(await memberships('U0KUZE')).toHaveLength(1);
    });

    it('a second request of the same person is the same one, and nobody is told twice', async () => {
      for (const words of ['登録を申し込みました', 'すでに受け付けています']) {
        const kuze = await command('U0KUZE', '/tonari-update 看取り研修', '登録されていない');
        await kuze.click('この市町の担当です');
        await kuze.waitForView('伝えたいこと');
        await kuze.submit();
        await kuze.waitForView(words);
      }
      expect(await office.database.prisma.joinRequest.count()).toBe(1);
    });

    it('those who decide and then the asker hear of it, though the bot ends right after what it stored', async () => {
      const inbox = (person: string) => office.as(person).in('bot').messages().map(textOfMessage);
      const heard = (person: string, words: string) => inbox(person).filter((text) => text.includes(words)).length;
      const members = () => office.app.members(async () => ({ ids: [], named: true }));
      const [asked, welcome] = ['止まる前に申し込みました', '鈴鹿市の「閲覧」として登録されました'];
      const wish = { areaId: 'suzuka', section: null, note: asked };
      await office.quiet();
      let id = '';
      await office.restart(async () => {
        ({ id } = await members().askToJoin({ team: 'T0MIE', user: 'U0KUZE' }, wish));
      });
      await office.quiet();
      expect([heard('U0NAKAI', asked), heard('U0AKIYAMA', asked), heard('U0HIRATA', asked)]).toEqual([1, 1, 0]);
      await office.restart(async () => {
        const decided = await members().decideRequest({ team: 'T0MIE', user: 'U0NAKAI' }, 'killed', id, 'viewer');
        expect(decided.outcome).toBe('saved');
      });
      await office.quiet();
      expect(heard('U0KUZE', welcome)).toBe(1);
    });

    it('the list holds what waits for one’s own areas; declining tells the asker', async () => {
      const { prisma } = office.database;
      const data = { at: new Date('2026-11-20T10:00:00+09:00'), team: 'T0MIE', user: 'U0KUZE' };
      await prisma.joinRequest.create({ data: { ...data, areaId: 'suzuka' } });
      await prisma.joinRequest.create({ data: { ...data, areaId: 'owase' } });
      const nakai = await command('U0NAKAI', '/tonari-admin', '登録の申し込み（1件）');
      await nakai.click('登録の申し込み（1件）');
      const view = textOfView(await nakai.waitForView('市町担当として承認'));
      expect(view).toContain('鈴鹿市');
      expect(view).not.toContain('尾鷲市');
      await nakai.click('見送る');
      await nakai.waitForView('見送りました');
      await office.as('U0KUZE').in('bot').waitFor('登録は、見送られました');
      expect(await memberships('U0KUZE')).toEqual([]);
    });

    it('the decision is the server’s: somebody who is no manager any more decides nothing', async () => {
      const kuze = await command('U0KUZE', '/tonari-update 看取り研修', '登録されていない');
      await kuze.click('この市町の担当です');
      await kuze.waitForView('伝えたいこと');
      await kuze.submit();
      await kuze.waitForView('登録を申し込みました');
      const nakai = office.as('U0NAKAI').in('bot');
      while (nakai.topView()) await nakai.close();
      await office.quiet();
      await nakai.waitFor('登録を申し込みました');
      await office.database.prisma.membership.updateMany({ where: { user: 'U0NAKAI' }, data: { role: 'staff' } });
      await nakai.click('市町担当として承認');
      await nakai.waitFor('管理職と県の管理者だけ');
      expect(await memberships('U0KUZE')).toEqual([]);
    });
  });

  describe('handover (9.4)', () => {
    it('shows what a town has and what its former person left; entered in November, in force on 1 April', async () => {
      const { prisma } = office.database;
      const section = await prisma.section.create({ data: { id: 's1', areaId: 'suzuka', name: '長寿社会課' } });
      await prisma.membership.updateMany({ where: { user: 'U0TSUJI' }, data: { sectionId: section.id, lead: true } });
      await prisma.membership.create({
        data: { user: 'U0OGURA', areaId: 'suzuka', role: 'staff', deputyOf: 'U0TSUJI', sectionId: section.id },
      });
      const tsuji = await command('U0TSUJI', '/tonari-update 看取り研修', '状況');
      await tsuji.fill({ メモ: '会場を探している' });
      await tsuji.submit();
      await tsuji.waitForView('保存しました');
      const nakai = await command('U0NAKAI', '/tonari-admin 引継ぎ', '鈴鹿市の引継ぎ');
      const before = textOfView(nakai.topView() ?? fail());
      expect(before).toContain('看取り研修');
      expect(before).toContain('辻 文香の代理');
      await nakai.click('引継ぎを登録');
      await nakai.waitForView('次の担当者に伝えること');
      await nakai.fill({ 前の担当者: '辻 文香', 次の担当者: 'U0KUZE', 次の担当者に伝えること: '講師は11月に頼む' });
      await nakai.submit();
      const saved = textOfView(await nakai.waitForView('引継ぎを登録しました'));
      expect(saved).toContain('令和9年4月1日（木）から');
      expect(await memberships('U0TSUJI')).toMatchObject([{ until: '2027-03-31' }]);
      expect(await memberships('U0KUZE')).toMatchObject([
        { from: '2027-04-01', role: 'staff', lead: true, sectionId: 's1' },
      ]);
      expect(await memberships('U0OGURA')).toContainEqual(
        expect.objectContaining({ deputyOf: 'U0KUZE', from: '2027-04-01' }),
      );
      const rights = (day: string) =>
        office.app
          .registrar(async () => ({ ids: [], named: true }))
          .rights({ team: 'T0MIE', user: 'U0KUZE' }, day as never);
      expect((await rights('2027-03-31')).memberships).toEqual([]);
      expect((await rights('2027-04-01')).memberships).toMatchObject([{ areaId: 'suzuka', role: 'staff' }]);
      await nakai.click('← 異動・引継ぎ');
      const after = textOfView(await nakai.waitForView('前の担当者が残したもの'));
      expect(after).toContain('辻 文香（令和9年3月31日（水）まで）');
      expect(after).toContain('看取り研修（予定）');
      expect(after).toContain('講師は11月に頼む');
      // Staff look at it as well, and enter nothing.
      const staff = await command('U0TSUJI', '/tonari-admin 引継ぎ', '鈴鹿市の引継ぎ');
      expect(textOfView(staff.topView() ?? fail())).not.toContain('引継ぎを登録');
    });

    it('hands over meetings and deadlines that name the former person, which the successor sees; taken back, so are they', async () => {
      const { save } = remindedIn(() => office);
      const plan = await save('meetingPlan', null, caseMeeting({ inCharge: 'U0TSUJI' }), 'U0NAKAI');
      const due = await save('deadline', null, yearlyReport({ inCharge: 'U0TSUJI' }), 'U0NAKAI');
      await save('meetingPlan', null, caseMeeting({ title: '別の会議', inCharge: 'U0NAKAI' }), 'U0NAKAI');
      const { prisma } = office.database;
      const handovers = async () => [
        (await prisma.meetingPlan.findUniqueOrThrow({ where: { id: plan } })).handover,
        (await prisma.deadline.findUniqueOrThrow({ where: { id: due } })).handover,
      ];
      const nakai = await command('U0NAKAI', '/tonari-admin 引継ぎ', 'これからの会議（2件）');
      const before = textOfView(nakai.topView() ?? fail());
      expect(before).toContain('令和8年12月15日（火） 19:00・担当 辻 文香');
      expect(before).toContain('報告の締切（1件）');
      await nakai.click('引継ぎを登録');
      await nakai.waitForView('次の担当者に伝えること');
      await nakai.fill({ 前の担当者: '辻 文香', 次の担当者: 'U0KUZE' });
      await nakai.submit();
      await nakai.waitForView('引継ぎを登録しました');
      expect(await handovers()).toEqual(Array(2).fill({ to: 'U0KUZE', from: '2027-04-01' }));
      expect(await prisma.meetingPlan.count({ where: { inCharge: 'U0NAKAI' } })).toBe(1);
      expect(await prisma.history.count({ where: { record: { in: [plan, due] }, action: 'update' } })).toBe(2);
      await command('U0TSUJI', '/tonari-admin 引継ぎ', '令和9年4月1日（木）から久世 みどり');
      await nakai.click('取り消す');
      await nakai.waitForView('取り消しました');
      expect(await handovers()).toEqual([null, null]);
      await prisma.meetingPlan.deleteMany();
      await prisma.deadline.deleteMany();
    });

    it('takes a handover back as a whole', async () => {
      const nakai = await command('U0NAKAI', '/tonari-admin 引継ぎ', '鈴鹿市の引継ぎ');
      await nakai.click('引継ぎを登録');
      await nakai.waitForView('次の担当者に伝えること');
      await nakai.fill({ 前の担当者: '辻 文香', 次の担当者: 'U0KUZE' });
      await nakai.submit();
      await nakai.waitForView('引継ぎを登録しました');
      await nakai.click('取り消す');
      await nakai.waitForView('取り消しました');
      expect(await memberships('U0TSUJI')).toMatchObject([{ until: null }]);
      expect(await memberships('U0KUZE')).toEqual([]);
    });
  });

  it('opens from a mention, a direct message and Home, for those who manage something', async () => {
    const nakai = office.as('U0NAKAI').in('bot');
    while (nakai.topView()) await nakai.close();
    await nakai.say('管理を開いて');
    await nakai.waitFor('下のボタンから');
    await nakai.click('管理');
    await nakai.waitForView('何を管理しますか');
    await nakai.close();
    nakai.in('全体-在宅医療介護連携');
    await nakai.mention('主担当を変更したい');
    await nakai.waitFor('下のボタンから');
    await nakai.click('管理');
    await nakai.waitForView('鈴鹿市の課・係');
    await nakai.close();
    await nakai.openHome();
    await nakai.waitForHome('管理');
    await nakai.click('管理');
    await nakai.waitForView('何を管理しますか');
    const tsuji = office.as('U0TSUJI');
    await tsuji.openHome();
    const home = await tsuji.waitForHome('取組を更新');
    expect(textOfBlocks(home.blocks)).not.toContain('管理');
  });
});

describe('what somebody says of the administration', () => {
  it('is told from a question', () => {
    expect(changeAsked('鈴鹿市の担当です')).toEqual({ door: 'join', line: '鈴鹿市の担当です' });
    expect(changeAsked('管理画面を開いて')).toMatchObject({ door: 'admin' });
    expect(changeAsked('メンバーを追加したい')).toMatchObject({ door: 'admin' });
    for (const question of ['鈴鹿市の担当は？', '連携拠点の担当課', '管理栄養士の取組', '認知症の担当者研修']) {
      expect(changeAsked(question)).toBeNull();
    }
  });
});

function fail(): never {
  throw new Error('there is nothing');
}
