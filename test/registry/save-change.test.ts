import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SaveOutcome } from '../../src/records/changes.ts';
import {
  ADMIN,
  HUB,
  KEN,
  newKey,
  OWASE,
  openRegistry,
  SATO,
  STRANGER,
  SUZUKI,
  type TestRegistry,
} from './open-registry.ts';

let registry: TestRegistry;
beforeAll(async () => {
  registry = await openRegistry();
});
afterAll(() => registry.database.close());
beforeEach(() => registry.fresh());

const INITIATIVE = 'survey.i-1';
type Fields = Parameters<ReturnType<TestRegistry['at']>['save']>[0]['fields'];

function update(fields: Fields, more: object = {}): Promise<SaveOutcome> {
  return registry.at().save({
    person: SATO,
    via: 'form',
    key: newKey(),
    kind: 'initiative',
    id: INITIATIVE,
    version: 1,
    fields,
    ...more,
  } as never);
}
const stored = () => registry.database.prisma.initiative.findUniqueOrThrow({ where: { id: INITIATIVE } });
const entries = () => registry.database.prisma.history.findMany({ orderBy: { seq: 'asc' } });

describe('5.1 a saved change', () => {
  it('leaves one history entry with record, fields, who, when, by which way and why', async () => {
    const saved = await update({ status: '開催済み', date: '令和8年7月8日', participants: 35 }, { reason: '開催した' });
    expect(saved).toMatchObject({
      outcome: 'saved',
      entry: {
        by: { user: 'U_SATO' },
        via: 'form',
        action: 'update',
        record: INITIATIVE,
        version: 2,
        reason: '開催した',
        changes: { status: ['予定', '開催済み'], date: [null, 'R8.7.8'], participants: [0, 35] },
        former: { asOf: '令和7年11月', sourceId: 'survey' },
      },
    });
    expect(await stored()).toMatchObject({
      status: '開催済み',
      date: 'R8.7.8',
      participants: 35,
      version: 2,
      asOf: '令和8年11月24日',
      sourceId: 'register-r8',
      place: '鈴鹿市の登録',
    });
    expect(await entries()).toHaveLength(1);
  });

  it('is found by the next question', async () => {
    await registry.ask('鈴鹿市の研修は？');
    await update({ memo: 'ほうせんか会館で開催' });
    expect(await registry.ask('鈴鹿市のほうせんか会館は？')).toContain('ほうせんか会館で開催');
  });

  it('that was refused leaves none, and is in the audit', async () => {
    const refused = await update({ memo: 'x' }, { person: OWASE });
    expect(refused).toEqual({ outcome: 'refused', because: 'not-your-area', owners: ['鈴鹿市'] });
    expect(await update({ memo: 'x' }, { person: STRANGER })).toMatchObject({ because: 'not-registered' });
    expect(await entries()).toEqual([]);
    expect(await registry.database.prisma.refusal.findMany()).toMatchObject([
      { user: 'U_OWASE', action: 'initiative update', record: INITIATIVE, result: 'not-your-area' },
      { user: 'U_STRANGER' },
    ]);
    expect((await stored()).version).toBe(1);
  });
});

describe('5.2 a form knows the version that it was opened on', () => {
  it('so that changes of different fields both stand', async () => {
    await update({ participants: 35 });
    const merged = await update({ memo: '資料あり' }, { person: SUZUKI });
    expect(merged).toMatchObject({
      outcome: 'merged',
      entry: { changes: { memo: [null, '資料あり'] } },
      others: [{ by: { user: 'U_SATO' } }],
    });
    expect(await stored()).toMatchObject({ participants: 35, memo: '資料あり', version: 3 });
  });

  it('so that a whole form, whose other fields are as they were, takes nothing back', async () => {
    await update({ participants: 35 });
    const form = { status: '予定', participants: 0, memo: '資料あり' };
    expect(await update(form as Fields, { person: SUZUKI })).toMatchObject({ outcome: 'merged' });
    expect(await stored()).toMatchObject({ participants: 35, memo: '資料あり' });
  });

  it('so that the second is told who changed what and when, and nothing is saved', async () => {
    await update({ participants: 35 });
    const conflict = await update({ participants: 40, memo: '資料あり' }, { person: SUZUKI });
    expect(conflict).toMatchObject({
      outcome: 'conflict',
      fields: ['participants'],
      version: 2,
      others: [{ by: { user: 'U_SATO' }, changes: { participants: [0, 35] } }],
    });
    expect(await stored()).toMatchObject({ participants: 35, memo: null, version: 2 });
    const again = await update({ participants: 40, memo: '資料あり' }, { person: SUZUKI, version: 2 });
    expect(again.outcome).toBe('saved');
  });

  it('and two who say the same do not disagree', async () => {
    await update({ participants: 35 });
    expect(await update({ participants: 35 }, { person: SUZUKI })).toMatchObject({ outcome: 'unchanged', version: 2 });
  });
});

describe('5.3 the same submission', () => {
  it('arriving twice, at two copies, is one change', async () => {
    const other = await registry.database.another();
    const key = newKey();
    const send = (of = registry.database as typeof other) =>
      registry.at(undefined, of).save({
        person: SATO,
        via: 'form',
        key,
        kind: 'initiative',
        id: INITIATIVE,
        version: 1,
        fields: { participants: 35 },
      });
    const outcomes = await Promise.all([send(), send(other), send(), send(other)]);
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['duplicate', 'duplicate', 'duplicate', 'saved']);
    expect(await send()).toMatchObject({ outcome: 'duplicate', entry: { changes: { participants: [0, 35] } } });
    expect(await entries()).toHaveLength(1);
    await other.close();
  });

  it('of what is already so is 変更なし: no history', async () => {
    expect(await update({ status: '予定', participants: 0 })).toMatchObject({ outcome: 'unchanged' });
    expect(await entries()).toEqual([]);
    expect((await stored()).version).toBe(1);
  });
});

