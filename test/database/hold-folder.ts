// For the tests of the folder's lock: takes the lock of a folder, says "held" or "refused", and stays until it is killed.
import { FolderInUse, lockFolder } from '../../src/database/folder-lock.ts';

try {
  lockFolder(process.argv[2] ?? '');
  process.stdout.write('held\n');
  setInterval(() => {}, 1000);
} catch (error) {
  process.stdout.write(error instanceof FolderInUse ? 'refused\n' : `failed ${String(error)}\n`);
}
