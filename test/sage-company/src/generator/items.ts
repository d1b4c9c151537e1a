import { addDays } from '../calendar.ts';
import { formatCents } from '../money.ts';
import type { Cents } from '../money.ts';
import { ciItem } from '../tables/ci-item.ts';
import { imItemWarehouse } from '../tables/im-item-warehouse.ts';
import { warehouses } from '../abc/company.ts';
import { stamps } from './company-draft.ts';
import type { CompanyDraft } from './company-draft.ts';
import type { Random } from './random.ts';

/** An item that documents can sell. */
export interface Item {
  readonly itemCode: string;
  /** 1 regular, 5 miscellaneous. */
  readonly itemType: '1' | '5';
  readonly description: string;
  readonly productLine: string;
  readonly price: Cents;
  readonly cost: Cents;
  readonly inactive: boolean;
}

const KINDS = 'BRACKET CABINET CHAIR DESK FILE HINGE LAMP MOTOR PANEL PUMP RACK STAND TABLE VALVE'.split(' ');
const FINISHES = 'BLACK CHROME GREY OAK STEEL WALNUT WHITE ZINC'.split(' ');

/** Makes an item up; `position` makes its code its own. */
export function inventItem(random: Random, position: number): Item {
  const kind = random.pick(KINDS);
  const cost = random.integer(250, 60_000);
  return {
    itemCode: `${1000 + (position % 9000)}-${kind.slice(0, 3)}-${position.toString().padStart(5, '0')}`,
    itemType: '1',
    description: `${kind} ${random.pick(FINISHES)} ${random.integer(2, 96)}"`,
    productLine: random.pick(['WF&A', 'OFFC', 'PART', 'TOOL']),
    price: Math.floor((cost * random.integer(125, 210)) / 100),
    cost,
    inactive: random.chance(0.03)
  };
}

/** What every item of the company has alike: sold and bought by the piece, taxable, no sale running. */
const ITEM_DEFAULTS = {
  UseInAR: 'Y',
  UseInSO: 'Y',
  UseInPO: 'Y',
  SalesUnitOfMeasure: 'EACH',
  PurchaseUnitOfMeasure: 'EACH',
  StandardUnitOfMeasure: 'EACH',
  SalesUMConvFctr: '1',
  PurchaseUMConvFctr: '1',
  TaxClass: 'TX',
  DefaultWarehouseCode: '000',
  ProcurementType: 'B',
  SaleMethod: 'N',
  AllowBackOrders: 'Y'
};

/** Writes an item and its warehouses; the item's totals are the sums of its warehouses. */
export function writeItem(draft: CompanyDraft, item: Item): void {
  const random = draft.random.fork(`item ${item.itemCode}`);
  const isStocked = item.itemType === '1';
  const onHand = isStocked ? writeItemWarehouses(draft, item, random) : 0;
  draft.writer.write(ciItem, {
    ItemCode: item.itemCode,
    ItemType: item.itemType,
    ItemCodeDesc: item.description,
    ...ITEM_DEFAULTS,
    PriceCode: isStocked ? random.pick(['', 'STD', 'BULK']) : '',
    ProductLine: item.productLine,
    ProductType: item.inactive ? 'D' : 'F',
    Valuation: isStocked ? '3' : '',
    StandardUnitCost: formatCents(item.cost),
    StandardUnitPrice: formatCents(item.price),
    SuggestedRetailPrice: formatCents(Math.floor(item.price * 1.2)),
    AverageUnitCost: formatCents(item.cost),
    LastTotalUnitCost: formatCents(item.cost),
    LastSoldDate: addDays(draft.today, -random.integer(0, 90)),
    TotalQuantityOnHand: onHand,
    TotalInventoryValue: formatCents(onHand * item.cost),
    InactiveItem: item.inactive ? 'Y' : 'N',
    ...stamps(draft, random)
  });
}

/** Writes an item's record in each warehouse and gives back the units on hand in all of them. */
function writeItemWarehouses(draft: CompanyDraft, item: Item, random: Random): number {
  let total = 0;
  for (const { code } of warehouses.slice(0, draft.profile.warehouses)) {
    const open = draft.stock.of(item.itemCode, code);
    const onHand = random.chance(0.12) ? 0 : random.integer(1, 240);
    total += onHand;
    draft.writer.write(imItemWarehouse, {
      ItemCode: item.itemCode,
      WarehouseCode: code,
      BinLocation: `${random.pick(['A', 'B', 'C', 'D'])}${random.integer(1, 40)}`,
      ReorderMethod: '1',
      QuantityOnHand: onHand,
      QuantityOnPurchaseOrder: open.onPurchaseOrder,
      QuantityOnSalesOrder: open.onSalesOrder,
      QuantityOnBackOrder: open.onBackOrder,
      AverageCost: formatCents(item.cost),
      ReorderPointQty: random.integer(5, 40),
      TotalWarehouseValue: formatCents(onHand * item.cost),
      ...stamps(draft, random)
    });
  }
  return total;
}
