import type { OpenedDatabase } from '../dialect/store-dialect.ts';
import type { Upkeep } from '../port/upkeep.ts';
import type { StoreContext } from '../store-context.ts';
import { unfinished } from '../unfinished.ts';

export function createUpkeep(_opened: OpenedDatabase, _context: StoreContext): Upkeep {
  return unfinished('Upkeep');
}
