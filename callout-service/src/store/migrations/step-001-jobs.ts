import { sql, type Kysely } from 'kysely';
import type { ColumnTypes } from './column-types.ts';

/** Jobs with their errors, keys of requests, subscriptions, and whose store it is. */
export async function createJobTables(database: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await types
    .strict(
      database.schema
        .createTable('store_fact')
        .addColumn('name', 'text', (column) => column.primaryKey())
        .addColumn('value', 'text', (column) => column.notNull())
    )
    .execute();
  await createJob(database, types);
  await createJobIndexes(database);
  await createJobError(database, types);
  await createKeysAndSubscriptions(database, types);
  for (const each of types.besideJobs) await each.execute(database);
}

async function createJob(database: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await types
    .churning(
      types.checkedJobs(
        database.schema
          .createTable('job')
          .addColumn('id', types.id, types.idColumn)
          .addColumn('lane', 'text', (column) => column.notNull())
          .addColumn('key', 'text')
          .addColumn('state', 'text', (column) => column.notNull())
          .addColumn('payload_json', 'text', (column) => column.notNull())
          .addColumn('original_payload_json', 'text')
          .addColumn('attempts', types.whole, (column) => column.notNull().defaultTo(0))
          .addColumn('fence', types.whole, (column) => column.notNull().defaultTo(0))
          .addColumn('must_look_up', types.whole, (column) => column.notNull().defaultTo(0))
          .addColumn('replays', types.whole, (column) => column.notNull().defaultTo(0))
          .addColumn('error_count', types.whole, (column) => column.notNull().defaultTo(0))
          .addColumn('last_error_code', 'text')
          .addColumn('skip_reason', 'text')
          .addColumn('enqueued_at', types.whole, (column) => column.notNull())
          .addColumn('run_at', types.whole, (column) => column.notNull())
          .addColumn('lease_until', types.whole)
          .addColumn('leased_by', 'text')
          .addColumn('finished_at', types.whole)
      )
    )
    .execute();
}

async function createJobIndexes(database: Kysely<unknown>): Promise<void> {
  // Whatever a program does wrong, the database itself refuses a second head of a key.
  await sql`create unique index job_head on job (lane, key)
    where key is not null and state in ('ready', 'active', 'dead')`.execute(database);
  await sql`create index job_waiting on job (lane, key, id) where state = 'waiting'`.execute(database);
  await sql`create index job_ready on job (lane, run_at, id) where state = 'ready'`.execute(database);
  await sql`create index job_active on job (lane, lease_until) where state = 'active'`.execute(database);
  await sql`create index job_dead on job (lane, id) where state = 'dead'`.execute(database);
  await sql`create index job_finished on job (finished_at) where finished_at is not null`.execute(database);
}

async function createJobError(database: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await types
    .strict(
      database.schema
        .createTable('job_error')
        .addColumn('id', types.id, types.idColumn)
        .addColumn('job_id', types.whole, (column) =>
          column.notNull().references('job.id').onDelete('cascade')
        )
        .addColumn('at', types.whole, (column) => column.notNull())
        .addColumn('attempt', types.whole, (column) => column.notNull())
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('code', 'text', (column) => column.notNull())
        .addColumn('message', 'text', (column) => column.notNull())
    )
    .execute();
  await database.schema.createIndex('job_error_job').on('job_error').columns(['job_id', 'id']).execute();
}

async function createKeysAndSubscriptions(database: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await types
    .strict(
      database.schema
        .createTable('idempotency_key')
        .addColumn('scope', 'text', (column) => column.notNull())
        .addColumn('key', 'text', (column) => column.notNull())
        .addColumn('fingerprint', 'text', (column) => column.notNull())
        .addColumn('answer_json', 'text')
        .addColumn('taken_at', types.whole, (column) => column.notNull())
        .addPrimaryKeyConstraint('idempotency_key_pk', ['scope', 'key'])
    )
    .execute();
  await database.schema
    .createIndex('idempotency_key_taken')
    .on('idempotency_key')
    .column('taken_at')
    .execute();
  await types
    .strict(
      database.schema
        .createTable('subscription')
        .addColumn('topic', 'text', (column) => column.notNull())
        .addColumn('subscriber', 'text', (column) => column.notNull())
        .addColumn('lane', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('subscription_pk', ['topic', 'subscriber'])
    )
    .execute();
}
