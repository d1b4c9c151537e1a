import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { RecordValues } from '../schema/field.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import type { Schema } from '../schema/schema.ts';
import type { CommittedChanges, RecordChange } from './record-change.ts';
import { RecycleBin } from './delete/recycle-bin.ts';
import { makeRecordId } from './record-id.ts';
import { Table } from './table.ts';

/** What a running transaction would undo, and what it will do and tell once it is committed. */
interface Transaction {
  readonly undo: (() => void)[];
  readonly effects: (() => void)[];
  readonly changes: RecordChange[];
}

/**
 * All tables of the org, with transactions by undo log. Work inside a transaction is synchronous, so two
 * requests never interleave and one log is enough; a transaction inside another is a savepoint.
 */
export class Database {
  readonly #schema: Schema;
  readonly #clock: Clock;
  readonly #tables = new Map<string, Table>();
  readonly #sequences = new Map<string, number>();
  readonly #listeners = new Set<(changes: CommittedChanges) => void>();
  readonly #companions = new Set<(change: RecordChange) => void>();
  /** What deletions took along, so that it can come back. */
  readonly recycleBin = new RecycleBin();
  #commitNumber = 0;
  #running: Transaction | undefined;

  constructor(schema: Schema, clock: Clock) {
    this.#schema = schema;
    this.#clock = clock;
    this.clear();
  }

  /** Forgets all records and starts ids again, so that a reset org has the same ids as a fresh one. */
  clear(): void {
    this.#sequences.clear();
    this.#tables.clear();
    this.recycleBin.clear();
    for (const object of this.#schema.objects) this.#tables.set(object.name, new Table(object));
  }

  table(object: ObjectDefinition): Table {
    const table = this.#tables.get(object.name);
    if (!table) throw new Error(`The local org has no table for ${object.name}`);
    return table;
  }

  /** Makes tables fit the schema after a deployment: new objects get one, changed ones keep their records. */
  fitSchema(): void {
    for (const object of this.#schema.objects) {
      const known = this.#tables.get(object.name);
      if (known?.object === object) continue;
      const table = new Table(object);
      for (const record of known?.all() ?? []) table.put(String(record.Id), withNewFields(object, record));
      this.#tables.set(object.name, table);
    }
    for (const name of this.#tables.keys()) if (!this.#schema.object(name)) this.#tables.delete(name);
  }

  nextId(object: ObjectDefinition): string {
    return makeRecordId(object.keyPrefix, this.nextNumber(object.name));
  }

  /** The next number of a sequence, such as an auto number field's. Never given back, as in an org. */
  nextNumber(sequence: string): number {
    const number = (this.#sequences.get(sequence) ?? 0) + 1;
    this.#sequences.set(sequence, number);
    return number;
  }

  /** All sequences, for a snapshot. */
  get sequences(): ReadonlyMap<string, number> {
    return this.#sequences;
  }

  /** Sets a sequence, from a snapshot. */
  setSequence(name: string, number: number): void {
    this.#sequences.set(name, number);
  }

  /** Stands for the outermost transaction that runs now, so that limits can be counted per transaction. */
  get runningTransaction(): object | undefined {
    return this.#running;
  }

  /** Whether work is inside a transaction that has stored something. */
  get hasPendingChanges(): boolean {
    return (this.#running?.undo.length ?? 0) > 0;
  }

  /** Stores a record; undone when the surrounding transaction fails. */
  put(object: ObjectDefinition, id: string, record: RecordValues): void {
    const table = this.table(object);
    const before = table.get(id);
    this.#running?.undo.push(() => (before ? table.put(id, before) : table.drop(id)));
    table.put(id, record);
  }

  /** Forgets a record without recycle bin; undone when the surrounding transaction fails. */
  remove(object: ObjectDefinition, id: string): void {
    const table = this.table(object);
    const before = table.get(id);
    if (!before) return;
    this.#running?.undo.push(() => table.put(id, before));
    table.drop(id);
  }

  /** Does `undo` when the surrounding transaction fails: for what is kept beside the tables. */
  onUndo(undo: () => void): void {
    this.#running?.undo.push(undo);
  }

  /** Notes what became of a record, for those who hear of commits. Must be called inside a transaction. */
  noteChange(change: RecordChange): void {
    this.#inTransaction().changes.push(change);
    for (const companion of this.#companions) companion(change);
  }

  /** Calls `companion` with every change inside its transaction, so that what it stores is undone with the change. */
  onChange(companion: (change: RecordChange) => void): void {
    this.#companions.add(companion);
  }

  /** Does `effect` once the outermost transaction is committed; never, when it is undone. */
  afterCommit(effect: () => void): void {
    this.#inTransaction().effects.push(effect);
  }

  /** Calls `listener` after every commit that noted changes. Answers how to stop that. */
  onCommitted(listener: (changes: CommittedChanges) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Runs `work`; when it throws, everything stored since is undone and the error goes on. */
  transaction<T>(work: () => T): T {
    const outer = this.#running;
    const running = outer ?? { undo: [], effects: [], changes: [] };
    const savepoint = savepointOf(running);
    this.#running = running;
    let result: T;
    try {
      result = work();
    } catch (error) {
      backTo(running, savepoint);
      throw error;
    } finally {
      this.#running = outer;
    }
    if (!outer) this.#committed(running);
    return result;
  }

  #inTransaction(): Transaction {
    if (!this.#running) throw new Error('The local org changes records inside transactions only');
    return this.#running;
  }

  #committed({ changes, effects }: Transaction): void {
    if (changes.length > 0) {
      this.#commitNumber += 1;
      const committed: CommittedChanges = {
        transactionKey: randomUUID(),
        commitNumber: this.#commitNumber,
        committedAt: this.#clock.now(),
        changes
      };
      for (const listener of this.#listeners) listener(committed);
    }
    for (const effect of effects) effect();
  }
}

function withNewFields(object: ObjectDefinition, record: RecordValues): RecordValues {
  return Object.fromEntries(
    object.fields.map(({ name, defaultValue }) => [
      name,
      name in record ? (record[name] ?? null) : defaultValue
    ])
  );
}

function savepointOf({ undo, effects, changes }: Transaction): Record<keyof Transaction, number> {
  return { undo: undo.length, effects: effects.length, changes: changes.length };
}

function backTo(running: Transaction, savepoint: Record<keyof Transaction, number>): void {
  for (const undo of running.undo.splice(savepoint.undo).toReversed()) undo();
  running.effects.length = savepoint.effects;
  running.changes.length = savepoint.changes;
}
