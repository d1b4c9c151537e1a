import { isIndexed, type FieldValue, type RecordValues } from '../schema/field.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import { HashIndex } from './hash-index.ts';
import { toLongId } from './record-id.ts';

/** One object's records in memory. Deleted records stay, as in the recycle bin, but leave the indexes. */
export class Table {
  readonly object: ObjectDefinition;
  readonly #records = new Map<string, RecordValues>();
  readonly #indexes = new Map<string, HashIndex>();
  #liveCount = 0;

  constructor(object: ObjectDefinition) {
    this.object = object;
    for (const field of object.fields) {
      if (field.type === 'id' || !isIndexed(field)) continue;
      this.#indexes.set(field.name, new HashIndex(isCaseSensitive(field)));
    }
  }

  /** How many records there are, those in the recycle bin left out. */
  get liveCount(): number {
    return this.#liveCount;
  }

  /** The record of a 15 or 18 character id, deleted or not. */
  get(id: string): RecordValues | undefined {
    return this.#records.get(toLongId(id));
  }

  /** All records in the order of their creation, deleted ones too. */
  all(): RecordValues[] {
    return [...this.#records.values()];
  }

  /** How many records there are, deleted ones too. */
  get size(): number {
    return this.#records.size;
  }

  /** Live records whose indexed field has the value; undefined when the field has no index. */
  findByIndex(fieldName: string, value: FieldValue): RecordValues[] | undefined {
    if (fieldName === 'Id') return this.#live(typeof value === 'string' ? [toLongId(value)] : []);
    const index = this.#indexes.get(fieldName);
    return index && this.#live(index.find(value));
  }

  /** Id of a live record other than `id` whose indexed field has the value; undefined where there is none. */
  otherWith(fieldName: string, value: FieldValue, id: FieldValue): string | undefined {
    for (const other of this.#indexes.get(fieldName)?.find(value) ?? []) if (other !== id) return other;
    return undefined;
  }

  /** Stores a record in place of an older one of the same id. */
  put(id: string, record: RecordValues): void {
    const older = this.#liveRecord(id);
    this.#records.set(id, record);
    const newer = record.IsDeleted === true ? undefined : record;
    this.#index(id, older, newer);
  }

  /** Forgets a record as if it had never been: to undo an insert, and for a deletion without recycle bin. */
  drop(id: string): void {
    this.#index(id, this.#liveRecord(id), undefined);
    this.#records.delete(id);
  }

  #index(id: string, older: RecordValues | undefined, newer: RecordValues | undefined): void {
    if (older === undefined && newer === undefined) return;
    this.#liveCount += (newer ? 1 : 0) - (older ? 1 : 0);
    for (const [name, index] of this.#indexes) {
      const [was, is] = [older?.[name] ?? null, newer?.[name] ?? null];
      if (was === is) continue;
      index.remove(was, id);
      index.add(is, id);
    }
  }

  #liveRecord(id: string): RecordValues | undefined {
    const record = this.#records.get(id);
    return record?.IsDeleted === true ? undefined : record;
  }

  #live(ids: Iterable<string>): RecordValues[] {
    const records: RecordValues[] = [];
    for (const id of ids) {
      const record = this.#liveRecord(id);
      if (record) records.push(record);
    }
    return records;
  }
}

function isCaseSensitive(field: { caseSensitive: boolean; type: string }): boolean {
  return field.caseSensitive || field.type === 'reference';
}
