import { sql, type Kysely } from 'kysely';
import type { ColumnTypes } from './column-types.ts';

/** What keeps objects in step: digests of what was seen, the feed of changes, and what runs say of themselves. */
export async function createEngineTables(database: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await createFingerprints(database, types);
  await createChanges(database, types);
  await extendSyncRuns(database, types);
}

/** Millions of narrow rows, so the table is its own index where the database can do that. */
async function createFingerprints(database: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await types
    .keyed(
      database.schema
        .createTable('fingerprint')
        .addColumn('source', types.orderedText, (column) => column.notNull())
        .addColumn('key', types.orderedText, (column) => column.notNull())
        .addColumn('digest', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('fingerprint_pk', ['source', 'key'])
        .addCheckConstraint('fingerprint_digest', sql`digest <> ''`)
    )
    .execute();
}

async function createChanges(database: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await types
    .strict(
      database.schema
        .createTable('change')
        .addColumn('id', types.id, types.idColumn)
        .addColumn('entity', 'text', (column) => column.notNull())
        .addColumn('sage_key', 'text', (column) => column.notNull())
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('at', types.whole, (column) => column.notNull())
        .addColumn('stored_at', types.whole, (column) => column.notNull())
        .addColumn('values_json', 'text', (column) => column.notNull())
        .addCheckConstraint('change_kind', sql`kind in ('created', 'updated', 'deleted')`)
    )
    .execute();
  await sql`create index change_stored on change (stored_at)`.execute(database);
}

async function extendSyncRuns(database: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  const add = database.schema.alterTable('sync_run');
  await add.addColumn('mode', 'text', (column) => column.notNull().defaultTo('changes')).execute();
  await add.addColumn('watermark_before', 'text').execute();
  await add.addColumn('watermark_after', 'text').execute();
  await add.addColumn('causes_json', 'text', (column) => column.notNull().defaultTo('{}')).execute();
  await add.addColumn('stop_requested', types.whole, (column) => column.notNull().defaultTo(0)).execute();
}
