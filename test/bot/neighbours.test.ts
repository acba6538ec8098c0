import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isBusinessDay } from '../../src/calendar/business-days.ts';
import { addDays, type CalendarDate, todayIn, weekdayOf } from '../../src/calendar/calendar-date.ts';
import { NeighbourRequests } from '../../src/registry/neighbours/neighbour-requests.ts';
import type { Actor } from '../../src/workspace/driver.ts';
import { textOfBlocks, textOfMessage, textOfView } from '../../src/workspace/seen-text.ts';
import { TRANSPORTS } from '../workspace/open-workspace.ts';
import { faultsOn, type Office, openOffice } from './open-office.ts';
import { remindedIn } from './reminded.ts';

// 尾鷲市 and 紀北町 share a channel; 鈴鹿市 asks. Tuesday 24 November 2026, 09:00.
const SHARED = 'C0IGA';
const MEMBERS = [
  { user: 'U0TSUJI', areaId: 'suzuka', role: 'staff' },
  { user: 'U0GRANT', areaId: 'suzuka', role: 'staff', lead: true },
  { user: 'U0OGURA', areaId: 'suzuka', role: 'viewer' },
  { user: 'U0HIRATA', areaId: 'owase', role: 'staff' },
  { user: 'U0MORINO', areaId: 'kihoku', role: 'staff' },
];
const ASKED = '休日の救急との連携はどうしていますか';
const HOSTILE = '<!channel> *太字* `x` <@U1> =1+1 &amp;';

