// Whether prisma/schema.prisma and prisma/migrations agree: a fresh migrated database must need no further SQL.
import { openDatabase } from '../src/database/open.ts';
import { drift } from './schema-engine.ts';

const database = await openDatabase({});
const sql = await drift(database.pool);
await database.close();
if (sql !== '') {
  process.stderr.write(`schema.prisma and the migrations differ; run npm run migration -- NAME. Missing:\n${sql}\n`);
  process.exit(1);
}
