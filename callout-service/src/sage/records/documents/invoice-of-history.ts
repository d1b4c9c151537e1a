import type { Invoice, InvoiceLine } from '../../../canonical/invoice.ts';
import { arInvoiceHistoryDetail } from '../../catalogue/ar-invoice-history-detail.ts';
import type { arInvoiceHistoryHeader } from '../../catalogue/ar-invoice-history-header.ts';
import { arInvoiceHistoryTracking } from '../../catalogue/ar-invoice-history-tracking.ts';
import { defineChild, type RecordParts, type WholeRow } from '../definition.ts';
import { salespersonOf } from '../salesperson-of.ts';
import { billToParty, shipToParty } from './addresses.ts';
import { documentAmounts } from './document-amounts.ts';
import { lineItemType } from './document-codes.ts';

type HeaderColumns = typeof arInvoiceHistoryHeader.columns;

const itemType = lineItemType('AR_InvoiceHistoryDetail');

/** Lines of the posted invoice whose HeaderSeqNo stands in that column of a record. */
export function linesOfInvoice(headerSeqNoColumn: string) {
  return defineChild({
    table: arInvoiceHistoryDetail,
    on: { InvoiceNo: 'InvoiceNo', HeaderSeqNo: headerSeqNoColumn },
    toPart: ({ row, userDefinedFields }): InvoiceLine => ({
      lineKey: row.DetailSeqNo,
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
}

/** Packages of the posted invoice whose HeaderSeqNo stands in that column of a record. */
export function packagesOfInvoice(headerSeqNoColumn: string) {
  return defineChild({
    table: arInvoiceHistoryTracking,
    on: { InvoiceNo: 'InvoiceNo', HeaderSeqNo: headerSeqNoColumn },
    toPart: ({ row }): Invoice['packages'][number] => ({
      packageNo: row.PackageNo,
      trackingId: row.TrackingID,
      comment: row.Comment,
      weight: row.Weight
    })
  });
}

/** What a header of AR_InvoiceHistoryHeader tells by itself. */
export function invoiceOfHistory({ row, userDefinedFields, stamps }: RecordParts<HeaderColumns>) {
  return {
    invoiceNo: row.InvoiceNo,
    headerSeqNo: row.HeaderSeqNo,
    posted: true,
    invoiceType: row.InvoiceType,
    arDivisionNo: row.ARDivisionNo,
    customerNo: row.CustomerNo,
    ...datesAndTerms(row),
    ...billToParty(row),
    shipToCode: row.ShipToCode,
    ...shipToParty(row),
    ...amounts(row),
    userDefinedFields,
    ...stamps
  };
}

function datesAndTerms(row: WholeRow<HeaderColumns>) {
  return {
    invoiceDate: row.InvoiceDate,
    dueDate: row.InvoiceDueDate,
    discountDueDate: row.DiscountDueDate,
    postingDate: row.TransactionDate,
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

function amounts(row: WholeRow<HeaderColumns>) {
  return {
    ...documentAmounts({
      taxable: row.TaxableSalesAmt,
      nonTaxable: row.NonTaxableSalesAmt,
      discount: row.DiscountAmt,
      salesTax: row.SalesTaxAmt,
      freight: row.FreightAmt
    }),
    depositAmount: row.DepositAmt,
    costOfSalesAmount: row.CostOfSalesAmt
  };
}