describe.each(TRANSPORTS)('他市町へ聞く, by %s,', (transport) => {
  let office: Office;
  const { until } = remindedIn(() => office);
  beforeAll(async () => {
    office = await openOffice(transport);
    const { prisma } = office.database;
    await prisma.area.updateMany({ data: { prefecture: '三重県' } });
    await prisma.area.updateMany({ where: { id: { in: ['owase', 'kihoku'] } }, data: { channel: SHARED } });
    await office.app.lookup.refresh();
  });
  afterAll(async () => {
    expect(faultsOn(office)).toEqual([]);
    expect(office.logged.filter((line) => line.includes('"level":"error"'))).toEqual([]);
    await office.close();
  });
  beforeEach(async () => {
    const { prisma } = office.database;
    await prisma.neighbourRequest.deleteMany();
    await prisma.notice.deleteMany();
    await prisma.refusal.deleteMany();
    await prisma.membership.deleteMany();
    await prisma.membership.createMany({ data: MEMBERS });
    await prisma.person.updateMany({ data: { deactivated: false } });
    for (const user of ['U0TSUJI', 'U0HIRATA', 'U0MORINO', 'U0OGURA']) {
      const actor = office.as(user).in('bot');
      while (actor.topView()) await actor.close();
    }
  });

  const now = () => office.workspace.clock.now();
  /** So many days on, in the morning, when notices have gone out. */
  const morning = (days: number) => {
    const day = new Date(now().getTime() + days * 86_400_000 + 9 * 3_600_000).toISOString().slice(0, 10);
    return until(`${day}T09:00:05+09:00`);
  };
  /** The afternoon of the next Monday after which nine weekdays in a row are business days. */
  async function monday(): Promise<void> {
    let day = todayIn(now());
    const isQuiet = (from: CalendarDate) =>
      Array.from({ length: 12 }, (_, at) => addDays(from, at)).every(
        (each) => [0, 6].includes(weekdayOf(each)) || isBusinessDay(each),
      );
    do day = addDays(day, 1);
    while (weekdayOf(day) !== 1 || !isQuiet(day));
    await until(`${day}T13:00:00+09:00`);
  }
  const daysOn = (days: number) =>
    new Date(now().getTime() + days * 86_400_000 + 9 * 3_600_000).toISOString().slice(0, 10).replaceAll('-', '/');

  /** Somebody asks where nothing was found, up to the preview. */
  async function previewed(question = ASKED, fields: Record<string, string | string[] | null> = {}): Promise<Actor> {
    const tsuji = office.as('U0TSUJI').in('bot');
    await tsuji.say('鈴鹿市の地域BCPは？');
    await office.quiet();
    await tsuji.click('他市町へ聞く');
    await tsuji.waitForView('聞きたいこと');
    await tsuji.fill({ 聞きたいこと: question, 何について: '救急との連携', いつまでに: daysOn(21), ...fields });
    await tsuji.submit();
    return tsuji;
  }
  async function asked(question = ASKED, fields: Record<string, string | string[] | null> = {}): Promise<void> {
    const tsuji = await previewed(question, fields);
    await tsuji.waitForView('次の市町に届きます');
    await tsuji.submit();
    await tsuji.waitForView('に聞きます');
    await tsuji.close();
    await office.quiet();
  }
  const questionsIn = (channel = SHARED) =>
    office
      .as('U0HIRATA')
      .in(channel)
      .messages()
      .map(textOfMessage)
      .filter((text) => text.includes('問い合わせが'));
  const toldTo = (user: string, words: string) =>
    office
      .as(user)
      .in('bot')
      .messages()
      .map(textOfMessage)
      .filter((text) => text.includes(words));
  const rows = () => office.database.prisma.neighbourAsked.findMany({ orderBy: { areaId: 'asc' } });

  it('is offered where nothing is recorded, with the question, and says whom it reaches before it is sent', async () => {
    await monday();
    const tsuji = office.as('U0TSUJI').in('bot');
    await tsuji.say('鈴鹿市の地域BCPは？');
    await office.quiet();
    await tsuji.click('他市町へ聞く');
    const form = await tsuji.waitForView('聞きたいこと');
    expect(JSON.stringify(form)).toContain('鈴鹿市の地域BCPは？');
    await tsuji.fill({ いつまでに: daysOn(21), 何について: '救急との連携' });
    await tsuji.submit();
    const preview = textOfView(await tsuji.waitForView('次の市町に届きます'));
    expect(preview).toMatch(/9:00に届く（2）[\s\S]*尾鷲市・紀北町/);
    expect(preview).not.toContain('紀北広域連合');
    expect(await office.database.prisma.neighbourRequest.count()).toBe(0);
    await tsuji.submit();
    await tsuji.waitForView('2市町に聞きます');
    expect(await office.database.prisma.neighbourRequest.findMany()).toMatchObject([
      { user: 'U0TSUJI', areaId: 'suzuka', column: 'emergency' },
    ]);
    expect((await rows()).map(({ areaId }) => areaId)).toEqual(['kihoku', 'owase']);
  });

  it('is told at 09:00 of the next business day, once in a channel that towns share', async () => {
    await monday();
    const before = questionsIn().length;
    await asked();
    expect(questionsIn()).toHaveLength(before);
    await morning(1);
    expect(questionsIn().slice(before)).toHaveLength(1);
    const [text = ''] = questionsIn().slice(before);
    expect(text).toContain('他市町から問い合わせが届いています');
    expect(text).toContain(ASKED);
    expect(text).toContain('鈴鹿市');
    expect((await rows()).every(({ toldOn }) => toldOn !== null)).toBe(true);
  });

  it('goes to whoever is in charge where there is no channel', async () => {
    await monday();
    const { prisma } = office.database;
    await prisma.area.update({ where: { id: 'owase' }, data: { channel: null } });
    await asked();
    await morning(1);
    await prisma.area.update({ where: { id: 'owase' }, data: { channel: SHARED } });
    expect(toldTo('U0HIRATA', ASKED)).toHaveLength(1);
  });

  it('reaches a town at most once a week; what comes meanwhile waits and comes in one message', async () => {
    await monday();
    const before = questionsIn().length;
    await asked('一つ目の質問です');
    await morning(1);
    await asked('二つ目の質問です');
    await asked('三つ目の質問です');
    await morning(6);
    expect(questionsIn().slice(before)).toHaveLength(1);
    await morning(1);
    const [, second = '', ...more] = questionsIn().slice(before);
    expect(more).toEqual([]);
    expect(second).toContain('問い合わせが2件届いています');
    expect(second).toContain('二つ目の質問です');
    expect(second).toContain('三つ目の質問です');
    expect(second).not.toContain('一つ目の質問です');
  });

  it('becomes a record by the answer; whoever asked is told once, and whoever asks next finds it', async () => {
    await monday();
    await asked();
    await morning(1);
    const before = toldTo('U0TSUJI', '答えて記録しました').length;
    const hirata = office.as('U0HIRATA').in(SHARED);
    await hirata.click('答える');
    const form = textOfView(await hirata.waitForView('への答えになります'));
    expect(form).toContain('尾鷲市・救急との連携');
    await hirata.fill({ この欄の答え: '内容あり', 内容: '休日は消防と当番表「黒潮当番」を共有', 時点: 'R8.11.1' });
    office.workspace.faults.onDelivery('view_submission', 'duplicate');
    await hirata.submit();
    await hirata.waitForView('保存しました');
    await office.quiet();
    expect(toldTo('U0TSUJI', '答えて記録しました').slice(before)).toHaveLength(1);
    expect(await rows()).toMatchObject([
      { areaId: 'kihoku', reply: null },
      { areaId: 'owase', reply: 'record', repliedBy: 'U0HIRATA', recordKind: 'answer' },
    ]);
    const tsuji = office.as('U0TSUJI').in('bot');
    await tsuji.click('記録を見る');
    await tsuji.waitForView('黒潮当番');
    await tsuji.close();
    const morino = office.as('U0MORINO').in('bot');
    await morino.say('尾鷲市の黒潮当番は？');
    await morino.waitFor('黒潮当番');
  });

  it('a document that is shared from the button answers, too', async () => {
    await monday();
    await asked('救急の説明に使える資料はありますか', { 何について: '資料・ツール' });
    await morning(1);
    const hirata = office.as('U0HIRATA').in(SHARED);
    await hirata.click('答える');
    await hirata.waitForView('名称');
    await hirata.fill({ 名称: '救急あんしんカード', 種類: 'カード' });
    await hirata.submit();
    await hirata.waitForView('時点');
    await hirata.fill({ 時点: 'R8.11.1' });
    await hirata.submit();
    await hirata.waitForView('保存しました');
    await office.quiet();
    expect(await rows()).toMatchObject([{ reply: null }, { areaId: 'owase', reply: 'record', recordKind: 'tool' }]);
    expect(toldTo('U0TSUJI', '救急の説明に使える資料はありますか」に答えて記録しました')).toHaveLength(1);
  });

  it('「うちにはない」 is a reply and no record; あとで comes again to that person alone', async () => {
    await monday();
    await asked();
    await morning(1);
    const cells = await office.database.prisma.surveyAnswer.count();
    const hirata = office.as('U0HIRATA').in(SHARED);
    await hirata.click('うちにはない');
    await hirata.waitFor('記録には何も書きません');
    await office.quiet();
    await hirata.click('うちにはない');
    await hirata.waitFor('返事はもう届いています');
    expect(await office.database.prisma.surveyAnswer.count()).toBe(cells);
    expect(await rows()).toMatchObject([
      { areaId: 'kihoku', reply: null },
      { areaId: 'owase', reply: 'nothing', repliedBy: 'U0HIRATA' },
    ]);
    const before = toldTo('U0MORINO', ASKED).length;
    await office.bot.delivery.settled();
    const { neighbours } = requestsOf(office);
    const [request] = await office.database.prisma.neighbourRequest.findMany();
    const press = { key: 'later', id: request?.id ?? '', areaId: 'kihoku' };
    expect(await neighbours.later({ ...press, person: { team: 'T0MIE', user: 'U0MORINO' } })).toEqual({
      outcome: 'done',
    });
    await morning(1);
    expect(toldTo('U0MORINO', ASKED).slice(before)).toHaveLength(1);
  });

  it('stands on Home of those who asked until it is closed, after which nobody is told of it any more', async () => {
    await monday();
    await asked();
    await morning(1);
    const tsuji = office.as('U0TSUJI');
    await tsuji.openHome();
    await tsuji.waitForHome('記録した0市町、うちにはない0市町、返事なし2市町');
    await tsuji.click(ASKED);
    await tsuji.waitForView('まだ返事がない');
    await tsuji.submit();
    await tsuji.waitForView('締め切りました');
    await tsuji.waitFor(({ home }) => home && !textOfBlocks(home.blocks).includes('ほかの市町に聞いていること'));
    const before = toldTo('U0TSUJI', ASKED).length;
    await morning(30);
    expect(toldTo('U0TSUJI', ASKED)).toHaveLength(before);
    expect(await office.database.prisma.history.findMany({ where: { kind: 'neighbourRequest' } })).toMatchObject(
      expect.arrayContaining([
        expect.objectContaining({ action: 'create' }),
        expect.objectContaining({ user: 'U0TSUJI' }),
      ]),
    );
  });

  it('ends after its day: those who asked are told once what came of it, and it is kept 90 days', async () => {
    await monday();
    await asked();
    await morning(1);
    const hirata = office.as('U0HIRATA').in(SHARED);
    await hirata.click('うちにはない');
    await hirata.waitFor('記録には何も書きません');
    await office.quiet();
    await morning(30);
    const [text = '', ...more] = toldTo('U0TSUJI', 'の期日が過ぎました').slice(-1);
    expect(more).toEqual([]);
    expect(text).toContain('うちにはない（1）: 尾鷲市');
    expect(text).toContain('まだ返事がない（1）: 紀北町');
    await requestsOf(office).neighbours.tidy();
    expect(await office.database.prisma.neighbourRequest.count()).toBe(1);
    await morning(90);
    await requestsOf(office).neighbours.tidy();
    expect(await office.database.prisma.neighbourRequest.count()).toBe(0);
  });

  it('is told to whoever is in charge of the area now, where the account of who asked is closed (9.4)', async () => {
    await monday();
    await asked();
    await morning(1);
    const before = { tsuji: toldTo('U0TSUJI', 'answered').length, grant: toldTo('U0GRANT', 'answered').length };
    await office.database.prisma.person.updateMany({ where: { user: 'U0TSUJI' }, data: { deactivated: true } });
    const hirata = office.as('U0HIRATA').in(SHARED);
    await hirata.click('答える');
    await hirata.waitForView('への答えになります');
    await hirata.fill({ この欄の答え: '内容あり', 内容: `担当が替わっても届く${now().getTime()}`, 時点: 'R8.11.1' });
    await hirata.submit();
    await hirata.waitForView('保存しました');
    await office.quiet();
    expect(toldTo('U0GRANT', 'answered your question').length).toBe(before.grant + 1);
    expect(toldTo('U0TSUJI', 'answered').length).toBe(before.tsuji);
  });

  it('is not for readers, nor for people nobody registered, and they are told why', async () => {
    for (const [user, why] of [
      ['U0OGURA', '閲覧'],
      ['U0KUZE', '登録'],
    ] as const) {
      const actor = office.as(user).in('bot');
      await actor.say('鈴鹿市の地域BCPは？');
      await office.quiet();
      await actor.click('他市町へ聞く');
      await actor.waitForView(why);
      await actor.close();
      const person = { team: 'T0MIE', user };
      const fields = { areaId: 'suzuka', question: 'x', purpose: null, column: 'acp', until: '2030-01-01' } as const;
      const outcome = await requestsOf(office).neighbours.ask(person, `by ${user}`, { ...fields, areaIds: ['owase'] });
      expect(outcome).toMatchObject({ outcome: 'refused' });
    }
    expect(await office.database.prisma.neighbourRequest.count()).toBe(0);
    expect((await office.database.prisma.refusal.findMany()).map(({ user }) => user).sort()).toEqual([
      'U0KUZE',
      'U0KUZE',
      'U0OGURA',
      'U0OGURA',
    ]);
  });

  it('takes nothing that tells of a person, and no day that is over (3.6)', async () => {
    const tsuji = await previewed('89歳の女性の一人暮らしの事例について教えてください', { いつまでに: 'R8.11.1' });
    expect(Object.keys(tsuji.errors()).sort()).toEqual(['question', 'until']);
    expect(await office.database.prisma.neighbourRequest.count()).toBe(0);
  });

  it('is answered only for an area that is asked', async () => {
    await monday();
    await asked(ASKED, { 聞く市町: ['尾鷲市'] });
    const [request] = await office.database.prisma.neighbourRequest.findMany();
    const { neighbours } = requestsOf(office);
    const press = { key: 'wrong', id: request?.id ?? '' };
    const by = (user: string) => ({ team: 'T0MIE', user });
    expect(await neighbours.nothingHere({ ...press, person: by('U0MORINO'), areaId: 'kihoku' })).toEqual({
      outcome: 'gone',
    });
    expect(await neighbours.nothingHere({ ...press, person: by('U0MORINO'), areaId: 'owase' })).toMatchObject({
      outcome: 'refused',
    });
    expect(await neighbours.close({ ...press, person: by('U0HIRATA') })).toMatchObject({ outcome: 'refused' });
    expect(await rows()).toMatchObject([{ areaId: 'owase', reply: null }]);
  });

  it('shows hostile words as they are typed', async () => {
    await monday();
    const before = questionsIn().length;
    await asked(HOSTILE, { 使いみち: HOSTILE });
    await morning(1);
    const [text = ''] = questionsIn().slice(before);
    expect(text).toContain(HOSTILE);
    const message = office.as('U0HIRATA').in(SHARED).lastMessage();
    expect(message?.text).not.toContain('<!channel>');
  });
});

