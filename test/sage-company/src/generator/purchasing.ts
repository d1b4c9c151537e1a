import { addDays } from '../calendar.ts';
import { formatCents } from '../money.ts';
import type { Cents } from '../money.ts';
import { warehouses } from '../abc/company.ts';
import { apOpenInvoice } from '../tables/ap-open-invoice.ts';
import { apVendor } from '../tables/ap-vendor.ts';
import { poPurchaseOrderDetail } from '../tables/po-purchase-order-detail.ts';
import { poPurchaseOrderHeader } from '../tables/po-purchase-order-header.ts';
import { stamps } from './company-draft.ts';
import type { CompanyDraft } from './company-draft.ts';
import { inventAddress, inventCustomer } from './customer-profile.ts';
import type { Item } from './items.ts';
import type { SageRecord } from './record-writer.ts';

interface Vendor {
  readonly vendorNo: string;
  readonly vendorName: string;
}

interface PurchaseLine {
  readonly item: Item;
  readonly quantity: number;
}

/** Writes vendors, their open bills and open purchase orders, and books the units on order. */
export function writePurchasing(draft: CompanyDraft, items: readonly Item[]): void {
  const vendors = Array.from({ length: draft.profile.vendors }, (_, index) => writeVendor(draft, index + 1));
  const random = draft.random.fork('purchase orders');
  for (let count = 0; count < draft.profile.purchaseOrders; count += 1)
    writePurchaseOrder(draft, random.pick(vendors), items);
}

function writeVendor(draft: CompanyDraft, position: number): Vendor {
  const random = draft.random.fork(`vendor ${position}`);
  const address = inventAddress(random);
  const vendor = {
    vendorNo: position.toString().padStart(7, '0'),
    vendorName: inventCustomer(random, position).customerName
  };
  draft.writer.write(apVendor, {
    APDivisionNo: '01',
    VendorNo: vendor.vendorNo,
    VendorName: vendor.vendorName,
    AddressLine1: address.line1,
    City: address.city,
    State: address.state,
    ZipCode: address.zipCode,
    CountryCode: 'USA',
    TelephoneNo: address.telephoneNo,
    EmailAddress: `orders@vendor-${position}.example`,
    TermsCode: random.pick(['01', '02']),
    VendorStatus: 'A',
    HoldPayment: 'N',
    ...stamps(draft, random)
  });
  if (random.chance(0.5)) writeBill(draft, vendor, random.integer(10_000, 900_000));
  return vendor;
}

function writeBill(draft: CompanyDraft, vendor: Vendor, amount: Cents): void {
  const random = draft.random.fork(`bill of ${vendor.vendorNo}`);
  const invoiceDate = addDays(draft.today, -random.integer(0, 50));
  draft.writer.write(apOpenInvoice, {
    APDivisionNo: '01',
    VendorNo: vendor.vendorNo,
    InvoiceNo: `B${random.integer(10_000, 99_999)}`,
    InvoiceDate: invoiceDate,
    InvoiceDueDate: addDays(invoiceDate, 30),
    PostingDate: invoiceDate,
    InvoiceAmt: formatCents(amount),
    Balance: formatCents(amount),
    ...stamps(draft, random)
  });
}

function writePurchaseOrder(draft: CompanyDraft, vendor: Vendor, items: readonly Item[]): void {
  const purchaseOrderNo = draft.numbers.next('purchaseOrder');
  const random = draft.random.fork(`purchase order ${purchaseOrderNo}`);
  const day = addDays(draft.today, -random.integer(0, 60));
  const requiredDay = addDays(day, 30);
  const lines: PurchaseLine[] = Array.from({ length: random.integer(1, 5) }, () => ({
    item: random.pick(items),
    quantity: random.integer(5, 60)
  }));
  const warehouse = random.pick(warehouses.slice(0, draft.profile.warehouses)).code;
  draft.writer.write(poPurchaseOrderHeader, {
    PurchaseOrderNo: purchaseOrderNo,
    PurchaseOrderDate: day,
    OrderType: 'S',
    OrderStatus: random.pick(['N', 'O']),
    RequiredExpireDate: requiredDay,
    APDivisionNo: '01',
    VendorNo: vendor.vendorNo,
    PurchaseName: vendor.vendorName,
    OnHold: 'N',
    WarehouseCode: warehouse,
    TermsCode: '01',
    NonTaxableAmt: formatCents(lines.reduce((sum, line) => sum + line.quantity * line.item.cost, 0)),
    ...stamps(draft, random)
  });
  for (const [index, line] of lines.entries()) {
    draft.stock.of(line.item.itemCode, warehouse).onPurchaseOrder += line.quantity;
    const position = (index + 1).toString();
    draft.writer.write(poPurchaseOrderDetail, {
      PurchaseOrderNo: purchaseOrderNo,
      LineKey: position.padStart(6, '0'),
      LineSeqNo: position.padStart(8, '0').padEnd(14, '0'),
      RequiredDate: requiredDay,
      WarehouseCode: warehouse,
      ...lineColumns(line)
    });
  }
}

function lineColumns({ item, quantity }: PurchaseLine): SageRecord {
  return {
    ItemCode: item.itemCode,
    ItemType: item.itemType,
    ItemCodeDesc: item.description.slice(0, 30),
    UnitOfMeasure: 'EACH',
    UnitOfMeasureConvFactor: '1',
    QuantityOrdered: quantity,
    UnitCost: formatCents(item.cost),
    ExtensionAmt: formatCents(quantity * item.cost)
  };
}
