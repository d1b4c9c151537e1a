import { z } from 'zod';
import { openStore, type StoreOptions } from '../../../callout-service/src/store/open-store.ts';
import type { Store } from '../../../callout-service/src/store/port/store.ts';

export const storePlaceSchema = z.discriminatedUnion('engine', [
  z.object({ engine: z.literal('sqlite'), file: z.string() }),
  z.object({ engine: z.literal('postgres'), url: z.string(), schema: z.string() })
]);

/** Where a store is, in words that one process can tell another. */
export type StorePlace = z.infer<typeof storePlaceSchema>;
export type Engine = StorePlace['engine'];
export const engines = ['sqlite', 'postgres'] as const satisfies readonly Engine[];

/** Everything that tests of faults enqueue is in this lane. */
export const LANE = 'faults';
/** Links of completed jobs are of this entity. */
export const ENTITY = 'fault';
/** Moves with each transaction that enqueues what was read from the source. */
export const SOURCE_CURSOR = 'source';

export interface PlaceUse {
  /** As the service opens it, unless a test is about several processes on one file. */
  readonly use?: 'exclusive' | 'shared';
  readonly maxPages?: number;
}

/** Opens the store as the service does, with attempts that never run out and backoffs short enough for a test. */
export function openPlace(place: StorePlace, use: PlaceUse = {}): Promise<Store> {
  return openStore({
    database: databaseOf(place, use),
    companyCode: 'ABC',
    retryPolicyOf: () => ({ maxAttempts: 1_000, backoffBaseMs: 20, backoffCeilingMs: 200 })
  });
}

function databaseOf(place: StorePlace, { use = 'exclusive', maxPages }: PlaceUse): StoreOptions['database'] {
  if (place.engine === 'sqlite') {
    const limit = maxPages === undefined ? {} : { maxPages };
    return { ...place, use, clock: Date.now, busyTimeoutMs: 10_000, ...limit };
  }
  return { ...place, poolSize: 6, connectTimeoutMs: 5_000, statementTimeoutMs: 20_000 };
}
