import type { RecordValues } from '../schema/field.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import type { Schema } from '../schema/schema.ts';
import { makeRecordId } from './record-id.ts';
import { Table } from './table.ts';

/**
 * All tables of the org, with transactions by undo log. Work inside a transaction is synchronous, so two
 * requests never interleave and one log is enough; a transaction inside another is a savepoint.
 */
export class Database {
  readonly #schema: Schema;
  readonly #tables = new Map<string, Table>();
  readonly #sequences = new Map<string, number>();
  #undoLog: (() => void)[] | undefined;

  constructor(schema: Schema) {
    this.#schema = schema;
    this.clear();
  }

  /** Forgets all records and starts ids again, so that a reset org has the same ids as a fresh one. */
  clear(): void {
    this.#sequences.clear();
    for (const object of this.#schema.objects) this.#tables.set(object.name, new Table(object));
  }

  table(object: ObjectDefinition): Table {
    const table = this.#tables.get(object.name);
    if (!table) throw new Error(`The local org has no table for ${object.name}`);
    return table;
  }

  nextId(object: ObjectDefinition): string {
    const sequence = (this.#sequences.get(object.name) ?? 0) + 1;
    this.#sequences.set(object.name, sequence);
    return makeRecordId(object.keyPrefix, sequence);
  }

  /** Stores a record; undone when the surrounding transaction fails. */
  put(object: ObjectDefinition, id: string, record: RecordValues): void {
    const table = this.table(object);
    const before = table.get(id);
    this.#undoLog?.push(() => (before ? table.put(id, before) : table.drop(id)));
    table.put(id, record);
  }

  /** Runs `work`; when it throws, everything stored since is undone and the error goes on. */
  transaction<T>(work: () => T): T {
    const outer = this.#undoLog;
    const log = outer ?? [];
    const savepoint = log.length;
    this.#undoLog = log;
    try {
      return work();
    } catch (error) {
      for (const undo of log.splice(savepoint).toReversed()) undo();
      throw error;
    } finally {
      this.#undoLog = outer;
    }
  }
}
