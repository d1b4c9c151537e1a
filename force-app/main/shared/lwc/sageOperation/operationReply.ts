import type { FlowReply } from 'c/flowRequest';
import { JsonFault } from 'c/jsonCheck';
import { readProblemJson, reduceErrors, reduceFault } from 'c/reduceErrors';
import type { Problem } from 'c/reduceErrors';

/** What an operation answered. */
export interface OperationAnswer {
  /** The answer as JSON text; empty where the operation answers in parts. */
  readonly json: string;
  /** A part of a typed answer that is a text. Throws a `JsonFault` when there is none. */
  text(name: string): string;
  /** A part of a typed answer that is a number. Throws a `JsonFault` when there is none. */
  number(name: string): number;
}

/** What the flow of an operation handed back. */
export type OperationReply =
  | { readonly kind: 'answer'; readonly answer: OperationAnswer }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** Reads the output variables of an operation's flow. Never throws: an answer that is not what was agreed is LB804. */
export function readOperationReply({ outputs }: FlowReply): OperationReply {
  try {
    return read(new Map(Object.entries(outputs)));
  } catch (error) {
    return { kind: 'problem', problem: reduceErrors(error) };
  }
}

function read(outputs: ReadonlyMap<string, unknown>): OperationReply {
  const problemJson = textOf(outputs, 'clientProblemJson') ?? textOf(outputs, 'serverProblemJson');
  // A declared error response may come as an output and take the fault path as well; its own words are better.
  if (problemJson !== undefined) return { kind: 'problem', problem: readProblemJson(problemJson) };
  switch (outputs.get('outcome')) {
    case 'ANSWERED':
      return { kind: 'answer', answer: answerIn(outputs) };
    case 'FAULT':
      return { kind: 'problem', problem: reduceFault(textOf(outputs, 'faultMessage') ?? '') };
    default:
      throw new JsonFault('outcome', 'ANSWERED or FAULT');
  }
}

function answerIn(outputs: ReadonlyMap<string, unknown>): OperationAnswer {
  return {
    json: textOf(outputs, 'answerJson') ?? '',
    text(name) {
      const value = outputs.get(name);
      if (typeof value === 'string') return value;
      throw new JsonFault(name, 'a text');
    },
    number(name) {
      const value = outputs.get(name);
      if (typeof value === 'number') return value;
      throw new JsonFault(name, 'a number');
    }
  };
}

/** A text variable; a flow hands on an empty one as null, as an empty text, or not at all. */
function textOf(outputs: ReadonlyMap<string, unknown>, name: string): string | undefined {
  const value = outputs.get(name);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
