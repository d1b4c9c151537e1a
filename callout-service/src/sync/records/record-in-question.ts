import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { StoredLink } from '../../store/port/links.ts';
import type { Store } from '../../store/port/store.ts';
import { recordKey } from '../engine/payloads.ts';
import type { ObjectPair } from '../pairs/object-pair.ts';

/** How people name a record: by its id in Salesforce, or by its entity and its key in Sage. */
export interface RecordAsked {
  readonly salesforceId?: string | undefined;
  readonly sageKey?: string | undefined;
  readonly entity?: string | undefined;
}

/** A record as far as the store knows it. */
export interface RecordInQuestion {
  readonly pair: ObjectPair | undefined;
  readonly link: StoredLink | undefined;
  readonly salesforceId: string | undefined;
  readonly sageKey: string | undefined;
}

/** Looks for the link of the record among the pairs. @throws LedgerBridgeError LB787 when no pair has the entity. */
export async function recordInQuestion(
  { links }: Pick<Store, 'links'>,
  pairs: readonly ObjectPair[],
  asked: RecordAsked
): Promise<RecordInQuestion> {
  const { entity, salesforceId, sageKey } = asked;
  const candidates = pairs.filter((pair) => entity === undefined || pair.entity === entity);
  if (candidates.length === 0)
    throw new LedgerBridgeError('LB787', {
      detail: `No object pair keeps the entity ${entity ?? ''} in step.`
    });
  for (const pair of candidates) {
    const link =
      (salesforceId === undefined ? undefined : await links.bySalesforceId(pair.entity, salesforceId)) ??
      (sageKey === undefined ? undefined : await links.bySageKey(pair.entity, sageKey));
    if (link !== undefined) return { pair, link, salesforceId: link.salesforceId, sageKey: link.sageKey };
  }
  const pair = entity === undefined ? undefined : candidates[0];
  return { pair, link: undefined, salesforceId, sageKey };
}

/** Keys under which jobs of the record stand, in whichever lane. */
export function keysOfJobs({ pair, salesforceId, sageKey }: RecordInQuestion): readonly string[] {
  const own = [salesforceId, sageKey].filter((key) => key !== undefined);
  if (pair === undefined) return own;
  const keyed = [
    ...(salesforceId === undefined ? [] : [recordKey(pair.name, { salesforceId })]),
    ...(sageKey === undefined ? [] : [recordKey(pair.name, { sageKey })])
  ];
  return [...own, ...keyed];
}
