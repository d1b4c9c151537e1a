import { reduceErrors } from 'c/reduceErrors';
import type { Problem } from 'c/reduceErrors';

/** What the org said against a save: of fields by their names, and all the rest as one problem. */
export interface SaveFaults {
  readonly byField: ReadonlyMap<string, string>;
  readonly problem: Problem | undefined;
}

/**
 * Reads the error of `createRecord` and `updateRecord`.
 * Source: User Interface API Developer Guide, Create a Record: `output.errors` and `output.fieldErrors`.
 */
export function readSaveFaults(error: unknown): SaveFaults {
  const output = memberOf(memberOf(error, 'body'), 'output');
  const fieldErrors = memberOf(output, 'fieldErrors');
  const byField = new Map(
    Object.entries(isObject(fieldErrors) ? fieldErrors : {}).flatMap(([name, faults]) => {
      const messages = messagesOf(faults);
      return messages.length === 0 ? [] : [[name, messages.join(' ')] as const];
    })
  );
  const whole = messagesOf(memberOf(output, 'errors')).join(' ');
  if (byField.size > 0 && whole === '') return { byField, problem: undefined };
  const problem = reduceErrors(whole === '' ? error : { body: { message: whole } });
  return { byField, problem: { ...problem, retryable: false } };
}

function messagesOf(faults: unknown): string[] {
  if (!Array.isArray(faults)) return [];
  return faults.flatMap((fault: unknown) => {
    const message = memberOf(fault, 'message');
    return typeof message === 'string' ? [message] : [];
  });
}

function memberOf(value: unknown, name: string): unknown {
  return isObject(value) ? Reflect.get(value, name) : undefined;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
