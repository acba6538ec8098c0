import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fixedClock } from '../../src/calendar/clock.ts';
import { plan } from '../../src/delivery/plan.ts';
import { csvRows, textOfFile } from '../../src/documents/csv.ts';
import { tableFile } from '../../src/documents/table.ts';
import { EXPORTS, type ExportName, exportRows } from '../../src/registry/files/export-rows.ts';
import { type ImportName, importLines } from '../../src/registry/files/imports.ts';
import { NOW, newKey, OWASE, openRegistry, SATO, type TestRegistry } from './open-registry.ts';

let registry: TestRegistry;
beforeAll(async () => {
  registry = await openRegistry();
});
afterAll(() => registry.database.close());
beforeEach(() => registry.fresh());

const rows = async (name: ExportName) => (await exportRows(registry.database.prisma, name)).rows;
const take = (name: ImportName, records: (object | null)[], dryRun = false, now = NOW) =>
  importLines(
    registry.database.prisma,
    fixedClock(now),
    name,
    records.map((record, index) => ({ line: index + 2, record: record as Record<string, unknown> | null })),
    dryRun,
  );
const save = (fields: object, person = SATO) =>
  registry.at().save({
    person,
    via: 'form',
    key: newKey(),
    kind: 'initiative',
    id: 'survey.i-1',
    version: 1,
    fields,
  } as never);

describe('exports', () => {
  it('have the columns that are promised, in their order', async () => {
    const promised: Record<ExportName, string> = {
      initiatives:
        'id, area, scene, title, status, date, date_to, date_precision, fiscal_year, participants, place, memo, source_text, as_of, version',
      plans: 'id, area, scene, period, vision, goal',
      tools: 'id, name, kind, maker, area, role, access, contact, as_of',
      statements: 'id, areas, facet, status, text, topics, tools, source, place, as_of',
      indicators: 'id, area, title, measure, unit, fiscal_year, kind, value, note',
      evaluations: 'id, area, scene, fiscal_year, rating, done, checked, changed, next_plan',
      meetings: 'id, area, title, date, time, place, fiscal_year, status, owner',
      deadlines: 'id, area, title, date, fiscal_year, status, submitted_at, late_days, late_business_days, owner',
      history: 'at, user, user_name, via, action, record, reason, changes',
      audit: 'at, user, action, record, result',
      notices: 'record, key, due_at, sent_at, status, late, to, channel',
      'closed-days': 'id, office, kind, days, yearly, year_end',
      settings:
        'id, office, kind, delivery_time, meeting_leads, frequent_leads, deadline_leads, overdue_days, overdue_manager_days, manager_hears, chain, due_time, undo_days, neighbour_days',
    };
    for (const name of EXPORTS) {
      const { columns } = await exportRows(registry.database.prisma, name);
      expect(columns.slice(0, promised[name].split(', ').length).join(', '), name).toBe(promised[name]);
    }
  });

  it('say how exact a date is', async () => {
    await save({ date: 'R8.7' });
    expect(await rows('initiatives')).toMatchObject([
      { area: '鈴鹿市', date: '2026-07-01', date_to: '2026-07-31', date_precision: 'month', as_of: '2026-11-24' },
    ]);
  });

  it('have a row a tool and area, under the ids that answers name', async () => {
    expect((await rows('tools')).map(({ id, area }) => [id, area])).toEqual([
      ['survey.tool-1', '尾鷲市'],
      ['survey.tool-1', '紀北町'],
    ]);
  });

  it('of notices show what became of each', async () => {
    const { prisma } = registry.database;
    const due = new Date('2026-11-25T09:00:00+09:00');
    const about = {
      kind: 'reminder',
      recordKind: 'meeting',
      recordId: 'm-1',
      areaId: 'suzuka',
      audience: 'area-channel',
    };
    const notice = { ...about, key: 'k1', occasion: 'k1', dueAt: due, expiresAt: null, facts: {}, to: 'C0SUZUKA' };
    await prisma.$transaction((tx) => plan(tx, [notice], due));
    const columns = { record: 'm-1', key: 'k1', due_at: '2026-11-25T09:00:00.000+09:00', to: 'C0SUZUKA' };
    expect(await rows('notices')).toMatchObject([
      { ...columns, sent_at: null, status: 'planned', late: null, area: '鈴鹿市' },
    ]);
    const sent = { status: 'sent' as const, sentAt: due, late: false, channel: 'C0SUZUKA' };
    await prisma.notice.updateMany({ data: sent });
    expect(await rows('notices')).toMatchObject([{ ...columns, sent_at: columns.due_at, status: 'sent', late: false }]);
  });

  it('of history and audit show every change and every refusal', async () => {
    await save({ location: '市役所', date: '令和8年7月8日' });
    await save({ memo: 'x' }, OWASE);
    expect(await rows('history')).toMatchObject([
      {
        at: '2026-11-24T09:00:00.000+09:00',
        user: 'U_SATO',
        via: 'form',
        action: 'update',
        record: 'survey.i-1',
        changes: { place: [null, '市役所'], date: [null, '2026-07-08'] },
      },
    ]);
    expect((await rows('audit')).map(({ user, record, result }) => [user, record, result])).toEqual([
      ['U_SATO', 'survey.i-1', 'saved'],
      ['U_OWASE', 'survey.i-1', 'refused: not-your-area'],
    ]);
  });

  it('execute nothing in a spreadsheet, fold line breaks there, and hold text exactly in JSON lines', async () => {
    const memo = '=HYPERLINK("https://example.jp")\n二行目';
    await save({ memo });
    const table = await exportRows(registry.database.prisma, 'initiatives');
    const [line] = (await tableFile(table, 'jsonl')).toString().split('\n');
    expect(JSON.parse(line ?? '').memo).toBe(memo);
    const csv = csvRows((await tableFile(table, 'csv')).toString());
    expect(csv?.[1]?.cells[table.columns.indexOf('memo')]).toBe(`'=HYPERLINK("https://example.jp") 二行目`);
    expect((await tableFile(table, 'xlsx')).subarray(0, 2).toString()).toBe('PK');
  });
});

