import { SalesforceError } from '../errors/salesforce-error.ts';
import type { FieldDefinition } from '../schema/field.ts';

/** A query that Salesforce cannot read. */
export function malformedQuery(message: string): SalesforceError {
  return new SalesforceError(400, 'MALFORMED_QUERY', message);
}

/** A field whose type does not allow what the query wants of it. */
export function cannotBe(done: 'filtered' | 'grouped' | 'sorted', field: FieldDefinition): SalesforceError {
  const message = `field '${field.name}' can not be ${done} in a query call`;
  return done === 'filtered' ? new SalesforceError(400, 'INVALID_FIELD', message) : malformedQuery(message);
}

/** A field that does not exist or that the user may not see, pointed at in the query as Salesforce does. */
export function noSuchColumn(soql: string, field: string, objectName: string): SalesforceError {
  const message = `No such column '${field}' on entity '${objectName}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.`;
  return new SalesforceError(400, 'INVALID_FIELD', pointAt(soql, field, message));
}

/** A relationship that does not exist. */
export function noSuchRelationship(soql: string, relationship: string, objectName: string): SalesforceError {
  const message = `Didn't understand relationship '${relationship}' in field path on entity '${objectName}'. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names.`;
  return new SalesforceError(400, 'INVALID_FIELD', pointAt(soql, relationship, message));
}

/** An object that does not exist or that the user may not read. */
export function noSuchObject(soql: string, objectName: string): SalesforceError {
  const message = `sObject type '${objectName}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names.`;
  return new SalesforceError(400, 'INVALID_TYPE', pointAt(soql, objectName, message));
}

function pointAt(soql: string, token: string, message: string): string {
  const column = Math.max(soql.toLowerCase().indexOf(token.toLowerCase()), 0) + 1;
  const line = soql.replaceAll('\n', ' ');
  return `\n${line}\n${' '.repeat(column - 1)}^\nERROR at Row:1:Column:${column}\n${message}`;
}
