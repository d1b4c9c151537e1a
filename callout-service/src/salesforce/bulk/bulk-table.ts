import type { BulkRequest } from '../port/salesforce-bulk.ts';
import type { SalesforceFields } from '../port/salesforce-records.ts';
import { cellOf, lineOf } from './csv-cell.ts';

/** Rows of one job, as they are uploaded. */
export interface BulkTable {
  readonly columns: readonly string[];
  readonly csv: string;
  /** Of each line, in their order: the row's place in the request. */
  readonly places: readonly number[];
}

/**
 * Tables of these rows, which all have the same fields: as few as there may be of at most so many bytes each, one row at
 * least. Columns have the names of the service: `columnOf` gives those of the org.
 */
export function* tablesOf(
  { rows }: Pick<BulkRequest, 'rows'>,
  places: readonly number[],
  { mostBytes, columnOf }: { readonly mostBytes: number; readonly columnOf: (name: string) => string }
): Generator<BulkTable> {
  const columns = Object.keys(rows[places[0] ?? 0] ?? {});
  const header = lineOf(columns.map(columnOf));
  let lines: string[] = [];
  let held: number[] = [];
  let bytes = Buffer.byteLength(header);
  const table = (): BulkTable => ({ columns, csv: header + lines.join(''), places: held });
  for (const place of places) {
    const line = lineOf(cellsOf(columns, rows[place]));
    const size = Buffer.byteLength(line);
    if (held.length > 0 && bytes + size > mostBytes) {
      yield table();
      [lines, held, bytes] = [[], [], Buffer.byteLength(header)];
    }
    lines.push(line);
    held.push(place);
    bytes += size;
  }
  if (held.length > 0) yield table();
}

/** The cells of a row; of a field that it lacks, empty. */
export function cellsOf(columns: readonly string[], row: SalesforceFields = {}): string[] {
  return columns.map((column) => {
    const value = row[column];
    return value === undefined ? '' : cellOf(value);
  });
}
