import { createElement } from 'lwc';
import { getObjectInfo, getPicklistValuesByRecordType } from 'lightning/uiObjectInfoApi';
import FirstLoad from 'c/firstLoad';
import {
  byId,
  find,
  findAxeViolations,
  settle,
  shown,
  textOf
} from '../../../../shared/lwc/__tests__/support';

interface TestWire {
  emit(value: unknown): void;
}
const infoWire = getObjectInfo as unknown as TestWire;
const picklistWire = getPicklistValuesByRecordType as unknown as TestWire;

const counts = { read: 0, created: 0, updated: 0, unchanged: 0, skipped: 0, failed: 0 };
const run = (runId: number, pair: string, changes: object = {}) => ({
  runId,
  pair,
  label: pair,
  mode: 'full',
  trigger: 'set-up',
  state: 'succeeded',
  stopRequested: false,
  mappingVersion: 0,
  counts,
  causes: {},
  startedAt: '2026-11-22T09:30:00.000Z',
  lastSignAt: '2026-11-22T09:30:00.000Z',
  finishedAt: '2026-11-22T09:31:00.000Z',
  watermarkBefore: null,
  watermarkAfter: null,
  reason: null,
  ...changes
});
const CUSTOMERS = 'Account-customer';
const CONTACTS = 'Contact-contact';
const slow = { code: 'LB302', title: 'Slow', detail: 'Too slow.', action: 'Wait.', retryable: true };

const mount = async (properties: Record<string, unknown> = {}) => {
  const element = createElement('c-first-load', { is: FirstLoad });
  const told = jest.fn();
  element.addEventListener('statechange', (event) => {
    if (event instanceof CustomEvent) told(event.detail);
  });
  Object.assign(element, { pairs: [CONTACTS, CUSTOMERS], ...properties });
  document.body.appendChild(element);
  await settle();
  return { element, told };
};

type FlowElement = HTMLElement & {
  flowApiName: string;
  flowInputVariables: { name: string; value: unknown }[];
};
const flowsOf = (host: Element) => [
  ...(find(host, 'c-sage-request').shadowRoot?.querySelectorAll<FlowElement>('lightning-flow') ?? [])
];
const asked = (element: Element) => {
  const [flow] = flowsOf(element);
  if (flow === undefined) throw new Error('No flow is running');
  return [
    flow.flowApiName,
    Object.fromEntries(flow.flowInputVariables.map(({ name, value }) => [name, value]))
  ] as const;
};
const reply = async (element: Element, outputs: Record<string, unknown>) => {
  const outputVariables = Object.entries({ outcome: 'ANSWERED', ...outputs }).map(([name, value]) => ({
    name,
    value
  }));
  const [flow] = flowsOf(element);
  flow?.dispatchEvent(
    new CustomEvent('statuschange', { detail: { status: 'FINISHED_SCREEN', outputVariables } })
  );
  await settle();
};
const answerRuns = (element: Element, ...items: unknown[]) =>
  reply(element, { answerJson: JSON.stringify({ items, asOf: '2026-11-22T09:30:00.000Z' }) });
const estimate = (records: number, linked = 0) => ({
  records,
  linked,
  apiRequests: Math.ceil(records / 100),
  storageMegabytes: 2
});
const rowTexts = (element: Element) =>
  [...(element.shadowRoot?.querySelectorAll('[data-id="row"]') ?? [])].map(textOf);

