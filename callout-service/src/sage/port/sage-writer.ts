import type { CreditDecision } from '../../canonical/credit-decision.ts';
import type { CashReceiptDraft } from '../../canonical/drafts/cash-receipt-draft.ts';
import type { ContactDraft } from '../../canonical/drafts/contact-draft.ts';
import type { CustomerDraft } from '../../canonical/drafts/customer-draft.ts';
import type { ItemDraft } from '../../canonical/drafts/item-draft.ts';
import type { SalesOrderChange, SalesOrderDraft } from '../../canonical/drafts/sales-order-draft.ts';
import type { ShipToDraft } from '../../canonical/drafts/ship-to-draft.ts';
import type { Money } from '../../canonical/money.ts';
import type { Quantity } from '../../canonical/quantity.ts';
import type { OrderDecisions } from './sage-order-checks.ts';

/** What became of a write. */
export interface WriteReceipt {
  /** The record's natural key in its display form: `0000115`, `01-ABF`, `01-ABF/ARTIE JOHN`. */
  readonly key: string;
  /** `created`, `updated`; `found` when the request key showed that it had been written before; `unchanged`. */
  readonly outcome: 'created' | 'updated' | 'found' | 'unchanged' | 'cancelled';
  /** What Sage remarked and did all the same, as the warning about a purchase order number used before. */
  readonly warnings: readonly string[];
  /** How credit was decided, where the caller said what follows from it and the order was written now. */
  readonly credit?: CreditDecision;
}

/** An order as Sage would book it, which was not written. */
export interface SalesOrderQuote {
  readonly lines: readonly {
    readonly itemCode: string;
    readonly quantity: Quantity;
    readonly unitPrice: Quantity;
    readonly extension: Money;
  }[];
  readonly taxable: Money;
  readonly nonTaxable: Money;
  readonly discount: Money;
  readonly salesTax: Money;
  readonly freight: Money;
  readonly total: Money;
  readonly warnings: readonly string[];
}

/** How writing stands. */
export interface WriterState {
  readonly bridge: 'starting' | 'ready' | 'busy' | 'stopped' | 'failed';
  /** Null unless an operator paused writing. */
  readonly pausedSince: string | null;
  readonly waiting: number;
  /** Which bridge answers, with version and bitness; null before the first start. */
  readonly bridgeName: string | null;
  /** Why it failed last, as a code of the catalogue; null when it did not. */
  readonly lastFailure: string | null;
}

/**
 * Writes into one Sage company, one record after the other, in the only way that Sage supports. Each method rejects with
 * a `LedgerBridgeError`: LB4xx and LB501 to LB511 for input that Sage would refuse, found before the write where that is
 * possible, nothing half-written; LB512 when even the look-up could not decide whether the record was written; LB513 to
 * LB518 when nothing was written and the same call may succeed later.
 */
export interface SageWriter {
  createSalesOrder(draft: SalesOrderDraft, decided?: OrderDecisions): Promise<WriteReceipt>;
  /** The number of the order that Sage has under this request key, open or in the history; undefined when there is none. */
  findSalesOrder(request: {
    readonly requestKey: string;
    readonly customerNo: string;
  }): Promise<string | undefined>;
  /** With a decided reaction, credit is judged by what the change adds to the order. */
  updateSalesOrder(change: SalesOrderChange, decided?: OrderDecisions): Promise<WriteReceipt>;
  cancelSalesOrder(cancel: {
    readonly salesOrderNo: string;
    readonly cancelReasonCode?: string;
  }): Promise<WriteReceipt>;
  /** Prices the order through Sage and abandons it: nothing is written, no number is used up. */
  quoteSalesOrder(draft: SalesOrderDraft, decided?: OrderDecisions): Promise<SalesOrderQuote>;
  saveCustomer(draft: CustomerDraft): Promise<WriteReceipt>;
  saveContact(draft: ContactDraft): Promise<WriteReceipt>;
  saveShipTo(draft: ShipToDraft): Promise<WriteReceipt>;
  saveItem(draft: ItemDraft): Promise<WriteReceipt>;
  createCashReceipt(draft: CashReceiptDraft): Promise<WriteReceipt>;
  /** Lets the record under way finish, closes Sage's files, and holds all others back until `resume`. */
  pause(): Promise<void>;
  resume(): void;
  state(): WriterState;
  /**
   * Opens a session if none is open, to learn whether records can be written now; writes nothing.
   * @throws LedgerBridgeError LB513 to LB516, LB518, LB524.
   */
  probe(): Promise<WriterState>;
  close(): Promise<void>;
}
