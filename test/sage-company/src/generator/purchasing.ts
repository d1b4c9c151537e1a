import { caseBills, casePurchaseOrders, caseVendors } from '../abc/case-purchasing.ts';
import { inventBills, writeBill } from './bills.ts';
import type { CompanyDraft } from './company-draft.ts';
import type { Item } from './items.ts';
import { inventPurchaseOrder, writePurchaseOrder } from './purchase-orders.ts';
import { inventVendor, writeVendor } from './vendors.ts';

/** Writes vendors with their bills and purchase orders, made-up ones and those for cases, and books units on order. */
export function writePurchasing(draft: CompanyDraft, items: readonly Item[]): void {
  const invented = Array.from({ length: draft.profile.vendors }, (_, index) =>
    inventVendor(draft, index + 1)
  );
  for (const vendor of [...invented, ...caseVendors]) writeVendor(draft, vendor);
  for (const vendor of invented)
    for (const bill of inventBills(draft, vendor)) writeBill(draft, vendor, bill);
  for (const { vendor, bill } of caseBills(draft.today)) writeBill(draft, vendor, bill);
  const random = draft.random.fork('purchase orders');
  for (let count = 0; count < draft.profile.purchaseOrders; count += 1)
    writePurchaseOrder(draft, inventPurchaseOrder(draft, random.pick(invented), items));
  for (const order of casePurchaseOrders(draft.today)) writePurchaseOrder(draft, order);
}
