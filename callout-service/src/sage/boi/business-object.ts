import type { Plan } from './planned-step.ts';
import { BoiLines } from './lines.ts';
import { BoiRecord } from './record.ts';

/** A business object that is open in the session of an operation, and dropped when the operation ends. */
export class BusinessObject extends BoiRecord {
  readonly #plan: Plan;
  readonly #object: string;

  constructor(plan: Plan, handle: string, object: string) {
    super(plan, handle, object);
    this.#plan = plan;
    this.#object = object;
  }

  /** nWrite: the record and its lines are written. */
  write(): void {
    this.call('nWrite', [], { commits: true });
  }

  /** nDelete of the record whose key is set. */
  delete(): void {
    this.call('nDelete', [], { commits: true });
  }

  /** nClear: abandons the record and what was set in it, and frees its lock. */
  clear(): void {
    this.call('nClear', []);
  }

  /** The lines of the record, by its property oLines. */
  lines(): BoiLines {
    const handle = this.#plan.newHandle('lines');
    this.#plan.add({
      step: { op: 'get', on: this.handle, member: 'oLines', as: handle },
      place: { object: this.#object, member: 'oLines' },
      commits: false,
      take: () => undefined
    });
    return new BoiLines(this.#plan, handle, `${this.#object} line`);
  }
}
