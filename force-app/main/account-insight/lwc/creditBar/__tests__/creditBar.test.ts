import { createElement } from 'lwc';
import CreditBar from 'c/creditBar';
import type { Credit } from 'c/creditBar';
import { find, findAxeViolations, textOf } from '../../../../shared/lwc/__tests__/support';
import { creditSegments } from '../creditSegments';

const CREDIT: Credit = {
  limit: '120000.00',
  unlimited: false,
  used: '24876.76',
  left: '95123.24',
  amountDue: '5732.36',
  openOrders: '19144.40',
  includesOpenOrders: true
};
const OVER: Credit = {
  ...CREDIT,
  limit: '15000.00',
  used: '20000.00',
  left: '-5000.00',
  amountDue: '18000.00',
  openOrders: '2000.00'
};

const mount = (credit: Credit | undefined) => {
  const element = createElement('c-credit-bar', { is: CreditBar });
  Object.assign(element, { credit, currency: 'USD' });
  document.body.appendChild(element);
  return element;
};

describe('c-credit-bar', () => {
  afterEach(() => document.body.replaceChildren());

  it('when credit is left, then the bar and its legend say what uses it', async () => {
    const element = mount(CREDIT);
    expect(find(element, '[role="img"]').getAttribute('aria-label')).toBe(
      '$24,876.76 of $120,000.00 credit used, $95,123.24 left'
    );
    expect(textOf(element)).toBe('Due $5,732.36 Open orders $19,144.40 Left $95,123.24');
    expect(await findAxeViolations(element)).toEqual([]);
  });

  it('when the limit is exceeded, then words say by how much, not colour alone', async () => {
    const element = mount(OVER);
    expect(find(element, '[role="img"]').getAttribute('aria-label')).toBe(
      '$20,000.00 used of $15,000.00 credit, $5,000.00 over the limit'
    );
    expect(textOf(element)).toContain('Over the limit by $5,000.00');
    expect(await findAxeViolations(element)).toEqual([]);
  });

  it.each([
    ['there is no limit', { ...CREDIT, unlimited: true, left: undefined }],
    ['nothing is known', undefined]
  ])('when %s, then there is no bar', (_what, credit) => {
    const element = mount(credit);
    expect(element.shadowRoot?.querySelector('svg')).toBeNull();
    expect(textOf(element)).toBe('This customer has no credit limit.');
  });
});

describe('creditSegments', () => {
  const drawn = (credit: Credit) => creditSegments(credit).map(({ kind, x, width }) => [kind, x, width]);

  it('when credit is left, then the parts follow each other and fill the bar', () => {
    expect(
      drawn({
        ...CREDIT,
        limit: '100.00',
        used: '50.00',
        amountDue: '20.00',
        openOrders: '30.00',
        left: '50.00'
      })
    ).toEqual([
      ['amount-due', '0.00%', '20.00%'],
      ['open-orders', '20.00%', '30.00%'],
      ['left', '50.00%', '50.00%']
    ]);
  });

  it('when the limit is exceeded, then the end from the limit on is drawn as over', () => {
    expect(drawn(OVER)).toEqual([
      ['amount-due', '0.00%', '90.00%'],
      ['open-orders', '90.00%', '10.00%'],
      ['over', '75.00%', '25.00%']
    ]);
  });

  it('when open orders do not count, then they are not drawn', () => {
    expect(drawn({ ...CREDIT, includesOpenOrders: false }).map(([kind]) => kind)).toEqual([
      'amount-due',
      'left'
    ]);
  });

  it('when the customer has credit with us, then nothing is drawn as due, and less of the open orders', () => {
    expect(
      drawn({
        ...CREDIT,
        limit: '100.00',
        used: '10.00',
        amountDue: '-20.00',
        openOrders: '30.00',
        left: '90.00'
      })
    ).toEqual([
      ['amount-due', '0.00%', '0.00%'],
      ['open-orders', '0.00%', '10.00%'],
      ['left', '10.00%', '90.00%']
    ]);
  });

  it('when more than the limit is left, then the bar is filled', () => {
    const credit = {
      limit: '100.00',
      used: '-50.00',
      amountDue: '-50.00',
      openOrders: '0.00',
      left: '150.00'
    };
    expect(drawn({ ...CREDIT, ...credit } as Credit)).toEqual([
      ['amount-due', '0.00%', '0.00%'],
      ['open-orders', '0.00%', '0.00%'],
      ['left', '0.00%', '100.00%']
    ]);
  });

  it('when there is no credit at all and none is used, then nothing is drawn as left', () => {
    const none = { limit: '0.00', used: '0.00', amountDue: '0.00', openOrders: '0.00', left: '0.00' };
    expect(drawn({ ...CREDIT, ...none } as Credit).map(([kind, , width]) => [kind, width])).toEqual([
      ['amount-due', '0.00%'],
      ['open-orders', '0.00%'],
      ['left', '0.00%']
    ]);
  });
});
