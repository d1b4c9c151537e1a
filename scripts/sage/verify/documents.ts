import { formatCustomerKey } from '../../../callout-service/src/canonical/customer-key.ts';
import { invoiceSchema } from '../../../callout-service/src/canonical/invoice.ts';
import { paymentSchema } from '../../../callout-service/src/canonical/payment.ts';
import { purchaseOrderSchema } from '../../../callout-service/src/canonical/purchase-order.ts';
import { salesOrderSchema } from '../../../callout-service/src/canonical/sales-order.ts';
import { countOf, entity, keyText, type EntityPlan, type PartPlan } from './entity-plan.ts';

/** Orders, invoices and payments, with their lines. */
export const documents: readonly EntityPlan[] = [
  entity({
    name: 'sales orders and quotes',
    tables: 'SO_SalesOrderHeader',
    countSql: countOf('SO_SalesOrderHeader'),
    schema: salesOrderSchema,
    pages: ({ records }) => records.salesOrders.scan(),
    parts: [linesIn('SO_SalesOrderDetail')],
    keyOf: ({ salesOrderNo }) => salesOrderNo
  }),
  entity({
    name: 'sales order history',
    tables: 'SO_SalesOrderHistoryHeader',
    countSql: countOf('SO_SalesOrderHistoryHeader'),
    schema: salesOrderSchema,
    pages: ({ records }) => records.salesOrderHistory.scan(),
    parts: [linesIn('SO_SalesOrderHistoryDetail')],
    keyOf: ({ salesOrderNo }) => salesOrderNo
  }),
  entity({
    name: 'open invoices',
    tables: 'AR_OpenInvoice',
    countSql: countOf('AR_OpenInvoice'),
    schema: invoiceSchema,
    pages: ({ records }) => records.openInvoices.scan(),
    keyOf: (invoice) => keyText(formatCustomerKey(invoice), invoice.invoiceNo, invoice.invoiceType)
  }),
  entity({
    name: 'invoice history',
    tables: 'AR_InvoiceHistoryHeader',
    countSql: countOf('AR_InvoiceHistoryHeader'),
    schema: invoiceSchema,
    pages: ({ records }) => records.invoiceHistory.scan(),
    parts: [
      linesIn('AR_InvoiceHistoryDetail'),
      {
        name: '  packages',
        tables: 'AR_InvoiceHistoryTracking',
        countSql: countOf('AR_InvoiceHistoryTracking'),
        of: ({ packages }) => packages
      }
    ],
    keyOf: ({ invoiceNo, headerSeqNo }) => keyText(invoiceNo, headerSeqNo)
  }),
  entity({
    name: 'unposted invoices',
    tables: 'SO_InvoiceHeader',
    countSql: countOf('SO_InvoiceHeader'),
    schema: invoiceSchema,
    pages: ({ records }) => records.unpostedInvoices.scan(),
    parts: [linesIn('SO_InvoiceDetail')],
    keyOf: ({ invoiceNo }) => invoiceNo
  }),
  entity({
    name: 'payments',
    tables: 'AR_TransactionPaymentHistory',
    countSql: countOf('AR_TransactionPaymentHistory'),
    schema: paymentSchema,
    pages: ({ records }) => records.payments.scan(),
    keyOf: (payment) => keyText(formatCustomerKey(payment), payment.invoiceNo, payment.sequenceNo)
  }),
  entity({
    name: 'purchase orders',
    tables: 'PO_PurchaseOrderHeader',
    countSql: countOf('PO_PurchaseOrderHeader'),
    schema: purchaseOrderSchema,
    pages: ({ records }) => records.purchaseOrders.scan(),
    parts: [linesIn('PO_PurchaseOrderDetail')],
    keyOf: ({ purchaseOrderNo }) => purchaseOrderNo
  })
];

function linesIn(
  table: string
): PartPlan & { readonly of: (document: { readonly lines: readonly unknown[] }) => readonly unknown[] } {
  return { name: '  lines', tables: table, countSql: countOf(table), of: ({ lines }) => lines };
}
