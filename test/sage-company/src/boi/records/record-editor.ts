import { BoiRefusal } from '../com/boi-object.ts';
import type { LastMessage } from '../com/boi-object.ts';
import type { ComValue } from '../com/com-object.ts';
import type { Row } from '../company/company-database.ts';
import type { SessionState } from '../session/session-state.ts';
import { RecordLock } from '../state/record-locks.ts';
import { acceptValue, callersColumn, CurrentRecord } from './current-record.ts';
import type { Entity } from './entity.ts';
import { refuseEmptyFields } from './required-fields.ts';
import { toldAnswer, writeOrDie } from './write-faults.ts';

type Mode = 'none' | 'new' | 'existing' | 'reading';

/** One business object's record: its key, whether it is open for changes, its values. */
export class RecordEditor {
  readonly #session: SessionState;
  readonly #entity: Entity;
  readonly #message: LastMessage;
  readonly #lock: RecordLock;
  readonly #keyValues = new Map<string, string>();
  #mode: Mode = 'none';
  #record: CurrentRecord;

  constructor(session: SessionState, entity: Entity, message: LastMessage) {
    this.#session = session;
    this.#entity = entity;
    this.#message = message;
    this.#lock = new RecordLock(session.state, session.user ?? '');
    this.#record = new CurrentRecord(entity.table);
  }

  get record(): CurrentRecord {
    return this.#record;
  }

  /** Throws a `BoiRefusal` unless a record is open for changes. */
  refuseClosed(): void {
    if (this.#mode !== 'new' && this.#mode !== 'existing')
      throw new BoiRefusal('The record is not open for changes. Set its key first.');
  }

  setKeyValue(name: string, value: ComValue): number {
    const column = callersColumn(this.#entity.table, name);
    if (!this.#entity.table.key.includes(column.name))
      throw new BoiRefusal(`The column ${name} is not in the key of ${this.#entity.table.name}.`);
    this.#keyValues.set(column.name, String(acceptValue(column, value)));
    return 1;
  }

  keyValue(name: string): string {
    return this.#keyValues.get(name) ?? '';
  }

  /** Opens the record of the key: 1 when it is there, 2 when it is new. Throws a `BoiRefusal` when it is in use. */
  open(wholeKey: string | undefined): number {
    const { table } = this.#entity;
    const key = this.#takeKey(wholeKey);
    if (key.some((segment, position) => segment === '' && position === key.length - 1))
      throw new BoiRefusal(`The ${table.key.at(-1)} is required.`);
    this.#reset();
    this.#lock.take(table.name, key.join('/'));
    try {
      return this.#load(key, this.#session.database.find(table.name, ...key));
    } catch (fault) {
      this.#lock.release();
      throw fault;
    }
  }

  setValue(name: string, value: ComValue): number {
    this.refuseClosed();
    const column = callersColumn(this.#entity.table, name);
    if (this.#entity.table.key.includes(column.name))
      throw new BoiRefusal(`The ${column.name} belongs to the key and cannot be changed.`);
    const before = this.#record.copy();
    this.#record.accept(column, value);
    try {
      const warning = this.#entity.rules[column.name]?.(this.#record, this.#mode === 'new');
      return warning === undefined ? 1 : this.#message.warn(warning);
    } catch (fault) {
      this.#record.become(before);
      throw fault;
    }
  }

  value(name: string): ComValue {
    const column = callersColumn(this.#entity.table, name);
    if (this.#mode === 'new' || this.#mode === 'existing') this.#entity.refresh?.(this.#record);
    return this.#record.give(column);
  }

  /** Reads a record without opening it for changes; 0 when there is none. */
  show(row: Row | undefined): number {
    this.#reset();
    if (row === undefined) throw new BoiRefusal('The record is not on file.');
    this.#record = new CurrentRecord(this.#entity.table, row);
    this.#mode = 'reading';
    return 1;
  }

  find(wholeKey: string | undefined): number {
    const key = this.#takeKey(wholeKey);
    return this.show(this.#session.database.find(this.#entity.table.name, ...key));
  }

  /** Goes to the first record, or to the one after the current one, in the order of the key. */
  move(to: 'first' | 'next'): number {
    const { name, key } = this.#entity.table;
    const columns = key.join(', ');
    if (to === 'first' || this.#mode === 'none')
      return this.show(this.#session.database.all(`SELECT * FROM ${name} ORDER BY ${columns} LIMIT 1`)[0]);
    const marks = key.map(() => '?').join(', ');
    const sql = `SELECT * FROM ${name} WHERE (${columns}) > (${marks}) ORDER BY ${columns} LIMIT 1`;
    return this.show(this.#session.database.all(sql, ...key.map((column) => this.#record.text(column)))[0]);
  }

  write(): number {
    this.refuseClosed();
    const isNew = this.#mode === 'new';
    const told = toldAnswer(this.#session);
    this.#entity.refresh?.(this.#record);
    refuseEmptyFields(this.#record, this.#session);
    const warnings = this.#entity.beforeWrite(this.#record, isNew);
    writeOrDie(this.#session, this.#entity.planWrite(this.#record, isNew));
    this.#reset();
    const texts = told === undefined ? warnings : [...warnings, told];
    return texts.length === 0 ? 1 : this.#message.warn(texts.join(' '));
  }

  delete(): number {
    if (this.#mode !== 'existing') throw new BoiRefusal('The record is not on file.');
    const told = toldAnswer(this.#session);
    writeOrDie(this.#session, this.#entity.planDelete(this.#record));
    this.#reset();
    return told === undefined ? 1 : this.#message.warn(told);
  }

  /** Abandons the record and its key. */
  clear(): number {
    this.#keyValues.clear();
    this.#reset();
    return 1;
  }

  #load(key: readonly string[], row: Row | undefined): number {
    const isNew = row === undefined;
    this.#entity.checkKey?.(key, isNew);
    this.#record = new CurrentRecord(this.#entity.table, row);
    if (isNew)
      this.#record.fill(Object.fromEntries(this.#entity.table.key.map((name, at) => [name, key[at] ?? ''])));
    this.#mode = isNew ? 'new' : 'existing';
    this.#entity.opened?.(this.#record, isNew);
    return isNew ? 2 : 1;
  }

  /** The key's segments: those that were set one by one, or one text in which each but the last has its full width. */
  #takeKey(wholeKey: string | undefined): string[] {
    const { key, columns } = this.#entity.table;
    if (wholeKey === undefined) return key.map((name) => this.keyValue(name));
    let rest = wholeKey;
    return key.map((name, position) => {
      const width = position === key.length - 1 ? rest.length : (columns.get(name)?.length ?? 0);
      const segment = rest.slice(0, width).replace(/\0+$/, '');
      rest = rest.slice(width);
      return segment;
    });
  }

  #reset(): void {
    this.#lock.release();
    this.#mode = 'none';
    this.#record = new CurrentRecord(this.#entity.table);
  }
}
