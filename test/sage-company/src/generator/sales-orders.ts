import type { CalendarDay } from '../calendar.ts';
import { formatCents } from '../money.ts';
import type { Cents } from '../money.ts';
import { soSalesOrderDetail } from '../tables/so-sales-order-detail.ts';
import { soSalesOrderHeader } from '../tables/so-sales-order-header.ts';
import { soSalesOrderPayment } from '../tables/so-sales-order-payment.ts';
import { documentColumns } from './account.ts';
import type { Account } from './account.ts';
import { stamps } from './company-draft.ts';
import type { CompanyDraft } from './company-draft.ts';
import type { DocumentAmounts, DocumentLine } from './document-amounts.ts';
import { itemColumns, lineKey, lineSequence, priceColumns } from './line-columns.ts';
import { orderAmountColumns, writeOrderHistory } from './order-history.ts';
import type { LastInvoice } from './order-history.ts';
import type { SageRecord } from './record-writer.ts';

/** An order or quote that stands in SO_SalesOrderHeader. */
export interface SalesOrder {
  readonly salesOrderNo: string;
  /** S standard, B back order, Q quote, M master, R repeating. */
  readonly orderType: 'S' | 'B' | 'Q' | 'M' | 'R';
  /** N new, O open, C closed, H on hold. */
  readonly orderStatus: 'N' | 'O' | 'C' | 'H';
  readonly orderDate: CalendarDay;
  /** The ship date of an order, the day a quote expires. */
  readonly shipExpireDate: CalendarDay;
  readonly customerPONo: string;
  readonly shipVia: string;
  readonly amounts: DocumentAmounts;
  readonly lines: readonly DocumentLine[];
  readonly payments?: readonly OrderPayment[];
  /** The latest invoice of an order that was shipped in part. */
  readonly lastInvoice?: LastInvoice;
  /** Further columns of the header, by Sage's names. */
  readonly more?: SageRecord;
}

/** Money taken with an order: a deposit (D) lowers what is left to pay, a payment (P) is charged when it ships. */
export interface OrderPayment {
  readonly paymentType: 'CHECK' | 'VISA';
  readonly category: 'D' | 'P';
  readonly amount: Cents;
}

/** Whether the order takes stock and credit: quotes, master and repeating orders do not. */
export function isOpenOrder(order: SalesOrder): boolean {
  return order.orderType === 'S' || order.orderType === 'B';
}

/** Writes an order with its lines, payments and history, and books the units it holds. */
export function writeSalesOrder(draft: CompanyDraft, account: Account, order: SalesOrder): void {
  const written = {
    ...stamps(draft, draft.random.fork(`order ${order.salesOrderNo}`)),
    DateCreated: order.orderDate,
    DateUpdated: order.orderDate > draft.today ? draft.today : order.orderDate
  };
  writeHeader(draft, account, order, written);
  for (const [index, line] of order.lines.entries()) writeLine(draft, order, line, index + 1);
  for (const [index, payment] of (order.payments ?? []).entries())
    writePayment(draft, order, payment, index + 1, written);
  // That master and repeating orders have no history of their own is inferred: the orders made from them have.
  if (isOpenOrder(order)) writeOrderHistory(draft, account, { ...order, historyStatus: 'A' }, written);
  if (order.orderType === 'Q') writeOrderHistory(draft, account, { ...order, historyStatus: 'Q' }, written);
}

function writeHeader(draft: CompanyDraft, account: Account, order: SalesOrder, written: SageRecord): void {
  const deposits = (order.payments ?? []).filter(({ category }) => category === 'D');
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
    ...lastInvoiceColumns(order),
    ...orderAmountColumns(order.amounts),
    DepositAmt: formatCents(deposits.reduce((sum, { amount }) => sum + amount, 0)),
    PaymentType: order.payments?.[0]?.paymentType ?? '',
    ...written,
    ...order.more
  });
}

function lastInvoiceColumns({ lastInvoice }: SalesOrder): SageRecord {
  if (lastInvoice === undefined) return {};
  return { LastInvoiceOrderNo: lastInvoice.invoiceNo, LastInvoiceOrderDate: lastInvoice.invoiceDate };
}

function writeLine(draft: CompanyDraft, order: SalesOrder, line: DocumentLine, position: number): void {
  const shipped = line.shipped ?? 0;
  const isDropShip = line.more?.['DropShip'] === 'Y';
  if (isOpenOrder(order) && line.item.itemType === '1' && !isDropShip) {
    const held = draft.stock.of(line.item.itemCode, line.warehouseCode);
    held.onSalesOrder += line.quantity - shipped - line.backordered;
    held.onBackOrder += line.backordered;
  }
  draft.writer.write(soSalesOrderDetail, {
    SalesOrderNo: order.salesOrderNo,
    LineKey: lineKey(position),
    LineSeqNo: lineSequence(position),
    SOHistoryDetlSeqNo: order.orderType === 'M' || order.orderType === 'R' ? '' : lineSequence(position),
    ...itemColumns(line),
    PromiseDate: order.shipExpireDate,
    TaxClass: 'TX',
    QuantityOrdered: line.quantity,
    QuantityShipped: shipped,
    QuantityBackordered: line.backordered,
    ...priceColumns(line),
    ...line.more
  });
}

function writePayment(
  draft: CompanyDraft,
  order: SalesOrder,
  payment: OrderPayment,
  position: number,
  written: SageRecord
): void {
  const card = { CardType: 'V', Last4UnencryptedCreditCardNos: '1111', ExpirationDateYear: '2031' };
  draft.writer.write(soSalesOrderPayment, {
    SalesOrderNo: order.salesOrderNo,
    PaymentSeqNo: position.toString().padStart(6, '0'),
    PaymentType: payment.paymentType,
    PaymentTypeCategory: payment.category,
    TransactionAmt: formatCents(payment.amount),
    ...(payment.paymentType === 'VISA' ? { ...card, ExpirationDateMonth: '09' } : {}),
    ...written
  });
}
