import { date, decimal, optionalString, string } from './column-type.ts';
import { billToColumns, documentSalespersonColumns, shipToColumns } from './document-columns.ts';
import { stampColumns } from './record-columns.ts';
import { defineTable } from './table.ts';

/**
 * Posted invoices, paid ones too; the largest of the header tables. Taxable and non-taxable have names of their own here.
 * Source: Sage 100 file layouts, Accounts Receivable, AR_InvoiceHistoryHeader.
 */
export const arInvoiceHistoryHeader = defineTable({
  name: 'AR_InvoiceHistoryHeader',
  key: ['InvoiceNo', 'HeaderSeqNo'],
  columns: {
    InvoiceNo: string(7),
    HeaderSeqNo: string(6),
    InvoiceType: string(2),
    InvoiceDate: date(),
    TransactionDate: date(),
    ARDivisionNo: string(2),
    CustomerNo: string(20),
    TermsCode: optionalString(2),
    ...documentSalespersonColumns,
    CustomerPONo: optionalString(30),
    ApplyToInvoiceNo: optionalString(7),
    Comment: optionalString(30),
    InvoiceDueDate: date(),
    DiscountDueDate: date(),
    SalesOrderNo: optionalString(7),
    OrderDate: date(),
    ...billToColumns,
    ShipToCode: optionalString(4),
    ...shipToColumns,
    ShipDate: date(),
    ShipVia: optionalString(15),
    TaxableSalesAmt: decimal(12, 2),
    NonTaxableSalesAmt: decimal(12, 2),
    FreightAmt: decimal(11, 2),
    SalesTaxAmt: decimal(11, 2),
    CostOfSalesAmt: decimal(12, 2),
    DiscountAmt: decimal(11, 2),
    DepositAmt: decimal(12, 2),
    /** Whose receivable it is, where that is not the customer who was sold to. */
    BillToDivisionNo: optionalString(2),
    BillToCustomerNo: optionalString(20),
    ...stampColumns
  }
});
