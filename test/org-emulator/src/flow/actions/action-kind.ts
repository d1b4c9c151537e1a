import type { DeclaredType } from '../data-type.ts';
import type { FlowLoadContext } from '../flow-element.ts';
import type { FlowValue } from '../flow-value.ts';
import type { Interview } from '../interview.ts';
import type { Steps, TransactionModel } from '../runtime/pause.ts';

/** A call of an action as its element says it, with its inputs as they are at that moment. */
export interface ActionCall {
  readonly elementName: string;
  readonly actionName: string;
  readonly model: TransactionModel;
  readonly inputs: ReadonlyMap<string, FlowValue>;
}

/** Names of inputs and outputs that an action element gives and takes. */
export interface ActionUse {
  readonly actionName: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
}

/** One type of action that a flow can call, such as `emailSimple`. */
export interface ActionKind {
  /** Name as in `<actionType>`. */
  readonly type: string;
  /** What is wrong with a use of it, found at load. */
  readonly problems: (use: ActionUse, context: FlowLoadContext) => readonly string[];
  /** Type of all its outputs together, as they stand under the element's name. */
  readonly outputType: (actionName: string, context: FlowLoadContext) => DeclaredType | undefined;
  /** Does it and answers its outputs. Throws FlowFault. */
  readonly run: (call: ActionCall, interview: Interview) => ActionAnswer;
}

/** Outputs at once, or steps that pause before. */
export type ActionAnswer = ReadonlyMap<string, FlowValue> | Steps<ReadonlyMap<string, FlowValue>>;

/** Inputs that an action does not have, of those it is given. */
export function unknownInputs(use: ActionUse, known: readonly string[]): string[] {
  const unknown = use.inputs.filter((name) => !known.includes(name));
  return unknown.map((name) => `${use.actionName} has no input ${name} in the local org`);
}
