import type { ParentReads, SageRecords, StampedReads } from '../port/sage-records.ts';
import type { RecordDefinition } from './definition.ts';
import { invoiceHistory } from './documents/invoice-history.ts';
import { openInvoices } from './documents/open-invoices.ts';
import { payments } from './documents/payments.ts';
import { purchaseOrders } from './documents/purchase-orders.ts';
import { salesOrderHistory } from './documents/sales-order-history.ts';
import { salesOrders } from './documents/sales-orders.ts';
import { unpostedInvoices } from './documents/unposted-invoices.ts';
import { aliasItems } from './master/alias-items.ts';
import { bills } from './master/bills.ts';
import { contacts } from './master/contacts.ts';
import { customers } from './master/customers.ts';
import { inventoryLevels } from './master/inventory-levels.ts';
import { items } from './master/items.ts';
import { priceLevels } from './master/price-levels.ts';
import { priceRecords } from './master/price-records.ts';
import { salespersons } from './master/salespersons.ts';
import { shipToAddresses } from './master/ship-to-addresses.ts';
import { terms } from './master/terms.ts';
import { vendors } from './master/vendors.ts';
import { warehouses } from './master/warehouses.ts';
import type { RecordReadingOptions } from './options.ts';
import { readCompany } from './read-company.ts';
import { RecordEngine } from './record-engine.ts';

/**
 * Reads every kind of record of a Sage company over ODBC. Nothing is asked before the first read. Scans and reads of
 * changes go behind all other reads.
 */
export function createOdbcSageRecords(options: RecordReadingOptions): SageRecords {
  const engine = new RecordEngine(options);
  return {
    ...masterData(engine),
    ...documents(engine),
    readCompany: (settings) => readCompany(engine, settings)
  };
}

function masterData(engine: RecordEngine) {
  return {
    customers: readsOf(engine, customers),
    contacts: readsOf(engine, contacts),
    shipToAddresses: readsOf(engine, shipToAddresses),
    salespersons: readsOf(engine, salespersons),
    terms: readsOf(engine, terms),
    items: readsOf(engine, items),
    aliasItems: readsOf(engine, aliasItems),
    priceRecords: readsOf(engine, priceRecords),
    priceLevels: readsOf(engine, priceLevels),
    inventoryLevels: readsOf(engine, inventoryLevels),
    warehouses: readsOf(engine, warehouses),
    vendors: readsOf(engine, vendors),
    bills: readsOf(engine, bills)
  };
}

function documents(engine: RecordEngine) {
  return {
    salesOrders: readsOf(engine, salesOrders),
    salesOrderHistory: readsOf(engine, salesOrderHistory),
    openInvoices: readsOf(engine, openInvoices),
    invoiceHistory: readsOf(engine, invoiceHistory),
    unpostedInvoices: readsOf(engine, unpostedInvoices),
    payments: readsOf(engine, payments),
    purchaseOrders: readsOf(engine, purchaseOrders)
  };
}

function readsOf<E, K, P>(
  engine: RecordEngine,
  definition: RecordDefinition<E, K, P>
): StampedReads<E, K> & ParentReads<E, P> {
  return {
    byKeys: (keys, options) => engine.byKeys(definition, keys, options),
    scan: (options) => engine.scan(definition, options),
    changedSince: (window, options) => engine.changedSince(definition, window, options),
    of: (parent, options) => engine.of(definition, parent, options)
  };
}
