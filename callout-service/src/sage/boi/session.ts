import { DateTime } from 'luxon';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import { BridgeProcess } from './bridge-process.ts';
import { judgeBatch, type Judgement } from './judge-batch.ts';
import { loginSteps, SESSION, SCRIPT, sessionCall } from './login-steps.ts';
import type { BusinessObjectKind } from './business-object-kinds.ts';
import type { BoiOptions } from './options.ts';
import type { PlannedStep } from './planned-step.ts';
import type { Handle, Ready } from './protocol.ts';

/** What a batch of an operation runs under. */
export interface BatchSetting {
  readonly timeoutMs: number;
  readonly committedBefore: boolean;
  readonly subject?: string;
}

/** One session of Sage in a bridge process of its own: logged in to the company, with no object open. */
export class BoiSession {
  readonly #options: BoiOptions;
  readonly #bridge: BridgeProcess;
  readonly #mask: (text: string) => string;
  readonly bridge: Ready;
  readonly openedAt = performance.now();
  /** Operations that were begun in it. */
  operations = 0;
  #sound = true;
  #lastHandle = 0;
  readonly #tasks = new Map<string, number>();

  private constructor(
    options: BoiOptions,
    bridge: BridgeProcess,
    ready: Ready,
    mask: (text: string) => string
  ) {
    this.#options = options;
    this.#bridge = bridge;
    this.bridge = ready;
    this.#mask = mask;
  }

  /** Starts a bridge and logs in. Rejects with LB513 to LB515 or LB524; no process is left behind then. */
  static async open(options: BoiOptions, mask: (text: string) => string): Promise<BoiSession> {
    const calledAt = performance.now();
    const bridge = new BridgeProcess(options, mask);
    try {
      const session = new BoiSession(options, bridge, await bridge.ready, mask);
      const { error } = await session.run(loginSteps(options), {
        timeoutMs: options.sessionTimeoutMs,
        committedBefore: false
      });
      if (error !== undefined) throw error;
      options.observer?.sessionOpened?.({ durationMs: performance.now() - calledAt });
      return session;
    } catch (error) {
      await bridge.abandon();
      throw error;
    }
  }

  /** Whether it may take another operation. */
  get isSound(): boolean {
    return this.#sound && this.#bridge.isUsable;
  }

  newHandle(name: string): Handle {
    this.#lastHandle += 1;
    return `${name}${this.#lastHandle}`;
  }

  /** Runs steps and reads what they came to; never rejects. */
  async run(steps: readonly PlannedStep[], setting: BatchSetting): Promise<Judgement> {
    const outcome = await this.#bridge.run(
      steps.map(({ step }) => step),
      setting.timeoutMs
    );
    const { subject } = setting;
    const errors = { mask: this.#mask, ...(subject === undefined ? {} : { subject }) };
    const judgement = judgeBatch(steps, outcome, setting.committedBefore, errors);
    this.#sound &&= judgement.sessionIsSound;
    return judgement;
  }

  /** Steps that look up a task, unless this session knows it already. Sage's ids of tasks do not change. */
  lookUpSteps(kind: BusinessObjectKind): readonly PlannedStep[] {
    if (this.#tasks.has(kind.task)) return [];
    return [
      ...this.#moduleSteps(kind),
      sessionCall('nLookupTask', [kind.task], {
        returnsValue: true,
        take: ({ value }) => {
          if (typeof value === 'number') this.#tasks.set(kind.task, value);
        }
      })
    ];
  }

  /** Steps that enter the task, after its look-up. Throws LB514 when Sage knows no such task. */
  enterSteps(kind: BusinessObjectKind): readonly PlannedStep[] {
    const task = this.#tasks.get(kind.task) ?? 0;
    if (task === 0) {
      this.#tasks.delete(kind.task);
      throw new LedgerBridgeError('LB514', { detail: `Sage has no task ${kind.task} for this user.` });
    }
    return [...this.#moduleSteps(kind), sessionCall('nSetProgram', [task])];
  }

  /** Logs out and lets the bridge end, or ends it at once when the session cannot be trusted. */
  async close(): Promise<void> {
    if (!this.isSound) {
      await this.#bridge.abandon();
      return;
    }
    const steps = [sessionCall('nCleanup', [], { returnsValue: true }), ...releaseSteps()];
    await this.run(steps, { timeoutMs: this.#options.closeGraceMs, committedBefore: false });
    await this.#bridge.close();
  }

  #moduleSteps({ module }: BusinessObjectKind): readonly PlannedStep[] {
    const { moduleDate, timeZone } = this.#options;
    const day = moduleDate?.replaceAll('-', '') ?? DateTime.now().setZone(timeZone).toFormat('yyyyMMdd');
    return [sessionCall('nSetDate', [module, day]), sessionCall('nSetModule', [module])];
  }
}

function releaseSteps(): PlannedStep[] {
  return [
    sessionCall('DropObject', [], { returnsValue: true }),
    ...[SESSION, SCRIPT].map((handle) => ({
      step: { op: 'release', handle } as const,
      place: { object: handle, member: 'release' },
      commits: false,
      take: () => undefined
    }))
  ];
}
