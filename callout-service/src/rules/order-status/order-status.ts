import { Decimal } from 'decimal.js';
import type { CalendarDay } from '../../canonical/calendar-day.ts';
import type { SalesOrder } from '../../canonical/sales-order.ts';

/** Every status that an order or quote can have, whatever letters Sage keeps for it. */
export const orderStatuses = [
  'new',
  'open',
  'hold',
  'partlyShipped',
  'shipped',
  'invoiced',
  'completed',
  'cancelled',
  'quote',
  'expiredQuote'
] as const;

export type OrderStatus = (typeof orderStatuses)[number];

/** What became of one item line so far, as exact decimal strings in the line's unit of measure. */
export interface LineProgress {
  readonly quantityOrdered: string;
  /** On any invoice or shipment, posted or not. */
  readonly quantityShipped: string;
  /** On posted invoices: SO_ARInvoiceHistoryLink.QuantityShipped. */
  readonly quantityInvoiced: string;
}

/** What decides an order's status. */
export interface OrderFacts extends Pick<SalesOrder, 'place' | 'kind' | 'orderStatus' | 'expiresOn'> {
  /** Item lines that were not cancelled; comments have no quantities. Empty where nothing is known of shipments. */
  readonly lines: readonly LineProgress[];
  readonly today: CalendarDay;
}

/** The status, or the letter of Sage that has no meaning there. */
export type OrderStatusAnswer =
  | { readonly known: true; readonly status: OrderStatus }
  | { readonly known: false; readonly problem: string };

type Kind = SalesOrder['kind'];
/** What a letter says: a status of its own, or one that shipments or the expiry day go on from. */
type Meaning = 'new' | 'open' | 'hold' | 'completed' | 'cancelled' | 'quote';

/**
 * SO_SalesOrderHeader.OrderStatus: new, open, closed, hold. A closed order waits in the open table until Sage purges it.
 * Source: Sage 100 file layouts, notes on SO_SalesOrderHeader.
 */
const OPEN_TABLE: Readonly<Record<string, Meaning>> = { N: 'new', O: 'open', C: 'completed', H: 'hold' };

/**
 * SO_SalesOrderHistoryHeader.OrderStatus. Sources differ: the 4.40 layouts have A active, C completed, X deleted, Q quote
 * and Z deleted quote; later notes repeat N, O, C and H of the header. No letter means two things in them (C is closed in
 * one, completed in the other), so both lists are read, and neither has to be right.
 */
const HISTORY_TABLE: Readonly<Record<string, Meaning>> = {
  ...OPEN_TABLE,
  A: 'open',
  X: 'cancelled',
  Q: 'quote',
  Z: 'cancelled'
};

/** Kinds that are quotes; those whose own quantities are not shipped, since Sage makes standard orders from them. */
const KINDS: Readonly<Record<Kind, 'order' | 'quote' | 'template'>> = {
  standard: 'order',
  backOrder: 'order',
  quote: 'quote',
  prospectQuote: 'quote',
  master: 'template',
  repeating: 'template'
};

/**
 * The status of an order: what Sage's letter says; for new and open orders also how far shipping and invoicing are; for
 * quotes whether they expired. Hold, closed and deleted stand whatever was shipped. A quote is a quote whether new, open
 * or on hold, through its expiry day. Sage has no letter for "shipped" or "invoiced": they are counted from quantities.
 */
export function orderStatus(facts: OrderFacts): OrderStatusAnswer {
  const letter = facts.orderStatus.trim().toUpperCase();
  const table = facts.place === 'open' ? OPEN_TABLE : HISTORY_TABLE;
  const meaning = Object.hasOwn(table, letter) ? table[letter] : undefined;
  if (meaning === undefined) {
    const where = facts.place === 'open' ? 'open orders' : 'order history';
    return { known: false, problem: `OrderStatus "${letter}" has no meaning in the ${where}.` };
  }
  return { known: true, status: statusOf(meaning, facts) };
}

function statusOf(meaning: Meaning, facts: OrderFacts): OrderStatus {
  const is = KINDS[facts.kind];
  if (meaning === 'cancelled' || meaning === 'completed') return meaning;
  if (meaning === 'quote' || is === 'quote') return quoteStatus(facts);
  if (meaning === 'hold' || is === 'template') return meaning;
  return progress(facts.lines) ?? meaning;
}

function quoteStatus({ expiresOn, today }: OrderFacts): OrderStatus {
  return expiresOn !== null && expiresOn < today ? 'expiredQuote' : 'quote';
}

/** How far the lines are, undefined where nothing was shipped or nothing is known. Each line counts by itself. */
function progress(lines: readonly LineProgress[]): 'partlyShipped' | 'shipped' | 'invoiced' | undefined {
  const wanted = lines.filter(({ quantityOrdered }) => !new Decimal(quantityOrdered).isZero());
  if (wanted.length === 0) return undefined;
  if (wanted.every((line) => covers(line.quantityInvoiced, line.quantityOrdered))) return 'invoiced';
  if (wanted.every((line) => covers(shippedOf(line), line.quantityOrdered))) return 'shipped';
  return wanted.some((line) => !new Decimal(shippedOf(line)).isZero()) ? 'partlyShipped' : undefined;
}

/** What is invoiced was shipped, even where Sage's shipped quantity has gone back to zero. */
function shippedOf({ quantityShipped, quantityInvoiced }: LineProgress): string {
  const moreInvoiced = new Decimal(quantityInvoiced).abs().gt(new Decimal(quantityShipped).abs());
  return moreInvoiced ? quantityInvoiced : quantityShipped;
}

/** Whether a quantity reaches another; of a return, whose quantities are negative, downwards. */
function covers(done: string, wanted: string): boolean {
  const goal = new Decimal(wanted);
  return goal.isNegative() ? new Decimal(done).lte(goal) : new Decimal(done).gte(goal);
}
