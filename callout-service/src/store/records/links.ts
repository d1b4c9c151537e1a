import type { Links } from '../port/links.ts';
import type { StoreContext } from '../store-context.ts';
import { unfinished } from '../unfinished.ts';

export function createLinks(_context: StoreContext): Links {
  return unfinished('Links');
}
