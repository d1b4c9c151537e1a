import { date, decimal, optionalString, string } from './column-type.ts';
import { billToColumns, documentSalespersonColumns, shipToColumns } from './document-columns.ts';
import { stampColumns } from './record-columns.ts';
import { defineTable } from './table.ts';

/**
 * Sales orders and quotes that are not finished. Sage keeps an index on ARDivisionNo + CustomerNo + SalesOrderNo.
 * Source: Sage 100 file layouts, Sales Order, SO_SalesOrderHeader.
 */
export const soSalesOrderHeader = defineTable({
  name: 'SO_SalesOrderHeader',
  key: ['SalesOrderNo'],
  columns: {
    SalesOrderNo: string(7),
    OrderDate: date(),
    OrderType: string(1),
    OrderStatus: string(1),
    /** The ship date of a standard or back order; the day of expiry of a quote. */
    ShipExpireDate: date(),
    ARDivisionNo: string(2),
    CustomerNo: string(20),
    ...billToColumns,
    ShipToCode: optionalString(4),
    ...shipToColumns,
    ShipVia: optionalString(15),
    CustomerPONo: optionalString(30),
    WarehouseCode: optionalString(3),
    ConfirmTo: optionalString(50),
    Comment: optionalString(30),
    TermsCode: optionalString(2),
    TaxSchedule: optionalString(9),
    LastInvoiceOrderDate: date(),
    /** The invoice that the order is being put on. */
    CurrentInvoiceNo: optionalString(7),
    EmailAddress: optionalString(250),
    ...documentSalespersonColumns,
    CancelReasonCode: optionalString(5),
    DiscountRate: decimal(7, 3),
    DiscountAmt: decimal(11, 2),
    TaxableAmt: decimal(12, 2),
    NonTaxableAmt: decimal(12, 2),
    SalesTaxAmt: decimal(11, 2),
    FreightAmt: decimal(11, 2),
    DepositAmt: decimal(12, 2),
    ...stampColumns
  }
});
