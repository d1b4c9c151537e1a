import { date, decimal, optionalString, string } from './column-type.ts';
import { billToColumns, documentSalespersonColumns, shipToColumns } from './document-columns.ts';
import { stampColumns } from './record-columns.ts';
import { defineTable } from './table.ts';

/**
 * Every order a site ever took, where its option to keep history is on; open ones are here too, with status A. Sage
 * keeps an index on ARDivisionNo + CustomerNo + SalesOrderNo. There is no OrderType: quotes are told by their status.
 * Source: Sage 100 file layouts, Sales Order, SO_SalesOrderHistoryHeader.
 */
export const soSalesOrderHistoryHeader = defineTable({
  name: 'SO_SalesOrderHistoryHeader',
  key: ['SalesOrderNo'],
  columns: {
    SalesOrderNo: string(7),
    OrderDate: date(),
    OrderStatus: string(1),
    ARDivisionNo: string(2),
    CustomerNo: string(20),
    ...billToColumns,
    ShipToCode: optionalString(4),
    ...shipToColumns,
    ShipVia: optionalString(15),
    CustomerPONo: optionalString(30),
    EmailAddress: optionalString(250),
    CancelReasonCode: optionalString(5),
    WarehouseCode: optionalString(3),
    ConfirmTo: optionalString(50),
    Comment: optionalString(30),
    TaxSchedule: optionalString(9),
    TermsCode: optionalString(2),
    LastInvoiceDate: date(),
    LastInvoiceNo: optionalString(7),
    ...documentSalespersonColumns,
    DiscountRate: decimal(8, 3),
    DiscountAmt: decimal(11, 2),
    TaxableAmt: decimal(12, 2),
    NonTaxableAmt: decimal(12, 2),
    SalesTaxAmt: decimal(11, 2),
    FreightAmt: decimal(11, 2),
    DepositAmt: decimal(12, 2),
    ...stampColumns
  }
});
