import { warehouses } from '../abc/company.ts';
import { addDays } from '../calendar.ts';
import { arCustomerContact } from '../tables/ar-customer-contact.ts';
import { soShipToAddress } from '../tables/so-ship-to-address.ts';
import { customerKey } from './account.ts';
import type { Account } from './account.ts';
import { stamps } from './company-draft.ts';
import type { CompanyDraft } from './company-draft.ts';
import { inventAddress, inventPerson } from './customer-profile.ts';
import type { Random } from './random.ts';
import type { SageRecord } from './record-writer.ts';

/** Writes a customer's contacts, its own or made up; gives back the first one's code, blank without contacts. */
export function writeContacts(draft: CompanyDraft, account: Account, random: Random): string {
  const contacts = account.contacts?.(draft.today) ?? inventContacts(draft, account, random);
  for (const contact of contacts)
    draft.writer.write(arCustomerContact, {
      ...customerKey(account),
      AddressLine1: account.address.line1,
      City: account.address.city,
      State: account.address.state,
      ZipCode: account.address.zipCode,
      CountryCode: account.address.countryCode ?? 'USA',
      TelephoneNo1: account.address.telephoneNo,
      ...stamps(draft, random),
      ...contact
    });
  return String(contacts[0]?.['ContactCode'] ?? '');
}

function inventContacts(draft: CompanyDraft, account: Account, random: Random): SageRecord[] {
  return Array.from({ length: random.count(draft.profile.contactsPerCustomer) }, (_, index) => {
    const person = inventPerson(random);
    const title = random.pick(['Buyer', 'Accounting', 'Owner', 'Service']);
    return {
      ContactCode: `${person.given.slice(0, 6).toUpperCase()}${index + 1}`,
      ContactName: `${person.given} ${person.family}`,
      ContactTitle: title,
      EmailAddress: `${person.given}.${person.family}@customer.example`.toLowerCase(),
      UDF_ROLE: title === 'Buyer' ? 'BUYER' : title === 'Owner' ? 'OWNER' : '',
      UDF_NEWSLETTER: index === 0 ? 'Y' : 'N',
      UDF_BIRTHDAY: index === 0 ? addDays('1980-01-01', account.customerName.length * 90) : null
    };
  });
}

/** Writes a customer's ship-to addresses, its own or made up; gives back the first one's code, blank without any. */
export function writeShipTos(draft: CompanyDraft, account: Account, random: Random): string {
  const shipTos = account.shipTos ?? inventShipTos(draft, account, random);
  for (const shipTo of shipTos)
    draft.writer.write(soShipToAddress, {
      ...customerKey(account),
      ShipToName: account.customerName,
      ShipToCountryCode: 'USA',
      SalespersonDivisionNo: account.arDivisionNo,
      SalespersonNo: account.salespersonNo,
      TaxSchedule: account.taxSchedule,
      ShipVia: 'UPS BLUE',
      ...stamps(draft, random),
      ...shipTo
    });
  return String(shipTos[0]?.['ShipToCode'] ?? '');
}

function inventShipTos(draft: CompanyDraft, account: Account, random: Random): SageRecord[] {
  const codes = warehouses.slice(0, draft.profile.warehouses).map(({ code }) => code);
  return Array.from({ length: random.count(draft.profile.shipTosPerCustomer) }, (_, index) => {
    const address = inventAddress(random);
    return {
      ShipToCode: (index + 1).toString(),
      ShipToAddress1: address.line1,
      ShipToCity: address.city,
      ShipToState: address.state,
      ShipToZipCode: address.zipCode,
      TelephoneNo: address.telephoneNo,
      WarehouseCode: codes[index % codes.length] ?? '000',
      TaxSchedule: address.state === 'WI' ? account.taxSchedule : 'EXEMPT',
      UDF_DOCK_HOURS: index === 0 ? '' : 'MON-FRI 07:00-15:00',
      UDF_LIFT_GATE: index === 0 ? 'N' : 'Y',
      UDF_DISTANCE: `${index * 12}.5`
    };
  });
}
