import type { BoiObserver, OperationEvent, QueueEvent } from '../../callout-service/src/sage/boi/observer.ts';

/** Of so many sessions one is killed while it is being opened; the rest while an order is written. */
const KILLED_WHILE_OPENING = 0.03;
const OPENING_MS = 250;
const MOST_ORDERS_BEFORE = 3;
/** About as long as an order takes, and a little longer. */
const WRITING_MS = 60;
/** Of so many sessions one dies between its commit and its answer, which a timer would hardly ever hit. */
const DIES_AFTER_COMMIT = 0.15;

/** Kills the bridge process at random points with SIGKILL, and notes what became of the order under way. */
export class BridgeKiller implements BoiObserver {
  readonly #random: () => number;
  readonly #wanted: number;
  readonly #dieAfterCommit: () => Promise<unknown>;
  #diesByItself = false;
  #pid: number | undefined;
  #ordersBefore = 0;
  #timer: NodeJS.Timeout | undefined;
  #judging = false;
  #stopped = false;
  kills = 0;
  /**
   * By what the queue was answered: before the write the bridge had not been given it; during the write its answer was
   * lost; after the write the answer was there already. Opening: no session was open.
   */
  readonly points = { opening: 0, beforeWrite: 0, duringWrite: 0, afterWrite: 0 };

  /** `dieAfterCommit` has the bridge kill itself with SIGKILL once its next write is committed. */
  constructor(random: () => number, wanted: number, dieAfterCommit: () => Promise<unknown>) {
    this.#random = random;
    this.#wanted = wanted;
    this.#dieAfterCommit = dieAfterCommit;
  }

  get isAtWork(): boolean {
    return !this.#stopped && this.kills < this.#wanted;
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  bridgeStarted({ pid }: { readonly pid: number | undefined }): void {
    this.#pid = pid;
    this.#ordersBefore = Number.POSITIVE_INFINITY;
    if (this.#random() < KILLED_WHILE_OPENING) this.#killAfter(this.#random() * OPENING_MS);
  }

  bridgeEnded(): void {
    clearTimeout(this.#timer);
    if (this.#diesByItself && this.#pid !== undefined) this.#count();
    this.#diesByItself = false;
    this.#pid = undefined;
  }

  sessionOpened(): void {
    clearTimeout(this.#timer);
    this.#ordersBefore = Math.floor(this.#random() * MOST_ORDERS_BEFORE);
    if (this.isAtWork && this.#random() < DIES_AFTER_COMMIT) {
      this.#diesByItself = true;
      void this.#dieAfterCommit();
    } else this.#aim();
  }

  queueChanged({ running }: QueueEvent): void {
    if (running) this.#aim();
  }

  operationEnded({ code }: OperationEvent): void {
    this.#ordersBefore -= 1;
    if (!this.#judging) return;
    this.#judging = false;
    if (code === undefined) this.points.afterWrite += 1;
    else if (code === 'LB512') this.points.duringWrite += 1;
    else this.points.beforeWrite += 1;
  }

  #aim(): void {
    if (!this.#diesByItself && this.#ordersBefore <= 0) this.#killAfter(this.#random() * WRITING_MS);
  }

  #killAfter(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#kill(), milliseconds);
  }

  #kill(): void {
    if (!this.isAtWork || this.#pid === undefined) return;
    process.kill(this.#pid, 'SIGKILL');
    this.#pid = undefined;
    this.#count();
  }

  #count(): void {
    this.kills += 1;
    if (this.#ordersBefore === Number.POSITIVE_INFINITY) this.points.opening += 1;
    else this.#judging = true;
    // Until the next session is open there is no order to aim at.
    this.#ordersBefore = Number.POSITIVE_INFINITY;
  }
}