describe('two copies of the bot', () => {
  it('ask once, tell a town once and whoever asked once, though both get everything', async () => {
    const office = await openOffice('socket');
    const { prisma } = office.database;
    await prisma.area.updateMany({ data: { prefecture: '三重県' } });
    await prisma.area.updateMany({ where: { id: { in: ['owase', 'kihoku'] } }, data: { channel: SHARED } });
    await prisma.membership.createMany({ data: MEMBERS });
    await office.app.lookup.refresh();
    await office.addCopy();
    const { neighbours } = requestsOf(office);
    const by = { team: 'T0MIE', user: 'U0TSUJI' };
    const fields = { areaId: 'suzuka', question: ASKED, purpose: null, column: 'emergency' as const };
    const wanted = { ...fields, until: '2026-12-18', areaIds: ['owase', 'kihoku'] };
    const outcomes = await Promise.all([neighbours.ask(by, 'one', wanted), neighbours.ask(by, 'one', wanted)]);
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['asked', 'duplicate']);
    await office.as('U0OGURA').advance(86_400_000 + 5_000);
    await office.quiet();
    const hirata = office.as('U0HIRATA').in(SHARED);
    await hirata.waitFor(ASKED);
    await hirata.click('答える');
    await hirata.waitForView('への答えになります');
    await hirata.fill({ この欄の答え: '内容あり', 内容: '当番表を共有', 時点: 'R8.11.1' });
    office.workspace.faults.onDelivery('view_submission', 'duplicate');
    await hirata.submit();
    await hirata.waitForView('保存しました');
    const tsuji = office.as('U0TSUJI').in('bot');
    await tsuji.waitFor('答えて記録しました');
    await office.quiet();
    const count = (actor: Actor, words: string) =>
      actor.messages().filter((message) => textOfMessage(message).includes(words)).length;
    expect(count(tsuji, '答えて記録しました')).toBe(1);
    expect(count(office.as('U0HIRATA').in(SHARED), '問い合わせが届いています')).toBe(1);
    expect(faultsOn(office)).toEqual([]);
    await office.close();
  });
});

/** The requests as the bot has them. */
const requestsOf = (office: Office) => ({
  neighbours: new NeighbourRequests({
    prisma: office.database.prisma,
    clock: office.workspace.clock,
    administrators: async () => ({ ids: [], named: true }),
  }),
});
