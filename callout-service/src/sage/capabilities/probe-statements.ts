import { arCustomer } from '../catalogue/ar-customer.ts';
import { arOpenInvoice } from '../catalogue/ar-open-invoice.ts';
import { arTermsCode } from '../catalogue/ar-terms-code.ts';
import { string } from '../catalogue/column-type.ts';
import { soSalesOrderHeader } from '../catalogue/so-sales-order-header.ts';
import { syCompany } from '../catalogue/sy-company.ts';
import { defineTable } from '../catalogue/table.ts';
import type { SqlDialect } from '../sql/dialect.ts';

const noSuchColumn = defineTable({
  name: 'AR_TermsCode',
  key: ['NoSuchColumn'],
  columns: { NoSuchColumn: string(1) }
});
const cmUdf = defineTable({
  name: 'CM_UDF',
  key: ['Entity', 'FieldName'],
  columns: { Entity: string(40), FieldName: string(40) }
});

/** A key that no record needs to have. */
export const PROBE_KEY = '00';

/** Statements that each show one thing. All are keyed, or end after `firstRows` rows where TOP is taken. */
export function probeStatements({ select }: Pick<SqlDialect, 'select'>, firstRows?: number) {
  const top = firstRows === undefined ? {} : { top: firstRows };
  const ofNobody = [
    { column: 'ARDivisionNo', op: '=', value: PROBE_KEY },
    { column: 'CustomerNo', op: '=', value: PROBE_KEY }
  ] as const;
  return {
    /** Fails at every driver, which names itself in its message. */
    refused: select(noSuchColumn, { columns: ['NoSuchColumn'] }).sql,
    top: select(arTermsCode, { columns: ['TermsCode'], top: 1 }).sql,
    dateLiteral: select(arOpenInvoice, {
      columns: ['InvoiceNo'],
      where: [...ofNobody, { column: 'InvoiceDate', op: '=', value: '2000-01-01' }]
    }).sql,
    company: (companyCode: string) =>
      select(syCompany, {
        columns: ['CompanyName'],
        where: [{ column: 'CompanyCode', op: '=', value: companyCode }]
      }).sql,
    userDefinedFields: select(cmUdf, {
      columns: ['FieldName'],
      where: [{ column: 'Entity', op: '=', value: PROBE_KEY }]
    }).sql,
    texts: select(arCustomer, { columns: ['CustomerNo', 'CustomerName'], ...top }).sql,
    numbers: select(arCustomer, { columns: ['CreditLimit'], ...top }).sql,
    dates: [
      select(arCustomer, { columns: ['DateLastPayment', 'DateLastAging'], ...top }).sql,
      select(soSalesOrderHeader, { columns: ['ShipExpireDate'], ...top }).sql
    ]
  };
}

/** The one statement with a parameter; it never takes the way of reads, whose checker refuses it. */
export function parameterProbe({ select }: Pick<SqlDialect, 'select'>): string {
  const { sql } = select(arTermsCode, { columns: ['TermsCode'] });
  return `${sql} WHERE TermsCode = ?`;
}
