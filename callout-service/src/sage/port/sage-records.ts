import type { AliasItem } from '../../canonical/alias-item.ts';
import type { Bill, BillKey } from '../../canonical/bill.ts';
import type { Company } from '../../canonical/company.ts';
import type { Contact, ContactKey } from '../../canonical/contact.ts';
import type { CustomerKey } from '../../canonical/customer-key.ts';
import type { Customer } from '../../canonical/customer.ts';
import type { InventoryKey, InventoryLevel } from '../../canonical/inventory-level.ts';
import type { Invoice, InvoiceKey, OpenInvoiceKey } from '../../canonical/invoice.ts';
import type { Item } from '../../canonical/item.ts';
import type { Payment, PaymentKey } from '../../canonical/payment.ts';
import type { PriceLevel, PriceLevelKey } from '../../canonical/price-level.ts';
import type { PriceRecord, PriceRecordKey } from '../../canonical/price-record.ts';
import type { PurchaseOrder } from '../../canonical/purchase-order.ts';
import type { SalesOrder } from '../../canonical/sales-order.ts';
import type { Salesperson, SalespersonKey } from '../../canonical/salesperson.ts';
import type { ShipToAddress, ShipToKey } from '../../canonical/ship-to-address.ts';
import type { Terms } from '../../canonical/terms.ts';
import type { Vendor, VendorKey } from '../../canonical/vendor.ts';
import type { Warehouse } from '../../canonical/warehouse.ts';

/** What a read of records may leave out, and how much it takes at once. */
export interface ReadOptions {
  /** Without lines a document's `lines` and `packages` are empty, and their tables are not touched. Default true. */
  readonly withLines?: boolean;
  /** Records in one page; at most 1000. Default 500, for documents with lines 200. */
  readonly pageSize?: number;
}

export interface KeyReadOptions extends ReadOptions {
  /** Passes over records that cannot be used, and reports them, as reads that give pages do. Default false. */
  readonly passOverUnusable?: boolean;
}

export interface ScanOptions<K> extends ReadOptions {
  /** Goes on behind this record, whether or not it is still there. */
  readonly after?: K;
}

/** From when on changes are wanted. */
export interface ChangeWindow {
  /** UTC. */
  readonly since: string;
  /**
   * How far to look back before `since`: covers clocks, transactions that took long, and the hour that comes twice at the
   * end of daylight saving time. Two hours at least are sensible.
   */
  readonly overlapMinutes: number;
}

/**
 * Reads of one kind of record: `E` the canonical entity, `K` its natural key. Pages come in the order of Sage's primary
 * key, and only one is in memory at a time. Every read rejects with a LedgerBridgeError LB3xx when Sage cannot answer.
 * A record that cannot be used (an unknown code, a number that is none) makes a read by key reject with LB308, unless it is
 * told otherwise; reads that give pages pass over it and report it, so that it does not hide the rest.
 */
export interface RecordReads<E, K> {
  /** Those of the keys that Sage has, in the order of the keys; read in chunks of 200 at most. */
  byKeys(keys: readonly K[], options?: KeyReadOptions): Promise<readonly E[]>;
  scan(options?: ScanOptions<K>): AsyncIterable<readonly E[]>;
}

/**
 * Reads of a table that Sage stamps. No index has the stamp, so Sage looks at every record once. Pages hold what was
 * changed in the window, in key order, then what was created in it and never changed, in key order again. A record may
 * change between the look at its stamp and its reading: it then comes as it is by then.
 */
export interface StampedReads<E, K> extends RecordReads<E, K> {
  changedSince(window: ChangeWindow, options?: ReadOptions): AsyncIterable<readonly E[]>;
}

/** Reads of everything that belongs to one other record. */
export interface ParentReads<E, P> {
  of(parent: P, options?: ReadOptions): AsyncIterable<readonly E[]>;
}

/** Every kind of record of a Sage company. */
export interface SageRecords {
  readonly customers: StampedReads<Customer, CustomerKey>;
  readonly contacts: StampedReads<Contact, ContactKey> & ParentReads<Contact, CustomerKey>;
  readonly shipToAddresses: StampedReads<ShipToAddress, ShipToKey> & ParentReads<ShipToAddress, CustomerKey>;
  readonly salespersons: StampedReads<Salesperson, SalespersonKey>;
  readonly terms: StampedReads<Terms, string>;
  /** By item code, as those below. */
  readonly items: StampedReads<Item, string>;
  readonly aliasItems: RecordReads<AliasItem, string>;
  /** `of` an item: its own records 1 and 2; the records 0 of its price code are found by key. */
  readonly priceRecords: StampedReads<PriceRecord, PriceRecordKey> & ParentReads<PriceRecord, string>;
  /** By customer; a data source that does not show AR_PriceLevelByCust rejects with LB3xx. */
  readonly priceLevels: RecordReads<PriceLevel, PriceLevelKey> & ParentReads<PriceLevel, CustomerKey>;
  readonly inventoryLevels: StampedReads<InventoryLevel, InventoryKey> & ParentReads<InventoryLevel, string>;
  readonly warehouses: RecordReads<Warehouse, string>;
  /** SO_SalesOrderHeader: open orders and quotes, by SalesOrderNo. */
  readonly salesOrders: StampedReads<SalesOrder, string> & ParentReads<SalesOrder, CustomerKey>;
  /** SO_SalesOrderHistoryHeader, by SalesOrderNo. */
  readonly salesOrderHistory: StampedReads<SalesOrder, string> & ParentReads<SalesOrder, CustomerKey>;
  /** AR_OpenInvoice, with the history of those that have one. */
  readonly openInvoices: StampedReads<Invoice, OpenInvoiceKey> & ParentReads<Invoice, CustomerKey>;
  /** AR_InvoiceHistoryHeader. */
  readonly invoiceHistory: StampedReads<Invoice, InvoiceKey>;
  /** SO_InvoiceHeader, by InvoiceNo: not posted. */
  readonly unpostedInvoices: StampedReads<Invoice, string>;
  readonly payments: StampedReads<Payment, PaymentKey> & ParentReads<Payment, CustomerKey>;
  readonly vendors: StampedReads<Vendor, VendorKey>;
  readonly bills: StampedReads<Bill, BillKey> & ParentReads<Bill, VendorKey>;
  readonly purchaseOrders: StampedReads<PurchaseOrder, string> & ParentReads<PurchaseOrder, VendorKey>;
  /** The company under its settings, with the name that Sage has for it: null where SY_Company is not shown. */
  readCompany(settings: Omit<Company, 'companyName'>): Promise<Company>;
}
