import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startCompanyService, type CompanyService } from '../../test-support/company-service.ts';
import { parseObject } from '../../test-support/json.ts';

let lb: CompanyService;
beforeAll(async () => {
  lb = await startCompanyService();
});
afterAll(() => lb.stop());
afterEach(() => lb.company.control.start());

/** An answer without what says how old it is. */
function figures(text: string): unknown {
  return JSON.parse(text, (name, value: unknown) =>
    name === 'source' || name === 'stale' ? undefined : value
  );
}

const read = async (path: string) => parseObject(await lb.text(path));

describe('when Sage is stopped', () => {
  it.each([
    '/v1/customers/01-ABF/invoices?lines=true',
    '/v1/customers/01-ABF/payments',
    '/v1/customers/01-ABF/orders',
    '/v1/items/PRC-LEVEL/price?customerNo=01-PRICING',
    '/v1/orders/0000901/detail',
    '/v1/availability?itemCodes=STK-A'
  ])('after %s was answered, then the same comes as stale with the reason', async (path) => {
    const live = await lb.text(path);
    await lb.company.control.stop();
    const last = await lb.text(path);
    expect(last).toContain('"source":"cache"');
    expect(last).toMatch(/"stale":\{"code":"LB30\d","title":"[^"]+","detail":"[^"]+","action":"[^"]+"\}/);
    expect(figures(last)).toEqual(figures(live));
  });

  it.each(['/v1/customers/01-ABF/credit', '/v1/items/STK-ALL/availability', '/v1/orders/0000901'])(
    'after %s was answered, then a flow gets code and reason beside the last figures',
    async (path) => {
      await read(path);
      await lb.company.control.stop();
      const last = await read(path);
      expect(last).toMatchObject({ source: 'cache' });
      expect(last.staleCode).toMatch(/^LB30\d$/);
      expect(last.staleReason).toMatch(/./);
    }
  );

  it('when credit was asked for once, then it is decided for any amount from the last figures', async () => {
    await read('/v1/customers/02-ORANGE/credit');
    await lb.company.control.stop();
    expect(await read('/v1/customers/02-ORANGE/credit?orderAmount=7')).toMatchObject({
      source: 'cache',
      orderAmount: 7
    });
  });

  it.each([
    '/v1/customers/01-AVNET/invoices',
    '/v1/items/STK-SER/availability',
    '/v1/availability?itemCodes=STK-A,STK-LOT',
    '/v1/items/PRC-METH-M/price',
    '/v1/orders/0000903'
  ])('when %s was never answered, then it is refused with a code that may be retried', async (path) => {
    await lb.company.control.stop();
    const { code, retryable } = await lb.problem(path);
    expect([code.slice(0, 4), retryable]).toEqual(['LB30', true]);
  });
});

describe('many at once', () => {
  it('when the same is asked for 20 times, then one read serves all', async () => {
    const path = '/v1/items/PRC-METH-O/price?customerNo=01-PRICING';
    await read(path);
    lb.reads();
    await read(path);
    const alone = lb.reads();
    await lb.company.control.slow(150);
    await Promise.all(Array.from({ length: 20 }, () => read(path)));
    expect(lb.reads()).toBe(alone);
  });

  it('when 50 different things are asked for, then all are answered live', async () => {
    const customers = ['ABF', 'PRICING', 'ORDERCAS', 'CRDBAL', 'ATLIMIT'].flatMap((no) =>
      ['credit', 'invoices', 'payments', 'orders', 'summary'].map((what) => `/v1/customers/01-${no}/${what}`)
    );
    const items = ['STK-ALL', 'STK-A', 'STK-BOX', 'PRC-STD', 'PRC-CUST'].flatMap((code) =>
      [
        'availability',
        'price',
        'price?quantity=5',
        'price?customerNo=01-PRICING',
        'price?customerNo=01-ABF'
      ].map((what) => `/v1/items/${code}/${what}`)
    );
    const paths = [...customers, ...items];
    expect(new Set(paths).size).toBe(50);
    const answers = await Promise.all(paths.map(read));
    expect(answers.map(({ source }) => source)).toEqual(paths.map(() => 'live'));
  });
});
