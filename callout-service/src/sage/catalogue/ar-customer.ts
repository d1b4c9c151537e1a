import { date, decimal, optionalString, string } from './column-type.ts';
import { defineTable } from './table.ts';

/** Customers. Source: Sage 100 file layouts, Accounts Receivable, AR_Customer. */
export const arCustomer = defineTable({
  name: 'AR_Customer',
  key: ['ARDivisionNo', 'CustomerNo'],
  columns: {
    ARDivisionNo: string(2),
    CustomerNo: string(20),
    CustomerName: string(50),
    CustomerStatus: string(1),
    CreditHold: string(1),
    OpenItemCustomer: string(1),
    TermsCode: optionalString(2),
    CreditLimit: decimal(13, 2),
    CurrentBalance: decimal(13, 2),
    AgingCategory1: decimal(13, 2),
    AgingCategory2: decimal(13, 2),
    AgingCategory3: decimal(13, 2),
    AgingCategory4: decimal(13, 2),
    OpenOrderAmt: decimal(13, 2),
    LastPaymentAmt: decimal(13, 2),
    AvgDaysPaymentInvoice: decimal(3, 0),
    DateLastPayment: date(),
    DateLastAging: date()
  }
});
