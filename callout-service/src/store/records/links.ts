import type { Kysely } from 'kysely';
import { isEntryName } from '../entry-text.ts';
import { inFewSizes } from '../few-sizes.ts';
import type { Links, StoredLink } from '../port/links.ts';
import { pageSize, reading } from '../reading.ts';
import type { StoreDatabase } from '../schema/store-database.ts';
import type { StoreContext } from '../store-context.ts';
import { linkOf } from './link-row.ts';
import { putLinks } from './put-links.ts';

/** Reconciliation reads everything, by large pages. */
const MAX_PAGE = 5_000;

/** Which Salesforce record is which Sage record. Salesforce ids and Sage keys are compared as they are. */
export function createLinks(context: StoreContext): Links {
  const linkedTo = (side: Side, entity: string, keys: readonly string[]) =>
    findAll(context, side, entity, keys);
  return {
    put: (link) => putLinks(context, [link]),
    putAll: (links) => putLinks(context, links),
    bySalesforceId: async (entity, id) => (await linkedTo('salesforce_id', entity, [id])).at(0),
    bySageKey: async (entity, key) => (await linkedTo('sage_key', entity, [key])).at(0),
    bySalesforceIds: (entity, ids) => linkedTo('salesforce_id', entity, ids),
    bySageKeys: (entity, keys) => linkedTo('sage_key', entity, keys),
    remove: (entity, salesforceId) =>
      context.inTransaction(({ database }) => remove(database, entity, salesforceId)),
    page: (entity, limit, after) => reading(context, (database) => page(database, entity, limit, after)),
    count: (entity) => reading(context, (database) => count(database, entity))
  };
}

type Side = 'salesforce_id' | 'sage_key';

async function findAll(
  context: StoreContext,
  side: Side,
  entity: string,
  keys: readonly string[]
): Promise<readonly StoredLink[]> {
  const found: StoredLink[] = [];
  for (const some of inFewSizes([...new Set(keys)].filter(isEntryName))) {
    const isAsked = context.dialect.isOneOf(side, some);
    const rows = await reading(context, (database) => ofEntity(database, entity).where(isAsked).execute());
    found.push(...rows.map(linkOf));
  }
  return found;
}

async function remove(database: Kysely<StoreDatabase>, entity: string, salesforceId: string) {
  const { numDeletedRows } = await database
    .deleteFrom('link')
    .where('entity', '=', entity)
    .where('salesforce_id', '=', salesforceId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

async function page(
  database: Kysely<StoreDatabase>,
  entity: string,
  limit: number,
  after: string | undefined
): Promise<readonly StoredLink[]> {
  let query = ofEntity(database, entity).orderBy('sage_key').limit(pageSize(limit, MAX_PAGE));
  if (after !== undefined) query = query.where('sage_key', '>', after);
  return (await query.execute()).map(linkOf);
}

async function count(database: Kysely<StoreDatabase>, entity: string): Promise<number> {
  const { links } = await database
    .selectFrom('link')
    .select(({ fn }) => fn.countAll<number>().as('links'))
    .where('entity', '=', entity)
    .executeTakeFirstOrThrow();
  return links;
}

function ofEntity(database: Kysely<StoreDatabase>, entity: string) {
  return database.selectFrom('link').selectAll().where('entity', '=', entity);
}
