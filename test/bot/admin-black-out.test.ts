import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { textOfMessage, textOfView } from '../../src/workspace/seen-text.ts';
import { TRANSPORTS } from '../workspace/open-workspace.ts';
import { faultsOn, type Office, openOffice } from './open-office.ts';

const SECRET = '山田花子さんの件';

describe.each(TRANSPORTS)('墨消し by /tonari-admin (5.9), by %s,', (transport) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(transport);
    await office.database.prisma.membership.createMany({
      data: [
        { user: 'U0AKIYAMA', areaId: 'kihoku', role: 'prefecture' },
        { user: 'U0TSUJI', areaId: 'suzuka', role: 'staff' },
        { user: 'U0NAKAI', areaId: 'suzuka', role: 'manager' },
      ],
    });
  });
  afterAll(async () => {
    expect(faultsOn(office)).toEqual([]);
    await office.close();
  });
  beforeEach(async () => {
    const { prisma } = office.database;
    await prisma.history.deleteMany();
    await prisma.refusal.deleteMany();
    await prisma.conversation.deleteMany();
    await prisma.question.deleteMany();
  });

  async function command(person: string, text: string, shows: string) {
    const actor = office.as(person).in('bot');
    while (actor.topView()) await actor.close();
    await actor.command(text);
    await actor.waitForView(shows);
    return actor;
  }

  /** The text in a record, its history, an answer and a question. */
  async function spread() {
    const tsuji = await command('U0TSUJI', '/tonari-update 看取り研修', '状況');
    await tsuji.fill({ 場所: `${SECRET}会館` });
    await tsuji.submit();
    await tsuji.waitForView('保存しました');
    await tsuji.close();
    await tsuji.say('鈴鹿市の看取り研修は？');
    await tsuji.waitFor(SECRET);
    await tsuji.say(`${SECRET}を知っている？`);
    await office.quiet();
    return tsuji;
  }

  const everything = async () => {
    const { prisma } = office.database;
    return JSON.stringify([
      await prisma.initiative.findMany(),
      (await prisma.history.findMany()).map(({ seq: _seq, ...row }) => row),
      await prisma.conversation.findMany(),
      await prisma.question.findMany(),
      (await prisma.refusal.findMany()).map(({ seq: _seq, ...row }) => row),
    ]);
  };

  it('shows where the text stands and blacks it out at the second press: records, history, questions, messages', async () => {
    const tsuji = await spread();
    const akiyama = await command('U0AKIYAMA', '/tonari-admin 墨消し', '消す文字');
    await akiyama.fill({ 消す文字: SECRET, 墨消しの理由: '個人に関する記載' });
    await akiyama.submit();
    const preview = textOfView(await akiyama.waitForView('まだ何も消していません'));
    expect(preview).toContain('記録（1件）');
    expect(preview).toContain('看取り研修');
    expect(preview).toMatch(/となりまちの投稿 [1-9]/);
    expect(await everything()).toContain(SECRET);
    await akiyama.submit();
    expect(textOfView(await akiyama.waitForView('墨消ししました'))).toMatch(/投稿は[1-9]\d*件を書き直しました/);
    expect(await everything()).not.toContain(SECRET);
    const said = tsuji.messages().filter(({ author }) => author.isBot);
    expect(said.length).toBeGreaterThan(0);
    expect(JSON.stringify(said)).not.toContain(SECRET);
    expect(said.some((message) => textOfMessage(message).includes('■■■■■■■■会館'))).toBe(true);
    const audit = await office.database.prisma.history.findMany({ where: { action: 'blackout' } });
    expect(audit).toContainEqual(
      expect.objectContaining({ user: 'U0AKIYAMA', reason: '個人に関する記載', record: '*' }),
    );
    expect(office.logged.join('\n')).not.toContain(SECRET);
  });

  it('calls every kind of record by its name, and shows no id', async () => {
    const akiyama = await command('U0AKIYAMA', '/tonari-admin 墨消し', '消す文字');
    await akiyama.fill({ 消す文字: 'すずらんネット', 墨消しの理由: '名称の誤り' });
    await akiyama.submit();
    const preview = textOfView(await akiyama.waitForView('まだ何も消していません'));
    expect(preview).toMatch(/鈴鹿市\s*ICT/);
    expect(preview).toMatch(/共通\s*すずらんネット/);
    expect(preview).not.toMatch(/survey\.|statement|suzu-net/);
    await akiyama.close();
  });

  it('what could not be written anew is tried again, after a restart as well', async () => {
    const tsuji = await spread();
    const akiyama = await command('U0AKIYAMA', '/tonari-admin 墨消し', '消す文字');
    await akiyama.fill({ 消す文字: SECRET, 墨消しの理由: '個人に関する記載' });
    await akiyama.submit();
    await akiyama.waitForView('まだ何も消していません');
    for (const _ of [1, 2]) office.workspace.faults.onCall('chat.update', { kind: 'refused', code: 'internal_error' });
    await akiyama.submit();
    await akiyama.waitForView('書き直せませんでした');
    expect(JSON.stringify(tsuji.messages().filter(({ author }) => author.isBot))).toContain(SECRET);
    await office.restart();
    await office.quiet();
    expect(JSON.stringify(tsuji.messages().filter(({ author }) => author.isBot))).not.toContain(SECRET);
  });

  it('asks again when the text was changed after the preview, and takes no reason that holds it', async () => {
    await spread();
    const akiyama = await command('U0AKIYAMA', '/tonari-admin 墨消し', '消す文字');
    await akiyama.fill({ 消す文字: SECRET, 墨消しの理由: `${SECRET}が書いてある` });
    await akiyama.submit();
    await akiyama.waitForView('理由に、消す文字そのものが入っています');
    await akiyama.fill({ 墨消しの理由: '個人に関する記載' });
    await akiyama.submit();
    await akiyama.waitForView('まだ何も消していません');
    await akiyama.fill({ 消す文字: '会館' });
    await akiyama.submit();
    await akiyama.waitForView('3字以上');
    await akiyama.fill({ 消す文字: 'どこにもない文字' });
    await akiyama.submit();
    await akiyama.waitForView('この文字はありません');
    expect(await everything()).toContain(SECRET);
    await office.database.prisma.initiative.updateMany({
      where: { location: { contains: SECRET } },
      data: { location: null },
    });
  });

  it('is for administrators alone; a refusal is in the audit', async () => {
    await command('U0NAKAI', '/tonari-admin 墨消し', '県の管理者だけができます');
    expect(await office.database.prisma.refusal.findMany()).toMatchObject([
      { user: 'U0NAKAI', action: 'text create', result: 'not-administrator' },
    ]);
  });
});
