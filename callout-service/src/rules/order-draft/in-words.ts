import type { FieldFault } from '../../errors/ledger-bridge-error.ts';
import type { OrderContent, OrderContentLine } from './order-content.ts';

/** A line as people count them, as `line 2 "Desk"`. */
export function linePlace({ productName }: Pick<OrderContentLine, 'productName'>, index: number): string {
  return `line ${index + 1} "${productName}"`;
}

/**
 * Faults of a draft in the words of Salesforce: `lines[3].warehouseCode` is `line 2 "Desk": Sage_Warehouse_Code__c`.
 * `origins` tells for each line of the draft which line of Salesforce it is made of. What Salesforce has no field for
 * keeps its name.
 */
export function inWords(
  faults: readonly FieldFault[],
  { object, lines }: Pick<OrderContent, 'object' | 'lines'>,
  origins: readonly number[]
): FieldFault[] {
  return faults.map((fault) => {
    const [, at, name] = /^lines\[(\d+)\]\.(.*)$/.exec(fault.field) ?? [];
    if (at === undefined || name === undefined)
      return { ...fault, field: headerField(fault.field.replace(/^header\./, ''), object) };
    const origin = origins[Number(at)];
    const line = origin === undefined ? undefined : lines[origin];
    if (line === undefined || origin === undefined) return fault;
    return { ...fault, field: `${linePlace(line, origin)}: ${LINE_FIELDS[name] ?? withoutGroup(name)}` };
  });
}

const LINE_FIELDS: Readonly<Record<string, string>> = {
  itemCode: 'Product2.ProductCode',
  quantity: 'Quantity',
  unitPrice: 'UnitPrice',
  discountPercent: 'Discount',
  promiseDate: 'ServiceDate',
  warehouseCode: 'Sage_Warehouse_Code__c',
  text: 'Sage_Line_Comment__c'
};

const HEADER_FIELDS: Readonly<Record<string, string>> = {
  customerNo: 'Account.Sage_Customer_No__c',
  shipDate: 'Sage_Ship_Date__c',
  customerPONo: 'Sage_Customer_PO_No__c',
  shipToCode: 'Sage_Ship_To_Code__c',
  shipVia: 'Sage_Ship_Via__c',
  warehouseCode: 'Sage_Warehouse_Code__c',
  termsCode: 'Sage_Terms_Code__c',
  comment: 'Sage_Order_Comment__c',
  'shipToAddress.name': 'Account.Name',
  'shipToAddress.city': 'ShippingCity',
  'shipToAddress.state': 'ShippingState',
  'shipToAddress.zipCode': 'ShippingPostalCode',
  'shipToAddress.countryCode': 'ShippingCountry'
};

function headerField(field: string, object: OrderContent['object']): string {
  if (field === 'orderDate') return object === 'Order' ? 'EffectiveDate' : 'CloseDate';
  if (field.startsWith('shipToAddress.lines')) return 'ShippingStreet';
  return HEADER_FIELDS[field] ?? withoutGroup(field);
}

function withoutGroup(field: string): string {
  return field.replace(/^userDefinedFields\./, '');
}
