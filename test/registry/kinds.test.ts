import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ChangeKind, HistoryEntry, SaveOutcome } from '../../src/records/changes.ts';
import { KEN, newKey, OWASE, openRegistry, SATO, type TestRegistry } from './open-registry.ts';

let registry: TestRegistry;
beforeAll(async () => {
  registry = await openRegistry();
});
afterAll(() => registry.database.close());
beforeEach(() => registry.fresh());

function save(kind: ChangeKind, id: string | null, fields: object, more: object = {}): Promise<SaveOutcome> {
  const request = { person: SATO, via: 'form', key: newKey(), kind, id, version: null, fields };
  return registry.at().save({ ...request, ...more } as never);
}

async function saved(...args: Parameters<typeof save>): Promise<HistoryEntry> {
  const outcome = await save(...args);
  if (outcome.outcome !== 'saved') throw new Error(JSON.stringify(outcome));
  return outcome.entry;
}

const open = <K extends ChangeKind>(kind: K, id: string) => registry.at().open(kind, id);

const TOOL = {
  name: 'なぎさシート',
  kind: 'sheet',
  maker: '鈴鹿市',
  aliases: [],
  note: null,
  uses: [
    {
      id: null,
      areaIds: ['suzuka'],
      name: 'なぎさシート',
      role: 'maker',
      status: 'doing',
      ways: ['website'],
      access: '市のサイト',
      link: 'https://example.jp/nagisa',
      contact: '長寿社会課',
      terms: '出典を書けば使える。変更は要相談。',
      since: 'R8',
      purpose: '入院時の情報提供',
      asOf: '令和8年11月24日',
    },
  ],
};

describe('a survey answer', () => {
  const ANSWER = 'survey.answer-ict';

  it('changes statement by statement: what is left as it was keeps its figures, what goes stays in the history', async () => {
    const opened = await open('answer', ANSWER);
    const [first] = opened?.fields.statements ?? [];
    const entry = await saved('answer', ANSWER, {
      asOf: '令和8年11月24日',
      statements: [
        first,
        { id: null, text: '「なぎさネット」を試している。', status: 'planned', areaIds: null, scenes: [], when: 'R9' },
      ],
    });
    const rows = await registry.database.prisma.statement.findMany({ orderBy: { position: 'asc' } });
    const now = rows.filter(({ id, facet }) => facet === 'ict' && id !== 'survey.ict-2');
    expect(now).toMatchObject([
      { id: 'survey.ict-1', sourceId: 'survey', asOf: '令和8年11月24日', version: 2, numbers: [{ value: 200 }] },
      { text: '「なぎさネット」を試している。', sourceId: 'register-r8', place: '鈴鹿市の登録' },
    ]);
    expect(now[1]?.id).toMatch(/^survey\.ict-[a-z0-9]{12}$/);
    expect(await registry.ask('なぎさネットを試している市町は？')).toContain('鈴鹿市');
    expect((await registry.at().undo({ person: SATO, key: newKey(), entry: entry.id })).outcome).toBe('saved');
    expect((await open('answer', ANSWER))?.fields).toEqual(opened?.fields);
  });

  it('that becomes なし or 記載なし loses its statements, which the former state still has', async () => {
    await saved('answer', ANSWER, { stated: 'none', statements: [] });
    expect(await registry.ask('鈴鹿市の情報共有は？')).not.toContain('すずらんネット」を運用');
    const [former] = await registry.at().formerStates('answer', ANSWER);
    expect(JSON.stringify(former?.fields)).toContain('すずらんネット');
    expect(await save('answer', ANSWER, { stated: 'yes' })).toMatchObject({
      problems: [{ field: 'statements', code: 'missing' }],
    });
  });

  it('of several areas jointly is added once', async () => {
    const joint = {
      areaIds: ['owase', 'kihoku'],
      facet: 'bcp',
      stated: 'yes',
      asOf: '令和8年11月',
      statements: [
        { id: null, text: '合同で地域BCPを検討', status: 'considering', areaIds: null, scenes: [], when: null },
      ],
    };
    const entry = await saved('answer', null, joint, { person: OWASE });
    expect((await open('answer', entry.record))?.areaIds).toEqual(['owase', 'kihoku']);
    expect(await save('answer', null, { ...joint, stated: 'none', statements: [] }, { person: OWASE })).toMatchObject({
      problems: [{ code: 'taken', record: entry.record }],
    });
  });
});

describe('a hub and a plan', () => {
  it('are changed by their town, and say so in the next answer', async () => {
    await registry.ask('鈴鹿市の拠点は？');
    await saved('hub', 'survey.hub-1', { tel: '059-382-0099', asOf: '令和8年11月24日' });
    expect(await registry.ask('鈴鹿市の連携拠点の電話番号は？')).toContain('059-382-0099');
    await saved('plan', 'survey.vision-1', { goal: '看取りの相談を年10回' });
    expect((await open('plan', 'survey.vision-1'))?.fields).toMatchObject({ goal: '看取りの相談を年10回' });
  });
});

