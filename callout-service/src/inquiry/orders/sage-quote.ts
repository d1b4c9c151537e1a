import type { SalesOrderDraft } from '../../canonical/drafts/sales-order-draft.ts';
import { asLedgerBridgeError } from '../../errors/as-ledger-bridge-error.ts';
import type { ErrorCode } from '../../errors/catalogue.ts';
import type { FieldFault, LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { SageWriter, SalesOrderQuote } from '../../sage/port/sage-writer.ts';

/** Sage's own prices, or why there are none. */
export interface QuoteOutcome {
  readonly quote?: SalesOrderQuote;
  /** What Sage refused although the checks found nothing. */
  readonly faults: readonly FieldFault[];
  readonly warnings: readonly string[];
}

/** Codes that speak of the way to Sage and not of the order: then the rules price it, which is better than nothing. */
const NO_WAY: ReadonlySet<ErrorCode> = new Set([
  'LB510',
  'LB512',
  'LB513',
  'LB514',
  'LB515',
  'LB516',
  'LB518',
  'LB520',
  'LB524'
]);

/** Lets Sage price an order without writing it. Rejects with LB3xx and LB9xx. */
export async function askForQuote(
  draft: SalesOrderDraft,
  writer: Pick<SageWriter, 'quoteSalesOrder'>
): Promise<QuoteOutcome> {
  try {
    const quote = await writer.quoteSalesOrder(draft);
    return { quote, faults: [], warnings: quote.warnings };
  } catch (thrown) {
    const reason = asLedgerBridgeError(thrown);
    if (NO_WAY.has(reason.code)) {
      return { faults: [], warnings: [`Sage did not price the order (${reason.code}): ${reason.detail}`] };
    }
    if (/^LB[45]/.test(reason.code)) return { faults: faultsOf(reason), warnings: [] };
    throw thrown;
  }
}

function faultsOf(reason: LedgerBridgeError): readonly FieldFault[] {
  if (reason.faults.length > 0) return reason.faults;
  const { code, detail, entry } = reason;
  return [{ code, field: 'order', value: '', problem: detail, fix: entry.action }];
}
