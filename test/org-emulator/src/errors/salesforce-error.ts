/**
 * A refusal as Salesforce's REST API words it: HTTP status, `errorCode`, `message` and the fields at fault.
 * Source of codes and texts: REST API Developer Guide, "Status Codes and Error Responses", and SOAP API
 * Developer Guide, "Core Data Types, StatusCode".
 */
export class SalesforceError extends Error {
  readonly status: number;
  readonly code: string;
  readonly fields: readonly string[];

  constructor(status: number, code: string, message: string, fields: readonly string[] = []) {
    super(message);
    this.name = 'SalesforceError';
    this.status = status;
    this.code = code;
    this.fields = fields;
  }
}

/** 404 for a record, object or resource that does not exist, or that the user may not see. */
export function notFound(): SalesforceError {
  return new SalesforceError(404, 'NOT_FOUND', 'The requested resource does not exist');
}

/** 501 for something a real org can do and the local org cannot; `what` completes "does not support …". */
export function notSupported(what: string): SalesforceError {
  return new SalesforceError(501, 'NOT_IMPLEMENTED', `The local org does not support ${what}.`);
}
