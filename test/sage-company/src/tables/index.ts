import { apInvoiceHeader } from './ap-invoice-header.ts';
import { apInvoiceHistoryHeader } from './ap-invoice-history-header.ts';
import { apOpenInvoice } from './ap-open-invoice.ts';
import { apVendor } from './ap-vendor.ts';
import { arCashReceiptsHistory } from './ar-cash-receipts-history.ts';
import { arCustomer } from './ar-customer.ts';
import { arCustomerContact } from './ar-customer-contact.ts';
import { arInvoiceHistoryDetail } from './ar-invoice-history-detail.ts';
import { arInvoiceHistoryHeader } from './ar-invoice-history-header.ts';
import { arInvoiceHistoryTracking } from './ar-invoice-history-tracking.ts';
import { arOpenInvoice } from './ar-open-invoice.ts';
import { arPriceLevelByCust } from './ar-price-level-by-cust.ts';
import { arSalesperson } from './ar-salesperson.ts';
import { arTermsCode } from './ar-terms-code.ts';
import { arTransactionPaymentHistory } from './ar-transaction-payment-history.ts';
import { ciItem } from './ci-item.ts';
import { cmUdf } from './cm-udf.ts';
import { imAliasItem } from './im-alias-item.ts';
import { imAlternateItem } from './im-alternate-item.ts';
import { imItemCost } from './im-item-cost.ts';
import { imItemWarehouse } from './im-item-warehouse.ts';
import { imPriceCode } from './im-price-code.ts';
import { imWarehouse } from './im-warehouse.ts';
import { poPurchaseOrderDetail } from './po-purchase-order-detail.ts';
import { poPurchaseOrderHeader } from './po-purchase-order-header.ts';
import { soArInvoiceHistoryLink } from './so-ar-invoice-history-link.ts';
import { soInvoiceDetail } from './so-invoice-detail.ts';
import { soInvoiceHeader } from './so-invoice-header.ts';
import { soSalesOrderDetail } from './so-sales-order-detail.ts';
import { soSalesOrderHeader } from './so-sales-order-header.ts';
import { soSalesOrderHistoryDetail } from './so-sales-order-history-detail.ts';
import { soSalesOrderHistoryHeader } from './so-sales-order-history-header.ts';
import { soSalesOrderPayment } from './so-sales-order-payment.ts';
import { soShipToAddress } from './so-ship-to-address.ts';
import { syCompany } from './sy-company.ts';
import { syUser } from './sy-user.ts';
import type { Table } from './table-definition.ts';

export type { Column, Table } from './table-definition.ts';

/** Every table of the company, in the order of their names. */
export const tables: readonly Table[] = [
  apInvoiceHeader,
  apInvoiceHistoryHeader,
  apOpenInvoice,
  apVendor,
  arCashReceiptsHistory,
  arCustomer,
  arCustomerContact,
  arInvoiceHistoryDetail,
  arInvoiceHistoryHeader,
  arInvoiceHistoryTracking,
  arOpenInvoice,
  arPriceLevelByCust,
  arSalesperson,
  arTermsCode,
  arTransactionPaymentHistory,
  ciItem,
  cmUdf,
  imAliasItem,
  imAlternateItem,
  imItemCost,
  imItemWarehouse,
  imPriceCode,
  imWarehouse,
  poPurchaseOrderDetail,
  poPurchaseOrderHeader,
  soArInvoiceHistoryLink,
  soInvoiceDetail,
  soInvoiceHeader,
  soSalesOrderDetail,
  soSalesOrderHeader,
  soSalesOrderHistoryDetail,
  soSalesOrderHistoryHeader,
  soSalesOrderPayment,
  soShipToAddress,
  syCompany,
  syUser
];

const byName = new Map(tables.map((table) => [table.name, table]));

/** The table of that name, written as Sage writes it; undefined for a name that is no table. */
export function findTable(name: string): Table | undefined {
  return byName.get(name);
}
