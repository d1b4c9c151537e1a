import { StringDecoder } from 'node:string_decoder';

// No answer comes near: a batch reads a few hundred short values. More without a line's end is no message.
const LONGEST_LINE_CHARACTERS = 8 * 1024 * 1024;

/** Cuts a stream of bytes into lines of UTF-8, which may end in CR LF as Windows writes them. */
export class JsonLines {
  readonly #decoder = new StringDecoder('utf8');
  readonly #onLine: (line: string) => void;
  readonly #onTooLong: () => void;
  #rest = '';

  constructor(onLine: (line: string) => void, onTooLong: () => void) {
    this.#onLine = onLine;
    this.#onTooLong = onTooLong;
  }

  push(chunk: Buffer): void {
    const lines = (this.#rest + this.#decoder.write(chunk)).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) {
      const text = line.trim();
      if (text !== '') this.#onLine(text);
    }
    if (this.#rest.length > LONGEST_LINE_CHARACTERS) this.#onTooLong();
  }
}
