import { Decimal } from 'decimal.js';
import type { CreditDecision } from '../canonical/credit-decision.ts';
import { formatMoney, type Money } from '../canonical/money.ts';
import { creditStanding, type CreditSettings, type CreditStanding } from './credit.ts';

/** What the company does when there is a reason against an order. Sage itself warns and leaves it to the user. */
export type CreditReaction = 'warn' | 'hold' | 'block';

export interface CreditDecisionSettings extends CreditSettings {
  readonly reaction: CreditReaction;
}

type CreditFigures = Parameters<typeof creditStanding>[0];
type Term = CreditDecision['terms'][number];

/**
 * Rule `credit-2`: the standing of `credit-1`, and an order on top. The reasons are the three of Sage's help on credit
 * limit checking: the customer is on credit hold, the balance is over the limit, or it would be with this document. That
 * help does not say whether open orders count; Sage's own sample application counts them, and `includeOpenOrders` says
 * what is done here. An order of 0 asks for the standing alone. Throws a RangeError for a negative amount.
 */
export function decideCredit(
  customer: CreditFigures,
  orderAmount: Money,
  settings: CreditDecisionSettings
): CreditDecision {
  const order = new Decimal(orderAmount);
  if (order.isNegative() && !order.isZero()) throw new RangeError('an order amount is not negative');
  const standing = creditStanding(customer, settings);
  const leftAfterOrder = standing.left === undefined ? undefined : new Decimal(standing.left).minus(order);
  const reasons = reasonsOf(standing, order, leftAfterOrder);
  return {
    decision: reasons.length === 0 ? 'allow' : settings.reaction,
    reasons,
    onHold: standing.onHold,
    unlimited: standing.unlimited,
    limit: standing.limit,
    amountDue: standing.amountDue,
    openOrders: standing.openOrders,
    orderAmount: formatMoney(order),
    ...(standing.left !== undefined && { left: standing.left }),
    ...(leftAfterOrder !== undefined && { leftAfterOrder: formatMoney(leftAfterOrder) }),
    terms: termsOf(customer, order, standing),
    includesOpenOrders: settings.includeOpenOrders,
    rule: ruleName(settings)
  };
}

function reasonsOf(
  { onHold, reasons }: CreditStanding,
  order: Decimal,
  leftAfterOrder: Decimal | undefined
): CreditDecision['reasons'] {
  const overLimit = reasons.includes('OVER_LIMIT');
  const over = leftAfterOrder !== undefined && leftAfterOrder.isNegative() && !leftAfterOrder.isZero();
  return [
    ...(onHold ? (['HOLD'] as const) : []),
    ...(overLimit ? (['OVER_LIMIT'] as const) : []),
    ...(over && order.isPositive() && !order.isZero() ? (['OVER_WITH_ORDER'] as const) : [])
  ];
}

function termsOf(customer: CreditFigures, order: Decimal, standing: CreditStanding): Term[] {
  const [aging1, aging2, aging3, aging4] = customer.agingCategories;
  const used: readonly (readonly [Term['source'], string])[] = [
    ['CurrentBalance', customer.currentBalance],
    ['AgingCategory1', aging1],
    ['AgingCategory2', aging2],
    ['AgingCategory3', aging3],
    ['AgingCategory4', aging4],
    ...(standing.includesOpenOrders ? [['OpenOrderAmt', customer.openOrderAmount] as const] : []),
    ['Order', order.toFixed(2)]
  ];
  const terms = used.map(([source, amount]) => ({
    source,
    amount: formatMoney(new Decimal(amount).negated())
  }));
  return standing.unlimited ? terms : [{ source: 'CreditLimit', amount: standing.limit }, ...terms];
}

function ruleName({ includeOpenOrders, zeroLimitMeans, reaction }: CreditDecisionSettings): string {
  const orders = `open-orders-${includeOpenOrders ? 'included' : 'excluded'}`;
  return `credit-2/${orders}/zero-limit-${zeroLimitMeans}/${reaction}`;
}
