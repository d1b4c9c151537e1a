import { createElement } from 'lwc';
import OpenOrderList from 'c/openOrderList';
import type { OpenOrder } from 'c/openOrderList';
import { find, findAxeViolations, shown, textOf } from '../../../../shared/lwc/__tests__/support';

const ORDER: OpenOrder = {
  salesOrderNo: '0000184',
  orderDate: '2026-11-12',
  shipDate: '2026-11-25',
  status: 'open',
  customerPONo: '101255',
  total: '561.00'
};
const BARE: OpenOrder = {
  salesOrderNo: '0000331',
  orderDate: undefined,
  shipDate: undefined,
  status: 'hold',
  customerPONo: undefined,
  total: '0.00'
};

const mount = (...orders: OpenOrder[]) => {
  const element = createElement('c-open-order-list', { is: OpenOrderList });
  Object.assign(element, { orders, currency: 'USD' });
  document.body.appendChild(element);
  return element;
};

describe('c-open-order-list', () => {
  afterEach(() => document.body.replaceChildren());

  it('when there are orders, then each is a row with what is known of it', async () => {
    const element = mount(ORDER, BARE);
    const rows = [...(element.shadowRoot?.querySelectorAll('tbody tr') ?? [])].map((row) => textOf(row));
    expect(rows).toEqual([
      '0000184 PO 101255 Nov 12, 2026 Ships Nov 25, 2026 Open $561.00',
      '0000331 On hold $0.00'
    ]);
    expect(find(element, '[data-value="561.00"]')).toBeTruthy();
    expect(await findAxeViolations(element)).toEqual([]);
  });

  it('when there are none, then it says so', async () => {
    const element = mount();
    expect(textOf(shown(element, 'no-orders'))).toBe('No open orders.');
    expect(await findAxeViolations(element)).toEqual([]);
  });
});
