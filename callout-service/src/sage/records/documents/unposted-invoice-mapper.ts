import type { Invoice, InvoiceLine } from '../../../canonical/invoice.ts';
import { orderTotal } from '../../../rules/order-total.ts';
import type { soInvoiceDetail } from '../../catalogue/so-invoice-detail.ts';
import type { soInvoiceHeader } from '../../catalogue/so-invoice-header.ts';
import { billToAddress, shipToAddress } from './addresses.ts';
import { codeMeaning, documentSalesperson, LINE_ITEM_TYPES } from './document-codes.ts';
import type { FullRow } from './full-row.ts';

type Header = FullRow<typeof soInvoiceHeader>;
type Detail = FullRow<typeof soInvoiceDetail>;

/** An invoice of SO_InvoiceHeader, but for its lines, stamps and user-defined fields. Receivables know nothing of it. */
export function toUnpostedInvoice(
  row: Header
): Omit<Invoice, 'lines' | 'userDefinedFields' | 'createdAt' | 'updatedAt'> {
  return {
    invoiceNo: row.InvoiceNo,
    headerSeqNo: null,
    posted: false,
    invoiceType: row.InvoiceType,
    arDivisionNo: row.ARDivisionNo,
    customerNo: row.CustomerNo,
    invoiceDate: row.InvoiceDate,
    dueDate: row.InvoiceDueDate,
    discountDueDate: row.DiscountDueDate,
    postingDate: null,
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
    taxableAmount: row.TaxableAmt,
    nonTaxableAmount: row.NonTaxableAmt,
    discountAmount: row.DiscountAmt,
    salesTaxAmount: row.SalesTaxAmt,
    freightAmount: row.FreightAmt,
    depositAmount: row.DepositAmt,
    costOfSalesAmount: row.CostOfGoodsSoldAmt,
    total: orderTotal({
      taxable: row.TaxableAmt,
      nonTaxable: row.NonTaxableAmt,
      discount: row.DiscountAmt,
      salesTax: row.SalesTaxAmt,
      freight: row.FreightAmt
    }),
    balance: '0.00',
    packages: []
  };
}

/** A line of SO_InvoiceDetail, but for its user-defined fields. */
export function toUnpostedInvoiceLine(row: Detail): Omit<InvoiceLine, 'userDefinedFields'> {
  return {
    lineKey: row.LineKey,
    itemCode: row.ItemCode,
    itemType: codeMeaning(LINE_ITEM_TYPES, row.ItemType, {
      column: 'SO_InvoiceDetail.ItemType',
      subject: `SO_InvoiceDetail ${row.InvoiceNo}-${row.LineKey}`
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