describe('c-first-load', () => {
  afterEach(() => document.body.replaceChildren());

  it('when no object is switched on, then it says where that is done, and asks nothing', async () => {
    const { element, told } = await mount({ pairs: [] });
    expect(textOf(shown(element, 'none'))).toContain('No object is switched on yet');
    shown(element, 'objects').click();
    expect(flowsOf(element)).toHaveLength(0);
    expect(told).toHaveBeenLastCalledWith({ state: 'todo' });
    expect(await findAxeViolations(element)).toEqual([]);
  });

  it('when nobody knows what is on, then it is loading', async () => {
    const { element } = await mount({ pairs: undefined });
    expect(byId(element, 'loading')).toBeDefined();
    expect(flowsOf(element)).toHaveLength(0);
  });

  it('when nothing was loaded yet, then the objects stand in the order of their dependencies, by their labels', async () => {
    const { element, told } = await mount({ requestsToday: '900 of 1000 are left.' });
    infoWire.emit({ defaultRecordTypeId: '012000000000000AAA', fields: {} });
    picklistWire.emit({
      picklistFieldValues: {
        Object_Pair__c: { values: [{ value: CUSTOMERS, label: 'Accounts and Customers' }] }
      }
    });
    expect(asked(element)).toEqual(['Sage_List_Syncs', { pageSize: 100 }]);
    await answerRuns(element, run(3, CUSTOMERS, { mode: 'changes' }));
    expect(rowTexts(element)).toEqual([
      'Accounts and Customers not counted yet Not loaded yet',
      'Contact-contact not counted yet Not loaded yet'
    ]);
    expect(textOf(shown(element, 'today'))).toBe('Today: 900 of 1000 are left.');
    expect(told).toHaveBeenLastCalledWith({ state: 'todo' });
    expect(await findAxeViolations(element)).toEqual([]);
  });

  it('when it is estimated, then each object is counted in turn, and the total is told', async () => {
    const { element } = await mount();
    await answerRuns(element);
    shown(element, 'estimate').click();
    await settle();
    expect(asked(element)).toEqual(['Sage_Estimate_Sync', { pair: CUSTOMERS }]);
    expect(shown(element, 'start')).toMatchObject({ disabled: true });
    await reply(element, estimate(1200, 200));
    expect(asked(element)).toEqual(['Sage_Estimate_Sync', { pair: CONTACTS }]);
    await reply(element, estimate(300));
    expect(rowTexts(element)[0]).toContain('1,200 200 12 2');
    expect(textOf(shown(element, 'total'))).toBe('Total 1,500 200 15 4');
    expect(textOf(shown(element, 'announcement'))).toBe('Estimate is ready: 1,500 records.');
    expect(shown(element, 'start')).toMatchObject({ disabled: false });
  });

  it('when one object cannot be counted, then it says why, and the others are counted', async () => {
    const { element } = await mount();
    await answerRuns(element);
    shown(element, 'estimate').click();
    await settle();
    await reply(element, { serverProblemJson: JSON.stringify(slow) });
    await reply(element, estimate(300));
    expect(rowTexts(element)[0]).toContain('could not be counted');
    expect(textOf(shown(element, 'total'))).toContain('300');
    expect(shown(element, 'error-panel').dataset.code).toBe('LB302');
  });

  it('when it is started, then everything that is on is loaded in full, and its progress is shown', async () => {
    const { element, told } = await mount();
    await answerRuns(element);
    shown(element, 'start').click();
    await settle();
    expect(asked(element)).toEqual(['Sage_Start_Sync', { pair: 'all', mode: 'full', startedBy: 'set-up' }]);
    await reply(element, { started: 2, alreadyRunning: 0, runIds: '7,8' });
    const going = { state: 'running', finishedAt: null };
    await answerRuns(element, run(8, CONTACTS, going), run(7, CUSTOMERS, going));
    expect(shown(element, 'progress')).toMatchObject({ runIds: [7, 8] });
    expect(shown(element, 'start')).toMatchObject({ disabled: true });
    expect(told).toHaveBeenLastCalledWith({ state: 'running' });

    shown(element, 'progress').dispatchEvent(new CustomEvent('ended', { detail: { runs: [] } }));
    await settle();
    await answerRuns(element, run(8, CONTACTS), run(7, CUSTOMERS));
    expect(byId(element, 'done')).toBeDefined();
    expect(shown(element, 'progress')).toMatchObject({ runIds: [7, 8] });
    expect(told).toHaveBeenLastCalledWith({ state: 'ok' });
    expect(rowTexts(element)[0]).toContain('Loaded Nov 22, 2026');
  });

  it('when one object is to be loaded alone, then only that is started', async () => {
    const { element } = await mount();
    await answerRuns(element);
    shown(element, 'start-one').click();
    await settle();
    expect(asked(element)[1]).toMatchObject({ pair: CUSTOMERS, mode: 'full' });
  });

  it('when the service refuses the start, then it says why, and it can be started again', async () => {
    const { element } = await mount();
    await answerRuns(element);
    shown(element, 'start').click();
    await settle();
    await reply(element, { clientProblemJson: JSON.stringify({ ...slow, code: 'LB791', retryable: false }) });
    expect(shown(element, 'error-panel').dataset.code).toBe('LB791');
    expect(shown(element, 'start')).toMatchObject({ disabled: false });
  });

  it('when a load failed, then it says so with a way to the failures', async () => {
    const { element, told } = await mount();
    await answerRuns(element, run(8, CONTACTS), run(7, CUSTOMERS, { state: 'failed', reason: 'LB783' }));
    expect(byId(element, 'incomplete')).toBeDefined();
    shown(element, 'failures').click();
    expect(told).toHaveBeenLastCalledWith({ state: 'failed' });
  });

  it('when a load goes on as the page is opened, then its progress is shown', async () => {
    const { element } = await mount();
    await answerRuns(element, run(7, CUSTOMERS, { state: 'running', finishedAt: null }));
    expect(shown(element, 'progress')).toMatchObject({ runIds: [7] });
  });

  it('when the runs cannot be read, then it says so, and asks again when told to', async () => {
    const { element } = await mount();
    await reply(element, { serverProblemJson: JSON.stringify(slow) });
    expect(shown(element, 'error-panel').dataset.code).toBe('LB302');
    shown(element, 'error-panel').dispatchEvent(new CustomEvent('retry'));
    await settle();
    expect(flowsOf(element)).toHaveLength(1);
  });
});
