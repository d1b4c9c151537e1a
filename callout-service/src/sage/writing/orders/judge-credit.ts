import type { CreditDecision } from '../../../canonical/credit-decision.ts';
import type { CustomerKey } from '../../../canonical/customer-key.ts';
import type { SalesOrderDraft } from '../../../canonical/drafts/sales-order-draft.ts';
import { decideCredit } from '../../../rules/credit-decision.ts';
import { creditFaults } from '../../../rules/order-faults/credit-faults.ts';
import type { OrderDecisions } from '../../port/sage-order-checks.ts';
import { creditSettings } from '../order-checks.ts';
import { throwFaults } from '../throw-faults.ts';
import type { WritingParts } from '../writing-parts.ts';
import type { NewOrder } from './create-order-operation.ts';

/** Judges an order while it is written, and knows afterwards how it judged. */
export interface CreditJudge {
  readonly judge: NonNullable<NewOrder['judge']>;
  /** Undefined until it has judged. */
  decision(): CreditDecision | undefined;
}

/**
 * Judges a new order by what it comes to, where the company's credit rule blocks orders or puts them on hold. Where it
 * only warns there is nothing to judge, unless the caller has decided that for this order and so wants to be told. A
 * quote takes no credit.
 */
export async function creditJudge(
  draft: SalesOrderDraft,
  key: CustomerKey,
  {
    records,
    credit,
    decided
  }: Pick<WritingParts, 'records' | 'credit'> & { readonly decided: OrderDecisions }
): Promise<CreditJudge | undefined> {
  const settings = creditSettings(credit, decided);
  const onlyWarns = settings.reaction === 'warn' && decided.creditReaction === undefined;
  if (onlyWarns || draft.kind === 'quote') return undefined;
  const [customer] = await records.customers.byKeys([key]);
  if (customer === undefined) return undefined;
  let decision: CreditDecision | undefined;
  return {
    decision: () => decision,
    judge: ({ total }) => {
      const amount = total.startsWith('-') ? '0.00' : total;
      decision = decideCredit(customer, amount, settings);
      throwFaults(creditFaults(draft, customer, amount, settings), `a sales order of ${draft.customerNo}`);
      return decision.decision === 'hold' ? 'hold' : 'write';
    }
  };
}
