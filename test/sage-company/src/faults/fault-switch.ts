import { closeSync, openSync, writeSync } from 'node:fs';
import { Refusal } from '../refusal.ts';

/** How the company answers its readers. */
export type FaultMode =
  | { readonly mode: 'normal' }
  /** Every statement and every new connection is refused: the table is not accessible. */
  | { readonly mode: 'stopped' }
  /** Every statement takes that much longer; a cancel ends the wait. */
  | { readonly mode: 'slow'; readonly milliseconds: number }
  /** Statements and new connections never return, and take no notice of a cancel, until the mode changes. */
  | { readonly mode: 'hang' };

/** MODE_FILE_SIZE in sage-odbc-driver.c: the driver reads exactly this many bytes. */
const FILE_SIZE = 32;
const LONGEST_MS = 600_000;

/** The file beside the driver that tells it what to do with the next statement of every connection. */
export class FaultSwitch {
  readonly #descriptor: number;
  #current: FaultMode = { mode: 'normal' };

  constructor(file: string) {
    // Opened once and written in place: readers keep the file open and must see every change.
    this.#descriptor = openSync(file, 'w');
    this.set(this.#current);
  }

  get current(): FaultMode {
    return this.#current;
  }

  /** Takes effect on the next statement of every connection, and on those that are being held back. */
  set(mode: FaultMode): void {
    if (mode.mode === 'slow') checkDelay(mode.milliseconds);
    const line = mode.mode === 'slow' ? `slow ${mode.milliseconds}` : mode.mode;
    writeSync(this.#descriptor, `${line.padEnd(FILE_SIZE - 1)}\n`, 0);
    this.#current = mode;
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}

/** Throws a `Refusal` unless it is a whole number of milliseconds up to ten minutes. */
export function checkDelay(milliseconds: number): void {
  if (!Number.isInteger(milliseconds) || milliseconds < 1 || milliseconds > LONGEST_MS)
    throw new Refusal(`slow takes whole milliseconds from 1 to ${LONGEST_MS}, not "${milliseconds}"`);
}
