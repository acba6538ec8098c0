import { defineConfig } from 'prisma/config';

// These commands insist on an engine file without running it, and would otherwise try to download one:
// any executable will do (docs/decisions/0002-prisma-without-a-download.md).
if (['generate', 'validate', 'format'].some((command) => process.argv.includes(command))) {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;
}

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://unused@127.0.0.1:1/unused' },
});