describe('a shared tool', () => {
  it('is found by the next question, and by none once withdrawn; undoing brings it back', async () => {
    await registry.ask('なぎさシートを使う市町は？');
    const { record } = await saved('tool', null, TOOL);
    expect(await registry.ask('なぎさシートを使う市町は？')).toContain('https://example.jp/nagisa');
    const press = { kind: 'tool' as const, person: SATO, key: newKey(), id: record, reason: '廃止' };
    const withdrawn = await registry.at().withdraw(press);
    expect(withdrawn).toMatchObject({ outcome: 'saved', entry: { action: 'withdraw', reason: '廃止' } });
    expect(await registry.ask('なぎさシートを使う市町は？')).not.toContain('example.jp');
    expect(await open('tool', record)).toBeNull();
    if (withdrawn.outcome !== 'saved') throw new Error();
    const undone = await registry.at().undo({ person: SATO, key: newKey(), entry: withdrawn.entry.id });
    expect(undone.outcome).toBe('saved');
    expect(await registry.ask('なぎさシートを使う市町は？')).toContain('https://example.jp/nagisa');
  });

  it('stays withdrawn where the undoing comes too late', async () => {
    const { record } = await saved('tool', null, TOOL);
    const withdrawn = await registry
      .at()
      .withdraw({ person: SATO, key: newKey(), kind: 'tool', id: record, reason: null });
    if (withdrawn.outcome !== 'saved') throw new Error();
    const late = registry.at('2026-12-01T09:00:00+09:00');
    const undone = await late.undo({ person: SATO, key: newKey(), entry: withdrawn.entry.id });
    expect(undone).toMatchObject({ outcome: 'not-undone', because: 'too-late' });
    expect(await open('tool', record)).toBeNull();
  });

  it('belongs to its towns; another one may only say that it uses it', async () => {
    const { record } = await saved('tool', null, TOOL);
    const opened = await open('tool', record);
    const uses = opened?.fields.uses ?? [];
    expect(await save('tool', record, { note: 'x' }, { person: OWASE })).toMatchObject({ outcome: 'refused' });
    const own = { ...TOOL.uses[0], areaIds: ['owase'], role: 'user' };
    expect(await save('tool', record, { uses: [...uses, own] }, { person: OWASE })).toMatchObject({ outcome: 'saved' });
    expect(await save('tool', record, { uses: [own] }, { person: OWASE })).toMatchObject({ outcome: 'saved' });
  });

  it('keeps a use whose as-of date no form would take, when another is added', async () => {
    const { record } = await saved('tool', null, TOOL);
    const asOf = '令和3年度（2021年11月10日の値を含む）';
    await registry.database.prisma.toolUse.updateMany({ where: { toolId: record }, data: { asOf } });
    const uses = (await open('tool', record))?.fields.uses ?? [];
    const own = { ...TOOL.uses[0], areaIds: ['owase'], role: 'user' };
    expect(await save('tool', record, { uses: [...uses, own] }, { person: OWASE })).toMatchObject({ outcome: 'saved' });
    expect(
      await registry.database.prisma.toolUse.findMany({ where: { toolId: record }, orderBy: { position: 'asc' } }),
    ).toMatchObject([{ asOf }, {}]);
    const wrong = { ...own, areaIds: ['owase'], asOf: 'いつか' };
    expect(await save('tool', record, { uses: [...uses, wrong] }, { person: OWASE })).toMatchObject({
      outcome: 'problems',
    });
  });

  it('has one name, and its aliases are taken too', async () => {
    await saved('tool', null, { ...TOOL, aliases: ['なぎさ'] });
    expect(await save('tool', null, { ...TOOL, name: 'なぎさ' })).toMatchObject({ problems: [{ code: 'taken' }] });
  });
});

describe('6.1 values of an indicator', () => {
  const value = (kind: string, figure: number | null, more: object = {}) => ({
    indicatorId: 'survey.n-1',
    fiscalYear: 'R8',
    kind,
    value: figure,
    state: null,
    note: null,
    asOf: '令和8年11月24日',
    ...more,
  });

  it('of different kinds live side by side', async () => {
    await saved('value', null, value('planned', 140));
    await saved('value', null, value('actual', 0));
    await saved('value', null, value('partial', 55));
    const rows = await registry.database.prisma.indicatorValue.findMany({
      where: { fiscalYear: 'R8' },
      orderBy: { kind: 'asc' },
    });
    expect(rows.map(({ kind, value: figure }) => [kind, figure])).toEqual([
      ['actual', 0],
      ['partial', 55],
      ['planned', 140],
    ]);
    expect(await registry.ask('鈴鹿市の訪問診療の利用者数のR8の計画値は？')).toContain('140');
  });

  it('corrected, keep the former with its as-of note', async () => {
    const { record } = await saved('value', null, value('actual', 90, { note: '速報', asOf: '令和8年10月' }));
    await saved('value', record, { value: 98, note: null, asOf: '令和8年11月24日' });
    const [former] = await registry.at().formerStates('value', record);
    expect(former).toMatchObject({ asOf: '令和8年10月', fields: { value: 90, note: '速報' } });
  });

  it('can be 中止, which is not 0', async () => {
    const { record } = await saved('value', null, value('actual', null, { state: '中止' }));
    expect((await open('value', record))?.fields).toMatchObject({ value: null, state: '中止' });
    expect(await save('value', record, { value: 0 })).toMatchObject({ problems: [{ code: 'not-both' }] });
    expect(await save('value', record, { value: 0, state: null })).toMatchObject({ outcome: 'saved' });
  });

  it('belong to their indicator’s area', async () => {
    expect(await save('value', null, value('actual', 1), { person: OWASE })).toMatchObject({ outcome: 'refused' });
    expect(await save('value', null, { ...value('actual', 1), indicatorId: 'none' })).toMatchObject({
      problems: [{ field: 'indicatorId', code: 'unknown' }],
    });
  });
});

