import { sql, type RawBuilder } from 'kysely';
import type { StoreDialect } from '../dialect/store-dialect.ts';

/** The present moment as one value for the whole statement: as a bare function call PostgreSQL could not search an index with it. */
export function present(dialect: StoreDialect): RawBuilder<number> {
  return sql<number>`(select ${dialect.now()})`;
}
