import { quoted } from '../../salesforce/port/salesforce-records.ts';
import type { OrderObject } from '../order-request/order-request.ts';
import type { FieldPair } from '../settings/integration-settings.ts';

const SHARED = [
  'Id',
  'Name',
  'AccountId',
  'Sage_Sales_Order_No__c',
  'Sage_Customer_PO_No__c',
  'Sage_Ship_To_Code__c',
  'Sage_Ship_Date__c',
  'Sage_Ship_Via__c',
  'Sage_Terms_Code__c',
  'Sage_Warehouse_Code__c',
  'Sage_Order_Comment__c',
  'Sage_Cancel_Requested__c'
];
const OWN: Readonly<Record<OrderObject, readonly string[]>> = {
  Opportunity: ['CloseDate', 'IsWon'],
  Order: [
    'OrderNumber',
    'OpportunityId',
    'EffectiveDate',
    'StatusCode',
    'PoNumber',
    'ShippingStreet',
    'ShippingCity',
    'ShippingState',
    'ShippingPostalCode',
    'ShippingCountry',
    'BillToContactId'
  ]
};
const ACCOUNT = [
  'Id',
  'Name',
  'Sage_Customer_No__c',
  'Phone',
  'Fax',
  'Website',
  ...['Billing', 'Shipping'].flatMap((kind) =>
    ['Street', 'City', 'State', 'PostalCode', 'Country'].map((part) => `${kind}${part}`)
  )
];
const CONTACT = [
  'Id',
  'Sage_Contact_Key__c',
  'FirstName',
  'LastName',
  'Title',
  'Salutation',
  'Email',
  'Phone',
  'MobilePhone'
];
const LINE = [
  'Id',
  'Product2Id',
  'Product2.Name',
  'Product2.ProductCode',
  'Product2.Sage_Item_Code__c',
  'Description',
  'Quantity',
  'UnitPrice',
  'ServiceDate',
  'Sage_Warehouse_Code__c',
  'Sage_Line_Comment__c',
  'Sage_Line_Key__c'
];

/** What is asked for besides the fields that every order has. */
export interface OrderQuery {
  readonly object: OrderObject;
  readonly recordId: string;
  readonly pairs: readonly FieldPair[];
  /** Whether records have a currency of their own. */
  readonly withCurrency: boolean;
}

/** One query for the record, its account, its contact and its lines, with the fields of the admin's field pairs. */
export function orderQuery({ object, recordId, pairs, withCurrency }: OrderQuery): string {
  const paired = (of: FieldPair['object'], prefix = '') =>
    pairs.filter((pair) => pair.object === of).map(({ salesforceField }) => `${prefix}${salesforceField}`);
  const contact = (prefix: string) => [
    ...CONTACT.map((field) => `${prefix}${field}`),
    ...paired('Contact', prefix)
  ];
  const isOrder = object === 'Order';
  const fields = unique([
    ...SHARED,
    ...OWN[object],
    ...(withCurrency ? ['CurrencyIsoCode'] : []),
    ...ACCOUNT.map((field) => `Account.${field}`),
    ...paired('Account', 'Account.'),
    ...(isOrder ? contact('BillToContact.') : []),
    ...paired(object)
  ]);
  const lines = isOrder
    ? select([...LINE, ...paired('OrderItem')], 'OrderItems', 'ORDER BY OrderItemNumber')
    : select(
        [...LINE, 'Discount', ...paired('OpportunityLineItem')],
        'OpportunityLineItems',
        'ORDER BY SortOrder, Id'
      );
  const contacts = isOrder
    ? []
    : [select(contact('Contact.'), 'OpportunityContactRoles', 'WHERE IsPrimary = true')];
  return `SELECT ${[...fields, lines, ...contacts].join(', ')} FROM ${object} WHERE Id = ${quoted(recordId)}`;
}

function select(fields: readonly string[], children: string, rest: string): string {
  return `(SELECT ${unique(fields).join(', ')} FROM ${children} ${rest})`;
}

/** Salesforce refuses a field that is named twice. */
function unique(fields: readonly string[]): string[] {
  const seen = new Map(fields.map((field) => [field.toLowerCase(), field]));
  return [...seen.values()];
}
