import type { SalesOrderDraft } from '../../canonical/drafts/sales-order-draft.ts';
import type { SalesOrderLine } from '../../canonical/sales-order.ts';
import { matchLines, sentLineOf, type MatchParts } from './match-lines.ts';
import { flatHeader, flatLine, type SentLine, type SentOrder } from './sent-order.ts';
import type { WantedLine } from './wanted-lines.ts';

/** What was asked for, and by which record. */
export interface SentRequest {
  readonly draft: SalesOrderDraft;
  readonly wanted: readonly WantedLine[];
  readonly object: MatchParts['object'];
  readonly recordId: string;
}

/**
 * The order as it was last sent, once Sage has it: with the LineKeys that Sage gave its lines. `lines` are those that the
 * order has in Sage now. Its header is what Salesforce says, whether or not Sage kept something else: only what changes
 * in Salesforce from here on is sent.
 */
export function sentAfter(
  { draft, wanted, object, recordId }: SentRequest,
  lines: readonly SalesOrderLine[],
  before: SentOrder | undefined
): SentOrder {
  const parts = { object, sent: before?.lines ?? [], lines, adopt: true };
  const matched = matchLines(wanted, parts);
  const comments = lines.filter(({ itemType }) => itemType === 'comment');
  const taken = new Set<string>();
  return {
    customerNo: draft.customerNo,
    header: flatHeader(draft),
    lines: wanted.flatMap((each, index): SentLine[] => {
      const lineKey = matched.get(index);
      // A line that people deleted in Sage stays known, or it would come back with the next change.
      if (lineKey === undefined) return [sentLineOf(each, parts) ?? []].flat();
      const earlier = parts.sent.find((line) => line.lineKey === lineKey);
      const comment = comments.find((line) => !taken.has(line.lineKey) && line.comment === each.comment);
      if (comment !== undefined) taken.add(comment.lineKey);
      return [
        {
          ids: { ...earlier?.ids, [object]: each.id },
          lineKey,
          itemCode: each.line.itemCode,
          values: flatLine(each.line),
          comment:
            each.comment === null || comment === undefined
              ? null
              : { lineKey: comment.lineKey, text: each.comment }
        }
      ];
    }),
    records: withRecord(before?.records ?? [], { object, recordId }),
    cancelled: false
  };
}

/** Every record that asked, each once. */
export function withRecord(
  records: SentOrder['records'],
  asking: SentOrder['records'][number]
): SentOrder['records'] {
  return records.some(({ recordId }) => recordId === asking.recordId) ? records : [...records, asking];
}

/** Which line of Salesforce is which LineKey of Sage, by the line's id. */
export function lineKeysOf({ lines }: SentOrder, object: MatchParts['object']): Record<string, string> {
  return Object.fromEntries(
    lines.flatMap(({ ids, lineKey }) => {
      const id = ids[object];
      return id === undefined ? [] : [[id, lineKey] as const];
    })
  );
}
