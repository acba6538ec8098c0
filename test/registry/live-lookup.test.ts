import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../src/calendar/calendar-date.ts';
import type { Database } from '../../src/database/open.ts';
import { plainText } from '../../src/lookup/plain-text.ts';
import { noteChanges } from '../../src/registry/changes.ts';
import { loadShipped } from '../../src/registry/files/load-shipped.ts';
import { LiveLookup } from '../../src/registry/live-lookup.ts';
import { openTestDatabase, type TestDatabase } from '../database/open-test-database.ts';
import { fewRecords } from './few-records.ts';

const TODAY = '2026-11-21' as CalendarDate;
const OPTIONS = { homePrefecture: '三重県' };

let database: TestDatabase;
let live: LiveLookup;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.clear();
  await loadShipped(database.prisma, { records: fewRecords() });
  live = await LiveLookup.open(database.prisma, OPTIONS);
});
afterEach(() => live.close());

const said = async (question: string, lookup = live) => plainText((await lookup.ask([{ question }], TODAY)).answer);

/** A person saves a new text of a statement. */
async function save(id: string, text: string, { prisma }: Database = database): Promise<void> {
  await prisma.$transaction(async (tx) => {
    await tx.statement.update({ where: { id }, data: { text, version: { increment: 1 } } });
    await noteChanges(tx, [{ kind: 'statement', record: id, action: 'update' }]);
  });
}

describe('a saved record', () => {
  it('is found by the next question, in its new words and no more in its old ones', async () => {
    expect(await said('鈴鹿市の情報共有は？')).toContain('すずらんネット');
    await save('survey.ict-1', '情報共有に「みえネット」を使い始めた。');
    const answer = await said('鈴鹿市の情報共有は？');
    expect(answer).toContain('みえネット');
    expect(answer).not.toContain('すずらんネット」を運用');
  });

  it('is found by every copy', async () => {
    const another = await database.another();
    const copy = await LiveLookup.open(another.prisma, OPTIONS);
    await save('survey.ict-1', '情報共有に「みえネット」を使い始めた。');
    expect(await said('鈴鹿市の情報共有は？', copy)).toContain('みえネット');
    expect(await said('鈴鹿市の情報共有は？')).toContain('みえネット');
    copy.close();
    await another.close();
  });

  it('is found by each of many questions asked at the same time', async () => {
    await save('survey.ict-1', '情報共有に「みえネット」を使い始めた。');
    const answers = await Promise.all(Array.from({ length: 20 }, () => said('鈴鹿市の情報共有は？')));
    expect(answers.every((answer) => answer.includes('みえネット'))).toBe(true);
  });

  it('is found by a question asked while another one is being answered', async () => {
    const before = said('鈴鹿市の情報共有は？');
    await save('survey.ict-1', '情報共有に「みえネット」を使い始めた。');
    expect(await said('鈴鹿市の情報共有は？')).toContain('みえネット');
    await before;
  });

  it('that is new is found, and one that is gone is not', async () => {
    const placed = { sourceId: 'survey', place: 'p', asOf: '令和8年11月', position: 99 };
    await database.prisma.$transaction(async (tx) => {
      const columns = { facet: 'acp', status: 'doing', text: '「さくら手帳」を作った。', english: '', numbers: [] };
      await tx.statement.create({ data: { id: 'new', ...placed, ...columns, areas: { connect: { id: 'suzuka' } } } });
      await tx.statement.delete({ where: { id: 'survey.ict-1' } });
      await noteChanges(tx, [
        { kind: 'statement', record: 'new', action: 'create' },
        { kind: 'statement', record: 'survey.ict-1', action: 'delete' },
      ]);
    });
    expect(await said('鈴鹿市のさくら手帳')).toContain('「さくら手帳」を作った。');
    expect(await said('鈴鹿市の情報共有は？')).not.toContain('を運用している');
  });

  it('shows in a figure, whether it was changed or taken out', async () => {
    const id = 'survey.n-1.R6-actual';
    await database.prisma.indicatorValue.update({ where: { id }, data: { value: 4321 } });
    await noteChanges(database.prisma, [{ kind: 'value', record: id, action: 'update' }]);
    await live.refresh();
    const facts = () => [...live.lookup.index.ofKind('indicator')].map((number) => live.lookup.index.fact(number).text);
    expect(facts().join()).toContain('4,321人');
    await database.prisma.indicatorValue.delete({ where: { id } });
    await noteChanges(database.prisma, [{ kind: 'value', record: id, action: 'delete' }]);
    await live.refresh();
    expect(facts().join()).not.toContain('4,321人');
    expect(facts()).toHaveLength(1);
  });

  it('takes along what a tool says of its use', async () => {
    await database.prisma.statement.update({ where: { id: 'survey.ict-2' }, data: { facet: 'bcp' } });
    await noteChanges(database.prisma, [{ kind: 'statement', record: 'survey.ict-2', action: 'update' }]);
    await live.refresh();
    const [use = -1] = live.lookup.index.ofKind('tool');
    expect(live.lookup.index.ofKind('tool')).toHaveLength(1);
    expect(live.lookup.index.fact(use).facet).toBe('bcp');
  });

  it('reaches answers through words that an administrator has just taught', async () => {
    expect(await said('鈴鹿市のピコピコは？')).not.toContain('すずらんネット');
    await database.prisma.lexiconEntry.update({ where: { id: 'ict' }, data: { asked: ['ICT', 'ピコピコ'] } });
    await noteChanges(database.prisma, [{ kind: 'lexicon', record: 'ict', action: 'update' }]);
    expect(await said('鈴鹿市のピコピコは？')).toContain('すずらんネット');
  });

  it('is found when so much changed that everything is read again', async () => {
    await save('survey.ict-1', '情報共有に「みえネット」を使い始めた。');
    const many = Array.from({ length: 400 }, () => ({
      kind: 'statement' as const,
      record: 'survey.ict-1',
      action: 'update' as const,
    }));
    await noteChanges(database.prisma, many);
    expect(await said('鈴鹿市の情報共有は？')).toContain('みえネット');
    await noteChanges(database.prisma, [{ kind: 'all', record: '*', action: 'import' }]);
    expect(await said('鈴鹿市の情報共有は？')).toContain('みえネット');
  });
});

