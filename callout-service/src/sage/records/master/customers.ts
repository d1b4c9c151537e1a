import type { CustomerKey } from '../../../canonical/customer-key.ts';
import type { Customer } from '../../../canonical/customer.ts';
import { arCustomer } from '../../catalogue/ar-customer.ts';
import { codeValues, flag } from '../../decode/code-value.ts';
import { defineRecord, type WholeRow } from '../definition.ts';
import { code, division } from '../key-segments.ts';
import { postalAddress } from '../postal-address.ts';
import { salespersonOf } from '../salesperson-of.ts';

type Row = WholeRow<typeof arCustomer.columns>;

// Sage 100 file layouts, AR_Customer.CustomerStatus; A is its default, so blank means active too.
const customerStatus = codeValues('AR_Customer.CustomerStatus', {
  '': 'active',
  A: 'active',
  I: 'inactive',
  T: 'temporary'
});

/** AR_Customer. */
export const customers = defineRecord({
  table: arCustomer,
  segments: (key: CustomerKey) => [division(key.arDivisionNo), code(key.customerNo)],
  toEntity: ({ row, userDefinedFields, stamps }): Customer => ({
    arDivisionNo: row.ARDivisionNo,
    customerNo: row.CustomerNo,
    customerName: row.CustomerName,
    status: customerStatus(row.CustomerStatus),
    inactiveReasonCode: row.InactiveReasonCode,
    ...whereabouts(row),
    ...orderDefaults(row),
    ...account(row),
    userDefinedFields,
    ...stamps
  })
});

function whereabouts(row: Row) {
  return {
    address: postalAddress(row),
    residential: flag(row.ResidentialAddress),
    telephoneNo: row.TelephoneNo,
    telephoneExt: row.TelephoneExt,
    faxNo: row.FaxNo,
    emailAddress: row.EmailAddress,
    urlAddress: row.URLAddress,
    contactCode: row.ContactCode,
    primaryShipToCode: row.PrimaryShipToCode,
    comment: row.Comment,
    sortField: row.SortField,
    customerType: row.CustomerType,
    dateEstablished: row.DateEstablished
  };
}

function orderDefaults(row: Row) {
  return {
    shipMethod: row.ShipMethod,
    taxSchedule: row.TaxSchedule,
    taxExemptNo: row.TaxExemptNo,
    termsCode: row.TermsCode,
    salesperson: salespersonOf(row),
    priceLevel: row.PriceLevel,
    defaultPaymentType: row.DefaultPaymentType,
    discountRate: row.CustomerDiscountRate
  };
}

function account(row: Row) {
  const agingCategories: Customer['agingCategories'] = [
    row.AgingCategory1,
    row.AgingCategory2,
    row.AgingCategory3,
    row.AgingCategory4
  ];
  return {
    creditHold: flag(row.CreditHold),
    creditLimit: row.CreditLimit,
    currentBalance: row.CurrentBalance,
    agingCategories,
    openOrderAmount: row.OpenOrderAmt,
    balanceForward: row.BalanceForward,
    openItem: row.OpenItemCustomer !== 'N',
    highestStatementBalance: row.HighestStmntBalance,
    lastPaymentAmount: row.LastPaymentAmt,
    lastPaymentDate: row.DateLastPayment,
    lastActivityDate: row.DateLastActivity,
    lastStatementDate: row.DateLastStatement,
    lastAgingDate: row.DateLastAging,
    averageDaysToPay: Number(row.AvgDaysPaymentInvoice),
    averageDaysOverdue: Number(row.AvgDaysOverDue)
  };
}
