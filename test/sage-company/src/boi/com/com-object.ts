import { ComFault, HRESULT } from './com-fault.ts';

/** What late-bound calls take and give besides objects. */
export type ComValue = string | number | null;

/** An argument passed by reference; the call puts its answer there. */
export interface ByReference {
  value: ComValue;
}

export type ComArgument = ComValue | ByReference | ComObject;

/** An object as a late-bound client sees it. Both methods throw a `ComFault`. */
export interface ComObject {
  call(member: string, args: readonly ComArgument[]): ComValue | ComObject;
  get(member: string): ComValue | ComObject;
  /** The last reference to it is gone. */
  released(): void;
}

export function isComObject(value: unknown): value is ComObject {
  return typeof value === 'object' && value !== null && 'call' in value && 'get' in value;
}

/** The arguments of one call, read by position. A missing one is the fault that COM raises for it. */
export class CallArguments {
  readonly #args: readonly ComArgument[];

  constructor(args: readonly ComArgument[]) {
    this.#args = args;
  }

  get count(): number {
    return this.#args.length;
  }

  /** The value at that position, whether it was passed by value or by reference. */
  value(position: number): ComValue {
    const argument = this.#at(position);
    if (isComObject(argument)) throw new ComFault(HRESULT.exception, 'Error 26: Variable type invalid');
    return typeof argument === 'object' && argument !== null ? argument.value : argument;
  }

  text(position: number): string {
    const value = this.value(position);
    if (typeof value === 'string') return value;
    throw new ComFault(HRESULT.exception, 'Error 26: Variable type invalid');
  }

  number(position: number): number {
    const value = this.value(position);
    if (typeof value === 'number') return value;
    throw new ComFault(HRESULT.exception, 'Error 26: Variable type invalid');
  }

  object(position: number): ComArgument {
    return this.#at(position);
  }

  /** Puts an answer into an argument passed by reference; one passed by value never shows it to its caller. */
  give(position: number, value: ComValue): void {
    const argument = this.#at(position);
    if (typeof argument === 'object' && argument !== null && !isComObject(argument)) argument.value = value;
  }

  #at(position: number): ComArgument {
    const argument = this.#args[position];
    if (argument === undefined)
      throw new ComFault(HRESULT.badParameterCount, 'Invalid number of parameters.');
    return argument;
  }
}
