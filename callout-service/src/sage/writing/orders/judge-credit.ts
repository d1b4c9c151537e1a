import { Decimal } from 'decimal.js';
import type { CreditDecision } from '../../../canonical/credit-decision.ts';
import type { CustomerKey } from '../../../canonical/customer-key.ts';
import type { SalesOrderDraft } from '../../../canonical/drafts/sales-order-draft.ts';
import { formatMoney, type Money } from '../../../canonical/money.ts';
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

/** The part of an order that credit depends on. */
type JudgedOrder = Pick<SalesOrderDraft, 'customerNo' | 'kind'>;

type JudgeParts = Pick<WritingParts, 'records' | 'credit'> & { readonly decided: OrderDecisions };

/**
 * Judges a new order by what it comes to, where the company's credit rule blocks orders or puts them on hold. Where it
 * only warns there is nothing to judge, unless the caller has decided that for this order and so wants to be told. A
 * quote takes no credit.
 */
export function creditJudge(
  order: JudgedOrder,
  key: CustomerKey,
  parts: JudgeParts
): Promise<CreditJudge | undefined> {
  return judgeOf(order, key, parts, (total) => (total.startsWith('-') ? '0.00' : total));
}

/**
 * Judges a change of an order by what it adds to the total of before, which Sage counts among the open orders already. A
 * change that adds nothing is not judged. Only where the caller decides what follows: others change orders as they are.
 */
export async function changeJudge(
  order: JudgedOrder,
  key: CustomerKey,
  before: Money,
  parts: JudgeParts
): Promise<CreditJudge | undefined> {
  if (parts.decided.creditReaction === undefined) return undefined;
  return judgeOf(order, key, parts, (total) => {
    const more = new Decimal(total).minus(before);
    return more.lte(0) ? undefined : formatMoney(more);
  });
}

async function judgeOf(
  order: JudgedOrder,
  key: CustomerKey,
  { records, credit, decided }: JudgeParts,
  amountOf: (total: Money) => Money | undefined
): Promise<CreditJudge | undefined> {
  const settings = creditSettings(credit, decided);
  const onlyWarns = settings.reaction === 'warn' && decided.creditReaction === undefined;
  if (onlyWarns || order.kind === 'quote') return undefined;
  const [customer] = await records.customers.byKeys([key]);
  if (customer === undefined) return undefined;
  let decision: CreditDecision | undefined;
  return {
    decision: () => decision,
    judge: ({ total }) => {
      const amount = amountOf(total);
      if (amount === undefined) return 'write';
      decision = decideCredit(customer, amount, settings);
      throwFaults(creditFaults(order, customer, amount, settings), `a sales order of ${order.customerNo}`);
      return decision.decision === 'hold' ? 'hold' : 'write';
    }
  };
}
