/** One line of a planned order. */
export interface PlannedLine {
  readonly item: number;
  quantity: number;
  cents: number;
  /** Id of the OpportunityLineItem or OrderItem; undefined once it was removed. */
  id: string | undefined;
}

/** What a person does with an order, one after the other. */
export type Act = 'submit' | 'activate' | 'quantity' | 'price' | 'remove-line' | 'comment' | 'cancel';

/** An order of the stream: what stands in Salesforce before it is won, and what people will do with it. */
export interface PlannedOrder {
  readonly number: number;
  /** An opportunity alone, an order alone, or an order that is made from an opportunity that was won. */
  readonly kind: 'opportunity' | 'order' | 'both';
  readonly account: number;
  readonly lines: PlannedLine[];
  readonly acts: readonly Act[];
  /** Its product is not in Sage, so that it can only be refused. */
  readonly poison: boolean;
  /** Ids of its records, once they are made. */
  opportunityId: string | undefined;
  orderId: string | undefined;
  /** What was done so far, and saved. */
  readonly done: Act[];
  comment: string | undefined;
}

/** The record that was asked for first, by whose id Sage knows the order. */
export function keyOf({ opportunityId, orderId }: PlannedOrder): string {
  return opportunityId ?? orderId ?? '';
}

export function isSubmitted({ done }: PlannedOrder): boolean {
  return done.includes('submit');
}

export function isCancelled({ done }: PlannedOrder): boolean {
  return done.includes('cancel');
}
