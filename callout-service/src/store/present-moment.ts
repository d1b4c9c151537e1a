import { sql } from 'kysely';
import type { StoreContext } from './store-context.ts';

/** What the database calls now, in milliseconds, on which instances agree. */
export async function presentMoment({ database, dialect }: StoreContext): Promise<number> {
  const { rows } = await sql<{ now: number }>`select ${dialect.now()} as now`.execute(database);
  const now = rows[0]?.now;
  if (now === undefined) throw new Error('The database did not say what time it is');
  return now;
}
