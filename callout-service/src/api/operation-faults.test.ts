import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startCompanyService, type CompanyService } from '../../test-support/company-service.ts';
import { flatCreditCheckSchema } from '../inquiry/credit/flat-credit-check.ts';
import { openInvoicePageSchema } from '../inquiry/lists/open-invoices.ts';
import { flatOrderSchema } from '../inquiry/orders/flat-order.ts';
import { orderLinePageSchema } from '../inquiry/orders/order-line-page.ts';
import { flatAvailabilitySchema } from '../inquiry/stock/flat-availability.ts';
import { buildDocument } from './openapi/document.ts';

let lb: CompanyService;
beforeAll(async () => {
  lb = await startCompanyService();
});
afterAll(() => lb.stop());

describe('a request at fault', () => {
  it.each([
    ['/v1/customers/ABF/credit', 'LB101'],
    ['/v1/customers/ABF/orders', 'LB101'],
    ['/v1/customers/01-GHOST/credit', 'LB401'],
    ['/v1/customers/01-GHOST/invoices', 'LB401'],
    ['/v1/customers/01-GHOST/payments', 'LB401'],
    ['/v1/customers/01-ABF/credit?orderAmount=-1', 'LB104'],
    ['/v1/customers/01-ABF/credit?orderAmount=1.005', 'LB104'],
    ['/v1/customers/01-ABF/credit?orderAmount=1e99', 'LB104'],
    ['/v1/customers/01-ABF/invoices?pageSize=0', 'LB104'],
    ['/v1/customers/01-ABF/invoices?pageSize=201', 'LB104'],
    ['/v1/customers/01-ABF/invoices?pageSize=abc', 'LB104'],
    ['/v1/customers/01-ABF/invoices?lines=maybe', 'LB104'],
    ['/v1/customers/01-ABF/orders?place=moon', 'LB104'],
    ['/v1/customers/01-ABF/payments?cursor=made-up', 'LB108'],
    [`/v1/items/${'X'.repeat(31)}/availability`, 'LB109'],
    ['/v1/items/NOPE/availability', 'LB402'],
    ['/v1/items/STK-ONE/availability?warehouseCode=001', 'LB404'],
    ['/v1/items/STK-ONE/availability?warehouseCode=TOO-LONG', 'LB109'],
    ['/v1/availability', 'LB104'],
    [`/v1/availability?itemCodes=${Array.from({ length: 51 }, (_, no) => `A${no}`).join(',')}`, 'LB104'],
    ['/v1/items/NOPE/price', 'LB402'],
    ['/v1/items/PRC-STD/price?customerNo=01-GHOST', 'LB401'],
    ['/v1/items/PRC-STD/price?customerNo=GHOST', 'LB101'],
    ['/v1/items/PRC-STD/price?quantity=0', 'LB104'],
    ['/v1/items/PRC-STD/price?quantity=-2', 'LB104'],
    ['/v1/orders/12345678', 'LB109'],
    ['/v1/orders/00-1', 'LB109'],
    ['/v1/orders/9999999', 'LB403'],
    ['/v1/orders/9999999/detail', 'LB403']
  ])('when %s is asked for, then %s', async (path, code) => {
    const problem = await lb.problem(path);
    expect(problem).toMatchObject({ code, type: `urn:ledger-bridge:problem:${code}` });
    expect(problem.action).not.toBe('');
  });

  it('when several values are wrong, then each is named with its value and fix', async () => {
    const { faults } = await lb.problem('/v1/customers/01-ABF/invoices?pageSize=0&lines=perhaps');
    expect(faults?.map(({ field, value }) => [field, value])).toEqual([
      ['pageSize', '0'],
      ['lines', 'perhaps']
    ]);
  });

  it('when a cursor is of another list or another customer, then LB108', async () => {
    const path = '/v1/customers/01-ABF/invoices?pageSize=1';
    const { nextCursor } = await lb.answer(openInvoicePageSchema, path);
    for (const other of ['01-ABF/payments', '01-ABF/orders', '01-CRDBAL/invoices']) {
      expect(await lb.problem(`/v1/customers/${other}?cursor=${nextCursor}`)).toMatchObject({
        code: 'LB108'
      });
    }
  });

  it('when a table is not one that is read, then LB408', async () => {
    for (const table of ['GL_Account', 'ar_customer', "AR_Customer'"]) {
      const path = `/v1/sage/tables/${encodeURIComponent(table)}`;
      expect(await lb.problem(path, { role: 'admin' })).toMatchObject({ code: 'LB408' });
    }
  });
});

