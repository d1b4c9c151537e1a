import type { Kysely, Selectable } from 'kysely';
import { entryName } from '../entry-text.ts';
import { inFewSizes } from '../few-sizes.ts';
import { fromJsonText, jsonText } from '../json-text.ts';
import { isoOf, millisecondsOf } from '../moment.ts';
import type { Changes, NewChange, StoredChange } from '../port/changes.ts';
import { pageSize, reading } from '../reading.ts';
import type { ChangeTable } from '../schema/record-tables.ts';
import type { StoreDatabase } from '../schema/store-database.ts';
import type { StoreContext } from '../store-context.ts';

const MAX_PAGE = 1_000;

/** The feed of changes, in the order of ids, which is the order in which they were committed. */
export function createChanges(context: StoreContext): Changes {
  return {
    append: (changes) => append(context, changes),
    after: (id, limit, entities) =>
      reading(context, (database) => after(database, { id, limit: pageSize(limit, MAX_PAGE), entities })),
    ofRecord: (record) => reading(context, (database) => ofRecord(database, record)),
    range: () => reading(context, range)
  };
}

/**
 * One transaction after the other appends, from here to its commit: a change with a lower id can then never come after
 * one with a higher id, and a reader that has seen the higher one has missed none.
 */
async function append(context: StoreContext, changes: readonly NewChange[]): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map(rowOf);
  await context.inTransaction(async ({ database, dialect }) => {
    await dialect.lockFeed(database);
    for (const some of inFewSizes(rows)) {
      await database
        .insertInto('change')
        .values(some.map((row) => ({ ...row, stored_at: dialect.now() })))
        .execute();
    }
  });
}

function rowOf({ entity, sageKey, change, at, values }: NewChange) {
  return {
    entity: entryName(entity, 'entity of the change'),
    sage_key: entryName(sageKey, 'key of the change'),
    kind: change,
    at: millisecondsOf(at),
    values_json: jsonText(values, 'values of the change')
  };
}

async function after(
  database: Kysely<StoreDatabase>,
  { id, limit, entities }: { id: number; limit: number; entities: readonly string[] | undefined }
): Promise<readonly StoredChange[]> {
  if (entities?.length === 0) return [];
  const query = database.selectFrom('change').selectAll().where('id', '>', id).orderBy('id').limit(limit);
  const rows = await (entities === undefined ? query : query.where('entity', 'in', entities)).execute();
  return rows.map(changeOf);
}

async function ofRecord(
  database: Kysely<StoreDatabase>,
  { entity, sageKey, before, limit }: Parameters<Changes['ofRecord']>[0]
): Promise<readonly StoredChange[]> {
  const query = database
    .selectFrom('change')
    .selectAll()
    .where('entity', '=', entity)
    .where('sage_key', '=', sageKey)
    .orderBy('id', 'desc')
    .limit(pageSize(limit));
  const rows = await (before === undefined ? query : query.where('id', '<', before)).execute();
  return rows.map(changeOf);
}

async function range(
  database: Kysely<StoreDatabase>
): Promise<{ readonly first: number; readonly last: number } | undefined> {
  const { first, last } = await database
    .selectFrom('change')
    .select(({ fn }) => [fn.min<number | null>('id').as('first'), fn.max<number | null>('id').as('last')])
    .executeTakeFirstOrThrow();
  return first === null || last === null ? undefined : { first, last };
}

function changeOf(row: Selectable<ChangeTable>): StoredChange {
  const { id, entity, sage_key: sageKey, kind: change, at, values_json: values } = row;
  return { id, entity, sageKey, change, at: isoOf(at), values: fromJsonText(values) };
}
