import { SalesforceError } from '../errors/salesforce-error.ts';
import type { SaveResult } from '../data/record-collection.ts';

/** Refusals of the Bulk API: code and text carry the same name, once shouted (Bulk API 2.0, "Errors"). */
export function bulkError(name: string, message: string, status = 400): SalesforceError {
  return new SalesforceError(status, name.toUpperCase(), `${name} : ${message}`);
}

/** Errors of one row as `sf__Error` holds them: `CODE:message:fields --` (`CODE:message:--` without fields), one after the other. */
export function rowErrorText(errors: SaveResult['errors']): string {
  return errors
    .map(
      ({ statusCode, message, fields }) =>
        `${statusCode}:${message}:${fields.length === 0 ? '' : `${fields.join(', ')} `}--`
    )
    .join(' ');
}
