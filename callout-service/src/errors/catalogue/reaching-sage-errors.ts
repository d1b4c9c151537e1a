import type { ErrorEntry } from './error-entry.ts';

/** Failures on the way to Sage: LB3. */
export const reachingSageErrors = {
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
    title: 'The Sage reader was not ready',
    cause: 'The process that holds the ODBC driver was still starting, or it ended or hung and was replaced.',
    action: 'Try again in a moment; if it happens often, look into the log for the cause.'
  },
  LB308: {
    status: 502,
    kind: 'permanent',
    title: 'Sage gave an answer that cannot be used',
    cause: 'A statement was refused by the driver, or a value is not of the type that its column declares.',
    action: 'Look up the request id in the log of the service and report it.'
  }
} as const satisfies Record<string, ErrorEntry>;
