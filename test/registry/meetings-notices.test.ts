import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { KEN, openRegistry, SATO, type TestRegistry } from './open-registry.ts';
import { caseMeeting, hour, idOf, isoDay, save, yearlyReport } from './planned-records.ts';

let registry: TestRegistry;
beforeAll(async () => {
  registry = await openRegistry();
});
afterAll(() => registry.database.close());
beforeEach(() => registry.fresh());

const meeting = async (more = {}) => idOf(await save(registry, 'meetingPlan', null, caseMeeting(more)));
const datesOf = async (planId: string) =>
  (await registry.database.prisma.occurrence.findMany({ where: { planId }, orderBy: { day: 'asc' } })).map(
    ({ id }) => id,
  );

/** The notices of a record that wait (or those of another status), as `day hour kind area:audience`. */
async function notices(recordId: string, status: 'planned' | 'cancelled' | 'sent' = 'planned'): Promise<string[]> {
  const rows = await registry.database.prisma.notice.findMany({
    where: { recordId, status },
    orderBy: [{ dueAt: 'asc' }, { areaId: 'asc' }, { kind: 'asc' }, { audience: 'asc' }],
  });
  const shown = (at: Date) => new Date(at.getTime() + 9 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
  return rows.map(({ dueAt, kind, areaId, audience }) => `${shown(dueAt)} ${kind} ${areaId}:${audience}`);
}

const REMINDERS = ['2026-12-04 09:00 reminder suzuka:area-channel', '2026-12-14 09:00 reminder suzuka:area-channel'];
const QUESTION = '2026-12-16 09:00 how-it-went suzuka:in-charge';

describe('7 the notices of a meeting', () => {
  it('are planned in the transaction of its registration', async () => {
    const [id = ''] = await datesOf(await meeting());
    expect(await notices(id)).toEqual([...REMINDERS, QUESTION]);
  });

  it('of a former date are void when it is moved, those of the new one are made, with one change notice', async () => {
    const recurrence = { rhythm: 'dates' as const, days: [isoDay('2026-12-15'), isoDay('2027-01-19')] };
    const [id = '', other = ''] = await datesOf(await meeting({ recurrence }));
    const before = await notices(other);
    await save(registry, 'occurrence', id, { date: 'R8.12.22' });
    expect(await notices(id)).toEqual([
      '2026-11-24 09:00 moved suzuka:area-channel',
      '2026-12-11 09:00 reminder suzuka:area-channel',
      '2026-12-21 09:00 reminder suzuka:area-channel',
      '2026-12-23 09:00 how-it-went suzuka:in-charge',
    ]);
    expect(await notices(id, 'cancelled')).toEqual([...REMINDERS, QUESTION]);
    expect(await notices(other)).toEqual(before);
  });

  it('after a cancellation are one: that it is cancelled', async () => {
    const [id = ''] = await datesOf(await meeting());
    const cancelled = await save(registry, 'occurrence', id, { status: 'cancelled', reason: '講師の都合' });
    expect(await notices(id)).toEqual(['2026-11-24 09:00 cancelled suzuka:area-channel']);
    const entry = cancelled.outcome === 'saved' ? cancelled.entry.id : '';
    await registry.at().undo({ person: SATO, key: 'undo', entry });
    expect(await notices(id)).toEqual(['2026-11-24 09:00 moved suzuka:area-channel', ...REMINDERS, QUESTION]);
  });

  it('of one that is postponed, or held in writing, call for nobody to come', async () => {
    const [id = ''] = await datesOf(await meeting());
    await save(registry, 'occurrence', id, { status: 'postponed' });
    expect(await notices(id)).toEqual(['2026-11-24 09:00 postponed suzuka:area-channel']);
    const [written = ''] = await datesOf(await meeting({ title: '部会' }));
    await save(registry, 'occurrence', written, { status: 'in-writing' });
    expect(await notices(written)).toEqual(['2026-11-24 09:00 in-writing suzuka:area-channel', QUESTION]);
  });

  it('that were due before it was registered are not made: the one of the new meeting stands for them', async () => {
    const recurrence = { rhythm: 'dates' as const, days: [isoDay('2026-11-27')] };
    const [id = ''] = await datesOf(await meeting({ recurrence, from: isoDay('2026-11-27') }));
    expect(await notices(id)).toEqual([
      '2026-11-24 09:00 registered-late suzuka:area-channel',
      '2026-11-26 09:00 reminder suzuka:area-channel',
      '2026-11-30 09:00 how-it-went suzuka:in-charge',
    ]);
  });

  it('go to each area that shares it, as one occasion', async () => {
    const [id = ''] = await datesOf(await meeting({ areaIds: ['suzuka', 'owase'] }));
    const rows = await registry.database.prisma.notice.findMany({ where: { recordId: id, kind: 'reminder' } });
    expect(rows.map(({ areaId }) => areaId).sort()).toEqual(['owase', 'owase', 'suzuka', 'suzuka']);
    expect(new Set(rows.map(({ occasion }) => occasion)).size).toBe(2);
  });

  it('tell of another hour of the whole meeting only where somebody was reminded of the former one', async () => {
    const recurrence = { rhythm: 'dates' as const, days: [isoDay('2026-12-15'), isoDay('2027-01-19')] };
    const plan = await meeting({ recurrence });
    const [reminded = '', coming = ''] = await datesOf(plan);
    const { prisma } = registry.database;
    const first = await prisma.notice.findFirstOrThrow({ where: { recordId: reminded }, orderBy: { dueAt: 'asc' } });
    await prisma.notice.update({ where: { id: first.id }, data: { status: 'sent' } });
    await save(registry, 'meetingPlan', plan, { time: hour('18:30') }, { now: '2026-12-07T10:00:00+09:00' });
    expect((await notices(reminded))[0]).toBe('2026-12-07 10:00 moved suzuka:area-channel');
    expect((await notices(coming)).join()).not.toContain('moved');
    const expiries = await prisma.notice.findMany({ where: { recordId: coming, kind: 'reminder' } });
    expect(expiries.map(({ expiresAt }) => expiresAt?.toISOString())).toEqual(
      Array(2).fill('2027-01-19T09:30:00.000Z'),
    );
  });

  it('are gone with a registration that was taken back', async () => {
    const saved = await save(registry, 'meetingPlan', null, caseMeeting());
    const [id = ''] = await datesOf(idOf(saved));
    await registry.at().undo({ person: SATO, key: 'undo', entry: saved.outcome === 'saved' ? saved.entry.id : '' });
    expect(await notices(id)).toEqual([]);
  });
});

describe('8.4 the notices of a deadline', () => {
  const BOTH = { areaIds: ['suzuka', 'owase'] };
  const asked = async (more = {}) => idOf(await save(registry, 'deadline', null, yearlyReport(more), { person: KEN }));
  const ofSuzuka = async (id: string) => (await notices(id)).filter((each) => each.includes('suzuka'));

  it('go to those who have not submitted, and stop with 提出済み and 該当なし', async () => {
    const id = await asked(BOTH);
    expect(await ofSuzuka(id)).toEqual([
      '2026-11-30 09:00 reminder suzuka:area-channel',
      '2026-12-09 09:00 reminder suzuka:area-channel',
      '2026-12-17 09:00 reminder suzuka:area-channel',
      '2026-12-21 09:00 overdue suzuka:in-charge',
      '2026-12-23 09:00 long-overdue suzuka:in-charge',
      '2026-12-23 09:00 long-overdue suzuka:manager',
    ]);
    const all = (await notices(id)).length;
    await save(registry, 'submission', `${id}.suzuka`, { status: 'submitted', date: 'R8.11.24' });
    expect(await ofSuzuka(id)).toEqual([]);
    expect(await notices(id)).toHaveLength(all / 2);
    await save(
      registry,
      'submission',
      `${id}.owase`,
      { status: 'not-applicable' },
      { person: KEN, reason: '電話で確認' },
    );
    expect(await notices(id)).toEqual([]);
  });

  it('begin again when a report is reopened or comes back, by its new day', async () => {
    const id = await asked();
    const submission = `${id}.suzuka`;
    await save(registry, 'submission', submission, { status: 'submitted', date: 'R8.11.24' });
    await save(registry, 'submission', submission, { status: 'open', date: null }, { reason: '差し替え' });
    expect(await notices(id)).toHaveLength(6);
    await save(registry, 'submission', submission, { status: 'submitted', date: 'R8.11.24' });
    const back = { status: 'returned' as const, ownDay: isoDay('2026-12-25'), reason: '別紙がない' };
    await save(registry, 'submission', submission, back, { person: KEN });
    expect((await notices(id)).slice(0, 3)).toEqual([
      '2026-11-24 09:00 returned suzuka:in-charge',
      '2026-12-07 09:00 reminder suzuka:area-channel',
      '2026-12-16 09:00 reminder suzuka:area-channel',
    ]);
  });

  it('of one that was put off for one area leave the others alone', async () => {
    const id = await asked(BOTH);
    const others = (await notices(id)).filter((each) => each.includes('owase'));
    const later = { ownDay: isoDay('2027-01-15'), reason: '災害対応' };
    await save(registry, 'submission', `${id}.suzuka`, later, { person: KEN });
    expect((await ofSuzuka(id))[0]).toBe('2026-11-24 09:00 moved suzuka:in-charge');
    expect((await ofSuzuka(id)).at(-1)).toBe('2027-01-20 09:00 long-overdue suzuka:manager');
    expect((await notices(id)).filter((each) => each.includes('owase'))).toEqual(others);
  });

  it('of a template row go to the prefecture only, and ask; its reminders come with the date', async () => {
    const id = await asked({ date: 'R9.1', confirmed: false });
    expect((await notices(id)).every((each) => each.endsWith('confirm-date null:prefecture'))).toBe(true);
    await save(registry, 'deadline', id, { date: 'R9.1.29', confirmed: true }, { person: KEN });
    expect((await notices(id))[0]).toBe('2027-01-08 09:00 reminder suzuka:area-channel');
  });
});

describe('an initiative with a planned date', () => {
  const change = (fields: object, now?: string) =>
    registry.at(now).save({
      ...{ person: SATO, via: 'form', key: `k:${Math.random()}`, kind: 'initiative', id: 'survey.i-1', version: null },
      fields,
    } as never);
  const planned = { status: '予定', date: 'R8.12.15', fiscalYear: 'R8' };

  it('is reminded of like a meeting; so is one with a planned month', async () => {
    await change(planned);
    expect(await notices('survey.i-1')).toEqual([...REMINDERS, QUESTION]);
    await change({ date: 'R9.1' });
    expect((await notices('survey.i-1')).slice(0, 2)).toEqual([
      '2026-11-24 09:00 moved suzuka:area-channel',
      '2026-12-18 09:00 reminder suzuka:area-channel',
    ]);
  });

  it('is reminded of by lead times of its own where it has some, without telling anybody anew', async () => {
    await change(planned);
    await change({ leads: [{ unit: 'business-days', count: 3 }] }, '2026-11-25T10:00:00+09:00');
    expect(await notices('survey.i-1')).toEqual(['2026-12-10 09:00 reminder suzuka:area-channel', QUESTION]);
    await change({ leads: [] }, '2026-11-25T11:00:00+09:00');
    expect(await notices('survey.i-1')).toEqual([QUESTION]);
    await change({ leads: null }, '2026-11-25T12:00:00+09:00');
    expect(await notices('survey.i-1')).toEqual([...REMINDERS, QUESTION]);
  });

  it('keeps its notices when something else of it changes, and has none once it is held or cancelled', async () => {
    await change(planned);
    await change({ memo: '会場は予約済み' }, '2026-11-25T10:00:00+09:00');
    expect(await notices('survey.i-1')).toEqual([...REMINDERS, QUESTION]);
    await change({ status: '中止' }, '2026-11-26T10:00:00+09:00');
    expect(await notices('survey.i-1')).toEqual(['2026-11-26 10:00 cancelled suzuka:area-channel']);
  });
});

describe('7.5 how it went', () => {
  const held = (occurrence: string, participants: number | null, now: string) =>
    registry
      .at(now)
      .held({ person: SATO, via: 'form', key: `held:${occurrence}`, version: null, occurrence, participants });

  it('updates the initiatives that were chosen for it: the day, and how many took part', async () => {
    const [id = ''] = await datesOf(await meeting({ initiativeIds: ['survey.i-1'] }));
    expect(await held(id, 35, '2026-12-16T09:30:00+09:00')).toMatchObject({ saved: true });
    const initiative = await registry.database.prisma.initiative.findUniqueOrThrow({ where: { id: 'survey.i-1' } });
    expect(initiative).toMatchObject({ status: '開催済み', date: 'R8.12.15', participants: 35 });
    expect(await notices(id)).toEqual([]);
  });

  it('adds up over the dates of a year, and is over with the last of them', async () => {
    const recurrence = { rhythm: 'dates' as const, days: [isoDay('2026-12-15'), isoDay('2027-01-19')] };
    const [first = '', last = ''] = await datesOf(await meeting({ recurrence, initiativeIds: ['survey.i-1'] }));
    const { prisma } = registry.database;
    const stored = () => prisma.initiative.findUniqueOrThrow({ where: { id: 'survey.i-1' } });
    await held(first, 30, '2026-12-16T09:30:00+09:00');
    expect(await stored()).toMatchObject({ status: '実施中', participants: 30 });
    await held(last, 25, '2027-01-20T09:30:00+09:00');
    expect(await stored()).toMatchObject({ status: '開催済み', participants: 55 });
  });
});
