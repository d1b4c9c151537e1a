import { billEntity } from './bill.ts';
import { contactEntity } from './contact.ts';
import { customerEntity } from './customer.ts';
import type { DescribedEntity } from './describe-entity.ts';
import { inventoryEntity } from './inventory.ts';
import { invoiceLineEntity } from './invoice-line.ts';
import { invoiceEntity } from './invoice.ts';
import { itemEntity } from './item.ts';
import { paymentEntity } from './payment.ts';
import { priceEntity } from './price.ts';
import { purchaseOrderLineEntity } from './purchase-order-line.ts';
import { purchaseOrderEntity } from './purchase-order.ts';
import { reportEntity } from './report.ts';
import { salesOrderLineEntity } from './sales-order-line.ts';
import { salesOrderEntity } from './sales-order.ts';
import { shipToEntity } from './ship-to.ts';
import { vendorEntity } from './vendor.ts';

/** Every entity that mappings can name, lines of documents among them. */
export const entityDescriptions: readonly DescribedEntity<unknown>[] = [
  customerEntity,
  shipToEntity,
  contactEntity,
  itemEntity,
  priceEntity,
  inventoryEntity,
  vendorEntity,
  salesOrderEntity,
  salesOrderLineEntity,
  invoiceEntity,
  invoiceLineEntity,
  paymentEntity,
  billEntity,
  purchaseOrderEntity,
  purchaseOrderLineEntity,
  reportEntity
];

/** By name, as `customer` or `sales-order-line`; undefined for none. */
export function entityDescription(entity: string): DescribedEntity<unknown> | undefined {
  return entityDescriptions.find((description) => description.entity === entity);
}
