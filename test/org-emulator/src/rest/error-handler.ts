import type { ErrorRequestHandler } from 'express';
import type { SalesforceError } from '../errors/salesforce-error.ts';
import { errorsOf } from '../errors/several-errors.ts';
import { asSalesforceError } from '../errors/unexpected-error.ts';

/** Answers errors as REST does: a list with `errorCode`, `message` and, where known, `fields`. */
export const restErrorHandler: ErrorRequestHandler = (thrown, _request, response, _next) => {
  const error = asSalesforceError(thrown);
  response.status(error.status).json(errorBody(error));
};

/** The body of a refusal. */
export function errorBody(error: SalesforceError): object[] {
  return errorsOf(error).map(({ code, message, fields }) => ({
    message,
    errorCode: code,
    ...(fields.length > 0 ? { fields } : {})
  }));
}
