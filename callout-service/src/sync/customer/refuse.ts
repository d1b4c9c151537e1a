import { LedgerBridgeError, type FieldFault } from '../../errors/ledger-bridge-error.ts';

/** Throws when there are faults: one with its own code, several with LB523. What is logged names fields, never values. */
export function refuseFaults(faults: readonly FieldFault[], subject: string): void {
  const [first, ...others] = faults;
  if (first === undefined) return;
  const fields = [...new Set(faults.map(({ field }) => field))].join(', ');
  throw new LedgerBridgeError(others.length === 0 ? first.code : 'LB523', {
    detail: `Nothing was written to Sage, because of ${fields}.`,
    subject,
    faults
  });
}

/** Where a value of a draft comes from, for people who look at Salesforce. */
const FIELDS_OF_SALESFORCE: Readonly<Record<string, string>> = {
  customerName: 'Name',
  telephoneNo: 'Phone',
  telephoneExt: 'Phone',
  faxNo: 'Fax',
  urlAddress: 'Website',
  termsCode: 'New_Customer_Terms__c',
  taxSchedule: 'New_Customer_Tax_Schedule__c',
  salesperson: 'New_Customer_Salesperson__c',
  arDivisionNo: 'New_Customer_Division__c'
};

/** Does a write, and gives a refusal of its fields the names that they have in Salesforce. */
export async function inWordsOfSalesforce<T>(write: () => Promise<T>, subject: string): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!(error instanceof LedgerBridgeError) || error.faults.length === 0) throw error;
    const faults = error.faults.map((fault) => ({ ...fault, field: fieldOfSalesforce(fault.field) }));
    throw new LedgerBridgeError(error.code, { detail: error.message, subject, faults, cause: error });
  }
}

/** The field of Salesforce behind a field of a customer draft; its own name where there is none. */
export function fieldOfSalesforce(field: string): string {
  return FIELDS_OF_SALESFORCE[field] ?? field;
}
