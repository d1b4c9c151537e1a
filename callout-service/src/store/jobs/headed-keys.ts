import { sql } from 'kysely';
import type { KeyOfLane } from '../dialect/store-dialect.ts';
import { inFewSizes } from '../few-sizes.ts';
import type { StoreContext } from '../store-context.ts';

/** One text for lane and key, as a key of a map. */
export const keyName = ({ lane, key }: KeyOfLane): string => JSON.stringify([lane, key]);

/** Each key once. */
export function distinctKeys(keys: readonly KeyOfLane[]): readonly KeyOfLane[] {
  return [...new Map(keys.map((key) => [keyName(key), key])).values()];
}

/** Which of the keys have a job that is unfinished. Whoever waits, waits behind a head, so heads tell. */
export async function headedKeys(
  { database, dialect }: StoreContext,
  keys: readonly KeyOfLane[]
): Promise<readonly string[]> {
  const headed: string[] = [];
  for (const [lane, ofLane] of Map.groupBy(keys, (key) => key.lane)) {
    for (const chunk of inFewSizes(ofLane)) {
      const rows = await database
        .selectFrom('job')
        .select('key')
        .where('lane', '=', lane)
        .where(
          dialect.isOneOf(
            'key',
            chunk.map(({ key }) => key)
          )
        )
        // As the index job_head has it, so that it is found.
        .where(sql<boolean>`key is not null and state in ('ready', 'active', 'dead')`)
        .execute();
      headed.push(...rows.map(({ key }) => keyName({ lane, key: key ?? '' })));
    }
  }
  return headed;
}
