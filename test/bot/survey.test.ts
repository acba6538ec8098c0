import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textOfMessage, textOfView } from '../../src/workspace/seen-text.ts';
import { TRANSPORTS } from '../workspace/open-workspace.ts';
import { faultsOn, type Office, openOffice } from './open-office.ts';

const PEOPLE = [
  { user: 'U0AKIYAMA', areaId: 'suzuka', role: 'prefecture' },
  { user: 'U0TSUJI', areaId: 'suzuka', role: 'staff' },
  { user: 'U0OGURA', areaId: 'suzuka', role: 'hub' },
  { user: 'U0HIRATA', areaId: 'owase', role: 'staff' },
];

describe.each(TRANSPORTS)('the survey round, by %s,', (transport) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(transport);
    await office.database.prisma.area.update({ where: { id: 'suzuka' }, data: { channel: null } });
    await office.database.prisma.membership.createMany({ data: PEOPLE });
  });
  afterAll(async () => {
    expect(faultsOn(office)).toEqual([]);
    await office.close();
  });

  const at = (user: string) => office.as(user).in('bot');
  const prisma = () => office.database.prisma;
  const reply = (areaId: string) =>
    prisma().surveyReply.findFirstOrThrow({ where: { areas: { some: { id: areaId } } } });
  const seen = (user: string) => textOfView(at(user).topView() ?? fail());

  /** Opens `/tonari-answer` and presses the button whose label this is, or begins so. */
  async function through(user: string, label: string, shows: string) {
    const actor = at(user);
    while (actor.topView()) await actor.close();
    await actor.command('/tonari-answer');
    await actor.waitForView(label);
    await actor.click(label);
    await actor.waitForView(shows);
    return actor;
  }
  const OWN = '市町取組状況調査（令和8年度）: 鈴鹿市';

  async function write(user: string, label: string, column: string, text: string) {
    const actor = await through(user, label, '欄を選ぶと');
    await actor.click(column);
    await actor.waitForView('この欄の答え');
    await actor.fill({ この欄の答え: '内容あり', 内容: text });
    await actor.submit();
    await actor.waitForView('保存しました');
    return actor;
  }

  async function send(user: string, label: string, shows: string) {
    const actor = await through(user, label, '欄を選ぶと');
    await actor.click('確かめて送る');
    await actor.waitForView('送った後も');
    await actor.submit();
    await actor.waitForView(shows);
    return actor;
  }

  it('is opened by the prefecture, with last time’s joint answers offered, and towns hear of it once', async () => {
    const akiyama = await through('U0AKIYAMA', '調査を始める', '調査する欄');
    await akiyama.fill({
      調査名: '市町取組状況調査（令和8年度）',
      '基準日（時点）': 'R8.11.1',
      回答期限: 'R8.12.4 17:00',
    });
    await akiyama.submit();
    await akiyama.waitForView('共同で回答する市町');
    await akiyama.fill({ 共同で回答する市町: '尾鷲市・津市' });
    await akiyama.submit();
    await akiyama.waitForView('「尾鷲市・津市」は');
    await akiyama.fill({ 共同で回答する市町: '尾鷲市・紀北町', ヒアリングの枠: 'R8.12.8 10:00\nR8.12.8 14:00' });
    await akiyama.submit();
    await akiyama.waitForView('始めました');
    expect(await prisma().surveyReply.count()).toBe(2);
    expect(await prisma().deadline.findMany()).toMatchObject([
      { date: 'R8.12.4', dueTime: '17:00', closedDays: 'as-is' },
    ]);
    await office.quiet();
    const told = at('U0HIRATA').messages().map(textOfMessage);
    expect(told.filter((text) => text.includes('の回答を受け付けています'))).toHaveLength(1);
  });

  it('is not opened, closed or watched by a town', async () => {
    const tsuji = at('U0TSUJI');
    await tsuji.command('/tonari-answer');
    await tsuji.waitForView(OWN);
    expect(seen('U0TSUJI')).not.toContain('調査を始める');
    expect(seen('U0TSUJI')).not.toContain('進み具合');
    const round = await prisma().surveyRound.findFirstOrThrow();
    const { registrar } = botOf(office);
    const close = { via: 'form', key: 'town', kind: 'surveyRound', id: round.id, version: null } as const;
    const by = { team: 'T0MIE', user: 'U0TSUJI' };
    expect(await registrar.save({ ...close, person: by, fields: { state: 'closed' } })).toMatchObject({
      outcome: 'refused',
    });
  });

  it('a town finds its last answers filled in, and what it changes is kept as a draft', async () => {
    const tsuji = await through('U0TSUJI', OWN, '前回のまま');
    await tsuji.click('ICT');
    await tsuji.waitForView('この欄の答え');
    expect(seen('U0TSUJI')).toContain('すずらんネット');
    await tsuji.fill({ 内容: '情報共有システム「すずらんネット」を全病院で運用している。' });
    await tsuji.submit();
    await tsuji.waitForView('保存しました');
    await tsuji.click('回答に戻る');
    await tsuji.waitForView('下書き');
    expect(seen('U0TSUJI')).toContain('全病院で運用');
    expect(await reply('suzuka')).toMatchObject({ status: 'draft' });
  });

  it('its hub writes into the draft, and its sending waits for the town’s approval (4.1)', async () => {
    await write('U0OGURA', OWN, 'ACP', '【予定】人生会議の講座を開く');
    expect(await reply('suzuka')).toMatchObject({ cells: { acp: { statements: [{ status: 'planned' }] } } });
    await send('U0OGURA', OWN, '案として預かりました');
    expect(await reply('suzuka')).toMatchObject({ status: 'draft' });
    await office.quiet();
    const tsuji = at('U0TSUJI');
    while (tsuji.topView()) await tsuji.close();
    await tsuji.click('確かめて決める');
    await tsuji.waitForView('この案を');
    await tsuji.fill({ この案を: '承認する（記録に反映する）' });
    await tsuji.submit();
    await tsuji.waitForView('承認しました');
    expect(await reply('suzuka')).toMatchObject({ status: 'answered' });
  });

  it('sending says which columns are empty and which are as last time', async () => {
    const label = '市町取組状況調査（令和8年度）: 尾鷲市・紀北町';
    const hirata = await through('U0HIRATA', label, '欄を選ぶと');
    await hirata.click('確かめて送る');
    await hirata.waitForView('何も書かれていない欄');
    expect(seen('U0HIRATA')).toMatch(/何も書かれていない欄: .*地域BCP|何も書かれていない欄: .*BCP/);
  });

  it('a hearing is taken by its button, and is gone for the others', async () => {
    const tsuji = await through('U0TSUJI', OWN, 'ヒアリングを予約');
    await tsuji.click('ヒアリングを予約');
    await tsuji.waitForView('ヒアリングの枠');
    await tsuji.fill({ ヒアリングの枠: '令和8年12月8日（火） 10:00' });
    await tsuji.submit();
    await tsuji.waitForView('保存しました');
    const hirata = await through('U0HIRATA', '市町取組状況調査（令和8年度）: 尾鷲市・紀北町', 'ヒアリングを予約');
    await hirata.click('ヒアリングを予約');
    await hirata.waitForView('ヒアリングの枠');
    await expect(hirata.fill({ ヒアリングの枠: '令和8年12月8日（火） 10:00' })).rejects.toThrow();
  });

  it('the board shows the prefecture who stands where, and asks those who have not answered once a day (1.6, 8.4)', async () => {
    const akiyama = await through('U0AKIYAMA', '調査の進み具合', '3市町のうち 1市町が回答');
    expect(seen('U0AKIYAMA')).toContain('令和8年11月24日（火）');
    await akiyama.click('未回答の市町に催促');
    await akiyama.waitForView('2市町に催促を送ります');
    await office.quiet();
    expect(at('U0HIRATA').messages().map(textOfMessage).join()).toContain('の回答をお待ちしています');
    expect(at('U0TSUJI').messages().map(textOfMessage).join()).not.toContain('の回答をお待ちしています');
    const again = await through('U0AKIYAMA', '調査の進み具合', '3市町のうち');
    await again.click('未回答の市町に催促');
    await again.waitForView('今日すでに催促を送っています');
  });

  it('what is returned says why, and is sent again and accepted', async () => {
    const akiyama = await through('U0AKIYAMA', '調査の進み具合', '3市町のうち');
    await akiyama.fill({ 回答を見る市町: '鈴鹿市' });
    await akiyama.submit();
    await akiyama.waitForView('差し戻す');
    await akiyama.click('差し戻す');
    await akiyama.waitForView('再提出の期限');
    await akiyama.fill({ 再提出の期限: 'R8.12.10', 差戻しの理由: '登録者数を書いてください' });
    await akiyama.submit();
    await akiyama.waitForView('保存しました');
    const tsuji = await through('U0TSUJI', OWN, '理由: 登録者数を書いてください');
    await tsuji.click('もう一度送る');
    await tsuji.waitForView('送った後も');
    await tsuji.submit();
    await tsuji.waitForView('保存しました');
    const again = await through('U0AKIYAMA', '調査の進み具合', '3市町のうち');
    await again.fill({ 回答を見る市町: '鈴鹿市' });
    await again.submit();
    await again.waitForView('受理する');
    await again.click('受理する');
    await again.waitForView('理由・連絡');
    await again.submit();
    await again.waitForView('保存しました');
    expect(await reply('suzuka')).toMatchObject({ status: 'accepted' });
  });

  it('closing says what is published and who keeps the former answers, and lookup answers from it', async () => {
    const akiyama = await through('U0AKIYAMA', '調査の進み具合', '3市町のうち');
    await akiyama.click('締め切って公表');
    await akiyama.waitForView('1市町の回答を公表します');
    expect(seen('U0AKIYAMA')).toContain('尾鷲市・紀北町');
    await akiyama.submit();
    await akiyama.waitForView('保存しました');
    const tsuji = at('U0TSUJI');
    while (tsuji.topView()) await tsuji.close();
    await tsuji.say('鈴鹿市の情報共有システムは？');
    await tsuji.waitFor('全病院で運用');
    const owase = at('U0HIRATA');
    await owase.say('尾鷲市の紀北ノートは？');
    await owase.waitFor('窓口で配布');
  });
});

const botOf = ({ app }: Office) => ({ registrar: app.registrar(async () => ({ ids: [], named: true })) });

function fail(): never {
  throw new Error('there is no form');
}
