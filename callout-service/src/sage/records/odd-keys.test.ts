import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { all, startRecordsCompany, type RecordsCompany } from './test-support/records-company.ts';

let company: RecordsCompany;
beforeAll(async () => {
  company = await startRecordsCompany();
});
afterAll(() => company.close());
beforeEach(() => {
  company.statements.length = 0;
});

const tops = () => company.statements.map((sql) => Number(/TOP (\d+)/.exec(sql)?.[1]));

describe('a scan over keys that are hard to go on behind', () => {
  it('when keys come filled up with blanks, then it is complete and gives each once', async () => {
    company.execute(`UPDATE IM_Warehouse SET WarehouseCode = WarehouseCode || ' '`);
    for (const pageSize of [1, 2, 500]) {
      const codes = (await all(company.records.warehouses.scan({ pageSize }))).map(
        (each) => each.warehouseCode
      );
      expect(codes).toEqual(
        company.column('SELECT trim(WarehouseCode) FROM IM_Warehouse ORDER BY WarehouseCode')
      );
    }
    company.execute(`UPDATE IM_Warehouse SET WarehouseCode = trim(WarehouseCode)`);
  });

  it('when keys end with a day that is blank, then pages do not grow', async () => {
    company.execute('DELETE FROM AR_PriceLevelByCust');
    for (let line = 0; line < 40; line += 1) {
      for (const day of [null, '2026-01-01']) {
        company.execute(
          `INSERT INTO AR_PriceLevelByCust (ARDivisionNo, CustomerNo, ProductLine, PriceCode, ShipToCode, EffectiveDate,
           PriceLevel) VALUES ('01', 'ABF', ?, '', '', ?, '1')`,
          String(line).padStart(4, '0'),
          day
        );
      }
    }
    const levels = await all(company.records.priceLevels.scan({ pageSize: 3 }));
    expect(levels.map(({ productLine, effectiveDate }) => [productLine, effectiveDate])).toEqual(
      Array.from({ length: 80 }, (_, index) => [
        String(Math.floor(index / 2)).padStart(4, '0'),
        index % 2 === 0 ? null : '2026-01-01'
      ])
    );
    expect(Math.max(...tops())).toBe(3);
  });

  it('when it is to go on behind a key that no statement can carry, then LB108 comes', async () => {
    await expect(
      all(company.records.customers.scan({ after: { arDivisionNo: '01', customerNo: 'A\tB' } }))
    ).rejects.toMatchObject({ code: 'LB108' });
  });
});

describe('lines', () => {
  it('when statements for two hundreds of records find the same lines, then no record has them twice', async () => {
    company.execute('DELETE FROM AR_OpenInvoice');
    // The lines of Z0 stand to the number of one record of the first statement, and to the sequence of another.
    const invoices = [
      ['AAAAAA0', '000000'],
      ...Array.from({ length: 199 }, (_, index) => [`B${String(index).padStart(6, '0')}`, '000001']),
      ['AAAAAA0', '000001']
    ];
    for (const [index, [invoiceNo = '', headerSeqNo = '']] of invoices.entries()) {
      company.execute(
        `INSERT INTO AR_OpenInvoice (ARDivisionNo, CustomerNo, InvoiceNo, InvoiceType, InvoiceHistoryHeaderSeqNo, Balance)
         VALUES ('01', ?, ?, 'IN', ?, 1)`,
        `C${String(index).padStart(4, '0')}`,
        invoiceNo,
        headerSeqNo
      );
    }
    company.execute(
      `INSERT INTO AR_InvoiceHistoryHeader (InvoiceNo, HeaderSeqNo, InvoiceType) VALUES ('AAAAAA0', '000001', 'IN')`
    );
    company.execute(
      `INSERT INTO AR_InvoiceHistoryDetail (InvoiceNo, HeaderSeqNo, DetailSeqNo) VALUES ('AAAAAA0', '000001', '000001')`
    );
    const last = (await all(company.records.openInvoices.scan({ pageSize: 1_000 }))).at(-1);
    expect(last).toMatchObject({ customerNo: 'C0200', lines: [{ lineKey: '000001' }] });
    expect(last?.lines).toHaveLength(1);
  });
});

describe('a read by key that passes over', () => {
  it('when one record cannot be used, then the others come, and it is reported', async () => {
    company.execute(`UPDATE AR_TermsCode SET DiscountRate = 'much' WHERE TermsCode = '01'`);
    company.unreadable.length = 0;
    await expect(company.records.terms.byKeys(['00', '01'])).rejects.toMatchObject({ code: 'LB308' });
    const found = await company.records.terms.byKeys(['00', '01'], { passOverUnusable: true });
    expect(found.map(({ termsCode }) => termsCode)).toEqual(['00']);
    expect(company.unreadable.map(({ table }) => table)).toEqual(['AR_TermsCode']);
  });
});
