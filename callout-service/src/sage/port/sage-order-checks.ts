import type { SalesOrderDraft } from '../../canonical/drafts/sales-order-draft.ts';
import type { FieldFault } from '../../errors/ledger-bridge-error.ts';
import type { CreditReaction } from '../../rules/credit-decision.ts';

/** What is decided for one order instead of what the service's configuration says. */
export interface OrderDecisions {
  /** What happens when there is a reason against the order on credit; the service's CREDIT_REACTION where left out. */
  readonly creditReaction?: CreditReaction;
}

/** Finds what Sage would refuse in an order before anything is written. It only reads. */
export interface SageOrderChecks {
  /** Every fault at once, empty when there is none; rejects with LB3xx when Sage cannot be asked. */
  check(draft: SalesOrderDraft, decided?: OrderDecisions): Promise<readonly FieldFault[]>;
}
