import { authenticationErrors } from './catalogue/authentication-errors.ts';
import { configurationErrors } from './catalogue/configuration-errors.ts';
import { engineErrors } from './catalogue/engine-errors.ts';
import { reachingSageErrors } from './catalogue/reaching-sage-errors.ts';
import { requestErrors } from './catalogue/request-errors.ts';
import { sageRecordErrors } from './catalogue/sage-record-errors.ts';
import { salesforceErrors } from './catalogue/salesforce-errors.ts';
import { serviceErrors } from './catalogue/service-errors.ts';
import { storeErrors } from './catalogue/store-errors.ts';
import { syncErrors } from './catalogue/sync-errors.ts';
import { writingErrors } from './catalogue/writing-errors.ts';

export type { ErrorEntry, FailureKind } from './catalogue/error-entry.ts';

/**
 * Every failure the service can report. Codes are stable: they are never renumbered or reused.
 * Groups: LB0 configuration, LB1 request, LB2 authentication, LB3 reaching Sage, LB4 what Sage has, LB5 writing to Sage,
 * LB6 the store and its jobs, LB70 and LB71 Salesforce, LB75 to LB77 moving orders, and alerts,
 * LB78 and LB79 keeping objects in step, LB9 the service itself. LB8 belongs to the pages in Salesforce, which report failures before the service is reached.
 */
export const errorCatalogue = {
  ...configurationErrors,
  ...requestErrors,
  ...authenticationErrors,
  ...reachingSageErrors,
  ...sageRecordErrors,
  ...writingErrors,
  ...storeErrors,
  ...salesforceErrors,
  ...syncErrors,
  ...engineErrors,
  ...serviceErrors
} as const;

/** A stable code of the catalogue. */
export type ErrorCode = keyof typeof errorCatalogue;
