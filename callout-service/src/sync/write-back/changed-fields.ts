import { Decimal } from 'decimal.js';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { SalesforceFields, SalesforceRow } from '../../salesforce/port/salesforce-records.ts';

/** A value as it is to be: a text, or a number with the digits that its field takes before the point. */
export type WantedValue = string | null | { readonly number: string; readonly digits: number };

/** Digits before the point of the package’s fields: precision less scale of Currency(18,2) and Number(16,6). */
export const CURRENCY_DIGITS = 16;
export const QUANTITY_DIGITS = 10;

/**
 * Of the wanted values those that the record does not have yet. Numbers are compared as numbers, so that `185.5` and
 * `185.50` are the same.
 * @throws LB756 for a number that does not fit into its field: it is neither cut nor rounded.
 */
export function changedFields(
  row: SalesforceRow,
  wanted: Readonly<Record<string, WantedValue>>
): SalesforceFields {
  const changes = Object.entries(wanted).flatMap(([field, value]) => {
    const now = row[field] ?? null;
    if (value === null || typeof value === 'string')
      return now === (value === '' ? null : value) ? [] : [[field, value]];
    return isNumber(now, value.number) ? [] : [[field, fitting(field, value)]];
  });
  return Object.fromEntries(changes) as SalesforceFields;
}

function isNumber(now: unknown, wanted: string): boolean {
  return typeof now === 'string' && now !== '' && new Decimal(now).equals(wanted);
}

function fitting(field: string, { number, digits }: { number: string; digits: number }): string {
  if (new Decimal(number).abs().lessThan(new Decimal(10).pow(digits))) return number;
  throw new LedgerBridgeError('LB756', {
    detail: `Sage has a number with more than ${digits} digits before the point, which ${field} does not take.`
  });
}
