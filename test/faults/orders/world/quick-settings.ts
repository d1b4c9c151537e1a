/** Times that are short enough for a test, and the same promises. */
export const quickSettings = {
  JOB_LEASE_MS: '3000',
  JOB_BACKOFF_BASE_MS: '50',
  JOB_BACKOFF_CEILING_MS: '500',
  // Faults come so thick here that a job may meet many; none may die of that.
  JOB_MAX_ATTEMPTS: '1000',
  JOB_STOP_GRACE_MS: '3000',
  SAGE_BOI_SETTLE_MS: '800',
  SAGE_BOI_SILENCE_TIMEOUT_MS: '2500',
  SAGE_BOI_OPERATION_TIMEOUT_MS: '5000',
  SAGE_BOI_CLOSE_GRACE_MS: '500',
  SALESFORCE_REQUEST_TIMEOUT_MS: '5000',
  SALESFORCE_SILENCE_TIMEOUT_MS: '6000',
  ORDER_CATCH_UP_MINUTES: '1',
  ORDER_STATUS_MINUTES: '1',
  STORE_CONNECT_TIMEOUT_MS: '2000'
};
