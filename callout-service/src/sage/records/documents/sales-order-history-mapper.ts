import type { SalesOrder, SalesOrderLine } from '../../../canonical/sales-order.ts';
import { orderTotal } from '../../../rules/order-total.ts';
import type { soSalesOrderHistoryDetail } from '../../catalogue/so-sales-order-history-detail.ts';
import type { soSalesOrderHistoryHeader } from '../../catalogue/so-sales-order-history-header.ts';
import { billToAddress, shipToAddress } from './addresses.ts';
import { codeMeaning, documentSalesperson, LINE_ITEM_TYPES } from './document-codes.ts';
import type { FullRow } from './full-row.ts';

type Header = FullRow<typeof soSalesOrderHistoryHeader>;
type Detail = FullRow<typeof soSalesOrderHistoryDetail>;

// Release 4.40 file layouts: A active, C completed, X deleted, Q quote, Z deleted quote. Others give this column the
// letters of the open header, none of which is Q or Z; so the letter itself is handed on, and only these two are read.
const QUOTE_STATUSES: ReadonlySet<string> = new Set(['Q', 'Z']);

/**
 * An order or quote of SO_SalesOrderHistoryHeader, but for its lines, stamps and user-defined fields. History has no
 * order type: its status tells a quote, and everything else counts as a standard order.
 */
export function toSalesOrderOfHistory(
  row: Header
): Omit<SalesOrder, 'lines' | 'userDefinedFields' | 'createdAt' | 'updatedAt'> {
  return {
    salesOrderNo: row.SalesOrderNo,
    place: 'history',
    kind: QUOTE_STATUSES.has(row.OrderStatus) ? 'quote' : 'standard',
    orderStatus: row.OrderStatus,
    orderDate: row.OrderDate,
    shipDate: null,
    expiresOn: null,
    arDivisionNo: row.ARDivisionNo,
    customerNo: row.CustomerNo,
    billToName: row.BillToName,
    billTo: billToAddress(row),
    shipToCode: row.ShipToCode,
    shipToName: row.ShipToName,
    shipTo: shipToAddress(row),
    shipVia: row.ShipVia,
    customerPONo: row.CustomerPONo,
    warehouseCode: row.WarehouseCode,
    termsCode: row.TermsCode,
    taxSchedule: row.TaxSchedule,
    salesperson: documentSalesperson(row),
    confirmTo: row.ConfirmTo,
    emailAddress: row.EmailAddress,
    comment: row.Comment,
    cancelReasonCode: row.CancelReasonCode,
    invoiceNo: row.LastInvoiceNo,
    lastInvoiceDate: row.LastInvoiceDate,
    taxableAmount: row.TaxableAmt,
    nonTaxableAmount: row.NonTaxableAmt,
    discountRate: row.DiscountRate,
    discountAmount: row.DiscountAmt,
    salesTaxAmount: row.SalesTaxAmt,
    freightAmount: row.FreightAmt,
    depositAmount: row.DepositAmt,
    total: orderTotal({
      taxable: row.TaxableAmt,
      nonTaxable: row.NonTaxableAmt,
      discount: row.DiscountAmt,
      salesTax: row.SalesTaxAmt,
      freight: row.FreightAmt
    })
  };
}

/** A line of SO_SalesOrderHistoryDetail, but for its user-defined fields. */
export function toSalesOrderLineOfHistory(row: Detail): Omit<SalesOrderLine, 'userDefinedFields'> {
  return {
    lineKey: row.LineKey,
    lineSeqNo: row.SequenceNo,
    itemCode: row.ItemCode,
    itemType: codeMeaning(LINE_ITEM_TYPES, row.ItemType, {
      column: 'SO_SalesOrderHistoryDetail.ItemType',
      subject: `SO_SalesOrderHistoryDetail ${row.SalesOrderNo}-${row.SequenceNo}`
    }),
    description: row.ItemCodeDesc,
    comment: row.CommentText,
    warehouseCode: row.WarehouseCode,
    unitOfMeasure: row.UnitOfMeasure,
    quantityOrdered: row.QuantityOrderedRevised,
    quantityShipped: row.QuantityShipped,
    quantityBackordered: row.QuantityBackordered,
    unitPrice: row.LastUnitPrice,
    unitCost: row.UnitCost,
    discountPercent: row.LineDiscountPercent,
    extensionAmount: row.LastExtensionAmt,
    priceOverridden: row.PriceOverridden === 'Y',
    promiseDate: row.PromiseDate,
    dropShip: row.DropShip === 'Y',
    purchaseOrderNo: row.PurchaseOrderNo,
    cancelled: row.CancelledLine === 'Y'
  };
}
