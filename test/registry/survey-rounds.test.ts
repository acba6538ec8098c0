import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SaveOutcome } from '../../src/records/changes.ts';
import type { ReplyAnswers, ReplyCell, ReplyStatement } from '../../src/records/survey-round.ts';
import { ROUND_COLUMNS } from '../../src/records/survey-round.ts';
import type { PersonKey } from '../../src/registry/members/people.ts';
import { HUB, KEN, NOW, newKey, OWASE, openRegistry, SATO, SUZUKI, type TestRegistry } from './open-registry.ts';
import { isoDay } from './planned-records.ts';

const ROUND = {
  fiscalYear: 'R8',
  title: '市町取組状況調査（令和8年度）',
  referenceDate: '令和8年11月1日',
  columns: [...ROUND_COLUMNS],
  groups: [['suzuka'], ['owase', 'kihoku']],
  slots: [
    { day: isoDay('2026-12-08'), time: '10:00' },
    { day: isoDay('2026-12-08'), time: '14:00' },
  ],
};
const DUE = {
  date: 'R8.12.4',
  event: null,
  dueTime: null,
  confirmed: true,
  submissionYear: 'R8',
  recipient: '三重県',
  leads: [{ unit: 'business-days' as const, count: 7 }],
};

const statement = (text: string, more: Partial<ReplyStatement> = {}): ReplyStatement => ({
  ...{ from: null, text, status: 'doing', areaIds: null, scenes: [], when: null, topics: [], tools: [] },
  ...more,
});
const cell = (...statements: ReplyStatement[]): ReplyCell => ({
  stated: statements.length > 0 ? 'yes' : 'blank',
  text: null,
  statements,
});

