import type { ErrorEntry } from './error-entry.ts';

/** Failures of the service itself: LB9. */
export const serviceErrors = {
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
