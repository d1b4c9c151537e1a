import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCompanyService, type CompanyService } from '../../test-support/company-service.ts';
import { creditDecisionSchema } from '../canonical/credit-decision.ts';
import { flatCreditCheckSchema } from '../inquiry/credit/flat-credit-check.ts';
import { orderPageSchema, type CustomerOrderPage } from '../inquiry/lists/customer-orders.ts';
import { openInvoicePageSchema, type OpenInvoicePage } from '../inquiry/lists/open-invoices.ts';
import { paymentPageSchema } from '../inquiry/lists/payments.ts';

let lb: CompanyService;
beforeAll(async () => {
  lb = await startCompanyService();
});
afterAll(() => lb.stop());

const credit = (customer: string, amount?: string) =>
  lb.answer(
    flatCreditCheckSchema.strict(),
    `/v1/customers/${customer}/credit${amount === undefined ? '' : `?orderAmount=${amount}`}`
  );
const orders = (customer: string, query = '') =>
  lb.answer(orderPageSchema, `/v1/customers/${customer}/orders?${query}`);
const invoices = (customer: string, query = '') =>
  lb.answer(openInvoicePageSchema, `/v1/customers/${customer}/invoices?${query}`);

describe('checkCredit', () => {
  it('when an order takes the last cent, then it is allowed; a cent more, and it is over', async () => {
    expect(await credit('01-ABF', '95123.24')).toMatchObject({
      decision: 'allow',
      creditLimit: 120_000,
      amountDue: 5732.36,
      openOrders: 19_144.4,
      creditLeft: 95_123.24,
      creditLeftAfterOrder: 0
    });
    expect(await credit('01-ABF', '95123.25')).toMatchObject({
      decision: 'warn',
      overWithOrder: true,
      overLimit: false,
      creditLeftAfterOrder: -0.01
    });
  });

  it('when it is asked for, then the whole decision adds up to what is left', async () => {
    const { decisionJson } = await credit('01-ABF', '1000.5');
    const { terms, leftAfterOrder } = creditDecisionSchema.parse(JSON.parse(decisionJson));
    const cents = terms.reduce((sum, { amount }) => sum + Math.round(Number(amount) * 100), 0);
    expect([cents, leftAfterOrder]).toEqual([9_412_274, '94122.74']);
  });

  it.each([
    ['01-SHEPARD', { onHold: true, decision: 'warn' }],
    ['02-ORANGE', { overLimit: true, decision: 'warn' }],
    ['01-NOLIMIT', { creditLimit: 0, unlimited: false }],
    ['01-ATLIMIT', { overLimit: false, creditLeft: 0, decision: 'allow' }],
    ['01-OVERORD', { overLimit: true, creditLeft: -100 }],
    ['01-CRDBAL', { amountDue: -450 }]
  ])('when %s is asked for alone, then %j', async (customer, expected) => {
    expect(await credit(customer)).toMatchObject({ orderAmount: 0, ...expected });
  });

  it('when a flow sends a large double, then its exponent is read', async () => {
    expect(await credit('01-ABF', '1.0E7')).toMatchObject({ orderAmount: 10_000_000 });
  });
});

