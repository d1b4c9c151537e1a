import { BoiRefusal } from '../com/boi-object.ts';
import { isAlive } from './alive.ts';
import type { BoiState } from './boi-state.ts';

/** The lock that an open record holds. One business object has one at most. */
export class RecordLock {
  readonly #state: BoiState;
  readonly #user: string;
  #held: { table: string; key: string } | undefined;

  constructor(state: BoiState, user: string) {
    this.#state = state;
    this.#user = user;
  }

  /** Takes the record. Throws a `BoiRefusal` when another user, or another object of this one, has it open. */
  take(table: string, key: string): void {
    this.release();
    const { database } = this.#state;
    const found = database
      .prepare('SELECT user, pid FROM locks WHERE tableName = ? AND key = ?')
      .get(table, key);
    if (found !== undefined && (Number(found['pid']) === 0 || isAlive(Number(found['pid']))))
      throw new BoiRefusal(`The record is in use by ${String(found['user'])}.`);
    database
      .prepare('INSERT OR REPLACE INTO locks VALUES (?, ?, ?, ?)')
      .run(table, key, this.#user, process.pid);
    this.#held = { table, key };
  }

  release(): void {
    if (this.#held === undefined) return;
    const { table, key } = this.#held;
    this.#state.database
      .prepare('DELETE FROM locks WHERE tableName = ? AND key = ? AND pid = ?')
      .run(table, key, process.pid);
    this.#held = undefined;
  }
}
