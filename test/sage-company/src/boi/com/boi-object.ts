import { CallArguments } from './com-object.ts';
import type { ComArgument, ComObject, ComValue } from './com-object.ts';
import { ComFault, HRESULT } from './com-fault.ts';

/** What a business object does not accept: the call gives 0, and sLastErrorMsg says why. */
export class BoiRefusal extends Error {
  override readonly name = 'BoiRefusal';
}

/** Keeps sLastErrorMsg, which every call overwrites. */
export class LastMessage {
  text = '';

  /** Done, with a remark: the call gives -1. */
  warn(text: string): -1 {
    this.text = text;
    return -1;
  }
}

export type Method = (args: CallArguments) => ComValue | ComObject | undefined;

export interface Members {
  readonly methods: Readonly<Record<string, Method>>;
  readonly properties?: Readonly<Record<string, () => ComValue | ComObject>>;
  /** Runs once, when DropObject is called or the last reference is gone. */
  readonly dropped?: () => void;
}

/** An object of the Business Object Interface: names in any case, sLastErrorMsg, DropObject. */
export class BoiObject implements ComObject {
  readonly #message: LastMessage;
  readonly #methods: ReadonlyMap<string, Method>;
  readonly #properties: ReadonlyMap<string, () => ComValue | ComObject>;
  readonly #end: () => void;
  #isDropped = false;

  constructor(message: LastMessage, members: Members) {
    this.#message = message;
    this.#end = members.dropped ?? (() => undefined);
    const drop = () => {
      this.released();
      return null;
    };
    this.#methods = byName({ ...members.methods, DropObject: drop });
    this.#properties = byName({ ...members.properties, sLastErrorMsg: () => message.text });
  }

  call(member: string, args: readonly ComArgument[]): ComValue | ComObject {
    this.#refuseDropped();
    const method = this.#methods.get(member.toLowerCase());
    if (method === undefined) return args.length === 0 ? this.get(member) : unknownName(member);
    this.#message.text = '';
    try {
      return method(new CallArguments(args)) ?? null;
    } catch (fault) {
      if (!(fault instanceof BoiRefusal)) throw fault;
      this.#message.text = fault.message;
      return 0;
    }
  }

  get(member: string): ComValue | ComObject {
    this.#refuseDropped();
    const property = this.#properties.get(member.toLowerCase());
    if (property !== undefined) return property();
    if (!this.#methods.has(member.toLowerCase())) return unknownName(member);
    throw new ComFault(HRESULT.memberNotFound, `Member not found: ${member} is no property.`);
  }

  released(): void {
    if (!this.#isDropped) this.#end();
    this.#isDropped = true;
  }

  #refuseDropped(): void {
    if (this.#isDropped)
      throw new ComFault(HRESULT.disconnected, 'The object invoked has disconnected from its clients.');
  }
}

function unknownName(member: string): never {
  throw new ComFault(HRESULT.unknownName, `Unknown name: ${member}.`);
}

function byName<T>(members: Readonly<Record<string, T>>): ReadonlyMap<string, T> {
  return new Map(Object.entries(members).map(([name, member]) => [name.toLowerCase(), member]));
}
