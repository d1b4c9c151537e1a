import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type {
  BatchDone,
  BatchFault,
  CallArgument,
  FromBridge,
  Heartbeat,
  Ready,
  Step,
  StepResult
} from '../../../../callout-service/src/sage/boi/protocol.ts';
import type { BoiAccess } from './boi-access.ts';

/** What a test knows of a bridge process that it has started. */
export class TestBridge {
  readonly #process: ChildProcess;
  readonly #exit: Promise<undefined>;
  readonly #waiting = new Map<number, (answer: BatchDone | BatchFault) => void>();
  readonly heartbeats: Heartbeat[] = [];
  ready: Ready | undefined;
  #lastId = 0;

  constructor(command: string, args: readonly string[]) {
    this.#process = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    this.#exit = once(this.#process, 'exit').then(() => undefined);
    const { stdout } = this.#process;
    if (stdout !== null) createInterface({ input: stdout }).on('line', (line) => this.#receive(line));
    // A killed process cannot be written to; the test waits for its end instead.
    this.#process.stdin?.on('error', () => undefined);
  }

  get pid(): number {
    return this.#process.pid ?? 0;
  }

  /** Runs a batch. Resolves to undefined when the process ends before it answers. */
  async run(steps: readonly unknown[]): Promise<BatchDone | BatchFault | undefined> {
    const id = (this.#lastId += 1);
    const answered = new Promise<BatchDone | BatchFault>((resolve) => this.#waiting.set(id, resolve));
    this.write(JSON.stringify({ type: 'batch', id, steps }));
    return Promise.race([answered, this.ended()]);
  }

  /** Runs a batch that must not fail in COM, and gives its results. */
  async results(steps: readonly Step[]): Promise<readonly StepResult[]> {
    const answer = await this.run(steps);
    if (answer?.type === 'done' && !answer.stopped) return answer.results;
    throw new Error(`the batch failed: ${JSON.stringify(answer)}`);
  }

  write(line: string): void {
    this.#process.stdin?.write(`${line}\n`);
  }

  ended(): Promise<undefined> {
    return this.#exit;
  }

  async end(): Promise<void> {
    this.write(JSON.stringify({ type: 'end' }));
    await this.ended();
  }

  async kill(): Promise<void> {
    this.#process.kill('SIGKILL');
    await this.ended();
  }

  #receive(line: string): void {
    const message: FromBridge = JSON.parse(line) as FromBridge;
    if (message.type === 'ready') this.ready = message;
    else if (message.type === 'heartbeat') this.heartbeats.push(message);
    else this.#waiting.get(message.id)?.(message);
  }
}

export function startBridge(access: BoiAccess): TestBridge {
  return new TestBridge(access.command, access.args);
}

/** A call whose message is read whatever it gives, and after which the batch goes on. */
export function call(on: string, member: string, ...args: readonly CallArgument[]): Step {
  const expect = { goOn: [0, 1, -1, 2], quiet: [1, 2], message: 'sLastErrorMsg' };
  return { op: 'call', on, member, args, ...(/^n[A-Z]/.test(member) && { expect }) };
}

export function out(kind: 'string' | 'number'): CallArgument {
  return { out: kind };
}

/** Logs on and opens a business object as `as`. The task's number is the one that nLookupTask gives. */
export function openSteps(
  access: BoiAccess,
  object: string,
  [task, taskNumber]: readonly [string, number],
  module: string,
  as = 'object'
): Step[] {
  const [pvx, session] = [`pvx of ${as}`, `session of ${as}`];
  return [
    { op: 'create', progId: 'ProvideX.Script', as: pvx },
    { op: 'call', on: pvx, member: 'Init', args: [access.homeDirectory] },
    { op: 'call', on: pvx, member: 'NewObject', args: ['SY_Session'], as: session },
    call(session, 'nSetUser', access.user, access.password),
    call(session, 'nSetCompany', access.companyCode),
    call(session, 'nSetDate', module, '20260131'),
    call(session, 'nSetModule', module),
    { op: 'call', on: session, member: 'nLookupTask', args: [task] },
    call(session, 'nSetProgram', taskNumber),
    { op: 'call', on: pvx, member: 'NewObject', args: [object, { handle: session }], as }
  ];
}
