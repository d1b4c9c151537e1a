import type { BusinessObjectKind } from './business-object-kinds.ts';
import type { BusinessObject } from './business-object.ts';

/** One operation's turn in the session: calls are planned on business objects, and sent together. */
export interface BoiWork {
  /**
   * Opens a business object in its task. Rejects with LB514 when the user may not. What was planned before is sent
   * first; the opening itself goes with the next `send` where the task is known already.
   */
  open(kind: BusinessObjectKind): Promise<BusinessObject>;
  /**
   * Sends what was planned, in one batch. Rejects with a LedgerBridgeError: what Sage refused (LB510, LB511 or the code
   * that the step names); LB524 when the bridge or Sage lacks a member; LB513 when nothing was written and LB512 when
   * that is not known, after which the work takes no more steps.
   */
  send(): Promise<void>;
  /** What Sage remarked and did all the same, each text once. For people only: it may name a customer. */
  readonly warnings: readonly string[];
}

/** What is to be done in the session. */
export interface BoiOperation<T> {
  /** For metrics, as `create sales order`. */
  readonly name: string;
  /** The record it is about, as `sales order for 01-ABF`: for people only. */
  readonly subject?: string;
  /** Default `wait`: the operation is held until writing is resumed. `refuse` answers LB516 at once. */
  readonly whenPaused?: 'wait' | 'refuse';
  /** Plans and sends. Rejects with what it likes; the work is at its end when it settles. */
  readonly perform: (work: BoiWork) => Promise<T>;
}
