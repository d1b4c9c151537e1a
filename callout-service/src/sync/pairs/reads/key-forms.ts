import type { Bill, BillKey } from '../../../canonical/bill.ts';
import type { Contact, ContactKey } from '../../../canonical/contact.ts';
import { parseCustomerKey, type CustomerKey } from '../../../canonical/customer-key.ts';
import type { Customer } from '../../../canonical/customer.ts';
import type { InventoryKey, InventoryLevel } from '../../../canonical/inventory-level.ts';
import type { Item } from '../../../canonical/item.ts';
import type { Payment, PaymentKey } from '../../../canonical/payment.ts';
import type { PurchaseOrder } from '../../../canonical/purchase-order.ts';
import type { ShipToAddress, ShipToKey } from '../../../canonical/ship-to-address.ts';
import type { Vendor, VendorKey } from '../../../canonical/vendor.ts';
import { recordKeys } from '../../../mapping/entities/record-keys.ts';
import type { KeyForm } from './keyed-reads.ts';

export const customerForm: KeyForm<Customer, CustomerKey> = {
  keyOf: recordKeys.customer,
  parse: (key) => present(parseCustomerKey(key))
};

export const contactForm: KeyForm<Contact, ContactKey> = {
  keyOf: recordKeys.contact,
  parse: (key) => ofCustomer(key).map(({ customer, rest }) => ({ ...customer, contactCode: rest }))
};

export const shipToForm: KeyForm<ShipToAddress, ShipToKey> = {
  keyOf: recordKeys.shipTo,
  parse: (key) => ofCustomer(key).map(({ customer, rest }) => ({ ...customer, shipToCode: rest }))
};

export const itemForm: KeyForm<Item, string> = { keyOf: ({ itemCode }) => itemCode, parse: itself };

export const inventoryForm: KeyForm<InventoryLevel, InventoryKey> = {
  keyOf: recordKeys.inventory,
  // Warehouses are short and items may hold strokes.
  parse: (key) =>
    splits(key)
      .toReversed()
      .map(([itemCode, warehouseCode]) => ({ itemCode, warehouseCode }))
};

export const vendorForm: KeyForm<Vendor, VendorKey> = {
  keyOf: recordKeys.vendor,
  parse: (key) => present(parseVendorKey(key))
};

export const billForm: KeyForm<Bill, BillKey> = {
  keyOf: recordKeys.bill,
  parse: (key) =>
    splits(key).flatMap(([vendor, invoiceNo]) =>
      present(parseVendorKey(vendor)).map((parsed) => ({ ...parsed, invoiceNo }))
    )
};

export const paymentForm: KeyForm<Payment, PaymentKey> = {
  keyOf: recordKeys.payment,
  parse: (key) =>
    ofCustomer(key).flatMap(({ customer, rest }) => {
      const [invoiceNo, invoiceType, transactionDate, sequenceNo, ...more] = rest.split('/');
      if (invoiceNo === undefined || invoiceType === undefined || transactionDate === undefined) return [];
      if (sequenceNo === undefined || more.length > 0) return [];
      return [{ ...customer, invoiceNo, invoiceType, transactionDate, sequenceNo }];
    })
};

export const purchaseOrderForm: KeyForm<PurchaseOrder, string> = {
  keyOf: ({ purchaseOrderNo }) => purchaseOrderNo,
  parse: itself
};

/** `01-AIRWAY`. */
function parseVendorKey(text: string): VendorKey | undefined {
  const [, apDivisionNo, vendorNo] = /^(\d{2})-(.{1,7})$/.exec(text) ?? [];
  return apDivisionNo === undefined || vendorNo === undefined ? undefined : { apDivisionNo, vendorNo };
}

/** A customer and what stands behind it, however the text can be read. */
export function ofCustomer(
  text: string
): readonly { readonly customer: CustomerKey; readonly rest: string }[] {
  return splits(text).flatMap(([customer, rest]) =>
    present(parseCustomerKey(customer)).map((parsed) => ({ customer: parsed, rest }))
  );
}

/** A text before and behind each of its strokes, the first stroke first; not where nothing stands on a side of it. */
function splits(text: string): readonly (readonly [string, string])[] {
  const places = [...text.matchAll(/\//g)].map(({ index }) => index);
  return places
    .map((place) => [text.slice(0, place), text.slice(place + 1)] as const)
    .filter(([before, behind]) => before !== '' && behind !== '');
}

function itself(key: string): readonly string[] {
  return key === '' ? [] : [key];
}

function present<T>(value: T | undefined): readonly T[] {
  return value === undefined ? [] : [value];
}
