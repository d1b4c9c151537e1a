import type { LedgerBridgeError } from '../../../errors/ledger-bridge-error.ts';
import type { EngineAgreed } from '../record/link-agreed.ts';
import { inBreaths } from './in-breaths.ts';

/** What became of one record, and what is to be kept of it in the store. */
export interface Settled {
  /** In Sage. */
  readonly key: string;
  readonly outcome: 'created' | 'updated' | 'unchanged' | 'skipped' | 'failed';
  /** Why it failed, or was skipped. */
  readonly error?: LedgerBridgeError;
  readonly salesforceId?: string;
  /** What both sides agree on now: the link is kept with it. Only with `salesforceId`. */
  readonly agreed?: Partial<EngineAgreed>;
  /** The link ends. */
  readonly unlinked?: boolean;
  /** What the feed and subscribers are told. */
  readonly told?: 'created' | 'updated' | 'deleted';
  /** A job of its own goes on with it, because of this. */
  readonly handedOver?: string;
  /** How conflicts were decided, for the sync log. */
  readonly story?: readonly string[];
}

/** Records that go on to the next step, and those with which it is over. */
export interface Step<T> {
  readonly on: readonly T[];
  readonly settled: readonly Settled[];
}

/** Decides for each record whether it goes on, and as what. */
export async function step<T, U>(
  rows: readonly T[],
  decide: (row: T, place: number) => { readonly on: U } | { readonly settled: Settled }
): Promise<Step<U>> {
  const decided = await inBreaths(rows, decide);
  return {
    on: decided.flatMap((each) => ('on' in each ? [each.on] : [])),
    settled: decided.flatMap((each) => ('settled' in each ? [each.settled] : []))
  };
}

/** A record that could not be brought in step: a job of its own tries on, and ends in the dead letters at worst. */
export function failed(
  { key, link }: { readonly key: string; readonly link: { readonly salesforceId: string } | undefined },
  error: LedgerBridgeError
): Settled {
  const linked = link === undefined ? {} : { salesforceId: link.salesforceId };
  return { key, outcome: 'failed', error, handedOver: 'page', ...linked };
}
