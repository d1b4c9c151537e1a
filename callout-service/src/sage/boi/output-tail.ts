const TAIL_CHARACTERS = 2_000;

/** The last of what a process wrote for people. */
export class OutputTail {
  #text = '';

  push(chunk: Buffer): void {
    this.#text = (this.#text + chunk.toString()).slice(-TAIL_CHARACTERS);
  }

  get text(): string {
    return this.#text;
  }
}
