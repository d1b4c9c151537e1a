import { addDays } from '../calendar.ts';
import type { CalendarDay } from '../calendar.ts';
import { formatCents } from '../money.ts';
import type { Cents } from '../money.ts';
import { ciItem } from '../tables/ci-item.ts';
import { stamps } from './company-draft.ts';
import type { CompanyDraft } from './company-draft.ts';
import { writeItemWarehouses } from './item-warehouses.ts';
import type { WarehouseStock } from './item-warehouses.ts';
import type { Random } from './random.ts';
import type { SageRecord } from './record-writer.ts';

/** An item that documents can sell. */
export interface Item {
  readonly itemCode: string;
  /** 1 regular, 3 charge, 4 comment, 5 miscellaneous. */
  readonly itemType: '1' | '3' | '4' | '5';
  readonly description: string;
  readonly productLine: string;
  readonly price: Cents;
  readonly cost: Cents;
  readonly inactive: boolean;
  /** Sales unit; EACH when left out. */
  readonly unitOfMeasure?: string;
  /** Standard units in a sales unit; 1 when left out. */
  readonly unitsPerSalesUnit?: string;
  /** F finished, R raw, D discontinued, K kit; inactive items are discontinued and all others finished when left out. */
  readonly productType?: 'F' | 'R' | 'D' | 'K' | '';
  /** 3 FIFO when left out, 5 lot, 6 serial. */
  readonly valuation?: '3' | '5' | '6';
  /** What the warehouses hold; made up when left out, and a kit has none. */
  readonly stock?: readonly WarehouseStock[];
  /** Further columns of CI_Item, which come last. */
  readonly more?: (today: CalendarDay) => SageRecord;
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

/** What every item of the company has alike: taxable, bought, no sale running. */
const ITEM_DEFAULTS = {
  UseInAR: 'Y',
  UseInSO: 'Y',
  UseInPO: 'Y',
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
  const isStocked = item.itemType === '1' && item.productType !== 'K';
  const held = isStocked ? writeItemWarehouses(draft, item, random) : { onHand: 0, value: 0 };
  draft.writer.write(ciItem, {
    ItemCode: item.itemCode,
    ItemType: item.itemType,
    ItemCodeDesc: item.description,
    ...ITEM_DEFAULTS,
    ...unitColumns(item),
    PriceCode: isStocked ? random.pick(['', 'STD', 'BULK']) : '',
    ProductLine: item.productLine,
    ...typeColumns(item, isStocked),
    StandardUnitCost: formatCents(item.cost),
    StandardUnitPrice: formatCents(item.price),
    SuggestedRetailPrice: formatCents(Math.floor(item.price * 1.2)),
    AverageUnitCost: formatCents(item.cost),
    LastTotalUnitCost: formatCents(item.cost),
    LastSoldDate: addDays(draft.today, -random.integer(0, 90)),
    TotalQuantityOnHand: held.onHand,
    TotalInventoryValue: formatCents(held.value),
    ...userDefinedColumns(draft, item),
    ...stamps(draft, random),
    ...item.more?.(draft.today)
  });
}

function typeColumns(item: Item, isStocked: boolean): SageRecord {
  return {
    ProductType: item.productType ?? (item.inactive ? 'D' : 'F'),
    Valuation: isStocked ? (item.valuation ?? '3') : '',
    InactiveItem: item.inactive ? 'Y' : 'N'
  };
}

function unitColumns(item: Item): SageRecord {
  const unit = item.unitOfMeasure ?? 'EACH';
  const isPacked = item.unitsPerSalesUnit !== undefined;
  return {
    SalesUnitOfMeasure: unit,
    PurchaseUnitOfMeasure: isPacked ? 'EACH' : unit,
    StandardUnitOfMeasure: isPacked ? 'EACH' : unit,
    SalesUMConvFctr: item.unitsPerSalesUnit ?? '1'
  };
}

/** Every item has the required brand; what else the site keeps of its items most leave blank. */
function userDefinedColumns(draft: CompanyDraft, item: Item): SageRecord {
  const random = draft.random.fork(`fields ${item.itemCode}`);
  const isFull = random.chance(0.15);
  return {
    UDF_BRAND: random.pick(['NORTHLINE', 'KENDRICK', 'OWN BRAND']),
    UDF_WEB_DESCRIPTION: isFull ? `${item.description}. Ships from stock; assembly in ten minutes.` : '',
    UDF_LAUNCH_DATE: isFull ? addDays(draft.today, -random.integer(30, 3_000)) : null,
    UDF_PALLET_QTY: isFull ? `${random.integer(4, 48)}.50` : 0,
    UDF_HAZARDOUS: isFull ? 'Y' : 'N'
  };
}
