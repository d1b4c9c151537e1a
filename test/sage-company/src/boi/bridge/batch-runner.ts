import type {
  BatchDone,
  BatchFault,
  StepResult
} from '../../../../../callout-service/src/sage/boi/protocol.ts';
import { ComFault, HRESULT } from '../com/com-fault.ts';
import { isComObject } from '../com/com-object.ts';
import type { ByReference, ComArgument, ComObject, ComValue } from '../com/com-object.ts';
import { stepSchema } from './batch-schema.ts';
import type { Batch, CheckedStep } from './batch-schema.ts';

/** Creates the objects that clients may ask for, and lets faults act before each member call. */
export interface ComServer {
  create(progId: string): ComObject;
  beforeCall(member: string): Promise<void>;
}

/** A step that is malformed or names an object that there is not. */
class BadRequest extends Error {
  override readonly name = 'BadRequest';
}

type CallStep = Extract<CheckedStep, { op: 'call' }>;

interface Outcome {
  readonly result: StepResult;
  readonly goOn: boolean;
}

/** Runs batches against COM objects and keeps the objects that they name. */
export class BatchRunner {
  readonly #server: ComServer;
  readonly #objects = new Map<string, ComObject>();
  /** The batch and step under way, for heartbeats. */
  busy: { id: number; step: number } | null = null;

  constructor(server: ComServer) {
    this.#server = server;
  }

  async run({ id, steps: written }: Batch): Promise<BatchDone | BatchFault> {
    // All shapes before the first step, so that a malformed batch leaves nothing half done.
    const checked = written.map((step) => stepSchema.safeParse(step));
    const malformed = checked.findIndex((step) => !step.success);
    if (malformed !== -1) return fault(id, malformed, [], new BadRequest('The step is malformed.'));
    const steps = checked.flatMap(({ data }) => (data === undefined ? [] : [data]));
    const results: StepResult[] = [];
    try {
      for (const [position, step] of steps.entries()) {
        this.busy = { id, step: position };
        const { result, goOn } = await this.#runStep(step);
        results.push(result);
        if (!goOn) return { type: 'done', id, results, stopped: true };
      }
      return { type: 'done', id, results, stopped: false };
    } catch (cause) {
      return fault(id, results.length, results, cause);
    } finally {
      this.busy = null;
    }
  }

  async #runStep(step: CheckedStep): Promise<Outcome> {
    switch (step.op) {
      case 'create':
        this.#name(step.as, this.#server.create(step.progId));
        return { result: {}, goOn: true };
      case 'release':
        this.#forget(step.handle);
        return { result: {}, goOn: true };
      case 'get':
        return { result: this.#named(step.as, this.#object(step.on).get(step.member)), goOn: true };
      case 'call':
        return this.#call(step);
    }
  }

  async #call(step: CallStep): Promise<Outcome> {
    const target = this.#object(step.on);
    const args = (step.args ?? []).map((argument) => this.#argument(argument));
    await this.#server.beforeCall(step.member);
    const answer = target.call(step.member, args);
    const out = args.filter((argument) => isByReference(argument)).map((argument) => argument.value);
    const given = { ...this.#named(step.as, answer), ...(out.length > 0 && { out }) };
    const { expect } = step;
    if (expect === undefined) return { result: given, goOn: true };
    const isOneOf = (numbers: readonly number[]) => typeof answer === 'number' && numbers.includes(answer);
    const message = isOneOf(expect.quiet) ? {} : { message: textOf(target.get(expect.message)) };
    return { result: { ...given, ...message }, goOn: isOneOf(expect.goOn) };
  }

  #named(as: string | undefined, answer: ComValue | ComObject): StepResult {
    if (as === undefined) {
      if (!isComObject(answer)) return { value: answer };
      throw new ComFault(HRESULT.invalidCast, 'A value of type System.__ComObject cannot be passed on.');
    }
    if (!isComObject(answer)) throw new ComFault(HRESULT.invalidCast, 'What came back is not an object.');
    this.#name(as, answer);
    return {};
  }

  #name(handle: string, object: ComObject): void {
    const before = this.#objects.get(handle);
    this.#objects.set(handle, object);
    if (before !== undefined && before !== object) this.#releaseUnnamed(before);
  }

  #forget(handle: string): void {
    const object = this.#objects.get(handle);
    this.#objects.delete(handle);
    if (object !== undefined) this.#releaseUnnamed(object);
  }

  /** An object that has several names lives until the last of them goes. */
  #releaseUnnamed(object: ComObject): void {
    if (![...this.#objects.values()].includes(object)) object.released();
  }

  #argument(argument: NonNullable<CallStep['args']>[number]): ComArgument {
    if (typeof argument !== 'object' || argument === null) return argument;
    if ('handle' in argument) return this.#object(argument.handle);
    return { value: argument.out === 'string' ? '' : 0 };
  }

  #object(handle: string): ComObject {
    const object = this.#objects.get(handle);
    if (object === undefined) throw new BadRequest(`No object is named ${handle}.`);
    return object;
  }
}

function isByReference(argument: ComArgument): argument is ByReference {
  return typeof argument === 'object' && argument !== null && !isComObject(argument);
}

function textOf(value: ComValue | ComObject): string {
  return isComObject(value) || value === null ? '' : value.toString();
}

function fault(id: number, step: number, results: StepResult[], cause: unknown): BatchFault {
  return { type: 'fault', id, results, fault: { step, ...describe(cause) } };
}

function describe(cause: unknown): Pick<BatchFault['fault'], 'kind' | 'code' | 'message'> {
  if (cause instanceof BadRequest) return { kind: 'request', code: '', message: cause.message };
  if (cause instanceof ComFault) return { kind: 'com', code: cause.code, message: cause.message };
  // A defect of the stand-in itself: shown whole, since nobody would find it otherwise.
  const message = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
  return { kind: 'com', code: HRESULT.exception, message };
}
