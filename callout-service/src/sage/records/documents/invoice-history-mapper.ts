import type { Invoice, InvoiceLine } from '../../../canonical/invoice.ts';
import { orderTotal } from '../../../rules/order-total.ts';
import type { arInvoiceHistoryDetail } from '../../catalogue/ar-invoice-history-detail.ts';
import type { arInvoiceHistoryHeader } from '../../catalogue/ar-invoice-history-header.ts';
import type { arInvoiceHistoryTracking } from '../../catalogue/ar-invoice-history-tracking.ts';
import { billToAddress, shipToAddress } from './addresses.ts';
import { codeMeaning, documentSalesperson, LINE_ITEM_TYPES } from './document-codes.ts';
import type { FullRow } from './full-row.ts';

export type InvoiceHistoryHeaderRow = FullRow<typeof arInvoiceHistoryHeader>;
type Detail = FullRow<typeof arInvoiceHistoryDetail>;
type Tracking = FullRow<typeof arInvoiceHistoryTracking>;
type HeaderFields = Omit<
  Invoice,
  'balance' | 'lines' | 'packages' | 'userDefinedFields' | 'createdAt' | 'updatedAt'
>;

/** A posted invoice of AR_InvoiceHistoryHeader, but for its balance, lines, packages, stamps and user-defined fields. */
export function toInvoiceOfHistory(row: InvoiceHistoryHeaderRow): HeaderFields {
  return {
    invoiceNo: row.InvoiceNo,
    headerSeqNo: row.HeaderSeqNo,
    posted: true,
    invoiceType: row.InvoiceType,
    arDivisionNo: row.ARDivisionNo,
    customerNo: row.CustomerNo,
    invoiceDate: row.InvoiceDate,
    dueDate: row.InvoiceDueDate,
    discountDueDate: row.DiscountDueDate,
    postingDate: row.TransactionDate,
    termsCode: row.TermsCode,
    salesperson: documentSalesperson(row),
    customerPONo: row.CustomerPONo,
    salesOrderNo: row.SalesOrderNo,
    orderDate: row.OrderDate,
    shipDate: row.ShipDate,
    shipVia: row.ShipVia,
    billToName: row.BillToName,
    billTo: billToAddress(row),
    shipToCode: row.ShipToCode,
    shipToName: row.ShipToName,
    shipTo: shipToAddress(row),
    comment: row.Comment,
    applyToInvoiceNo: row.ApplyToInvoiceNo,
    taxableAmount: row.TaxableSalesAmt,
    nonTaxableAmount: row.NonTaxableSalesAmt,
    discountAmount: row.DiscountAmt,
    salesTaxAmount: row.SalesTaxAmt,
    freightAmount: row.FreightAmt,
    depositAmount: row.DepositAmt,
    costOfSalesAmount: row.CostOfSalesAmt,
    total: orderTotal({
      taxable: row.TaxableSalesAmt,
      nonTaxable: row.NonTaxableSalesAmt,
      discount: row.DiscountAmt,
      salesTax: row.SalesTaxAmt,
      freight: row.FreightAmt
    })
  };
}

/** A line of AR_InvoiceHistoryDetail, but for its user-defined fields. */
export function toInvoiceLineOfHistory(row: Detail): Omit<InvoiceLine, 'userDefinedFields'> {
  return {
    lineKey: row.DetailSeqNo,
    itemCode: row.ItemCode,
    itemType: codeMeaning(LINE_ITEM_TYPES, row.ItemType, {
      column: 'AR_InvoiceHistoryDetail.ItemType',
      subject: `AR_InvoiceHistoryDetail ${row.InvoiceNo}-${row.HeaderSeqNo}-${row.DetailSeqNo}`
    }),
    description: row.ItemCodeDesc,
    comment: row.CommentText,
    warehouseCode: row.WarehouseCode,
    unitOfMeasure: row.UnitOfMeasure,
    unitConversion: row.UnitOfMeasureConvFactor,
    quantityOrdered: row.QuantityOrdered,
    quantityShipped: row.QuantityShipped,
    quantityBackordered: row.QuantityBackordered,
    unitPrice: row.UnitPrice,
    unitCost: row.UnitCost,
    discountPercent: row.LineDiscountPercent,
    extensionAmount: row.ExtensionAmt,
    salesOrderNo: row.AppliedSalesOrderNo
  };
}

/** A package of AR_InvoiceHistoryTracking. */
export function toInvoicePackage(row: Tracking): Invoice['packages'][number] {
  return { packageNo: row.PackageNo, trackingId: row.TrackingID, comment: row.Comment, weight: row.Weight };
}
