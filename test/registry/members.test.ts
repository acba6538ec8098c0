import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fixedClock } from '../../src/calendar/clock.ts';
import { type MemberFields, Members } from '../../src/registry/members/members.ts';
import {
  ADMIN,
  KEN,
  NOW,
  newKey,
  OWASE,
  openRegistry,
  SATO,
  STRANGER,
  SUZUKI,
  TEAM,
  type TestRegistry,
} from './open-registry.ts';

let registry: TestRegistry;
beforeAll(async () => {
  registry = await openRegistry();
});
afterAll(() => registry.database.close());
beforeEach(() => registry.fresh());

const INITIATIVE = { kind: 'initiative', id: 'survey.i-1' } as const;
const administrators = (ids: string[], named: boolean) => async () => ({ ids, named });
const members = (now = NOW, who = administrators(['U_ADMIN'], true)) =>
  new Members(registry.database.prisma, fixedClock(now), who);
const member = (user: string, more: Partial<MemberFields> = {}): MemberFields => ({
  user,
  name: null,
  areaId: 'suzuka',
  section: null,
  role: 'staff',
  deputyOf: null,
  from: null,
  until: null,
  ...more,
});
const may = async (user: string, now = NOW) => {
  const found = await registry.at(now).mayChange({ team: TEAM, user }, INITIATIVE);
  return found?.may ? found.as : found?.because;
};

describe('4.1 roles', () => {
  it('a manager names members of its areas, staff do not, and neither does another town’s manager', async () => {
    expect(await members().save(SUZUKI, newKey(), member('U_NEW'))).toMatchObject({ outcome: 'saved' });
    expect(await may('U_NEW')).toBe('staff');
    expect(await members().save(SATO, newKey(), member('U_X'))).toEqual({
      outcome: 'refused',
      because: 'not-your-area',
      owners: ['鈴鹿市'],
    });
    const elsewhere = await members().save(SUZUKI, newKey(), member('U_X', { areaId: 'owase' }));
    expect(elsewhere).toMatchObject({ outcome: 'refused' });
    expect(await registry.database.prisma.refusal.count()).toBe(2);
  });

  it('only the prefecture makes somebody the prefecture’s', async () => {
    const wanted = member('U_X', { role: 'prefecture' });
    expect((await members().save(SUZUKI, newKey(), wanted)).outcome).toBe('refused');
    expect((await members().save(KEN, newKey(), wanted)).outcome).toBe('saved');
  });

  it('each naming is in the history, once', async () => {
    const key = newKey();
    await members().save(SUZUKI, key, member('U_NEW'));
    expect((await members().save(SUZUKI, key, member('U_NEW'))).outcome).toBe('duplicate');
    const rows = await registry.database.prisma.history.findMany();
    expect(rows).toMatchObject([{ kind: 'member', user: 'U_SUZUKI', changes: { user: [null, 'U_NEW'] } }]);
  });

  it('the workspace’s administrators are ours until somebody is registered for the prefecture', async () => {
    const { prisma } = registry.database;
    const workspace = administrators(['U_OWNER'], false);
    const owner = { team: TEAM, user: 'U_OWNER' };
    expect((await members(NOW, workspace).save(owner, newKey(), member('U_X'))).outcome).toBe('refused');
    await prisma.membership.deleteMany({ where: { role: 'prefecture' } });
    expect((await members(NOW, workspace).save(owner, newKey(), member('U_X'))).outcome).toBe('saved');
  });

  it('someone not registered reads, and can ask to join, once; a manager takes them in', async () => {
    expect(await may('U_STRANGER')).toBe('not-registered');
    const request = await members().askToJoin(STRANGER, { areaId: 'suzuka', section: null, note: '4月から担当です' });
    expect((await members().askToJoin(STRANGER, { areaId: 'suzuka', section: null, note: null })).id).toBe(request.id);
    expect((await members().decideRequest(SATO, newKey(), request.id, 'staff')).outcome).toBe('refused');
    expect((await members().decideRequest(SUZUKI, newKey(), request.id, 'staff')).outcome).toBe('saved');
    expect((await members().decideRequest(SUZUKI, newKey(), request.id, 'staff')).outcome).toBe('gone');
    expect(await may('U_STRANGER')).toBe('staff');
    expect(await members().requests()).toEqual([]);
  });
});

describe('4.3 who acts for whom', () => {
  it('a body writes for the towns it may write for', async () => {
    const { prisma } = registry.database;
    await prisma.areaRelation.create({ data: { fromId: 'kihoku', toId: 'suzuka', kind: 'mayWriteFor' } });
    await members().save(ADMIN, newKey(), member('U_UNION', { areaId: 'kihoku' }));
    expect(await may('U_UNION')).toBe('body');
  });

  it('a deputy acts for the person in charge', async () => {
    await members().save(SUZUKI, newKey(), member('U_DEPUTY', { role: 'viewer', deputyOf: 'U_SATO' }));
    expect(await may('U_DEPUTY')).toBe('deputy');
    expect((await members().inCharge('suzuka', null)).map(({ user }) => user)).toEqual([
      'U_SATO',
      'U_SUZUKI',
      'U_DEPUTY',
    ]);
  });

  it('joint records belong to all their areas', async () => {
    const joint = { kind: 'tool', id: 'kihoku-note' } as const;
    expect(await registry.at().mayChange(OWASE, joint)).toMatchObject({ may: true, as: 'staff' });
  });

  it('somebody registered by mail address counts once they are met, in whatever letters', async () => {
    await members().save(SUZUKI, newKey(), member('Hanako@Example.JP'));
    expect(await may('U_HANA')).toBe('not-registered');
    await members().met({ team: TEAM, user: 'U_HANA', name: '花子', email: 'hanako@example.jp', deactivated: false });
    expect(await may('U_HANA')).toBe('staff');
    await members().met({ team: TEAM, user: 'U_HANA', name: '花子', email: null, deactivated: true });
    expect(await may('U_HANA')).toBe('deactivated');
  });
});

describe('9.4 a handover', () => {
  it('entered in March takes effect on 1 April', async () => {
    const march = '2027-03-20T10:00:00+09:00';
    const [sato] = await members(march).of(SATO);
    if (!sato) throw new Error('nobody');
    const { id, ...fields } = sato;
    await members(march).save(SUZUKI, newKey(), { ...fields, until: '2027-03-31' }, id);
    await members(march).save(SUZUKI, newKey(), member('U_NEXT', { from: '2027-04-01', section: '長寿社会課' }));
    expect([await may('U_SATO', march), await may('U_NEXT', march)]).toEqual(['staff', 'not-registered']);
    const april = '2027-04-01T00:00:00+09:00';
    expect([await may('U_SATO', april), await may('U_NEXT', april)]).toEqual(['not-registered', 'staff']);
    const charge = await members(april).inCharge('suzuka', '長寿社会課');
    expect(charge[0]?.user).toBe('U_NEXT');
  });
});
