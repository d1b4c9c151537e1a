import type { ErrorEntry } from './error-entry.ts';

/** Failures on the way to Salesforce, and of what Salesforce has: LB701 to LB719. */
export const salesforceErrors = {
  LB701: {
    status: 503,
    kind: 'transient',
    title: 'Salesforce cannot be reached',
    cause: 'The connection to Salesforce failed or was cut before a request was sent, or Salesforce is down.',
    action: 'Check the way to the internet and status.salesforce.com; what waits is sent when it is back.'
  },
  LB702: {
    status: 503,
    kind: 'permanent',
    title: 'Salesforce refused the login',
    cause:
      'The consumer key, the certificate or the user is not accepted, or the user is not allowed for the external client app.',
    action:
      'Compare SALESFORCE_CLIENT_ID, SALESFORCE_USERNAME and the certificate of SALESFORCE_PRIVATE_KEY_FILE with the external client app and its policies.'
  },
  LB703: {
    status: 503,
    kind: 'transient',
    title: 'The session with Salesforce ended',
    cause: 'The access token expired or was revoked, and the request was refused with the new one too.',
    action: 'Try again in a moment; if it stays, look whether somebody revokes the sessions of the user.'
  },
  LB704: {
    status: 503,
    kind: 'transient',
    title: 'Salesforce takes no more requests for now',
    cause:
      'The limit of API requests in 24 hours or at the same time is reached, or Salesforce asks to wait.',
    action: 'Wait; what waits is sent later. If it stays, look at API usage in Setup, Company Information.'
  },
  LB705: {
    status: 422,
    kind: 'permanent',
    title: 'Salesforce refused the record',
    cause:
      'A validation rule, a flow or a rule of the field did not accept a value; its own words are in the message.',
    action: 'Correct what Salesforce names, then replay the record.'
  },
  LB706: {
    status: 404,
    kind: 'permanent',
    title: 'Salesforce does not have the record',
    cause: 'It was deleted or merged, or the integration user may not see it.',
    action: 'Restore it from the recycle bin, or skip it.'
  },
  LB707: {
    status: 409,
    kind: 'transient',
    title: 'The record is locked in Salesforce',
    cause: 'Another transaction holds the record (UNABLE_TO_LOCK_ROW).',
    action: 'Nothing; it is tried again in a moment.'
  },
  LB708: {
    status: 409,
    kind: 'permanent',
    title: 'Salesforce has the record more than once',
    cause: 'Several records have the same external id, or a rule against duplicates refused the record.',
    action: 'Merge the records in Salesforce, then replay.'
  },
  LB709: {
    status: 502,
    kind: 'ambiguous',
    title: 'It is not known whether Salesforce wrote the record',
    cause: 'The connection broke after the request was sent and before the answer came.',
    action: 'Nothing; the record is written again by its external id or looked up, so that it is there once.'
  },
  LB710: {
    status: 403,
    kind: 'permanent',
    title: 'The integration user may not do that in Salesforce',
    cause: 'An object or a field does not exist for the user: the package or the permission set is missing.',
    action: 'Assign the permission set Ledger Bridge Integration to the user of SALESFORCE_USERNAME.'
  },
  LB711: {
    status: 503,
    kind: 'transient',
    title: 'The stream of events from Salesforce is interrupted',
    cause: 'The Pub/Sub API cannot be reached, closed the stream, or fell silent.',
    action:
      'Nothing; it is opened again from the last event that was processed. If it stays, check SALESFORCE_PUBSUB_ENDPOINT.'
  },
  LB712: {
    status: 503,
    kind: 'transient',
    title: 'Events of Salesforce may have been missed',
    cause:
      'The last replay id is older than Salesforce keeps events (72 hours), or Salesforce does not know it.',
    action: 'Nothing; the records that wait for an answer are found by a query instead.'
  },
  LB713: {
    status: 503,
    kind: 'transient',
    title: 'Salesforce has no storage left',
    cause: 'The data storage of the org is used up (STORAGE_LIMIT_EXCEEDED).',
    action: 'Free storage, or order more; what waits is written then.'
  },
  LB714: {
    status: 502,
    kind: 'permanent',
    title: 'Salesforce gave an answer that cannot be used',
    cause: 'The answer has another form than the API documents.',
    action: 'Look up the message in the log of the service and report it.'
  },
  LB715: {
    status: 501,
    kind: 'permanent',
    title: 'The connection to Salesforce is not set up',
    cause: 'The service has no settings for Salesforce, so it answers inquiries only.',
    action:
      'Set SALESFORCE_LOGIN_URL, SALESFORCE_CLIENT_ID, SALESFORCE_USERNAME and SALESFORCE_PRIVATE_KEY_FILE.'
  },
  LB716: {
    status: 503,
    kind: 'transient',
    title: 'The requests that are left in Salesforce are kept for people',
    cause: 'The rest of the limit of API requests in 24 hours is at SALESFORCE_API_RESERVE_PERCENT.',
    action: 'Wait until the limit frees up, or lower the reserve.'
  }
} as const satisfies Record<string, ErrorEntry>;
