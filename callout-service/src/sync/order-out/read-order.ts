import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { SalesforceRecords, SalesforceRow } from '../../salesforce/port/salesforce-records.ts';
import type { OrderRequest } from '../order-request/order-request.ts';
import type { IntegrationSettings } from '../settings/integration-settings.ts';
import { orderQuery } from './order-query.ts';
import type {
  OrderSource,
  SalesforceAddress,
  SourceAccount,
  SourceContact,
  SourceLine
} from './order-source.ts';
import { childrenOf, parentOf, textOf } from './row-values.ts';

/** Reads records as they are now. */
export interface OrderReader {
  /** Undefined when the record is not there any more. @throws LedgerBridgeError LB70x. */
  read(
    request: Pick<OrderRequest, 'object' | 'recordId' | 'orderKey'>,
    settings: IntegrationSettings
  ): Promise<OrderSource | undefined>;
}

/** Makes the reader: one query for each record, and once one that finds out whether records have a currency. */
export function createOrderReader(
  records: Pick<SalesforceRecords, 'all'>,
  companyCurrency: string
): OrderReader {
  let withCurrency: boolean | undefined;
  return {
    async read({ object, recordId, orderKey }, { fieldPairs }) {
      withCurrency ??= await hasCurrencies(records);
      const soql = orderQuery({ object, recordId, pairs: fieldPairs, withCurrency });
      const [row] = await records.all(soql);
      if (row === undefined) return undefined;
      const source = object === 'Order' ? orderOf(row) : opportunityOf(row);
      return { ...source, orderKey, currency: textOf(row, 'CurrencyIsoCode') ?? companyCurrency };
    }
  };
}

/** Only an org with several currencies has the field; the others do not know it, as one that may not be seen (LB710). */
async function hasCurrencies(records: Pick<SalesforceRecords, 'all'>): Promise<boolean> {
  try {
    await records.all('SELECT CurrencyIsoCode FROM Opportunity LIMIT 1');
    return true;
  } catch (error) {
    if (error instanceof LedgerBridgeError && UNKNOWN_FIELD.has(error.code)) return false;
    throw error;
  }
}

const UNKNOWN_FIELD: ReadonlySet<string> = new Set(['LB705', 'LB710', 'LB714']);

type SourceWithoutKey = Omit<OrderSource, 'orderKey' | 'currency'>;

function opportunityOf(row: SalesforceRow): SourceWithoutKey {
  const [role] = childrenOf(row, 'OpportunityContactRoles');
  const contact = role === undefined ? null : parentOf(role, 'Contact');
  return {
    ...sharedOf(row, contact),
    object: 'Opportunity',
    name: textOf(row, 'Name') ?? '',
    orderDate: textOf(row, 'CloseDate'),
    shipTo: null,
    lines: childrenOf(row, 'OpportunityLineItems').map(lineOf),
    wanted: row['IsWon'] === true
  };
}

function orderOf(row: SalesforceRow): SourceWithoutKey {
  return {
    ...sharedOf(row, parentOf(row, 'BillToContact')),
    object: 'Order',
    name: textOf(row, 'Name') ?? textOf(row, 'OrderNumber') ?? '',
    orderDate: textOf(row, 'EffectiveDate'),
    customerPONo: textOf(row, 'Sage_Customer_PO_No__c') ?? textOf(row, 'PoNumber'),
    shipTo: addressOf(row, 'Shipping'),
    lines: childrenOf(row, 'OrderItems').map(lineOf),
    wanted: textOf(row, 'StatusCode')?.startsWith('A') ?? false
  };
}

function sharedOf(row: SalesforceRow, contact: SalesforceRow | null) {
  const account = parentOf(row, 'Account');
  return {
    id: textOf(row, 'Id') ?? '',
    account: account === null ? null : accountOf(account, contact),
    contact: contact === null ? null : contactOf(contact),
    cancelRequested: row['Sage_Cancel_Requested__c'] === true,
    customerPONo: textOf(row, 'Sage_Customer_PO_No__c'),
    shipToCode: textOf(row, 'Sage_Ship_To_Code__c'),
    shipDate: textOf(row, 'Sage_Ship_Date__c'),
    shipVia: textOf(row, 'Sage_Ship_Via__c'),
    termsCode: textOf(row, 'Sage_Terms_Code__c'),
    warehouseCode: textOf(row, 'Sage_Warehouse_Code__c'),
    comment: textOf(row, 'Sage_Order_Comment__c'),
    sageSalesOrderNo: textOf(row, 'Sage_Sales_Order_No__c'),
    row
  };
}

function accountOf(row: SalesforceRow, contact: SalesforceRow | null): SourceAccount {
  return {
    id: textOf(row, 'Id') ?? '',
    name: textOf(row, 'Name') ?? '',
    sageCustomerNo: textOf(row, 'Sage_Customer_No__c'),
    billing: addressOf(row, 'Billing'),
    shipping: addressOf(row, 'Shipping'),
    phone: textOf(row, 'Phone'),
    fax: textOf(row, 'Fax'),
    website: textOf(row, 'Website'),
    email: contact === null ? null : textOf(contact, 'Email'),
    row
  };
}

function contactOf(row: SalesforceRow): SourceContact {
  return {
    id: textOf(row, 'Id') ?? '',
    sageContactKey: textOf(row, 'Sage_Contact_Key__c'),
    firstName: textOf(row, 'FirstName'),
    lastName: textOf(row, 'LastName') ?? '',
    title: textOf(row, 'Title'),
    salutation: textOf(row, 'Salutation'),
    email: textOf(row, 'Email'),
    phone: textOf(row, 'Phone'),
    mobilePhone: textOf(row, 'MobilePhone'),
    row
  };
}

function addressOf(row: SalesforceRow, kind: 'Billing' | 'Shipping'): SalesforceAddress {
  return {
    street: textOf(row, `${kind}Street`),
    city: textOf(row, `${kind}City`),
    state: textOf(row, `${kind}State`),
    postalCode: textOf(row, `${kind}PostalCode`),
    country: textOf(row, `${kind}Country`)
  };
}

function lineOf(row: SalesforceRow): SourceLine {
  const product = parentOf(row, 'Product2');
  return {
    id: textOf(row, 'Id') ?? '',
    productId: textOf(row, 'Product2Id') ?? '',
    productCode: product && textOf(product, 'ProductCode'),
    sageItemCode: product && textOf(product, 'Sage_Item_Code__c'),
    productName: (product && textOf(product, 'Name')) ?? '',
    description: textOf(row, 'Description'),
    quantity: textOf(row, 'Quantity') ?? '0',
    unitPrice: textOf(row, 'UnitPrice') ?? '0',
    discountPercent: textOf(row, 'Discount'),
    serviceDate: textOf(row, 'ServiceDate'),
    warehouseCode: textOf(row, 'Sage_Warehouse_Code__c'),
    comment: textOf(row, 'Sage_Line_Comment__c'),
    sageLineKey: textOf(row, 'Sage_Line_Key__c'),
    row
  };
}
