import type { Invoice, InvoiceLine } from '../../../canonical/invoice.ts';
import { soInvoiceDetail } from '../../catalogue/so-invoice-detail.ts';
import { soInvoiceHeader } from '../../catalogue/so-invoice-header.ts';
import { defineChild, defineRecord, type WholeRow } from '../definition.ts';
import { documentNo } from '../key-segments.ts';
import { salespersonOf } from '../salesperson-of.ts';
import { billToParty, shipToParty } from './addresses.ts';
import { headerAmounts } from './document-amounts.ts';
import { lineItemType } from './document-codes.ts';

type Header = WholeRow<typeof soInvoiceHeader.columns>;

const itemType = lineItemType('SO_InvoiceDetail');

const lines = defineChild({
  table: soInvoiceDetail,
  on: { InvoiceNo: 'InvoiceNo' },
  orderBy: ['InvoiceNo', 'LineSeqNo', 'LineKey'],
  toPart: ({ row, userDefinedFields }): InvoiceLine => ({
    lineKey: row.LineKey,
    itemCode: row.ItemCode,
    itemType: itemType(row.ItemType),
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
    salesOrderNo: row.AppliedSalesOrderNo,
    userDefinedFields
  })
});

/** SO_InvoiceHeader with SO_InvoiceDetail: entered, not posted; receivables know nothing of them. */
export const unpostedInvoices = defineRecord({
  table: soInvoiceHeader,
  segments: (invoiceNo: string) => [documentNo(invoiceNo)],
  children: [lines],
  toEntity: ({ row, userDefinedFields, stamps, childrenOf }): Invoice => ({
    invoiceNo: row.InvoiceNo,
    headerSeqNo: null,
    posted: false,
    invoiceType: row.InvoiceType,
    arDivisionNo: row.ARDivisionNo,
    customerNo: row.CustomerNo,
    ...datesAndTerms(row),
    ...billToParty(row),
    shipToCode: row.ShipToCode,
    ...shipToParty(row),
    ...headerAmounts(row),
    depositAmount: row.DepositAmt,
    costOfSalesAmount: row.CostOfGoodsSoldAmt,
    balance: '0.00',
    lines: [...childrenOf(lines)],
    packages: [],
    userDefinedFields,
    ...stamps
  })
});

function datesAndTerms(row: Header) {
  return {
    invoiceDate: row.InvoiceDate,
    dueDate: row.InvoiceDueDate,
    discountDueDate: row.DiscountDueDate,
    postingDate: null,
    termsCode: row.TermsCode,
    salesperson: salespersonOf(row),
    customerPONo: row.CustomerPONo,
    salesOrderNo: row.SalesOrderNo,
    orderDate: row.OrderDate,
    shipDate: row.ShipDate,
    shipVia: row.ShipVia,
    comment: row.Comment,
    applyToInvoiceNo: row.ApplyToInvoiceNo
  };
}
