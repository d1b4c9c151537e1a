import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import odbc from 'odbc';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSageCompany } from '../index.ts';
import type { SageCompany } from '../index.ts';
import { RECEIPT_COLUMNS } from './receipts/receipt-row.ts';
import type { ReceiptRow } from './receipts/receipt-row.ts';

let directory: string;
let company: SageCompany;
let connection: odbc.Connection;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'sage-vi-'));
  company = await startSageCompany({ directory });
  process.env['ODBCINI'] = company.odbcIniFile;
  connection = await odbc.connect(company.connectionString);
});
afterAll(async () => {
  await connection.close();
  await company.close();
  await rm(directory, { recursive: true });
});

const RECEIPT: ReceiptRow = {
  BankCode: 'A',
  DepositNo: '00001',
  DepositType: 'C',
  DepositDate: '20260131',
  ARDivisionNo: '01',
  CustomerNo: 'AGEDGES',
  CheckNo: '5001',
  PaymentType: 'CHECK',
  CheckAmount: '100.00',
  InvoiceNo: '0100968',
  InvoiceType: 'IN',
  AmountPosted: '60.00',
  DiscountAmount: '0.00',
  Comment: 'say "thanks", and\nmore',
  RequestKey: 'KEY-1'
};

function csv(rows: readonly Partial<ReceiptRow>[]): string {
  const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = rows.map((row) =>
    RECEIPT_COLUMNS.map((name) => quoted({ ...RECEIPT, ...row }[name])).join(',')
  );
  return `${[RECEIPT_COLUMNS.join(','), ...lines].join('\r\n')}\r\n`;
}

async function runJob(text: string, job = 'VIWI01') {
  const [file, log] = [join(directory, 'receipts.csv'), join(directory, 'receipts.txt')];
  await writeFile(file, text);
  const { command, args } = company.boi.visualIntegrator;
  const code = await new Promise((resolve) => {
    execFile(command, [...args, '--job', job, '--file', file, '--log', log], (error) =>
      resolve(error?.code ?? 0)
    );
  });
  return { code, log: await readFile(log, 'utf8') };
}

async function rows(sql: string): Promise<Record<string, unknown>[]> {
  return [...(await connection.query<Record<string, unknown>>(sql))];
}

describe('a job that imports cash receipts', () => {
  it('when all records are good, then deposit, receipt and what it pays stand unposted, and balances are as before', async () => {
    const before = await company.control.show('AR_OpenInvoice', '01/AGEDGES/0100968/IN');
    const second = { InvoiceNo: '0100969', AmountPosted: '30.00', DiscountAmount: '1.25' };
    const { code, log } = await runJob(csv([{}, second]));
    expect(log).toBe(
      '2 ACCEPTED check 5001 invoice 0100968-IN 60.00\n' +
        '4 ACCEPTED check 5001 invoice 0100969-IN 30.00\n' +
        'IMPORT COMPLETE accepted=2 rejected=0\n'
    );
    expect(code).toBe(0);
    expect(await rows('SELECT * FROM AR_CashReceiptsDeposit')).toMatchObject([
      { BankCode: 'A', DepositNo: '00001', DepositDate: '2026-01-31', CashDepositAmt: '100' }
    ]);
    expect(await rows('SELECT * FROM AR_CashReceiptsHeader')).toMatchObject([
      {
        CheckNo: '5001',
        PostingAmt: '100',
        PostingBalance: '10',
        Comment: RECEIPT.Comment,
        UDF_REQUEST_KEY: 'KEY-1'
      }
    ]);
    expect(await rows('SELECT * FROM AR_CashReceiptsDetail ORDER BY InvoiceNo')).toMatchObject([
      { InvoiceNo: '0100968', CashAmountApplied: '60' },
      { InvoiceNo: '0100969', CashAmountApplied: '30', DiscountAmountApplied: '1.25' }
    ]);
    expect(await company.control.show('AR_OpenInvoice', '01/AGEDGES/0100968/IN')).toEqual(before);
  });

  it('when a record is bad, then it is rejected with the reason and the others are taken', async () => {
    const on = { CheckNo: '5002', DepositNo: '00002' };
    const { code, log } = await runJob(
      csv([
        { ...on, CustomerNo: 'NOBODY', Comment: '' },
        { ...on, InvoiceNo: '9999999', Comment: '' },
        { ...on, AmountPosted: '999999.00', Comment: '' },
        { ...on, DepositDate: '20260231', Comment: '' },
        { ...on, CheckAmount: 'much', Comment: '' },
        { ...on, InvoiceNo: '', InvoiceType: '', Comment: '' },
        { Comment: '' }
      ])
    );
    expect(code).toBe(1);
    const lines = log.trimEnd().split('\n');
    expect(lines.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      ...['2 REJECTED', '3 REJECTED', '4 REJECTED', '5 REJECTED', '6 REJECTED', '7 ACCEPTED', '8 REJECTED'],
      'IMPORT COMPLETE'
    ]);
    expect(lines[0]).toContain('customer 01-NOBODY is not on file');
    expect(lines[2]).toContain('is more than the balance');
    // The same check and invoice once more.
    expect(lines[6]).toContain('already on file');
  });

  it('when job or file are not what they should be, then nothing is imported and the log says why', async () => {
    expect(await runJob(csv([{ CheckNo: '5003' }]), 'NOJOB')).toEqual({
      code: 2,
      log: 'IMPORT FAILED there is no job NOJOB\n'
    });
    expect(await runJob('BankCode,DepositNo\nA,00001\n')).toMatchObject({ code: 2 });
    expect(await rows("SELECT CheckNo FROM AR_CashReceiptsHeader WHERE CheckNo = '5003'")).toEqual([]);
  });
});
