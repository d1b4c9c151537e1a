import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CashReceiptDraft } from '../../canonical/drafts/cash-receipt-draft.ts';
import type { SageWriter } from '../port/sage-writer.ts';
import { refusalOf } from '../writing/test-support/drafts.ts';
import { startWritingCompany, type WritingCompany } from '../writing/test-support/writing-company.ts';

let sage: WritingCompany;
let directory: string;
let writer: SageWriter;
beforeAll(async () => {
  sage = await startWritingCompany();
  directory = join(sage.directory, 'imports');
  const { command, args } = sage.company.boi.visualIntegrator;
  const words = ['--job', '{job}', '--file', '{file}', '--log', '{log}'];
  const cashReceipts = {
    command,
    arguments: [...args, ...words],
    job: 'VIWI01',
    directory,
    timeoutMs: 20_000
  };
  writer = sage.writer({ cashReceipts });
});
afterAll(() => sage.close());

const receipt = (changes: Partial<CashReceiptDraft> = {}): CashReceiptDraft => ({
  requestKey: 'pay-1',
  customerNo: '01-ABF',
  depositDate: '2026-01-31',
  bankCode: 'A',
  depositType: 'cash',
  checkNo: '4711',
  amount: '100.00',
  applyTo: [],
  comment: 'He said "thanks", twice',
  ...changes
});

describe('a cash receipt', () => {
  it('when it is imported, then its file is kept and the same request finds it', async () => {
    expect(await writer.createCashReceipt(receipt())).toMatchObject({ outcome: 'created' });
    const [name = ''] = await readdir(join(directory, 'done'));
    const lines = (await readFile(join(directory, 'done', name), 'utf8')).trimEnd().split('\r\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain('"He said ""thanks"", twice"');
    expect(await writer.createCashReceipt(receipt())).toMatchObject({ outcome: 'found' });
    expect(await readdir(join(directory, 'pending'))).toEqual([]);
  });

  it('when the job rejects it, then LB519 has the line of the log for people, and it may be sent again', async () => {
    const applyTo = [{ invoiceNo: '9999999', invoiceType: 'IN', amount: '100.00', discount: '0.00' }];
    const refusal = await refusalOf(writer.createCashReceipt(receipt({ requestKey: 'pay-2', applyTo })));
    expect(refusal.code).toBe('LB519');
    expect(refusal.faults[0]?.problem).toContain('9999999');
    expect(refusal.message).not.toContain('9999999');
    expect(await writer.createCashReceipt(receipt({ requestKey: 'pay-2' }))).toMatchObject({
      outcome: 'created'
    });
  });

  it('when texts are no texts for a file, then each is at fault and no job runs', async () => {
    const bad = { requestKey: 'pay-3', comment: '=1+1', checkNo: '1\n2', amount: '0.00' };
    const refusal = await refusalOf(writer.createCashReceipt(receipt(bad)));
    expect(refusal.faults.map(({ code, field }) => `${code} ${field}`)).toEqual([
      'LB506 checkNo',
      'LB506 comment',
      'LB506 amount'
    ]);
  });

  it('when the job does not end, then it is unknown, and the request is not sent again', async () => {
    const slow = sage.writer({
      cashReceipts: {
        command: process.execPath,
        arguments: ['-e', 'setInterval(() => {}, 1000)'],
        job: 'VIWI01',
        directory,
        timeoutMs: 300
      }
    });
    const draft = receipt({ requestKey: 'pay-4' });
    expect((await refusalOf(slow.createCashReceipt(draft))).code).toBe('LB512');
    expect((await refusalOf(writer.createCashReceipt(draft))).code).toBe('LB512');
  });
});
