import type { PairName } from '../../../../callout-service/src/sync/pairs/pair-names.ts';

/** How a column of Sage and a field of Salesforce are held against each other. */
export type ColumnKind = 'text' | 'cents' | 'quantity' | 'day';

/** What must be equal of a pair: worked out from Sage's own tables, past everything that the service reads with. */
export interface PairCheck {
  readonly pair: PairName;
  /** Gives `key` and the columns below. */
  readonly sql: string;
  readonly object: string;
  readonly keyField: string;
  readonly columns: readonly {
    readonly column: string;
    readonly field: string;
    readonly kind: ColumnKind;
  }[];
}

const as = (column: string, field: string, kind: ColumnKind) => ({ column, field, kind });

/** Each pair, by the tables that it comes from. */
export const pairChecks: readonly PairCheck[] = [
  {
    pair: 'Account-customer',
    sql: `SELECT ARDivisionNo || '-' || CustomerNo AS key, CustomerName, CreditLimit, OpenOrderAmt, TermsCode
      FROM AR_Customer`,
    object: 'Account',
    keyField: 'Sage_Customer_No__c',
    columns: [
      as('CustomerName', 'Name', 'text'),
      as('CreditLimit', 'Sage_Credit_Limit__c', 'cents'),
      as('OpenOrderAmt', 'Sage_Open_Order_Amount__c', 'cents'),
      as('TermsCode', 'Sage_Terms_Code__c', 'text')
    ]
  },
  {
    pair: 'Contact-contact',
    sql: `SELECT ARDivisionNo || '-' || CustomerNo || '/' || ContactCode AS key, EmailAddress FROM AR_CustomerContact`,
    object: 'Contact',
    keyField: 'Sage_Contact_Key__c',
    columns: [as('EmailAddress', 'Email', 'text')]
  },
  {
    pair: 'Product2-item',
    sql: `SELECT ItemCode AS key, ItemCodeDesc, StandardUnitPrice FROM CI_Item WHERE ItemType = '1'`,
    object: 'Product2',
    keyField: 'Sage_Item_Code__c',
    columns: [as('StandardUnitPrice', 'Sage_Standard_Price__c', 'quantity')]
  },
  {
    pair: 'Sage_Inventory__c-inventory',
    sql: `SELECT ItemCode || '/' || WarehouseCode AS key, QuantityOnHand, QuantityOnSalesOrder FROM IM_ItemWarehouse`,
    object: 'Sage_Inventory__c',
    keyField: 'Sage_Key__c',
    columns: [
      as('QuantityOnHand', 'Quantity_On_Hand__c', 'quantity'),
      as('QuantityOnSalesOrder', 'Quantity_On_Sales_Order__c', 'quantity')
    ]
  },
  {
    pair: 'Sage_Vendor__c-vendor',
    sql: `SELECT APDivisionNo || '-' || VendorNo AS key, VendorName FROM AP_Vendor`,
    object: 'Sage_Vendor__c',
    keyField: 'Sage_Key__c',
    columns: [as('VendorName', 'Name', 'text')]
  },
  {
    pair: 'Sage_Sales_Order__c-sales-order',
    sql: `SELECT SalesOrderNo AS key, CustomerPONo FROM SO_SalesOrderHeader
      UNION SELECT SalesOrderNo, CustomerPONo FROM SO_SalesOrderHistoryHeader
        WHERE SalesOrderNo NOT IN (SELECT SalesOrderNo FROM SO_SalesOrderHeader)`,
    object: 'Sage_Sales_Order__c',
    keyField: 'Sage_Key__c',
    columns: [as('CustomerPONo', 'Customer_PO_No__c', 'text')]
  },
  {
    pair: 'Sage_Invoice__c-invoice',
    sql: `SELECT CASE WHEN HeaderSeqNo = '000000' THEN InvoiceNo ELSE InvoiceNo || '/' || HeaderSeqNo END AS key,
        TaxableSalesAmt + NonTaxableSalesAmt - DiscountAmt + SalesTaxAmt + FreightAmt AS Total
      FROM AR_InvoiceHistoryHeader
      UNION ALL SELECT InvoiceNo, TaxableAmt + NonTaxableAmt - DiscountAmt + SalesTaxAmt + FreightAmt FROM SO_InvoiceHeader
      UNION ALL SELECT ARDivisionNo || '-' || CustomerNo || '/' || InvoiceNo || '/' || InvoiceType, Balance
        FROM AR_OpenInvoice o WHERE NOT EXISTS (SELECT 1 FROM AR_InvoiceHistoryHeader h
          WHERE h.InvoiceNo = o.InvoiceNo AND h.HeaderSeqNo = o.InvoiceHistoryHeaderSeqNo)`,
    object: 'Sage_Invoice__c',
    keyField: 'Sage_Key__c',
    columns: [as('Total', 'Total__c', 'cents')]
  },
  {
    pair: 'Sage_Bill__c-bill',
    sql: `SELECT APDivisionNo || '-' || VendorNo || '/' || InvoiceNo AS key, Balance FROM AP_OpenInvoice`,
    object: 'Sage_Bill__c',
    keyField: 'Sage_Key__c',
    columns: [as('Balance', 'Balance__c', 'cents')]
  },
  {
    pair: 'Sage_Purchase_Order__c-purchase-order',
    sql: `SELECT PurchaseOrderNo AS key, TaxableAmt + NonTaxableAmt + SalesTaxAmt + FreightAmt AS Total
      FROM PO_PurchaseOrderHeader`,
    object: 'Sage_Purchase_Order__c',
    keyField: 'Sage_Key__c',
    columns: [as('Total', 'Total__c', 'cents')]
  }
];
