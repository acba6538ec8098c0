// A suite in a process of its own, to be killed while its server runs.
import { startOwnPostgres } from './own-postgres.ts';

const own = await startOwnPostgres();
process.send?.(own && { url: own.url, folder: own.folder });
process.on('disconnect', () => process.exit(1));
