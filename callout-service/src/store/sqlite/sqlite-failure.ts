import type { ThreadFailure } from './thread-protocol.ts';

/** What SQLite refused, on the side that asked. */
export class SqliteFailure extends Error {
  readonly code: ThreadFailure['code'];
  readonly undone: boolean;

  constructor({ message, code, undone }: ThreadFailure) {
    super(message);
    this.name = 'SqliteFailure';
    this.code = code;
    this.undone = undone;
  }
}
