import { randomUUID } from 'node:crypto';
import type { SalesforceRow, SalesforceValue } from '../../../salesforce/port/salesforce-records.ts';

type Changes = Readonly<Record<string, SalesforceValue>>;

/** An 18 character id with the prefix of its object, new each time. */
export function someId(prefix: '001' | '006' | '00k' | '01t' | '801' | '802' | '005'): string {
  return `${prefix}${randomUUID().replaceAll('-', '').slice(0, 15)}`;
}

/** An account with the number of a customer. */
export function account(customerNo = '01-ABF', changes: Changes = {}): SalesforceRow {
  return {
    Id: someId('001'),
    Name: 'American Business Futures',
    Sage_Customer_No__c: customerNo,
    ...changes
  };
}

/** A line of an opportunity or order. */
export function line(
  productCode: string,
  quantity: string,
  changes: Changes = {}
): SalesforceRow & { readonly Id: string } {
  return {
    Id: someId('00k'),
    Quantity: quantity,
    UnitPrice: '100.00',
    Product2: { Name: productCode, ProductCode: productCode, Sage_Item_Code__c: null },
    ...changes
  };
}

/** An opportunity that is won, with these lines. */
export function wonDeal(
  lines: readonly SalesforceRow[],
  changes: Changes = {}
): SalesforceRow & { readonly Id: string } {
  return {
    Id: someId('006'),
    Name: 'Cabinets for the new office',
    CloseDate: '2026-01-20',
    IsWon: true,
    Account: account(),
    OpportunityContactRoles: [],
    OpportunityLineItems: lines,
    ...changes
  };
}

/** An order that is activated, with these lines. */
export function activatedOrder(
  lines: readonly SalesforceRow[],
  changes: Changes = {}
): SalesforceRow & { readonly Id: string } {
  return {
    Id: someId('801'),
    Name: null,
    OrderNumber: '00000100',
    EffectiveDate: '2026-01-20',
    StatusCode: 'Activated',
    Account: account(),
    BillToContact: null,
    OrderItems: lines,
    ...changes
  };
}
