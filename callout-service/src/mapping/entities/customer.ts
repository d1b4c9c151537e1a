import type { Customer } from '../../canonical/customer.ts';
import { creditStanding, type CreditSettings } from '../../rules/credit.ts';
import { describeEntity, lastStamp, type DescribedEntity } from './describe-entity.ts';
import { addressFields, ALWAYS, fieldsOf, stampFields, WHEN_NEW } from './field-list.ts';
import { recordKeys } from './record-keys.ts';

const of = fieldsOf('AR_Customer');
const { text, code, decimal, integer, flag, day } = of;

const aging = [1, 2, 3, 4].map((category) =>
  decimal(`agingCategories.${category}`, `Aging category ${category}`, `AgingCategory${category}`)
);

/** Open orders count, and a limit of 0 is none: what the service's configuration has unless told otherwise. */
export const usualCredit: CreditSettings = { includeOpenOrders: true, zeroLimitMeans: 'unlimited' };

/** Sage's columns. What Sage reckons by itself, and what its business object is not known to take, is read only. */
const fields = [
  text('customerKey', 'Customer with division', null),
  text('arDivisionNo', 'Division', 'ARDivisionNo', WHEN_NEW),
  text('customerNo', 'Customer number', 'CustomerNo'),
  text('customerName', 'Name', 'CustomerName', { ...ALWAYS, required: true }),
  code('status', 'Status', 'CustomerStatus', { values: ['active', 'inactive', 'temporary'] }),
  code('inactiveReasonCode', 'Reason for being inactive', 'InactiveReasonCode'),
  ...addressFields(of, { name: 'address', options: ALWAYS }),
  flag('residential', 'Residential address', 'ResidentialAddress'),
  text('telephoneNo', 'Phone', 'TelephoneNo', ALWAYS),
  text('telephoneExt', 'Phone extension', 'TelephoneExt', ALWAYS),
  text('faxNo', 'Fax', 'FaxNo', ALWAYS),
  text('emailAddress', 'E-mail', 'EmailAddress', ALWAYS),
  text('urlAddress', 'Website', 'URLAddress', ALWAYS),
  code('contactCode', 'First contact', 'ContactCode', ALWAYS),
  code('primaryShipToCode', 'Usual ship-to address', 'PrimaryShipToCode'),
  code('shipMethod', 'Ship via', 'ShipMethod', ALWAYS),
  code('taxSchedule', 'Tax schedule', 'TaxSchedule', ALWAYS),
  text('taxExemptNo', 'Tax exemption number', 'TaxExemptNo'),
  code('termsCode', 'Terms of payment', 'TermsCode', ALWAYS),
  code('salesperson', 'Salesperson', 'SalespersonNo', ALWAYS),
  text('comment', 'Comment', 'Comment', ALWAYS),
  text('sortField', 'Sort field', 'SortField', ALWAYS),
  code('customerType', 'Customer type', 'CustomerType', ALWAYS),
  code('priceLevel', 'Price level', 'PriceLevel', ALWAYS),
  code('defaultPaymentType', 'Usual payment type', 'DefaultPaymentType'),
  decimal('discountRate', 'Discount in per cent', 'CustomerDiscountRate'),
  flag('creditHold', 'Credit hold', 'CreditHold', ALWAYS),
  decimal('creditLimit', 'Credit limit', 'CreditLimit', ALWAYS),
  decimal('currentBalance', 'Current balance', 'CurrentBalance'),
  ...aging,
  decimal('openOrderAmount', 'Open orders', 'OpenOrderAmt'),
  decimal('amountDue', 'Amount due', null),
  decimal('creditLeft', 'Credit left', null),
  decimal('balanceForward', 'Balance forward', 'BalanceForward'),
  flag('openItem', 'Open item customer', 'OpenItemCustomer'),
  decimal('highestStatementBalance', 'Highest statement balance', 'HighestStmntBalance'),
  decimal('lastPaymentAmount', 'Last payment', 'LastPaymentAmt'),
  day('lastPaymentDate', 'Day of the last payment', 'DateLastPayment'),
  day('lastActivityDate', 'Day of the last activity', 'DateLastActivity'),
  day('lastStatementDate', 'Day of the last statement', 'DateLastStatement'),
  day('lastAgingDate', 'Day of the last aging', 'DateLastAging'),
  day('dateEstablished', 'Customer since', 'DateEstablished'),
  integer('averageDaysToPay', 'Average days to pay', 'AvgDaysPaymentInvoice'),
  integer('averageDaysOverdue', 'Average days overdue', 'AvgDaysOverDue'),
  ...stampFields(of)
];

/** AR_Customer, with what its customer owes and may still spend: null without a limit. */
export function describeCustomer(credit: CreditSettings): DescribedEntity<Customer> {
  return describeEntity<Customer>({
    entity: 'customer',
    label: 'Customer',
    table: 'AR_Customer',
    fields,
    keyOf: recordKeys.customer,
    workedOut: (customer) => {
      const { amountDue, left = null } = creditStanding(customer, credit);
      return { customerKey: recordKeys.customer(customer), amountDue, creditLeft: left };
    },
    changedAt: lastStamp
  });
}

export const customerEntity = describeCustomer(usualCredit);
