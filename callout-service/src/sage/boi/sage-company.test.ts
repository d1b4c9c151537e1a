import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSageCompany, type SageCompany } from '@ledger-bridge/sage-company';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { businessObjectKinds } from './business-object-kinds.ts';
import { operation } from './test-support/operations.ts';
import { withQueue } from './test-support/test-queue.ts';

let directory: string;
let company: SageCompany;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'ledger-bridge-boi-company-'));
  company = await startSageCompany({ directory });
});
afterAll(async () => {
  await company.close();
  await rm(directory, { recursive: true, force: true });
});

describe('a played Sage company', () => {
  it('when an order is written through its bridge, then it has a number, a price and a total, and can be read back', () => {
    const { command, args, homeDirectory, user, password, companyCode } = company.boi;
    const login = { type: 'sage-user', user, password } as const;
    return withQueue(
      [],
      { command, arguments: args, homeDirectory, login, companyCode },
      async ({ queue }) => {
        const written = await queue.run(
          operation(async (work) => {
            const order = await work.open(businessObjectKinds.salesOrder);
            const number = order.nextNumber('nGetNextSalesOrderNo');
            await work.send();
            order.setKeyValue('SalesOrderNo', number.value);
            order.setKey({ wanted: 'new' });
            order.setText('ARDivisionNo', '01');
            order.setText('CustomerNo', 'ABF');
            const lines = order.lines();
            lines.add();
            lines.setText('ItemCode', '1001-HON-H252');
            lines.setNumber('QuantityOrdered', '2');
            lines.write();
            order.write();
            await work.send();
            order.setKeyValue('SalesOrderNo', number.value);
            const key = order.setKey({ wanted: 'existing' });
            const customer = order.text('CustomerNo');
            const amount = order.number('NonTaxableAmt');
            const taxable = order.number('TaxableAmt');
            await work.send();
            return {
              number: number.value,
              key: key.value,
              customer: customer.value,
              total: amount.value.plus(taxable.value).toFixed(2)
            };
          })
        );
        expect(written).toMatchObject({ key: 'existing', customer: 'ABF' });
        expect(written.number).toMatch(/^\d{7}$/);
        expect(Number(written.total)).toBeGreaterThan(0);
      }
    );
  });
});
