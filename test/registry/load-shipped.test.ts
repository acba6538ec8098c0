import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/open.ts';
import type { RegistryRecords } from '../../src/records/rows.ts';
import { loadShipped } from '../../src/registry/files/load-shipped.ts';
import { readShippedRecords } from '../../src/registry/files/shipped-records.ts';
import { readRegistry } from '../../src/registry/read-records.ts';
import { openTestDatabase, type TestDatabase } from '../database/open-test-database.ts';
import { fewRecords, statement } from './few-records.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(() => database.clear());

const load = (records: RegistryRecords, { prisma }: Database = database) => loadShipped(prisma, { records });
const read = async () => (await readRegistry(database.prisma)).records;
const changes = async () =>
  (await database.prisma.change.findMany({ orderBy: { seq: 'asc' } })).map(({ kind, record }) => `${kind} ${record}`);

/** The small registry after a change of the edition. */
function edition(change: (records: RegistryRecords) => void): RegistryRecords {
  const records = fewRecords();
  change(records);
  return records;
}

/** A person changes a statement. */
async function touch(id: string, text: string): Promise<void> {
  await database.prisma.statement.update({ where: { id }, data: { text, version: { increment: 1 } } });
}

describe('a first start with an empty registry', () => {
  it('loads all shipped records, and reading them gives each as it was, in order', async () => {
    const shipped = await readShippedRecords();
    const loaded = await load(shipped);
    expect(loaded).toMatchObject({ edition: 'first', changed: 0, removed: 0, kept: 0 });
    const records = await read();
    for (const list of Object.keys(shipped) as (keyof RegistryRecords)[]) {
      expect(records[list], list).toEqual(shipped[list]);
    }
  });

  it('keeps every field of every kind', async () => {
    await load(fewRecords());
    expect(await read()).toEqual(fewRecords());
  });

  it('is done once, however often and by however many copies', async () => {
    const another = await database.another();
    const both = await Promise.all([load(fewRecords()), load(fewRecords(), another)]);
    expect(both.map(({ edition }) => edition).sort()).toEqual(['first', 'same']);
    expect(await load(fewRecords())).toMatchObject({ edition: 'same' });
    expect(await read()).toEqual(fewRecords());
    await another.close();
  });

  it('reads the files of a folder only when they are another edition', async () => {
    expect(await loadShipped(database.prisma)).toMatchObject({ edition: 'first' });
    const began = performance.now();
    expect(await loadShipped(database.prisma)).toMatchObject({ edition: 'same', added: 0 });
    expect(performance.now() - began).toBeLessThan(500);
  });

  it('leaves nothing behind when a record cannot be stored', async () => {
    const broken = edition((records) => {
      Object.assign(records.surveys[0] ?? {}, { title: null });
    });
    await expect(load(broken)).rejects.toThrow();
    expect(await database.prisma.area.count()).toBe(0);
    expect(await database.prisma.shippedRecord.count()).toBe(0);
  });

  it('leaves a registry alone that an office filled itself', async () => {
    const own = { id: 'x', name: 'x町', kind: 'municipality' as const, position: 0 };
    await database.prisma.area.create({ data: own });
    expect(await load(fewRecords())).toMatchObject({ edition: 'own', added: 0 });
    expect(await database.prisma.statement.count()).toBe(0);
  });
});

describe('a later edition', () => {
  beforeEach(() => load(fewRecords()));

  it('changes what nobody has touched, adds what is new, removes what it dropped, and says so to running copies', async () => {
    const before = (await changes()).length;
    const later = edition((records) => {
      records.statements[0] = statement('ict-1', ['suzuka', 'owase'], '2つの市で運用している。');
      records.statements.splice(1, 1, statement('ict-3', ['owase'], '新しい記載。'));
      for (const use of records.toolUses) use.statementIds = ['survey.acp-1'];
    });
    expect(await load(later)).toEqual({ edition: 'later', added: 1, changed: 2, removed: 1, kept: 0 });
    expect(await read()).toEqual(later);
    expect((await changes()).slice(before).sort()).toEqual([
      'statement survey.ict-1',
      'statement survey.ict-2',
      'statement survey.ict-3',
      'toolUse survey.tool-1',
    ]);
  });

  it('changes nothing that somebody has touched, and removes no such record', async () => {
    await touch('survey.ict-1', '担当者が直した。');
    await touch('survey.ict-2', 'これも。');
    const later = edition((records) => {
      records.statements[0] = statement('ict-1', ['suzuka'], '新しい版の文。');
      records.statements.splice(1, 1);
      for (const use of records.toolUses) use.statementIds = ['survey.acp-1'];
    });
    expect(await load(later)).toMatchObject({ changed: 1, removed: 0, kept: 2 });
    const texts = (await read()).statements.map((row) => row.text);
    expect(texts).toContain('担当者が直した。');
    expect(texts).toContain('これも。');
  });

  it('does not bring back what an administrator took out', async () => {
    await database.prisma.statement.delete({ where: { id: 'survey.ict-1' } });
    await load(edition((records) => Object.assign(records.statements[0] ?? {}, { text: '新しい版の文。' })));
    expect((await read()).statements.map((row) => row.id)).not.toContain('survey.ict-1');
  });

  it('leaves a figure alone that an office recorded for the same year and kind', async () => {
    await database.prisma.indicatorValue.create({
      data: { id: 'own', indicatorId: 'survey.n-1', fiscalYear: 'R7', kind: 'actual', value: 77, position: 9 },
    });
    const later = edition((records) => {
      const figure = { fiscalYear: 'R7', kind: 'actual' as const, value: 80, state: null, note: null, asOf: null };
      records.indicators[0]?.values.push({ id: 'survey.n-1.R7-actual', ...figure });
    });
    expect(await load(later)).toMatchObject({ added: 0, kept: 1 });
    const values = (await read()).indicators[0]?.values.filter((value) => value.fiscalYear === 'R7');
    expect(values?.map((value) => value.value)).toEqual([null, 77]);
  });

  it('gives an evaluation its new id without losing it', async () => {
    const later = edition((records) => Object.assign(records.evaluations[0] ?? {}, { id: 'survey.e-2' }));
    expect(await load(later)).toMatchObject({ added: 1, removed: 1 });
    expect(await read()).toEqual(later);
  });

  it('keeps a source that a touched record still rests on', async () => {
    await touch('survey.ict-1', '担当者が直した。');
    const none: RegistryRecords = { ...fewRecords() };
    for (const list of Object.keys(none) as (keyof RegistryRecords)[]) none[list] = [];
    await load(none);
    const records = await read();
    expect(records.sources.map((source) => source.id)).toEqual(['survey']);
    expect(records.areas.map((area) => area.id)).toContain('suzuka');
    expect(records.statements.map((row) => row.text)).toEqual(['担当者が直した。']);
    expect(records.meetings).toEqual([]);
  });

  it('follows the order of the new edition', async () => {
    const later = edition((records) => records.statements.reverse());
    expect(await load(later)).toMatchObject({ changed: 0 });
    expect((await read()).statements.map((row) => row.id)).toEqual(later.statements.map((row) => row.id));
  });

  it('brings many records at a time', async () => {
    const many = edition((records) => {
      for (let n = 0; n < 4000; n += 1) records.statements.push(statement(`bulk-${n}`, ['suzuka'], `記載${n}`));
    });
    expect(await load(many)).toMatchObject({ added: 4000 });
    expect((await read()).statements).toHaveLength(4003);
  });
});
