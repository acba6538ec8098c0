import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textOfMessage } from '../../src/workspace/seen-text.ts';
import { TRANSPORTS } from '../workspace/open-workspace.ts';
import { faultsOn, type Office, openOffice } from './open-office.ts';

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const WHO = '/tonari ACPシートを共有している市町は？';

describe.each(TRANSPORTS)('「図で見る」 at an answer, by %s,', (transport) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(transport, { records: 'shipped' });
  });
  afterAll(async () => {
    expect(faultsOn(office)).toEqual([]);
    await office.close();
  });

  type Person = ReturnType<Office['as']>;
  type Seen = ReturnType<Person['messages']>[number];

  const withFiles = (person: Person): Seen[] => person.messages().filter(({ files }) => files.length > 0);

  /** Presses the button and gives what arrives in the conversation that the person then looks at. */
  async function pictured(person: Person, lookAt?: string): Promise<Seen[]> {
    const before = withFiles(person).length;
    await person.click('図で見る');
    await office.quiet();
    if (lookAt) person.in(lookAt);
    await person.waitFor((sight) => sight && withFiles(person).length > (lookAt ? 0 : before));
    return withFiles(person).slice(lookAt ? 0 : before);
  }

  const contentOf = async ({ files: [file] }: Seen) =>
    Buffer.from(await (await fetch(new URL(file?.href ?? '', office.origin))).arrayBuffer());

  it('brings a map of who does what to the thread of the answer, with its counts as text and for screen readers', async () => {
    const nakai = office.as('U0NAKAI').in('いなべ市-在宅医療');
    await nakai.mention('ACPシートを共有している市町は？');
    const answer = await nakai.waitFor('29市町のうち');
    const [picture, ...more] = await pictured(nakai);
    expect(more).toEqual([]);
    expect(picture?.threadTs).toBe(answer.threadTs);
    const [file] = picture?.files ?? [];
    expect(file?.name).toBe('tonarimachi-towns-2026-11-24-1.png');
    expect(file?.alt).toMatch(
      /^「.*三重県29市町の状況」の地図。実施 \d+市町、予定・検討中 \d+市町、なし \d+市町、記載なし \d+市町。/,
    );
    expect(picture && (await contentOf(picture)).subarray(0, 8)).toEqual(PNG);
    const twin = picture ? textOfMessage(picture) : '';
    expect(twin).toContain('時点：令和7年11月～12月');
    expect(twin).toContain('・実施 8市町：桑名市・木曽岬町・菰野町・津市・伊勢市・玉城町・南伊勢町・度会町');
    expect(twin).toContain('「記載なし」は、実施していないという意味ではありません。');
  });

  it('counts the four states as the answer does', async () => {
    const nakai = office.as('U0NAKAI').in('bot');
    await nakai.say('バイタルリンクを使っている市町は？');
    await nakai.waitFor('3市町です');
    const [picture] = await pictured(nakai);
    expect(picture && textOfMessage(picture)).toContain('・実施 3市町：鈴鹿市・亀山市・津市');
    expect(picture && textOfMessage(picture)).toContain('・記載なし 26市町：');
  });

  it('goes to the direct messages of who alone sees the answer, and nowhere else', async () => {
    const tsuji = office.as('U0TSUJI').in('鈴鹿市-在宅医療');
    await tsuji.command(WHO);
    await tsuji.waitFor('29市町のうち');
    const [picture, ...more] = await pictured(tsuji, 'bot');
    expect(more).toEqual([]);
    expect(picture?.files[0]?.alt).toContain('三重県29市町の状況');
    expect(withFiles(office.as('U0OGURA').in('鈴鹿市-在宅医療'))).toEqual([]);
    expect(textOfMessage(tsuji.in('鈴鹿市-在宅医療').lastMessage() ?? (picture as Seen))).toContain(
      '図をDMに送りました。',
    );
  });

  it('goes to the direct messages where the bot is no member of the channel', async () => {
    const kuze = office.as('U0KUZE').in('雑談');
    await kuze.command('/tonari バイタルリンクを使っている市町は？');
    await kuze.waitFor('3市町です');
    await kuze.click('チャンネルに共有');
    await kuze.waitFor('チャンネルに共有しました');
    const [picture, ...more] = await pictured(kuze, 'bot');
    expect(more).toEqual([]);
    expect(picture && textOfMessage(picture)).toContain('・実施 3市町：鈴鹿市・亀山市・津市');
    expect(withFiles(kuze.in('雑談'))).toEqual([]);
  });

  it('shows an indicator over the years, each kind apart, with what is missing and what was cancelled', async () => {
    const ogura = office.as('U0OGURA').in('bot');
    await ogura.say('市名記載なしの普及啓発イベントの開催回数の推移は？');
    await ogura.waitFor('中止');
    const [picture, ...more] = await pictured(ogura);
    expect(more).toEqual([]);
    const twin = picture ? textOfMessage(picture) : '';
    expect(twin).toContain('市名記載なし　普及啓発イベントの推移');
    expect(twin).toContain('開催回数（単位：回）');
    expect(twin).toContain('・令和3年度：計画値 記載なし、実績値 中止（新型コロナウイルス感染拡大防止のため）');
    expect(twin).toContain('・令和4年度：計画値 記載なし、実績値 1回');
    expect(twin).toContain('実績値 記載なし、見込 1回');
    expect(picture?.files[0]?.alt).toContain('令和3年度～令和8年度');
  });

  it('shows the ratings of an area by scene over the years, drafts as such', async () => {
    const ogura = office.as('U0OGURA').in('bot');
    await ogura.say('北上市の成熟度評価は？');
    await ogura.waitFor('3.5');
    const [picture] = await pictured(ogura);
    expect(picture?.files[0]?.name).toMatch(/^tonarimachi-ratings-/);
    expect(picture && textOfMessage(picture)).toContain('・日常の療養支援：令和7年度 3.5案');
  });

  it('speaks English to who has set English', async () => {
    const grant = office.as('U0GRANT').in('bot');
    await grant.say('Which towns use MCS?');
    await grant.waitFor('of 29');
    const before = withFiles(grant).length;
    await grant.click('See as a picture');
    await grant.waitFor((sight) => sight && withFiles(grant).length > before);
    const picture = withFiles(grant).at(-1);
    expect(picture && textOfMessage(picture)).toContain('the 29 towns of 三重県');
    expect(picture?.files[0]?.alt).toMatch(/^Map “.*not stated \d+\. The towns are named/);
  });

  it('is not offered where a picture would show nothing', async () => {
    const ogura = office.as('U0OGURA').in('鈴鹿市-在宅医療');
    await ogura.command('/tonari くわな入退院の手引きはどこで手に入る？');
    await ogura.waitFor('手引き');
    expect(() => ogura.click('図で見る')).toThrow(/Nothing is labelled/);
  });

  it('comes once, however often the press is delivered', async () => {
    const hirata = office.as('U0HIRATA').in('伊賀市-在宅医療');
    await hirata.mention('バイタルリンクを使っている市町は？');
    await hirata.waitFor('3市町です');
    office.workspace.faults.onDelivery('block_actions', 'duplicate');
    const pictures = await pictured(hirata);
    expect(pictures).toHaveLength(1);
  });
});
