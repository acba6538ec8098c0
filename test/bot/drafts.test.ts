import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { textOfMessage, textOfView } from '../../src/workspace/seen-text.ts';
import { TRANSPORTS } from '../workspace/open-workspace.ts';
import { faultsOn, type Office, openOffice } from './open-office.ts';

const RECORD = 'survey.i-1';
const MEMBERS = [
  { user: 'U0OGURA', areaId: 'suzuka', role: 'hub' },
  { user: 'U0TSUJI', areaId: 'suzuka', role: 'staff' },
  { user: 'U0GRANT', areaId: 'suzuka', role: 'manager' },
  { user: 'U0HIRATA', areaId: 'owase', role: 'staff' },
];

describe.each(TRANSPORTS)('what a hub writes waits for its town (4.1), by %s,', (transport) => {
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
    await prisma.draft.deleteMany();
    await prisma.initiative.update({ where: { id: RECORD }, data: { memo: null, participants: 0, version: 1 } });
    for (const user of ['U0OGURA', 'U0TSUJI', 'U0GRANT']) {
      const actor = office.as(user).in('bot');
      while (actor.topView()) await actor.close();
    }
  });

  const stored = () => office.database.prisma.initiative.findUniqueOrThrow({ where: { id: RECORD } });

  /** The hub's person has written a memo, and the town was told. */
  async function drafted(memo: string, shows = '案として預かりました') {
    const ogura = office.as('U0OGURA').in('bot');
    await ogura.command('/tonari-update 看取り研修');
    await ogura.waitForView('市町の担当者が承認すると');
    await ogura.fill({ メモ: memo });
    await ogura.submit();
    await ogura.waitForView(shows);
    await office.quiet();
    return ogura;
  }

  /** What is stored by a bot that then ends, before it could tell anybody. */
  async function restarted(work: () => Promise<void>): Promise<void> {
    await office.quiet();
    await office.restart(work);
    await office.quiet();
  }

  const told = (person: string) =>
    office
      .as(person)
      .in('bot')
      .messages()
      .filter((message) => textOfMessage(message).includes('の案'))
      .map(textOfMessage);

  async function deciding(person = 'U0TSUJI') {
    const actor = office.as(person).in('bot');
    await actor.click('確かめて決める');
    await actor.waitForView('この案を');
    return actor;
  }

  it('its person is told so beforehand and afterwards, and the record stays as it was', async () => {
    const ogura = await drafted('拠点より');
    expect(textOfView(ogura.topView() ?? fail())).toContain('鈴鹿市の担当者に知らせます');
    expect(await stored()).toMatchObject({ memo: null, version: 1 });
    await ogura.close();
    await ogura.openHome();
    await ogura.waitForHome('市町の承認を待っています');
  });

  it('staff and managers of the town get it in their direct messages, once, and nobody else does', async () => {
    const before = { tsuji: told('U0TSUJI').length, grant: office.as('U0GRANT').in('bot').messages().length };
    const hirata = office.as('U0HIRATA').in('bot').messages().length;
    office.workspace.faults.onDelivery('view_submission', 'duplicate');
    await drafted('拠点より');
    expect(told('U0TSUJI').slice(before.tsuji)).toEqual([
      expect.stringContaining('取組「看取り研修」の案が届いています'),
    ]);
    expect(told('U0TSUJI').at(-1)).toContain('記載なし → 拠点より');
    expect(office.as('U0GRANT').in('bot').messages().length).toBe(before.grant + 1);
    expect(office.as('U0HIRATA').in('bot').messages().length).toBe(hirata);
    expect(await office.database.prisma.draft.count()).toBe(1);
  });

  it('once approved it is saved as the hub’s change, and the hub hears of it', async () => {
    await drafted('拠点より');
    const tsuji = await deciding();
    expect(textOfView(tsuji.topView() ?? fail())).toContain('記載なし → 拠点より');
    await tsuji.fill({ この案を: '承認する（記録に反映する）' });
    await tsuji.submit();
    await tsuji.waitForView('承認しました');
    expect(await stored()).toMatchObject({ memo: '拠点より', version: 2 });
    expect(await office.database.prisma.history.findMany()).toMatchObject([{ user: 'U0OGURA', approvedBy: 'U0TSUJI' }]);
    await office.as('U0OGURA').in('bot').waitFor('さんが、取組「看取り研修」の案を承認しました');
  });

  it('is sent back with a reason only, which the hub is told with what it had written', async () => {
    await drafted('拠点より');
    const tsuji = await deciding();
    await tsuji.fill({ この案を: '差し戻す' });
    await tsuji.submit();
    expect(tsuji.errors()).toEqual({ reason: '差し戻すときは、理由を書いてください。' });
    await tsuji.fill({ 理由: '日程が決まってから' });
    await tsuji.submit();
    await tsuji.waitForView('差し戻しました');
    expect(await stored()).toMatchObject({ memo: null, version: 1 });
    expect(await office.database.prisma.draft.findMany()).toMatchObject([
      { approved: false, decidedBy: 'U0TSUJI', answer: '日程が決まってから' },
    ]);
    const message = await office.as('U0OGURA').in('bot').waitFor('差し戻しました。理由: 日程が決まってから');
    expect(textOfMessage(message)).toContain('拠点より');
  });

  it('stands on Home until it is decided', async () => {
    await drafted('拠点より');
    const tsuji = office.as('U0TSUJI');
    await tsuji.openHome();
    await office.quiet();
    await tsuji.waitForHome('承認を待っている案');
    await tsuji.click('取組「看取り研修」（鈴鹿市）');
    await tsuji.waitForView('この案を');
    await tsuji.fill({ この案を: '承認する（記録に反映する）' });
    await tsuji.submit();
    await tsuji.waitForView('承認しました');
    await tsuji.waitFor(({ home }) => home && !JSON.stringify(home).includes('承認を待っている案'));
  });

  it('tells whoever comes second what was decided, by whom and when', async () => {
    await drafted('拠点より');
    const tsuji = await deciding();
    const nakai = office.as('U0GRANT').in('bot');
    await nakai.click('Check and decide');
    await nakai.waitForView('This draft');
    await nakai.fill({ 'This draft': 'Approve: it goes into the records' });
    await tsuji.fill({ この案を: '承認する（記録に反映する）' });
    await tsuji.submit();
    await tsuji.waitForView('承認しました');
    await nakai.submit();
    await nakai.waitForView('辻 文香 approved this draft');
    expect(await office.database.prisma.history.count()).toBe(1);
    await nakai.close();
    await nakai.click('Check and decide');
    await nakai.waitForView('辻 文香 approved this draft');
  });

  it('shows what changed after it was written, and is not approved over a change that nobody saw (5.2)', async () => {
    await drafted('拠点より');
    await update('市で書いた');
    const tsuji = await deciding();
    const view = textOfView(tsuji.topView() ?? fail());
    expect(view).toContain('記録が次のように変わっています');
    expect(view).toContain('市で書いた → 拠点より');
    await update('また書いた');
    await tsuji.fill({ この案を: '承認する（記録に反映する）' });
    await tsuji.submit();
    await tsuji.waitForView('ほかの人が同じ項目（メモ）を変えた');
    expect(await stored()).toMatchObject({ memo: 'また書いた' });
    await tsuji.submit();
    await tsuji.waitForView('承認しました');
    expect(await stored()).toMatchObject({ memo: '拠点より', version: 4 });
  });

  it('its town and then the hub hear of it, though the bot ends right after what it stored', async () => {
    const by = (user: string) => ({ team: 'T0MIE', user });
    const before = told('U0TSUJI').length;
    const fields = { memo: '止まる前に書いた' };
    const change = { via: 'form', key: 'killed', kind: 'initiative', id: RECORD, version: null, fields } as const;
    let draft = '';
    await restarted(async () => {
      const kept = await botOf(office).registrar.save({ person: by('U0OGURA'), ...change });
      if (kept.outcome !== 'drafted') throw new Error(kept.outcome);
      expect(kept.told).toBe(2);
      draft = kept.draft;
    });
    expect(told('U0TSUJI').slice(before)).toEqual([expect.stringContaining('記載なし → 止まる前に書いた')]);
    await restarted(async () => {
      const decision = { person: by('U0TSUJI'), id: draft, approve: false, answer: '止まる前に決めた' };
      expect(await botOf(office).registrar.decideDraft(decision)).toEqual({ outcome: 'sent-back' });
    });
    const messages = office.as('U0OGURA').in('bot').messages().map(textOfMessage);
    expect(messages.filter((text) => text.includes('理由: 止まる前に決めた'))).toHaveLength(1);
  });

  it('is not told to the town any more, once it is decided', async () => {
    const { registrar } = botOf(office);
    const before = told('U0GRANT').length;
    const wanted = { person: { team: 'T0MIE', user: 'U0OGURA' }, via: 'form', key: 'decided', id: RECORD } as const;
    const kept = await registrar.save({ ...wanted, kind: 'initiative', version: null, fields: { memo: 'すぐ決まる' } });
    if (kept.outcome !== 'drafted') throw new Error(kept.outcome);
    await registrar.decideDraft({ person: { team: 'T0MIE', user: 'U0GRANT' }, id: kept.draft, approve: true });
    await office.quiet();
    expect(told('U0GRANT')).toHaveLength(before);
    const notices = await office.database.prisma.notice.findMany({
      where: { recordId: kept.draft },
      orderBy: { key: 'asc' },
    });
    expect(notices.map(({ kind, status }) => `${kind} ${status}`)).toEqual([
      'draft-arrived cancelled',
      'draft-arrived cancelled',
      'draft-decided sent',
    ]);
  });

  it('is not decided by the hub itself, nor by another town', async () => {
    await drafted('拠点より');
    const [draft] = await office.database.prisma.draft.findMany();
    const { registrar, members } = botOf(office);
    for (const user of ['U0OGURA', 'U0HIRATA']) {
      const decision = { person: { team: 'T0MIE', user }, id: draft?.id ?? '', approve: true };
      expect(await registrar.decideDraft(decision)).toMatchObject({ outcome: 'refused' });
    }
    expect((await members.usersInCharge(['suzuka'])).sort()).toEqual(['U0GRANT', 'U0TSUJI']);
  });

  it('a hub’s press on 内容確認 says that the town does that', async () => {
    const ogura = office.as('U0OGURA').in('bot');
    await ogura.command('/tonari-update 看取り研修');
    await ogura.waitForView('状況');
    await ogura.click('内容確認（変更なし）');
    await ogura.waitForView('連携拠点からは案を出せます');
  });

  async function update(memo: string): Promise<void> {
    const saved = await botOf(office).registrar.save({
      person: { team: 'T0MIE', user: 'U0GRANT' },
      via: 'form',
      key: `test:${memo}`,
      kind: 'initiative',
      id: RECORD,
      version: null,
      fields: { memo },
    });
    expect(saved.outcome).toBe('saved');
  }
});

const nobody = async () => ({ ids: [], named: true });
const botOf = ({ app }: Office) => ({ registrar: app.registrar(nobody), members: app.members(nobody) });

function fail(): never {
  throw new Error('there is nothing');
}
