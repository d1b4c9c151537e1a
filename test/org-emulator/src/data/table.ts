import { isIndexed, type FieldValue, type RecordValues } from '../schema/field.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import { HashIndex } from './hash-index.ts';
import { toLongId } from './record-id.ts';

/** One object's records in memory. Deleted records stay, as in the recycle bin, but leave the indexes. */
export class Table {
  readonly object: ObjectDefinition;
  readonly #records = new Map<string, RecordValues>();
  readonly #indexes = new Map<string, HashIndex>();

  constructor(object: ObjectDefinition) {
    this.object = object;
    for (const field of object.fields.filter(isIndexed)) {
      if (field.type !== 'id') this.#indexes.set(field.name, new HashIndex(isCaseSensitive(field)));
    }
  }

  /** The record of a 15 or 18 character id, deleted or not. */
  get(id: string): RecordValues | undefined {
    return this.#records.get(toLongId(id));
  }

  /** All records in the order of their creation, deleted ones too. */
  all(): RecordValues[] {
    return [...this.#records.values()];
  }

  /** Live records whose indexed field has the value; undefined when the field has no index. */
  findByIndex(fieldName: string, value: FieldValue): RecordValues[] | undefined {
    if (fieldName === 'Id') return this.#live(typeof value === 'string' ? [toLongId(value)] : []);
    const index = this.#indexes.get(fieldName);
    return index && this.#live(index.find(value));
  }

  /** Stores a record in place of an older one of the same id. */
  put(id: string, record: RecordValues): void {
    this.#unindex(id);
    this.#records.set(id, record);
    if (record.IsDeleted === true) return;
    for (const [name, index] of this.#indexes) index.add(record[name] ?? null, id);
  }

  /** Forgets a record as if it had never been; for undoing an insert. */
  drop(id: string): void {
    this.#unindex(id);
    this.#records.delete(id);
  }

  #unindex(id: string): void {
    const record = this.#records.get(id);
    if (!record || record.IsDeleted === true) return;
    for (const [name, index] of this.#indexes) index.remove(record[name] ?? null, id);
  }

  #live(ids: readonly string[]): RecordValues[] {
    return ids
      .map((id) => this.#records.get(id))
      .filter((record): record is RecordValues => record !== undefined && record.IsDeleted !== true);
  }
}

function isCaseSensitive(field: { caseSensitive: boolean; type: string }): boolean {
  return field.caseSensitive || field.type === 'reference';
}
