import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { MappingContent } from '../mapping-content.ts';
import { accountCustomer } from './account-customer.ts';
import { accountShipTo } from './account-ship-to.ts';
import { bill } from './bill.ts';
import { contactContact } from './contact-contact.ts';
import { inventory } from './inventory.ts';
import { invoice, invoiceLine } from './invoice.ts';
import { payment } from './payment.ts';
import { pricebookEntryPrice } from './pricebook-entry-price.ts';
import { productItem } from './product-item.ts';
import { purchaseOrder, purchaseOrderLine } from './purchase-order.ts';
import { report } from './report.ts';
import { salesOrder, salesOrderLine } from './sales-order.ts';
import { vendor } from './vendor.ts';

const mappings = new Map(
  [
    accountCustomer,
    accountShipTo,
    contactContact,
    productItem,
    pricebookEntryPrice,
    inventory,
    vendor,
    salesOrder,
    invoice,
    payment,
    bill,
    purchaseOrder,
    report
  ].map((content) => [content.object, content])
);

/** Mappings of lines, by the pair of their documents. */
const lineMappings: ReadonlyMap<string, MappingContent> = new Map([
  [salesOrder.object, salesOrderLine],
  [invoice.object, invoiceLine],
  [purchaseOrder.object, purchaseOrderLine]
]);

/**
 * The mapping of a pair (`Account-customer`) that comes with the package and holds until one is published.
 *
 * @throws LedgerBridgeError LB787 for what is no pair.
 */
export function packagedMapping(pair: string): MappingContent {
  const mapping = mappings.get(pair);
  if (mapping === undefined) throw new LedgerBridgeError('LB787', { detail: `pair ${pair}` });
  return mapping;
}

/**
 * The mapping of a pair's lines, which go with their document; its `object` is as `Sage_Invoice_Line__c-invoice-line`.
 * Undefined for pairs without lines.
 */
export function packagedLineMapping(pair: string): MappingContent | undefined {
  return lineMappings.get(pair);
}
