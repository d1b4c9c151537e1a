import type { DeadLetterDetail } from './deadLetters';

/** A record that is kept in step, by its keys in both systems. */
export interface FailedRecord {
  /** Object pair, as `Account-customer`; undefined where no pair keeps it in step. */
  readonly pair: string | undefined;
  /** Entity, as `customer`. */
  readonly entity: string | undefined;
  readonly salesforceId: string | undefined;
  readonly sageKey: string | undefined;
}

/** Pairs by the object of a failure whose content names none. */
const PAIRS: Readonly<Record<string, string>> = { Account: 'Account-customer', Contact: 'Contact-contact' };

/** Which record a failure is about. */
export function recordOf({ payload, objectName, recordId, sageKey, lane }: DeadLetterDetail): FailedRecord {
  const named = textIn(payload, 'pair');
  const pair = named ?? (lane === 'account-write-back' ? PAIRS[objectName ?? ''] : undefined);
  return {
    pair,
    // A pair is named `object-entity`, and no object has a hyphen.
    entity: pair?.slice(pair.indexOf('-') + 1),
    salesforceId: recordId,
    sageKey
  };
}

function textIn(value: unknown, name: string): string | undefined {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  return typeof found === 'string' ? found : undefined;
}
