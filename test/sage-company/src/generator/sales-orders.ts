import type { CalendarDay } from '../calendar.ts';
import { formatCents } from '../money.ts';
import { soSalesOrderDetail } from '../tables/so-sales-order-detail.ts';
import { soSalesOrderHeader } from '../tables/so-sales-order-header.ts';
import { documentColumns } from './account.ts';
import type { Account } from './account.ts';
import { stamps } from './company-draft.ts';
import type { CompanyDraft } from './company-draft.ts';
import { extension } from './document-amounts.ts';
import type { DocumentAmounts, DocumentLine } from './document-amounts.ts';

/** An order or quote that stands in SO_SalesOrderHeader. */
export interface SalesOrder {
  readonly salesOrderNo: string;
  /** S standard, B back order, Q quote, M master, R repeating. */
  readonly orderType: 'S' | 'B' | 'Q' | 'M' | 'R';
  /** N new, O open, H on hold. */
  readonly orderStatus: 'N' | 'O' | 'H';
  readonly orderDate: CalendarDay;
  /** The ship date of an order, the day a quote expires. */
  readonly shipExpireDate: CalendarDay;
  readonly customerPONo: string;
  readonly shipVia: string;
  readonly amounts: DocumentAmounts;
  readonly lines: readonly DocumentLine[];
}

/** Whether the order takes stock and credit: quotes, master and repeating orders do not. */
export function isOpenOrder(order: SalesOrder): boolean {
  return order.orderType === 'S' || order.orderType === 'B';
}

/** Writes an order with its lines and books the units it holds. */
export function writeSalesOrder(draft: CompanyDraft, account: Account, order: SalesOrder): void {
  const { amounts } = order;
  const random = draft.random.fork(`order ${order.salesOrderNo}`);
  draft.writer.write(soSalesOrderHeader, {
    SalesOrderNo: order.salesOrderNo,
    OrderDate: order.orderDate,
    OrderType: order.orderType,
    OrderStatus: order.orderStatus,
    ShipExpireDate: order.shipExpireDate,
    ...documentColumns(account),
    ShipVia: order.shipVia,
    CustomerPONo: order.customerPONo,
    WarehouseCode: '000',
    SplitCommissions: 'N',
    FreightCalculationMethod: 'A',
    TaxableSubjectToDiscount: formatCents(amounts.taxable),
    NonTaxableSubjectToDiscount: formatCents(amounts.nonTaxable),
    TaxableAmt: formatCents(amounts.taxable),
    NonTaxableAmt: formatCents(amounts.nonTaxable),
    DiscountAmt: formatCents(amounts.discount),
    SalesTaxAmt: formatCents(amounts.salesTax),
    FreightAmt: formatCents(amounts.freight),
    ...stamps(draft, random),
    DateCreated: order.orderDate,
    DateUpdated: order.orderDate > draft.today ? draft.today : order.orderDate
  });
  for (const [index, line] of order.lines.entries()) writeLine(draft, order, line, index + 1);
}

function writeLine(draft: CompanyDraft, order: SalesOrder, line: DocumentLine, position: number): void {
  if (isOpenOrder(order) && line.item.itemType === '1') {
    const held = draft.stock.of(line.item.itemCode, line.warehouseCode);
    held.onSalesOrder += line.quantity - line.backordered;
    held.onBackOrder += line.backordered;
  }
  draft.writer.write(soSalesOrderDetail, {
    SalesOrderNo: order.salesOrderNo,
    LineKey: position.toString().padStart(6, '0'),
    LineSeqNo: position.toString().padStart(8, '0').padEnd(14, '0'),
    ItemCode: line.item.itemCode,
    ItemType: line.item.itemType,
    ItemCodeDesc: line.item.description.slice(0, 30),
    WarehouseCode: line.warehouseCode,
    UnitOfMeasure: 'EACH',
    UnitOfMeasureConvFactor: '1',
    PromiseDate: order.shipExpireDate,
    TaxClass: 'TX',
    QuantityOrdered: line.quantity,
    QuantityBackordered: line.backordered,
    UnitPrice: formatCents(line.unitPrice),
    UnitCost: formatCents(line.item.cost),
    ExtensionAmt: formatCents(extension(line))
  });
}
