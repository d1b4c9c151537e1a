import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { z } from 'zod';
import { bulkError } from './bulk-error.ts';
import { type ColumnDelimiter, columnDelimiters, type CsvRow, type LineEnding } from './bulk-job.ts';

/** How a job writes its tables. */
export interface CsvForm {
  readonly columnDelimiter: ColumnDelimiter;
  readonly lineEnding: LineEnding;
}

const recordsSchema = z.array(z.array(z.string()));

/** The header and rows of an upload. Throws InvalidBatch for what is no table. */
export function readCsv(text: string, { columnDelimiter }: CsvForm): { columns: string[]; rows: CsvRow[] } {
  try {
    const options = { bom: true, delimiter: columnDelimiters[columnDelimiter], skip_empty_lines: true };
    const [columns = [], ...records] = recordsSchema.parse(parse(text, options));
    const rows = records.map((record) =>
      Object.fromEntries(columns.map((column, index) => [column, record[index] ?? '']))
    );
    return { columns, rows };
  } catch (error) {
    throw bulkError(
      'InvalidBatch',
      `Unable to parse CSV: ${error instanceof Error ? error.message : String(error)}`
    );
  }
}

/** A table with a header, every cell in quotes as Salesforce writes it. */
export function writeCsv(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  { columnDelimiter, lineEnding }: CsvForm
): string {
  return stringify([[...columns], ...rows.map((row) => [...row])], {
    delimiter: columnDelimiters[columnDelimiter],
    quoted: true,
    quoted_empty: columns.length > 0,
    record_delimiter: lineEnding === 'CRLF' ? '\r\n' : '\n'
  });
}