describe('an import', () => {
  const sato = { slack_user_id: 'U_SATO', name: '佐藤', area: '鈴鹿市', role: 'staff', deputy_of: '' };

  it('is all or nothing, and names every bad line', async () => {
    const report = await take('members', [
      { ...sato, area: '尾鷲市' },
      { ...sato, slack_user_id: ' ', area: '鈴鹿町' },
      { ...sato, role: 'boss', from: '2026-02-30' },
      null,
    ]);
    expect(report.saved).toBe(false);
    expect(report.bad.map(({ line, code }) => [line, code])).toEqual([
      [3, 'unknown-area'],
      [3, 'missing'],
      [4, 'unknown-role'],
      [4, 'wrong-day'],
      [5, 'unreadable'],
    ]);
    expect(await registry.at().mayChange(SATO, { areaIds: ['suzuka'] })).toMatchObject({ may: true });
  });

  it('of members replaces what the people it names are, and leaves the others', async () => {
    const lines = [
      { ...sato, area: '尾鷲市' },
      { ...sato, area: '紀北町', role: 'viewer' },
      { ...sato, slack_user_id: 'Mori@Example.jp', deputy_of: 'U_SATO', section: '長寿社会課', from: '2027-04-01' },
    ];
    const dry = await take('members', lines, true);
    expect([dry.saved, dry.changed.length]).toEqual([false, 2]);
    expect(await registry.at().mayChange(SATO, { areaIds: ['suzuka'] })).toMatchObject({ may: true });
    expect((await take('members', lines)).saved).toBe(true);
    expect(await registry.at().mayChange(SATO, { areaIds: ['suzuka'] })).toMatchObject({ may: false });
    expect(await registry.at().mayChange(SATO, { areaIds: ['owase'] })).toMatchObject({ may: true });
    expect(await registry.at().mayChange(OWASE, { areaIds: ['owase'] })).toMatchObject({ may: true });
    expect(await take('members', lines)).toMatchObject({ changed: [], unchanged: 2 });
  });

  it('of areas sets their channels', async () => {
    const lines = [{ area: '鈴鹿市', channel_id: 'C0SUZUKA' }];
    expect((await take('areas', lines)).changed).toMatchObject([{ changes: { channel: [null, 'C0SUZUKA'] } }]);
    expect(await take('areas', lines)).toMatchObject({ changed: [], unchanged: 1 });
    expect((await take('areas', [...lines, ...lines])).bad).toMatchObject([{ line: 3, code: 'twice' }]);
  });

  it('of initiatives takes the export’s own form: nothing changed, nothing new, one changed', async () => {
    const [exported] = await rows('initiatives');
    if (!exported) throw new Error('nothing');
    expect(await take('initiatives', [exported])).toMatchObject({ changed: [], unchanged: 1, bad: [] });
    const added = { ...exported, id: null, title: '新しい取組', date: '2026-07-01', date_precision: 'day' };
    const report = await take('initiatives', [
      { ...exported, participants: 7 },
      { ...added, items: [] },
    ]);
    expect(report).toMatchObject({ bad: [], saved: true });
    expect(report.changed.map(({ name }) => name)).toEqual(['看取り研修', '新しい取組']);
    expect(await rows('initiatives')).toMatchObject([
      { participants: 7, version: 2 },
      { title: '新しい取組', date: '2026-07-01', as_of: '2025-11-01' },
    ]);
    const history = await rows('history');
    expect(history.map(({ via, user }) => [via, user])).toEqual([
      ['import', 'terminal'],
      ['import', 'terminal'],
    ]);
  });

  it('of initiatives gives their own lead times, and takes them as they stand there', async () => {
    const [exported] = await rows('initiatives');
    if (!exported) throw new Error('nothing');
    expect(exported.leads).toBeNull();
    const own = async () => (await rows('initiatives'))[0]?.leads;
    for (const leads of ['14開庁日前, 7日前', 'なし']) {
      const line = { ...exported, version: null, leads };
      expect(await take('initiatives', [line])).toMatchObject({ bad: [], saved: true });
      expect(await own()).toBe(leads);
      expect(await take('initiatives', [line])).toMatchObject({ changed: [], unchanged: 1 });
    }
    const { leads: _leads, ...rest } = exported;
    const without = { ...rest, version: null };
    await take('initiatives', [without]);
    expect(await own()).toBe('なし');
    expect((await take('initiatives', [{ ...without, leads: 'そのうち' }])).bad).toEqual([
      { line: 2, code: 'problem', field: 'leads', value: 'unreadable' },
    ]);
    await take('initiatives', [{ ...without, leads: null }]);
    expect(await own()).toBeNull();
  });

  it('of initiatives keeps the rules: a wrong year is a bad line', async () => {
    const [exported] = await rows('initiatives');
    const wrong = { ...exported, date: '2026-03-25', date_precision: 'day' };
    expect((await take('initiatives', [wrong])).bad).toEqual([
      { line: 2, code: 'problem', field: 'fiscal_year', value: 'wrong-year' },
    ]);
  });
});

describe('a CSV file', () => {
  it('is read with quotes, commas, line breaks and its line numbers', () => {
    expect(csvRows('\ufeffa,b\r\n"x, ""y""\r\nz",2\r\n\r\n3,4')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['x, "y"\nz', '2'] },
      { line: 5, cells: ['3', '4'] },
    ]);
    expect(csvRows('"a')).toBeNull();
  });

  it('may be Shift_JIS', () => {
    expect(textOfFile(Buffer.from([0x97, 0xe9, 0x8e, 0xad, 0x8e, 0x73]))).toBe('鈴鹿市');
    expect(textOfFile(Buffer.from('鈴鹿市'))).toBe('鈴鹿市');
  });
});