describe('a typed answer', () => {
  const components = buildDocument('reader').components?.schemas ?? {};

  it.each([
    ['CreditCheck', flatCreditCheckSchema, '/v1/customers/01-ABF/credit?orderAmount=10'],
    ['CreditCheck', flatCreditCheckSchema, '/v1/customers/01-SHEPARD/credit'],
    ['ItemAvailability', flatAvailabilitySchema, '/v1/items/STK-ALL/availability?warehouseCode=000'],
    ['ItemAvailability', flatAvailabilitySchema, '/v1/items/KIT-DESK/availability'],
    ['SalesOrder', flatOrderSchema, '/v1/orders/0000901'],
    ['SalesOrder', flatOrderSchema, '/v1/orders/0000906'],
    ['SalesOrder', flatOrderSchema, '/v1/orders/0000934']
  ])('when %s is answered, then it keeps to the component of the document', async (name, schema, path) => {
    const response = await lb.service.ask(path, { headers: { Accept: 'text/plain' } });
    expect(response.headers.get('Content-Type')).toBe('application/json; charset=utf-8');
    const answer = schema.strict().parse(await response.json());
    expect(componentFaults(components[name], answer)).toEqual([]);
  });
});

const flatComponent = z.object({
  type: z.literal('object'),
  properties: z.record(z.string(), z.object({ type: z.string(), enum: z.array(z.unknown()).optional() })),
  required: z.array(z.string())
});

/** What of a flat answer the component does not allow. */
function componentFaults(component: unknown, answer: Record<string, unknown>): string[] {
  const { properties, required } = flatComponent.parse(component);
  const types: Record<string, string> = { integer: 'number' };
  return [
    ...required.filter((name) => !(name in answer)).map((name) => `${name} is missing`),
    ...Object.entries(answer).flatMap(([name, value]) => {
      const property = properties[name];
      if (property === undefined) return [`${name} is not in the document`];
      const rightType = typeof value === (types[property.type] ?? property.type);
      const rightValue = property.enum === undefined || property.enum.includes(value);
      return rightType && rightValue ? [] : [`${name} is ${typeof value} ${String(value)}`];
    })
  ];
}

describe('the form of answers', () => {
  it('when JSON is asked for, then JSON comes; else text that holds the same', async () => {
    const path = '/v1/customers/01-ABF/payments';
    const asText = await lb.service.ask(path);
    const asJson = await lb.service.ask(path, { headers: { Accept: 'application/json' } });
    expect(asText.headers.get('Content-Type')).toContain('text/plain');
    expect(asJson.headers.get('Content-Type')).toContain('application/json');
    const { asOf: _first, ...text } = JSON.parse(await asText.text()) as Record<string, unknown>;
    const { asOf: _second, ...json } = (await asJson.json()) as Record<string, unknown>;
    expect(json).toEqual(text);
  });

  it('when an order has 250 lines, then its answers stay below 100,000 characters and hold each line once', async () => {
    const path = '/v1/orders/920/detail';
    const seen: string[] = [];
    let cursor: string | undefined = '';
    while (cursor !== undefined) {
      const text = await lb.text(`${path}?cursor=${cursor}`);
      expect(text.length).toBeLessThan(100_000);
      const page = orderLinePageSchema.parse(JSON.parse(text));
      expect(page.lineCount).toBe(250);
      seen.push(...page.order.lines.map(({ lineKey }) => lineKey));
      cursor = page.nextCursor;
    }
    expect([seen.length, new Set(seen).size]).toEqual([250, 250]);
  });
});
