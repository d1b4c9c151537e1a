import type { SalesOrder, SalesOrderLine } from '../../../canonical/sales-order.ts';
import { orderTotal } from '../../../rules/order-total.ts';
import type { soSalesOrderDetail } from '../../catalogue/so-sales-order-detail.ts';
import type { soSalesOrderHeader } from '../../catalogue/so-sales-order-header.ts';
import { billToAddress, shipToAddress } from './addresses.ts';
import { codeMeaning, documentSalesperson, LINE_ITEM_TYPES } from './document-codes.ts';
import type { FullRow } from './full-row.ts';

type Header = FullRow<typeof soSalesOrderHeader>;
type Detail = FullRow<typeof soSalesOrderDetail>;

// Sage 100 file layouts, SO_SalesOrderHeader.OrderType; S is its default, so blank means it too.
const KINDS = new Map<string, SalesOrder['kind']>([
  ['', 'standard'],
  ['S', 'standard'],
  ['B', 'backOrder'],
  ['Q', 'quote'],
  ['M', 'master'],
  ['R', 'repeating'],
  ['P', 'prospectQuote']
]);

/** An order or quote that stands in SO_SalesOrderHeader, but for its lines, stamps and user-defined fields. */
export function toSalesOrder(
  row: Header
): Omit<SalesOrder, 'lines' | 'userDefinedFields' | 'createdAt' | 'updatedAt'> {
  const kind = codeMeaning(KINDS, row.OrderType, {
    column: 'SO_SalesOrderHeader.OrderType',
    subject: `SO_SalesOrderHeader ${row.SalesOrderNo}`
  });
  const isQuote = kind === 'quote' || kind === 'prospectQuote';
  return {
    salesOrderNo: row.SalesOrderNo,
    place: 'open',
    kind,
    orderStatus: row.OrderStatus,
    orderDate: row.OrderDate,
    shipDate: kind === 'standard' || kind === 'backOrder' ? row.ShipExpireDate : null,
    expiresOn: isQuote ? row.ShipExpireDate : null,
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
    invoiceNo: row.CurrentInvoiceNo,
    lastInvoiceDate: row.LastInvoiceOrderDate,
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

/** A line of SO_SalesOrderDetail, but for its user-defined fields. */
export function toSalesOrderLine(row: Detail): Omit<SalesOrderLine, 'userDefinedFields'> {
  return {
    lineKey: row.LineKey,
    lineSeqNo: row.LineSeqNo,
    itemCode: row.ItemCode,
    itemType: codeMeaning(LINE_ITEM_TYPES, row.ItemType, {
      column: 'SO_SalesOrderDetail.ItemType',
      subject: `SO_SalesOrderDetail ${row.SalesOrderNo}-${row.LineKey}`
    }),
    description: row.ItemCodeDesc,
    comment: row.CommentText,
    warehouseCode: row.WarehouseCode,
    unitOfMeasure: row.UnitOfMeasure,
    quantityOrdered: row.QuantityOrdered,
    quantityShipped: row.QuantityShipped,
    quantityBackordered: row.QuantityBackordered,
    unitPrice: row.UnitPrice,
    unitCost: row.UnitCost,
    discountPercent: row.LineDiscountPercent,
    extensionAmount: row.ExtensionAmt,
    priceOverridden: row.PriceOverridden === 'Y',
    promiseDate: row.PromiseDate,
    dropShip: row.DropShip === 'Y',
    purchaseOrderNo: row.PurchaseOrderNo,
    cancelled: false
  };
}
