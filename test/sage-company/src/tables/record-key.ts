import { Refusal } from '../refusal.ts';
import type { Table } from './table-definition.ts';

/**
 * Splits a key into its segments, in the order of the table's key. The general form is `A/B/C`; a key of two segments
 * may also be written `01-ABF`, as Sage's screens show a customer. Throws a `Refusal` naming the segments expected.
 */
export function splitRecordKey(table: Table, key: string): string[] {
  const count = table.key.length;
  const bySlash = key.split('/');
  if (count === 1) return [key];
  if (bySlash.length === count) return bySlash;
  const dash = key.indexOf('-');
  if (count === 2 && dash > 0) return [key.slice(0, dash), key.slice(dash + 1)];
  const segments = table.key.map((segment) => segment.column);
  const example = count === 2 ? `${segments.join('/')} or ${segments.join('-')}` : segments.join('/');
  throw new Refusal(`a key of ${table.name} is ${example}; "${key}" is not`);
}
