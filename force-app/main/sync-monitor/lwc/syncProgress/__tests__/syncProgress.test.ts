import { createElement } from 'lwc';
import SyncProgress from 'c/syncProgress';
import {
  byId,
  find,
  findAxeViolations,
  settle,
  shown,
  textOf
} from '../../../../shared/lwc/__tests__/support';

const counts = { read: 0, created: 0, updated: 0, unchanged: 0, skipped: 0, failed: 0 };
const customers = {
  runId: 7,
  pair: 'Account-customer',
  label: 'Customers',
  mode: 'full',
  trigger: 'operator',
  state: 'running',
  stopRequested: false,
  mappingVersion: 0,
  counts: { ...counts, read: 500, created: 480, failed: 0 },
  causes: {},
  startedAt: '2026-11-22T09:30:00.000Z',
  lastSignAt: '2026-11-22T09:30:00.000Z',
  finishedAt: null,
  watermarkBefore: null,
  watermarkAfter: null,
  reason: null
};
const contacts = { ...customers, runId: 8, pair: 'Contact-contact', label: 'Contacts', counts };
const done = (run: typeof customers, failed = 0) => ({
  ...run,
  state: 'succeeded',
  finishedAt: '2026-11-22T09:31:00.000Z',
  counts: { ...counts, read: 1000, created: 1000 - failed, failed }
});
const slow = {
  code: 'LB302',
  title: 'Sage is slow',
  detail: 'Sage did not answer in time.',
  action: 'Wait a moment.',
  retryable: true
};

const mount = (properties: Record<string, unknown>) => {
  const element = createElement('c-sync-progress', { is: SyncProgress });
  Object.assign(element, { expected: { 'Account-customer': 1000 }, ...properties });
  document.body.appendChild(element);
  return element;
};

const flowsOf = (element: Element) => [
  ...(find(element, 'c-sage-request').shadowRoot?.querySelectorAll<
    HTMLElement & { flowApiName: string; flowInputVariables: { name: string; value: unknown }[] }
  >('lightning-flow') ?? [])
];

const reply = async (element: Element, outputs: Record<string, unknown>) => {
  const outputVariables = Object.entries({ outcome: 'ANSWERED', ...outputs }).map(([name, value]) => ({
    name,
    value
  }));
  const [flow] = flowsOf(element);
  if (flow === undefined) throw new Error('No flow is running');
  flow.dispatchEvent(
    new CustomEvent('statuschange', { detail: { status: 'FINISHED_SCREEN', outputVariables } })
  );
  await settle();
};

const answerRun = (element: Element, run: unknown) => reply(element, { answerJson: JSON.stringify(run) });
const answerPage = (element: Element, ...items: unknown[]) =>
  answerRun(element, { items, asOf: '2026-11-22T09:30:00.000Z' });

const later = async (ms: number) => {
  jest.advanceTimersByTime(ms);
  await settle();
};

const rowsOf = (element: Element) => [
  ...(element.shadowRoot?.querySelectorAll<HTMLElement>('[data-id="run"]') ?? [])
];

