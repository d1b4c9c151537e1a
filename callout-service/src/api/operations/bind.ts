import type { z } from 'zod';
import { LedgerBridgeError, type FieldFault } from '../../errors/ledger-bridge-error.ts';
import type { BoundOperation, OperationCaller, OperationDefinition, RequestValues } from './definition.ts';

/** Text that is shown of a value at fault; more of it helps nobody. */
const SHOWN_CHARACTERS = 40;

/** Gives an operation what answers it: its input is read by the definition first, all faults at once (LB104). */
export function bind<Input>(
  definition: OperationDefinition<Input>,
  answer: (input: Input, caller?: OperationCaller) => Promise<unknown>
): BoundOperation {
  return {
    definition,
    answer: async (values, caller) => answer(readInput(definition, values), caller)
  };
}

function readInput<Input>(definition: OperationDefinition<Input>, values: RequestValues): Input {
  const result = definition.input.safeParse(values);
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => describe(issue, values));
  const fields = faults.map((fault) => fault.field).join(', ');
  throw new LedgerBridgeError('LB104', {
    detail: `${definition.operationId} cannot take what was sent: ${fields}.`,
    faults
  });
}

function describe(issue: z.core.$ZodIssue, values: RequestValues): FieldFault {
  const field = issue.path.map(String).join('.') || '(body)';
  const found = issue.path.reduce<unknown>((value, segment) => member(value, segment), values);
  return {
    code: 'LB104',
    field,
    value: typeof found === 'string' || typeof found === 'number' ? shorten(String(found)) : '',
    problem: found === undefined ? 'It is missing.' : issue.message,
    fix: `Send ${field} as the OpenAPI document describes it.`
  };
}

function member(value: unknown, segment: PropertyKey): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([name]) => name === String(segment))?.[1];
}

function shorten(text: string): string {
  return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text;
}
