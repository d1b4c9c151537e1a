import { standing as standingLines } from '../stream/order-stream.ts';
import type { Basis } from '../seed/seed-world.ts';
import type { Found } from './orders.ts';
import type { OrgSide } from './org-side.ts';
import type { SageSide } from './sage-side.ts';

interface StockEvidence {
  readonly sage: SageSide;
  readonly before: SageSide;
  readonly org: OrgSide;
  readonly basis: Basis;
  readonly found: readonly Found[];
}

const FIELDS = [
  'Quantity_On_Hand__c',
  'Quantity_On_Sales_Order__c',
  'Quantity_On_Back_Order__c',
  'Quantity_On_Purchase_Order__c'
];

/** Stock in Sage is what it was, and what people ordered; Salesforce shows the same. */
export function stockViolations({ sage, before, org, basis, found }: StockEvidence): string[] {
  const open = found.filter(({ standing }) => standing.some(({ isOpen }) => isOpen));
  const ordered = new Map<string, number>();
  for (const { item, quantity } of open.flatMap(({ planned }) => standingLines(planned))) {
    const code = basis.itemCodes[item] ?? '';
    ordered.set(code, (ordered.get(code) ?? 0) + quantity);
  }
  return basis.itemCodes.flatMap((code) => {
    const now = sage.stock.get(code);
    const then = before.stock.get(code);
    if (now === undefined || then === undefined) return [`Sage has no stock of ${code}`];
    const added = now[1] + now[2] - then[1] - then[2];
    const wanted = ordered.get(code) ?? 0;
    const shown = org.stock.get(`${code}/000`);
    const differ = FIELDS.filter((field, index) => Number(shown?.[field]) !== now[index]);
    return [
      ...(added === wanted ? [] : [`of ${code} Sage has ${added} on order, ${wanted} were ordered`]),
      // What nobody ordered is shown to nobody.
      ...(wanted > 0 && differ.length > 0
        ? [`stock of ${code} in Salesforce is ${JSON.stringify(shown)}, in Sage ${now.join(', ')}`]
        : [])
    ];
  });
}
