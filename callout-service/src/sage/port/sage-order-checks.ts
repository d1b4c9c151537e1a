import type { SalesOrderDraft } from '../../canonical/drafts/sales-order-draft.ts';
import type { FieldFault } from '../../errors/ledger-bridge-error.ts';

/** Finds what Sage would refuse in an order before anything is written. It only reads. */
export interface SageOrderChecks {
  /** Every fault at once, empty when there is none; rejects with LB3xx when Sage cannot be asked. */
  check(draft: SalesOrderDraft): Promise<readonly FieldFault[]>;
}