describe('listOpenInvoices', () => {
  it('when all are asked for, then they are the oldest first, and add up to what the summary says', async () => {
    const page = await invoices('01-ABF');
    expect(page).toMatchObject({ count: 6, totalBalance: '5732.36', currency: 'USD', source: 'live' });
    const days = page.items.map(({ invoiceDate }) => invoiceDate);
    expect(days).toEqual(days.toSorted());
    expect(page.items.every(({ lines, lineCount }) => lines.length === 0 && lineCount === undefined)).toBe(
      true
    );
  });

  it('when pages are small, then together they are the list', async () => {
    const all = await invoices('01-ABF');
    const seen: OpenInvoicePage['items'][number][] = [];
    let cursor: string | undefined = '';
    while (cursor !== undefined) {
      const page = await invoices('01-ABF', `pageSize=4&cursor=${cursor}`);
      expect(page).toMatchObject({ count: 6, totalBalance: '5732.36' });
      seen.push(...page.items);
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(all.items);
  });

  it('when lines are asked for, then they come with their invoices and add up to them', async () => {
    const page = await invoices('01-ABF', 'lines=true');
    const first = page.items[0];
    expect(first).toMatchObject({ invoiceNo: '0100024', total: '1257.40', lineCount: 1 });
    expect(first?.lines[0]).toMatchObject({ extensionAmount: '1257.40', itemType: 'miscellaneous' });
  });

  it('when a customer has credits and prepayments, then their balances are negative', async () => {
    const page = await invoices('01-CRDBAL');
    expect(page.totalBalance).toBe('-450.00');
    expect(Object.fromEntries(page.items.map(({ invoiceType, balance }) => [invoiceType, balance]))).toEqual({
      IN: '300.00',
      CM: '-500.00',
      PP: '-250.00'
    });
  });
});

describe('listPayments', () => {
  it('when they are asked for, then they are the newest first, and pages hold each once', async () => {
    const read = (query: string) => lb.answer(paymentPageSchema, `/v1/customers/01-ABF/payments?${query}`);
    const all = await read('');
    expect(all.items.map(({ amount }) => amount)).toEqual(['2500.00', '1871.16', '3345.75']);
    expect(all.items[0]).toMatchObject({ transactionType: 'P', paymentType: 'CHECK', checkNo: '3310' });
    const first = await read('pageSize=2');
    const second = await read(`pageSize=2&cursor=${first.nextCursor}`);
    expect([...first.items, ...second.items]).toEqual(all.items);
    expect(second).not.toHaveProperty('nextCursor');
  });
});

describe('listCustomerOrders', () => {
  const numbers = ({ items }: CustomerOrderPage) => items.map(({ salesOrderNo }) => salesOrderNo);

  it('when open ones are asked for, then they come without quotes, the newest first', async () => {
    const page = await orders('01-ABF', 'pageSize=200');
    expect(page.place).toBe('open');
    expect(page.items.every(({ kind }) => kind !== 'quote')).toBe(true);
    expect(page.items.find(({ salesOrderNo }) => salesOrderNo === '0000310')?.total).toBe('4475.54');
    const days = page.items.map(({ orderDate }) => orderDate);
    expect(days).toEqual(days.toSorted().toReversed());
  });

  it('when quotes are asked for, then each says when it expires', async () => {
    const page = await orders('01-ORDERCAS', 'place=quotes');
    expect(page.items.find(({ salesOrderNo }) => salesOrderNo === '0000907')?.status).toBe('expiredQuote');
    expect(page.items.every(({ kind, expiresOn }) => kind === 'quote' && expiresOn !== null)).toBe(true);
  });

  it('when history is asked for, then it has what is no longer open, each order in one place only', async () => {
    const [open, quotes, history] = await Promise.all(
      ['open', 'quotes', 'history'].map((place) => orders('01-ORDERCAS', `place=${place}`))
    );
    if (!open || !quotes || !history) throw new Error('a place is missing');
    expect(numbers(history)).toEqual(expect.arrayContaining(['0000932', '0000933', '0000934']));
    const everywhere = [open, quotes, history].flatMap(numbers);
    expect(new Set(everywhere).size).toBe(everywhere.length);
  });

  it('when an order is shipped in part, then the list says so as the order itself does', async () => {
    const page = await orders('01-ORDERCAS');
    expect(page.items.find(({ salesOrderNo }) => salesOrderNo === '0000904')?.status).toBe('partlyShipped');
  });

  it('when a customer has no orders, then the list is empty; when there is no such customer, then LB401', async () => {
    expect(await orders('01-NEWCUST')).toMatchObject({ count: 0, items: [] });
    expect(await lb.problem('/v1/customers/01-GHOST/orders')).toMatchObject({ code: 'LB401' });
  });
});
