import { salesOrderDraftSchema, type SalesOrderDraft } from '../../canonical/drafts/sales-order-draft.ts';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';

/** Reads the JSON of an order to be written. Throws LB104 with every member at fault. */
export function readSalesOrderDraft(text: string): SalesOrderDraft {
  const result = salesOrderDraftSchema.safeParse(parseJson(text));
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => ({
    code: 'LB104' as const,
    field: issue.path.map(String).join('.') || 'order',
    value: '',
    problem: issue.message,
    fix: 'Send it as docs/openapi/sales-order-draft.schema.json describes it.'
  }));
  throw new LedgerBridgeError('LB104', {
    detail: `The order is not of the required form: ${faults.map((fault) => fault.field).join(', ')}.`,
    faults
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new LedgerBridgeError('LB104', { detail: 'The order is not valid JSON.', cause });
  }
}
