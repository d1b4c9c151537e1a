import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { JsonLines } from './json-lines.ts';
import { isAnswerTo, readMessage } from './messages.ts';
import type { BridgeEnd } from './observer.ts';
import type { BoiOptions } from './options.ts';
import { OutputTail } from './output-tail.ts';
import {
  BRIDGE_PROTOCOL_VERSION,
  type BatchDone,
  type BatchFault,
  type FromBridge,
  type Heartbeat,
  type Ready,
  type Step,
  type ToBridge
} from './protocol.ts';
import { startBridge, startError } from './start-bridge.ts';

/** What became of a batch. `lost`: it was sent, and the bridge ended without an answer; how far it came is unknown. */
export type BatchOutcome =
  | { readonly type: 'answered'; readonly answer: BatchDone | BatchFault }
  | { readonly type: 'never-sent' }
  | { readonly type: 'lost'; readonly end: BridgeEnd };

interface RunningBatch {
  readonly id: number;
  readonly steps: readonly Step[];
  readonly deadline: NodeJS.Timeout;
  readonly watch: NodeJS.Timeout;
  readonly settle: (outcome: BatchOutcome) => void;
}

// Silence is counted in parts, so that a standstill of this process itself counts as one part and not as silence.
const PARTS_OF_SILENCE = 4;
// After a process is gone, what it wrote is still read; something that it started may hold its output open for ever.
const LAST_OUTPUT_WITHIN_MS = 1_000;
// A killed process that does not go is in the hands of the operating system; nothing waits for it.
const GONE_WITHIN_MS = 5_000;

/** One bridge process from start to end. It runs one batch at a time. */
export class BridgeProcess {
  readonly #options: BoiOptions;
  readonly #mask: (text: string) => string;
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #ready = Promise.withResolvers<Ready>();
  readonly #gone = Promise.withResolvers<undefined>();
  readonly #stderr = new OutputTail();
  readonly #startTimer: NodeJS.Timeout;
  #isReady = false;
  #isGone = false;
  #end: BridgeEnd | undefined;
  #nextId = 1;
  #running: RunningBatch | undefined;
  #silentParts = 0;
  #lastHeartbeat: Heartbeat | undefined;

