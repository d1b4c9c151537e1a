import type { Cursors } from '../port/cursors.ts';
import type { StoreContext } from '../store-context.ts';
import { unfinished } from '../unfinished.ts';

export function createCursors(_context: StoreContext): Cursors {
  return unfinished('Cursors');
}
