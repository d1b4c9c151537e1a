import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Refusal, startSageCompany } from './index.ts';
import type { SageCompany } from './index.ts';

let directory: string;
let company: SageCompany;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'sage-company-'));
  company = await startSageCompany({ directory });
});
afterAll(async () => {
  await company.close();
  await rm(directory, { recursive: true });
});

describe('setting a record', () => {
  it('changes what was named and stamps the record, and nothing else', async () => {
    const before = await company.control.show('AR_OpenInvoice', '01/ABF/0100050/IN');
    await company.control.set('AR_OpenInvoice', '01/ABF/0100050/IN', { Balance: '10.05', CheckNo: '77' });
    const after = await company.control.show('AR_OpenInvoice', '01/ABF/0100050/IN');
    const { DateUpdated, TimeUpdated } = after;
    expect(after).toEqual({ ...before, Balance: '10.05', CheckNo: '77', DateUpdated, TimeUpdated });
    expect(DateUpdated).not.toBe(before['DateUpdated']);
  });

  it.each([
    ['AR_Customers', '01-ABF', { CurrentBalance: '1' }, 'there is no table AR_Customers'],
    ['AR_Customer', '01-GHOST', { CurrentBalance: '1' }, 'AR_Customer has no record 01-GHOST'],
    ['AR_Customer', 'ABF', { CurrentBalance: '1' }, 'a key of AR_Customer is ARDivisionNo/CustomerNo'],
    ['AR_Customer', '01-ABF', { Balance: '1' }, 'AR_Customer has no column Balance'],
    ['AR_Customer', '01-ABF', { "Comment = '' --": '1' }, 'AR_Customer has no column'],
    ['AR_Customer', '01-ABF', { CustomerNo: 'X' }, 'CustomerNo belongs to the key'],
    [
      'AR_Customer',
      '01-ABF',
      { CreditLimit: '9.00', CurrentBalance: '12,5' },
      'AR_Customer.CurrentBalance takes'
    ],
    ['AR_Customer', '01-ABF', { CreditLimit: '9.00', State: 'Wis' }, 'AR_Customer.State holds 2 characters'],
    ['AR_Customer', '01-ABF', {}, 'name at least one column']
  ])(
    'when asked for %s %s %j, then it is refused and nothing changes',
    async (table, key, values, reason) => {
      const before = await company.control.show('AR_Customer', '01-ABF');
      const refused = company.control.set(table, key, { ...values });
      await expect(refused).rejects.toThrow(reason);
      await expect(refused).rejects.toBeInstanceOf(Refusal);
      expect(await company.control.show('AR_Customer', '01-ABF')).toEqual(before);
    }
  );
});

describe('the control server', () => {
  const post = (body: string, type = 'application/json') =>
    fetch(`${company.controlUrl}/mode`, { method: 'POST', headers: { 'content-type': type }, body });

  it.each([0, -1, 1.5, Number.NaN, 600_001])('when told to be slow by %d ms, then it refuses', async (ms) => {
    await expect(company.control.slow(ms)).rejects.toThrow('slow takes whole milliseconds');
  });

  it('when sent what it does not understand, then it says so and stays as it is', async () => {
    for (const body of ['{', '{}', '{"mode":"broken"}', '{"mode":"slow","milliseconds":"3"}']) {
      const response = await post(body);
      expect(response.status).toBe(400);
      expect(await response.json()).toEqual({ refusal: expect.stringContaining('not understood') as string });
    }
    expect((await company.control.status()).mode).toBe('normal');
  });

  it('when a web page sends a form, then it is refused', async () => {
    const response = await post('{"mode":"hang"}', 'text/plain');
    expect(response.status).toBe(400);
    expect((await company.control.status()).mode).toBe('normal');
  });
});
