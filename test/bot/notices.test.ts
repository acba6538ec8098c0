import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plan } from '../../src/delivery/plan.ts';
import { OBJECTION } from '../../src/registry/objections.ts';
import type { CallFault } from '../../src/workspace/faults.ts';
import { textOfMessage } from '../../src/workspace/seen-text.ts';
import { freePort, TRANSPORTS } from '../workspace/open-workspace.ts';
import { faultsOn, type Office, openOffice } from './open-office.ts';

describe.each(TRANSPORTS)('notices, by %s', (transport) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(transport, { records: 'shipped', env: { TONARI_ADMINS: 'akiyama@example.jp' } });
    await office.database.prisma.membership.create({ data: { user: 'U0OGURA', areaId: 'suzuka', role: 'staff' } });
  });
  afterAll(async () => {
    expect(faultsOn(office)).toEqual([]);
    await office.close();
  });

  const object = async (person: string, comment: string, fault?: CallFault) => {
    const actor = office.as(person).in('bot');
    await actor.say('バイタルリンクを使っている市町は？');
    await actor.waitFor('3市町です');
    await actor.click('記載が違う');
    await actor.waitForView('どう違うか');
    await actor.fill({ 記載: '鈴鹿市: バイタルリンクを活用している。', どう違うか: comment });
    if (fault) office.workspace.faults.onCall('chat.postMessage', fault);
    await actor.submit();
    await actor.waitForView('直せる人に伝えます');
    await actor.close();
  };
  const inbox = (person: string) => office.as(person).in('bot').messages();
  const heard = (person: string, words: string) => inbox(person).filter((each) => textOfMessage(each).includes(words));

  it('what is wrong is told to the person in charge of its area, with the record as it stands, once', async () => {
    await object('U0TSUJI', '令和8年度にやめました');
    await office.quiet();
    const [told] = heard('U0OGURA', '令和8年度にやめました');
    expect(told && textOfMessage(told)).toContain('バイタルリンクを活用している');
    await office.restart();
    await office.bot.delivery.drain();
    expect(heard('U0OGURA', '令和8年度にやめました')).toHaveLength(1);
    expect(heard('U0AKIYAMA', '令和8年度にやめました')).toEqual([]);
    expect(await office.database.prisma.objection.count({ where: { toldAt: { not: null } } })).toBe(1);
  });

  it('it is told later, where Slack takes nothing just then', async () => {
    await object('U0HIRATA', '名称が変わりました', { kind: 'rate-limited', retryAfter: 1 });
    await office.quiet();
    expect(heard('U0OGURA', '名称が変わりました')).toHaveLength(1);
  });

  it('it is told once, though the answer of Slack was lost', async () => {
    await object('U0MORINO', '時点が違います', { kind: 'drop-after' });
    await office.quiet();
    const { prisma } = office.database;
    const mine = { where: { doubt: true } };
    expect(await prisma.notice.count(mine)).toBe(1);
    await prisma.notice.updateMany({ ...mine, data: { leaseUntil: new Date(0) } }); // what is waited for has passed
    await office.quiet();
    expect(await prisma.notice.count({ where: { status: 'sent' } })).toBe(3);
    expect(heard('U0OGURA', '時点が違います')).toHaveLength(1);
  });

  it('an administrator hears of it where the person in charge cannot be reached', async () => {
    await object('U0KUZE', '誤字があります', { kind: 'refused', code: 'user_disabled' });
    await office.quiet();
    await office.quiet();
    const [told] = heard('U0AKIYAMA', '誤字があります');
    expect(told && textOfMessage(told)).toContain('宛先の方に届けられないため');
  });

  /** Tells somebody of the first objection, `hours` from now. */
  const plannedFor = async (to: string, hours: number) => {
    const { prisma } = office.database;
    const { id } = await prisma.objection.findFirstOrThrow();
    const now = office.workspace.clock.now();
    const dueAt = new Date(now.getTime() + hours * 3_600_000);
    await prisma.$transaction((tx) => plan(tx, [{ ...aboutObjection(id, dueAt), to }], now));
    return dueAt;
  };

  it('a jump of the clock passes over none: each goes out at its own time', async () => {
    const dueAt = await plannedFor('U0NAKAI', 24);
    await office.as('U0NAKAI').advance(48 * 3_600_000);
    expect(inbox('U0NAKAI')).toHaveLength(1);
    const sent = await office.database.prisma.notice.findFirstOrThrow({ where: { to: 'U0NAKAI' } });
    expect(sent).toMatchObject({ sentAt: dueAt, late: false });
  });

  it('what was due while the bot was down goes out once it is back, and says that it is late', async () => {
    await plannedFor('U0TSUJI', 1);
    const before = inbox('U0TSUJI').length;
    await office.restart(() => office.workspace.advance(7_200_000));
    await office.bot.delivery.drain();
    const late = inbox('U0TSUJI').slice(before).map(textOfMessage);
    expect(late).toEqual([expect.stringMatching(/遅れて配信（予定 令和8年11月26日（木） \d\d:\d\d）/)]);
  });
});

const aboutObjection = (recordId: string, dueAt: Date) => ({
  key: `${recordId} ${dueAt.toISOString()}`,
  occasion: `${recordId} ${dueAt.toISOString()}`,
  kind: 'objection',
  recordKind: OBJECTION,
  recordId,
  areaId: null,
  audience: 'in-charge',
  dueAt,
  expiresAt: null,
  facts: { otherwise: null },
});

describe('/healthz', () => {
  it('tells what stands in the way of notices, without who or what', async () => {
    const port = await freePort();
    const office = await openOffice('socket', { port });
    const asked = async () => {
      const response = await fetch(`http://127.0.0.1:${port}/healthz`);
      return { status: response.status, text: await response.text() };
    };
    expect(await asked()).toEqual({ status: 200, text: 'ready\n' });
    const now = office.workspace.clock.now();
    await office.database.prisma.$transaction((tx) =>
      plan(tx, [{ ...aboutObjection('none', now), to: 'U0NAKAI' }], now),
    );
    await office.database.prisma.notice.updateMany({ data: { status: 'failed', reason: 'not_in_channel' } });
    expect(await asked()).toEqual({ status: 200, text: 'ready\nnotices: 1 failed in 7 days (not_in_channel)\n' });
    await office.close();
  });
});
