import type { BulkRequest } from '../port/salesforce-bulk.ts';
import type { SalesforceFields } from '../port/salesforce-records.ts';

/** The field by which a row names its record; undefined for new ones. */
export function keyFieldOf({ operation, externalIdField }: BulkRequest): string | undefined {
  if (operation === 'insert') return undefined;
  return operation === 'upsert' ? (externalIdField ?? 'Id') : 'Id';
}

/** What names a row's record, the same for the same record; undefined where the row does not say. */
export function keyOfRow(request: BulkRequest, row: SalesforceFields): string | undefined {
  const field = keyFieldOf(request);
  const value = field === undefined ? undefined : row[field];
  if (value === undefined || value === null || value === '') return undefined;
  return comparableKey(field ?? '', String(value));
}

/** External ids are compared without their case, ids by their first 15 characters, in which case counts. */
export function comparableKey(field: string, value: string): string {
  return field === 'Id' ? value.slice(0, 15) : value.toLowerCase();
}
