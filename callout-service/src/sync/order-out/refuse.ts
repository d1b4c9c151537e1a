import { LedgerBridgeError, type FieldFault } from '../../errors/ledger-bridge-error.ts';
import { inWords } from '../../rules/order-draft/in-words.ts';
import type { OrderSource } from './order-source.ts';

/** Throws when there are faults: one with its own code, several with LB523. What is logged names fields, never values. */
export function refuseFaults(faults: readonly FieldFault[], subject: string): void {
  const [first, ...others] = faults;
  if (first === undefined) return;
  const fields = [...new Set(faults.map(({ field }) => field))].join('; ');
  throw new LedgerBridgeError(others.length === 0 ? first.code : 'LB523', {
    detail: `Nothing was written to Sage, because of: ${fields}.`,
    subject,
    faults
  });
}

/** Does a write, and gives a refusal of its fields the names that they have in Salesforce. */
export async function inWordsOfOrder<T>(
  write: () => Promise<T>,
  source: OrderSource,
  origins: readonly number[]
): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!(error instanceof LedgerBridgeError) || error.faults.length === 0) throw error;
    const faults = inWords(error.faults, source, origins);
    throw new LedgerBridgeError(error.code, {
      detail: error.message,
      subject: subjectOf(source),
      faults,
      cause: error
    });
  }
}

/** The record, for people. */
export function subjectOf({ object, name, id }: Pick<OrderSource, 'object' | 'name' | 'id'>): string {
  return `${object} "${name}" (${id})`;
}
