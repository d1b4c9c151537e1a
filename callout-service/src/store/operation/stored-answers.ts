import { sql, type Kysely } from 'kysely';
import { entryName, isEntryName } from '../entry-text.ts';
import { inFewSizes } from '../few-sizes.ts';
import { jsonText } from '../json-text.ts';
import { isoOf, millisecondsOf } from '../moment.ts';
import type { StoredAnswer } from '../port/last-answers.ts';
import type { StoredAnswers } from '../port/stored-answers.ts';
import { reading } from '../reading.ts';
import type { LastAnswerTable } from '../schema/operation-tables.ts';
import type { StoreDatabase } from '../schema/store-database.ts';
import type { StoreContext } from '../store-context.ts';

/** Last good answers as rows. */
export function createStoredAnswers(context: StoreContext): StoredAnswers {
  return {
    find: (operation, key) => reading(context, (database) => find(database, operation, key)),
    async write(answers, { oldestAsOf, maxRows }) {
      const rows = newestOfEach(answers.map(rowOfAnswer));
      await context.inTransaction(async ({ database }) => {
        for (const some of inFewSizes(rows)) await upsert(database, some);
        await database.deleteFrom('last_answer').where('as_of', '<', millisecondsOf(oldestAsOf)).execute();
        await dropOldest(database, (await count(database)) - maxRows);
      });
    },
    forget: (operation, key) =>
      context.inTransaction(async ({ database }) => {
        await database
          .deleteFrom('last_answer')
          .where('operation', '=', operation)
          .where('key', '=', key)
          .execute();
      }),
    count: () => reading(context, count)
  };
}

async function find(
  database: Kysely<StoreDatabase>,
  operation: string,
  key: string
): Promise<StoredAnswer | undefined> {
  if (!isEntryName(operation) || !isEntryName(key)) return undefined;
  const row = await database
    .selectFrom('last_answer')
    .select(['as_of', 'answer_json'])
    .where('operation', '=', operation)
    .where('key', '=', key)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return { operation, key, asOf: isoOf(row.as_of), answer: JSON.parse(row.answer_json) };
}

async function upsert(database: Kysely<StoreDatabase>, rows: readonly LastAnswerTable[]): Promise<void> {
  await database
    .insertInto('last_answer')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['operation', 'key'])
        .doUpdateSet({
          as_of: (excluded) => excluded.ref('excluded.as_of'),
          answer_json: (excluded) => excluded.ref('excluded.answer_json')
        })
        .whereRef('last_answer.as_of', '<=', 'excluded.as_of')
    )
    .execute();
}

async function dropOldest(database: Kysely<StoreDatabase>, tooMany: number): Promise<void> {
  if (tooMany <= 0) return;
  await sql`delete from last_answer where (operation, key) in
    (select operation, key from last_answer order by as_of limit ${tooMany})`.execute(database);
}

async function count(database: Kysely<StoreDatabase>): Promise<number> {
  const { answers } = await database
    .selectFrom('last_answer')
    .select(({ fn }) => fn.countAll<number>().as('answers'))
    .executeTakeFirstOrThrow();
  return answers;
}

function rowOfAnswer({ operation, key, asOf, answer }: StoredAnswer): LastAnswerTable {
  return {
    operation: entryName(operation, 'operation of the answer'),
    key: entryName(key, 'key of the answer'),
    as_of: millisecondsOf(asOf),
    answer_json: jsonText(answer, 'answer')
  };
}

/** One statement takes a row once. In an order that is always the same, so that instances do not wait in a ring. */
function newestOfEach(rows: readonly LastAnswerTable[]): readonly LastAnswerTable[] {
  const newest = new Map<string, LastAnswerTable>();
  for (const row of rows) {
    const id = `${row.operation}\0${row.key}`;
    if (row.as_of >= (newest.get(id)?.as_of ?? 0)) newest.set(id, row);
  }
  return [...newest].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row);
}
