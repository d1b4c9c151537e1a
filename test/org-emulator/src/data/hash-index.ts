import type { FieldValue } from '../schema/field.ts';

const none: readonly string[] = [];

/** Finds the ids of records by a field's value. Null is not indexed: Salesforce's unique fields allow many. */
export class HashIndex {
  readonly #caseSensitive: boolean;
  /** Most values belong to one record only, which needs no set. */
  readonly #ids = new Map<string, Set<string> | string>();

  constructor(caseSensitive: boolean) {
    this.#caseSensitive = caseSensitive;
  }

  add(value: FieldValue, id: string): void {
    if (value === null) return;
    const key = this.#key(value);
    const ids = this.#ids.get(key);
    if (ids === undefined) this.#ids.set(key, id);
    else if (typeof ids !== 'string') ids.add(id);
    else if (ids !== id) this.#ids.set(key, new Set([ids, id]));
  }

  remove(value: FieldValue, id: string): void {
    if (value === null) return;
    const key = this.#key(value);
    const ids = this.#ids.get(key);
    if (ids === id) this.#ids.delete(key);
    if (typeof ids !== 'object') return;
    ids.delete(id);
    if (ids.size === 0) this.#ids.delete(key);
  }

  /** Ids of the records with the value, in the order in which they got it. */
  find(value: FieldValue): Iterable<string> {
    const ids = value === null ? undefined : this.#ids.get(this.#key(value));
    return typeof ids === 'string' ? [ids] : (ids ?? none);
  }

  #key(value: string | number | boolean): string {
    return this.#caseSensitive ? String(value) : String(value).toLowerCase();
  }
}
