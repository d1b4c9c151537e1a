import { SalesforceError } from './salesforce-error.ts';

/**
 * Several refusals of one record, such as all its broken validation rules. Itself it is the first of them, for
 * whoever can tell one only; REST answers them all.
 */
export class SeveralErrors extends SalesforceError {
  readonly all: readonly SalesforceError[];

  constructor(first: SalesforceError, ...others: readonly SalesforceError[]) {
    super(first.status, first.code, first.message, first.fields);
    this.all = [first, ...others];
  }
}

/** Every refusal in an error, in order: itself, unless it holds several. */
export function errorsOf(error: SalesforceError): readonly SalesforceError[] {
  return error instanceof SeveralErrors ? error.all : [error];
}

/** Throws all of these refusals as one error; does nothing when there are none. */
export function throwAll(errors: readonly SalesforceError[]): void {
  const [first, ...others] = errors;
  if (first) throw others.length > 0 ? new SeveralErrors(first, ...others) : first;
}
