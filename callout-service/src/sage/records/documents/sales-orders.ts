import type { CustomerKey } from '../../../canonical/customer-key.ts';
import type { SalesOrder } from '../../../canonical/sales-order.ts';
import { soSalesOrderDetail } from '../../catalogue/so-sales-order-detail.ts';
import { soSalesOrderHeader } from '../../catalogue/so-sales-order-header.ts';
import { codeValues, flag } from '../../decode/code-value.ts';
import { defineChild, defineRecord, type WholeRow } from '../definition.ts';
import { code, division, documentNo } from '../key-segments.ts';
import { billToParty, shipToParty } from './addresses.ts';
import { headerAmounts } from './document-amounts.ts';
import { lineItemType } from './document-codes.ts';
import { invoicedLinks, withInvoicedQuantities, type LinkedLine } from './invoiced-quantities.ts';
import { orderDetails } from './order-details.ts';

type Header = WholeRow<typeof soSalesOrderHeader.columns>;

// Sage 100 file layouts, SO_SalesOrderHeader.OrderType; S is its default, so blank means it too.
const orderKind = codeValues('SO_SalesOrderHeader.OrderType', {
  '': 'standard',
  S: 'standard',
  B: 'backOrder',
  Q: 'quote',
  M: 'master',
  R: 'repeating',
  P: 'prospectQuote'
});
const itemType = lineItemType('SO_SalesOrderDetail');

const lines = defineChild({
  table: soSalesOrderDetail,
  on: { SalesOrderNo: 'SalesOrderNo' },
  orderBy: ['SalesOrderNo', 'LineSeqNo', 'LineKey'],
  toPart: ({ row, userDefinedFields }): LinkedLine => ({
    sequenceNo: row.SOHistoryDetlSeqNo,
    line: {
      lineKey: row.LineKey,
      lineSeqNo: row.LineSeqNo,
      itemCode: row.ItemCode,
      itemType: itemType(row.ItemType),
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
      priceOverridden: flag(row.PriceOverridden),
      promiseDate: row.PromiseDate,
      dropShip: flag(row.DropShip),
      purchaseOrderNo: row.PurchaseOrderNo,
      cancelled: false,
      userDefinedFields
    }
  })
});

/** SO_SalesOrderHeader with SO_SalesOrderDetail: orders and quotes that are not finished. */
export const salesOrders = defineRecord({
  table: soSalesOrderHeader,
  segments: (salesOrderNo: string) => [documentNo(salesOrderNo)],
  // An index of its own: ARDivisionNo + CustomerNo + SalesOrderNo.
  ofParent: (customer: CustomerKey) => ({
    ARDivisionNo: division(customer.arDivisionNo),
    CustomerNo: code(customer.customerNo)
  }),
  children: [lines, invoicedLinks],
  toEntity: ({ row, userDefinedFields, stamps, childrenOf }): SalesOrder => ({
    salesOrderNo: row.SalesOrderNo,
    place: 'open',
    ...kindAndDates(row),
    arDivisionNo: row.ARDivisionNo,
    customerNo: row.CustomerNo,
    ...billToParty(row),
    shipToCode: row.ShipToCode,
    ...shipToParty(row),
    ...orderDetails(row),
    invoiceNo: row.CurrentInvoiceNo,
    lastInvoiceDate: row.LastInvoiceOrderDate,
    discountRate: row.DiscountRate,
    depositAmount: row.DepositAmt,
    ...headerAmounts(row),
    lines: withInvoicedQuantities(childrenOf(lines), childrenOf(invoicedLinks)),
    userDefinedFields,
    ...stamps
  })
});

/** ShipExpireDate is the ship date of an order, and the day of expiry of a quote. */
function kindAndDates(row: Header) {
  const kind = orderKind(row.OrderType);
  const ships = kind === 'standard' || kind === 'backOrder';
  const expires = kind === 'quote' || kind === 'prospectQuote';
  return {
    kind,
    orderStatus: row.OrderStatus,
    orderDate: row.OrderDate,
    shipDate: ships ? row.ShipExpireDate : null,
    expiresOn: expires ? row.ShipExpireDate : null
  };
}
