import { Decimal } from 'decimal.js';
import type { SalesforceFields } from '../port/salesforce-records.ts';

/** How a table says that a field is to be emptied. Source: Bulk API 2.0 Developer Guide, Prepare CSV Files. */
export const EMPTIED = '#N/A';

/** A value as the text of a cell. An empty text empties the field, as it does over the REST API. */
export function cellOf(value: SalesforceFields[string]): string {
  if (value === null || value === '') return EMPTIED;
  return typeof value === 'number' ? new Decimal(value).toFixed() : String(value);
}

/** A text that would be taken for the sign of an empty field: no table can hold it. */
export function cannotStandInTable(value: SalesforceFields[string]): boolean {
  return value === EMPTIED;
}

const mustBeQuoted = /[",\r\n]|^\s|\s$/;

/** A line of a table. Text stays as it is, also what a spreadsheet would take for a formula. Source: RFC 4180. */
export function lineOf(cells: readonly string[]): string {
  return `${cells.map(quotedCell).join(',')}\n`;
}

function quotedCell(text: string): string {
  return mustBeQuoted.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
