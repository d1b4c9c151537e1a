import type { InventoryLevel } from '../../../../callout-service/src/canonical/inventory-level.ts';
import type { RunMode } from '../../../../callout-service/src/sync/engine/detection.ts';
import { inventoryPair } from '../../../../callout-service/src/sync/pairs/inventory-pair.ts';
import type { ObjectPair, PairReads } from '../../../../callout-service/src/sync/pairs/object-pair.ts';

/** One way of finding changes, by itself. */
export interface BenchmarkLook {
  readonly pair: ObjectPair<InventoryLevel>;
  readonly mode: RunMode;
}

const { whole } = inventoryPair.projections;

/**
 * `first` notes all digests as a first load does, and leaves out reading the records, which no later look does. `stamps` and
 * `figures` are the two halves of a run over changes; `every column` is the nightly reconciliation.
 */
export const looks = {
  first: {
    pair: { ...inventoryPair, reads: (records) => ({ ...inventoryPair.reads(records), scan: noRecords }) },
    mode: 'full'
  },
  stamps: { pair: { ...inventoryPair, projections: whole === undefined ? {} : { whole } }, mode: 'changes' },
  figures: {
    pair: { ...inventoryPair, reads: (records) => withoutStamps(inventoryPair.reads(records)) },
    mode: 'changes'
  },
  'every column': { pair: inventoryPair, mode: 'reconcile' }
} as const satisfies Readonly<Record<string, BenchmarkLook>>;

export type LookName = keyof typeof looks;
export const lookNames = [
  'first',
  'stamps',
  'figures',
  'every column'
] as const satisfies readonly LookName[];

async function* noRecords(): AsyncGenerator<readonly InventoryLevel[]> {
  yield await Promise.resolve([]);
}

function withoutStamps(reads: PairReads<InventoryLevel>): PairReads<InventoryLevel> {
  return { byKeys: (keys) => reads.byKeys(keys), scan: (after) => reads.scan(after) };
}
