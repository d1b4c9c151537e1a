import { Decimal } from 'decimal.js';
import type { SalesOrderDraft } from '../../canonical/drafts/sales-order-draft.ts';
import { formatQuantity } from '../../canonical/quantity.ts';
import { asLedgerBridgeError } from '../../errors/as-ledger-bridge-error.ts';
import { lineExtension } from '../../rules/order-line.ts';
import type { SalesOrderQuote } from '../../sage/port/sage-writer.ts';
import type { ItemPrice, PriceQuestion } from '../price/price-inquiry.ts';
import type { ItemAvailability } from '../stock/availability-inquiry.ts';
import type { OrderPreviewLine } from './order-preview-schema.ts';

export interface PreviewLineParts {
  readonly priceOf: (question: PriceQuestion) => Promise<ItemPrice>;
  readonly availabilityOf: (itemCode: string) => Promise<ItemAvailability>;
}

type ItemLine = Extract<SalesOrderDraft['lines'][number], { kind: 'item' }>;
type QuotedLine = SalesOrderQuote['lines'][number];

/** The item lines of a draft with price, stock and warnings; prices of `quote` are Sage's own. */
export async function previewLines(
  draft: SalesOrderDraft,
  quote: SalesOrderQuote | undefined,
  parts: PreviewLineParts
): Promise<OrderPreviewLine[]> {
  const numbered = draft.lines.map((line, index) => ({ line, lineNo: index + 1 }));
  const items = numbered.flatMap(({ line, lineNo }) => (line.kind === 'item' ? [{ line, lineNo }] : []));
  return Promise.all(
    items.map(({ line, lineNo }, index) =>
      previewLine({ line, lineNo, draft, quoted: quote?.lines[index] }, parts)
    )
  );
}

interface LineQuestion {
  readonly line: ItemLine;
  readonly lineNo: number;
  readonly draft: SalesOrderDraft;
  readonly quoted: QuotedLine | undefined;
}

async function previewLine(question: LineQuestion, parts: PreviewLineParts): Promise<OrderPreviewLine> {
  const { line, lineNo, draft, quoted } = question;
  const quantity = new Decimal(line.quantity);
  const [listed, stock] = await Promise.all([
    quantity.greaterThan(0)
      ? orUnknown(parts.priceOf({ itemCode: line.itemCode, customerNo: draft.customerNo, quantity }))
      : undefined,
    orUnknown(parts.availabilityOf(line.itemCode))
  ]);
  const warehouseCode = line.warehouseCode ?? draft.warehouseCode;
  const available = stock && availableIn(stock, warehouseCode);
  const priced = priceOfLine(line, quoted, listed);
  return {
    lineNo,
    itemCode: line.itemCode,
    ...(stock && { itemCodeDesc: stock.itemCodeDesc }),
    quantity: formatQuantity(quantity),
    ...priced,
    ...(warehouseCode !== undefined && { warehouseCode }),
    ...(available !== undefined && { available }),
    warnings: warningsOf({ quantity, available, stock, listed, unitPrice: priced?.unitPrice })
  };
}

function priceOfLine(line: ItemLine, quoted: QuotedLine | undefined, listed: ItemPrice | undefined) {
  if (quoted !== undefined) {
    return { pricedBy: 'sage' as const, unitPrice: quoted.unitPrice, extension: quoted.extension };
  }
  const given = line.unitPrice === undefined ? undefined : formatQuantity(new Decimal(line.unitPrice));
  const unitPrice = given ?? listed?.unitPrice;
  if (unitPrice === undefined) return undefined;
  return {
    pricedBy: given === undefined ? ('rules' as const) : ('request' as const),
    unitPrice,
    extension: lineExtension(line.quantity, unitPrice, line.discountPercent),
    ...(given === undefined && listed && { priceRule: listed.wonBy })
  };
}

function availableIn(stock: ItemAvailability, warehouseCode: string | undefined) {
  if (warehouseCode === undefined) return stock.available;
  return stock.warehouses.find((each) => each.warehouseCode === warehouseCode)?.available;
}

interface WarningFacts {
  readonly quantity: Decimal;
  readonly available: string | undefined;
  readonly stock: ItemAvailability | undefined;
  readonly listed: ItemPrice | undefined;
  readonly unitPrice: string | undefined;
}

function warningsOf(facts: WarningFacts): OrderPreviewLine['warnings'] {
  const { quantity, available, stock, listed, unitPrice } = facts;
  const differs =
    listed !== undefined && unitPrice !== undefined && !new Decimal(unitPrice).equals(listed.unitPrice);
  return [
    ...(available !== undefined && quantity.greaterThan(available) ? (['SHORT_STOCK'] as const) : []),
    ...(stock?.discontinued === true ? (['DISCONTINUED'] as const) : []),
    ...(stock?.inactive === true ? (['INACTIVE'] as const) : []),
    ...(listed?.belowCost === true ? (['BELOW_COST'] as const) : []),
    ...(differs ? (['PRICE_DIFFERS'] as const) : [])
  ];
}

/** What Sage does not have is among the faults of the preview already; everything else is a failure. */
async function orUnknown<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (thrown) {
    if (asLedgerBridgeError(thrown).code.startsWith('LB4')) return undefined;
    if (asLedgerBridgeError(thrown).code.startsWith('LB1')) return undefined;
    throw thrown;
  }
}
