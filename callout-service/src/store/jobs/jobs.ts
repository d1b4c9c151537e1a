import type { Jobs } from '../port/jobs.ts';
import type { StoreContext } from '../store-context.ts';
import { unfinished } from '../unfinished.ts';

export function createJobs(_context: StoreContext): Jobs {
  return unfinished('Jobs');
}
