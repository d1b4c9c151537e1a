/**
 * For runs that nothing disturbs: with the quick leases of worlds under fire, a machine that is busy enough takes work for
 * abandoned that is only slow.
 */
export const patientSettings = {
  JOB_LEASE_MS: '30000',
  SAGE_BOI_SETTLE_MS: '5000',
  SAGE_BOI_SILENCE_TIMEOUT_MS: '30000',
  SAGE_BOI_OPERATION_TIMEOUT_MS: '60000',
  SALESFORCE_REQUEST_TIMEOUT_MS: '30000',
  SALESFORCE_SILENCE_TIMEOUT_MS: '30000'
};
