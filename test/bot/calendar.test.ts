import { get } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeAsked } from '../../commands/entries.ts';
import type { CalendarDate } from '../../src/calendar/calendar-date.ts';
import type { ChangeKind, FieldsOf } from '../../src/records/changes.ts';
import { carryOut } from '../../src/terminal/tasks.ts';
import { TEAM } from '../../src/workspace/cast.ts';
import { textOfView } from '../../src/workspace/seen-text.ts';
import { newKey } from '../registry/open-registry.ts';
import { caseMeeting, idOf, yearlyReport } from '../registry/planned-records.ts';
import { freePort, TRANSPORTS } from '../workspace/open-workspace.ts';
import { faultsOn, type Office, openOffice } from './open-office.ts';

const day = (text: string) => text as CalendarDate;
const HOSTILE = '運営会議\r\nBEGIN:VALARM;X,Y\\Z';
/** In three octets a letter, and more than two lines of them. */
const PLACE = '在宅医療・介護連携支援センター'.repeat(4);

describe.each(TRANSPORTS)('the calendar of an area, by %s,', (transport) => {
  let office: Office;
  let port: number;
  beforeAll(async () => {
    port = await freePort();
    const env = { PUBLIC_URL: `http://127.0.0.1:${port}/` };
    office = await openOffice(transport, { now: '2026-11-24T08:00:00+09:00', port, env });
    await office.database.prisma.membership.createMany({
      data: [
        { user: 'U0OGURA', areaId: 'suzuka', role: 'staff', lead: true },
        { user: 'U0HIRATA', areaId: 'owase', role: 'staff' },
      ],
    });
    const recurrence = { rhythm: 'dates' as const, days: [day('2026-12-15')] };
    await save(
      'meetingPlan',
      null,
      caseMeeting({ title: HOSTILE, recurrence, location: PLACE, link: 'https://example.jp/a b' }),
    );
    await save('deadline', null, yearlyReport({ date: 'R8.12.18' }));
  });
  afterAll(async () => {
    expect(faultsOn(office)).toEqual([]);
    await office.close();
  });

  async function save<K extends ChangeKind>(kind: K, id: string | null, fields: Partial<FieldsOf<K>>) {
    const registrar = office.app.registrar(async () => ({ ids: [], named: true }));
    const person = { team: TEAM.id, user: 'U0OGURA' };
    return idOf(await registrar.save({ person, via: 'form', key: newKey(), kind, id, version: null, fields }));
  }
  const fetched = (url: string, headers: Record<string, string> = {}) =>
    new Promise<{ status: number; headers: Record<string, unknown>; body: string }>((resolve, reject) => {
      get(url, { headers }, (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (part) => (body += part));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
      }).on('error', reject);
    });
  /** The page of calendars, asked for in the direct messages. */
  const page = async (user: string) => {
    const person = office.as(user).in('bot');
    while (person.topView()) await person.close();
    await person.say('カレンダー');
    await person.waitFor('下のボタン');
    await person.click('カレンダー');
    await person.waitForView('ほかのカレンダー（Outlook');
    return person;
  };
  const subscribe = async (button: string) => {
    const ogura = await page('U0OGURA');
    await ogura.click(button);
    const view = textOfView(await ogura.waitForView('このアドレスは今だけ表示します'));
    return /http:\S+\.ics/.exec(view)?.[0] ?? '';
  };
  const unfolded = (text: string) => text.replaceAll('\r\n ', '');

  it('is a file that other programs read, and what people wrote begins no line in it', async () => {
    const ogura = await page('U0OGURA');
    await ogura.click('鈴鹿市のファイルを受け取る');
    await ogura.waitForView('ファイルをダイレクトメッセージで送りました');
    await ogura.waitFor('鈴鹿市の会議と締切です');
    const { status, body } = await fetched(await subscribe('鈴鹿市の購読用アドレスを作る'));
    expect(status).toBe(200);
    expect(body.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(body.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const text = unfolded(body);
    expect(text).toContain('SUMMARY:運営会議\\nBEGIN:VALARM\\;X\\,Y\\\\Z\r\n');
    expect(text).toContain(`LOCATION:${PLACE}\r\n`);
    expect(text).toContain('DTSTART;TZID=Asia/Tokyo:20261215T190000\r\n');
    expect(text).toContain('SUMMARY:【締切】事業実績報告\r\n');
    expect(text).toContain('DTSTART;VALUE=DATE:20261218\r\nDTEND;VALUE=DATE:20261219\r\n');
    expect(text).toContain('TZOFFSETTO:+0900');
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(2);
    expect(text).not.toMatch(/提出済|未提出/);
  });

  it('is answered from the ETag while nothing changes; a cancelled date stays, marked, with its id and a later sequence', async () => {
    const url = await subscribe('鈴鹿市のアドレスを作り直す');
    const first = await fetched(url);
    const etag = String(first.headers.etag);
    expect((await fetched(url, { 'If-None-Match': etag })).status).toBe(304);
    const { id } = await office.database.prisma.occurrence.findFirstOrThrow();
    await save('occurrence', id, { status: 'cancelled', reason: '大雪のため' });
    const after = await fetched(url, { 'If-None-Match': etag });
    expect(after.status).toBe(200);
    const event = (body: string) =>
      unfolded(body)
        .split('BEGIN:VEVENT')
        .find((part) => part.includes(id)) ?? '';
    expect(event(after.body)).toContain('STATUS:CANCELLED');
    const sequence = (body: string) => Number(/SEQUENCE:(\d+)/.exec(event(body))?.[1]);
    expect(sequence(after.body)).toBeGreaterThan(sequence(first.body));
  });

  it('by an address ends when it is made anew, when it is stopped, and when its person works there no more', async () => {
    const missing = { status: 404, body: '' };
    const first = await subscribe('鈴鹿市のアドレスを作り直す');
    const second = await subscribe('鈴鹿市のアドレスを作り直す');
    expect(second).not.toBe(first);
    expect(await fetched(first)).toMatchObject(missing);
    expect((await fetched(second)).status).toBe(200);
    const { prisma } = office.database;
    await prisma.membership.updateMany({ where: { user: 'U0OGURA' }, data: { until: '2026-11-01' } });
    expect(await fetched(second)).toMatchObject(missing);
    await prisma.membership.updateMany({ where: { user: 'U0OGURA' }, data: { until: null } });
    expect((await fetched(second)).status).toBe(200);
    const ogura = await page('U0OGURA');
    await ogura.click('鈴鹿市のアドレスを止める');
    await ogura.waitForView('購読用アドレスを止めました');
    expect(await fetched(second)).toMatchObject(missing);
    for (const other of ['', 'x', 'A'.repeat(43)]) {
      expect(await fetched(`http://127.0.0.1:${port}/calendar/${other}.ics`)).toMatchObject(missing);
    }
  });

  it('is not to be had by others, and its address stands neither in the database nor in the log', async () => {
    const url = await subscribe('鈴鹿市の購読用アドレスを作る');
    await fetched(url);
    const token = /calendar\/(.+)\.ics/.exec(url)?.[1] ?? '';
    expect(token.length).toBeGreaterThanOrEqual(43);
    expect(JSON.stringify(await office.database.prisma.calendarFeed.findMany())).not.toContain(token);
    expect(office.logged.join('\n')).not.toContain(token);
    const { CalendarFeeds } = await import('../../src/registry/planned/calendar-feeds.ts');
    const { prisma } = office.database;
    const feeds = new CalendarFeeds({
      prisma,
      clock: office.workspace.clock,
      administrators: async () => ({ ids: [], named: true }),
    });
    const hirata = { team: TEAM.id, user: 'U0HIRATA' };
    expect([await feeds.renew(hirata, 'suzuka'), await feeds.calendar(hirata, 'suzuka')]).toEqual([null, null]);
    expect(await prisma.refusal.count({ where: { user: 'U0HIRATA', record: 'suzuka' } })).toBe(2);
  });

  it('is written by the terminal, too, for an area that there is', async () => {
    const made = await carryOut(office.app, { calendar: '鈴鹿市' });
    const text = 'file' in made ? Buffer.from(made.file, 'base64').toString('utf8') : '';
    expect(text).toContain('X-WR-CALNAME:鈴鹿市の会議と締切');
    expect(await carryOut(office.app, { calendar: 'どこにもない市' })).toEqual({
      refused: expect.stringContaining('どこにもない市'),
    });
  });

  it('is asked for by its name, in Japanese and in English', () => {
    for (const text of ['カレンダー', 'カレンダーをください', 'calendar', '締切のカレンダー']) {
      expect(changeAsked(text)?.door).toBe('calendar');
    }
    expect(changeAsked('11月の会議は？')).toBeNull();
  });
});

it('in the local workspace, which answers over HTTP anyway, a feed has an address on this machine without any setting', async () => {
  const office = await openOffice('socket', { now: '2026-11-24T08:00:00+09:00', feeds: true });
  try {
    const { prisma } = office.database;
    await prisma.membership.create({ data: { user: 'U0OGURA', areaId: 'suzuka', role: 'staff' } });
    const ogura = office.as('U0OGURA').in('bot');
    await ogura.command('/tonari カレンダー');
    await ogura.waitForView('ほかのカレンダー（Outlook');
    await ogura.click('鈴鹿市の購読用アドレスを作る');
    const view = textOfView(await ogura.waitForView('このアドレスは今だけ表示します'));
    const url = /http:\S+\.ics/.exec(view)?.[0] ?? '';
    expect(url.startsWith(`${office.origin}/calendar/`)).toBe(true);
    const answer = await fetch(url);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(await answer.text()).toContain('X-WR-CALNAME:鈴鹿市の会議と締切');
    const same = await fetch(url, { headers: { 'if-none-match': answer.headers.get('etag') ?? '' } });
    expect(same.status).toBe(304);
    expect((await fetch(`${office.origin}/calendar/x.ics`)).status).toBe(404);
  } finally {
    await office.close();
  }
});
