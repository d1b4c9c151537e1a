/** Raised with every change of these messages; parent and child refuse to work with another one. */
export const PROTOCOL_VERSION = 2;

/** A value as a driver gives it through node-odbc; a bigint as its digits, since the messages are JSON. */
export type Cell = string | number | null;
export type CellRow = readonly Cell[];

/** What the child needs to open connections. Sent as a message: arguments and environment can be read by others. */
export interface Configure {
  readonly type: 'configure';
  readonly version: number;
  readonly connectionString: string;
  readonly poolSize: number;
  readonly connectTimeoutMs: number;
}

/** Runs statements one after the other on one connection and answers with all their rows, or the first failure. */
export interface Run {
  readonly type: 'run';
  readonly id: number;
  readonly statements: readonly string[];
  /** No further statement is begun once this many rows came; the results of the rest are empty. */
  readonly stopAfterRows?: number | undefined;
  /** Time for all statements together, counted from the moment a connection is there. */
  readonly timeoutMs: number;
}

/** Where a table lies, as the catalogue functions of ODBC take it. */
export interface TableAddress {
  readonly database: string | null;
  readonly schema: string | null;
  readonly name: string;
}

/**
 * What can be asked beside reads. Each answer is rows: those of the statement; for columns
 * `[table, column, SQL type, type name, size, digits after the point]`; for tables `[name]`.
 */
export type Question =
  | {
      readonly kind: 'statement';
      readonly sql: string;
      readonly parameters?: readonly string[];
      /** Takes the first rows through a cursor and leaves the rest. */
      readonly firstRows?: number;
    }
  | { readonly kind: 'columns'; readonly tables: readonly TableAddress[] }
  | { readonly kind: 'tables'; readonly database: string | null; readonly schema: string | null };

/** Asks one question on a connection of its own that is thrown away. */
export interface Ask {
  readonly type: 'ask';
  readonly id: number;
  readonly question: Question;
  /** Counted from the moment a connection is there. */
  readonly timeoutMs: number;
}

/** Lets running statements finish, closes the connections, and ends the process. */
export interface Close {
  readonly type: 'close';
}

export type ToReaderProcess = Configure | Run | Ask | Close;

/** What a driver said, in its own words; for the log only. */
export interface DriverFailure {
  readonly stage: 'load' | 'connect' | 'query';
  readonly reason: 'driver-error' | 'timeout';
  /** The SQLSTATE, or the error code of Node.js when the module cannot be loaded. */
  readonly state: string;
  readonly message: string;
}

export interface Ready {
  readonly type: 'ready';
  readonly version: number;
}

export interface Rows {
  readonly type: 'rows';
  readonly id: number;
  /** One entry per statement. */
  readonly results: readonly (readonly CellRow[])[];
}

export interface Failed {
  readonly type: 'failed';
  readonly id: number;
  readonly failure: DriverFailure;
}

/** Comes after every failure by timeout, when the driver has let go of the connection; if ever. */
export interface Released {
  readonly type: 'released';
  readonly id: number;
}

/** The end of an `ask`. */
export interface Answered {
  readonly type: 'answered';
  readonly id: number;
  readonly answer: Answer;
}

export type Answer =
  | { readonly type: 'rows'; readonly rows: readonly CellRow[] }
  | { readonly type: 'failed'; readonly failure: DriverFailure };

export type FromReaderProcess = Ready | Rows | Failed | Released | Answered;
