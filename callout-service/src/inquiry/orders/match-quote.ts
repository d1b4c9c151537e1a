import type { SalesOrderDraft } from '../../canonical/drafts/sales-order-draft.ts';
import type { SalesOrderQuote } from '../../sage/port/sage-writer.ts';

type QuotedLine = SalesOrderQuote['lines'][number];

/**
 * Sage's line for each line of the draft, by its place there. Sage's lines come in the order of the draft's, but may have
 * others between them: comments, and the components of kits. A line that cannot be found stays without.
 */
export function matchQuote(
  lines: SalesOrderDraft['lines'],
  quoted: SalesOrderQuote['lines']
): ReadonlyMap<number, QuotedLine> {
  const matched = new Map<number, QuotedLine>();
  let from = 0;
  for (const [index, line] of lines.entries()) {
    if (line.kind !== 'item') continue;
    const itemCode = line.itemCode.trim().toUpperCase();
    const place = quoted.findIndex((each, at) => at >= from && each.itemCode.toUpperCase() === itemCode);
    const found = quoted[place];
    if (found === undefined) continue;
    matched.set(index, found);
    from = place + 1;
  }
  return matched;
}
