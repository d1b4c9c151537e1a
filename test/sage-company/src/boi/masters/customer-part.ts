import { BoiRefusal } from '../com/boi-object.ts';
import type { CompanyDatabase } from '../company/company-database.ts';

/** What belongs to a customer can be opened only when the customer is there. */
export function refuseUnknownCustomer(database: CompanyDatabase, key: readonly string[]): void {
  const [division = '', customer = ''] = key;
  if (database.find('AR_Customer', division, customer) === undefined)
    throw new BoiRefusal(`The customer ${division}-${customer} is not on file.`);
}
