import { BoiRecord } from './record.ts';

/**
 * The lines of a document. They are kept in memory by Sage until the header's nWrite, so that their own nWrite changes
 * no file (Sage 100, Business Object Interface: the header is written last).
 */
export class BoiLines extends BoiRecord {
  /** nAddLine: begins a new line. */
  add(): void {
    this.call('nAddLine');
  }

  /** nEditLine: makes the line with this key the current one, to be changed. */
  edit(lineKey: string): void {
    this.call('nEditLine', [lineKey], { value: lineKey });
  }

  /** nMoveFirst; refused when there is no line. */
  moveFirst(): void {
    this.call('nMoveFirst');
  }

  /** nMoveNext; refused behind the last line. */
  moveNext(): void {
    this.call('nMoveNext');
  }

  /** nWrite of the current line. */
  write(): void {
    this.call('nWrite');
  }

  /** nDeleteLine of the current line. */
  deleteLine(): void {
    this.call('nDeleteLine');
  }
}
