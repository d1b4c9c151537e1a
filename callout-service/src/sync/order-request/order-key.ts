/**
 * The identity of an order across both triggers: that of the opportunity where an order comes from one and won
 * opportunities are sent too, so that a deal that is won and then activated as an order becomes one sales order; else the
 * record's own.
 */
export function orderKeyOf(
  record: { readonly id: string; readonly opportunityId: string | null },
  trigger: 'opportunity' | 'order' | 'both' | 'none'
): string {
  return trigger === 'both' ? (record.opportunityId ?? record.id) : record.id;
}
