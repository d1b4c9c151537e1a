import { ComFault, HRESULT } from '../com/com-fault.ts';
import { CallArguments } from '../com/com-object.ts';
import type { ComArgument, ComObject, ComValue } from '../com/com-object.ts';

/** The neutral object of the protocol's examples, `LedgerBridge.Example`: see callout-service/bridge/examples/README.md. */
export class ExampleObject implements ComObject {
  #lastErrorMsg = '';
  #child: ExampleObject | undefined;

  readonly #methods: Readonly<Record<string, (args: CallArguments) => ComValue | ComObject>> = {
    Echo: (args) => args.value(0),
    Add: (args) => args.number(0) + args.number(1),
    Answer: (args) => (args.text(0) === 'true' ? 1 : null),
    Accept: () => this.#say('', 1),
    Warn: () => this.#say('Done, with a remark.', -1),
    Refuse: () => this.#say('Refused.', 0),
    Fail: (args) => {
      throw new ComFault(args.text(0), 'It failed as it was told.');
    },
    OutText: (args) => {
      args.give(0, '0000001');
      return 1;
    },
    OutBoth: (args) => {
      args.give(1, args.value(0));
      args.give(2, 1);
      return 1;
    },
    IsSame: (args) => (args.object(0) === this ? 1 : 0),
    NewChild: () => new ExampleObject()
  };

  call(member: string, args: readonly ComArgument[]): ComValue | ComObject {
    const method = this.#methods[member];
    if (method === undefined) throw new ComFault(HRESULT.unknownName, `Unknown name: ${member}.`);
    return method(new CallArguments(args));
  }

  get(member: string): ComValue | ComObject {
    if (member === 'sLastErrorMsg') return this.#lastErrorMsg;
    if (member === 'Child') return (this.#child ??= new ExampleObject());
    throw new ComFault(HRESULT.unknownName, `Unknown name: ${member}.`);
  }

  released(): void {
    this.#child = undefined;
  }

  #say(message: string, answer: number): number {
    this.#lastErrorMsg = message;
    return answer;
  }
}
