import Encoding from 'encoding-japanese';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textOfMessage, textOfView } from '../../src/workspace/seen-text.ts';
import { TRANSPORTS } from '../workspace/open-workspace.ts';
import { faultsOn, type Office, openOffice } from './open-office.ts';

describe.each(TRANSPORTS)('what can be done with an answer, by %s', (transport) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(transport, { records: 'shipped', env: { TONARI_ADMINS: 'akiyama@example.jp' } });
  });
  afterAll(async () => {
    expect(faultsOn(office)).toEqual([]);
    await office.close();
  });

  const inChannel = (person: string, channel: string) => office.as(person).in(channel);

  it('is sharing it in the channel, with who asked what, once', async () => {
    const morino = inChannel('U0MORINO', 'いなべ市-在宅医療');
    await morino.command('/tonari バイタルリンクを使っている市町は？');
    await morino.waitFor('3市町です');
    await morino.click('チャンネルに共有');
    const nakai = inChannel('U0NAKAI', 'いなべ市-在宅医療');
    const shared = await nakai.waitFor('3市町です');
    expect(shared.ephemeral).toBe(false);
    expect(textOfMessage(shared)).toContain('バイタルリンクを使っている市町は？');
    const own = await morino.waitFor('チャンネルに共有しました');
    expect(textOfMessage(own)).toContain('「バイタルリンクを使っている市町は？」');
    expect(() => morino.click('チャンネルに共有')).toThrow(/Nothing is labelled/);
  });

  it('is sharing it where the bot is no member, too', async () => {
    const kuze = inChannel('U0KUZE', '雑談');
    await kuze.command('/tonari バイタルリンクを使っている市町は？');
    await kuze.waitFor('3市町です');
    await kuze.click('チャンネルに共有');
    await inChannel('U0MORINO', '雑談').waitFor('3市町です');
  });

  it('is sharing it though the response address has expired meanwhile: the bot posts it, and it can be followed', async () => {
    const hirata = inChannel('U0HIRATA', '伊賀市-在宅医療');
    await hirata.command('/tonari バイタルリンクを使っている市町は？');
    await hirata.waitFor('3市町です');
    office.workspace.faults.onCall('response_url', { kind: 'refused', code: 'expired_url' });
    await hirata.click('チャンネルに共有');
    await office.quiet();
    const [shared, ...more] = hirata.messages().filter(({ ephemeral }) => !ephemeral);
    expect(more).toEqual([]);
    expect(shared && textOfMessage(shared)).toContain('「バイタルリンクを使っている市町は？」');
    await hirata.mention('そのうちICTの困難を書いているのは？', { thread: shared?.ts ?? '' });
    await office.quiet();
    const followed = hirata.lastMessage();
    expect(followed && textOfMessage(followed)).toContain('バイタルリンク');
  });

  it('is keeping it in the direct messages, where it can be followed', async () => {
    const tsuji = inChannel('U0TSUJI', '鈴鹿市-在宅医療');
    await tsuji.command('/tonari バイタルリンクを使っている市町は？');
    await tsuji.waitFor('3市町です');
    await tsuji.click('DMに残す');
    await tsuji.waitFor('DMに残しました');
    tsuji.in('bot');
    const kept = await tsuji.waitFor('3市町です');
    expect(textOfMessage(kept)).toContain('「バイタルリンクを使っている市町は？」');
    await office.quiet();
    await tsuji.say('そのうちICTの困難を書いているのは？', { thread: kept.ts });
    await tsuji.waitFor((sight) => sight && tsuji.messages().length === 3);
    expect(textOfMessage(tsuji.lastMessage() ?? kept)).toContain('バイタルリンク');
  });

  it('is copying it as letters out of a form', async () => {
    const hirata = inChannel('U0HIRATA', '伊賀市-在宅医療');
    await hirata.command('/tonari 慢性の質問ではなく、くわな入退院の手引きはどこで手に入る？');
    await hirata.waitFor('手引き');
    await hirata.click('文字で写す');
    const view = textOfView(await hirata.waitForView('桑名医師会'));
    expect(view).toContain('・桑名市: 「くわな入退院の手引き」');
    await hirata.close();
  });

  it('is getting it as text and as tables, in UTF-8 with its mark and in Shift_JIS', async () => {
    const ogura = inChannel('U0OGURA', '鈴鹿市-在宅医療');
    await ogura.command('/tonari バイタルリンクを使っている市町は？');
    await ogura.waitFor('3市町です');
    await ogura.click('ファイルで受け取る');
    await ogura.waitFor('ファイルをDMに送りました');
    ogura.in('bot');
    const { files } = await ogura.waitFor((sight) => sight && ogura.messages().find((each) => each.files.length === 3));
    const contents = await Promise.all(
      files.map(async ({ href }) => Buffer.from(await (await fetch(new URL(href, office.origin))).arrayBuffer())),
    );
    const [text, utf8, shiftJis] = contents;
    expect(text?.toString('utf8')).toContain('3市町です');
    expect(utf8?.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const table = utf8?.subarray(3).toString('utf8') ?? '';
    expect(table.split('\r\n')[1]).toMatch(/^"該当","鈴鹿市","バイタルリンクを活用している。"/);
    const decoded = Encoding.codeToString(Encoding.convert([...(shiftJis ?? [])], { to: 'UNICODE', from: 'SJIS' }));
    expect(decoded).toBe(table);
  });

  it('is taking a part of the question out, in the place of the answer', async () => {
    const grant = inChannel('U0GRANT', '鈴鹿市-在宅医療');
    await grant.command('/tonari Which towns near Suzuka use MCS?');
    const before = await grant.waitFor('Understood as');
    const count = grant.messages().length;
    await grant.click('Without "鈴鹿市"');
    await grant.waitFor('6 of 29');
    expect(grant.messages()).toHaveLength(count);
    expect(textOfMessage(before)).toContain('鈴鹿市');
  });

  it('is taking any part out, however many there are', async () => {
    const ogura = inChannel('U0OGURA', 'bot');
    await ogura.say('ACPシートを共有している市町は？');
    const { threadTs } = await ogura.waitFor('29市町のうち');
    await ogura.say('そのうちホームページに載せているのは？', { thread: threadTs ?? '' });
    await ogura.waitFor('× 度会町');
    await ogura.choose('外して尋ね直す', '「度会町」を外す');
    await ogura.waitFor('× 南伊勢町');
    await office.quiet();
    expect(ogura.messages().filter(({ author }) => author.isBot).length).toBeGreaterThan(2);
    expect(textOfMessage(ogura.lastMessage() ?? fail())).not.toContain('× 度会町');
  });

  it('is reading on where it is too long for one message, to its last record', async () => {
    const akiyama = inChannel('U0AKIYAMA', 'bot');
    await akiyama.say('資料一覧を表にして');
    await akiyama.waitFor('表にしました');
    for (let page = 2; ; page += 1) {
      const more = textOfMessage(akiyama.lastMessage() ?? fail()).match(/続きを見る（(\d+)／(\d+)）/);
      if (!more) break;
      expect(Number(more[1])).toBe(page);
      await akiyama.click(more[0]);
      await akiyama.waitFor(`続き（${page}／${more[2]}）`);
    }
    const whole = akiyama.messages().map(textOfMessage).join('\n');
    expect(whole).toContain('紀宝町');
    expect(whole).toContain('出典');
  });

  it('is saying what one thinks of it; that is kept with the question and without a name', async () => {
    const kuze = inChannel('U0KUZE', 'bot');
    await kuze.say('菰野町の終活ノートは？');
    await kuze.waitFor('終活ノート」');
    await kuze.click('役に立った');
    await kuze.waitFor('名前なしで記録しました');
    await office.quiet();
    const [rated] = await office.database.prisma.question.findMany({ where: { feedback: { not: null } } });
    expect(rated).toMatchObject({ text: '菰野町の終活ノートは？', feedback: 'good' });
    expect(JSON.stringify(rated)).not.toContain('U0KUZE');
  });

  it('is saying that a record is wrong: an administrator is told, once', async () => {
    const tsuji = inChannel('U0TSUJI', '鈴鹿市-在宅医療');
    const akiyama = inChannel('U0AKIYAMA', 'bot');
    for (const outcome of ['直せる人に伝えます', '前にお知らせいただいた']) {
      await tsuji.command('/tonari バイタルリンクを使っている市町は？');
      await tsuji.waitFor('3市町です');
      await tsuji.click('記載が違う');
      await tsuji.waitForView('どう違うか');
      await tsuji.fill({
        記載: '鈴鹿市: バイタルリンクを活用している。',
        どう違うか: '令和8年度に<!channel>やめました。',
      });
      await tsuji.submit();
      await tsuji.waitForView(outcome);
      await tsuji.close();
    }
    await office.quiet();
    const told = akiyama.messages().filter((message) => textOfMessage(message).includes('やめました'));
    expect(told).toHaveLength(1);
    expect(told[0]?.text).not.toContain('<!channel>');
    expect(await office.database.prisma.objection.count({ where: { toldAt: { not: null } } })).toBe(1);
  });

  it('keeps what was typed where what is wrong tells of a person, and stores nothing', async () => {
    const hirata = inChannel('U0HIRATA', 'bot');
    await hirata.say('バイタルリンクを使っている市町は？');
    await hirata.waitFor('3市町です');
    await hirata.click('記載が違う');
    await hirata.waitForView('どう違うか');
    await hirata.fill({ 記載: '鈴鹿市: バイタルリンクを活用している。', どう違うか: '84歳の女性の患者が使っています' });
    await hirata.submit();
    expect(hirata.errors()).toEqual({ comment: expect.stringContaining('個人に関する') });
    await hirata.close();
    expect(await office.database.prisma.objection.count({ where: { user: 'U0HIRATA' } })).toBe(0);
  });

  it('is choosing where a name is not clear', async () => {
    const nakai = inChannel('U0NAKAI', 'いなべ市-在宅医療');
    await nakai.mention('紀法町の救急は？');
    await nakai.waitFor('どちらのことですか');
    await nakai.click('紀宝町');
    expect(textOfMessage(await nakai.waitFor('救急医療情報キット'))).toContain('「紀宝町」');
  });
});

function fail(): never {
  throw new Error('there is no message');
}
