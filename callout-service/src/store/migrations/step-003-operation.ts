import { sql, type Kysely } from 'kysely';
import type { ColumnTypes } from './column-types.ts';

/** Schedules, alerts, last good answers, and what people did. */
export async function createOperationTables(database: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await createSchedules(database, types);
  await createAlerts(database, types);
  await createLastAnswers(database, types);
  await createAudit(database, types);
}

async function createSchedules(database: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await types
    .strict(
      database.schema
        .createTable('schedule')
        .addColumn('name', 'text', (column) => column.primaryKey())
        .addColumn('cron', 'text', (column) => column.notNull())
        .addColumn('time_zone', 'text', (column) => column.notNull())
        .addColumn('lane', 'text', (column) => column.notNull())
        .addColumn('key', 'text')
        .addColumn('payload_json', 'text', (column) => column.notNull())
        .addColumn('enabled', types.whole, (column) => column.notNull())
        .addColumn('next_slot', types.whole)
        .addColumn('last_slot', types.whole)
    )
    .execute();
}

async function createAlerts(database: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await types
    .strict(
      database.schema
        .createTable('alert')
        .addColumn('topic', 'text', (column) => column.primaryKey())
        .addColumn('detail', 'text', (column) => column.notNull())
        .addColumn('since', types.whole, (column) => column.notNull())
        .addColumn('last_seen_at', types.whole, (column) => column.notNull())
        .addColumn('occurrences', types.whole, (column) => column.notNull())
        .addColumn('told_at', types.whole)
    )
    .execute();
}

async function createLastAnswers(database: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await types
    .strict(
      database.schema
        .createTable('last_answer')
        .addColumn('operation', 'text', (column) => column.notNull())
        .addColumn('key', 'text', (column) => column.notNull())
        .addColumn('as_of', types.whole, (column) => column.notNull())
        .addColumn('answer_json', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('last_answer_pk', ['operation', 'key'])
    )
    .execute();
  await sql`create index last_answer_as_of on last_answer (as_of)`.execute(database);
}

async function createAudit(database: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await types
    .strict(
      database.schema
        .createTable('audit_entry')
        .addColumn('id', types.id, types.idColumn)
        .addColumn('at', types.whole, (column) => column.notNull())
        .addColumn('operator', 'text', (column) => column.notNull())
        .addColumn('action', 'text', (column) => column.notNull())
        .addColumn('subject', 'text', (column) => column.notNull())
        .addColumn('detail_json', 'text')
    )
    .execute();
  await sql`create index audit_entry_subject on audit_entry (subject, id)`.execute(database);
}
