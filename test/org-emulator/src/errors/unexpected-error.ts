import { SalesforceError } from './salesforce-error.ts';

/** Any thrown value as a Salesforce error; a defect of the local org becomes UNKNOWN_EXCEPTION with its text. */
export function asSalesforceError(thrown: unknown): SalesforceError {
  if (thrown instanceof SalesforceError) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  if (isBodyParserError(thrown)) {
    const code = thrown.status === 413 ? 'REQUEST_TOO_LARGE' : 'JSON_PARSER_ERROR';
    return new SalesforceError(thrown.status, code, message);
  }
  return new SalesforceError(500, 'UNKNOWN_EXCEPTION', `The local org failed: ${message}`);
}

function isBodyParserError(thrown: unknown): thrown is Error & { status: number } {
  return thrown instanceof Error && 'status' in thrown && typeof thrown.status === 'number';
}
