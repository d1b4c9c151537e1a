import { Decimal } from 'decimal.js';
import type { SalesOrderLine } from '../../canonical/sales-order.ts';
import type { SentLine } from './sent-order.ts';
import type { WantedLine } from './wanted-lines.ts';

/** What of a line in Sage decides whether it is a line of Salesforce. */
export type MatchedLine = Pick<
  SalesOrderLine,
  'lineKey' | 'itemCode' | 'quantityOrdered' | 'itemType' | 'comment'
>;

export interface MatchParts {
  readonly object: 'Opportunity' | 'Order';
  readonly sent: readonly SentLine[];
  /** Lines of the order in Sage as it is now. */
  readonly lines: readonly MatchedLine[];
  /** Whether lines that were never sent as far as is known may be ours all the same: after an attempt in doubt. */
  readonly adopt: boolean;
}

/**
 * Which LineKey each wanted line has, by its place. A line is known by its id, or by the LineKey that Salesforce has for
 * it. What is left (lines of the other record of the same order, or of an attempt whose end is not known) is matched by
 * item and quantity, then by item, in the order of the lines. A line without one is new. Lines that Sage made by itself,
 * as the parts of a kit, match nothing.
 */
export function matchLines(wanted: readonly WantedLine[], parts: MatchParts): Map<number, string> {
  const matched = new Map<number, string>();
  const free = new Map(
    parts.lines.filter(({ itemType }) => itemType !== 'comment').map((line) => [line.lineKey, line])
  );
  const take = (index: number, lineKey: string | undefined): void => {
    if (lineKey === undefined || matched.has(index) || !free.delete(lineKey)) return;
    matched.set(index, lineKey);
  };
  wanted.forEach((each, index) => take(index, sentLineOf(each, parts)?.lineKey));
  const lost = new Set(
    wanted.flatMap((each, index) =>
      sentLineOf(each, parts) !== undefined && !matched.has(index) ? [index] : []
    )
  );
  wanted.forEach(({ sageLineKey, line }, index) => {
    const known = sageLineKey === null ? undefined : free.get(sageLineKey);
    if (!lost.has(index) && known?.itemCode === code(line.itemCode)) take(index, known.lineKey);
  });
  const ours = new Set(parts.sent.map(({ lineKey }) => lineKey));
  for (const same of [sameItemAndQuantity, sameItem])
    wanted.forEach((each, index) => {
      if (matched.has(index) || lost.has(index)) return;
      const found = [...free.values()].find(
        (line) => (parts.adopt || ours.has(line.lineKey)) && same(each, line)
      );
      take(index, found?.lineKey);
    });
  return matched;
}

/** The line that was sent for a line of Salesforce. With another item by now it is another line: Sage changes no item. */
export function sentLineOf(
  { id, line }: Pick<WantedLine, 'id' | 'line'>,
  { sent, object }: Pick<MatchParts, 'sent' | 'object'>
): SentLine | undefined {
  return sent.find(({ ids, itemCode }) => ids[object] === id && code(itemCode) === code(line.itemCode));
}

function sameItemAndQuantity(wanted: WantedLine, line: MatchedLine): boolean {
  return sameItem(wanted, line) && new Decimal(line.quantityOrdered).equals(wanted.line.quantity);
}

function sameItem({ line: { itemCode } }: WantedLine, line: MatchedLine): boolean {
  return line.itemCode === code(itemCode);
}

function code(text: string): string {
  return text.trim().toUpperCase();
}
