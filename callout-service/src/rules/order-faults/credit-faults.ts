import type { Customer } from '../../canonical/customer.ts';
import type { SalesOrderDraft } from '../../canonical/drafts/sales-order-draft.ts';
import type { Money } from '../../canonical/money.ts';
import type { FieldFault } from '../../errors/ledger-bridge-error.ts';
import { decideCredit, type CreditDecisionSettings } from '../credit-decision.ts';
import { fieldFault } from '../written-values/field-fault.ts';

/**
 * Why the company's credit rule refuses the order: only where its reaction is to block. An amount of 0.00 asks about the
 * customer alone. A quote binds nobody, so it is never refused.
 */
export function creditFaults(
  { customerNo, kind }: Pick<SalesOrderDraft, 'customerNo' | 'kind'>,
  customer: Customer,
  orderAmount: Money,
  credit: CreditDecisionSettings
): FieldFault[] {
  if (credit.reaction !== 'block' || kind === 'quote') return [];
  const { reasons, rule } = decideCredit(customer, orderAmount, credit);
  const place = { field: 'customerNo', value: customerNo };
  if (reasons.includes('HOLD'))
    return [
      fieldFault('LB509', place, `Customer ${customerNo} is on credit hold, and rule ${rule} refuses that.`)
    ];
  if (reasons.length === 0) return [];
  const what = reasons.includes('OVER_LIMIT') ? 'is over its credit limit' : 'would be over its credit limit';
  return [fieldFault('LB522', place, `Customer ${customerNo} ${what}, and rule ${rule} refuses that.`)];
}
