import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ReplyAnswers, ReplyCell } from '../../src/records/survey-round.ts';
import { textOfMessage, textOfView } from '../../src/workspace/seen-text.ts';
import { newKey } from '../registry/open-registry.ts';
import { isoDay } from '../registry/planned-records.ts';
import { faultsOn, type Office, openOffice } from './open-office.ts';

// A round that is open is changed from its board: what that means for towns is shown before, and told to them once.

const TEAM = 'T0MIE';
const PEOPLE = [
  { user: 'U0AKIYAMA', areaId: 'suzuka', role: 'prefecture' },
  { user: 'U0TSUJI', areaId: 'suzuka', role: 'staff' },
  { user: 'U0HIRATA', areaId: 'owase', role: 'staff' },
  { user: 'U0OGURA', areaId: 'kihoku', role: 'staff' },
];
let TITLE = '';
let rounds = 0;
const CHANGED = 'の調査が変わりました';

const cell = (text: string): ReplyCell => ({
  stated: 'yes',
  text: null,
  statements: [{ from: null, text, status: 'doing', areaIds: null, scenes: [], when: null, topics: [], tools: [] }],
});

describe('a round that is open', () => {
  let office: Office;
  let roundId: string;
  beforeAll(async () => {
    office = await openOffice('socket');
    await prisma().area.updateMany({ data: { channel: null } });
    await prisma().membership.createMany({ data: PEOPLE });
  });
  afterAll(async () => {
    expect(faultsOn(office)).toEqual([]);
    await office.close();
  });
  beforeEach(async () => {
    rounds += 1;
    TITLE = `第${rounds}回調査`;
    roundId = await open();
  });

  const prisma = () => office.database.prisma;
  const registrar = () => office.app.registrar(async () => ({ ids: [], named: true }));
  const at = (user: string) => office.as(user).in('bot');
  const seen = (user: string) => textOfView(at(user).topView() ?? fail());
  const reply = (areas: string) => prisma().surveyReply.findUniqueOrThrow({ where: { id: `${roundId}.${areas}` } });
  const told = (user: string, words: string) =>
    at(user)
      .messages()
      .map(textOfMessage)
      .filter((text) => text.includes(words) && text.includes(TITLE));
  const round = () => prisma().surveyRound.findUniqueOrThrow({ where: { id: roundId } });
  const deadline = () =>
    prisma().deadline.findFirstOrThrow({
      where: { surveyRounds: { some: { id: roundId } } },
      include: { areas: true, submissions: { orderBy: { areaId: 'asc' } } },
    });
  const reminders = async () =>
    prisma().notice.findMany({
      where: { status: 'planned', kind: 'reminder', recordId: (await deadline()).id },
      orderBy: { areaId: 'asc' },
    });

  async function open(): Promise<string> {
    const { outcomes } = await registrar().openRound({
      ...{ person: { team: TEAM, user: 'U0AKIYAMA' }, key: newKey() },
      round: {
        ...{ fiscalYear: 'R8', title: TITLE, referenceDate: '令和8年11月1日', columns: ['ict', 'acp'] },
        groups: [['suzuka'], ['owase']],
        slots: [{ day: isoDay('2026-12-08'), time: '10:00' }],
      },
      due: {
        ...{ date: 'R8.12.4', event: null, dueTime: null, confirmed: true, submissionYear: 'R8', recipient: '三重県' },
        leads: [{ unit: 'business-days', count: 1 }],
      },
    });
    const last = outcomes.at(-1);
    if (last?.outcome !== 'saved') throw new Error(JSON.stringify(last));
    await office.quiet();
    return last.entry.record;
  }

  const answer = (user: string, areaId: string, answers: Partial<ReplyAnswers>, sent = true) =>
    registrar().saveReply({
      ...{ person: { team: TEAM, user }, key: newKey(), roundId, areaId, version: null, answers, way: 'chat', sent },
    });

  async function form() {
    const akiyama = at('U0AKIYAMA');
    while (akiyama.topView()) await akiyama.close();
    await akiyama.command('/tonari-answer');
    await akiyama.waitForView('調査の進み具合');
    await akiyama.click(`調査の進み具合: ${TITLE}`);
    await akiyama.waitForView('調査を変える');
    await akiyama.click('調査を変える');
    await akiyama.waitForView('調査する欄');
    return akiyama;
  }

  /** Fills both steps and sends; what stands there then is what follows. */
  async function preview(first: Record<string, string | string[]>, second: Record<string, string | string[]>) {
    const akiyama = await form();
    await akiyama.fill(first);
    await akiyama.submit();
    await akiyama.waitForView('共同で回答する市町');
    await akiyama.fill(second);
    await akiyama.submit();
    await akiyama.waitForView('このように変えます');
    return akiyama;
  }

  async function change(first: Record<string, string | string[]>, second: Record<string, string | string[]> = {}) {
    const akiyama = await preview(first, second);
    await akiyama.submit();
    await akiyama.waitForView('保存しました');
    await office.quiet();
  }

  it('a column that is added is told once to those who had answered, and is answered by itself', async () => {
    await answer('U0TSUJI', 'suzuka', { ict: cell('ICTの回答'), acp: cell('ACPの回答') });
    const akiyama = await preview({ 調査する欄: ['ICT', 'ACP', '救急との連携'] }, {});
    expect(seen('U0AKIYAMA')).toContain('追加する欄: 救急との連携');
    expect(seen('U0AKIYAMA')).toContain('回答を終えた市町に知らせます: 鈴鹿市');
    expect((await round()).columns).toEqual(['acp', 'ict']);
    await akiyama.submit();
    await akiyama.waitForView('保存しました');
    await office.quiet();
    const [message, ...more] = told('U0TSUJI', CHANGED);
    expect(message).toContain('追加された欄');
    expect(more).toEqual([]);
    expect(told('U0HIRATA', CHANGED)).toEqual([]);
    expect((await reply('suzuka')).status).toBe('answered');
    while (akiyama.topView()) await akiyama.close();
    await akiyama.command('/tonari-answer');
    await akiyama.waitForView('調査の進み具合');
    await akiyama.click(`調査の進み具合: ${TITLE}`);
    await akiyama.waitForView('未記入の欄: 救急との連携');
  });

  it('an accepted reply takes a column that is added after, and nothing else', async () => {
    await answer('U0TSUJI', 'suzuka', { ict: cell('ICTの回答'), acp: cell('ACPの回答') });
    const accepted = { kind: 'surveyReply', id: `${roundId}.suzuka`, version: null, via: 'form' } as const;
    const person = { team: TEAM, user: 'U0AKIYAMA' };
    await registrar().save({ ...accepted, person, key: newKey(), fields: { status: 'accepted' } });
    await change({ 調査する欄: ['ICT', 'ACP', '救急との連携'] });
    const town = { ...accepted, person: { team: TEAM, user: 'U0TSUJI' } };
    const emergency = cell('救急の回答');
    expect(await registrar().save({ ...town, key: newKey(), fields: { ict: emergency } })).toMatchObject({
      problems: [{ code: 'accepted' }],
    });
    expect(await registrar().save({ ...town, key: newKey(), fields: { emergency } })).toMatchObject({
      outcome: 'saved',
    });
    expect((await reply('suzuka')).status).toBe('accepted');
  });

  it('what was written in a column that is taken out stays, and is not published', async () => {
    await answer('U0TSUJI', 'suzuka', { ict: cell('ICTの回答'), acp: cell('外した欄の回答') });
    await preview({ 調査する欄: ['ICT'] }, {});
    expect(seen('U0AKIYAMA')).toContain('書かれた内容は残り、公表されません: 鈴鹿市');
    await at('U0AKIYAMA').submit();
    await at('U0AKIYAMA').waitForView('保存しました');
    expect((await reply('suzuka')).cells).toMatchObject({ acp: cell('外した欄の回答') });
    const closing = { kind: 'surveyRound', id: roundId, version: null, via: 'form', key: newKey() } as const;
    const closed = await registrar().save({
      ...{ ...closing, person: { team: TEAM, user: 'U0AKIYAMA' } },
      fields: { state: 'closed' },
    });
    if (closed.outcome !== 'saved') throw new Error(closed.outcome);
    expect(await prisma().statement.count({ where: { text: '外した欄の回答' } })).toBe(0);
    expect(await prisma().statement.count({ where: { text: 'ICTの回答' } })).toBe(1);
    const undo = { person: { team: TEAM, user: 'U0AKIYAMA' }, key: newKey(), entry: closed.entry.id };
    expect((await registrar().undo(undo)).outcome).toBe('saved');
  });

  it('a column that was added and never answered leaves standing what was last said of it', async () => {
    await answer('U0TSUJI', 'suzuka', { acp: cell('ACPの回答') });
    const closing = { kind: 'surveyRound', id: roundId, version: null, via: 'form', key: newKey() } as const;
    const person = { team: TEAM, user: 'U0AKIYAMA' };
    const closed = await registrar().save({ ...closing, person, fields: { state: 'closed' } });
    const { answer: said } = await office.app.ask([{ question: '鈴鹿市のICTは？' }]);
    expect(JSON.stringify(said)).toContain('すずらんネット');
    if (closed.outcome !== 'saved') throw new Error(closed.outcome);
    await registrar().undo({ person, key: newKey(), entry: closed.entry.id });
  });

  it('a town that is added is told that the survey is open, and one taken out gets no more reminders', async () => {
    await change({}, { 回答する市町: ['鈴鹿市', '紀北町'] });
    expect(told('U0OGURA', 'の回答を受け付けています')).toHaveLength(1);
    const { areas, submissions } = await deadline();
    expect(areas.map(({ id }) => id).sort()).toEqual(['kihoku', 'suzuka']);
    expect(submissions.map(({ areaId }) => areaId).sort()).toEqual(['kihoku', 'suzuka']);
    expect((await reminders()).map(({ areaId }) => areaId)).toEqual(['kihoku', 'suzuka']);
  });

  it('towns that answer together anew go on with what each of them wrote, as a draft, until it is taken back', async () => {
    await answer('U0TSUJI', 'suzuka', { ict: cell('鈴鹿市のICT'), acp: cell('鈴鹿市のACP') });
    await answer('U0HIRATA', 'owase', { ict: cell('尾鷲市のICT') }, false);
    const akiyama = await preview({}, { 共同で回答する市町: '鈴鹿市・尾鷲市' });
    expect(seen('U0AKIYAMA')).toContain('新しい回答の組: 鈴鹿市・尾鷲市');
    await akiyama.submit();
    await akiyama.waitForView('保存しました');
    await office.quiet();
    const joint = await reply('suzuka-owase');
    expect(joint).toMatchObject({ status: 'draft' });
    expect(joint.cells).toMatchObject({
      ict: {
        statements: [
          { text: '鈴鹿市のICT', areaIds: ['suzuka'] },
          { text: '尾鷲市のICT', areaIds: ['owase'] },
        ],
      },
    });
    expect((await deadline()).submissions.map(({ status }) => status)).toEqual(['open', 'open']);
    expect(told('U0TSUJI', CHANGED).at(-1)).toContain('一緒に回答する市町');
    await akiyama.click('取り消す');
    await akiyama.waitForView('前の内容に戻っています');
    await office.app.lookup.refresh();
    expect((await deadline()).submissions).toMatchObject(
      expect.arrayContaining([expect.objectContaining({ areaId: 'suzuka', status: 'submitted', lateDays: null })]),
    );
    expect(await reply('suzuka')).toMatchObject({ status: 'answered', cells: { acp: cell('鈴鹿市のACP') } });
  });

  it('a town that answers alone again goes on with the joint answer', async () => {
    await change({}, { 共同で回答する市町: '鈴鹿市・尾鷲市' });
    await answer('U0HIRATA', 'owase', { ict: cell('共同の回答') });
    await change({}, { 共同で回答する市町: '' });
    for (const area of ['suzuka', 'owase']) {
      expect(await reply(area)).toMatchObject({ status: 'draft', cells: { ict: cell('共同の回答') } });
    }
    expect(await answer('U0TSUJI', 'suzuka', { acp: cell('鈴鹿市だけの回答') })).toMatchObject({ outcome: 'saved' });
    expect((await reply('suzuka')).status).toBe('answered');
    expect((await reply('owase')).status).toBe('draft');
  });

  it('another due day plans its reminders anew, and tells those who have not answered', async () => {
    await answer('U0TSUJI', 'suzuka', { ict: cell('ICTの回答') });
    const days = async () => (await reminders()).map(({ areaId, dueAt }) => [areaId, dueAt.toISOString().slice(0, 10)]);
    expect(await days()).toEqual([['owase', '2026-12-03']]);
    await change({ 回答期限: 'R8.12.18' });
    expect(await days()).toEqual([['owase', '2026-12-17']]);
    expect(told('U0TSUJI', '12月18日')).toEqual([]);
    expect(told('U0HIRATA', '12月18日').length).toBeGreaterThan(0);
  });

  it('a hearing that a town booked is not taken from it; others can be added', async () => {
    const slot = { kind: 'surveyReply', id: `${roundId}.suzuka`, version: null, via: 'form', key: newKey() } as const;
    const person = { team: TEAM, user: 'U0TSUJI' };
    await registrar().save({ ...slot, person, fields: { slot: '2026-12-08T10:00' } });
    const akiyama = await form();
    await akiyama.submit();
    await akiyama.waitForView('共同で回答する市町');
    await akiyama.fill({ ヒアリングの枠: 'R8.12.9 10:00' });
    await akiyama.submit();
    await akiyama.waitForView('予約のあるヒアリングの枠は外せません');
    expect(seen('U0AKIYAMA')).toContain('鈴鹿市');
    await akiyama.fill({ ヒアリングの枠: 'R8.12.8 10:00\nR8.12.9 10:00' });
    await akiyama.submit();
    await akiyama.waitForView('加えるヒアリングの枠');
    await akiyama.submit();
    await akiyama.waitForView('保存しました');
    expect((await round()).slots).toHaveLength(2);
  });

  it('two people who change the same of it: the second is told, and loses nothing (5.2)', async () => {
    const akiyama = await form();
    await akiyama.fill({ 調査名: '二人目の調査名' });
    await akiyama.submit();
    await akiyama.waitForView('共同で回答する市町');
    const other = { kind: 'surveyRound', id: roundId, version: null, via: 'form', key: newKey() } as const;
    const person = { team: TEAM, user: 'U0AKIYAMA' };
    await registrar().save({ ...other, person, fields: { title: '一人目の調査名' } });
    await akiyama.submit();
    await akiyama.waitForView('このように変えます');
    await akiyama.submit();
    await akiyama.waitForView('一人目の調査名');
    expect(await round()).toMatchObject({ title: '一人目の調査名' });
    expect(await deadline()).toMatchObject({ title: '一人目の調査名' });
  });

  it('is changed by the prefecture alone', async () => {
    const other = { kind: 'surveyRound', id: roundId, version: null, via: 'form', key: newKey() } as const;
    const person = { team: TEAM, user: 'U0TSUJI' };
    expect(await registrar().save({ ...other, person, fields: { title: '市の調査' } })).toMatchObject({
      outcome: 'refused',
    });
  });
});

function fail(): never {
  throw new Error('there is no form');
}
