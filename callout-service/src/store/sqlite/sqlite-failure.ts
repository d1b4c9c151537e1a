import type { ThreadFailure } from './thread-protocol.ts';

/** What SQLite refused, on the side that asked. */
export class SqliteFailure extends Error {
  /** As `SQLITE_FULL`; undefined where the thread itself failed. */
  readonly code: string | undefined;

  constructor({ message, code }: ThreadFailure) {
    super(message);
    this.name = 'SqliteFailure';
    this.code = code;
  }
}
