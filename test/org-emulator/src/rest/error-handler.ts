import type { ErrorRequestHandler } from 'express';
import { asSalesforceError } from '../errors/unexpected-error.ts';

/** Answers an error as REST does: a list with `errorCode`, `message` and, where known, `fields`. */
export const restErrorHandler: ErrorRequestHandler = (thrown, _request, response, _next) => {
  const { status, code, message, fields } = asSalesforceError(thrown);
  response.status(status).json([{ message, errorCode: code, ...(fields.length > 0 ? { fields } : {}) }]);
};
