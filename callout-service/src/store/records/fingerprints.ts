import { sql, type Kysely } from 'kysely';
import { entryName, isEntryName } from '../entry-text.ts';
import { inFewSizes } from '../few-sizes.ts';
import type { Fingerprint, Fingerprints } from '../port/fingerprints.ts';
import { pageSize, reading } from '../reading.ts';
import type { StoreDatabase } from '../schema/store-database.ts';
import type { StoreContext } from '../store-context.ts';

/** Reconciliation reads everything, by large pages. */
const MAX_PAGE = 5_000;
const MAX_KEYS = 2_000;
/** Rows that one transaction forgets: nobody waits long for the embedded store's one writer. */
const FORGOTTEN_AT_ONCE = 5_000;

/** Digests of what was seen, by source and key; both are compared as they are. */
export function createFingerprints(context: StoreContext): Fingerprints {
  return {
    byKeys: (source, keys) => byKeys(context, source, keys),
    putAll: (source, fingerprints) => putAll(context, source, fingerprints),
    removeAll: (source, keys) => removeAll(context, source, keys),
    count: (source) => reading(context, (database) => count(database, source)),
    page: (source, limit, after) => reading(context, (database) => page(database, source, limit, after)),
    forget: (source) => forget(context, source)
  };
}

async function byKeys(
  context: StoreContext,
  source: string,
  keys: readonly string[]
): Promise<readonly Fingerprint[]> {
  if (keys.length > MAX_KEYS) throw new RangeError(`${MAX_KEYS} keys at most, not ${keys.length}`);
  const found: Fingerprint[] = [];
  for (const some of inFewSizes([...new Set(keys)].filter(isEntryName))) {
    const isAsked = context.dialect.isOneOf('key', some);
    const rows = await reading(context, (database) => ofSource(database, source).where(isAsked).execute());
    found.push(...rows);
  }
  return found;
}

/** In an order that is always the same, so that nobody waits in a ring; of a key that is there twice the later counts. */
async function putAll(
  context: StoreContext,
  source: string,
  fingerprints: readonly Fingerprint[]
): Promise<void> {
  if (fingerprints.length === 0) return;
  entryName(source, 'source of the digests');
  const byKey = new Map(fingerprints.map((each) => [entryName(each.key, 'key of the digest'), each]));
  const rows = [...byKey.values()]
    .map(({ key, digest }) => ({ source, key, digest: entryName(digest, 'digest') }))
    .toSorted((one, other) => (one.key < other.key ? -1 : 1));
  await context.inTransaction(async ({ database }) => {
    for (const some of inFewSizes(rows)) {
      await database
        .insertInto('fingerprint')
        .values(some)
        .onConflict((conflict) =>
          conflict
            .columns(['source', 'key'])
            .doUpdateSet({ digest: sql<string>`excluded.digest` })
            .where(sql<boolean>`fingerprint.digest <> excluded.digest`)
        )
        .execute();
    }
  });
}

async function removeAll(context: StoreContext, source: string, keys: readonly string[]): Promise<void> {
  const known = [...new Set(keys)].filter(isEntryName).toSorted();
  if (known.length === 0) return;
  await context.inTransaction(async ({ database, dialect }) => {
    for (const some of inFewSizes(known)) {
      await database
        .deleteFrom('fingerprint')
        .where('source', '=', source)
        .where(dialect.isOneOf('key', some))
        .execute();
    }
  });
}

async function count(database: Kysely<StoreDatabase>, source: string): Promise<number> {
  const { keys } = await database
    .selectFrom('fingerprint')
    .select(({ fn }) => fn.countAll<number>().as('keys'))
    .where('source', '=', source)
    .executeTakeFirstOrThrow();
  return keys;
}

function page(
  database: Kysely<StoreDatabase>,
  source: string,
  limit: number,
  after: string | undefined
): Promise<readonly Fingerprint[]> {
  const query = ofSource(database, source).orderBy('key').limit(pageSize(limit, MAX_PAGE));
  return (after === undefined ? query : query.where('key', '>', after)).execute();
}

/** Part by part: whatever is left when it is broken off goes with the next time. */
async function forget(context: StoreContext, source: string): Promise<void> {
  for (;;) {
    const last = await reading(context, (database) => lastOfPart(database, source));
    await context.inTransaction(async ({ database }) => {
      const query = database.deleteFrom('fingerprint').where('source', '=', source);
      await (last === undefined ? query : query.where('key', '<=', last)).execute();
    });
    if (last === undefined) return;
  }
}

/** Key of the last row that goes at once; undefined when all that is left does. */
async function lastOfPart(database: Kysely<StoreDatabase>, source: string): Promise<string | undefined> {
  const row = await database
    .selectFrom('fingerprint')
    .select('key')
    .where('source', '=', source)
    .orderBy('key')
    .offset(FORGOTTEN_AT_ONCE - 1)
    .limit(1)
    .executeTakeFirst();
  return row?.key;
}

function ofSource(database: Kysely<StoreDatabase>, source: string) {
  return database.selectFrom('fingerprint').select(['key', 'digest']).where('source', '=', source);
}
