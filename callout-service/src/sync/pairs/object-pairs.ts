import { billPair } from './bill-pair.ts';
import { contactPair } from './contact-pair.ts';
import { customerPairWith } from './customer-pair.ts';
import { inventoryPair } from './inventory-pair.ts';
import { invoicePair } from './invoice-pair.ts';
import { itemPair } from './item-pair.ts';
import type { ObjectPair } from './object-pair.ts';
import type { PairName } from './pair-names.ts';
import { paymentPair } from './payment-pair.ts';
import { pricePair } from './price-pair.ts';
import { purchaseOrderPair } from './purchase-order-pair.ts';
import { usualReadSettings, type ReadSettings } from './read-settings.ts';
import { reportPair } from './report-pair.ts';
import { salesOrderPair } from './sales-order-pair.ts';
import { shipToPair } from './ship-to-pair.ts';
import { vendorPair } from './vendor-pair.ts';

/** Every object pair in the order of dependencies, reading as the service's configuration says. */
export function createObjectPairs(settings: ReadSettings): readonly ObjectPair[] {
  return [
    customerPairWith(settings.credit),
    shipToPair,
    contactPair,
    itemPair,
    pricePair(settings.price),
    inventoryPair,
    vendorPair,
    salesOrderPair,
    invoicePair,
    paymentPair,
    billPair,
    purchaseOrderPair,
    reportPair(settings)
  ];
}

/** With Sage's usual settings: for whoever looks at names and descriptions. The engine is given `createObjectPairs`. */
export const objectPairs: readonly ObjectPair[] = createObjectPairs(usualReadSettings);

/** @throws RangeError for a pair that is not among them, which is a mistake of the service. */
export function objectPair(name: PairName, pairs: readonly ObjectPair[] = objectPairs): ObjectPair {
  const pair = pairs.find((each) => each.name === name);
  if (pair === undefined) throw new RangeError(`there is no object pair ${name}`);
  return pair;
}
