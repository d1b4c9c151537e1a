import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { StoredChange } from '../../store/port/changes.ts';
import type { Store } from '../../store/port/store.ts';

export interface ChangesQuestion {
  /** `next` of the answer before; undefined for the oldest that is kept. */
  readonly after?: number | undefined;
  /** 1 to 1000. */
  readonly limit: number;
  /** Canonical entities, as `customer`; undefined for all. */
  readonly entities?: readonly string[] | undefined;
}

export interface ChangesAnswer {
  /** Oldest first. */
  readonly changes: readonly StoredChange[];
  /** Cursor to go on with, also where no change of these entities came. */
  readonly next: number;
  /** Whether there are more at once. */
  readonly more: boolean;
}

/**
 * A page of the feed of changes behind a cursor.
 * @throws LedgerBridgeError LB793 when changes behind the cursor are kept no longer; LB602.
 */
export async function readChanges(
  { changes }: Pick<Store, 'changes'>,
  { after, limit, entities }: ChangesQuestion
): Promise<ChangesAnswer> {
  // Before the page: whatever comes in between is behind it, and is read with the next one.
  const range = await changes.range();
  if (range === undefined) return { changes: [], next: after ?? 0, more: false };
  if (after !== undefined && isTooOld(after, range.first)) throw tooOld(range.last);
  const found = await changes.after(after ?? 0, limit + 1 > MOST ? MOST : limit + 1, entities);
  const page = found.slice(0, limit);
  const last = page.at(-1)?.id ?? after ?? 0;
  const more = found.length > limit || (page.length === MOST && last < range.last);
  return { changes: page, next: more ? last : Math.max(last, range.last), more };
}

const MOST = 1_000;

/** The oldest that is kept has been passed by every cursor that missed none: retention leaves it as the mark. */
function isTooOld(after: number, first: number): boolean {
  return after === 0 ? first > 1 : after < first;
}

function tooOld(last: number): LedgerBridgeError {
  return new LedgerBridgeError('LB793', {
    detail: `The change feed does not reach back to this cursor. Load everything, then go on after ${last}.`
  });
}
