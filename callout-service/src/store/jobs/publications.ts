import type { Publications } from '../port/publications.ts';
import type { StoreContext } from '../store-context.ts';
import { unfinished } from '../unfinished.ts';

export function createPublications(_context: StoreContext): Publications {
  return unfinished('Publications');
}
