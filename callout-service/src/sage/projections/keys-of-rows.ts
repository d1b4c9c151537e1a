import { decodeDate } from '../decode/date.ts';
import { recordKeys } from '../../mapping/entities/record-keys.ts';
import type { KeyParts } from './projection.ts';

type Text = Pick<KeyParts, 'text'>;

const customer = ({ text }: Text) => ({ arDivisionNo: text('ARDivisionNo'), customerNo: text('CustomerNo') });
const vendor = ({ text }: Text) => ({ apDivisionNo: text('APDivisionNo'), vendorNo: text('VendorNo') });

/** Keys of rows in their display form, the same that pairs and links have. */
export const keysOfRows = {
  customer: (row: Text) => recordKeys.customer(customer(row)),
  contact: (row: Text) => recordKeys.contact({ ...customer(row), contactCode: row.text('ContactCode') }),
  shipTo: (row: Text) => recordKeys.shipTo({ ...customer(row), shipToCode: row.text('ShipToCode') }),
  item: ({ text }: Text) => text('ItemCode'),
  inventory: ({ text }: Text) =>
    recordKeys.inventory({ itemCode: text('ItemCode'), warehouseCode: text('WarehouseCode') }),
  /** Of Sage's own record: what it does to which prices is for whoever reads them. */
  priceRecord: (row: Text) => {
    const { arDivisionNo, customerNo } = customer(row);
    const { text } = row;
    return [
      text('PriceCodeRecord'),
      text('PriceCode'),
      text('ItemCode'),
      text('CustomerPriceLevel'),
      customerNo === '' ? '' : recordKeys.customer({ arDivisionNo, customerNo })
    ].join('/');
  },
  vendor: (row: Text) => recordKeys.vendor(vendor(row)),
  bill: (row: Text) => recordKeys.bill({ ...vendor(row), invoiceNo: row.text('InvoiceNo') }),
  salesOrder: ({ text }: Text) => text('SalesOrderNo'),
  purchaseOrder: ({ text }: Text) => text('PurchaseOrderNo'),
  payment: (row: Text) =>
    recordKeys.payment({
      ...customer(row),
      invoiceNo: row.text('InvoiceNo'),
      invoiceType: row.text('InvoiceType'),
      transactionDate: decodeDate(row.text('TransactionDate')),
      sequenceNo: row.text('SequenceNo')
    }),
  /** `headerSeqNo` stands in the column of that name; null for what the history does not have. */
  invoice: (row: Text, headerSeqNo: string | null, posted: boolean) =>
    recordKeys.invoice({
      ...customer(row),
      invoiceNo: row.text('InvoiceNo'),
      invoiceType: row.text('InvoiceType'),
      headerSeqNo,
      posted
    })
} as const;
