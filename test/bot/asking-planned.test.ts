import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { plannedAnswerWords } from '../../src/words/planned-answers.ts';
import { slackWords } from '../../src/words/slack.ts';
import { textOfMessage } from '../../src/workspace/seen-text.ts';
import type { SeenMessage } from '../../src/workspace/sight.ts';
import { caseMeeting, hour, yearlyReport } from '../registry/planned-records.ts';
import { TRANSPORTS } from '../workspace/open-workspace.ts';
import { faultsOn, type Office, openOffice } from './open-office.ts';
import { remindedIn } from './reminded.ts';

const MEMBERS = [
  { user: 'U0TSUJI', areaId: 'suzuka', role: 'staff' },
  { user: 'U0HIRATA', areaId: 'owase', role: 'staff' },
  { user: 'U0AKIYAMA', areaId: 'kihoku', role: 'prefecture' },
];
const { whoAsks, toYouAlone, submissions: told } = plannedAnswerWords.ja;
const { share, keep, copy, files, wrong } = slackWords.ja;

describe.each(TRANSPORTS)('asking about meetings and deadlines, by %s,', (transport) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(transport, { records: 'shipped' });
    await office.database.prisma.membership.createMany({ data: MEMBERS });
  });
  afterAll(async () => {
    expect(faultsOn(office)).toEqual([]);
    await office.close();
  });
  beforeEach(async () => {
    const { prisma } = office.database;
    await prisma.deadline.deleteMany();
    await prisma.meetingPlan.deleteMany();
    await prisma.conversation.deleteMany();
    await office.app.lookup.reload();
  });

  const { save } = remindedIn(() => office);
  const meeting = () => save('meetingPlan', null, caseMeeting(), 'U0TSUJI');
  /** Due from 鈴鹿市 and 尾鷲市. */
  const deadline = () =>
    save('deadline', null, yearlyReport({ areaIds: ['suzuka', 'owase'], dueTime: hour('17:00') }), 'U0AKIYAMA');

  const isAlone = (message: SeenMessage) => {
    const seen = JSON.stringify(message);
    for (const label of [share, keep, copy, files, wrong]) expect(seen).not.toContain(label);
    expect(seen).not.toContain('feedback_buttons');
  };

  it('a meeting is found by the next question of anybody, as it is moved and cancelled', async () => {
    await meeting();
    const hirata = office.as('U0HIRATA').in('bot');
    await hirata.command('/tonari 来月の会議は？');
    expect(textOfMessage(await hirata.waitFor('令和8年12月15日（火） 19:00'))).toContain('会場: 中央公民館');
    await office.database.prisma.occurrence.updateMany({ data: { status: 'cancelled', reason: '大雪のため' } });
    await office.app.lookup.reload();
    await hirata.command('/tonari 次の会議は？');
    await hirata.waitFor('これからの会議・研修は、登録されていません。');
  });

  it('tells the prefecture who has not submitted, with no way of sharing it (1.6)', async () => {
    await deadline();
    const akiyama = office.as('U0AKIYAMA').in('雑談');
    await akiyama.command('/tonari まだ出していない市町は？');
    const message = await akiyama.waitFor('2市町のうち2市町です');
    expect(message.ephemeral).toBe(true);
    expect(textOfMessage(message)).toContain(toYouAlone);
    isAlone(message);
  });

  it('a mention in a channel is answered to the asker alone, and the thread tells it to nobody else (1.6)', async () => {
    await deadline();
    const akiyama = office.as('U0AKIYAMA').in('鈴鹿市-在宅医療');
    await akiyama.mention('まだ出していない市町は？');
    const message = await akiyama.waitFor('2市町のうち2市町です');
    expect(message.ephemeral).toBe(true);
    isAlone(message);
    await office.quiet();
    const tsuji = office.as('U0TSUJI').in('鈴鹿市-在宅医療');
    expect(tsuji.messages().map(textOfMessage).join()).not.toContain('尾鷲市');
    const thread = tsuji.messages().find((each) => textOfMessage(each).includes('まだ出していない市町は？'))?.ts ?? '';
    await tsuji.mention('では尾鷲市は？', { thread });
    await tsuji.waitFor(told.notTold);
    expect(tsuji.messages().map(textOfMessage).join()).not.toContain('未提出');
  });

  it('a town hears of itself, and nobody of another one (1.6)', async () => {
    await deadline();
    const hirata = office.as('U0HIRATA').in('bot');
    await hirata.say('まだ出していない市町は？');
    const own = await hirata.waitFor('尾鷲市 未提出');
    expect(textOfMessage(own)).not.toContain('鈴鹿市 ');
    isAlone(own);
    const kuze = office.as('U0KUZE').in('bot');
    await kuze.say('まだ出していない市町は？');
    await kuze.waitFor(told.notTold);
  });

  it('what is due and owed is told to whoever asks, by membership of this moment', async () => {
    await meeting();
    await deadline();
    const tsuji = office.as('U0TSUJI').in('bot');
    await tsuji.command('/tonari 私の担当の予定は？');
    const message = await tsuji.waitFor('あなたの予定は、2件です');
    expect(textOfMessage(message)).toContain('事業実績報告');
    isAlone(message);
    const kuze = office.as('U0KUZE').in('bot');
    await kuze.command('/tonari 私の担当の予定は？');
    await kuze.waitFor(plannedAnswerWords.ja.own.notMember);
  });

  it('an answer in direct messages that is written anew says how to ask again, and nothing of others (5.9)', async () => {
    await deadline();
    const akiyama = office.as('U0AKIYAMA').in('bot');
    await akiyama.say('まだ出していない市町は？');
    await akiyama.waitFor('2市町のうち2市町です');
    await office.quiet();
    await office.restart(async () => {
      await office.database.prisma.conversation.updateMany({ data: { redraw: true } });
    });
    await akiyama.waitFor(whoAsks);
    expect(akiyama.messages().map(textOfMessage).join()).not.toContain('2市町のうち');
  });

  it('a due day can be shared, and whoever shares it shares nothing of submissions', async () => {
    await deadline();
    const akiyama = office.as('U0AKIYAMA').in('鈴鹿市-在宅医療');
    await akiyama.command('/tonari 次の締切は？');
    await akiyama.waitFor('次の締切は、令和8年12月18日（金） 17:00');
    await akiyama.click(share);
    const tsuji = office.as('U0TSUJI').in('鈴鹿市-在宅医療');
    const shared = await tsuji.waitFor('次の締切は、令和8年12月18日（金） 17:00');
    expect(textOfMessage(shared)).not.toContain('提出の状況');
    expect(textOfMessage(shared)).not.toContain('未提出');
  });

  it('a button that an answer does not have does nothing when it is pressed all the same (1.6)', async () => {
    await deadline();
    const akiyama = office.as('U0AKIYAMA').in('bot');
    await akiyama.command('/tonari 次の締切は？');
    await akiyama.waitFor('次の締切は、令和8年12月18日（金） 17:00');
    await office.quiet();
    const asked = [{ question: 'まだ出していない市町は？' }];
    await office.database.prisma.conversation.updateMany({ data: { asked } });
    const before = akiyama.messages().length;
    await akiyama.click(keep);
    await akiyama.waitFor(toYouAlone);
    expect(akiyama.messages().map(textOfMessage).join()).not.toContain('2市町のうち');
    expect(akiyama.messages().length).toBe(before + 1);
  });
});
