import type { Basis } from '../seed/seed-world.ts';
import type { PlannedOrder } from '../seed/planned-order.ts';
import type { OrgSide } from './org-side.ts';
import type { SageSide } from './sage-side.ts';

interface CustomerEvidence {
  readonly sage: SageSide;
  readonly org: OrgSide;
  readonly basis: Basis;
  readonly submitted: readonly PlannedOrder[];
}

/** Each account that ordered is one customer, whose number it shows; nobody is a customer twice. */
export function customerViolations({ sage, org, basis, submitted }: CustomerEvidence): string[] {
  const served = new Set(
    submitted.filter(({ poison, done }) => !poison && !done.includes('cancel')).map(({ account }) => account)
  );
  return basis.accountIds.flatMap((id, index) => {
    const account = org.accounts.get(id);
    const name = String(account?.['Name']);
    const count = sage.customers.get(name) ?? 0;
    const number = account?.['Sage_Customer_No__c'];
    return [
      ...(count > 1 ? [`account ${id} is ${count} customers`] : []),
      ...(served.has(index) && (count === 0 || number === null)
        ? [`account ${id} ordered, is ${count} customers and shows the number ${String(number)}`]
        : [])
    ];
  });
}
