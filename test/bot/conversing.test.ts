import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textOfMessage } from '../../src/workspace/seen-text.ts';
import { TRANSPORTS } from '../workspace/open-workspace.ts';
import { faultsOn, type Office, openOffice } from './open-office.ts';

const MINUTE = 60_000;

describe.each(TRANSPORTS)('a conversation by %s', (transport) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(transport);
  });
  afterAll(async () => {
    expect(faultsOn(office)).toEqual([]);
    await office.close();
  });

  it('goes on in the thread of a mention, where the bot is mentioned again', async () => {
    const tsuji = office.as('U0TSUJI').in('鈴鹿市-在宅医療');
    await tsuji.mention('鈴鹿市の情報共有は？');
    const first = await tsuji.waitFor('すずらんネット');
    const thread = first.threadTs ?? '';
    await tsuji.mention('では尾鷲市は？', { thread });
    const second = await tsuji.waitFor('検討している');
    expect(second.threadTs).toBe(thread);
    const before = tsuji.messages().length;
    await tsuji.say('ありがとう。紀北町も聞いてみます', { thread });
    await office.quiet();
    expect(tsuji.messages()).toHaveLength(before + 1);
  });

  it('in direct messages goes on without a thread for 30 minutes, and is forgotten then', async () => {
    const hirata = office.as('U0HIRATA').in('bot');
    await hirata.say('鈴鹿市の情報共有は？');
    await hirata.waitFor('すずらんネット');
    await office.quiet();
    await hirata.advance(29 * MINUTE);
    await hirata.say('では尾鷲市は？');
    await hirata.waitFor('検討している');
    await office.quiet();
    await hirata.advance(31 * MINUTE);
    const before = hirata.messages().length;
    await hirata.say('では鈴鹿市は？');
    await hirata.waitFor(() => hirata.messages().length === before + 2);
    expect(textOfMessage(hirata.lastMessage() ?? fail())).toMatch(/理解: 鈴鹿市\n/);
  });

  it('in the thread of a direct message goes on whenever', async () => {
    const kuze = office.as('U0KUZE').in('bot');
    await kuze.say('鈴鹿市の情報共有は？');
    const { threadTs } = await kuze.waitFor('すずらんネット');
    await office.quiet();
    await kuze.advance(26 * 60 * MINUTE);
    await kuze.say('では尾鷲市は？', { thread: threadTs ?? '' });
    expect((await kuze.waitFor('検討している')).threadTs).toBe(threadTs);
  });

  it('is not shared between people, nor between one command and the next', async () => {
    const morino = office.as('U0MORINO').in('いなべ市-在宅医療');
    await morino.command('/tonari 鈴鹿市の情報共有は？');
    await morino.waitFor('すずらんネット');
    await morino.command('/tonari では尾鷲市は？');
    const answer = await morino.waitFor(
      (sight) => sight && morino.messages().at(-1)?.text.includes('尾鷲市') && morino.lastMessage(),
    );
    expect(textOfMessage(answer)).not.toContain('情報共有 ×');
  });

  it('survives a restart of the bot', async () => {
    const nakai = office.as('U0NAKAI').in('いなべ市-在宅医療');
    await nakai.mention('鈴鹿市の情報共有は？');
    const { threadTs } = await nakai.waitFor('すずらんネット');
    await office.restart();
    await nakai.mention('では尾鷲市は？', { thread: threadTs ?? '' });
    await nakai.waitFor('検討している');
  });

  it('of a question that tells of a person keeps nothing, and says so', async () => {
    const grant = office.as('U0GRANT').in('bot');
    await grant.say('84歳の女性で一人暮らしの方に使える鈴鹿市の制度は？');
    await grant.waitFor('neither answered nor kept');
    await office.quiet();
    const kept = await office.database.prisma.conversation.findMany();
    expect(JSON.stringify(kept)).not.toContain('84歳');
  });
});

function fail(): never {
  throw new Error('there is no message');
}
