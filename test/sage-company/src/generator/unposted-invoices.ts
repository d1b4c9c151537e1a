import type { CalendarDay } from '../calendar.ts';
import { addDays } from '../calendar.ts';
import { formatCents } from '../money.ts';
import { soInvoiceDetail } from '../tables/so-invoice-detail.ts';
import { soInvoiceHeader } from '../tables/so-invoice-header.ts';
import { documentColumns } from './account.ts';
import type { Account } from './account.ts';
import { stamps } from './company-draft.ts';
import type { CompanyDraft } from './company-draft.ts';
import type { DocumentAmounts, DocumentLine } from './document-amounts.ts';
import { itemColumns, lineKey, lineSequence, priceColumns } from './line-columns.ts';
import { orderAmountColumns } from './order-history.ts';
import type { SageRecord } from './record-writer.ts';
import type { SalesOrder } from './sales-orders.ts';

/** A document of S/O invoice data entry: nothing of it is in accounts receivable before the sales journal is updated. */
export interface UnpostedInvoice {
  readonly invoiceNo: string;
  /** IN invoice, CM credit memo. That a credit memo's quantities are below zero is inferred from its posted lines. */
  readonly invoiceType: 'IN' | 'CM';
  readonly invoiceDate: CalendarDay;
  readonly amounts: DocumentAmounts;
  readonly lines: readonly DocumentLine[];
  /** The order that is being invoiced; without one it is a one-step invoice (type 1), which takes stock itself. */
  readonly order?: SalesOrder;
}

/** Writes an unposted invoice with its lines, and books the units of a one-step invoice. */
export function writeUnpostedInvoice(draft: CompanyDraft, account: Account, invoice: UnpostedInvoice): void {
  const backorders = invoice.lines.filter(({ backordered }) => backordered > 0);
  draft.writer.write(soInvoiceHeader, {
    InvoiceNo: invoice.invoiceNo,
    InvoiceDate: invoice.invoiceDate,
    InvoiceType: invoice.invoiceType,
    ...documentColumns(account),
    ...orderColumns(invoice.order),
    ShipDate: invoice.invoiceDate,
    ShipStatus: 'N',
    WarehouseCode: '000',
    InvoiceDueDate: addDays(invoice.invoiceDate, account.daysBeforeDue),
    BatchNo: '00017',
    NumberOfBackOrderLines: backorders.length,
    ...orderAmountColumns(invoice.amounts),
    ...stamps(draft, draft.random.fork(`unposted ${invoice.invoiceNo}`), 3)
  });
  for (const [index, line] of invoice.lines.entries()) writeLine(draft, invoice, line, index + 1);
}

function orderColumns(order: SalesOrder | undefined): SageRecord {
  if (order === undefined) return { OrderType: '1', ShipVia: 'OUR TRUCK' };
  return {
    SalesOrderNo: order.salesOrderNo,
    OrderType: order.orderType,
    OrderStatus: order.orderStatus,
    OrderDate: order.orderDate,
    CustomerPONo: order.customerPONo,
    ShipVia: order.shipVia
  };
}

/** What this invoice ships of an order: of each line, what is neither shipped before nor on back order. */
export function shipOrder(order: SalesOrder): DocumentLine[] {
  return order.lines.map(({ shipped = 0, ...line }) => ({ ...line, quantity: line.quantity - shipped }));
}

function writeLine(
  draft: CompanyDraft,
  invoice: UnpostedInvoice,
  line: DocumentLine,
  position: number
): void {
  const { order } = invoice;
  const shipped = line.quantity - line.backordered;
  if (order === undefined && invoice.invoiceType === 'IN' && line.item.itemType === '1')
    draft.stock.of(line.item.itemCode, line.warehouseCode).onSalesOrder += shipped;
  draft.writer.write(soInvoiceDetail, {
    InvoiceNo: invoice.invoiceNo,
    LineKey: lineKey(position),
    LineSeqNo: lineSequence(position),
    ...itemColumns(line),
    ProductLine: line.item.productLine,
    ...orderLineColumns(order, position),
    QuantityOrdered: line.quantity,
    QuantityShipped: shipped,
    QuantityBackordered: line.backordered,
    ...priceColumns({ ...line, quantity: shipped }),
    UnitCost: formatCents(line.item.cost)
  });
}

function orderLineColumns(order: SalesOrder | undefined, position: number): SageRecord {
  if (order === undefined) return {};
  return {
    OrderLineKey: lineKey(position),
    SOHistoryDetlSeqNo: lineSequence(position),
    AppliedSalesOrderNo: order.salesOrderNo
  };
}
