import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { areaIcs } from '../../src/documents/area-ics.ts';
import { exportRows } from '../../src/registry/files/export-rows.ts';
import { areaCalendar } from '../../src/registry/planned/area-calendar.ts';
import { textOfBlocks, textOfMessage, textOfView } from '../../src/workspace/seen-text.ts';
import { faultsOn, type Office, openOffice } from './open-office.ts';
import { remindedIn } from './reminded.ts';

// A duty that is no meeting (rules 7.1) works alike, and nobody speaks of it as of a meeting.

const TITLE = '救急情報キットの更新';
const MEETING = /会議|開催|会場|参加人数|人数/;

describe('a duty that is no meeting', () => {
  let office: Office;
  const { said, until } = remindedIn(() => office);
  beforeAll(async () => {
    office = await openOffice('socket', { records: 'shipped' });
    const { prisma } = office.database;
    await prisma.initiative.updateMany({ data: { date: null } });
    await prisma.membership.create({ data: { user: 'U0TSUJI', areaId: 'suzuka', role: 'staff', lead: true } });
  });
  afterAll(async () => {
    expect(faultsOn(office)).toEqual([]);
    await office.close();
  });
  const tsuji = () => office.as('U0TSUJI').in('bot');
  const said2 = () => [...said(TITLE), ...said(TITLE, 'U0TSUJI')];

  it('is registered as one at /tonari-meeting, and confirmed as one', async () => {
    const person = tsuji();
    await person.command(`/tonari-meeting ${TITLE} 2026/12/15 消防署`);
    await person.waitForView('会議の登録');
    await person.click('会議ではない（更新・点検など）');
    expect(textOfView(await person.waitForView('場所'))).not.toMatch(MEETING);
    await person.fill({ リマインド: '1開庁日前' });
    await person.submit();
    const text = textOfView(await person.waitForView('保存しました'));
    expect(text).toContain(`定例の業務「${TITLE}」`);
    expect(text).not.toMatch(/会議「|開催|人数/);
    expect(text).toContain('内容を変える');
    await person.close();
  });

  it('is reminded of, and asked about when it is over, in the words of a duty', async () => {
    await until('2026-12-14T09:01:00+09:00');
    await until('2026-12-16T09:01:00+09:00');
    const texts = said2();
    expect(texts.some((text) => text.includes(`あと1開庁日: ${TITLE}`) && text.includes('場所: 消防署'))).toBe(true);
    const asked = texts.find((text) => text.includes(`済みましたか: ${TITLE}`)) ?? '';
    expect(asked).toContain('済んだ日を記録してください');
    expect(texts.join('\n').replaceAll('会議の通知', '')).not.toMatch(MEETING);
  });

  it('stands on Home, in the calendar and in answers as what it is', async () => {
    const person = tsuji();
    await person.openHome();
    await office.quiet();
    await person.waitForHome(TITLE);
    const home = textOfBlocks(person.home()?.blocks ?? []);
    expect(home).toContain('実施の記録がまだありません');
    expect(home).not.toContain('開催の記録がまだありません');
    const found = await areaCalendar(office.database.prisma, 'suzuka');
    const ics = found ? areaIcs(found).toString('utf8') : '';
    expect(ics).toContain(`SUMMARY:${TITLE}`);
    expect(ics.replace(/X-WR-CALNAME:.*/, '')).not.toMatch(/会議|開催/);
    await person.command('/tonari 今月の会議は？');
    await office.quiet();
    await person.command(`/tonari ${TITLE}はいつ？`);
    const answer = textOfMessage(await person.waitFor('実施したかどうかの記録はまだありません'));
    expect(answer).toContain('場所: 消防署');
    expect(answer).not.toContain('会場');
    const texts = person.messages().map(textOfMessage);
    expect(texts.find((text) => text.includes('今月の会議'))).not.toContain(TITLE);
  });

  it('is marked as done without being asked who took part, and undone, exported as done', async () => {
    const person = tsuji();
    while (person.topView()) await person.close();
    await person.click('実施済みにする');
    const form = textOfView(await person.waitForView('実施した日'));
    expect(form).not.toMatch(MEETING);
    await person.submit();
    const saved = textOfView(await person.waitForView('保存しました'));
    expect(saved).toContain('定例の業務');
    const { rows } = await exportRows(office.database.prisma, 'meetings');
    expect(rows).toMatchObject([{ title: TITLE, status: '実施済み', kind: '定例の業務', participants: null }]);
    await person.close();
  });

  it('is shown with what may be done with it, and is never held in writing', async () => {
    const person = tsuji();
    const { id } = await office.database.prisma.occurrence.findFirstOrThrow();
    await office.database.prisma.occurrence.update({ where: { id }, data: { status: 'planned' } });
    await office.database.prisma.change.create({ data: { kind: 'occurrence', record: id, action: 'update' } });
    await person.command(`/tonari-meeting ${TITLE}`);
    const shown = textOfView(await person.waitForView('実施済みにする'));
    expect(shown).not.toContain('書面開催');
    expect(shown).toContain('場所');
  });
});
