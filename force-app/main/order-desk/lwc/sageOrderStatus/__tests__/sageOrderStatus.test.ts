import { createElement } from 'lwc';
import { getRecord, notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import SageOrderStatus from 'c/sageOrderStatus';
import { byId, findAxeViolations, settle, shown } from '../../../../shared/lwc/__tests__/support';

interface TestWire {
  emit(value: unknown): void;
  error(body: unknown, status: number, statusText: string): void;
}
const recordWire = getRecord as unknown as TestWire;
const notify = notifyRecordUpdateAvailable as unknown as jest.Mock;

const RECORD_ID = '006000000000001AAA';
const NOW = Date.parse('2026-11-22T10:00:00.000Z');

const empty = {
  Sage_Sales_Order_No__c: null,
  Sage_Order_Status__c: null,
  Sage_Order_Subtotal__c: null,
  Sage_Order_Discount__c: null,
  Sage_Order_Tax__c: null,
  Sage_Order_Freight__c: null,
  Sage_Order_Total__c: null,
  Sage_Sync_State__c: null,
  Sage_Sync_Code__c: null,
  Sage_Sync_Message__c: null,
  Sage_Requested_Action__c: null,
  Sage_Requested_At__c: null,
  Sage_Synced_At__c: null
};
const requested = {
  Sage_Sync_State__c: 'Requested',
  Sage_Requested_Action__c: 'submit',
  Sage_Requested_At__c: '2026-11-22T09:59:59.000Z'
};
const done = {
  Sage_Sync_State__c: 'Done',
  Sage_Sales_Order_No__c: '0000115',
  Sage_Order_Status__c: 'New',
  Sage_Order_Subtotal__c: 1250.5,
  Sage_Order_Discount__c: 0,
  Sage_Order_Tax__c: 103.17,
  Sage_Order_Freight__c: 25,
  Sage_Order_Total__c: 1378.67,
  Sage_Synced_At__c: '2026-11-22T09:59:00.000Z'
};

const emit = async (values: Record<string, unknown>, apiName = 'Opportunity') => {
  const fields = Object.fromEntries(
    Object.entries({ ...empty, ...values }).map(([name, value]) => [name, { value, displayValue: null }])
  );
  recordWire.emit({ apiName, id: RECORD_ID, fields });
  await settle();
};

const mount = (objectApiName = 'Opportunity') => {
  const element = createElement('c-sage-order-status', { is: SageOrderStatus });
  element.recordId = RECORD_ID;
  element.objectApiName = objectApiName;
  document.body.appendChild(element);
  return element;
};

const open = async (values: Record<string, unknown> = {}, objectApiName = 'Opportunity') => {
  const element = mount(objectApiName);
  await settle();
  await emit(values, objectApiName);
  return element;
};

const wordsOf = (element: Element, id: string) => shown(element, id).textContent;

/** What the progress indicator is given; in tests it is a stub with the same properties. */
interface ProgressIndicator extends HTMLElement {
  readonly currentStep: string;
  readonly hasError: boolean;
}
const isIndicator = (element: HTMLElement): element is ProgressIndicator => 'currentStep' in element;

const stepOf = (element: Element): ProgressIndicator => {
  const indicator = shown(element, 'progress');
  if (!isIndicator(indicator)) throw new Error('No progress indicator is shown');
  return indicator;
};

describe('c-sage-order-status', () => {
  beforeEach(() => {
    notify.mockClear();
    notify.mockResolvedValue(undefined);
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.useRealTimers();
  });

  /** Only where time matters: what checks accessibility needs real timers. */
  const stopTheClock = () =>
    jest.useFakeTimers({ now: NOW, doNotFake: ['queueMicrotask', 'nextTick', 'setImmediate'] });

  it('when the record has not come, then it is loading', async () => {
    const element = mount();
    await settle();
    expect(shown(element, 'loading')).toBeTruthy();
    expect(byId(element, 'order')).toBeUndefined();
  });

  it.each([
    ['Opportunity', 'When this opportunity is won'],
    ['Order', 'When this order is activated']
  ])('when nothing was asked for on an %s, then it says when it goes to Sage', async (object, words) => {
    const element = await open({}, object);
    expect(wordsOf(element, 'none')).toContain(words);
    expect(stepOf(element).currentStep).toBe('');
    expect(notify).not.toHaveBeenCalled();
    expect(await findAxeViolations(element)).toEqual([]);
  });

  it('when an order is asked for, then the record is read again until Sage has answered, and no longer', async () => {
    stopTheClock();
    const element = await open(requested);
    expect(wordsOf(element, 'requested')).toBe('The order is on its way to Sage.');
    expect(stepOf(element).currentStep).toBe('asked');

    await jest.advanceTimersByTimeAsync(1_000);
    expect(notify).toHaveBeenCalledWith([{ recordId: RECORD_ID }]);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(notify).toHaveBeenCalledTimes(2);

    await emit(done);
    expect(wordsOf(element, 'order-number')).toBe('0000115');
    await jest.advanceTimersByTimeAsync(600_000);
    expect(notify).toHaveBeenCalledTimes(2);
  });

  it('when Sage has the order, then number, status and totals are shown, and read out once', async () => {
    const element = await open(requested);
    await emit(done);

    expect(stepOf(element).currentStep).toBe('sage');
    expect(wordsOf(element, 'subtotal')).toBe('$1,250.50');
    expect(byId(element, 'discount')).toBeUndefined();
    expect(shown(element, 'total').dataset.value).toBe('1378.67');
    expect(wordsOf(element, 'announcement')).toBe(
      'Sales order 0000115 stands in Sage, New, total $1,378.67.'
    );
    expect(await findAxeViolations(element)).toEqual([]);
  });

  it('when Sage takes long, then it says that nothing is lost', async () => {
    stopTheClock();
    const element = await open(requested);
    expect(byId(element, 'long-wait')).toBeUndefined();
    await jest.advanceTimersByTimeAsync(40_000);
    await settle();
    expect(wordsOf(element, 'long-wait')).toContain('Nothing is lost');
    jest.useRealTimers();
    expect(await findAxeViolations(element)).toEqual([]);
  });

  it('when the order failed, then the panel shows code, reason and what to do, and the order of before stays', async () => {
    const element = await open({
      ...done,
      Sage_Sync_State__c: 'Failed',
      Sage_Sync_Code__c: 'LB402',
      Sage_Sync_Message__c: 'Item "X-1" is not in Sage.'
    });
    expect(shown(element, 'error-panel').dataset.code).toBe('LB402');
    expect(stepOf(element).hasError).toBe(true);
    expect(wordsOf(element, 'order-number')).toBe('0000115');
    expect(await findAxeViolations(element)).toEqual([]);
  });

  it('when Sage remarked something, then it is shown with the order', async () => {
    const element = await open({ ...done, Sage_Sync_Message__c: 'The customer is over the credit limit.' });
    expect(wordsOf(element, 'note')).toBe('The customer is over the credit limit.');
  });

  it('when the user may not see the fields, then it says whom to ask', async () => {
    const element = mount();
    await settle();
    recordWire.emit({ apiName: 'Opportunity', id: RECORD_ID, fields: {} });
    await settle();
    expect(wordsOf(element, 'no-access')).toContain('Ledger Bridge Rep');
    expect(await findAxeViolations(element)).toEqual([]);
  });

  it('when the record cannot be read, then the error panel says why', async () => {
    const element = mount();
    await settle();
    recordWire.error({ message: 'The record was deleted.' }, 404, 'Not Found');
    await settle();
    expect(shown(element, 'error-panel')).toBeTruthy();
    expect(byId(element, 'loading')).toBeUndefined();
  });

  it('when the component leaves the page while it waits, then it reads no more', async () => {
    stopTheClock();
    const element = await open(requested);
    element.remove();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(notify).not.toHaveBeenCalled();
  });
});
