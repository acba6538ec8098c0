import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LiveLookup } from '../../src/registry/live-lookup.ts';
import { textOfMessage, textOfView } from '../../src/workspace/seen-text.ts';
import { TRANSPORTS } from '../workspace/open-workspace.ts';
import { faultsOn, type Office, openOffice } from './open-office.ts';

const QUESTION = '電子連絡帳を使っている市町は？';

describe.each(TRANSPORTS)('words by /tonari-admin, by %s,', (transport) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(transport);
    await office.database.prisma.membership.createMany({
      data: [
        { user: 'U0AKIYAMA', areaId: 'kihoku', role: 'prefecture' },
        { user: 'U0NAKAI', areaId: 'suzuka', role: 'manager' },
      ],
    });
  });
  afterAll(async () => {
    expect(faultsOn(office)).toEqual([]);
    await office.close();
  });
  beforeEach(async () => {
    await office.database.prisma.history.deleteMany();
    await office.database.prisma.refusal.deleteMany();
    await office.database.prisma.question.deleteMany();
  });

  const entries = () => office.database.prisma.lexiconEntry.findMany({ orderBy: { id: 'asc' } });

  async function command(person: string, text: string, shows: string) {
    const actor = office.as(person).in('bot');
    while (actor.topView()) await actor.close();
    await actor.command(text);
    await actor.waitForView(shows);
    return actor;
  }

  /** An administrator with the form of a new word. */
  async function newWord() {
    const akiyama = await command('U0AKIYAMA', '/tonari-admin 言葉', '言葉 ※必須');
    await akiyama.click('新しい言葉を登録');
    await akiyama.waitForView('表示する名称');
    return akiyama;
  }

  it('a question without an answer leads to the word that answers it, at once and at every copy', async () => {
    const nakai = office.as('U0NAKAI').in('bot');
    for (const _ of [1, 2]) {
      await nakai.say(QUESTION);
      await nakai.waitFor('記録');
      await office.quiet();
    }
    const other = await LiveLookup.open(office.database.prisma, {
      homePrefecture: '三重県',
    });
    const akiyama = await command('U0AKIYAMA', '/tonari-admin', '答えられなかった質問（1件）');
    await akiyama.click('答えられなかった質問（1件）');
    const list = textOfView(await akiyama.waitForView(QUESTION));
    expect(list).toContain('2回');
    expect(list).not.toContain('中井');
    await akiyama.click(`言葉を教える: ${QUESTION}`);
    await akiyama.waitForView('に答えられるように');
    expect(JSON.stringify(await akiyama.suggestions('言葉', '情報'))).toContain('ICT');
    await akiyama.fill({ 言葉: 'ICT' });
    await akiyama.submit();
    expect(JSON.stringify(await akiyama.waitForView('質問だけで探す言葉'))).toContain('電子連絡帳');
    await akiyama.submit();
    expect(textOfView(await akiyama.waitForView('言葉を保存しました'))).toContain('電子連絡帳');
    await nakai.say(QUESTION);
    expect(textOfMessage(await nakai.waitFor('鈴鹿市'))).toContain('すずらんネット');
    const elsewhere = await other.ask([{ question: QUESTION }], office.app.clock.today());
    expect(elsewhere.answer.areas).toContain('suzuka');
    other.close();
    expect(await office.database.prisma.history.findMany()).toMatchObject([
      { kind: 'word', record: 'ict', action: 'update' },
    ]);
    await akiyama.click(`片付ける: ${QUESTION}`);
    await akiyama.waitForView('答えられなかった質問はありません');
    await command('U0AKIYAMA', '/tonari-admin 言葉', '言葉 ※必須');
    await akiyama.fill({ 言葉: 'ICT' });
    await akiyama.submit();
    await akiyama.waitForView('質問だけで探す言葉');
    await akiyama.click('履歴を見る');
    expect(textOfView(await akiyama.waitForView('秋山 景子'))).toContain('電子連絡帳');
  });

  it('refuses what the shipped lexicon would not take, with the reason; nothing typed is lost', async () => {
    const akiyama = await newWord();
    const before = await entries();
    await akiyama.fill({
      表示する名称: '試し',
      質問と記録で探す言葉: '介\nえも\n鈴鹿市\nICT\n紀北ノート\n緩和ケア病棟',
      除く言葉: '歯科医師会',
      重み: '強い（記録にこの言葉があるものだけ）',
    });
    await akiyama.submit();
    const view = await akiyama.waitForView('「介」は短すぎます。2字以上');
    const said = textOfView(view);
    expect(said).toContain('「えも」は短すぎます。かなだけの言葉は3字以上');
    expect(said).toContain('「鈴鹿市」は「鈴鹿市」の言葉です');
    expect(said).toContain('「ICT」は「ICT」の言葉です');
    expect(said).toContain('「紀北ノート」は「紀北ノート」の言葉です');
    expect(said).toContain('「歯科医師会」は、上のどの言葉も含んでいません');
    expect(said).not.toContain('「緩和ケア病棟」は');
    expect(JSON.stringify(view)).toContain('緩和ケア病棟');
    expect(await entries()).toEqual(before);
    await akiyama.fill({ 質問と記録で探す言葉: '緩和ケア病棟', 除く言葉: null });
    await akiyama.submit();
    await akiyama.waitForView('言葉を保存しました');
    expect(await entries()).toContainEqual(
      expect.objectContaining({ label: '試し', members: ['緩和ケア病棟'], kind: 'concept' }),
    );
    await akiyama.click('取り消す');
    await akiyama.waitForView('取り消しました');
    expect(await entries()).toEqual(before);
  });

  it('is for administrators alone, when it opens and when it is sent; refusals are in the audit', async () => {
    await command('U0NAKAI', '/tonari-admin 言葉', '県の管理者だけができます');
    await command('U0NAKAI', '/tonari-admin 質問', '県の管理者だけができます');
    const akiyama = await newWord();
    await office.database.prisma.membership.updateMany({
      where: { user: 'U0AKIYAMA' },
      data: { areaId: 'suzuka', role: 'staff' },
    });
    await office.database.prisma.membership.create({ data: { user: 'U0GRANT', areaId: 'kihoku', role: 'prefecture' } });
    try {
      await akiyama.fill({ 表示する名称: '消えない', 質問と記録で探す言葉: '消えない言葉' });
      await akiyama.submit();
      expect(JSON.stringify(await akiyama.waitForView('県の管理者だけができます'))).toContain('消えない言葉');
    } finally {
      await office.database.prisma.membership.updateMany({
        where: { user: 'U0AKIYAMA' },
        data: { areaId: 'kihoku', role: 'prefecture' },
      });
      await office.database.prisma.membership.deleteMany({ where: { user: 'U0GRANT' } });
    }
    expect((await office.database.prisma.refusal.findMany()).map(({ user }) => user)).toEqual([
      'U0NAKAI',
      'U0NAKAI',
      'U0AKIYAMA',
    ]);
  });

  it('somebody who changed the word meanwhile is named, and nothing is overwritten', async () => {
    const akiyama = await command('U0AKIYAMA', '/tonari-admin 言葉', '言葉 ※必須');
    await akiyama.fill({ 言葉: 'ICT' });
    await akiyama.submit();
    await akiyama.waitForView('質問だけで探す言葉');
    await office.database.prisma.lexiconEntry.update({
      where: { id: 'ict' },
      data: { version: { increment: 1 }, label: '情報' },
    });
    await akiyama.fill({ 英語: 'network' });
    await akiyama.submit();
    await akiyama.waitForView('ほかの人がこの登録を変えた');
    expect(await entries()).toContainEqual(expect.objectContaining({ id: 'ict', label: '情報' }));
    await office.database.prisma.lexiconEntry.update({ where: { id: 'ict' }, data: { label: 'ICT' } });
  });
});