describe('a survey round', () => {
  let registry: TestRegistry;
  let roundId: string;
  beforeAll(async () => {
    registry = await openRegistry();
  });
  afterAll(() => registry.database.close());
  beforeEach(async () => {
    await registry.fresh();
    const { saved, outcomes } = await open(KEN);
    expect(saved).toBe(true);
    roundId = recordOf(outcomes.at(-1));
  });

  const prisma = () => registry.database.prisma;
  const open = (person: PersonKey, round = ROUND) =>
    registry.at().openRound({ person, key: newKey(), round, due: DUE });
  const recordOf = (outcome: SaveOutcome | undefined) => {
    if (outcome?.outcome !== 'saved') throw new Error(JSON.stringify(outcome));
    return outcome.entry.record;
  };
  const reply = (person: PersonKey, areaId: string, answers: Partial<ReplyAnswers>, more: object = {}) =>
    registry.at().saveReply({
      ...{ person, key: newKey(), roundId, areaId, version: null, answers, way: 'chat', sent: true },
      ...more,
    });
  const decide = (person: PersonKey, areas: string, fields: object, now = NOW) =>
    registry.at(now).save({
      person,
      key: newKey(),
      via: 'form',
      kind: 'surveyReply',
      id: `${roundId}.${areas}`,
      version: null,
      fields,
    });
  const close = (person = KEN, now = NOW) =>
    registry.at(now).save({
      ...{ person, key: newKey(), via: 'form', kind: 'surveyRound', id: roundId, version: null },
      fields: { state: 'closed' },
    });
  const replies = () => prisma().surveyReply.findMany({ orderBy: { id: 'asc' } });
  const submissions = async () =>
    (await prisma().submission.findMany({ orderBy: { areaId: 'asc' } })).map(({ areaId, status }) => [areaId, status]);

  it('is opened by the prefecture alone, with a reply of each group and a deadline of all its areas', async () => {
    expect(await replies()).toMatchObject([{ status: 'none' }, { status: 'none' }]);
    expect(await submissions()).toEqual([
      ['kihoku', 'open'],
      ['owase', 'open'],
      ['suzuka', 'open'],
    ]);
    expect((await open(SATO)).outcomes.at(-1)).toMatchObject({ outcome: 'refused' });
    expect(await prisma().surveyRound.count()).toBe(1);
    expect(await prisma().deadline.count()).toBe(1);
  });

  it('takes no statement of another shape, of an area that does not answer it, of a tool that there is not, or where nothing is stated', async () => {
    const ict = (said: Partial<ReplyStatement>, more: Partial<ReplyCell> = {}) => ({
      ict: { ...cell(statement('運用している。', said)), ...more },
    });
    const shapeless = ict({ status: 'perhaps' as never });
    expect(await reply(SATO, 'suzuka', shapeless)).toMatchObject({ problems: [{ field: 'ict', code: 'unreadable' }] });
    for (const said of [ict({ areaIds: ['owase'] }), ict({ tools: ['no-such-tool'] })]) {
      expect(await reply(SATO, 'suzuka', said)).toMatchObject({ problems: [{ field: 'ict', code: 'unknown' }] });
    }
    const blank = ict({}, { stated: 'blank' });
    expect(await reply(SATO, 'suzuka', blank)).toMatchObject({ problems: [{ field: 'ict', code: 'not-both' }] });
    expect(await replies()).toMatchObject([{ status: 'none' }, { status: 'none' }]);
    expect(await reply(SATO, 'suzuka', ict({ areaIds: ['suzuka'], tools: ['suzu-net'] }))).toMatchObject({
      outcome: 'saved',
    });
  });

  it('asks each area once', async () => {
    const twice = { ...ROUND, groups: [['suzuka'], ['owase', 'suzuka']] };
    expect((await open(KEN, twice)).outcomes.at(-1)).toMatchObject({
      problems: [{ field: 'groups', code: 'twice' }],
    });
  });

  it('takes the place of the yearly row that waits for its date', async () => {
    await prisma().surveyRound.deleteMany();
    await prisma().deadline.updateMany({ data: { template: 'municipal-survey', confirmed: false, date: 'R8.11' } });
    expect((await open(KEN)).saved).toBe(true);
    expect(await prisma().deadline.findMany()).toMatchObject([
      { confirmed: true, date: 'R8.12.4', template: 'municipal-survey' },
    ]);
  });

  it('the submissions of its deadline follow the replies: sent in jointly, returned, sent again, accepted', async () => {
    await reply(OWASE, 'owase', { ict: cell(statement('新しい共有方法を始めた。')) });
    expect(await submissions()).toEqual([
      ['kihoku', 'submitted'],
      ['owase', 'submitted'],
      ['suzuka', 'open'],
    ]);
    const back = { status: 'returned', reason: '参加者数を書いてください', ownDay: '2026-12-10' };
    expect(await decide(KEN, 'owase-kihoku', back)).toMatchObject({ outcome: 'saved' });
    expect(await submissions()).toContainEqual(['owase', 'returned']);
    await reply(OWASE, 'kihoku', { ict: cell(statement('新しい共有方法を120人で始めた。')) });
    expect(await decide(KEN, 'owase-kihoku', { status: 'accepted' })).toMatchObject({ outcome: 'saved' });
    expect(await submissions()).toContainEqual(['kihoku', 'accepted']);
    expect(await reply(OWASE, 'owase', { ict: cell() })).toMatchObject({
      problems: [{ field: 'status', code: 'accepted' }],
    });
  });

  it('is returned with a reason and a day, and by the prefecture alone', async () => {
    await reply(SATO, 'suzuka', {});
    expect(await decide(KEN, 'suzuka', { status: 'returned' })).toMatchObject({
      problems: [
        { field: 'reason', code: 'missing' },
        { field: 'ownDay', code: 'missing' },
      ],
    });
    expect(await decide(SATO, 'suzuka', { status: 'accepted' })).toMatchObject({ outcome: 'refused' });
  });

  it('two people answer different columns at a time, and both stand (5.2)', async () => {
    const version = 1;
    await reply(SATO, 'suzuka', { ict: cell(statement('ICTの回答')) }, { version, sent: false });
    const second = await reply(SUZUKI, 'suzuka', { acp: cell(statement('ACPの回答')) }, { version, sent: false });
    expect(second.outcome).toBe('merged');
    const [, suzuka] = await replies();
    expect(suzuka).toMatchObject({ status: 'draft', cells: { ict: expect.anything(), acp: expect.anything() } });
  });

  it('a hub writes the draft of a reply itself, and its town approves the sending (4.1)', async () => {
    const draft = { ict: cell(statement('拠点が書いた回答')) };
    expect(await reply(HUB, 'suzuka', draft, { sent: false })).toMatchObject({ outcome: 'saved' });
    const sent = await reply(HUB, 'suzuka', {});
    if (sent.outcome !== 'drafted') throw new Error(sent.outcome);
    expect((await replies())[1]).toMatchObject({ status: 'draft' });
    const decision = { person: SUZUKI, id: sent.draft, approve: true };
    expect(await registry.at().decideDraft(decision)).toMatchObject({ outcome: 'saved' });
    expect((await replies())[1]).toMatchObject({ status: 'answered' });
  });

  it('the prefecture answers in a town’s stead with the ground noted (4.1)', async () => {
    const answers = { ict: cell(statement('電話で聞いた回答')) };
    expect(await reply(KEN, 'suzuka', answers, { way: 'in-stead' })).toMatchObject({ because: 'in-stead' });
    const saved = await reply(KEN, 'suzuka', answers, { way: 'in-stead', reason: '電話で確認' });
    expect(saved).toMatchObject({ entry: { inStead: true, reason: '電話で確認' } });
  });

  it('a hearing is taken once, and only where it is offered', async () => {
    const slot = '2026-12-08T10:00';
    const [one, other] = await Promise.all([decide(SATO, 'suzuka', { slot }), decide(OWASE, 'owase-kihoku', { slot })]);
    expect([one.outcome, other.outcome].sort()).toEqual(['problems', 'saved']);
    expect(await decide(SATO, 'suzuka', { slot: '2026-12-09T10:00' })).toMatchObject({
      problems: [{ field: 'slot', code: 'unknown' }],
    });
  });

  it('once closed its answers are found with their own source, and the former year’s stay as they were', async () => {
    await reply(SATO, 'suzuka', {
      ict: cell(statement('情報共有システムを全病院に広げた。', { from: 'survey.ict-1' })),
    });
    expect(await registry.ask('鈴鹿市のICTは？')).toContain('運用している');
    expect((await close()).outcome).toBe('saved');
    const answer = await registry.ask('鈴鹿市のICTは？');
    expect(answer).toContain('全病院に広げた');
    expect(answer).toContain('市町取組状況調査（令和8年度）');
    expect(answer).not.toContain('運用している');
    expect(await prisma().statement.findUnique({ where: { id: 'survey.ict-1' } })).toMatchObject({ version: 1 });
  });

  it('areas that did not answer keep what was last said of them', async () => {
    await reply(SATO, 'suzuka', {});
    await close();
    expect(await registry.ask('尾鷲市の紀北ノートは？')).toContain('紀北ノート');
  });

  it('what somebody changed after the reply was sent in is not lost by closing', async () => {
    await reply(SATO, 'suzuka', { ict: cell(statement('情報共有システムは回答のとおり。', { from: 'survey.ict-1' })) });
    const later = '2026-11-25T09:00:00+09:00';
    const answer = await registry.at().open('answer', 'survey.answer-ict');
    const statements =
      answer?.fields.statements.map((each) => ({ ...each, text: '情報共有システムの登録者が250人に増えた。' })) ?? [];
    const changed = await registry.at(later).save({
      ...{ person: SUZUKI, key: newKey(), via: 'form', kind: 'answer', id: 'survey.answer-ict', version: null },
      fields: { statements },
    });
    expect(changed.outcome).toBe('saved');
    await close(KEN, '2026-11-26T09:00:00+09:00');
    expect(await registry.ask('鈴鹿市のICTは？')).toContain('登録者が250人に増えた');
  });

  it('nothing of a closed round is answered any more, until closing is taken back', async () => {
    await reply(SATO, 'suzuka', { ict: cell(statement('閉じる前の回答')) });
    const closed = await close();
    if (closed.outcome !== 'saved') throw new Error(closed.outcome);
    expect(await reply(OWASE, 'owase', {})).toMatchObject({ problems: [{ field: 'status', code: 'closed' }] });
    const undone = await registry.at().undo({ person: KEN, key: newKey(), entry: closed.entry.id });
    expect(undone.outcome).toBe('saved');
    expect(await prisma().statement.count({ where: { text: '閉じる前の回答' } })).toBe(0);
    expect(await registry.ask('鈴鹿市のICTは？')).toContain('運用している');
    expect(await reply(OWASE, 'owase', {})).toMatchObject({ outcome: 'saved' });
  });

  it('a closing that arrives twice publishes once', async () => {
    await reply(SATO, 'suzuka', { ict: cell(statement('一度だけ')) });
    const request = {
      person: KEN,
      key: newKey(),
      via: 'form',
      kind: 'surveyRound',
      id: roundId,
      version: null,
    } as const;
    const both = await Promise.all([0, 1].map(() => registry.at().save({ ...request, fields: { state: 'closed' } })));
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(['duplicate', 'saved']);
    expect(await prisma().statement.count({ where: { text: '一度だけ' } })).toBe(1);
  });
});
