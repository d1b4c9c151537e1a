import { SalesforceError } from '../../errors/salesforce-error.ts';
import { SeveralErrors } from '../../errors/several-errors.ts';
import { FlowCustomError, FlowFault } from '../flow-fault.ts';
import type { Interview } from '../interview.ts';

/**
 * How a save that a flow refused is answered: a custom error's messages, or Salesforce's words for a flow that
 * failed. Anything else goes on as it is.
 */
export function saveRefusal(interview: Interview, error: unknown): unknown {
  if (error instanceof FlowCustomError) {
    const [first, ...others] = error.errors.map(({ message, field }) => {
      return new SalesforceError(
        400,
        'FIELD_CUSTOM_VALIDATION_EXCEPTION',
        message,
        field === undefined ? [] : [field]
      );
    });
    if (!first) return error;
    return others.length > 0 ? new SeveralErrors(first, ...others) : first;
  }
  if (!(error instanceof FlowFault)) return error;
  const message = `We can't save this record because the “${interview.flow.label}” process failed. Give your Salesforce admin these details. ${error.message} Error ID: ${errorId(interview.guid)}`;
  return new SalesforceError(400, 'CANNOT_EXECUTE_FLOW_TRIGGER', message);
}

/** Shaped as Salesforce's ids of errors are: `1556417911-14651 (-1247163041)`. */
function errorId(guid: string): string {
  const number = Number.parseInt(guid.slice(0, 8), 16);
  return `${number}-${Number.parseInt(guid.slice(9, 13), 16)} (${number % 2_000_000_000})`;
}
