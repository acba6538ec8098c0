import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ChangeKind, HistoryEntry, SaveOutcome } from '../../src/records/changes.ts';
import { ADMIN, HUB, newKey, OWASE, openRegistry, SATO, SUZUKI, type TestRegistry } from './open-registry.ts';

let registry: TestRegistry;
beforeAll(async () => {
  registry = await openRegistry();
});
afterAll(() => registry.database.close());
beforeEach(() => registry.fresh());

const INITIATIVE = { kind: 'initiative', id: 'survey.i-1' } as const;
const stored = () => registry.database.prisma.initiative.findUniqueOrThrow({ where: { id: INITIATIVE.id } });

function save(kind: ChangeKind, id: string | null, fields: object, more: object = {}): Promise<SaveOutcome> {
  const request = { person: SATO, via: 'form', key: newKey(), kind, id, version: null, fields };
  return registry.at().save({ ...request, ...more } as never);
}

async function saved(...args: Parameters<typeof save>): Promise<HistoryEntry> {
  const outcome = await save(...args);
  if (outcome.outcome !== 'saved') throw new Error(JSON.stringify(outcome));
  return outcome.entry;
}

describe('5.4 内容確認（変更なし）', () => {
  it('moves the as-of date of a record, with one history entry', async () => {
    const key = newKey();
    const confirmed = await registry.at().confirm({ ...INITIATIVE, person: SATO, key });
    expect(confirmed).toMatchObject({
      outcome: 'saved',
      entry: { action: 'confirm', changes: { asOf: ['令和7年11月', '令和8年11月24日'] } },
    });
    expect(await stored()).toMatchObject({ asOf: '令和8年11月24日', sourceId: 'survey', version: 2 });
    expect((await registry.at().confirm({ ...INITIATIVE, person: SATO, key })).outcome).toBe('duplicate');
    expect((await registry.at().confirm({ ...INITIATIVE, person: SATO, key: newKey() })).outcome).toBe('unchanged');
    expect(await registry.at().history('initiative', INITIATIVE.id)).toHaveLength(1);
  });

  it('does so for a whole scene', async () => {
    const scene = { areaId: 'suzuka', scene: '看取り' } as const;
    const outcomes = await registry.at().confirmScene({ ...scene, person: SATO, key: newKey() });
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['saved', 'saved']);
    expect((await registry.at().open('plan', 'survey.vision-1'))?.asOf).toBe('令和8年11月24日');
  });

  it('is for those who may write', async () => {
    const press = { ...INITIATIVE, key: newKey() };
    expect(await registry.at().confirm({ ...press, person: OWASE })).toMatchObject({ outcome: 'refused' });
    expect((await stored()).version).toBe(1);
  });

  it('hinders nobody who has the form open', async () => {
    await registry.at().confirm({ ...INITIATIVE, person: SUZUKI, key: newKey() });
    expect((await save('initiative', INITIATIVE.id, { memo: 'x' }, { version: 1 })).outcome).toBe('merged');
  });
});

describe('5.7 undo', () => {
  const undo = (entry: HistoryEntry, more: object = {}, now?: string) =>
    registry.at(now).undo({ person: SATO, key: newKey(), entry: entry.id, ...more });

  it('takes one’s own last change back, as a new entry, document and as-of date included', async () => {
    const before = await stored();
    const entry = await saved('initiative', INITIATIVE.id, { status: '実施中', memo: 'x', items: [] });
    expect(await undo(entry)).toMatchObject({ outcome: 'saved', entry: { action: 'undo', version: 3 } });
    expect(await stored()).toEqual({ ...before, version: 3 });
    const opened = await registry.at().open('initiative', INITIATIVE.id);
    expect(opened?.fields.items.map(({ title }) => title)).toEqual(['講師の依頼', '会場の予約']);
    expect(await registry.at().history('initiative', INITIATIVE.id)).toHaveLength(2);
  });

  it('is possible until the end of the next business day', async () => {
    const entry = await saved('initiative', INITIATIVE.id, { memo: 'x' });
    const late = await undo(entry, {}, '2026-11-26T00:00:00+09:00');
    expect(late).toMatchObject({ outcome: 'not-undone', because: 'too-late' });
    expect((await undo(entry, {}, '2026-11-25T23:59:00+09:00')).outcome).toBe('saved');
  });

  it('is not for somebody else’s change, nor after somebody’s later one', async () => {
    const entry = await saved('initiative', INITIATIVE.id, { memo: 'x' });
    expect(await undo(entry, { person: SUZUKI })).toMatchObject({ because: 'not-yours' });
    await saved('initiative', INITIATIVE.id, { method: 'y' }, { person: SUZUKI });
    expect(await undo(entry)).toMatchObject({ because: 'later-change', by: { by: { user: 'U_SUZUKI' } } });
    expect((await stored()).memo).toBe('x');
  });

  it('of what was added takes it out, and its history stays', async () => {
    const entry = await saved('evaluation', null, {
      areaId: 'suzuka',
      scene: '看取り',
      fiscalYear: 'R8',
      rating: 3.5,
      draft: true,
      done: 'a\n\nb',
      checked: null,
      changed: null,
      nextPlan: null,
    });
    expect((await undo(entry)).outcome).toBe('saved');
    expect(await registry.at().open('evaluation', entry.record)).toBeNull();
    expect(await registry.at().history('evaluation', entry.record)).toHaveLength(2);
  });

  it('is one change, however often it is pressed', async () => {
    const entry = await saved('initiative', INITIATIVE.id, { memo: 'x' });
    const key = newKey();
    const outcomes = await Promise.all([undo(entry, { key }), undo(entry, { key })]);
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['duplicate', 'saved']);
  });
});

