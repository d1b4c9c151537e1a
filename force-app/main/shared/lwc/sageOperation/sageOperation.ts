/** Asks for one operation of the service, through the flow that is made for it. */
import { reduceErrors } from 'c/reduceErrors';
import type { Problem } from 'c/reduceErrors';
import type { FlowInput, FlowReply, FlowRequest } from 'c/flowRequest';
import { readOperationReply } from './operationReply';
import type { OperationAnswer } from './operationReply';

export { readOperationReply } from './operationReply';
export type { OperationAnswer, OperationReply } from './operationReply';

/** What `c-sage-request` is to its page. */
export interface Transport {
  request(request: FlowRequest): Promise<FlowReply>;
}

/** Inputs by name; what is undefined is not sent. */
export type OperationInputs = Readonly<Record<string, string | number | boolean | undefined>>;

/** The answer as its reader made it, or why there is none. */
export type Asked<T> =
  { readonly kind: 'answer'; readonly value: T } | { readonly kind: 'problem'; readonly problem: Problem };

export interface AskOptions {
  /** How long to wait for the flow to finish. */
  readonly timeoutMs?: number;
}

/**
 * Asks and reads the answer. Never rejects: what goes wrong on the way, in Salesforce, in the service or in the reader, is
 * a problem to be shown.
 */
export async function ask<T>(
  transport: Transport,
  flowApiName: string,
  inputs: OperationInputs,
  read: (answer: OperationAnswer) => T,
  { timeoutMs }: AskOptions = {}
): Promise<Asked<T>> {
  try {
    const timeout = timeoutMs === undefined ? {} : { timeoutMs };
    const reply = await transport.request({ flowApiName, inputVariables: variablesOf(inputs), ...timeout });
    const answered = readOperationReply(reply);
    if (answered.kind === 'problem') return answered;
    return { kind: 'answer', value: read(answered.answer) };
  } catch (error) {
    return { kind: 'problem', problem: reduceErrors(error) };
  }
}

function variablesOf(inputs: OperationInputs): readonly FlowInput[] {
  return Object.entries(inputs).flatMap(([name, value]) => {
    if (value === undefined) return [];
    return [{ name, type: typeOf(value), value }];
  });
}

function typeOf(value: FlowInput['value']): FlowInput['type'] {
  if (typeof value === 'number') return 'Number';
  return typeof value === 'boolean' ? 'Boolean' : 'String';
}