describe('a lookup kept up with the database', () => {
  it('equals one that was read anew', async () => {
    await save('survey.ict-1', '情報共有に「みえネット」を使い始めた。');
    await database.prisma.meeting.update({ where: { id: 'survey.meeting-1' }, data: { title: '連絡会' } });
    await database.prisma.area.update({ where: { id: 'suzuka' }, data: { aliases: ['ベルシティ'] } });
    await noteChanges(database.prisma, [
      { kind: 'meeting', record: 'survey.meeting-1', action: 'update' },
      { kind: 'area', record: 'suzuka', action: 'update' },
    ]);
    await live.refresh();
    const fresh = await LiveLookup.open(database.prisma, OPTIONS);
    expect(live.lookup.records).toEqual(fresh.lookup.records);
    expect(live.lookup.index.size).toBe(fresh.lookup.index.size);
  });

  it('asks the database once a question while nothing changes', async () => {
    let queries = 0;
    const counting = database.prisma.$extends({
      query: {
        $allOperations({ args, query }) {
          queries += 1;
          return query(args);
        },
      },
    });
    const counted = await LiveLookup.open(counting as unknown as Database['prisma'], OPTIONS);
    queries = 0;
    await said('鈴鹿市の情報共有は？', counted);
    expect(queries).toBe(1);
  });

  it('takes a question in the light of those before it', async () => {
    const { answer } = await live.ask([{ question: '鈴鹿市の情報共有は？' }, { question: '尾鷲市は？' }], TODAY);
    expect(plainText(answer)).toContain('検討している');
  });

  it('leaves out what the person took out of the understanding', async () => {
    const question = '鈴鹿市の情報共有は？';
    const [place] = (await live.ask([{ question }], TODAY)).answer.understood;
    const { answer } = await live.ask([{ question, dropped: [place?.key ?? ''] }], TODAY);
    expect(answer.understood.map((slot) => slot.label)).not.toContain('鈴鹿市');
  });
});
