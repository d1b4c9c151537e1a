import type odbc from 'odbc';
import type { Cell, CellRow, DriverFailure } from '../protocol.ts';

/**
 * What this service uses of node-odbc: no Pool (it wedges), no Statement (it leaks). Catalogue calls leak a handle each
 * that slows down every later statement of the connection, so they are made on connections that are thrown away; the
 * fourth argument of `columns` is ignored.
 */
export type OdbcConnection = Pick<odbc.Connection, 'query' | 'columns' | 'tables' | 'cancel' | 'close'>;

export type OdbcRow = Readonly<Record<string, unknown>>;

/** A failure with the words of the driver, on its way to the parent. */
export class DriverError extends Error {
  readonly failure: DriverFailure;

  constructor(failure: DriverFailure, options?: ErrorOptions) {
    super(failure.message, options);
    this.name = 'DriverError';
    this.failure = failure;
  }
}

/**
 * Opens a connection. `odbc` is an optional dependency that needs a compiler or a prebuilt binary, so it is imported
 * only here, and its absence is a failure like any other.
 */
export async function connect(connectionString: string): Promise<OdbcConnection> {
  const driver = await loadDriver();
  try {
    return await driver.connect(connectionString);
  } catch (cause) {
    throw new DriverError(describeFailure('connect', cause), { cause });
  }
}

/** Imports the module ahead of the first connection. */
export async function loadDriver(): Promise<{ connect(connectionString: string): Promise<OdbcConnection> }> {
  try {
    const { default: driver } = await import('odbc');
    return driver;
  } catch (cause) {
    throw new DriverError(describeFailure('load', cause), { cause });
  }
}

/** The rows of one statement, cell by cell in the order of its columns. */
export async function queryRows(connection: OdbcConnection, sql: string): Promise<readonly CellRow[]> {
  try {
    return cellsOf(await connection.query<OdbcRow>(sql));
  } catch (cause) {
    throw new DriverError(describeFailure('query', cause), { cause });
  }
}

/** The rows of a result, cell by cell; of the columns named, or of all in their order. */
export function cellsOf(
  result: odbc.Result<OdbcRow>,
  names: readonly string[] = result.columns.map((column) => column.name)
): readonly CellRow[] {
  return result.map((row) => names.map((name) => toCell(row[name])));
}

// JSON between the processes has no bigint, NaN or infinity: they travel as text, for the decoder to take or refuse.
function toCell(value: unknown): Cell {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'boolean') return value ? '1' : '0';
  throw new TypeError('the driver gave a binary value');
}

/** The first ODBC diagnostic record of an error of node-odbc, or what any other error says. */
export function describeFailure(stage: DriverFailure['stage'], error: unknown): DriverFailure {
  if (error instanceof DriverError) return error.failure;
  const [record] = diagnosticRecords(error);
  const message = record?.message ?? (error instanceof Error ? error.message : String(error));
  const state = record?.state ?? nodeErrorCode(error);
  return { stage, reason: 'driver-error', state, message };
}

function diagnosticRecords(error: unknown): { readonly state: string; readonly message: string }[] {
  if (!(error instanceof Error) || !('odbcErrors' in error) || !Array.isArray(error.odbcErrors)) return [];
  const records: unknown[] = error.odbcErrors;
  return records.flatMap((record) =>
    typeof record === 'object' && record !== null && 'state' in record && 'message' in record
      ? [{ state: String(record.state), message: String(record.message) }]
      : []
  );
}

function nodeErrorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
