import { addDays } from '../calendar.ts';
import { formatCents } from '../money.ts';
import type { Cents } from '../money.ts';
import { imItemCost } from '../tables/im-item-cost.ts';
import { imItemWarehouse } from '../tables/im-item-warehouse.ts';
import { warehouses } from '../abc/company.ts';
import { stamps } from './company-draft.ts';
import type { CompanyDraft } from './company-draft.ts';
import type { Item } from './items.ts';
import type { Random } from './random.ts';
import type { SageRecord } from './record-writer.ts';

/** What one warehouse holds of an item. */
export interface WarehouseStock {
  readonly warehouseCode: string;
  /** May have a fraction, and may be below zero where more was shipped than was received. */
  readonly onHand: number;
  /** Lot or serial numbers over which the units are spread evenly. */
  readonly lotSerialNos?: readonly string[];
  /** Further columns of IM_ItemWarehouse. */
  readonly more?: SageRecord;
}

/** Writes an item's record in each warehouse and its cost tiers; gives back units and value of all of them. */
export function writeItemWarehouses(
  draft: CompanyDraft,
  item: Item,
  random: Random
): { readonly onHand: number; readonly value: Cents } {
  const stocks = item.stock ?? inventStock(draft, random);
  for (const stock of stocks) {
    writeItemWarehouse(draft, item, stock, random);
    writeCostTiers(draft, item, stock);
  }
  const onHand = stocks.reduce((sum, stock) => sum + stock.onHand, 0);
  return { onHand, value: stocks.reduce((sum, stock) => sum + value(item, stock.onHand), 0) };
}

function inventStock(draft: CompanyDraft, random: Random): WarehouseStock[] {
  const own = random.fork('stock');
  return warehouses.slice(0, draft.profile.warehouses).map(({ code }) => ({
    warehouseCode: code,
    onHand: own.chance(0.12) ? 0 : own.integer(1, 240)
  }));
}

function writeItemWarehouse(draft: CompanyDraft, item: Item, stock: WarehouseStock, random: Random): void {
  const open = draft.stock.of(item.itemCode, stock.warehouseCode);
  draft.writer.write(imItemWarehouse, {
    ItemCode: item.itemCode,
    WarehouseCode: stock.warehouseCode,
    BinLocation: `${random.pick(['A', 'B', 'C', 'D'])}${random.integer(1, 40)}`,
    ReorderMethod: '1',
    QuantityOnHand: stock.onHand,
    QuantityOnPurchaseOrder: open.onPurchaseOrder,
    QuantityOnSalesOrder: open.onSalesOrder,
    QuantityOnBackOrder: open.onBackOrder,
    AverageCost: formatCents(item.cost),
    ReorderPointQty: random.integer(5, 40),
    TotalWarehouseValue: formatCents(value(item, stock.onHand)),
    ...stamps(draft, random),
    ...stock.more
  });
}

/**
 * Writes the tiers that make up the units on hand: an older and a newer receipt, or one tier for each lot or serial
 * number. That TierType is the item's valuation, and how GroupSort is made, is inferred.
 */
function writeCostTiers(draft: CompanyDraft, item: Item, stock: WarehouseStock): void {
  for (const [index, { quantity, age, lotSerialNo }] of costTiers(stock).entries()) {
    if (quantity === 0) continue;
    const receiptDate = addDays(draft.today, -age);
    draft.writer.write(imItemCost, {
      ItemCode: item.itemCode,
      WarehouseCode: stock.warehouseCode,
      TierType: item.valuation ?? '3',
      GroupSort: `${receiptDate.replaceAll('-', '')}${(index + 1).toString().padStart(8, '0')}`,
      ReceiptDate: receiptDate,
      ReceiptNo: `R${age.toString().padStart(6, '0')}`,
      LotSerialNo: lotSerialNo,
      UnitCost: formatCents(item.cost),
      QuantityOnHand: quantity,
      ExtendedCost: formatCents(value(item, quantity)),
      TransactionDate: receiptDate,
      NegativeQty: quantity < 0 ? 'Y' : 'N',
      TierGroup: '0',
      DateCreated: receiptDate,
      TimeCreated: '9.00000',
      DateUpdated: receiptDate,
      TimeUpdated: '9.00000'
    });
  }
}

function costTiers({ onHand, lotSerialNos }: WarehouseStock) {
  if (lotSerialNos !== undefined)
    return lotSerialNos.map((lotSerialNo) => ({
      quantity: onHand / lotSerialNos.length,
      age: 45,
      lotSerialNo
    }));
  const older = onHand > 100 ? 60 : 0;
  return [
    { quantity: older, age: 90, lotSerialNo: '' },
    { quantity: onHand - older, age: 30, lotSerialNo: '' }
  ];
}

function value(item: Item, quantity: number): Cents {
  return Math.round(quantity * item.cost);
}
