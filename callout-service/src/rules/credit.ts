import { Decimal } from 'decimal.js';
import type { CustomerRecord } from '../canonical/customer-account.ts';
import type { CustomerSummary } from '../canonical/customer-summary.ts';
import { formatMoney, type Money } from '../canonical/money.ts';

export interface CreditSettings {
  /**
   * Whether open orders count against the limit. Sage's own address book sample counts them; Sage's help on customer
   * credit history speaks of the balance alone.
   */
  readonly includeOpenOrders: boolean;
  /** What a credit limit of 0 means; Sage's help does not say. */
  readonly zeroLimitMeans: 'unlimited' | 'none';
}

export type CreditStanding = CustomerSummary['credit'];
type CreditFigures = Pick<
  CustomerRecord,
  'creditHold' | 'creditLimit' | 'currentBalance' | 'agingCategories' | 'openOrderAmount'
>;

/**
 * What a customer owes: CurrentBalance + AgingCategory1..4. Source: the figures of 01-ABF in Sage's demo company,
 * 3252.38 + 1222.58 + 1257.40 = 5732.36.
 */
export function amountDue(customer: Pick<CustomerRecord, 'currentBalance' | 'agingCategories'>): Money {
  return formatMoney(dueOf(customer));
}

/**
 * Rule `credit-1`: used = amount due + open orders (where they count), left = limit − used. Source: Sage's address
 * book sample, 120000.00 − 5732.36 − 19144.40 = 95123.24; reasons as in Sage's help on customer credit history: a
 * customer on hold, a balance over the limit. It warns, it does not block: so does Sage.
 */
export function creditStanding(customer: CreditFigures, settings: CreditSettings): CreditStanding {
  const limit = new Decimal(customer.creditLimit);
  const due = dueOf(customer);
  const used = settings.includeOpenOrders ? due.plus(customer.openOrderAmount) : due;
  const left = limit.minus(used);
  const unlimited = limit.isZero() && settings.zeroLimitMeans === 'unlimited';
  return {
    limit: formatMoney(limit),
    unlimited,
    onHold: customer.creditHold,
    amountDue: formatMoney(due),
    openOrders: formatMoney(new Decimal(customer.openOrderAmount)),
    used: formatMoney(used),
    ...(unlimited ? {} : { left: formatMoney(left) }),
    includesOpenOrders: settings.includeOpenOrders,
    reasons: reasons(customer.creditHold, !unlimited && left.isNegative() && !left.isZero()),
    rule: `credit-1/open-orders-${settings.includeOpenOrders ? 'included' : 'excluded'}`
  };
}

function reasons(onHold: boolean, overLimit: boolean): CreditStanding['reasons'] {
  return [...(onHold ? (['HOLD'] as const) : []), ...(overLimit ? (['OVER_LIMIT'] as const) : [])];
}

function dueOf(customer: Pick<CustomerRecord, 'currentBalance' | 'agingCategories'>): Decimal {
  return Decimal.sum(customer.currentBalance, ...customer.agingCategories);
}
