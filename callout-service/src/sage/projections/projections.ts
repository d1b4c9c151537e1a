import { apOpenInvoice } from '../catalogue/ap-open-invoice.ts';
import { arCustomer } from '../catalogue/ar-customer.ts';
import { arInvoiceHistoryHeader } from '../catalogue/ar-invoice-history-header.ts';
import { arOpenInvoice } from '../catalogue/ar-open-invoice.ts';
import { ciItem } from '../catalogue/ci-item.ts';
import { imItemWarehouse } from '../catalogue/im-item-warehouse.ts';
import { defineTable, type ColumnName, type Columns, type Table } from '../catalogue/table.ts';
import type { ProjectionName } from '../port/sage-projections.ts';
import { defineChild, type RecordDefinition } from '../records/definition.ts';
import { invoiceHistory } from '../records/documents/invoice-history.ts';
import { payments } from '../records/documents/payments.ts';
import { purchaseOrders } from '../records/documents/purchase-orders.ts';
import { salesOrderHistory } from '../records/documents/sales-order-history.ts';
import { salesOrders } from '../records/documents/sales-orders.ts';
import { unpostedInvoices } from '../records/documents/unposted-invoices.ts';
import { bills } from '../records/master/bills.ts';
import { contacts } from '../records/master/contacts.ts';
import { customers } from '../records/master/customers.ts';
import { inventoryLevels } from '../records/master/inventory-levels.ts';
import { items } from '../records/master/items.ts';
import { priceRecords } from '../records/master/price-records.ts';
import { shipToAddresses } from '../records/master/ship-to-addresses.ts';
import { vendors } from '../records/master/vendors.ts';
import * as places from './key-places.ts';
import { keysOfRows } from './keys-of-rows.ts';
import type { Projection, ProjectionSource } from './projection.ts';

type Key = Pick<ProjectionSource, 'keyOf' | 'placesOf' | 'conditionsOf'>;

/** Every column that the canonical entity is made of, with those of the tables that it is read with. */
function whole<E, K, P>({ table, children }: RecordDefinition<E, K, P>, key: Key): ProjectionSource {
  return { table, children, ...key };
}

/** Some columns of one table. */
function figures<C extends Columns>(
  table: Table<C>,
  columns: readonly ColumnName<C>[],
  key: Key
): ProjectionSource {
  return { table, columns, children: [], ...key };
}

const customerKey: Key = { keyOf: keysOfRows.customer, placesOf: places.numbered };
const itemKey: Key = { keyOf: keysOfRows.item, placesOf: places.alone };
const inventoryKey: Key = { keyOf: keysOfRows.inventory, placesOf: places.pair };
const billKey: Key = { keyOf: keysOfRows.bill, placesOf: places.withinNumbered };
const orderKey: Key = { keyOf: keysOfRows.salesOrder, placesOf: places.alone };

const { InvoiceNo, HeaderSeqNo, InvoiceType } = arInvoiceHistoryHeader.columns;
/** No more than shows whether the history has the header that a receivable names. */
const posted = defineChild({
  table: defineTable({
    ...arInvoiceHistoryHeader,
    key: ['InvoiceNo', 'HeaderSeqNo'],
    columns: { InvoiceNo, HeaderSeqNo, InvoiceType }
  }),
  on: { InvoiceNo: 'InvoiceNo', HeaderSeqNo: 'InvoiceHistoryHeaderSeqNo', InvoiceType: 'InvoiceType' },
  toPart: () => undefined
});

const postedInvoices = whole(invoiceHistory, {
  keyOf: (row) => keysOfRows.invoice(row, row.text('HeaderSeqNo'), true),
  placesOf: places.document
});
const invoicesNotPosted = whole(unpostedInvoices, {
  keyOf: (row) => keysOfRows.invoice(row, null, false),
  placesOf: places.document
});
/** Prepayments, balances forward, and invoices from before the site kept history. */
const receivablesWithoutHistory: ProjectionSource = {
  table: arOpenInvoice,
  children: [posted],
  keyOf: (row) => (row.has(posted) ? undefined : keysOfRows.invoice(row, null, true)),
  placesOf: places.openDocument
};
const openBalances: ProjectionSource = {
  table: arOpenInvoice,
  columns: ['InvoiceHistoryHeaderSeqNo', 'InvoiceDueDate', 'InvoiceDiscountDate', 'Balance'],
  children: [posted],
  keyOf: (row) =>
    keysOfRows.invoice(row, row.has(posted) ? row.text('InvoiceHistoryHeaderSeqNo') : null, true),
  placesOf: places.openDocument,
  conditionsOf: places.invoiceNumber
};

const customerFigures = figures(
  arCustomer,
  [
    'CurrentBalance',
    'AgingCategory1',
    'AgingCategory2',
    'AgingCategory3',
    'AgingCategory4',
    'OpenOrderAmt',
    'BalanceForward',
    'HighestStmntBalance',
    'LastPaymentAmt',
    'DateLastPayment',
    'DateLastActivity',
    'DateLastStatement',
    'DateLastAging',
    'AvgDaysPaymentInvoice',
    'AvgDaysOverDue',
    'CreditHold',
    'CreditLimit'
  ],
  customerKey
);

const itemFigures = figures(
  ciItem,
  [
    'TotalQuantityOnHand',
    'StandardUnitCost',
    'StandardUnitPrice',
    'SuggestedRetailPrice',
    'AverageUnitCost',
    'LastTotalUnitCost',
    'SalesPromotionPrice',
    'SalesPromotionDiscountPercent',
    'LastSoldDate',
    'LastReceiptDate'
  ],
  itemKey
);

const inventoryFigures = figures(
  imItemWarehouse,
  [
    'QuantityOnHand',
    'QuantityOnSalesOrder',
    'QuantityOnBackOrder',
    'QuantityOnPurchaseOrder',
    'QuantityOnWorkOrder',
    'QuantityRequiredForWO',
    'QuantityInShipping',
    'ReorderPointQty',
    'AverageCost'
  ],
  inventoryKey
);

/** What each projection reads. Figures are what postings change without a stamp (Sage 100 file layouts). */
export const projections: Readonly<Record<ProjectionName, Projection>> = {
  customer: [[whole(customers, customerKey)]],
  'customer-figures': [[customerFigures]],
  contact: [[whole(contacts, { keyOf: keysOfRows.contact, placesOf: places.withinNumbered })]],
  'ship-to': [[whole(shipToAddresses, { keyOf: keysOfRows.shipTo, placesOf: places.withinNumbered })]],
  item: [[whole(items, itemKey)]],
  'item-figures': [[itemFigures]],
  'price-record': [[whole(priceRecords, { keyOf: keysOfRows.priceRecord, placesOf: places.priceRecord })]],
  inventory: [[whole(inventoryLevels, inventoryKey)]],
  'inventory-figures': [[inventoryFigures]],
  vendor: [[whole(vendors, { keyOf: keysOfRows.vendor, placesOf: places.numbered })]],
  'sales-order': [[whole(salesOrders, orderKey), whole(salesOrderHistory, orderKey)]],
  invoice: [[postedInvoices, invoicesNotPosted], [receivablesWithoutHistory]],
  'open-invoice-figures': [[openBalances]],
  payment: [[whole(payments, { keyOf: keysOfRows.payment, placesOf: places.payment })]],
  bill: [[whole(bills, billKey)]],
  'bill-figures': [[figures(apOpenInvoice, ['Balance', 'InvoiceAmt', 'DiscountAmt'], billKey)]],
  'purchase-order': [[whole(purchaseOrders, { keyOf: keysOfRows.purchaseOrder, placesOf: places.alone })]]
};
