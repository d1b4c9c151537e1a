/** The result of a step that is planned now and sent later: `value` is there once the work was sent. */
export interface Slot<T> {
  readonly value: T;
}

/** A slot, and the way to fill it. */
export class OpenSlot<T> implements Slot<T> {
  #filled: { readonly value: T } | undefined;

  fill(value: T): void {
    this.#filled = { value };
  }

  get value(): T {
    if (this.#filled === undefined)
      throw new Error('The result of a step was asked for before the step was sent.');
    return this.#filled.value;
  }
}
