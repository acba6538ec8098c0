import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import type pg from 'pg';

const CHAR_OID = 18; // the catalogue type "char", which the adapter does not know and the engine needs
const BPCHAR_OID = 1042;

let loaded: Promise<void> | undefined; // once a process: a second instance breaks the bindings

async function load(): Promise<void> {
  const script = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const { instance } = await WebAssembly.instantiate(await readFile(script.replace(/\.js$/, '.wasm')), {
    './schema_engine_bg.js': bindings as never,
  });
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
}

async function adapterFor(pool: pg.Pool) {
  let charColumns: number[] = [];
  const query = async (...args: unknown[]) => {
    const result = await (pool.query as (...args: unknown[]) => Promise<pg.QueryResult>).apply(pool, args);
    charColumns = [];
    result.fields?.forEach((field, index) => {
      if (field.dataTypeID !== CHAR_OID) return;
      field.dataTypeID = BPCHAR_OID;
      charColumns.push(index);
    });
    return result;
  };
  const adapter = await new PrismaPg(Object.assign(Object.create(pool), { query })).connect();
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (params) => {
    const result = await queryRaw(params);
    for (const index of charColumns) result.columnTypes[index] = ColumnTypeEnum.Character;
    return result;
  };
  adapter.executeScript = async (sql) => {
    await pool.query(sql); // the adapter's own cuts the script at every ';'
  };
  return adapter;
}

/** The SQL that leads from the database behind the pool to schema.prisma; '' when they agree. */
export async function drift(pool: pg.Pool, file = 'prisma/schema.prisma'): Promise<string> {
  loaded ??= load();
  await loaded;
  const connect = () => adapterFor(pool);
  const engine = await bindings.SchemaEngine.new(
    { datamodels: undefined },
    () => {},
    bindMigrationAwareSqlAdapterFactory({
      provider: 'postgres',
      adapterName: '@prisma/adapter-pg',
      connect,
      connectToShadowDb: connect,
    }),
  );
  const files = [{ path: file, content: await readFile(file, 'utf8') }];
  const result = await engine.diff({
    from: { tag: 'schemaDatasource', files, configDir: '.' },
    to: { tag: 'schemaDatamodel', files },
    script: true,
    exitCode: true,
    filters: { externalTables: [], externalEnums: [] },
  });
  return result.exitCode === 0 ? '' : (result.stdout ?? '');
}
