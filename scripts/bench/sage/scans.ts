import type { SageRecords } from '../../../callout-service/src/sage/port/sage-records.ts';

type Scan = (records: SageRecords) => AsyncIterable<readonly unknown[]>;

/** The full scan of every kind of record that the service reads, documents with their lines. */
export const scans = {
  customers: (records) => records.customers.scan(),
  contacts: (records) => records.contacts.scan(),
  'ship-to addresses': (records) => records.shipToAddresses.scan(),
  salespersons: (records) => records.salespersons.scan(),
  terms: (records) => records.terms.scan(),
  items: (records) => records.items.scan(),
  'alias items': (records) => records.aliasItems.scan(),
  'price records': (records) => records.priceRecords.scan(),
  'inventory levels': (records) => records.inventoryLevels.scan(),
  warehouses: (records) => records.warehouses.scan(),
  vendors: (records) => records.vendors.scan(),
  bills: (records) => records.bills.scan(),
  'sales orders with lines': (records) => records.salesOrders.scan(),
  'sales order history with lines': (records) => records.salesOrderHistory.scan(),
  'open invoices with lines': (records) => records.openInvoices.scan(),
  'invoice history with lines': (records) => records.invoiceHistory.scan(),
  'unposted invoices with lines': (records) => records.unpostedInvoices.scan(),
  payments: (records) => records.payments.scan(),
  'purchase orders with lines': (records) => records.purchaseOrders.scan()
} as const satisfies Readonly<Record<string, Scan>>;

export type ScanName = keyof typeof scans;

/** Whether it is the name of a scan. */
export function isScanName(name: string): name is ScanName {
  return Object.hasOwn(scans, name);
}

export const scanNames: readonly ScanName[] = Object.keys(scans).filter(isScanName);
