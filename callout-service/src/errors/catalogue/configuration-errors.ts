import type { ErrorEntry } from './error-entry.ts';

/** Failures of the configuration: LB0. */
export const configurationErrors = {
  LB001: {
    status: 500,
    kind: 'permanent',
    title: 'The configuration is not valid',
    cause:
      'One or more settings are missing, malformed or contradict each other; the service does not start.',
    action: 'Correct every setting that the message lists, then start the service again.'
  }
} as const satisfies Record<string, ErrorEntry>;
