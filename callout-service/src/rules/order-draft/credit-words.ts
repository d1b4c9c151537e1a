import type { CreditDecision } from '../../canonical/credit-decision.ts';

/**
 * A decision on credit with every number that it rests on, so that it can be followed and comes out the same again from
 * the same numbers.
 */
export function creditWords(decision: CreditDecision, currency: string): string {
  const { rule, terms, unlimited, leftAfterOrder } = decision;
  const figures = terms.map(({ source, amount }) => `${source} ${amount}`).join(', ');
  const left = unlimited ? 'the customer has no limit' : `${leftAfterOrder ?? ''} ${currency} are left`;
  return `Credit: ${OUTCOMES[decision.decision]}${reasonsOf(decision)} (${figures}; ${left}; rule ${rule}).`;
}

/** What a person is told on the record; undefined where nothing is against the order. */
export function creditMessage(
  decision: CreditDecision
): { readonly code: 'LB509' | 'LB522'; readonly message: string } | undefined {
  if (decision.reasons.length === 0) return undefined;
  const what =
    decision.decision === 'hold' ? 'The order is on hold in Sage' : 'The order was taken all the same';
  return {
    code: decision.onHold ? 'LB509' : 'LB522',
    message: `${what}${reasonsOf(decision)}.`
  };
}

const OUTCOMES: Readonly<Record<CreditDecision['decision'], string>> = {
  allow: 'nothing is against the order',
  warn: 'the order is taken with a warning',
  hold: 'the order is put on hold',
  block: 'the order is refused'
};

function reasonsOf({ reasons }: CreditDecision): string {
  return reasons.length === 0 ? '' : `: ${reasons.map((reason) => REASONS[reason]).join(', ')}`;
}

const REASONS: Readonly<Record<CreditDecision['reasons'][number], string>> = {
  HOLD: 'the customer is on credit hold',
  OVER_LIMIT: 'the customer is over the credit limit',
  OVER_WITH_ORDER: 'the customer is over the credit limit with this order'
};
