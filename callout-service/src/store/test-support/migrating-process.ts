import { once } from 'node:events';
import { migrateStore } from '../migrations/migrate.ts';
import { storeMigrations } from '../migrations/migrations.ts';
import { halfWay } from './half-way-migration.ts';
import { openTarget, type MigrationTarget } from './migration-target.ts';

// A process of its own that migrates a store: it says `ready`, waits for its input, and migrates. With `stuck half way` it
// says `half way` in the middle of a step and stays there.

const [target = '', steps] = process.argv.slice(2);
const opened = await openTarget(JSON.parse(target) as MigrationTarget);
process.stdout.write('ready\n');
await once(process.stdin, 'data');
const stuck = async (): Promise<never> => {
  process.stdout.write('half way\n');
  setInterval(() => undefined, 1_000);
  return new Promise(() => undefined);
};
const known = steps === 'as released' ? storeMigrations : { ...storeMigrations, '999-next': halfWay(stuck) };
await migrateStore(opened, undefined, known);
await opened.close();
process.stdout.write('migrated\n');
