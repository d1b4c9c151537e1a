import type { SqlDialect } from '../sql/dialect.ts';
import type { OdbcObserver } from './observer.ts';

/** The part of a pino logger that is used here. */
export interface OdbcLogger {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}

export interface OdbcOptions {
  /** As for SQLDriverConnect; holds secrets, so it is never logged and reaches the reader process as a message. */
  readonly connectionString: string;
  /** What statements are checked against; that of ProvideX unless given. */
  readonly dialect?: SqlDialect;
  readonly poolSize: number;
  readonly connectTimeoutMs: number;
  /** Time that one read has for all its statements. */
  readonly queryTimeoutMs: number;
  /** Time that a read waits for a free connection. */
  readonly acquireTimeoutMs: number;
  /** Time that a cancelled statement has to return before the reader process is replaced. */
  readonly cancelGraceMs: number;
  /** Reads that may wait at once; more are refused as those that waited too long. Default 1000. */
  readonly maxWaiting?: number;
  /** Environment variables for the reader process beside this process's own, as ODBCINI. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly observer?: OdbcObserver;
  readonly logger?: OdbcLogger;
}
