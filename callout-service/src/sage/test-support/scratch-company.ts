import { fork } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { arCustomer } from '../catalogue/ar-customer.ts';
import { arOpenInvoice } from '../catalogue/ar-open-invoice.ts';
import { arTermsCode } from '../catalogue/ar-terms-code.ts';
import type { ColumnType } from '../catalogue/column-type.ts';
import { soSalesOrderHeader } from '../catalogue/so-sales-order-header.ts';
import type { Columns } from '../catalogue/table.ts';
import type { OwnerReply, OwnerRequest } from './scratch-company-owner.ts';

/** A table of the catalogue, whatever its columns. */
interface TableShape {
  readonly name: string;
  readonly key: readonly string[];
  readonly columns: Columns;
}

/** An empty Sage company in SQLite, for tests of what the driver does with values. */
export interface ScratchCompany {
  readonly connectionString: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly directory: string;
  /** Runs a statement in the owner's process. */
  execute(sql: string, ...values: (string | number)[]): Promise<void>;
  insert(table: string, row: Readonly<Record<string, string | number>>): Promise<void>;
  close(): Promise<void>;
}

export const catalogueTables: readonly TableShape[] = [
  arCustomer,
  arOpenInvoice,
  arTermsCode,
  soSalesOrderHeader
];

export async function createScratchCompany(lockTimeoutMs = 60_000): Promise<ScratchCompany> {
  const directory = await mkdtemp(join(tmpdir(), 'ledger-bridge-company-'));
  const database = join(directory, 'company.sqlite');
  const odbcIni = join(directory, 'odbc.ini');
  await writeFile(
    odbcIni,
    `[SOTAMAS90]\nDriver=SQLite3\nDatabase=${database}\nNoCreat=1\nStepAPI=1\nTimeout=${lockTimeoutMs}\n`
  );
  const { execute, stop } = startOwner(database);
  for (const table of catalogueTables) await execute(createTableSql(table, 'VARCHAR'));

  return {
    connectionString: 'DSN=SOTAMAS90;UID=READER|ABC;PWD=not-a-secret;Company=ABC',
    environment: { ODBCINI: odbcIni },
    directory,
    execute,
    insert: (table, row) => {
      const names = Object.keys(row);
      const marks = names.map(() => '?').join(', ');
      return execute(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${marks})`, ...Object.values(row));
    },
    close: async () => {
      await stop();
      await rm(directory, { recursive: true });
    }
  };
}

/** Starts the process that owns the database file. */
function startOwner(database: string) {
  const owner = fork(new URL('./scratch-company-owner.ts', import.meta.url), [database], { execArgv: [] });
  const pending = new Map<number, (reply: OwnerReply) => void>();
  owner.on('message', (reply: OwnerReply) => pending.get(reply.id)?.(reply));
  let nextId = 1;

  const execute = async (sql: string, ...values: (string | number)[]): Promise<void> => {
    const id = nextId++;
    const reply = await new Promise<OwnerReply>((resolve) => {
      pending.set(id, resolve);
      owner.send({ id, sql, values } satisfies OwnerRequest);
    });
    pending.delete(id);
    if (reply.error !== undefined) throw new Error(reply.error);
  };
  const stop = async (): Promise<void> => {
    owner.disconnect();
    await new Promise((resolve) => owner.once('exit', resolve));
  };
  return { execute, stop };
}

/** `CREATE TABLE` for a table of the catalogue, with the string type that a database calls its own. */
export function createTableSql(table: TableShape, stringType: 'VARCHAR' | 'CHAR'): string {
  const columns = Object.entries(table.columns).map(([name, type]) => `${name} ${sqlType(type, stringType)}`);
  return `CREATE TABLE ${table.name} (${columns.join(', ')}, PRIMARY KEY (${table.key.join(', ')}))`;
}

function sqlType(type: ColumnType, stringType: string): string {
  switch (type.kind) {
    case 'string':
      return `${stringType}(${type.length})`;
    case 'decimal':
      return `DECIMAL(${type.precision},${type.scale})`;
    case 'date':
      return 'DATE';
  }
}