  /** Throws LB513 when the process cannot even be tried. */
  constructor(options: BoiOptions, mask: (text: string) => string) {
    this.#options = options;
    this.#mask = mask;
    this.#child = startBridge(options);
    // Who opens a session waits for it; a rejection before that must not count as unhandled.
    this.#ready.promise.catch(() => undefined);
    this.#listen(this.#child);
    this.#startTimer = setTimeout(() => this.#kill('overdue'), options.startTimeoutMs);
    options.observer?.bridgeStarted?.({ pid: this.#child.pid });
  }

  /** The first message. Rejects with LB513 when none comes in time, LB524 when the bridge is of another version. */
  get ready(): Promise<Ready> {
    return this.#ready.promise;
  }

  /** Whether it would take a batch. */
  get isUsable(): boolean {
    return this.#isReady && this.#end === undefined && this.#child.stdin.writable;
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** Runs a batch. Past `timeoutMs` the process is killed. To be called only when no other batch runs. */
  run(steps: readonly Step[], timeoutMs: number): Promise<BatchOutcome> {
    if (!this.isUsable || timeoutMs <= 0) return Promise.resolve({ type: 'never-sent' });
    if (this.#running !== undefined) throw new Error('a bridge runs one batch at a time');
    const id = this.#nextId++;
    const { promise, resolve } = Promise.withResolvers<BatchOutcome>();
    const part = this.#options.silenceTimeoutMs / PARTS_OF_SILENCE;
    this.#silentParts = 0;
    this.#running = {
      id,
      steps,
      deadline: setTimeout(() => this.#kill('overdue'), timeoutMs),
      watch: setInterval(() => this.#watch(), part),
      settle: resolve
    };
    this.#send({ type: 'batch', id, steps });
    return promise;
  }

  /** Lets the process end by itself, and kills it when that takes longer than the grace. */
  async close(): Promise<void> {
    this.#end ??= 'closed';
    this.#send({ type: 'end' });
    this.#child.stdin.end();
    const timer = setTimeout(() => this.#kill('closed'), this.#options.closeGraceMs);
    await this.#gone.promise;
    clearTimeout(timer);
  }

  /** Ends the process at once, when its state cannot be trusted. */
  async abandon(): Promise<void> {
    this.#kill('closed');
    await this.#gone.promise;
  }

  #listen(child: ChildProcessWithoutNullStreams): void {
    const lines = new JsonLines(
      (line) => this.#receive(line),
      () => this.#kill('broken')
    );
    child.stdout.on('data', (chunk: Buffer) => lines.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => this.#stderr.push(chunk));
    // A failed spawn or write is followed by `close`, which is where it is dealt with.
    child.on('error', (error) => this.#stderr.push(Buffer.from(String(error))));
    child.stdin.on('error', () => undefined);
    child.once('exit', () => setTimeout(() => this.#onGone(), LAST_OUTPUT_WITHIN_MS).unref());
    child.once('close', () => this.#onGone());
  }

  #receive(line: string): void {
    const message = readMessage(line);
    this.#silentParts = 0;
    if (message === undefined || this.#isReady === (message.type === 'ready')) this.#kill('broken');
    else this.#take(message);
  }

  #take(message: FromBridge): void {
    switch (message.type) {
      case 'ready': {
        this.#onReady(message);
        return;
      }
      case 'heartbeat': {
        this.#lastHeartbeat = message;
        return;
      }
      case 'done':
      case 'fault':
        this.#onAnswer(message);
    }
  }

  #onReady(message: Ready): void {
    clearTimeout(this.#startTimer);
    if (message.protocol !== BRIDGE_PROTOCOL_VERSION) {
      this.#kill('unfit');
      return;
    }
    this.#isReady = true;
    this.#ready.resolve(message);
  }

  /** An answer counts also when the process is being killed already: what it says has happened. */
  #onAnswer(answer: BatchDone | BatchFault): void {
    if (answer.id !== this.#running?.id || !isAnswerTo(this.#running.steps, answer)) this.#kill('broken');
    else this.#settle({ type: 'answered', answer });
  }

  #settle(outcome: BatchOutcome): void {
    clearTimeout(this.#running?.deadline);
    clearInterval(this.#running?.watch);
    const settle = this.#running?.settle;
    this.#running = undefined;
    settle?.(outcome);
  }

  #watch(): void {
    this.#silentParts += 1;
    if (this.#silentParts >= PARTS_OF_SILENCE) this.#kill('silent');
  }

  #kill(end: BridgeEnd): void {
    this.#end ??= end;
    clearTimeout(this.#startTimer);
    this.#child.kill('SIGKILL');
    setTimeout(() => this.#onGone(), GONE_WITHIN_MS).unref();
  }

  #onGone(): void {
    if (this.#isGone) return;
    this.#isGone = true;
    const end = (this.#end ??= 'crashed');
    clearTimeout(this.#startTimer);
    this.#child.stdin.destroy();
    this.#child.stdout.destroy();
    this.#child.stderr.destroy();
    this.#report(end);
    this.#ready.reject(startError(end));
    this.#settle({ type: 'lost', end });
    this.#gone.resolve(undefined);
  }

  #report(end: BridgeEnd): void {
    const { pid } = this.#child;
    this.#options.observer?.bridgeEnded?.({ pid, end });
    if (end === 'closed') {
      this.#options.logger?.info({ pid }, 'the bridge to Sage was closed');
      return;
    }
    const stderr = this.#mask(this.#stderr.text);
    this.#options.logger?.warn({ pid, end, stderr, ...this.#whereItStood() }, 'the bridge to Sage ended');
  }

  /** The member that ran at the last sign of life: says what hung, and proves nothing about what came later. */
  #whereItStood(): { readonly member?: string } {
    const busy = this.#lastHeartbeat?.busy;
    if (busy === undefined || busy === null || busy.id !== this.#running?.id) return {};
    const step = this.#running.steps[busy.step];
    return step !== undefined && 'member' in step ? { member: step.member } : {};
  }

  #send(message: ToBridge): void {
    if (this.#child.stdin.writable) this.#child.stdin.write(`${JSON.stringify(message)}\n`);
  }
}
