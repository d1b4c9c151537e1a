import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { AnyTable, Columns } from '../catalogue/table.ts';
import type { CellRow } from '../odbc/protocol.ts';
import type { SqlDialect } from '../sql/dialect.ts';
import type { SelectOptions } from '../sql/select.ts';
import type { LiveTable, LiveTables } from './live-table.ts';
import type { SqlReader } from './sql-reader.ts';

export type LiveSelect = SelectOptions<Columns, string>;
export type ReadManner = NonNullable<Parameters<SqlReader['read']>[1]>;

/** Rows with the table as it was when they were read: its columns tell what each cell is. */
export interface TableRows {
  readonly table: LiveTable;
  readonly rows: readonly CellRow[];
}

/**
 * Reads tables as the data source has them. What it says of its columns is kept for a while, and a column may be dropped
 * meanwhile: when the driver refuses a statement and the table has other columns by now, it is made anew and sent once
 * more.
 */
export class TableReader {
  readonly #reader: SqlReader;
  readonly #dialect: SqlDialect;
  readonly #tables: LiveTables;

  constructor(reader: SqlReader, dialect: SqlDialect, tables: LiveTables) {
    this.#reader = reader;
    this.#dialect = dialect;
    this.#tables = tables;
  }

  /** The table as it is known. Rejects with LB3xx when the data source cannot be asked. */
  fit(table: AnyTable): Promise<LiveTable> {
    return this.#tables.fit(table);
  }

  /** The rows of all statements that `selectsOf` makes for the table, one after the other. Rejects with LB3xx. */
  async read(
    table: AnyTable,
    selectsOf: (live: LiveTable) => readonly LiveSelect[],
    manner: ReadManner
  ): Promise<TableRows> {
    const live = await this.#tables.fit(table);
    try {
      return await this.#readFrom(live, selectsOf(live), manner);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      const changed = await this.#tables.fitAnew(table, live);
      if (changed === undefined) throw error;
      return this.#readFrom(changed, selectsOf(changed), manner);
    }
  }

  async #readFrom(table: LiveTable, selects: readonly LiveSelect[], manner: ReadManner): Promise<TableRows> {
    const statements = selects.map((select) => this.#dialect.select(table, select).sql);
    const results = await this.#reader.read(statements, manner);
    return { table, rows: results.flat() };
  }
}

function isRefusal(error: unknown): boolean {
  return error instanceof LedgerBridgeError && error.code === 'LB308';
}
