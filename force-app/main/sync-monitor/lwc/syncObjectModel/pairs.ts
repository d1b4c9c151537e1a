import PAIR_ACCOUNTS from '@salesforce/label/c.Sage_Objects_Pair_Accounts';
import PAIR_BILLS_SAGE from '@salesforce/label/c.Sage_Objects_Pair_Bills_Sage';
import PAIR_BILLS_SALESFORCE from '@salesforce/label/c.Sage_Objects_Pair_Bills_Salesforce';
import PAIR_CASH_RECEIPTS from '@salesforce/label/c.Sage_Objects_Pair_Cash_Receipts';
import PAIR_CHILD_ACCOUNTS from '@salesforce/label/c.Sage_Objects_Pair_Child_Accounts';
import PAIR_CONTACTS from '@salesforce/label/c.Sage_Objects_Pair_Contacts';
import PAIR_CUSTOMERS from '@salesforce/label/c.Sage_Objects_Pair_Customers';
import PAIR_INVENTORY from '@salesforce/label/c.Sage_Objects_Pair_Inventory';
import PAIR_INVOICES_SAGE from '@salesforce/label/c.Sage_Objects_Pair_Invoices_Sage';
import PAIR_INVOICES_SALESFORCE from '@salesforce/label/c.Sage_Objects_Pair_Invoices_Salesforce';
import PAIR_ITEMS from '@salesforce/label/c.Sage_Objects_Pair_Items';
import PAIR_ORDERS_SAGE from '@salesforce/label/c.Sage_Objects_Pair_Orders_Sage';
import PAIR_ORDERS_SALESFORCE from '@salesforce/label/c.Sage_Objects_Pair_Orders_Salesforce';
import PAIR_PAYMENTS from '@salesforce/label/c.Sage_Objects_Pair_Payments';
import PAIR_PRICES from '@salesforce/label/c.Sage_Objects_Pair_Prices';
import PAIR_PRICE_ENTRIES from '@salesforce/label/c.Sage_Objects_Pair_Price_Entries';
import PAIR_PRODUCTS from '@salesforce/label/c.Sage_Objects_Pair_Products';
import PAIR_PURCHASES_SAGE from '@salesforce/label/c.Sage_Objects_Pair_Purchases_Sage';
import PAIR_PURCHASES_SALESFORCE from '@salesforce/label/c.Sage_Objects_Pair_Purchases_Salesforce';
import PAIR_REPORTS_SAGE from '@salesforce/label/c.Sage_Objects_Pair_Reports_Sage';
import PAIR_REPORTS_SALESFORCE from '@salesforce/label/c.Sage_Objects_Pair_Reports_Salesforce';
import PAIR_SHIP_TO from '@salesforce/label/c.Sage_Objects_Pair_Ship_To';
import PAIR_STOCK from '@salesforce/label/c.Sage_Objects_Pair_Stock';
import PAIR_VENDORS_SAGE from '@salesforce/label/c.Sage_Objects_Pair_Vendors_Sage';
import PAIR_VENDORS_SALESFORCE from '@salesforce/label/c.Sage_Objects_Pair_Vendors_Salesforce';

/** The object pairs that the service keeps in step, in the order of their dependencies. Names are stored. */
export const pairNames = [
  'Account-customer',
  'Account-ship-to',
  'Contact-contact',
  'Product2-item',
  'PricebookEntry-price',
  'Sage_Inventory__c-inventory',
  'Sage_Vendor__c-vendor',
  'Sage_Sales_Order__c-sales-order',
  'Sage_Invoice__c-invoice',
  'Sage_Payment__c-payment',
  'Sage_Bill__c-bill',
  'Sage_Purchase_Order__c-purchase-order',
  'Sage_Report__c-report'
] as const;
export type PairName = (typeof pairNames)[number];

/** How a pair is looked after when it is set up; an administrator changes it from there. */
export interface UsualSchedule {
  /** Seconds between looks; undefined where a cron does. */
  readonly everySeconds?: number;
  /** Five-field cron on the clock of Sage. */
  readonly cron?: string;
}

/** What the page knows of a pair, whether it is set up or not. */
export interface PairDescription {
  /** What it is called on either side, in the plural. */
  readonly salesforce: string;
  readonly sage: string;
  /** Whether Sage can be written as well. */
  readonly goesBothWays: boolean;
  /** Whether the mapping of the package makes new records in Sage. */
  readonly createsInSage: boolean;
  /** A run waits for the runs of these. */
  readonly dependsOn: readonly PairName[];
  readonly usual: UsualSchedule;
}

