import type { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import { asLedgerBridgeError } from '../../errors/as-ledger-bridge-error.ts';
import { notWrittenError, unknownError } from './batch-errors.ts';
import type { BoiWork } from './boi-work.ts';
import type { BusinessObjectKind } from './business-object-kinds.ts';
import { BusinessObject } from './business-object.ts';
import type { Judgement } from './judge-batch.ts';
import { SCRIPT, SESSION } from './login-steps.ts';
import type { Plan, PlannedStep } from './planned-step.ts';
import type { Handle, Step } from './protocol.ts';
import type { BoiSession } from './session.ts';

/** The work of one operation in a session, within its time. */
export class SessionWork implements BoiWork, Plan {
  readonly #session: BoiSession;
  readonly #subject: string | undefined;
  readonly #endsAt: number;
  readonly #overdue = Promise.withResolvers<never>();
  readonly #timer: NodeJS.Timeout;
  readonly #warnings = new Set<string>();
  /** Objects to be given back, in the order in which they were opened. */
  readonly #open: { readonly handle: Handle; readonly drop: boolean }[] = [];
  #planned: PlannedStep[] = [];
  #committed = false;
  #underWay: Promise<unknown> | undefined;
  #over: LedgerBridgeError | undefined;
  #batches = 0;

  constructor(session: BoiSession, timeoutMs: number, subject: string | undefined) {
    this.#session = session;
    this.#subject = subject;
    this.#endsAt = performance.now() + timeoutMs;
    this.#timer = setTimeout(() => this.#onOverdue(), timeoutMs);
    this.#overdue.promise.catch(() => undefined);
  }

  get warnings(): readonly string[] {
    return [...this.#warnings];
  }

  /** Round trips so far. */
  get batches(): number {
    return this.#batches;
  }

  /** Rejects when the time is over and no batch is under way whose own end would tell. */
  get overdue(): Promise<never> {
    return this.#overdue.promise;
  }

  add(step: PlannedStep): void {
    this.#planned.push(step);
    const { step: sent } = step;
    if (sent.op === 'get' && sent.as !== undefined) this.#rememberOnceDone(step, sent.as, false);
  }

  newHandle(name: string): Handle {
    return this.#session.newHandle(name);
  }

  async open(kind: BusinessObjectKind): Promise<BusinessObject> {
    const lookUp = this.#session.lookUpSteps(kind);
    if (lookUp.length > 0) {
      this.#planned.push(...lookUp);
      await this.send();
    }
    this.#planned.push(...this.#session.enterSteps(kind));
    const handle = this.newHandle(kind.object);
    this.#planned.push(newObject(kind.object, handle, () => this.#open.push({ handle, drop: true })));
    return new BusinessObject(this, handle, kind.object);
  }

  async send(): Promise<void> {
    const steps = this.#planned;
    this.#planned = [];
    if (this.#over !== undefined) throw this.#over;
    if (steps.length === 0) return;
    if (this.#underWay !== undefined) throw new Error('an operation sends one batch at a time');
    const error = this.#take(await this.#run(steps));
    if (error !== undefined) throw error;
  }

  /** Throws when steps were planned and never sent, which is a mistake in the operation. */
  assertAllSent(): void {
    if (this.#planned.length > 0) throw new Error('steps of an operation were planned and not sent');
  }

  /** Gives every object back. Never rejects: what goes wrong here makes the session unsound, and nothing else. */
  async end(timeoutMs: number): Promise<void> {
    clearTimeout(this.#timer);
    this.#over ??= this.#lateError();
    this.#planned = [];
    // An operation can fail while a batch of it is under way, as when it waits for two things at once.
    await this.#underWay;
    if (!this.#session.isSound || this.#open.length === 0) return;
    const steps = this.#open.toReversed().flatMap(({ handle, drop }) => giveBack(handle, drop));
    await this.#session.run(steps, { timeoutMs, committedBefore: this.#committed });
  }

  async #run(steps: readonly PlannedStep[]): Promise<Judgement> {
    this.#batches += 1;
    const run = this.#session.run(steps, {
      timeoutMs: this.#endsAt - performance.now(),
      committedBefore: this.#committed,
      ...(this.#subject === undefined ? {} : { subject: this.#subject })
    });
    this.#underWay = run;
    const judgement = await run;
    this.#underWay = undefined;
    // The operation hears of this batch first.
    if (performance.now() >= this.#endsAt) setImmediate(() => this.#onOverdue());
    return judgement;
  }

  #take(judgement: Judgement): LedgerBridgeError | undefined {
    this.#committed ||= judgement.committed;
    for (const warning of judgement.warnings) this.#warnings.add(warning);
    const error = this.#takeResults(judgement.done) ?? judgement.error;
    if (!judgement.sessionIsSound) this.#over = error;
    return error;
  }

  /** Fills the slots. An answer that does not fit is unknown, like a lost one, where something was written. */
  #takeResults(done: Judgement['done']): LedgerBridgeError | undefined {
    try {
      for (const { planned, result } of done) planned.take(result);
      return undefined;
    } catch (thrown) {
      return this.#committed ? unknownError('fault', this.#setting(), thrown) : asLedgerBridgeError(thrown);
    }
  }

  #rememberOnceDone(step: PlannedStep, handle: Handle, drop: boolean): void {
    const index = this.#planned.indexOf(step);
    const take: PlannedStep['take'] = (result) => {
      this.#open.push({ handle, drop });
      step.take(result);
    };
    this.#planned[index] = { ...step, take };
  }

  #onOverdue(): void {
    if (this.#underWay === undefined) this.#overdue.reject((this.#over ??= this.#lateError()));
  }

  #lateError(): LedgerBridgeError {
    return this.#committed ? unknownError('late', this.#setting()) : notWrittenError('late', this.#setting());
  }

  #setting() {
    const mask = (text: string): string => text;
    return { mask, ...(this.#subject === undefined ? {} : { subject: this.#subject }) };
  }
}

function newObject(object: string, handle: Handle, take: () => void): PlannedStep {
  const args = [object, { handle: SESSION }];
  return {
    step: { op: 'call', on: SCRIPT, member: 'NewObject', args, as: handle },
    place: { object, member: 'NewObject' },
    commits: false,
    take
  };
}

function giveBack(handle: Handle, drop: boolean): PlannedStep[] {
  const steps: Step[] = [{ op: 'release', handle }];
  if (drop) steps.unshift({ op: 'call', on: handle, member: 'DropObject' });
  const place = { object: handle, member: 'DropObject' };
  return steps.map((step) => ({ step, place, commits: false, take: () => undefined }));
}
