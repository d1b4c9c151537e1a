import { EventEmitter, once } from 'node:events';
import type { LoadEvent, OdbcObserver, ReadEvent, ReaderProcessEnd } from '../odbc/observer.ts';

/** Keeps what a reader reports, and lets a test wait for it. */
export class RecordingObserver implements OdbcObserver {
  readonly started: (number | undefined)[] = [];
  readonly ended: ReaderProcessEnd[] = [];
  readonly reads: ReadEvent[] = [];
  readonly loads: LoadEvent[] = [];
  readonly #changes = new EventEmitter();

  /** The process that reads now. */
  get pid(): number {
    const pid = this.started.at(-1);
    if (pid === undefined) throw new Error('no reader process was started');
    return pid;
  }

  readEnded(event: ReadEvent): void {
    this.reads.push(event);
    this.#changes.emit('change');
  }

  loadChanged(event: LoadEvent): void {
    this.loads.push(event);
    this.#changes.emit('change');
  }

  readerStarted(event: { readonly pid: number | undefined }): void {
    this.started.push(event.pid);
    this.#changes.emit('change');
  }

  readerEnded(event: { readonly end: ReaderProcessEnd }): void {
    this.ended.push(event.end);
    this.#changes.emit('change');
  }

  async until(condition: (observer: this) => boolean): Promise<void> {
    while (!condition(this)) await once(this.#changes, 'change');
  }
}
