import { createElement } from 'lwc';
import AgingChart from 'c/agingChart';
import type { Aging } from 'c/agingChart';
import {
  byId,
  find,
  findAxeViolations,
  settle,
  shown,
  textOf
} from '../../../../shared/lwc/__tests__/support';

const bucket = (amount: Aging['total'], fromDays?: number, toDays?: number) => ({ amount, fromDays, toDays });
const COMPUTED: Aging = {
  kind: 'computed',
  day: '2026-11-22',
  basis: 'invoice-date',
  openInvoiceCount: 7,
  buckets: [bucket('3000.00', undefined, 30), bucket('1500.00', 31, 60), bucket('-750.00', 61)],
  total: '3750.00'
};
const STORED: Aging = { ...COMPUTED, kind: 'stored', day: '2026-11-15', total: '3800.00' };
const SAVED: Aging = {
  kind: 'saved',
  day: undefined,
  buckets: [bucket('1.00'), bucket('2.00')],
  total: '3.00'
};

const mount = (...agings: Aging[]) => {
  const element = createElement('c-aging-chart', { is: AgingChart });
  Object.assign(element, { agings, currency: 'USD' });
  document.body.appendChild(element);
  return element;
};
const rowsOf = (element: Element) =>
  [...(element.shadowRoot?.querySelectorAll('tbody tr') ?? [])].map((row) => textOf(row));
const barsOf = (element: Element) =>
  [...(element.shadowRoot?.querySelectorAll('rect') ?? [])].map((bar) => bar.getAttribute('width'));
const choose = async (element: Element, value: string) => {
  shown(element, 'aging-choice').dispatchEvent(new CustomEvent('change', { detail: { value } }));
  await settle();
};

describe('c-aging-chart', () => {
  afterEach(() => document.body.replaceChildren());

  it('when there is an aging, then each period has a name, an amount and a bar of its length', async () => {
    const element = mount(COMPUTED, STORED);
    expect(rowsOf(element)).toEqual(['Current $3,000.00', '31–60 days $1,500.00', 'Over 60 days -$750.00']);
    expect(barsOf(element)).toEqual(['100.00%', '50.00%', '25.00%']);
    expect(shown(element, 'aging-total').dataset).toMatchObject({ value: '3750.00' });
    expect(await findAxeViolations(element)).toEqual([]);
  });

  it('when it is read out, then it is a table with named columns, and bars are passed over', () => {
    const root = mount(COMPUTED).shadowRoot;
    const headings = [...(root?.querySelectorAll('thead th') ?? [])];
    expect(headings.map((heading) => textOf(heading))).toEqual(['Period', 'Amount']);
    const passedOver = [...(root?.querySelectorAll('tr') ?? [])].map(
      (row) => row.querySelectorAll('[aria-hidden="true"]').length
    );
    expect(passedOver).toEqual([1, 1, 1, 1, 1]);
  });

  it('when a period is a credit balance, then its bar looks different', () => {
    expect(find(mount(COMPUTED), 'tr:nth-child(3) rect').classList).toContain('bar_credit');
  });

  it('when the reader chooses, then the other aging is shown, each with the day it is of', async () => {
    const element = mount(COMPUTED, STORED);
    expect(textOf(shown(element, 'aging-caption'))).toBe(
      'Added up from 7 open invoices. Aged by invoice date as of Nov 22, 2026.'
    );
    await choose(element, 'stored');
    expect(shown(element, 'aging-choice')).toMatchObject({ value: 'stored' });
    expect(textOf(shown(element, 'aging-caption'))).toBe(
      'As Sage stored it when aging was last run on Nov 15, 2026.'
    );
    expect(textOf(shown(element, 'aging-total'))).toBe('$3,800.00');
  });

  it('when the chosen aging is gone after a refresh, then the first is shown', async () => {
    const element = mount(COMPUTED, STORED);
    await choose(element, 'stored');
    element.agings = [SAVED];
    await settle();
    expect(rowsOf(element)).toEqual(['Current $1.00', 'Period 1 $2.00']);
    expect(byId(element, 'aging-choice')).toBeUndefined();
    expect(textOf(shown(element, 'aging-caption'))).toContain('Saved on the account');
    expect(await findAxeViolations(element)).toEqual([]);
  });

  it('when there is one invoice, aged by due date, then the words agree', () => {
    const element = mount({ ...COMPUTED, openInvoiceCount: 1, basis: 'due-date' });
    expect(textOf(shown(element, 'aging-caption'))).toBe(
      'Added up from 1 open invoice. Aged by due date as of Nov 22, 2026.'
    );
  });

  it('when Sage has never run aging, then it says so', () => {
    expect(textOf(shown(mount({ ...STORED, day: undefined }), 'aging-caption'))).toContain(
      'does not say when'
    );
  });

  it('when there are no open invoices, then words stand in place of an empty chart', async () => {
    const element = mount({ ...COMPUTED, openInvoiceCount: 0 }, STORED);
    expect(textOf(shown(element, 'no-invoices'))).toBe('No open invoices.');
    expect(element.shadowRoot?.querySelector('table')).toBeNull();
    expect(await findAxeViolations(element)).toEqual([]);
    await choose(element, 'stored');
    expect(rowsOf(element)).toHaveLength(3);
  });

  it('when there is no aging at all, then there is nothing', () => {
    expect(textOf(mount())).toBe('');
  });
});
