import type { TableFacts, ColumnFacts } from '../../rules/written-values/written-value.ts';
import { date, decimal, LONG_TEXT, optionalString, type ColumnType } from '../catalogue/column-type.ts';
import type { Table } from '../catalogue/table.ts';
import { decodeRows } from '../decode/rows.ts';
import type { SageCatalogue } from '../port/sage-catalogue.ts';
import type { SageWriterOptions } from './options.ts';
import { tableFacts } from './table-facts.ts';

/** Values by column; a blank is null. */
export type ColumnValues = Readonly<Record<string, string | null>>;

/** Reads any columns of any table that the catalogue describes, user-defined ones too. */
export class ColumnReader {
  readonly #sql: SageWriterOptions['sql'];
  readonly #catalogue: SageCatalogue;

  constructor({ sql, catalogue }: Pick<SageWriterOptions, 'sql' | 'catalogue'>) {
    this.#sql = sql;
    this.#catalogue = catalogue;
  }

  /** Rows whose columns have those values. Columns that the table lacks are left out. Rejects with LB3xx. */
  async rows(
    tableName: string,
    where: Readonly<Record<string, string>>,
    columns: readonly string[]
  ): Promise<readonly ColumnValues[]> {
    const table = tableOf(await tableFacts(this.#catalogue, tableName));
    const [first, ...others] = [...new Set([...Object.keys(where), ...columns])].filter((name) =>
      Object.hasOwn(table.columns, name)
    );
    if (first === undefined) return [];
    const select = this.#sql.dialect.select(table, {
      columns: [first, ...others],
      where: Object.entries(where).map(([column, value]) => ({ column, op: '=' as const, value }))
    });
    const [rows = []] = await this.#sql.gateway.read([select.sql]);
    return decodeRows(select, rows);
  }
}

function tableOf({ name, columns }: TableFacts): Table {
  return {
    name,
    key: [],
    columns: Object.fromEntries(columns.map((column) => [column.name, typeOf(column)]))
  };
}

function typeOf({ kind, length, scale = 0 }: ColumnFacts): ColumnType {
  if (kind === 'number') return decimal(length ?? 15, scale);
  return kind === 'date' ? date() : optionalString(length ?? LONG_TEXT);
}
