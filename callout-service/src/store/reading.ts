import type { Kysely } from 'kysely';
import type { StoreDatabase } from './schema/store-database.ts';
import type { StoreContext } from './store-context.ts';

/** The most that one page of a list for people shows. */
const MAX_PAGE = 500;

/**
 * Reads outside of transactions without waiting for them, and within one what it has written itself.
 * @throws LedgerBridgeError LB602, LB606, LB618 for the database's own troubles.
 */
export async function reading<T>(
  { reader, dialect }: StoreContext,
  query: (database: Kysely<StoreDatabase>) => Promise<T>
): Promise<T> {
  try {
    return await query(reader);
  } catch (error) {
    throw dialect.faultOf(error) ?? error;
  }
}

/** @throws RangeError for a page of no rows or too many: a fault of the caller. */
export function pageSize(limit: number, most = MAX_PAGE): number {
  if (Number.isInteger(limit) && limit >= 1 && limit <= most) return limit;
  throw new RangeError(`A page holds 1 to ${most} rows, not ${limit}`);
}
