import { addDays } from '../calendar.ts';
import type { termsCodes } from '../abc/company.ts';
import { apVendor } from '../tables/ap-vendor.ts';
import { stamps } from './company-draft.ts';
import type { CompanyDraft } from './company-draft.ts';
import { inventAddress, inventCustomer } from './customer-profile.ts';
import type { SageRecord } from './record-writer.ts';

/** Who goods are bought from. */
export interface Vendor {
  readonly vendorNo: string;
  readonly vendorName: string;
  readonly termsCode: (typeof termsCodes)[number]['code'];
  /** Further columns of AP_Vendor, which come last. */
  readonly more?: SageRecord;
}

/** Makes a vendor up; `position` makes its number its own. One in thirty is on hold, one in forty inactive. */
export function inventVendor(draft: CompanyDraft, position: number): Vendor {
  const random = draft.random.fork(`vendor ${position}`);
  const hold = random.chance(1 / 30);
  return {
    vendorNo: position.toString().padStart(7, '0'),
    vendorName: inventCustomer(random, position).customerName,
    termsCode: random.pick(['01', '02']),
    more: { HoldPayment: hold ? 'Y' : 'N', VendorStatus: random.chance(1 / 40) ? 'I' : 'A' }
  };
}

export function writeVendor(draft: CompanyDraft, vendor: Vendor): void {
  const random = draft.random.fork(`address of vendor ${vendor.vendorNo}`);
  const address = inventAddress(random);
  draft.writer.write(apVendor, {
    APDivisionNo: '01',
    VendorNo: vendor.vendorNo,
    VendorName: vendor.vendorName,
    AddressLine1: address.line1,
    City: address.city,
    State: address.state,
    ZipCode: address.zipCode,
    CountryCode: 'USA',
    TelephoneNo: address.telephoneNo,
    EmailAddress: `orders@vendor-${vendor.vendorNo}.example`.toLowerCase(),
    TermsCode: vendor.termsCode,
    VendorStatus: 'A',
    HoldPayment: 'N',
    Sort: vendor.vendorName.slice(0, 10).toUpperCase(),
    LastPurchaseDate: addDays(draft.today, -random.integer(1, 90)),
    AverageDaysToPay: random.integer(20, 45),
    ...stamps(draft, random),
    ...vendor.more
  });
}
