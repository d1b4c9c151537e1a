import { LedgerBridgeError, type FieldFault } from '../../errors/ledger-bridge-error.ts';

/** One thing that is wrong in a configuration. `field` names the record too where it is not the configuration itself. */
export function settingsFault(field: string, value: unknown, problem: string, fix: string): FieldFault {
  return { code: 'LB751', field, value: typeof value === 'string' ? value : '', problem, fix };
}

/** The refusal of a configuration. The log gets names of fields and what is wrong, which is no customer's. */
export function settingsRefused(companyCode: string, faults: readonly FieldFault[]): LedgerBridgeError {
  const sentences = faults.map(({ field, problem }) => `${field}: ${problem}`);
  return new LedgerBridgeError('LB751', {
    detail: `The configuration of company ${companyCode} cannot be used. ${sentences.join(' ')}`,
    faults
  });
}
