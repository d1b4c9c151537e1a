import type { SalesOrderDraft } from '../../canonical/drafts/sales-order-draft.ts';
import type { OrderContent } from './order-content.ts';

export type DraftItemLine = Extract<SalesOrderDraft['lines'][number], { kind: 'item' }>;

/** A line as Salesforce wants it now, its comment with it. */
export interface WantedLine {
  /** Of the line of Salesforce. */
  readonly id: string;
  readonly sageLineKey: string | null;
  readonly line: DraftItemLine;
  readonly comment: string | null;
  /** Place of the line of Salesforce. */
  readonly origin: number;
}

/** The lines of a draft with the lines of Salesforce that they are made of. */
export function wantedLines(
  draft: SalesOrderDraft,
  origins: readonly number[],
  { lines }: Pick<OrderContent, 'lines'>
): WantedLine[] {
  return draft.lines.flatMap((line, index) => {
    const origin = origins[index] ?? -1;
    const source = lines[origin];
    if (line.kind !== 'item' || source === undefined) return [];
    const next = draft.lines[index + 1];
    const comment = next?.kind === 'comment' && origins[index + 1] === origin ? next.text : null;
    return [{ id: source.id, sageLineKey: source.sageLineKey, line, comment, origin }];
  });
}
