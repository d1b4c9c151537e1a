import type { IdempotencyKeys } from '../port/idempotency.ts';
import type { StoreContext } from '../store-context.ts';
import { unfinished } from '../unfinished.ts';

export function createIdempotencyKeys(_context: StoreContext): IdempotencyKeys {
  return unfinished('IdempotencyKeys');
}
