/** A moment by which something is to be done; either it is met, or missed and acted upon, never both. */
export class Deadline {
  readonly #timer: NodeJS.Timeout;
  #missed = false;

  constructor(withinMs: number, onMissed: () => void) {
    this.#timer = setTimeout(() => {
      this.#missed = true;
      onMissed();
    }, withinMs);
  }

  get isMissed(): boolean {
    return this.#missed;
  }

  /** To be called when the work is done. False when that was too late. */
  meet(): boolean {
    clearTimeout(this.#timer);
    return !this.#missed;
  }
}
