import type { SyncRuns } from '../port/sync-runs.ts';
import type { StoreContext } from '../store-context.ts';
import { unfinished } from '../unfinished.ts';

export function createSyncRuns(_context: StoreContext): SyncRuns {
  return unfinished('SyncRuns');
}
