import type { BulkRequest } from '../port/salesforce-bulk.ts';
import { cellsOf, type BulkTable } from './bulk-table.ts';
import { comparableKey, keyFieldOf, keyOfRow } from './row-key.ts';
import type { TableRow } from './read-table.ts';

/**
 * Finds the places of rows that come back, in whatever order: by the key that names their record, which no other row of
 * the job has; new records have none, so by all their cells, and rows that are the same stand for each other.
 */
export class RowAccount {
  readonly #identityOf: (row: TableRow) => string;
  readonly #open = new Map<string, number[]>();

  constructor(request: BulkRequest, table: BulkTable, columnOf: (name: string) => string) {
    const keyField = keyFieldOf(request);
    const { columns } = table;
    this.#identityOf = (row) =>
      keyField === undefined
        ? JSON.stringify(columns.map((column) => row[columnOf(column)] ?? ''))
        : comparableKey(keyField, row[columnOf(keyField)] ?? '');
    // The last first, so that the first is taken first.
    for (const place of table.places.toReversed()) {
      const row = request.rows[place] ?? {};
      const identity =
        keyField === undefined ? JSON.stringify(cellsOf(columns, row)) : (keyOfRow(request, row) ?? '');
      const same = this.#open.get(identity);
      if (same === undefined) this.#open.set(identity, [place]);
      else same.push(place);
    }
  }

  /** The place of a row that came back; undefined for one that was not sent, or had come back before. */
  take(row: TableRow): number | undefined {
    const identity = this.#identityOf(row);
    const places = this.#open.get(identity);
    const place = places?.pop();
    if (places?.length === 0) this.#open.delete(identity);
    return place;
  }

  /** Places of rows that did not come back. */
  get left(): number[] {
    return [...this.#open.values()].flat();
  }
}
