import { sql, type Selectable } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { OpenedDatabase } from '../dialect/store-dialect.ts';
import type { StoreDatabase } from '../schema/store-database.ts';
import { migrationPlace } from '../test-support/migration-place.ts';
import { engines } from '../test-support/test-store.ts';
import { migrateStore } from './migrate.ts';

type Kind<Value> = (NonNullable<Value> extends number ? 'number' : 'text') extends infer Type extends string
  ? null extends Value
    ? `${Type} or null`
    : Type
  : never;

/** The compiler sees to it that this says what the types of the tables say, the test that the databases do. */
const typed: {
  readonly [Table in keyof StoreDatabase]: {
    readonly [Column in keyof Selectable<StoreDatabase[Table]>]: Kind<
      Selectable<StoreDatabase[Table]>[Column]
    >;
  };
} = {
  store_fact: { name: 'text', value: 'text' },
  job: {
    id: 'number',
    lane: 'text',
    key: 'text or null',
    state: 'text',
    payload_json: 'text',
    original_payload_json: 'text or null',
    attempts: 'number',
    fence: 'number',
    must_look_up: 'number',
    replays: 'number',
    error_count: 'number',
    last_error_code: 'text or null',
    skip_reason: 'text or null',
    enqueued_at: 'number',
    run_at: 'number',
    lease_until: 'number or null',
    leased_by: 'text or null',
    finished_at: 'number or null'
  },
  job_error: {
    id: 'number',
    job_id: 'number',
    at: 'number',
    attempt: 'number',
    kind: 'text',
    code: 'text',
    message: 'text'
  },
  idempotency_key: {
    scope: 'text',
    key: 'text',
    fingerprint: 'text',
    answer_json: 'text or null',
    taken_at: 'number'
  },
  subscription: { topic: 'text', subscriber: 'text', lane: 'text' },
  link: {
    entity: 'text',
    salesforce_id: 'text',
    sage_key: 'text',
    agreed_json: 'text or null',
    mapping_version: 'number or null',
    linked_at: 'number',
    agreed_at: 'number'
  },
  cursor: { name: 'text', value: 'text', moved_at: 'number' },
  fingerprint: { source: 'text', key: 'text', digest: 'text' },
  change: {
    id: 'number',
    entity: 'text',
    sage_key: 'text',
    kind: 'text',
    at: 'number',
    stored_at: 'number',
    values_json: 'text'
  },
  mapping_version: {
    object: 'text',
    version: 'number',
    content_json: 'text',
    published_by: 'text',
    published_at: 'number',
    comment: 'text',
    based_on: 'number or null'
  },
  sync_run: {
    id: 'number',
    object: 'text',
    direction: 'text',
    trigger: 'text',
    mode: 'text',
    watermark_before: 'text or null',
    watermark_after: 'text or null',
    causes_json: 'text',
    stop_requested: 'number',
    mapping_version: 'number or null',
    instance: 'text',
    state: 'text',
    read_count: 'number',
    created_count: 'number',
    updated_count: 'number',
    unchanged_count: 'number',
    skipped_count: 'number',
    failed_count: 'number',
    started_at: 'number',
    last_sign_at: 'number',
    finished_at: 'number or null',
    reason: 'text or null'
  },
  schedule: {
    name: 'text',
    cron: 'text',
    time_zone: 'text',
    lane: 'text',
    key: 'text or null',
    payload_json: 'text',
    enabled: 'number',
    next_slot: 'number or null',
    last_slot: 'number or null'
  },
  alert: {
    topic: 'text',
    detail: 'text',
    since: 'number',
    last_seen_at: 'number',
    occurrences: 'number',
    told_at: 'number or null'
  },
  last_answer: { operation: 'text', key: 'text', as_of: 'number', answer_json: 'text' },
  audit_entry: {
    id: 'number',
    at: 'number',
    operator: 'text',
    action: 'text',
    subject: 'text',
    detail_json: 'text or null'
  }
};

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly required: number;
}

const columnsOf = {
  sqlite: sql<Column>`select m.name as "table", c.name, lower(c.type) as type, c."notnull" or c.pk > 0 as required
    from sqlite_master m join pragma_table_info(m.name) c
    where m.type = 'table' and m.name not like 'sqlite_%' and m.name not like 'store_migration%'`,
  postgres: sql<Column>`select table_name as "table", column_name as name, data_type as type,
      (is_nullable = 'NO')::int as required from information_schema.columns
    where table_schema = current_schema() and table_name not like 'store_migration%'`
};

describe.each(engines)('tables in %s', (engine) => {
  it('when the newest version is made, then tables, columns and what may be null are as the types say', async () => {
    const place = migrationPlace(engine);
    const opened = await place.open();
    await migrateStore(opened);
    const found = await columnsIn(opened);
    await opened.close();
    await place.remove();
    expect(found).toEqual(typed);
  });
});

async function columnsIn({
  database,
  dialect
}: OpenedDatabase): Promise<Record<string, Record<string, string>>> {
  const found: Record<string, Record<string, string>> = {};
  for (const { table, name, type, required } of (await columnsOf[dialect.engine].execute(database)).rows) {
    const kind = type === 'text' ? 'text' : 'number';
    (found[table] ??= {})[name] = required === 1 ? kind : `${kind} or null`;
  }
  return found;
}
