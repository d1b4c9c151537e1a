import { parseCustomerKey } from '../../canonical/customer-key.ts';
import type { SalesOrderDraft } from '../../canonical/drafts/sales-order-draft.ts';
import type { FieldFault } from '../../errors/ledger-bridge-error.ts';
import type { CreditDecisionSettings } from '../../rules/credit-decision.ts';
import type { OrderRules } from '../../rules/order-faults/order-facts.ts';
import { orderFaults } from '../../rules/order-faults/order-faults.ts';
import { fieldFault } from '../../rules/written-values/field-fault.ts';
import type { OrderDecisions, SageOrderChecks } from '../port/sage-order-checks.ts';
import type { OrderChecksOptions } from './options.ts';
import { readOrderFacts } from './read-order-facts.ts';

const WHOLE_UNITS = ['EACH'];

/** What the company has decided, with what is usual where it decided nothing. */
export function orderRules({
  credit,
  availability,
  wholeUnits = WHOLE_UNITS
}: OrderChecksOptions): OrderRules {
  return { credit, availability, wholeUnits };
}

/** The company's rule of credit, with the reaction that is decided for one order. */
export function creditSettings(
  credit: CreditDecisionSettings,
  { creditReaction: reaction = credit.reaction }: OrderDecisions
): CreditDecisionSettings {
  return { ...credit, reaction };
}

/** Checks of new orders over ODBC alone: they work without the Business Object Interface. */
export function createOrderChecks(options: OrderChecksOptions): SageOrderChecks {
  const rules = orderRules(options);
  return {
    async check(draft: SalesOrderDraft, decided: OrderDecisions = {}): Promise<readonly FieldFault[]> {
      const credit = creditSettings(rules.credit, decided);
      const faults = orderFaults(draft, await readOrderFacts(draft, options), { ...rules, credit });
      return parseCustomerKey(draft.customerNo) === undefined
        ? faults.map((fault) => (fault.field === 'customerNo' ? malformedCustomer(draft) : fault))
        : faults;
    }
  };
}

function malformedCustomer({ customerNo }: SalesOrderDraft): FieldFault {
  const place = { field: 'customerNo', value: customerNo };
  return fieldFault('LB101', place, 'It is not a customer number of Sage, as 01-ABF.');
}