describe('two copies at once', () => {
  it('that change the same field: one is saved, the other is a conflict', async () => {
    const other = await registry.database.another();
    const send = (participants: number, of = registry.database as typeof other) =>
      registry.at(undefined, of).save({
        person: SATO,
        via: 'form',
        key: newKey(),
        kind: 'initiative',
        id: INITIATIVE,
        version: 1,
        fields: { participants },
      });
    const outcomes = await Promise.all([send(1), send(2, other)]);
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['conflict', 'saved']);
    await other.close();
  });

  it('that add the same record: one is added', async () => {
    const other = await registry.database.another();
    const send = (value: number, of = registry.database as typeof other) =>
      registry.at(undefined, of).save({
        person: SATO,
        via: 'form',
        key: newKey(),
        kind: 'value',
        id: null,
        version: null,
        fields: {
          indicatorId: 'survey.n-1',
          fiscalYear: 'R8',
          kind: 'actual',
          value,
          state: null,
          note: null,
          asOf: null,
        },
      });
    const outcomes = await Promise.all([send(1), send(2, other), send(3), send(4, other)]);
    expect(outcomes.filter(({ outcome }) => outcome === 'saved')).toHaveLength(1);
    expect(outcomes.filter(({ outcome }) => outcome === 'problems')).toHaveLength(3);
    await other.close();
  });
});

describe('5.6 what cannot be', () => {
  it('is a held date in the future', async () => {
    expect(await update({ status: '開催済み', date: 'R8.12.1' })).toEqual({
      outcome: 'problems',
      problems: [{ field: 'date', code: 'future' }],
    });
    expect((await update({ status: '予定', date: 'R8.12.1' })).outcome).toBe('saved');
  });

  it('is a date outside its fiscal year, and the right one is named', async () => {
    expect(await update({ date: 'R8.3.25', fiscalYear: 'R8' })).toEqual({
      outcome: 'problems',
      problems: [{ field: 'fiscalYear', code: 'wrong-year', right: 'R7' }],
    });
  });

  it('is going back from a finished state without a reason', async () => {
    await update({ status: '開催済み' });
    const back = await update({ status: '予定' }, { version: 2 });
    expect(back).toEqual({
      outcome: 'needs-reason',
      because: 'going-back',
      field: 'status',
      from: '開催済み',
      to: '予定',
    });
    expect(await update({ status: '予定' }, { version: 2, reason: ' ' })).toMatchObject({ outcome: 'needs-reason' });
    expect(await update({ status: '予定' }, { version: 2, reason: '誤記' })).toMatchObject({ outcome: 'saved' });
  });

  it('is told for all fields at once', async () => {
    const wrong = await update({ date: '7/8', participants: -1, title: ' ', owner: 'x' } as never);
    expect(wrong.outcome === 'problems' && wrong.problems).toEqual([
      { field: 'owner', code: 'unknown' },
      { field: 'title', code: 'unreadable' },
      { field: 'date', code: 'unreadable' },
      { field: 'participants', code: 'unreadable' },
    ]);
  });
});

describe('3.6 personal data', () => {
  it('is refused before it is stored', async () => {
    const refused = await update({ memo: '山田花子さん（昭和20年1月2日生まれ）が参加' });
    expect(refused).toEqual({ outcome: 'problems', problems: [{ field: 'memo', code: 'personal-data' }] });
    expect(await entries()).toEqual([]);
  });

  it('that only looks like it is asked back', async () => {
    const memo = '受付番号 123456789012';
    expect(await update({ memo })).toMatchObject({ problems: [{ field: 'memo', code: 'number-in-question' }] });
    expect(await update({ memo }, { official: true })).toMatchObject({ outcome: 'saved' });
  });
});

describe('4 who may change what', () => {
  it('a hub writes drafts that its town approves', async () => {
    const drafted = await update({ memo: '拠点より' }, { person: HUB });
    expect(drafted.outcome).toBe('drafted');
    expect((await stored()).memo).toBeNull();
  });

  it('the prefecture changes in a town’s stead, with the ground noted', async () => {
    expect(await update({ memo: '電話で確認' }, { person: KEN })).toEqual({
      outcome: 'needs-reason',
      because: 'in-stead',
      owners: ['鈴鹿市'],
    });
    const saved = await update({ memo: '電話で確認' }, { person: KEN, reason: '市からの電話（11/24）' });
    expect(saved).toMatchObject({ outcome: 'saved', entry: { inStead: true } });
    expect(await update({ memo: '別' }, { person: ADMIN, reason: '代理', version: 2 })).toMatchObject({
      outcome: 'saved',
    });
  });

  it('someone whose account is closed changes nothing', async () => {
    await registry.database.prisma.person.create({ data: { ...SATO, deactivated: true } });
    expect(await update({ memo: 'x' })).toMatchObject({ outcome: 'refused', because: 'deactivated' });
  });

  it('a membership counts from its first to its last day', async () => {
    const { membership } = registry.database.prisma;
    await membership.updateMany({ where: { user: 'U_SATO' }, data: { from: '2026-11-25' } });
    expect((await update({ memo: 'x' })).outcome).toBe('refused');
    await membership.updateMany({ where: { user: 'U_SATO' }, data: { from: '2026-04-01', until: '2026-11-24' } });
    expect((await update({ memo: 'x' })).outcome).toBe('saved');
  });
});
