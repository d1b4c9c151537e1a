import { createTableSql } from '../../tables/create-table.ts';
import { defineTable } from '../../tables/table-definition.ts';

/**
 * Unposted cash receipts. Verified: the names of the tables, and which columns make their key up in AR_CashReceiptsHistory.
 * All else is inferred. RequestKey is a user-defined field of this company.
 */
const deposit = defineTable({
  name: 'AR_CashReceiptsDeposit',
  key: 'BankCode+DepositNo+DepositType',
  columns: `
    BankCode:s1 DepositNo:s5 DepositType:s1 DepositDate:d CashDepositAmt:n12.2 CashBalanceAmt:n12.2
    DateCreated:d TimeCreated:s8 UserCreatedKey:s10 DateUpdated:d TimeUpdated:s8 UserUpdatedKey:s10
  `
});
const header = defineTable({
  name: 'AR_CashReceiptsHeader',
  key: 'BankCode+DepositNo+DepositType+ARDivisionNo+CustomerNo+CheckNo',
  columns: `
    BankCode:s1 DepositNo:s5 DepositType:s1 ARDivisionNo:s2 CustomerNo:s20 CheckNo:s10 DepositDate:d
    PaymentType:s5 PostingAmt:n12.2 PostingBalance:n12.2 Comment:s30
    DateCreated:d TimeCreated:s8 UserCreatedKey:s10 DateUpdated:d TimeUpdated:s8 UserUpdatedKey:s10
  `,
  userDefinedFields: 'UDF_REQUEST_KEY:s40'
});
const detail = defineTable({
  name: 'AR_CashReceiptsDetail',
  key: 'BankCode+DepositNo+DepositType+ARDivisionNo+CustomerNo+CheckNo+InvoiceNo+InvoiceType',
  columns: `
    BankCode:s1 DepositNo:s5 DepositType:s1 ARDivisionNo:s2 CustomerNo:s20 CheckNo:s10 InvoiceNo:s7
    InvoiceType:s2 CashAmountApplied:n12.2 DiscountAmountApplied:n12.2
  `
});

/** Creates those that the company does not have. */
export const createReceiptTablesSql = [deposit, header, detail].map((table) =>
  createTableSql(table).replace('CREATE TABLE', 'CREATE TABLE IF NOT EXISTS')
);
