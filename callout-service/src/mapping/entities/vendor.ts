import type { Vendor } from '../../canonical/vendor.ts';
import { describeEntity, lastStamp } from './describe-entity.ts';
import { addressFields, fieldsOf, stampFields } from './field-list.ts';
import { recordKeys } from './record-keys.ts';

const of = fieldsOf('AP_Vendor');
const { text, code, decimal, integer, flag, day } = of;

/** AP_Vendor: kept by accounting alone. */
export const vendorEntity = describeEntity<Vendor>({
  entity: 'vendor',
  label: 'Vendor',
  table: 'AP_Vendor',
  fields: [
    text('vendorKey', 'Vendor with division', null),
    text('apDivisionNo', 'Division', 'APDivisionNo'),
    text('vendorNo', 'Vendor number', 'VendorNo'),
    text('vendorName', 'Name', 'VendorName'),
    code('status', 'Status', 'VendorStatus', { values: ['active', 'inactive', 'temporary'] }),
    flag('holdPayment', 'Payments held', 'HoldPayment'),
    ...addressFields(of, { name: 'address' }),
    text('telephoneNo', 'Phone', 'TelephoneNo'),
    text('telephoneExt', 'Phone extension', 'TelephoneExt'),
    text('faxNo', 'Fax', 'FaxNo'),
    text('emailAddress', 'E-mail', 'EmailAddress'),
    text('urlAddress', 'Website', 'URLAddress'),
    code('primaryContact', 'First contact', 'PrimaryContact'),
    code('termsCode', 'Terms of payment', 'TermsCode'),
    text('reference', 'Reference', 'Reference'),
    code('vendorType', 'Vendor type', 'VendorType'),
    text('comment', 'Comment', 'Comment'),
    day('lastPurchaseDate', 'Last purchase', 'LastPurchaseDate'),
    day('lastPaymentDate', 'Last payment', 'LastPaymentDate'),
    text('lastCheckNo', 'Number of the last check', 'LastCheckNo'),
    decimal('lastCheckAmount', 'Amount of the last check', 'LastCheckAmt'),
    integer('averageDaysToPay', 'Average days to pay', 'AverageDaysToPay'),
    ...stampFields(of)
  ],
  keyOf: recordKeys.vendor,
  workedOut: (vendor) => ({ vendorKey: recordKeys.vendor(vendor) }),
  changedAt: lastStamp
});
