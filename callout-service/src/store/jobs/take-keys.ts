import { sql } from 'kysely';
import { inFewSizes } from '../few-sizes.ts';
import { fromJsonText } from '../json-text.ts';
import { isoOf } from '../moment.ts';
import type { IdempotentRequest, KnownRequest } from '../port/idempotency.ts';
import type { StoreContext } from '../store-context.ts';

/** One text for scope and key, as a key of a map. */
export const nameOf = ({ scope, key }: Pick<IdempotentRequest, 'scope' | 'key'>): string =>
  JSON.stringify([scope, key]);

/**
 * Takes the keys that are new, each once, and tells of the others. Who takes the same one in another transaction is
 * waited for: its outcome decides.
 */
export async function takeKeys(
  context: StoreContext,
  requests: readonly IdempotentRequest[]
): Promise<ReadonlyMap<string, KnownRequest>> {
  const answers = new Map<string, KnownRequest>();
  let open = [...new Map(requests.map((request) => [nameOf(request), request])).entries()]
    // Always in the same order, so that two batches do not wait for each other in a ring.
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([, request]) => request);
  while (open.length > 0) {
    for (const chunk of inFewSizes(open)) {
      for (const name of await insertNew(context, chunk)) answers.set(name, { outcome: 'new' });
    }
    for (const chunk of inFewSizes(open.filter((request) => !answers.has(nameOf(request))))) {
      for (const [name, known] of await findKnown(context, chunk)) answers.set(name, known);
    }
    // Retention may delete a key between the two looks: then it is new.
    open = open.filter((request) => !answers.has(nameOf(request)));
  }
  return answers;
}

/** What is known of the keys; those that nobody took are missing. */
export async function findKnown(
  { database }: Pick<StoreContext, 'database'>,
  requests: readonly IdempotentRequest[]
): Promise<ReadonlyMap<string, KnownRequest>> {
  const rows = await database
    .selectFrom('idempotency_key')
    .selectAll()
    .where((eb) => eb.or(requests.map(({ scope, key }) => eb.and({ scope, key }))))
    .execute();
  const fingerprints = new Map(requests.map((request) => [nameOf(request), request.fingerprint]));
  return new Map(
    rows.map((row) => [
      nameOf(row),
      {
        outcome: 'known',
        sameContent: row.fingerprint === fingerprints.get(nameOf(row)),
        answer: fromJsonText(row.answer_json),
        since: isoOf(row.taken_at)
      }
    ])
  );
}

/** Keeps what is answered to repetitions; gives back how many of the keys there were. */
export async function keepAnswers(
  { database }: StoreContext,
  answers: readonly { readonly scope: string; readonly key: string; readonly answerText: string }[]
): Promise<number> {
  let kept = 0;
  for (const chunk of inFewSizes(answers)) {
    const rows = sql.join(chunk.map(({ scope, key, answerText }) => sql`(${scope}, ${key}, ${answerText})`));
    const { numAffectedRows } = await sql`update idempotency_key set answer_json = answered.column3
      from (values ${rows}) as answered
      where idempotency_key.scope = answered.column1 and idempotency_key.key = answered.column2`.execute(
      database
    );
    kept += Number(numAffectedRows ?? 0);
  }
  return kept;
}

async function insertNew(
  { database, dialect }: StoreContext,
  requests: readonly IdempotentRequest[]
): Promise<readonly string[]> {
  const rows = await database
    .insertInto('idempotency_key')
    .values(
      requests.map(({ scope, key, fingerprint }) => ({
        scope,
        key,
        fingerprint,
        answer_json: null,
        taken_at: dialect.now()
      }))
    )
    .onConflict((conflict) => conflict.columns(['scope', 'key']).doNothing())
    .returning(['scope', 'key'])
    .execute();
  return rows.map(nameOf);
}
