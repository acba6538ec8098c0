import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textOfMessage } from '../../src/workspace/seen-text.ts';
import { TRANSPORTS } from '../workspace/open-workspace.ts';
import { faultsOn, type Office, openOffice } from './open-office.ts';

const SECRET = '秘密の言葉ミナミノホシ';
const HOSTILE = '<!channel> *太字* <https://example.com/x|役場> `code` :tada: &lt; ~~ ]]> <script>alert(1)</script>';

describe.each(TRANSPORTS)('what people may send by %s', (transport) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(transport);
  });
  afterAll(async () => {
    expect(faultsOn(office)).toEqual([]);
    expect(office.logged.filter((line) => line.includes('"level":"error"'))).toEqual([]);
    await office.close();
  });

  it.each([
    ['nothing but blanks', '　 　'],
    ['a mark without width', '\u200b\u200d\ufeff'],
    ['an emoji', '🏥👨‍👩‍👧‍👦'],
    ["Slack's name of an emoji", ':hospital:'],
    ['10,000 characters', '鈴鹿市のICTについて教えてください。'.repeat(600).slice(0, 10_000)],
    ['what looks like a file', '\u0000\u0001PNG\r\n\u001a\ufffd\u0007\u001b[31m'],
    ['half a character', 'ACP\ud83c市町は？'],
    ['writing from right to left', '\u202eما هي البلديات التي لديها ACP؟\u202c'],
    ['a formula', '=HYPERLINK("http://example.com")'],
    ['a query', `'; DROP TABLE "Area"; --`],
    ['marks of Slack', HOSTILE],
  ])('is answered sensibly: %s', async (_, text) => {
    const hirata = office.as('U0HIRATA').in('伊賀市-在宅医療');
    const before = hirata.messages().length;
    await hirata.command(`/tonari ${text}`);
    await hirata.waitFor((sight) => sight && hirata.messages().length > before);
    const answer = textOfMessage(hirata.lastMessage() ?? fail());
    expect(answer).not.toMatch(/受付番号|Error|at .*\.ts/);
    expect(answer.trim().length).toBeGreaterThan(5);
    expect(hirata.lastMessage()?.text).not.toMatch(/<!channel>|<https:/);
  });

  it.each([['😀😀'], [':grinning::skin-tone-2:'], ['？！']])(
    'what holds no word is answered with the guide: %s',
    async (text) => {
      const hirata = office.as('U0HIRATA').in('bot');
      await hirata.say('鈴鹿市のICTは？');
      await office.quiet();
      await hirata.say(text);
      await office.quiet();
      expect(textOfMessage(hirata.lastMessage() ?? fail())).toContain('ほかの市町の取組や資料をお尋ねください');
    },
  );

  it('what seems to tell of a person is neither answered with its words nor kept', async () => {
    const kuze = office.as('U0KUZE').in('bot');
    await kuze.say('個人番号1234-5678-9012の伊地知さんの介護度は？');
    await office.quiet();
    const { text, blocks } = kuze.lastMessage() ?? fail();
    expect(text).toContain('お答えも保存もしていません');
    expect(text + JSON.stringify(blocks)).not.toMatch(/伊地知|9012/);
    expect(await office.database.prisma.question.count({ where: { text: { contains: '伊地知' } } })).toBe(0);
  });

  it('in a record neither mentions, links nor formats', async () => {
    await office.database.prisma.statement.update({
      where: { id: 'survey.ict-1' },
      data: { text: `情報共有は${HOSTILE}` },
    });
    await office.database.prisma.change.create({
      data: { kind: 'statement', record: 'survey.ict-1', action: 'update' },
    });
    const tsuji = office.as('U0TSUJI').in('bot');
    await tsuji.say('鈴鹿市の情報共有は？');
    const answer = await tsuji.waitFor('<script>');
    expect(JSON.stringify(answer.blocks)).toContain(JSON.stringify(HOSTILE).slice(1, -1));
    expect(answer.text).not.toContain('<');
    expect(JSON.stringify(answer.blocks)).not.toMatch(/"type":"(link|broadcast|mrkdwn|emoji)"/);
  });

  it('is shared as letters, whatever the question held', async () => {
    const kuze = office.as('U0KUZE').in('菰野町-在宅医療');
    await kuze.command(`/tonari 鈴鹿市の情報共有は？ <!channel> *${SECRET}*`);
    await kuze.waitFor('情報共有');
    await kuze.click('チャンネルに共有');
    const shared = await office.as('U0AKIYAMA').in('菰野町-在宅医療').waitFor(SECRET);
    expect(shared.text).not.toMatch(/<!channel>/);
    expect(JSON.stringify(shared.blocks)).not.toMatch(/"type":"(link|broadcast|mrkdwn)"/);
  });

  it('is not in the log', async () => {
    const morino = office.as('U0MORINO').in('いなべ市-在宅医療');
    await morino.mention(`${SECRET}の市町は？`);
    await morino.waitFor(SECRET);
    await office.quiet();
    expect(office.logged.join('\n')).not.toContain(SECRET.slice(0, 5));
  });

  it('is never answered when others say it among themselves, or the bot itself', async () => {
    const nakai = office.as('U0NAKAI').in('いなべ市-在宅医療');
    const before = nakai.messages().length;
    await nakai.say('鈴鹿市の情報共有は？');
    await office.quiet();
    expect(nakai.messages()).toHaveLength(before + 1);
  });
});

function fail(): never {
  throw new Error('there is no message');
}
