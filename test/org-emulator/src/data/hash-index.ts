import type { FieldValue } from '../schema/field.ts';

const none: ReadonlySet<string> = new Set();

/** Finds the ids of records by a field's value. Null is not indexed: Salesforce's unique fields allow many. */
export class HashIndex {
  readonly #caseSensitive: boolean;
  readonly #ids = new Map<string, Set<string>>();

  constructor(caseSensitive: boolean) {
    this.#caseSensitive = caseSensitive;
  }

  add(value: FieldValue, id: string): void {
    if (value === null) return;
    const key = this.#key(value);
    const ids = this.#ids.get(key);
    if (ids) ids.add(id);
    else this.#ids.set(key, new Set([id]));
  }

  remove(value: FieldValue, id: string): void {
    if (value === null) return;
    const key = this.#key(value);
    const ids = this.#ids.get(key);
    ids?.delete(id);
    if (ids?.size === 0) this.#ids.delete(key);
  }

  /** Ids of the records with the value, in the order in which they got it. */
  find(value: FieldValue): ReadonlySet<string> {
    return value === null ? none : (this.#ids.get(this.#key(value)) ?? none);
  }

  #key(value: string | number | boolean): string {
    return this.#caseSensitive ? String(value) : String(value).toLowerCase();
  }
}