describe('5.9 the imported state', () => {
  it('stays visible as the state of its as-of date', async () => {
    await saved('initiative', INITIATIVE.id, { status: '開催済み' });
    await saved('initiative', INITIATIVE.id, { participants: 35 });
    const states = await registry.at().formerStates('initiative', INITIATIVE.id);
    expect(states.map(({ asOf, sourceId, fields }) => [asOf, sourceId, fields.status, fields.participants])).toEqual([
      ['令和8年11月24日', 'register-r8', '開催済み', 0],
      ['令和7年11月', 'survey', '予定', 0],
    ]);
  });

  it('of a survey answer stays so with its statements', async () => {
    const opened = await registry.at().open('answer', 'survey.answer-ict');
    expect(opened?.fields).toMatchObject({ stated: 'yes', asOf: '令和7年11月' });
  });
});

describe('5.9 black-out', () => {
  it('covers a text in the record, its history and kept questions, and leaves an entry without it', async () => {
    await saved('initiative', INITIATIVE.id, { memo: '担当は山田さくらです' });
    await registry.database.prisma.question.create({
      data: { at: new Date(), text: '山田さくらの予定は？', understood: '', answered: false },
    });
    const request = { person: ADMIN, key: newKey(), text: '山田さくら', reason: '個人名' };
    expect(await registry.at().findText(ADMIN, '山田さくら')).toMatchObject({
      outcome: 'found',
      records: [{ kind: 'initiative', id: INITIATIVE.id }],
      others: 2,
    });
    expect(await registry.at().blackOut(request)).toMatchObject({ outcome: 'done' });
    expect((await registry.at().blackOut(request)).outcome).toBe('duplicate');
    expect((await stored()).memo).toBe('担当は■■■■■です');
    const rows = await registry.database.pool.query('SELECT row_to_json(h)::text AS row FROM "History" h');
    expect(JSON.stringify(rows.rows)).not.toContain('山田さくら');
    expect((await registry.database.prisma.question.findFirstOrThrow()).text).toBe('■■■■■の予定は？');
    const [entry] = await registry.at().history('initiative', INITIATIVE.id);
    expect(entry).toMatchObject({ action: 'blackout', reason: '個人名', changes: {}, by: { user: 'U_ADMIN' } });
    expect(await registry.ask('鈴鹿市の看取り研修は？')).not.toContain('山田さくら');
  });

  it('is for administrators, and somebody else’s try is in the audit', async () => {
    const request = { person: SATO, key: newKey(), text: '看取り研修', reason: 'x' };
    expect(await registry.at().blackOut(request)).toEqual({ outcome: 'refused' });
    expect(await registry.database.prisma.refusal.count()).toBe(1);
    expect((await stored()).title).toBe('看取り研修');
  });
});

describe('4.1 a hub’s draft', () => {
  it('is saved as the hub’s once its town approves, and only then', async () => {
    const drafted = await save('initiative', INITIATIVE.id, { memo: '拠点より' }, { person: HUB });
    if (drafted.outcome !== 'drafted') throw new Error(drafted.outcome);
    const [draft] = await registry.at().drafts(['suzuka']);
    expect(draft).toMatchObject({ id: drafted.draft, by: { user: 'U_HUB' }, fields: { memo: '拠点より' } });
    const id = drafted.draft;
    expect(await registry.at().decideDraft({ person: HUB, id, approve: true })).toMatchObject({ outcome: 'refused' });
    expect(await registry.at().decideDraft({ person: OWASE, id, approve: true })).toMatchObject({ outcome: 'refused' });
    expect(await registry.at().decideDraft({ person: SATO, id, approve: true })).toMatchObject({
      outcome: 'saved',
      entry: { by: { user: 'U_HUB' }, changes: { memo: [null, '拠点より'] } },
    });
    expect(await registry.at().decideDraft({ person: SATO, id, approve: true })).toMatchObject({
      outcome: 'decided',
      draft: { decided: { by: 'U_SATO', approved: true } },
    });
    expect((await stored()).memo).toBe('拠点より');
    expect(await registry.at().drafts(['suzuka'])).toEqual([]);
  });
});
