import type { CustomerKey } from '../canonical/customer-key.ts';
import { arCustomer } from './catalogue/ar-customer.ts';
import { arOpenInvoice } from './catalogue/ar-open-invoice.ts';
import { arTermsCode } from './catalogue/ar-terms-code.ts';
import { soSalesOrderHeader } from './catalogue/so-sales-order-header.ts';
import type { SqlDialect } from './sql/dialect.ts';
import type { SelectedRow } from './sql/select.ts';

/** One customer by the primary key. */
export function customerSelect({ select }: SqlDialect, key: CustomerKey) {
  return select(arCustomer, {
    columns: [
      'ARDivisionNo',
      'CustomerNo',
      'CustomerName',
      'CustomerStatus',
      'CreditHold',
      'OpenItemCustomer',
      'TermsCode',
      'CreditLimit',
      'CurrentBalance',
      'AgingCategory1',
      'AgingCategory2',
      'AgingCategory3',
      'AgingCategory4',
      'OpenOrderAmt',
      'LastPaymentAmt',
      'AvgDaysPaymentInvoice',
      'DateLastPayment',
      'DateLastAging'
    ],
    where: ofCustomer(key)
  });
}

/** The invoices of a customer that are not settled, by the leading segments of the primary key. */
export function openInvoicesSelect({ select }: SqlDialect, key: CustomerKey) {
  return select(arOpenInvoice, {
    columns: [
      'ARDivisionNo',
      'CustomerNo',
      'InvoiceNo',
      'InvoiceType',
      'InvoiceDate',
      'InvoiceDueDate',
      'Balance'
    ],
    // Settled invoices stay in this table until the period is closed.
    where: [...ofCustomer(key), { column: 'Balance', op: '<>', value: '0' }]
  });
}

/** The standard and back orders of a customer that are new, open or held; quotes and master orders are left out. */
export function openOrdersSelect({ select }: SqlDialect, key: CustomerKey) {
  return select(soSalesOrderHeader, {
    columns: [
      'SalesOrderNo',
      'OrderDate',
      'OrderStatus',
      'ShipExpireDate',
      'CustomerPONo',
      'TaxableAmt',
      'NonTaxableAmt',
      'DiscountAmt',
      'SalesTaxAmt',
      'FreightAmt'
    ],
    where: [
      ...ofCustomer(key),
      { column: 'OrderType', in: ['S', 'B'] },
      { column: 'OrderStatus', in: ['N', 'O', 'H'] }
    ]
  });
}

/** The whole table of terms codes. */
export function termsCodesSelect({ select }: SqlDialect) {
  return select(arTermsCode, { columns: ['TermsCode', 'TermsCodeDesc'] });
}

export type CustomerRow = SelectedRow<ReturnType<typeof customerSelect>>;
export type OpenInvoiceRow = SelectedRow<ReturnType<typeof openInvoicesSelect>>;
export type OpenOrderRow = SelectedRow<ReturnType<typeof openOrdersSelect>>;

function ofCustomer(key: CustomerKey) {
  return [
    { column: 'ARDivisionNo', op: '=', value: key.arDivisionNo },
    { column: 'CustomerNo', op: '=', value: key.customerNo }
  ] as const;
}
