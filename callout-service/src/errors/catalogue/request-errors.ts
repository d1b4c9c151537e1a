import type { ErrorEntry } from './error-entry.ts';

/** Failures of a request: LB1. */
export const requestErrors = {
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
  LB108: {
    status: 400,
    kind: 'permanent',
    title: 'The page cannot be continued',
    cause: 'The cursor of the request is not one that this service gave, or belongs to another list.',
    action: 'Begin the list again without a cursor.'
  },
  LB109: {
    status: 400,
    kind: 'permanent',
    title: 'A code is malformed',
    cause: 'A code in the request is empty, too long, or holds a character that no Sage code holds.',
    action: 'Correct the code that the message names.'
  },
  LB110: {
    status: 409,
    kind: 'permanent',
    title: 'The Idempotency-Key was used for something else',
    cause: 'A request with this key was accepted before, and it asked for another record or action.',
    action: 'Send each request with a key of its own, and the same key only when it is sent again.'
  }
} as const satisfies Record<string, ErrorEntry>;
