import type { CustomerRecord, OpenInvoiceRecord, OpenOrderRecord } from '../canonical/customer-account.ts';
import { LedgerBridgeError } from '../errors/ledger-bridge-error.ts';
import { orderTotal } from '../rules/order-total.ts';
import type { CustomerRow, OpenInvoiceRow, OpenOrderRow } from './customer-account-selects.ts';

// Sage 100 file layouts, AR_Customer.CustomerStatus; A is its default, so blank means active too.
const CUSTOMER_STATUS = new Map<string, CustomerRecord['status']>([
  ['', 'active'],
  ['A', 'active'],
  ['I', 'inactive'],
  ['T', 'temporary']
]);

// Sage 100 file layouts, SO_SalesOrderHeader.OrderStatus, without C (closed).
const ORDER_STATUS = new Map<string, OpenOrderRecord['status']>([
  ['N', 'new'],
  ['O', 'open'],
  ['H', 'hold']
]);

export function toCustomerRecord(row: CustomerRow): CustomerRecord {
  return {
    key: { arDivisionNo: row.ARDivisionNo, customerNo: row.CustomerNo },
    customerName: row.CustomerName,
    status: codeValue(CUSTOMER_STATUS, row.CustomerStatus, {
      column: 'AR_Customer.CustomerStatus',
      subject: `AR_Customer ${row.ARDivisionNo}-${row.CustomerNo}`
    }),
    creditHold: row.CreditHold === 'Y',
    creditLimit: row.CreditLimit,
    currentBalance: row.CurrentBalance,
    agingCategories: [row.AgingCategory1, row.AgingCategory2, row.AgingCategory3, row.AgingCategory4],
    openOrderAmount: row.OpenOrderAmt,
    openItem: row.OpenItemCustomer !== 'N',
    termsCode: row.TermsCode,
    lastAgingDate: row.DateLastAging,
    lastPaymentDate: row.DateLastPayment,
    lastPaymentAmount: row.LastPaymentAmt,
    averageDaysToPay: Number(row.AvgDaysPaymentInvoice)
  };
}

export function toOpenInvoice(row: OpenInvoiceRow): OpenInvoiceRecord {
  return {
    invoiceNo: row.InvoiceNo,
    invoiceType: row.InvoiceType,
    invoiceDate: row.InvoiceDate,
    dueDate: row.InvoiceDueDate,
    balance: row.Balance
  };
}

export function toOpenOrder(row: OpenOrderRow): OpenOrderRecord {
  return {
    salesOrderNo: row.SalesOrderNo,
    orderDate: row.OrderDate,
    shipDate: row.ShipExpireDate,
    status: codeValue(ORDER_STATUS, row.OrderStatus, {
      column: 'SO_SalesOrderHeader.OrderStatus',
      subject: `SO_SalesOrderHeader ${row.SalesOrderNo}`
    }),
    customerPONo: row.CustomerPONo,
    total: orderTotal({
      taxable: row.TaxableAmt,
      nonTaxable: row.NonTaxableAmt,
      discount: row.DiscountAmt,
      salesTax: row.SalesTaxAmt,
      freight: row.FreightAmt
    })
  };
}

interface CodePlace {
  readonly column: string;
  readonly subject: string;
}

function codeValue<T>(values: ReadonlyMap<string, T>, code: string, { column, subject }: CodePlace): T {
  const value = values.get(code);
  if (value !== undefined) return value;
  const detail = `${column} holds a code that this release does not know.`;
  throw new LedgerBridgeError('LB308', { detail, subject });
}