describe('c-sync-progress', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => {
    document.body.replaceChildren();
    jest.useRealTimers();
  });

  it('when there are no runs, then it says so and asks nothing', async () => {
    const element = mount({ runIds: [] });
    await settle();
    expect(byId(element, 'empty')).toBeDefined();
    expect(flowsOf(element)).toHaveLength(0);
  });

  it('when one run is watched, then that one is asked for, and again every few seconds', async () => {
    const element = mount({ runIds: [7] });
    await settle();
    expect(byId(element, 'loading')).toBeDefined();
    expect(flowsOf(element)[0]).toMatchObject({
      flowApiName: 'Sage_Get_Sync',
      flowInputVariables: [{ name: 'runId', type: 'Number', value: 7 }]
    });
    await answerRun(element, customers);
    expect(textOf(rowsOf(element)[0])).toContain('500 of about 1,000 read');
    expect(shown(element, 'bar').getAttribute('aria-valuenow')).toBe('50');
    expect(flowsOf(element)).toHaveLength(0);
    await later(3_000);
    expect(flowsOf(element)).toHaveLength(1);
  });

  it('when several are watched, then one question asks for all, and a run that has read nothing waits', async () => {
    const element = mount({ runIds: [7, 8] });
    await settle();
    expect(flowsOf(element).map(({ flowApiName }) => flowApiName)).toEqual(['Sage_List_Syncs']);
    await answerPage(element, contacts, customers);
    expect(rowsOf(element).map(({ dataset }) => dataset.pair)).toEqual([
      'Account-customer',
      'Contact-contact'
    ]);
    expect(textOf(rowsOf(element)[1])).toContain('Waiting for its turn');
    expect(textOf(shown(element, 'summary'))).toBe('0 of 2 objects done');
    jest.useRealTimers();
    expect(await findAxeViolations(element)).toEqual([]);
  });

  it('when a run is not among the newest, then it is asked for by itself', async () => {
    const element = mount({ runIds: [7, 8] });
    await settle();
    await answerPage(element, contacts);
    expect(flowsOf(element)[0]).toMatchObject({ flowApiName: 'Sage_Get_Sync' });
    await answerRun(element, customers);
    expect(rowsOf(element)).toHaveLength(2);
  });

  it('when all have ended, then it says so, fires ended once, and asks no more', async () => {
    const ended = jest.fn();
    const element = mount({ runIds: [7, 8] });
    element.addEventListener('ended', ended);
    await settle();
    await answerPage(element, done(customers), contacts);
    expect(ended).not.toHaveBeenCalled();
    await later(3_000);
    await answerPage(element, done(customers, 2), done(contacts));
    expect(ended).toHaveBeenCalledTimes(1);
    expect(ended).toHaveBeenCalledWith(
      expect.objectContaining({
        detail: { runs: [expect.objectContaining({ runId: 7 }), expect.objectContaining({ runId: 8 })] }
      })
    );
    expect(textOf(shown(element, 'announcement'))).toBe('All runs have ended: 2. Records that failed: 2.');
    expect(shown(element, 'failures')).toMatchObject({ label: '2 records failed: see why' });
    await later(60_000);
    expect(flowsOf(element)).toHaveLength(0);
  });

  it('when a run ended badly, then its reason is shown with a word for its state', async () => {
    const element = mount({ runIds: [7] });
    await settle();
    await answerRun(element, { ...done(customers), state: 'failed', reason: 'LB783: a field has gone.' });
    expect(textOf(shown(element, 'state'))).toBe('Failed');
    expect(textOf(shown(element, 'reason'))).toBe('LB783: a field has gone.');
  });

  it('when the service fails in between, then what was known stays, and it is asked ever less often', async () => {
    const element = mount({ runIds: [7] });
    await settle();
    await answerRun(element, customers);
    await later(3_000);
    await reply(element, { serverProblemJson: JSON.stringify(slow) });
    expect(shown(element, 'error-panel').dataset.code).toBe('LB302');
    expect(rowsOf(element)).toHaveLength(1);
    await later(3_000);
    expect(flowsOf(element)).toHaveLength(0);
    await later(3_000);
    await answerRun(element, customers);
    expect(byId(element, 'error-panel')).toBeUndefined();
  });

  it('when it is stopped, then each run is asked to end, and shows that it was', async () => {
    const element = mount({ runIds: [7], canStop: true });
    await settle();
    await answerRun(element, customers);
    shown(element, 'stop').click();
    await settle();
    expect(flowsOf(element)[0]).toMatchObject({ flowApiName: 'Sage_Stop_Sync' });
    await answerRun(element, { ...customers, stopRequested: true });
    await answerRun(element, { ...customers, stopRequested: true });
    expect(textOf(shown(element, 'state'))).toBe('Stopping after this page');
    expect(shown(element, 'stop')).toMatchObject({ disabled: true });
  });

  it('when stopping is refused, then it says why', async () => {
    const element = mount({ runIds: [7], canStop: true });
    await settle();
    await answerRun(element, customers);
    shown(element, 'stop').click();
    await settle();
    await reply(element, { clientProblemJson: JSON.stringify({ ...slow, code: 'LB206' }) });
    expect(shown(element, 'error-panel').dataset.code).toBe('LB206');
  });

  it('when other runs are watched, then an answer about the former is dropped', async () => {
    const element = mount({ runIds: [7] });
    await settle();
    Object.assign(element, { runIds: [8] });
    await settle();
    await answerRun(element, customers);
    expect(rowsOf(element)).toHaveLength(0);
    await answerRun(element, contacts);
    expect(rowsOf(element).map(({ dataset }) => dataset.pair)).toEqual(['Contact-contact']);
    expect(byId(element, 'bar')).toBeUndefined();
  });

  it('when the page goes away, then nothing is asked any more', async () => {
    const element = mount({ runIds: [7] });
    await settle();
    await answerRun(element, customers);
    element.remove();
    await later(60_000);
    expect(byId(element, 'error-panel')).toBeUndefined();
  });
});