const CUSTOMER = 'Account-customer';
const ITEM = 'Product2-item';
const ORDER = 'Sage_Sales_Order__c-sales-order';
const VENDOR = 'Sage_Vendor__c-vendor';
const bothWays = { goesBothWays: true, createsInSage: true } as const;
const toSalesforce = { goesBothWays: false, createsInSage: false } as const;
const eachMinute = { everySeconds: 60 } as const;
const everyFiveMinutes = { everySeconds: 300 } as const;

export const pairs: Readonly<Record<PairName, PairDescription>> = {
  [CUSTOMER]: {
    ...{ salesforce: PAIR_ACCOUNTS, sage: PAIR_CUSTOMERS, dependsOn: [], usual: eachMinute },
    ...{ goesBothWays: true, createsInSage: false }
  },
  'Account-ship-to': {
    ...{ salesforce: PAIR_CHILD_ACCOUNTS, sage: PAIR_SHIP_TO, dependsOn: [CUSTOMER] },
    ...{ ...bothWays, usual: everyFiveMinutes }
  },
  'Contact-contact': {
    ...{ salesforce: PAIR_CONTACTS, sage: PAIR_CONTACTS, dependsOn: [CUSTOMER] },
    ...{ ...bothWays, usual: eachMinute }
  },
  [ITEM]: {
    ...{ salesforce: PAIR_PRODUCTS, sage: PAIR_ITEMS, dependsOn: [], usual: eachMinute },
    ...{ goesBothWays: true, createsInSage: false }
  },
  // Sage stamps no price: each look reads them all.
  'PricebookEntry-price': {
    ...{ salesforce: PAIR_PRICE_ENTRIES, sage: PAIR_PRICES, dependsOn: [ITEM] },
    ...{ ...toSalesforce, usual: { cron: '15 * * * *' } }
  },
  'Sage_Inventory__c-inventory': {
    ...{ salesforce: PAIR_INVENTORY, sage: PAIR_STOCK, dependsOn: [ITEM] },
    ...{ ...toSalesforce, usual: eachMinute }
  },
  [VENDOR]: {
    ...{ salesforce: PAIR_VENDORS_SALESFORCE, sage: PAIR_VENDORS_SAGE, dependsOn: [] },
    ...{ ...toSalesforce, usual: everyFiveMinutes }
  },
  [ORDER]: {
    ...{ salesforce: PAIR_ORDERS_SALESFORCE, sage: PAIR_ORDERS_SAGE, dependsOn: [CUSTOMER, ITEM] },
    ...{ ...toSalesforce, usual: eachMinute }
  },
  'Sage_Invoice__c-invoice': {
    ...{ salesforce: PAIR_INVOICES_SALESFORCE, sage: PAIR_INVOICES_SAGE, dependsOn: [CUSTOMER, ITEM, ORDER] },
    ...{ ...toSalesforce, usual: everyFiveMinutes }
  },
  'Sage_Payment__c-payment': {
    ...{ salesforce: PAIR_PAYMENTS, sage: PAIR_CASH_RECEIPTS, dependsOn: [CUSTOMER] },
    ...{ ...bothWays, usual: everyFiveMinutes }
  },
  'Sage_Bill__c-bill': {
    ...{ salesforce: PAIR_BILLS_SALESFORCE, sage: PAIR_BILLS_SAGE, dependsOn: [VENDOR] },
    ...{ ...toSalesforce, usual: everyFiveMinutes }
  },
  'Sage_Purchase_Order__c-purchase-order': {
    ...{ salesforce: PAIR_PURCHASES_SALESFORCE, sage: PAIR_PURCHASES_SAGE, dependsOn: [VENDOR, ITEM, ORDER] },
    ...{ ...toSalesforce, usual: everyFiveMinutes }
  },
  'Sage_Report__c-report': {
    ...{ salesforce: PAIR_REPORTS_SALESFORCE, sage: PAIR_REPORTS_SAGE, dependsOn: [CUSTOMER, ITEM] },
    ...{ ...toSalesforce, usual: { cron: '0 5 * * *' } }
  }
};

/** The pair of this name; undefined for one that this version does not know. */
export function asPairName(text: unknown): PairName | undefined {
  return pairNames.find((name) => name === text);
}
