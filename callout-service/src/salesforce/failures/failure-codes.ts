import type { ErrorCode } from '../../errors/catalogue.ts';
import type { Refusal } from './refusals.ts';

/**
 * What Salesforce's error codes mean for the service. Codes that are not here are judged by the status of the answer, and
 * on a record they mean that it was refused (LB705). Sources: SOAP API Developer Guide, "StatusCode" and "ExceptionCode";
 * REST API Developer Guide, "Status Codes and Error Responses".
 */
const failureCodes: Readonly<Record<string, ErrorCode>> = {
  // It passes by itself.
  FUNCTIONALITY_TEMPORARILY_UNAVAILABLE: 'LB701',
  INVALID_QUERY_LOCATOR: 'LB701',
  QUERY_TIMEOUT: 'LB701',
  REQUEST_RUNNING_TOO_LONG: 'LB701',
  SERVER_UNAVAILABLE: 'LB701',
  INVALID_SESSION_ID: 'LB703',
  EXCEEDEDQUOTA: 'LB704',
  LIMIT_EXCEEDED: 'LB704',
  REQUEST_LIMIT_EXCEEDED: 'LB704',
  UNABLE_TO_LOCK_ROW: 'LB707',
  STORAGE_LIMIT_EXCEEDED: 'LB713',

  // Somebody has to do something about the record.
  ENTITY_IS_DELETED: 'LB706',
  NOT_FOUND: 'LB706',
  DUPLICATES_DETECTED: 'LB708',
  DUPLICATE_EXTERNAL_ID: 'LB708',
  DUPLICATE_VALUE: 'LB708',

  // Somebody has to do something about the org or the user.
  API_CURRENTLY_DISABLED: 'LB710',
  API_DISABLED_FOR_ORG: 'LB710',
  FUNCTIONALITY_NOT_ENABLED: 'LB710',
  INSUFFICIENT_ACCESS: 'LB710',
  INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY: 'LB710',
  INSUFFICIENT_ACCESS_OR_READONLY: 'LB710',
  INVALID_FIELD: 'LB710',
  INVALID_FIELD_FOR_INSERT_UPDATE: 'LB710',
  INVALID_TYPE: 'LB710',
  NOT_SUPPORTED: 'LB710',
  UNSUPPORTED_API_VERSION: 'LB710',
  // Of Bulk API 2.0, in the form of its error codes.
  FEATURENOTENABLED: 'LB710',
  INVALIDENTITY: 'LB710',

  // What the service sent is at fault.
  MALFORMED_QUERY: 'LB714',
  INVALIDBATCH: 'LB714',
  INVALIDJOB: 'LB714',
  INVALIDJOBSTATE: 'LB714',
  QUERY_TOO_COMPLICATED: 'LB714'
};

/** Where the code alone does not tell; the first that fits counts. */
const closerLooks: readonly { readonly fits: (refusal: Refusal) => boolean; readonly code: ErrorCode }[] = [
  // A flow or a trigger that ran into a lock has it in its words.
  { fits: ({ words }) => words.includes('UNABLE_TO_LOCK_ROW'), code: 'LB707' },
  // Without a field it is the record itself that is not there; with one, what the field points at.
  {
    fits: ({ code, fields }) => code === 'INVALID_CROSS_REFERENCE_KEY' && fields.length === 0,
    code: 'LB706'
  },
  // The code is also that of a trigger's failure; the words tell that the user may not write the object at all.
  {
    fits: ({ code, words }) =>
      code === 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY' && /entity type cannot be/i.test(words),
    code: 'LB710'
  }
];

/** What refusals mean, where it is known: a lock before all else, since all else may be right once it is gone. */
export function codeOfRefusals(refusals: readonly Refusal[]): ErrorCode | undefined {
  const codes = refusals.map(codeOfRefusal);
  return codes.find((code) => code === 'LB707') ?? codes[0];
}

function codeOfRefusal(refusal: Refusal): ErrorCode | undefined {
  return closerLooks.find(({ fits }) => fits(refusal))?.code ?? failureCodes[refusal.code];
}

/** What a status means where no code of Salesforce is known. */
export function codeOfStatus(status: number): ErrorCode {
  return status >= 500 ? 'LB701' : (statusCodes[status] ?? 'LB714');
}

const statusCodes: Readonly<Record<number, ErrorCode>> = {
  300: 'LB708',
  400: 'LB705',
  401: 'LB703',
  403: 'LB710',
  408: 'LB701',
  409: 'LB707',
  429: 'LB704'
};
