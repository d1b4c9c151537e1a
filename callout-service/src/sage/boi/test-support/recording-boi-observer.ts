import { EventEmitter, once } from 'node:events';
import type { BoiObserver, BridgeEnd, OperationEvent, QueueEvent, SessionEnd } from '../observer.ts';

/** Keeps what writing reports, and lets a test wait for it. */
export class RecordingBoiObserver implements BoiObserver {
  readonly bridges: (number | undefined)[] = [];
  readonly bridgeEnds: BridgeEnd[] = [];
  readonly sessionEnds: SessionEnd[] = [];
  readonly operations: OperationEvent[] = [];
  readonly queue: QueueEvent[] = [];
  sessions = 0;
  readonly #changes = new EventEmitter();

  operationEnded(event: OperationEvent): void {
    this.operations.push(event);
    this.#changes.emit('change');
  }

  queueChanged(event: QueueEvent): void {
    this.queue.push(event);
    this.#changes.emit('change');
  }

  bridgeStarted({ pid }: { readonly pid: number | undefined }): void {
    this.bridges.push(pid);
    this.#changes.emit('change');
  }

  bridgeEnded({ end }: { readonly end: BridgeEnd }): void {
    this.bridgeEnds.push(end);
    this.#changes.emit('change');
  }

  sessionOpened(): void {
    this.sessions += 1;
    this.#changes.emit('change');
  }

  sessionEnded({ end }: { readonly end: SessionEnd }): void {
    this.sessionEnds.push(end);
    this.#changes.emit('change');
  }

  /** The bridge that runs now. */
  get pid(): number {
    const pid = this.bridges.at(-1);
    if (pid === undefined) throw new Error('no bridge was started');
    return pid;
  }

  async until(condition: (observer: this) => boolean): Promise<void> {
    while (!condition(this)) await once(this.#changes, 'change');
  }
}
