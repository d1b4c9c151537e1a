import { malformedJson } from './malformed-json.ts';
import { SalesforceError } from './salesforce-error.ts';

/** Any thrown value as a Salesforce error; a defect of the local org becomes UNKNOWN_EXCEPTION with its text. */
export function asSalesforceError(thrown: unknown): SalesforceError {
  if (thrown instanceof SalesforceError) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  if (isBodyParserError(thrown)) return ofBody(thrown);
  return new SalesforceError(500, 'UNKNOWN_EXCEPTION', `The local org failed: ${message}`);
}

interface BodyParserError extends Error {
  readonly status: number;
  readonly body?: unknown;
}

function ofBody(error: BodyParserError): SalesforceError {
  const { status, message, body } = error;
  if (status === 413) return new SalesforceError(status, 'REQUEST_TOO_LARGE', message);
  if (status === 415) return new SalesforceError(status, 'UNSUPPORTED_MEDIA_TYPE', message);
  const text = typeof body === 'string' ? malformedJson(body, message) : message;
  return new SalesforceError(400, 'JSON_PARSER_ERROR', text);
}

function isBodyParserError(thrown: unknown): thrown is BodyParserError {
  return thrown instanceof Error && 'status' in thrown && typeof thrown.status === 'number';
}
