import type { PairName } from '../../../../callout-service/src/sync/pairs/pair-names.ts';
import type { ColumnKind } from '../compare/pair-check.ts';

/** Who prevails where both sides changed a field; `only-sage` where Salesforce's people do not change it. */
export type Rule = 'sage-wins' | 'salesforce-wins' | 'newest' | 'ask' | 'only-sage';

/** A value that people or postings change, where it stands on each side. */
export interface EditedField {
  /** Of the field map. */
  readonly id: string;
  readonly column: string;
  readonly field: string;
  readonly rule: Rule;
  readonly kind: ColumnKind;
  /** A posting changes it, and no stamp tells. */
  readonly posted?: boolean;
  /** Another value; the word is letters and digits, the number has two decimals. */
  readonly value: (word: string, number: string) => string;
}

/** Records of one kind that are edited. */
export interface EditedPlace {
  readonly pair: PairName;
  readonly table: string;
  /** Key in its display form, in SQL. */
  readonly key: string;
  /** Which rows are records of the pair. */
  readonly where?: string;
  readonly object: string;
  readonly keyField: string;
  readonly fields: readonly EditedField[];
  /** Columns that tell a new record of Sage, made from one that is there; none where people make none by hand. */
  readonly newKey?: (word: string) => Readonly<Record<string, string>>;
}

const text = (id: string, column: string, field: string, rule: Rule): EditedField => ({
  ...{ id, column, field, rule, kind: 'text' },
  value: (word) => `Edited ${word}`
});
const figure = (id: string, column: string, field: string, posted = true): EditedField => ({
  ...{ id, column, field, rule: 'only-sage', kind: 'cents', posted },
  value: (_word, number) => number
});

const customerKey = "ARDivisionNo || '-' || CustomerNo";
const vendorKey = "APDivisionNo || '-' || VendorNo";

/** Rules that the packaged mapping of customers does not use, by field map: so that each rule has its field. */
export const publishedRules: Readonly<Record<string, Rule>> = {
  email: 'salesforce-wins',
  website: 'ask'
};

/** What is edited of each pair, by the rules of the mappings. */
export const editedPlaces: readonly EditedPlace[] = [
  {
    ...{ pair: 'Account-customer', table: 'AR_Customer', key: customerKey },
    ...{ object: 'Account', keyField: 'Sage_Customer_No__c' },
    fields: [
      text('comment', 'Comment', 'Sage_Comment__c', 'newest'),
      { ...text('ship-method', 'ShipMethod', 'Sage_Ship_Method__c', 'sage-wins'), value: (word) => word },
      {
        ...text('email', 'EmailAddress', 'Sage_Email__c', 'salesforce-wins'),
        value: (word) => `${word}@edited.example`
      },
      { ...text('website', 'URLAddress', 'Website', 'ask'), value: (word) => `www.${word}.example` },
      {
        ...text('terms-code', 'TermsCode', 'Sage_Terms_Code__c', 'only-sage'),
        value: (word) => word.slice(-2)
      },
      figure('current-balance', 'CurrentBalance', 'Sage_Aging_Current__c'),
      figure('credit-limit', 'CreditLimit', 'Sage_Credit_Limit__c', false)
    ],
    newKey: (word) => ({ CustomerNo: word.toUpperCase(), CustomerName: `New customer ${word}` })
  },
  {
    ...{ pair: 'Contact-contact', table: 'AR_CustomerContact' },
    key: `${customerKey} || '/' || ContactCode`,
    ...{ object: 'Contact', keyField: 'Sage_Contact_Key__c' },
    fields: [
      { ...text('title', 'ContactTitle', 'Title', 'newest'), value: (word) => word },
      { ...text('email', 'EmailAddress', 'Email', 'newest'), value: (word) => `${word}@edited.example` }
    ],
    newKey: (word) => ({
      ContactCode: word.toUpperCase(),
      ContactName: `New ${word}`,
      EmailAddress: `new.${word}@edited.example`
    })
  },
  {
    ...{ pair: 'Product2-item', table: 'CI_Item', key: 'ItemCode', where: "ItemType = '1'" },
    ...{ object: 'Product2', keyField: 'Sage_Item_Code__c' },
    fields: [
      text('name', 'ItemCodeDesc', 'Name', 'newest'),
      figure('standard-price', 'StandardUnitPrice', 'Sage_Standard_Price__c', false)
    ],
    newKey: (word) => ({ ItemCode: `NEW-${word.toUpperCase()}`, ItemCodeDesc: `New item ${word}` })
  },
  {
    ...{ pair: 'PricebookEntry-price', table: 'CI_Item', key: "ItemCode || '/'" },
    // A price is that of one sales unit.
    where: "ItemType = '1' AND SalesUMConvFctr = 1",
    ...{ object: 'PricebookEntry', keyField: 'Sage_Price_Key__c' },
    fields: [figure('price', 'StandardUnitPrice', 'UnitPrice', false)]
  },
  {
    ...{ pair: 'Sage_Inventory__c-inventory', table: 'IM_ItemWarehouse' },
    key: "ItemCode || '/' || WarehouseCode",
    ...{ object: 'Sage_Inventory__c', keyField: 'Sage_Key__c' },
    fields: [{ ...figure('quantity', 'QuantityOnHand', 'Quantity_On_Hand__c'), kind: 'quantity' }]
  },
  {
    ...{ pair: 'Sage_Vendor__c-vendor', table: 'AP_Vendor', key: vendorKey },
    ...{ object: 'Sage_Vendor__c', keyField: 'Sage_Key__c' },
    fields: [text('name', 'VendorName', 'Name', 'only-sage')],
    newKey: (word) => ({ VendorNo: word.toUpperCase().slice(-7), VendorName: `New vendor ${word}` })
  },
  {
    ...{ pair: 'Sage_Invoice__c-invoice', table: 'AR_OpenInvoice', key: 'InvoiceNo' },
    where: `InvoiceType = 'IN' AND InvoiceHistoryHeaderSeqNo = '000000' AND EXISTS (SELECT 1 FROM AR_InvoiceHistoryHeader h
      WHERE h.InvoiceNo = AR_OpenInvoice.InvoiceNo AND h.HeaderSeqNo = '000000'
        AND h.InvoiceType = AR_OpenInvoice.InvoiceType)`,
    ...{ object: 'Sage_Invoice__c', keyField: 'Sage_Key__c' },
    fields: [figure('balance', 'Balance', 'Balance__c')]
  },
  {
    ...{ pair: 'Sage_Bill__c-bill', table: 'AP_OpenInvoice', key: `${vendorKey} || '/' || InvoiceNo` },
    ...{ object: 'Sage_Bill__c', keyField: 'Sage_Key__c' },
    fields: [figure('balance', 'Balance', 'Balance__c')]
  }
];
