import { formatCustomerKey } from '../../canonical/customer-key.ts';

interface OfCustomer {
  readonly arDivisionNo: string;
  readonly customerNo: string;
}

interface OfVendor {
  readonly apDivisionNo: string;
  readonly vendorNo: string;
}

/** Natural keys in the one form that links, external ids and projections hold; Sage's own values, padded as Sage pads them. */
export const recordKeys = {
  /** `01-ABF`. */
  customer: (record: OfCustomer) => formatCustomerKey(record),
  /** `01-ABF/ARTIE JOHN`. */
  contact: (record: OfCustomer & { readonly contactCode: string }) =>
    `${formatCustomerKey(record)}/${record.contactCode}`,
  /** `01-ABF/2`. */
  shipTo: (record: OfCustomer & { readonly shipToCode: string }) =>
    `${formatCustomerKey(record)}/${record.shipToCode}`,
  /** `1001-HON-H252/000`. */
  inventory: (record: { readonly itemCode: string; readonly warehouseCode: string }) =>
    `${record.itemCode}/${record.warehouseCode}`,
  /** `1001-HON-H252/` for the standard price, `1001-HON-H252/A` at level A. */
  price: (record: { readonly itemCode: string; readonly priceLevel: string | null }) =>
    `${record.itemCode}/${record.priceLevel ?? ''}`,
  /** `01-AIRWAY`. */
  vendor: ({ apDivisionNo, vendorNo }: OfVendor) => `${apDivisionNo}-${vendorNo}`,
  /** `01-AIRWAY/A-1001`. */
  bill: (record: OfVendor & { readonly invoiceNo: string }) =>
    `${recordKeys.vendor(record)}/${record.invoiceNo}`,
  /** `01-ABF/0100004/IN/2026-01-15/000001`; a blank day is nothing between its strokes. */
  payment: (
    record: OfCustomer & {
      readonly invoiceNo: string;
      readonly invoiceType: string;
      readonly transactionDate: string | null;
      readonly sequenceNo: string;
    }
  ) =>
    [
      formatCustomerKey(record),
      record.invoiceNo,
      record.invoiceType,
      record.transactionDate ?? '',
      record.sequenceNo
    ].join('/'),
  /**
   * `0100004` before and after it is posted; `0100004/000001` for another document that was posted under the same number;
   * `01-ABF/PP00012/PP` for what receivables have and the history does not, as a prepayment.
   */
  invoice: (
    record: OfCustomer & {
      readonly invoiceNo: string;
      readonly invoiceType: string;
      readonly headerSeqNo: string | null;
      readonly posted: boolean;
    }
  ) => {
    if (record.headerSeqNo === null && record.posted)
      return `${formatCustomerKey(record)}/${record.invoiceNo}/${record.invoiceType}`;
    return isFirstHeader(record.headerSeqNo) ? record.invoiceNo : `${record.invoiceNo}/${record.headerSeqNo}`;
  },
  /** Of a line within its document: `0000115/000001`. */
  line: (documentKey: string, lineKey: string) => `${documentKey}/${lineKey}`
} as const;

/** Sage counts the documents of one invoice number from 000000. */
function isFirstHeader(headerSeqNo: string | null): boolean {
  return headerSeqNo === null || /^0*$/.test(headerSeqNo);
}
