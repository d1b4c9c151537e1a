import type { Invoice } from '../../canonical/invoice.ts';
import { invoiceLineEntity, type LineOfInvoice } from '../../mapping/entities/invoice-line.ts';
import { invoiceEntity } from '../../mapping/entities/invoice.ts';
import { recordKeys } from '../../mapping/entities/record-keys.ts';
import type { LinePair, ObjectPair } from './object-pair.ts';
import { invoiceReads } from './reads/invoice-reads.ts';
import { accountOfCustomer, productOfLine } from './references.ts';
import { SALES_ORDER_MIRROR } from './sales-order-pair.ts';

const lines: LinePair<Invoice, LineOfInvoice> = {
  salesforceObject: 'Sage_Invoice_Line__c',
  keyField: 'Sage_Key__c',
  parentField: 'Sage_Invoice__c',
  description: invoiceLineEntity,
  references: [productOfLine],
  linesOf(invoice) {
    const document = { invoiceNo: invoice.invoiceNo, invoiceKey: recordKeys.invoice(invoice) };
    return invoice.lines.map((line) => ({ ...line, ...document }));
  }
};

/** Invoices and other documents of receivables, posted or not. */
export const invoicePair: ObjectPair<Invoice> = {
  name: 'Sage_Invoice__c-invoice',
  label: 'Invoices',
  entity: invoiceEntity.entity,
  salesforceObject: 'Sage_Invoice__c',
  keyField: 'Sage_Key__c',
  description: invoiceEntity,
  dependsOn: ['Account-customer', 'Product2-item', 'Sage_Sales_Order__c-sales-order'],
  references: [
    accountOfCustomer,
    {
      field: 'Sage_Sales_Order__c',
      entity: SALES_ORDER_MIRROR,
      keyOf: ({ salesOrderNo }) => salesOrderNo,
      required: false
    }
  ],
  lines,
  directions: ['to-salesforce'],
  reads: invoiceReads,
  projections: { figures: 'open-invoice-figures', whole: 'invoice' }
};
