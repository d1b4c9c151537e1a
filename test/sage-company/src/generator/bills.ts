import { addDays } from '../calendar.ts';
import type { CalendarDay } from '../calendar.ts';
import { formatCents, tenthsOfPercent } from '../money.ts';
import type { Cents } from '../money.ts';
import { termsCodes } from '../abc/company.ts';
import { apInvoiceHeader } from '../tables/ap-invoice-header.ts';
import { apInvoiceHistoryHeader } from '../tables/ap-invoice-history-header.ts';
import { apOpenInvoice } from '../tables/ap-open-invoice.ts';
import { stamps } from './company-draft.ts';
import type { CompanyDraft } from './company-draft.ts';
import type { Random } from './random.ts';
import type { SageRecord } from './record-writer.ts';
import type { Vendor } from './vendors.ts';

/** A vendor's invoice. */
export interface Bill {
  readonly invoiceNo: string;
  readonly invoiceDate: CalendarDay;
  readonly amount: Cents;
  /** What is left to pay. */
  readonly balance: Cents;
  /** Entered and not posted yet: it is in no history and not open. */
  readonly isUnposted?: boolean;
  readonly purchaseOrderNo?: string;
  /** Columns that take the place of the usual ones, in each table that has them: for dates that are none. */
  readonly dates?: SageRecord;
}

/** Makes up a vendor's bills: for half of the vendors an open one, some paid ones, and few that are not posted. */
export function inventBills(draft: CompanyDraft, vendor: Vendor): Bill[] {
  const random = draft.random.fork(`bills of ${vendor.vendorNo}`);
  const paid = Array.from({ length: random.count(draft.profile.paidBillsPerVendor) }, (_, index) => ({
    ...inventBill(draft, random, index),
    invoiceDate: addDays(draft.today, -random.integer(60, 400)),
    balance: 0
  }));
  const open = random.chance(0.5) ? [inventBill(draft, random, 20)] : [];
  const partly = open.map((bill) =>
    random.chance(0.15) ? { ...bill, balance: bill.amount - Math.floor(bill.amount / 4) } : bill
  );
  const entered = random.chance(0.08) ? [{ ...inventBill(draft, random, 40), isUnposted: true }] : [];
  return [...paid, ...partly, ...entered];
}

function inventBill(draft: CompanyDraft, random: Random, position: number): Bill {
  const amount = random.integer(10_000, 900_000);
  return {
    invoiceNo: `B${(random.integer(100, 999) * 100 + position).toString()}`,
    invoiceDate: addDays(draft.today, -random.integer(0, 50)),
    amount,
    balance: amount
  };
}

/** Writes a bill: to the entry while unposted, else to the history, and as open while something is left to pay. */
export function writeBill(draft: CompanyDraft, vendor: Vendor, bill: Bill): void {
  const written = stamps(draft, draft.random.fork(`bill ${vendor.vendorNo} ${bill.invoiceNo}`));
  if (bill.isUnposted === true) {
    const entry = { HoldPayment: 'N', BatchNo: '00003', TermsCode: vendor.termsCode };
    draft.writer.write(apInvoiceHeader, { ...billColumns(vendor, bill), ...entry, ...written });
    return;
  }
  writeHistory(draft, vendor, bill, written);
  if (bill.balance === 0) return;
  const open = { PostingDate: bill.invoiceDate, Balance: formatCents(bill.balance) };
  draft.writer.write(apOpenInvoice, { ...billColumns(vendor, bill), ...open, ...written, ...bill.dates });
}

function writeHistory(draft: CompanyDraft, vendor: Vendor, bill: Bill, written: SageRecord): void {
  draft.writer.write(apInvoiceHistoryHeader, {
    ...billColumns(vendor, bill),
    // The same number by another vendor is told apart by the sequence.
    HeaderSeqNo: historySequence(draft, bill),
    ModuleCode: bill.purchaseOrderNo === undefined ? 'A/P' : 'P/O',
    InvoiceType: 'IN',
    TransactionDate: bill.invoiceDate,
    TermsCode: vendor.termsCode,
    PurchaseOrderNo: bill.purchaseOrderNo ?? '',
    PurchaseName: vendor.vendorName,
    NonTaxableAmt: formatCents(bill.amount),
    ...written,
    ...bill.dates
  });
}

function historySequence(draft: CompanyDraft, bill: Bill): string {
  const sequence = draft.billNumbers.get(bill.invoiceNo) ?? 0;
  draft.billNumbers.set(bill.invoiceNo, sequence + 1);
  return sequence.toString().padStart(6, '0');
}

function billColumns(vendor: Vendor, bill: Bill): SageRecord {
  const terms = termsCodes.find(({ code }) => code === vendor.termsCode);
  const discount = tenthsOfPercent(bill.amount, Number(terms?.discountRate ?? 0) * 10);
  const discountDate = addDays(bill.invoiceDate, terms?.daysBeforeDiscountDue ?? 0);
  return {
    APDivisionNo: '01',
    VendorNo: vendor.vendorNo,
    InvoiceNo: bill.invoiceNo,
    InvoiceDate: bill.invoiceDate,
    InvoiceDueDate: addDays(bill.invoiceDate, terms?.daysBeforeDue ?? 30),
    InvoiceDiscountDate: discount === 0 ? null : discountDate,
    InvoiceAmt: formatCents(bill.amount),
    DiscountAmt: formatCents(discount)
  };
}
