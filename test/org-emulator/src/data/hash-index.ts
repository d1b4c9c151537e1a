import type { FieldValue } from '../schema/field.ts';

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
    const ids = this.#ids.get(key) ?? new Set();
    this.#ids.set(key, ids.add(id));
  }

  remove(value: FieldValue, id: string): void {
    if (value === null) return;
    const key = this.#key(value);
    const ids = this.#ids.get(key);
    ids?.delete(id);
    if (ids?.size === 0) this.#ids.delete(key);
  }

  find(value: FieldValue): string[] {
    return value === null ? [] : [...(this.#ids.get(this.#key(value)) ?? [])];
  }

  #key(value: string | number | boolean): string {
    return this.#caseSensitive ? String(value) : String(value).toLowerCase();
  }
}
