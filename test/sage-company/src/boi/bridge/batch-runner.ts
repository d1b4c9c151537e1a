import type {
  BatchDone,
  BatchFault,
  StepResult
} from '../../../../../callout-service/src/sage/boi/protocol.ts';
import { ComFault, HRESULT } from '../com/com-fault.ts';
import { isComObject } from '../com/com-object.ts';
import type { ByReference, ComArgument, ComObject, ComValue } from '../com/com-object.ts';
import { stepSchema } from './batch-schema.ts';
import type { CheckedBatch, CheckedStep } from './batch-schema.ts';

/** Creates the objects that clients may ask for, and lets faults act before each member call. */
export interface ComServer {
  create(progId: string): ComObject;
  beforeCall(member: string): Promise<void>;
}

/** A step that cannot be run as it is written. */
class BadRequest extends Error {
  override readonly name = 'BadRequest';
}

type CallStep = Extract<CheckedStep, { op: 'call' }>;

/** Runs batches against COM objects and keeps the objects that they name. */
export class BatchRunner {
  readonly #server: ComServer;
  readonly #objects = new Map<string, ComObject>();
  /** The batch and step under way, for heartbeats. */
  busy: { id: number; step: number } | null = null;

  constructor(server: ComServer) {
    this.#server = server;
  }

  async run(batch: CheckedBatch): Promise<BatchDone | BatchFault> {
    const results: StepResult[] = [];
    try {
      for (const [step, written] of batch.steps.entries()) {
        this.busy = { id: batch.id, step };
        const { result, goOn } = await this.#runStep(written);
        results.push(result);
        if (!goOn) return { type: 'done', id: batch.id, results, stopped: true };
      }
      return { type: 'done', id: batch.id, results, stopped: false };
    } catch (fault) {
      return {
        type: 'fault',
        id: batch.id,
        results,
        fault: { step: results.length, ...describeFault(fault) }
      };
    } finally {
      this.busy = null;
    }
  }

  async #runStep(written: unknown): Promise<{ result: StepResult; goOn: boolean }> {
    const checked = stepSchema.safeParse(written);
    if (!checked.success) throw new BadRequest('the step is malformed');
    const step = checked.data;
    switch (step.op) {
      case 'create':
        this.#objects.set(step.as, this.#server.create(step.progId));
        return { result: {}, goOn: true };
      case 'release':
        this.#objects.delete(step.handle);
        return { result: {}, goOn: true };
      case 'get':
        return { result: this.#named(step.as, this.#object(step.on).get(step.member)), goOn: true };
      case 'call':
        return this.#call(step);
    }
  }

  async #call(step: CallStep): Promise<{ result: StepResult; goOn: boolean }> {
    const target = this.#object(step.on);
    const args = (step.args ?? []).map((argument) => this.#argument(argument));
    await this.#server.beforeCall(step.member);
    const answer = target.call(step.member, args);
    const out = args.filter((argument) => isByReference(argument)).map((argument) => argument.value);
    const given = { ...this.#named(step.as, answer), ...(out.length > 0 && { out }) };
    const { expect } = step;
    if (expect === undefined) return { result: given, goOn: true };
    const goOn = typeof answer === 'number' && expect.goOn.includes(answer);
    const isQuiet = typeof answer === 'number' && expect.quiet.includes(answer);
    if (isQuiet) return { result: given, goOn };
    return { result: { ...given, message: String(target.get(expect.message)) }, goOn };
  }

  #named(as: string | undefined, answer: ComValue | ComObject): StepResult {
    if (as === undefined) return { value: isComObject(answer) ? null : answer };
    if (!isComObject(answer)) throw new BadRequest(`${as} was to name an object, but none was given back`);
    this.#objects.set(as, answer);
    return {};
  }

  #argument(argument: NonNullable<CallStep['args']>[number]): ComArgument {
    if (typeof argument !== 'object' || argument === null) return argument;
    if ('handle' in argument) return this.#object(argument.handle);
    return { value: argument.out === 'string' ? '' : 0 };
  }

  #object(handle: string): ComObject {
    const object = this.#objects.get(handle);
    if (object === undefined) throw new BadRequest(`there is no object ${handle}`);
    return object;
  }
}

function isByReference(argument: ComArgument): argument is ByReference {
  return typeof argument === 'object' && argument !== null && !isComObject(argument);
}

function describeFault(fault: unknown): Pick<BatchFault['fault'], 'kind' | 'code' | 'message'> {
  if (fault instanceof BadRequest) return { kind: 'request', code: '', message: fault.message };
  if (fault instanceof ComFault) return { kind: 'com', code: fault.code, message: fault.message };
  const message = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
  return { kind: 'com', code: HRESULT.exception, message };
}
