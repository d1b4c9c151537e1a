import type { MappingVersions } from '../port/mapping-versions.ts';
import type { StoreContext } from '../store-context.ts';
import { unfinished } from '../unfinished.ts';

export function createMappingVersions(_context: StoreContext): MappingVersions {
  return unfinished('MappingVersions');
}
