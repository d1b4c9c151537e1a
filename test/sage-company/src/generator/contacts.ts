import { arCustomerContact } from '../tables/ar-customer-contact.ts';
import { soShipToAddress } from '../tables/so-ship-to-address.ts';
import { customerKey } from './account.ts';
import type { Account } from './account.ts';
import { stamps } from './company-draft.ts';
import type { CompanyDraft } from './company-draft.ts';
import { inventAddress, inventPerson } from './customer-profile.ts';
import type { Random } from './random.ts';

/** Makes up and writes a customer's contacts; gives back the first one's code, blank without contacts. */
export function writeContacts(draft: CompanyDraft, account: Account, random: Random): string {
  const codes = Array.from({ length: random.count(draft.profile.contactsPerCustomer) }, (_, index) => {
    const person = inventPerson(random);
    const code = `${person.given.slice(0, 6).toUpperCase()}${index + 1}`;
    draft.writer.write(arCustomerContact, {
      ...customerKey(account),
      ContactCode: code,
      ContactName: `${person.given} ${person.family}`,
      AddressLine1: account.address.line1,
      City: account.address.city,
      State: account.address.state,
      ZipCode: account.address.zipCode,
      CountryCode: 'USA',
      ContactTitle: random.pick(['Buyer', 'Accounting', 'Owner', 'Service']),
      TelephoneNo1: account.address.telephoneNo,
      EmailAddress: `${person.given}.${person.family}@customer.example`.toLowerCase(),
      ...stamps(draft, random)
    });
    return code;
  });
  return codes[0] ?? '';
}

/** Makes up and writes a customer's ship-to addresses; gives back the first one's code, blank without any. */
export function writeShipTos(draft: CompanyDraft, account: Account, random: Random): string {
  const codes = Array.from({ length: random.count(draft.profile.shipTosPerCustomer) }, (_, index) => {
    const address = inventAddress(random);
    const code = (index + 1).toString();
    draft.writer.write(soShipToAddress, {
      ...customerKey(account),
      ShipToCode: code,
      ShipToName: account.customerName,
      ShipToAddress1: address.line1,
      ShipToCity: address.city,
      ShipToState: address.state,
      ShipToZipCode: address.zipCode,
      ShipToCountryCode: 'USA',
      TelephoneNo: address.telephoneNo,
      SalespersonDivisionNo: account.arDivisionNo,
      SalespersonNo: account.salespersonNo,
      WarehouseCode: '000',
      TaxSchedule: account.taxSchedule,
      ShipVia: 'UPS BLUE',
      ...stamps(draft, random)
    });
    return code;
  });
  return codes[0] ?? '';
}
