import type { ErrorRequestHandler } from 'express';
import { asSalesforceError } from '../errors/unexpected-error.ts';

const savingFailed = 'An error occurred while trying to update the record. Please try again.';

/**
 * Answers an error as the UI API does: for a refused record the general text, with what is wrong in `output`,
 * by field where a field is at fault; else the plain text. Texts and shape: UI API guide, "Error with Output".
 */
export const uiErrorHandler: ErrorRequestHandler = (thrown, request, response, _next) => {
  const { status, code, message, fields } = asSalesforceError(thrown);
  const writes = request.method === 'POST' || request.method === 'PATCH';
  if (!writes || status !== 400) {
    response.status(status).json([{ errorCode: code, message, statusCode: status }]);
    return;
  }
  const detail = { constituentField: null, duplicateRecordError: null, errorCode: code, message };
  const fieldErrors = fields.map((field) => [field, [{ ...detail, field, fieldLabel: field }]] as const);
  response.status(status).json([
    {
      enhancedErrorType: 'RecordError',
      errorCode: code,
      message: savingFailed,
      output: {
        errors: fields.length > 0 ? [] : [{ ...detail, field: null, fieldLabel: null }],
        fieldErrors: Object.fromEntries(fieldErrors)
      },
      statusCode: status
    }
  ]);
};
