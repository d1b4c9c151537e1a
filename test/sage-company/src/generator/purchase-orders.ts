import { addDays } from '../calendar.ts';
import type { CalendarDay } from '../calendar.ts';
import { formatCents } from '../money.ts';
import type { Cents } from '../money.ts';
import { warehouses } from '../abc/company.ts';
import { poPurchaseOrderDetail } from '../tables/po-purchase-order-detail.ts';
import { poPurchaseOrderHeader } from '../tables/po-purchase-order-header.ts';
import { stamps } from './company-draft.ts';
import type { CompanyDraft } from './company-draft.ts';
import type { Item } from './items.ts';
import { lineKey, lineSequence } from './line-columns.ts';
import type { SageRecord } from './record-writer.ts';
import type { Vendor } from './vendors.ts';

/** An order that the company has given to a vendor. */
export interface PurchaseOrder {
  readonly purchaseOrderNo: string;
  readonly vendor: Vendor;
  /** S standard, D drop ship, M master, R repeating, X material requisition. */
  readonly orderType: 'S' | 'D' | 'M' | 'R' | 'X';
  /** N new, O open, B back-ordered, C change, X complete. */
  readonly orderStatus: 'N' | 'O' | 'B' | 'C' | 'X';
  readonly orderDate: CalendarDay;
  readonly requiredDate: CalendarDay;
  readonly warehouseCode: string;
  readonly lines: readonly PurchaseLine[];
  /** Further columns of the header: hold, the customer and order a drop ship is for. */
  readonly more?: SageRecord;
}

export interface PurchaseLine {
  readonly item: Item;
  readonly quantity: number;
  readonly received: number;
  /** Columns of the line that take the place of the usual ones. */
  readonly more?: SageRecord;
}

/** Makes up a purchase order: most new or open, some received in part, few complete. */
export function inventPurchaseOrder(
  draft: CompanyDraft,
  vendor: Vendor,
  items: readonly Item[]
): PurchaseOrder {
  const purchaseOrderNo = draft.numbers.next('purchaseOrder');
  const random = draft.random.fork(`purchase order ${purchaseOrderNo}`);
  const orderDate = addDays(draft.today, -random.integer(0, 60));
  const orderStatus = random.pick(['N', 'N', 'O', 'O', 'O', 'B', 'B', 'C', 'X'] as const);
  const lines = Array.from({ length: random.integer(1, 5) }, (_, index) => {
    const quantity = random.integer(5, 60);
    const partly = index === 0 ? Math.ceil(quantity / 2) : 0;
    const received = orderStatus === 'X' ? quantity : orderStatus === 'B' ? partly : 0;
    return { item: random.pick(items), quantity, received };
  });
  return {
    purchaseOrderNo,
    vendor,
    orderType: 'S',
    orderStatus,
    orderDate,
    requiredDate: addDays(orderDate, random.integer(20, 75)),
    warehouseCode: random.pick(warehouses.slice(0, draft.profile.warehouses)).code,
    lines,
    more: { OnHold: random.chance(0.03) ? 'Y' : 'N' }
  };
}

/** Writes a purchase order with its lines, and books the units that are still to come into a warehouse. */
export function writePurchaseOrder(draft: CompanyDraft, order: PurchaseOrder): void {
  const random = draft.random.fork(`purchase order ${order.purchaseOrderNo}`);
  const receivedAmount = sum(order.lines, ({ received }) => received);
  draft.writer.write(poPurchaseOrderHeader, {
    PurchaseOrderNo: order.purchaseOrderNo,
    PurchaseOrderDate: order.orderDate,
    OrderType: order.orderType,
    OrderStatus: order.orderStatus,
    RequiredExpireDate: order.requiredDate,
    CompletionDate: order.orderStatus === 'X' ? addDays(order.orderDate, 10) : null,
    APDivisionNo: '01',
    VendorNo: order.vendor.vendorNo,
    PurchaseName: order.vendor.vendorName,
    OnHold: 'N',
    WarehouseCode: order.warehouseCode,
    TermsCode: order.vendor.termsCode,
    LastReceiptDate: receivedAmount > 0 ? addDays(order.orderDate, 10) : null,
    NonTaxableAmt: formatCents(sum(order.lines, ({ quantity }) => quantity)),
    ReceivedAmt: formatCents(receivedAmount),
    ...stamps(draft, random),
    ...order.more
  });
  for (const [index, line] of order.lines.entries()) writeLine(draft, order, line, index + 1);
}

function writeLine(draft: CompanyDraft, order: PurchaseOrder, line: PurchaseLine, position: number): void {
  const { item, quantity, received } = line;
  if (order.orderType === 'S' && order.orderStatus !== 'X' && item.itemType === '1')
    draft.stock.of(item.itemCode, order.warehouseCode).onPurchaseOrder += quantity - received;
  draft.writer.write(poPurchaseOrderDetail, {
    PurchaseOrderNo: order.purchaseOrderNo,
    LineKey: lineKey(position),
    LineSeqNo: lineSequence(position),
    ItemCode: item.itemCode,
    ItemType: item.itemType,
    ItemCodeDesc: item.description.slice(0, 30),
    RequiredDate: order.requiredDate,
    WarehouseCode: order.warehouseCode,
    UnitOfMeasure: item.unitOfMeasure ?? 'EACH',
    UnitOfMeasureConvFactor: '1',
    QuantityOrdered: quantity,
    QuantityReceived: received,
    QuantityBackordered: order.orderStatus === 'B' ? quantity - received : 0,
    UnitCost: formatCents(item.cost),
    OriginalUnitCost: formatCents(item.cost),
    ExtensionAmt: formatCents(quantity * item.cost),
    ReceivedAmt: formatCents(received * item.cost),
    ReceiptOfGoodsUpdated: received > 0 ? 'Y' : 'N',
    ...line.more
  });
}

function sum(lines: readonly PurchaseLine[], units: (line: PurchaseLine) => number): Cents {
  return lines.reduce((total, line) => total + units(line) * line.item.cost, 0);
}
