import { DatabaseError } from 'pg';

/**
 * The server refused a statement. Without the server's own detail, hint and position, which quote values of rows: this
 * may be logged.
 */
export class PostgresFailure extends Error {
  /** SQLSTATE, five characters: PostgreSQL manual, Appendix A. */
  readonly code: string;
  readonly constraint: string | undefined;

  constructor({ code = '', message, constraint }: DatabaseError) {
    super(`${message} (SQLSTATE ${code})`);
    this.name = 'PostgresFailure';
    this.code = code;
    this.constraint = constraint;
  }
}

/** There is no connection, or it broke, or no answer came in time: what was sent last was not answered. */
export class ConnectionLost extends Error {
  constructor(why: string) {
    super(`The connection to PostgreSQL is lost: ${why}`);
    this.name = 'ConnectionLost';
  }
}

/** Every connection of the pool was in use for too long. */
export class PoolExhausted extends Error {
  constructor(connections: number) {
    super(`All ${connections} connections to PostgreSQL were in use for too long`);
    this.name = 'PoolExhausted';
  }
}

/** COMMIT was sent, and its answer did not come. */
export class CommitUnanswered extends Error {
  constructor(cause: unknown) {
    super('PostgreSQL did not answer COMMIT', { cause });
    this.name = 'CommitUnanswered';
  }
}

/** A failure of the driver in our own words. */
export function lossOf(error: unknown): PostgresFailure | ConnectionLost {
  if (error instanceof PostgresFailure || error instanceof ConnectionLost) return error;
  if (error instanceof DatabaseError) return new PostgresFailure(error);
  return new ConnectionLost(systemCodeOf(error) ?? (error instanceof Error ? error.message : 'unknown'));
}

/** As `ECONNREFUSED`; of several addresses that were tried, the first. */
function systemCodeOf(error: unknown): string | undefined {
  if (error instanceof AggregateError) return systemCodeOf(error.errors[0]);
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return undefined;
}
