import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textOfMessage } from '../../src/workspace/seen-text.ts';
import { TRANSPORTS } from '../workspace/open-workspace.ts';
import { faultsOn, type Office, openOffice } from './open-office.ts';

describe.each(TRANSPORTS)('asking the bot by %s', (transport) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(transport);
  });
  afterAll(async () => {
    expect(faultsOn(office)).toEqual([]);
    await office.close();
  });

  it('answers a command to the asker alone, with its source, place and as-of date', async () => {
    const tsuji = office.as('U0TSUJI').in('鈴鹿市-在宅医療');
    await tsuji.command('/tonari すずらんネットを使っている市町は？');
    const answer = await tsuji.waitFor('1市町です');
    expect(answer.ephemeral).toBe(true);
    const text = textOfMessage(answer);
    expect(text).toContain('「すずらんネットを使っている市町は？」\n3市町のうち1市町です');
    for (const part of ['鈴鹿市', 'ict-1の欄', '令和7年11月', '市町調査']) expect(text).toContain(part);
    expect(office.as('U0GRANT').in('鈴鹿市-在宅医療').messages()).toEqual([]);
  });

  it('does not say back a question that tells of a person', async () => {
    const tsuji = office.as('U0TSUJI').in('鈴鹿市-在宅医療');
    await tsuji.command('/tonari 1234-5678-9012の方のすずらんネットは？');
    const answer = await tsuji.waitFor('この質問は保存していません');
    expect(JSON.stringify(answer)).not.toContain('1234');
  });

  it('answers the Japanese alias likewise', async () => {
    const kuze = office.as('U0KUZE').in('菰野町-在宅医療');
    await kuze.command('/となりまち すずらんネットを使っている市町は？');
    expect((await kuze.waitFor('1市町です')).ephemeral).toBe(true);
  });

  it('answers a mention in its thread, for all to see', async () => {
    const morino = office.as('U0MORINO').in('いなべ市-在宅医療');
    await morino.mention('紀北ノートはどこで手に入る？');
    const answer = await morino.waitFor('紀北ノート」');
    expect(answer).toMatchObject({ ephemeral: false, threadTs: expect.any(String) });
    expect(textOfMessage(answer)).toContain('窓口');
    expect(office.as('U0NAKAI').in('いなべ市-在宅医療').messages()).toHaveLength(2);
  });

  it('answers a direct message in its thread', async () => {
    const hirata = office.as('U0HIRATA').in('bot');
    await hirata.say('鈴鹿市のICTは？');
    const answer = await hirata.waitFor('すずらんネット');
    expect(answer.threadTs).toBe(hirata.conversation().messages[0]?.ts);
  });

  it('shows the guide where nothing is asked, and its examples ask', async () => {
    const ogura = office.as('U0OGURA').in('鈴鹿市-在宅医療');
    await ogura.command('/tonari');
    const guide = await ogura.waitFor('お尋ねください');
    expect(guide.ephemeral).toBe(true);
    await ogura.click('ACPシートを共有している市町は？');
    expect((await ogura.waitFor('ACPシート')).ephemeral).toBe(true);
  });
});
