import type { ErrorRequestHandler } from 'express';
import type { SalesforceError } from '../errors/salesforce-error.ts';
import { errorsOf } from '../errors/several-errors.ts';
import { asSalesforceError } from '../errors/unexpected-error.ts';
import { PreconditionFault } from './precondition-fault.ts';
import { RecordFault, recordExceptions } from './record-fault.ts';

const savingFailed = 'An error occurred while trying to update the record. Please try again.';

/**
 * Answers an error as the UI API does: for a refused record the general text, with what is wrong in `output`; for a
 * record changed meanwhile the record as it is; else the plain text. Shape: User Interface API Developer Guide, "Error
 * with Output".
 */
export const uiErrorHandler: ErrorRequestHandler = (thrown, _request, response, _next) => {
  const error = asSalesforceError(thrown);
  response.status(error.status).json(bodyOf(error));
};

function bodyOf(error: SalesforceError): object[] {
  const { status, code, message } = error;
  if (error instanceof RecordFault) {
    const output = recordExceptions(error);
    const plain = { errorCode: code, message: savingFailed, statusCode: status };
    return [{ ...plain, enhancedErrorType: 'RecordError', output }];
  }
  if (error instanceof PreconditionFault) {
    const plain = { errorCode: code, message, statusCode: status };
    return [{ ...plain, enhancedErrorType: null, output: error.current }];
  }
  return errorsOf(error).map((each) => ({
    errorCode: each.code,
    message: each.message,
    statusCode: each.status
  }));
}
