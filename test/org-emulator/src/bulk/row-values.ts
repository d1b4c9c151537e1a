import type { ObjectDefinition } from '../schema/object.ts';
import { bulkError } from './bulk-error.ts';
import type { CsvRow } from './bulk-job.ts';

/** How a table says that a field is to be emptied; an empty cell leaves it as it is. */
const emptied = '#N/A';

/** Checks the header: fields of the object, or `Parent.ExternalId`. Throws InvalidBatch naming the first other one. */
export function checkColumns(object: ObjectDefinition, columns: readonly string[]): void {
  const unknown = columns.find((column) => {
    const [relationship = '', key] = column.split('.');
    return key === undefined ? !object.field(column) : !object.relationship(relationship);
  });
  if (unknown !== undefined) throw bulkError('InvalidBatch', `Field name not found : ${unknown}`);
}

/** A row's values as a request of one record has them. Columns that are empty are not among them. */
export function rowValues(row: CsvRow): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [column, cell] of Object.entries(row)) {
    if (cell === '') continue;
    const value = cell === emptied ? null : cell;
    const [relationship = '', key] = column.split('.');
    if (key === undefined) values[column] = value;
    else values[relationship] = { [key]: value };
  }
  return values;
}

/** A cell by column name, whatever its case. */
export function cell(row: CsvRow, column: string): string {
  const name = Object.keys(row).find((each) => each.toLowerCase() === column.toLowerCase());
  return name === undefined ? '' : (row[name] ?? '');
}
