import { date, decimal, optionalString, string } from './column-type.ts';
import { billToColumns, documentSalespersonColumns, shipToColumns } from './document-columns.ts';
import { stampColumns } from './record-columns.ts';
import { defineTable } from './table.ts';

/**
 * Invoices that are entered and wait for the sales journal's update; receivables do not have them yet.
 * Source: Sage 100 file layouts, Sales Order, SO_InvoiceHeader.
 */
export const soInvoiceHeader = defineTable({
  name: 'SO_InvoiceHeader',
  key: ['InvoiceNo'],
  columns: {
    InvoiceNo: string(7),
    InvoiceDate: date(),
    InvoiceType: string(2),
    SalesOrderNo: optionalString(7),
    OrderDate: date(),
    ARDivisionNo: string(2),
    CustomerNo: string(20),
    ...billToColumns,
    ShipToCode: optionalString(4),
    ...shipToColumns,
    ShipDate: date(),
    ShipVia: optionalString(15),
    CustomerPONo: optionalString(30),
    Comment: optionalString(30),
    TermsCode: optionalString(2),
    ApplyToInvoiceNo: optionalString(7),
    ...documentSalespersonColumns,
    InvoiceDueDate: date(),
    DiscountDueDate: date(),
    TaxableAmt: decimal(12, 2),
    NonTaxableAmt: decimal(12, 2),
    SalesTaxAmt: decimal(11, 2),
    DiscountAmt: decimal(11, 2),
    FreightAmt: decimal(11, 2),
    CostOfGoodsSoldAmt: decimal(12, 2),
    DepositAmt: decimal(12, 2),
    ...stampColumns
  }
});
