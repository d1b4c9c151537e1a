import { sql, type Kysely } from 'kysely';
import type { ColumnTypes } from './column-types.ts';

/** What both systems agreed on, how far their sources were read, mappings and runs. */
export async function createRecordTables(database: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await createLinksAndCursors(database, types);
  await createMappingVersions(database, types);
  await createSyncRuns(database, types);
}

async function createLinksAndCursors(database: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await types
    .strict(
      database.schema
        .createTable('link')
        .addColumn('entity', 'text', (column) => column.notNull())
        .addColumn('salesforce_id', 'text', (column) => column.notNull())
        .addColumn('sage_key', types.orderedText, (column) => column.notNull())
        .addColumn('agreed_json', 'text')
        .addColumn('mapping_version', types.whole)
        .addColumn('linked_at', types.whole, (column) => column.notNull())
        .addColumn('agreed_at', types.whole, (column) => column.notNull())
        .addPrimaryKeyConstraint('link_pk', ['entity', 'salesforce_id'])
        .addUniqueConstraint('link_sage_key', ['entity', 'sage_key'])
    )
    .execute();
  await types
    .strict(
      database.schema
        .createTable('cursor')
        .addColumn('name', 'text', (column) => column.primaryKey())
        .addColumn('value', 'text', (column) => column.notNull())
        .addColumn('moved_at', types.whole, (column) => column.notNull())
    )
    .execute();
}

async function createMappingVersions(database: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await types
    .strict(
      database.schema
        .createTable('mapping_version')
        .addColumn('object', 'text', (column) => column.notNull())
        .addColumn('version', types.whole, (column) => column.notNull())
        .addColumn('content_json', 'text', (column) => column.notNull())
        .addColumn('published_by', 'text', (column) => column.notNull())
        .addColumn('published_at', types.whole, (column) => column.notNull())
        .addColumn('comment', 'text', (column) => column.notNull())
        .addColumn('based_on', types.whole)
        .addPrimaryKeyConstraint('mapping_version_pk', ['object', 'version'])
    )
    .execute();
}

async function createSyncRuns(database: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  const states = sql`state in ('running', 'succeeded', 'failed', 'stopped', 'interrupted')`;
  const counts = ['read', 'created', 'updated', 'unchanged', 'skipped', 'failed'] as const;
  let table = database.schema
    .createTable('sync_run')
    .addColumn('id', types.id, types.idColumn)
    .addColumn('object', 'text', (column) => column.notNull())
    .addColumn('direction', 'text', (column) => column.notNull())
    .addColumn('trigger', 'text', (column) => column.notNull())
    .addColumn('mapping_version', types.whole)
    .addColumn('instance', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('started_at', types.whole, (column) => column.notNull())
    .addColumn('last_sign_at', types.whole, (column) => column.notNull())
    .addColumn('finished_at', types.whole)
    .addColumn('reason', 'text')
    .addCheckConstraint('sync_run_state', states);
  for (const count of counts) {
    table = table.addColumn(`${count}_count`, types.whole, (column) => column.notNull().defaultTo(0));
  }
  await types.strict(table).execute();
  await sql`create index sync_run_object on sync_run (object, id)`.execute(database);
  await sql`create index sync_run_running on sync_run (last_sign_at) where state = 'running'`.execute(
    database
  );
}