describe('6.2 an evaluation', () => {
  const next = {
    areaId: 'suzuka',
    scene: '看取り',
    fiscalYear: 'R8',
    rating: 3.5,
    draft: true,
    done: '研修を行った。\n\n冊子を配った。',
    checked: null,
    changed: null,
    nextPlan: '続ける。',
  };

  it.each([0.9, 5.1, 2.55])('has no rating of %d', async (rating) => {
    expect(await save('evaluation', null, { ...next, rating })).toMatchObject({
      problems: [{ field: 'rating', code: 'unreadable' }],
    });
  });

  it('is one an area, scene and year; sending it again is 変更なし', async () => {
    const { record } = await saved('evaluation', null, next);
    expect((await open('evaluation', record))?.fields).toEqual(next);
    expect(await save('evaluation', null, next)).toMatchObject({ outcome: 'unchanged' });
    expect(await save('evaluation', null, { ...next, rating: 4 })).toMatchObject({ problems: [{ code: 'taken' }] });
  });

  it('begins with last year’s texts, as a draft without rating (5.8)', async () => {
    const start = await registry.at().evaluationToStart({ areaId: 'suzuka', scene: '看取り', fiscalYear: 'R8' });
    expect(start).toMatchObject({ fiscalYear: 'R8', rating: null, draft: true, done: '研修を行った。' });
  });

  it('goes from 案 to 確定', async () => {
    await saved('evaluation', 'survey.e-1', { draft: false });
    expect((await open('evaluation', 'survey.e-1'))?.fields.draft).toBe(false);
  });
});

describe('3.4 and 3.5 text', () => {
  it('longer than an input is stored whole, and an edit of another field leaves it untouched', async () => {
    const memo = '長い記録。'.repeat(1_000);
    await saved('initiative', 'survey.i-1', { memo }, { via: 'import' });
    await saved('initiative', 'survey.i-1', { method: 'x' });
    expect((await open('initiative', 'survey.i-1'))?.fields.memo).toBe(memo);
  });

  it('is stored exactly as typed', async () => {
    const memo = ' <!channel> *太字* =1+1 \n\t𠮟る👨‍👩‍👧 "\'\\ %s $1 ';
    await saved('initiative', 'survey.i-1', { memo });
    expect((await open('initiative', 'survey.i-1'))?.fields.memo).toBe(memo);
    expect(await save('initiative', 'survey.i-1', { memo: 'a\u0000b' })).toMatchObject({
      problems: [{ field: 'memo', code: 'unreadable' }],
    });
  });
});

describe('what several changes at once come to', () => {
  it('is all of them or none', async () => {
    const request = (key: string, kind: ChangeKind, id: string, fields: object, person = SATO) =>
      ({ person, via: 'form', key, kind, id, version: null, fields }) as never;
    const bad = await registry
      .at()
      .saveAll([
        request(newKey(), 'hub', 'survey.hub-1', { tel: '059-000-0000' }),
        request(newKey(), 'initiative', 'survey.i-1', { participants: -1 }),
      ]);
    expect(bad.saved).toBe(false);
    expect(bad.outcomes.at(-1)).toMatchObject({ problems: [{ field: 'participants' }] });
    expect((await open('hub', 'survey.hub-1'))?.fields.tel).toBe('059-382-0001');
    expect(await registry.database.prisma.history.count()).toBe(0);
    const good = await registry
      .at()
      .saveAll([
        request(newKey(), 'hub', 'survey.hub-1', { tel: '059-000-0000' }),
        request(newKey(), 'initiative', 'survey.i-1', { participants: 3 }),
      ]);
    expect(good).toMatchObject({ saved: true, outcomes: [{ outcome: 'saved' }, { outcome: 'saved' }] });
  });
});

describe('a later edition of the shipped records', () => {
  it('finds the touched ones with a version that says so', async () => {
    await saved('answer', 'survey.answer-ict', { stated: 'none', statements: [] }, { person: KEN, reason: '電話' });
    const answer = await registry.database.prisma.surveyAnswer.findUniqueOrThrow({
      where: { id: 'survey.answer-ict' },
    });
    expect(answer.version).toBe(2);
  });
});
