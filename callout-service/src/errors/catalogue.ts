/** How a failure is to be treated: retried, given to a person, or looked up before anything is sent again. */
export type FailureKind = 'transient' | 'permanent' | 'ambiguous';

/** One kind of failure. `docs/errors.md` is generated from these entries. */
export interface ErrorEntry {
  readonly status: number;
  readonly kind: FailureKind;
  /** Short and the same in every case of this code. */
  readonly title: string;
  /** Why it happens, in plain words. */
  readonly cause: string;
  /** What the reader can do now. */
  readonly action: string;
}

/**
 * Every failure the service can report. Codes are stable: they are never renumbered or reused.
 * Groups: LB0 configuration, LB1 request, LB2 authentication, LB3 reaching Sage, LB4 Sage data, LB9 the service itself. LB8 belongs to the
 * pages in Salesforce, which report failures before the service is reached.
 */
export const errorCatalogue = {
  LB001: {
    status: 500,
    kind: 'permanent',
    title: 'The configuration is not valid',
    cause:
      'One or more settings are missing, malformed or contradict each other; the service does not start.',
    action: 'Correct every setting that the message lists, then start the service again.'
  },
  LB101: {
    status: 400,
    kind: 'permanent',
    title: 'The customer number is malformed',
    cause: 'A Sage customer number is two digits of division, a dash, and the number, as 01-ABF.',
    action: 'Correct the Sage customer number on the account.'
  },
  LB102: {
    status: 404,
    kind: 'permanent',
    title: 'There is no such address in this service',
    cause: 'The path is not part of the API.',
    action: 'Compare the named credential and the registration with the OpenAPI document of this version.'
  },
  LB103: {
    status: 413,
    kind: 'permanent',
    title: 'The request is too large',
    cause: 'The request body is over the configured limit.',
    action: 'Send less in one request, or raise HTTP_BODY_LIMIT_BYTES.'
  },
  LB104: {
    status: 400,
    kind: 'permanent',
    title: 'The request cannot be read',
    cause: 'The body is not valid JSON, or a value in the request is not of the required form.',
    action: 'Correct the values that the message names.'
  },
  LB105: {
    status: 429,
    kind: 'transient',
    title: 'Too many requests',
    cause: 'One caller sent more requests in a minute than HTTP_RATE_LIMIT_PER_MINUTE allows.',
    action: 'Wait for the time that Retry-After gives, then try again.'
  },
  LB106: {
    status: 405,
    kind: 'permanent',
    title: 'This address does not take that method',
    cause: 'The path is part of the API, but not with this HTTP method.',
    action: 'Use a method that the Allow header names.'
  },
  LB107: {
    status: 503,
    kind: 'transient',
    title: 'The service is busy',
    cause: 'More writes came within minutes than the service can keep apart from repeated ones.',
    action: 'Try again in a few minutes; if it stays, find out what sends so many writes.'
  },
  LB201: {
    status: 401,
    kind: 'permanent',
    title: 'The request carries no token',
    cause: 'The Authorization header is missing or is not a bearer token.',
    action: 'Check that the named credential generates the authorization header.'
  },
  LB202: {
    status: 401,
    kind: 'permanent',
    title: 'The token is not valid',
    cause:
      'It is not signed with RS256 by a key this service knows, the certificate of that key has expired, or it cannot be read.',
    action:
      'Check that the service has the public certificate that the external credential signs with, and that it has not expired.'
  },
  LB203: {
    status: 401,
    kind: 'transient',
    title: 'The token has expired or is not valid yet',
    cause: 'The clocks of Salesforce and of this server differ, or an old token was sent again.',
    action: "Check this server's clock, then try again."
  },
  LB204: {
    status: 401,
    kind: 'permanent',
    title: 'The token is meant for somebody else',
    cause: 'Its audience or issuer is not one that this service accepts.',
    action: 'Compare aud and iss of the external credential with JWT_AUDIENCE and JWT_ISSUERS.'
  },
  LB205: {
    status: 401,
    kind: 'permanent',
    title: 'The token lives too long',
    cause: 'Its lifetime is missing or over the five minutes that are allowed.',
    action: 'Set the expiry of the external credential to 300 seconds or less.'
  },
  LB206: {
    status: 403,
    kind: 'permanent',
    title: 'This credential may not do that',
    cause: "The token's role does not cover the operation.",
    action: 'Use the named credential of the role that the operation needs.'
  },
  LB207: {
    status: 401,
    kind: 'permanent',
    title: 'The token was used before',
    cause: 'A token for a write is accepted once, so that a copied request cannot book twice.',
    action: 'Send the request again from Salesforce; it signs a new token.'
  },
  LB301: {
    status: 503,
    kind: 'transient',
    title: 'Sage cannot be reached',
    cause: 'The ODBC driver could not connect to the Sage company.',
    action: 'Check that the Sage server is running and that this server can reach it.'
  },
  LB302: {
    status: 504,
    kind: 'transient',
    title: 'Sage did not answer in time',
    cause: 'The read took longer than SAGE_QUERY_TIMEOUT_MS.',
    action: 'Try again in a moment; if it stays, look for a long task or a backup running in Sage.'
  },
  LB303: {
    status: 503,
    kind: 'transient',
    title: 'Too many reads are waiting for Sage',
    cause: 'All connections to Sage were busy for longer than SAGE_ACQUIRE_TIMEOUT_MS.',
    action: 'Try again in a moment; if it stays, raise SAGE_POOL_SIZE.'
  },
  LB304: {
    status: 503,
    kind: 'permanent',
    title: 'The ODBC data source is not set up',
    cause:
      'The data source name or the driver is unknown on this machine, or their bitness differs from Node.js.',
    action: 'Correct SAGE_ODBC_CONNECTION_STRING, or install the Sage ODBC driver of the same bitness.'
  },
  LB305: {
    status: 503,
    kind: 'permanent',
    title: 'Sage refused the login',
    cause: 'The user, password or company in the connection string is not accepted.',
    action: 'Correct UID, PWD and Company in SAGE_ODBC_CONNECTION_STRING.'
  },
  LB306: {
    status: 503,
    kind: 'transient',
    title: 'A Sage table is not accessible',
    cause:
      'Sage has the file exclusively locked, the module is not set up, or the ODBC user may not read it.',
    action: 'Wait for the exclusive task in Sage to end; if it stays, check the rights of the ODBC user.'
  },
  LB307: {
    status: 503,
    kind: 'transient',
    title: 'The Sage reader was restarted',
    cause: 'The process that holds the ODBC driver ended or hung, and was replaced.',
    action: 'Try again in a moment; if it happens often, look into the log for the cause.'
  },
  LB308: {
    status: 502,
    kind: 'permanent',
    title: 'Sage gave an answer that cannot be used',
    cause: 'A statement was refused by the driver, or a value is not of the type that its column declares.',
    action: 'Look up the request id in the log of the service and report it.'
  },
  LB401: {
    status: 404,
    kind: 'permanent',
    title: 'Sage has no such customer',
    cause: 'No record of AR_Customer has this division and customer number.',
    action: 'Correct the Sage customer number on the account, or create the customer in Sage.'
  },
  LB901: {
    status: 500,
    kind: 'permanent',
    title: 'The service failed',
    cause: 'An error that the service did not expect.',
    action: 'Look up the request id in the log of the service and report it.'
  },
  LB902: {
    status: 503,
    kind: 'transient',
    title: 'The request took too long',
    cause: 'The service could not answer within HTTP_REQUEST_TIMEOUT_MS.',
    action: 'Try again in a moment; if it stays, look at the load of the server and of Sage.'
  }
} as const satisfies Record<string, ErrorEntry>;

/** A stable code of the catalogue. */
export type ErrorCode = keyof typeof errorCatalogue;
