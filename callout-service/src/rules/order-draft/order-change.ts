import { Decimal } from 'decimal.js';
import type {
  SalesOrderChange,
  SalesOrderDraft,
  SalesOrderLineChange
} from '../../canonical/drafts/sales-order-draft.ts';
import { changedHeader, type ChangedFields } from './changed-fields.ts';
import { changedLine } from './changed-line.ts';
import { matchLines, sentLineOf, type MatchParts } from './match-lines.ts';
import type { OrderInSage } from './order-in-sage.ts';
import type { FlatValues, SentOrder } from './sent-order.ts';
import type { WantedLine } from './wanted-lines.ts';

/** What is to change in Sage, and why. */
export interface OrderChangeAnswer {
  /** Undefined: nothing. */
  readonly change: SalesOrderChange | undefined;
  /** For each line of the change, the place of the line of Salesforce; -1 where there is none any more. */
  readonly origins: readonly number[];
  /** Codes of the items whose quantities change. */
  readonly touched: readonly string[];
  readonly story: readonly string[];
}

interface LineChanges {
  readonly lines: {
    readonly change: SalesOrderLineChange;
    readonly origin: number;
    readonly item: string | undefined;
  }[];
  readonly story: string[];
}

/**
 * Three-way comparison of what was last sent, what Sage has, and what Salesforce has now. Only what changed in Salesforce
 * since is sent, so what people changed in Sage in the meantime stays; where both changed the same field, the request
 * counts, since a person made it, and the story tells what it replaced. Without anything last sent, everything that
 * Salesforce says counts, and lines of Sage that match none are left alone.
 */
export function orderChange(
  draft: SalesOrderDraft,
  wanted: readonly WantedLine[],
  order: OrderInSage,
  { sent, object, adopt }: { readonly sent: SentOrder | undefined } & Pick<MatchParts, 'object' | 'adopt'>
): OrderChangeAnswer {
  const header = changedHeader(draft, order, sent);
  const parts = { object, adopt: adopt || sent === undefined, sent: sent?.lines ?? [], lines: order.lines };
  const lines = lineChanges(wanted, parts);
  const story = [...header.story, ...lines.story];
  if (Object.keys(header.changed).length === 0 && lines.lines.length === 0)
    return { change: undefined, origins: [], touched: [], story };
  return {
    change: {
      salesOrderNo: order.salesOrderNo,
      ...(Object.keys(header.changed).length > 0 && { header: header.changed }),
      ...(lines.lines.length > 0 && { lines: lines.lines.map(({ change }) => change) }),
      knownLineKeys: order.lines.map(({ lineKey }) => lineKey)
    },
    origins: lines.lines.map(({ origin }) => origin),
    touched: [...new Set(lines.lines.flatMap(({ item }) => item ?? []))],
    story
  };
}

function lineChanges(wanted: readonly WantedLine[], parts: MatchParts): LineChanges {
  const matched = matchLines(wanted, parts);
  const changes: LineChanges = { lines: [], story: [] };
  wanted.forEach((each, index) => {
    const lineKey = matched.get(index);
    const place = `Line ${each.origin + 1} (${each.line.itemCode})`;
    if (lineKey !== undefined) changeLine(each, lineKey, place, parts, changes);
    else addLine(each, place, parts, changes);
  });
  removeLines(new Set(matched.values()), parts, changes);
  return changes;
}

function addLine(each: WantedLine, place: string, parts: MatchParts, changes: LineChanges): void {
  const sent = sentLineOf(each, parts);
  const changed: ChangedFields | undefined =
    sent === undefined ? undefined : changedLine(each.line, sent.values, undefined);
  if (sent !== undefined && Object.keys(changed?.changed ?? {}).length === 0) {
    changes.story.push(`${place} was deleted in Sage and did not change in Salesforce: it stays deleted.`);
    return;
  }
  changes.lines.push({
    change: { action: 'add', line: each.line },
    origin: each.origin,
    item: each.line.itemCode
  });
  changes.story.push(`${place} is added: ${plain(each.line.quantity)}.`);
  if (each.comment !== null) addComment(each, each.comment, changes);
}

function addComment({ origin }: WantedLine, text: string, { lines }: LineChanges): void {
  lines.push({ change: { action: 'add', line: { kind: 'comment', text } }, origin, item: undefined });
}

function changeLine(
  each: WantedLine,
  lineKey: string,
  place: string,
  parts: MatchParts,
  changes: LineChanges
): void {
  const sent = parts.sent.find((line) => line.lineKey === lineKey);
  const inSage = parts.lines.find((line) => line.lineKey === lineKey);
  const { changed, story } = changedLine(each.line, sent?.values ?? valuesOf(inSage), inSage);
  if (Object.keys(changed).length > 0)
    changes.lines.push({
      change: { action: 'change', lineKey, line: changed },
      origin: each.origin,
      item: each.line.itemCode
    });
  changes.story.push(...story.map((sentence) => `${place}: ${sentence}`));
  changeComment(each, sent?.comment ?? adoptedComment(each, parts), place, parts, changes);
}

/** What is known of a line that was found in Sage without its having been sent, as far as is known. */
function valuesOf(inSage: MatchParts['lines'][number] | undefined): FlatValues {
  return inSage === undefined ? {} : { quantity: plain(inSage.quantityOrdered) };
}

/** A comment that an attempt in doubt may have written. */
function adoptedComment({ comment }: WantedLine, { lines, adopt }: MatchParts) {
  const found = lines.find((line) => adopt && line.itemType === 'comment' && line.comment === comment);
  return comment === null || found === undefined ? null : { lineKey: found.lineKey, text: comment };
}

/** Sage has no way to put another text into a comment line: the old one goes, the new one comes last. */
function changeComment(
  each: WantedLine,
  sent: { readonly lineKey: string; readonly text: string } | null,
  place: string,
  { lines }: MatchParts,
  changes: LineChanges
): void {
  if ((sent?.text ?? null) === each.comment) return;
  if (sent !== null && lines.some(({ lineKey }) => lineKey === sent.lineKey))
    remove(sent.lineKey, each.origin, undefined, changes);
  if (each.comment !== null) addComment(each, each.comment, changes);
  changes.story.push(`${place}: its comment changed.`);
}

/** Lines that were sent and are in Salesforce no more; what Sage deleted by itself is gone already. */
function removeLines(kept: ReadonlySet<string>, { sent, lines }: MatchParts, changes: LineChanges): void {
  const inSage = new Set(lines.map(({ lineKey }) => lineKey));
  for (const line of sent) {
    if (kept.has(line.lineKey) || !inSage.has(line.lineKey)) continue;
    remove(line.lineKey, -1, line.itemCode, changes);
    if (line.comment !== null && inSage.has(line.comment.lineKey))
      remove(line.comment.lineKey, -1, undefined, changes);
    changes.story.push(`The line of ${line.itemCode} is removed: it is in Salesforce no more.`);
  }
}

function remove(
  lineKey: string,
  origin: number,
  item: string | null | undefined,
  { lines }: LineChanges
): void {
  lines.push({ change: { action: 'remove', lineKey }, origin, item: item ?? undefined });
}

function plain(number: string): string {
  return new Decimal(number).toFixed();
}
