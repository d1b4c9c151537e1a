import { sql } from 'kysely';
import type { StoreMigration } from '../migrations/migrations.ts';

/** A step that changes tables and rows, and does something in the middle. */
export function halfWay(inTheMiddle: () => Promise<void>): StoreMigration {
  return async (database) => {
    await sql`create table next_thing (name text primary key)`.execute(database);
    await sql`update job set lane = 'changed'`.execute(database);
    await sql`alter table job add column next_column text`.execute(database);
    await inTheMiddle();
    await sql`drop table subscription`.execute(database);
  };
}
