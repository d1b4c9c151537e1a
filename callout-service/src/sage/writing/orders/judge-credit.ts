import type { CustomerKey } from '../../../canonical/customer-key.ts';
import type { SalesOrderDraft } from '../../../canonical/drafts/sales-order-draft.ts';
import { decideCredit } from '../../../rules/credit-decision.ts';
import { creditFaults } from '../../../rules/order-faults/credit-faults.ts';
import { throwFaults } from '../throw-faults.ts';
import type { WritingParts } from '../writing-parts.ts';
import type { NewOrder } from './create-order-operation.ts';

/**
 * Judges a new order by what it comes to, where the company's credit rule blocks orders or puts them on hold. Where it
 * only warns there is nothing to judge. A quote takes no credit.
 */
export async function creditJudge(
  draft: SalesOrderDraft,
  key: CustomerKey,
  { records, credit }: WritingParts
): Promise<NewOrder['judge']> {
  if (credit.reaction === 'warn' || draft.kind === 'quote') return undefined;
  const [customer] = await records.customers.byKeys([key]);
  if (customer === undefined) return undefined;
  return ({ total }) => {
    const amount = total.startsWith('-') ? '0.00' : total;
    throwFaults(creditFaults(draft, customer, amount, credit), `a sales order of ${draft.customerNo}`);
    return decideCredit(customer, amount, credit).decision === 'hold' ? 'hold' : 'write';
  };
}
