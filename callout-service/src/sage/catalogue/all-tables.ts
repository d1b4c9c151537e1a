import { apOpenInvoice } from './ap-open-invoice.ts';
import { apVendor } from './ap-vendor.ts';
import { arCustomerContact } from './ar-customer-contact.ts';
import { arCustomer } from './ar-customer.ts';
import { arInvoiceHistoryDetail } from './ar-invoice-history-detail.ts';
import { arInvoiceHistoryHeader } from './ar-invoice-history-header.ts';
import { arInvoiceHistoryTracking } from './ar-invoice-history-tracking.ts';
import { arOpenInvoice } from './ar-open-invoice.ts';
import { arPriceLevelByCust } from './ar-price-level-by-cust.ts';
import { arSalesperson } from './ar-salesperson.ts';
import { arTermsCode } from './ar-terms-code.ts';
import { arTransactionPaymentHistory } from './ar-transaction-payment-history.ts';
import { ciItem } from './ci-item.ts';
import { imAliasItem } from './im-alias-item.ts';
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
import { soShipToAddress } from './so-ship-to-address.ts';
import type { AnyTable } from './table.ts';

/** Every table of a company that this service reads; those of MAS_SYSTEM are not among them. */
export const allTables: readonly AnyTable[] = [
  apOpenInvoice,
  apVendor,
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
  imAliasItem,
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
  soShipToAddress
];
