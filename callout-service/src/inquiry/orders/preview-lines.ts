import { Decimal } from 'decimal.js';
import type { CalendarDay } from '../../canonical/calendar-day.ts';
import type { SalesOrderDraft } from '../../canonical/drafts/sales-order-draft.ts';
import type { PriceAnswer } from '../../canonical/price-answer.ts';
import { formatQuantity, type Quantity } from '../../canonical/quantity.ts';
import { availableQuantity, availability, type AvailabilitySettings } from '../../rules/availability.ts';
import { lineExtension } from '../../rules/order-line.ts';
import type { PriceSettings } from '../../rules/price/price.ts';
import type { SalesOrderQuote } from '../../sage/port/sage-writer.ts';
import { isStocked } from '../stock/availability-inquiry.ts';
import { matchQuote } from './match-quote.ts';
import type { OrderPreviewLine } from './order-preview-schema.ts';
import { previewItemCode, type ItemFacts, type PreviewFacts } from './preview-facts.ts';
import { priceLine, unitsPerLineUnit } from './price-line.ts';

/** The company's options that lines are worked out by. */
export interface PreviewSettings {
  readonly price: PriceSettings;
  readonly availability: AvailabilitySettings;
}

type ItemLine = Extract<SalesOrderDraft['lines'][number], { kind: 'item' }>;
type QuotedLine = SalesOrderQuote['lines'][number];

export interface PreviewQuestion {
  readonly draft: SalesOrderDraft;
  readonly facts: PreviewFacts;
  /** Sage's own prices, where it gave them. */
  readonly quote: SalesOrderQuote | undefined;
  readonly day: CalendarDay;
}

/** The item lines of a draft with price, stock and warnings. No I/O. */
export function previewLines(question: PreviewQuestion, settings: PreviewSettings): OrderPreviewLine[] {
  const { draft, facts, quote } = question;
  const quoted = matchQuote(draft.lines, quote?.lines ?? []);
  const demand = new Map<string, Decimal>();
  return draft.lines.flatMap((line, index) => {
    if (line.kind !== 'item') return [];
    const warehouseCode = line.warehouseCode ?? draft.warehouseCode;
    const itemCode = previewItemCode(line.itemCode);
    const ofItem = facts.items.get(itemCode);
    const units = ofItem && unitsPerLineUnit(ofItem.item, line.unitOfMeasure);
    const quantity = new Decimal(line.quantity);
    const stock = ofItem && stockOf(ofItem, warehouseCode, settings.availability);
    const wanted = addDemand(demand, `${itemCode}\t${warehouseCode ?? ''}`, quantity.times(units ?? 1));
    const listed = listedPrice({ question, ofItem, units, quantity }, settings.price);
    const priced = priceOfLine(line, quoted.get(index), listed);
    return {
      lineNo: index + 1,
      itemCode,
      ...(ofItem && { itemCodeDesc: ofItem.item.itemCodeDesc }),
      quantity: formatQuantity(quantity),
      ...priced,
      ...(warehouseCode !== undefined && { warehouseCode }),
      ...(stock !== undefined && { available: stock }),
      warnings: [
        ...(stock !== undefined && wanted.greaterThan(stock) ? (['SHORT_STOCK'] as const) : []),
        ...itemWarnings(ofItem),
        ...priceWarnings(priced?.unitPrice, listed)
      ]
    };
  });
}

/** What all lines up to this one take of an item, in standard units: together they may be short where none is alone. */
function addDemand(demand: Map<string, Decimal>, key: string, quantity: Decimal): Decimal {
  const wanted = (demand.get(key) ?? new Decimal(0)).plus(quantity);
  demand.set(key, wanted);
  return wanted;
}

/** In standard units; undefined for what has no stock, or is not set up in the warehouse. */
function stockOf(
  { item, levels }: ItemFacts,
  warehouseCode: string | undefined,
  settings: AvailabilitySettings
): Quantity | undefined {
  if (!isStocked(item)) return undefined;
  if (warehouseCode === undefined) return availability(item.itemCode, levels, settings).available;
  const level = levels.find((each) => each.warehouseCode === warehouseCode);
  return level && availableQuantity(level, settings);
}

interface PriceFacts {
  readonly question: PreviewQuestion;
  readonly ofItem: ItemFacts | undefined;
  readonly units: Decimal | undefined;
  readonly quantity: Decimal;
}

function listedPrice({ question, ofItem, units, quantity }: PriceFacts, settings: PriceSettings) {
  if (ofItem === undefined || units === undefined || !quantity.greaterThan(0)) return undefined;
  const { facts, day } = question;
  return priceLine({ facts: ofItem, customer: facts.customer, quantity, units, day }, settings);
}

function priceOfLine(line: ItemLine, quoted: QuotedLine | undefined, listed: PriceAnswer | undefined) {
  if (quoted !== undefined) {
    return { pricedBy: 'sage' as const, unitPrice: quoted.unitPrice, extension: quoted.extension };
  }
  const extensionAt = (unitPrice: string) => lineExtension(line.quantity, unitPrice, line.discountPercent);
  if (line.unitPrice !== undefined) {
    const unitPrice = formatQuantity(new Decimal(line.unitPrice));
    return { pricedBy: 'request' as const, unitPrice, extension: extensionAt(unitPrice) };
  }
  if (listed === undefined) return undefined;
  const { unitPrice, wonBy } = listed;
  return { pricedBy: 'rules' as const, unitPrice, extension: extensionAt(unitPrice), priceRule: wonBy };
}

function itemWarnings(facts: ItemFacts | undefined): OrderPreviewLine['warnings'] {
  if (facts === undefined) return [];
  const { productType, inactive } = facts.item;
  return [
    ...(productType === 'discontinued' ? (['DISCONTINUED'] as const) : []),
    ...(inactive ? (['INACTIVE'] as const) : [])
  ];
}

function priceWarnings(
  unitPrice: string | undefined,
  listed: PriceAnswer | undefined
): OrderPreviewLine['warnings'] {
  if (unitPrice === undefined || listed === undefined) return [];
  const comparison = new Decimal(unitPrice).comparedTo(listed.unitPrice);
  return [
    // Of a higher price than the listed one it is not known.
    ...(listed.belowCost && comparison <= 0 ? (['BELOW_COST'] as const) : []),
    ...(comparison === 0 ? [] : (['PRICE_DIFFERS'] as const))
  ];
}
