import type { SalesforceRow, SalesforceValue } from '../../salesforce/port/salesforce-records.ts';

/** A text of a row; null where it is blank or not there. */
export function textOf(row: SalesforceRow, field: string): string | null {
  const value = row[field];
  return typeof value === 'string' && value !== '' ? value : null;
}

/** A parent of a row; null where there is none. */
export function parentOf(row: SalesforceRow, field: string): SalesforceRow | null {
  const value = row[field];
  return isRow(value) ? value : null;
}

/** The children of a row. */
export function childrenOf(row: SalesforceRow, field: string): readonly SalesforceRow[] {
  const value: SalesforceValue | undefined = row[field];
  return isList(value) ? value : [];
}

function isList(value: SalesforceValue | undefined): value is readonly SalesforceRow[] {
  return Array.isArray(value);
}

function isRow(value: SalesforceValue | undefined): value is SalesforceRow {
  return typeof value === 'object' && value !== null && !isList(value);
}
