import type { Audit } from '../port/audit.ts';
import type { StoreContext } from '../store-context.ts';
import { unfinished } from '../unfinished.ts';

export function createAudit(_context: StoreContext): Audit {
  return unfinished('Audit');
}
