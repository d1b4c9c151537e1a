import { createElement } from 'lwc';
import { graphql } from 'lightning/graphql';
import { CurrentPageReference, NavigationMixin } from 'lightning/navigation';
import SageMonitor from 'c/sageMonitor';
import {
  byId,
  find,
  findAxeViolations,
  settle,
  shown,
  textOf
} from '../../../../shared/lwc/__tests__/support';
import { BUSY_LINES, NO_LINES, NO_RUNS, NOW, RUN, RUNS, TROUBLED, WELL } from './fixtures';

/** sfdx-lwc-jest puts test adapters in the place of the wire adapters. */
interface TestWire {
  emit(value: unknown): void;
  emitErrors(errors: readonly { readonly message: string }[]): void;
}
const linesWire = graphql as unknown as TestWire;
const pageWire = CurrentPageReference as unknown as TestWire;
const navigate = jest.fn();
Object.assign(SageMonitor.prototype, { [NavigationMixin.Navigate]: navigate });

const ANSWERS: Readonly<Record<string, unknown>> = {
  Sage_Get_Activity: WELL,
  Sage_List_Syncs: RUNS,
  Sage_Get_Sync: RUN
};

const mount = () => {
  const element = createElement('c-sage-monitor', { is: SageMonitor });
  document.body.appendChild(element);
  return element;
};

interface RunningFlow extends Element {
  readonly flowApiName?: string;
}
const flowsOf = (element: Element): RunningFlow[] => [
  ...(find(element, 'c-sage-request').shadowRoot?.querySelectorAll('lightning-flow') ?? [])
];

/** Ends every flow that runs with its answer; an answer that is undefined is the fault of a user without access. */
const answer = async (element: Element, answers: Readonly<Record<string, unknown>> = {}) => {
  const all = { ...ANSWERS, ...answers };
  for (const flow of flowsOf(element)) {
    const found = all[flow.flowApiName ?? ''];
    const outputs =
      found === undefined
        ? { outcome: 'FAULT', faultMessage: "We couldn't access the credential(s)." }
        : { outcome: 'ANSWERED', answerJson: JSON.stringify(found) };
    const outputVariables = Object.entries(outputs).map(([name, value]) => ({ name, value }));
    flow.dispatchEvent(
      new CustomEvent('statuschange', { detail: { status: 'FINISHED_SCREEN', outputVariables } })
    );
  }
  await settle();
};

const filled = async (answers: Readonly<Record<string, unknown>> = {}, lines: unknown = BUSY_LINES) => {
  const element = mount();
  pageWire.emit({ type: 'standard__navItemPage', attributes: {}, state: {} });
  linesWire.emit(lines);
  await settle();
  await answer(element, answers);
  return element;
};
const concernsOf = (element: Element) => [
  ...(shown(element, 'attention').shadowRoot?.querySelectorAll<HTMLElement>('[data-id="concern"]') ?? [])
];

describe('c-sage-monitor', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: Date.parse(NOW), doNotFake: ['queueMicrotask', 'nextTick'] });
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.useRealTimers();
    navigate.mockClear();
  });

  it('when it is opened, then it says that it is loading', async () => {
    const element = mount();
    await settle();
    expect(byId(element, 'loading')).toBeDefined();
  });

  it('when all is well, then it says so, once, also to a screen reader', async () => {
    const element = await filled({ Sage_List_Syncs: NO_RUNS }, NO_LINES);
    expect(byId(shown(element, 'attention'), 'all-is-well')).toBeDefined();
    expect(textOf(shown(element, 'announcement'))).toBe('All is well. Nothing needs your attention.');
    expect(textOf(shown(element, 'run-chart'))).toContain('No record was moved in this time.');
    expect(textOf(shown(element, 'causes'))).toContain('No failure is open.');
    expect(textOf(shown(element, 'queues'))).toContain('Nothing waits.');
    expect(textOf(shown(element, 'no-runs'))).toContain('No run was made yet.');
    jest.useRealTimers();
    expect(await findAxeViolations(element)).toEqual([]);
  });

  it('when much is wrong, then the worst comes first, each once, with a way to where it is mended', async () => {
    const element = await filled({ Sage_Get_Activity: TROUBLED });
    const concerns = concernsOf(element);
    expect(concerns.map(({ dataset }) => dataset.severity)).toEqual([
      ...['error', 'error', 'error'],
      ...['warning', 'warning', 'warning']
    ]);
    const words = concerns.map((concern) => textOf(concern));
    expect(words[0]).toContain('Sage cannot be read since');
    expect(words[0]).toContain('Sage cannot be reached (LB301)');
    expect(words[1]).toContain('Account-customer: Records were not brought in step');
    expect(words[2]).toContain('3 changes failed for good and wait for your decision.');
    expect(words.slice(3).join(' ')).toContain('/data/AccountChangeEvent is interrupted');
    concerns[1]?.querySelector('button')?.click();
    concerns[2]?.querySelector('button')?.click();
    expect(navigate.mock.calls).toMatchObject([
      [{ attributes: { apiName: 'Sage_Objects' }, state: { c__pair: 'Account-customer' } }],
      [{ attributes: { apiName: 'Sage_Failures' } }]
    ]);
    expect(textOf(shown(element, 'announcement'))).toBe('6 things need your attention.');
    jest.useRealTimers();
    expect(await findAxeViolations(element)).toEqual([]);
  });

  it('when a run failed and no alert says so, then it stands there with a way to the run', async () => {
    const element = await filled({}, NO_LINES);
    expect(concernsOf(element).map((concern) => textOf(concern))).toEqual([
      'The last run of Customers failed. LB420 Sage refused it. Look at the run'
    ]);
    find(shown(element, 'attention'), 'button').click();
    expect(navigate).toHaveBeenCalledWith(
      expect.objectContaining({ attributes: { apiName: 'Sage_Monitor' }, state: { c__run: '17' } })
    );
  });

  it('when records were moved, then they are counted once, by hour, and the table says the same', async () => {
    const element = await filled();
    const chart = shown(element, 'run-chart');
    expect(textOf(byId(chart, 'summary'))).toBe(
      'Last 24 hours: 60 records created or updated, 2.5 an hour; 2 failed.'
    );
    expect(chart.shadowRoot?.querySelectorAll('tbody tr')).toHaveLength(2);
    expect(byId(element, 'cut')).toBeDefined();
  });

  it('when another time is chosen, then the chart has its days', async () => {
    const element = await filled();
    shown(element, 'span').dispatchEvent(new CustomEvent('change', { detail: { value: 'week' } }));
    await settle();
    expect(textOf(byId(shown(element, 'run-chart'), 'summary'))).toContain('Last 7 days: 60 records');
    expect(shown(element, 'run-chart').shadowRoot?.querySelectorAll('g')).toHaveLength(7);
  });

  it('when a cause is chosen, then the failures of that code are opened', async () => {
    const element = await filled();
    const causes = shown(element, 'causes');
    expect(textOf(causes)).toMatch(/Locked \(LB501\) 2 Refused \(LB420\) 1/);
    find(causes, '[data-code="LB420"]').click();
    find(causes, '[data-id="all-failures"]').click();
    expect(navigate.mock.calls).toMatchObject([
      [{ attributes: { apiName: 'Sage_Failures' }, state: { c__code: 'LB420' } }],
      [{ attributes: { apiName: 'Sage_Failures' }, state: {} }]
    ]);
  });

  it('when figures are there, then requests, availability and what waits stand in words', async () => {
    const element = await filled({ Sage_Get_Activity: TROUBLED });
    const budget = textOf(shown(element, 'budget'));
    expect(budget).toContain('80,000 of 100,000 requests of the last 24 hours are used');
    expect(budget).toContain('130,000');
    expect(budget).toContain('held back until');
    const presence = textOf(shown(element, 'availability'));
    expect(presence).toContain('Sage was reachable 91.67% of the time');
    expect(presence).toContain('and it lasts (LB301)');
    expect(textOf(shown(element, 'queues'))).toContain('Orders to Sage 7');
    expect(textOf(shown(element, 'oldest'))).toContain('The oldest open failure is of');
  });

  it('when half a minute passes, then it looks again, and tells nothing when nothing changed', async () => {
    const element = await filled();
    jest.advanceTimersByTime(30_000);
    await settle();
    expect(flowsOf(element).map(({ flowApiName }) => flowApiName)).toEqual([
      'Sage_Get_Activity',
      'Sage_List_Syncs'
    ]);
    const told = textOf(shown(element, 'announcement'));
    await answer(element);
    expect(textOf(shown(element, 'announcement'))).toBe(told);
    expect(told).toBe('2 things need your attention.');
  });

  it('when nobody can see it, then it rests, and looks at once when it is seen again', async () => {
    const element = await filled();
    const hidden = jest.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    document.dispatchEvent(new CustomEvent('visibilitychange'));
    jest.advanceTimersByTime(120_000);
    await settle();
    expect(flowsOf(element)).toEqual([]);
    hidden.mockReturnValue(false);
    document.dispatchEvent(new CustomEvent('visibilitychange'));
    await settle();
    expect(flowsOf(element)).toHaveLength(2);
    hidden.mockRestore();
  });

  it('when the address names a run, then its detail is shown, and back leads to the overview', async () => {
    const element = mount();
    pageWire.emit({ type: 'standard__navItemPage', attributes: {}, state: { c__run: '17' } });
    await settle();
    expect(byId(element, 'run-detail')).toBeUndefined();
    await answer(element);
    const detail = shown(element, 'run-detail');
    expect(textOf(detail)).toContain('Run 17: Customers');
    expect(byId(element, 'attention')).toBeUndefined();
    shown(detail, 'back').click();
    expect(navigate).toHaveBeenCalledWith(expect.objectContaining({ state: {} }));
  });

  it('when the address names a record, then its history is shown, and back leads to the overview', async () => {
    const element = mount();
    const recordId = '001000000000001AAA';
    pageWire.emit({ type: 'standard__navItemPage', attributes: {}, state: { c__record: recordId } });
    await settle();
    await answer(element);
    expect(shown(element, 'record-history')).toHaveProperty('recordId', recordId);
    expect(textOf(shown(element, 'record'))).toContain('History of the record');
    expect(byId(element, 'attention')).toBeUndefined();
    shown(element, 'record-back').click();
    expect(navigate).toHaveBeenCalledWith(expect.objectContaining({ state: {} }));
    pageWire.emit({ type: 'standard__navItemPage', attributes: {}, state: {} });
    await settle();
    expect(byId(element, 'record')).toBeUndefined();
    expect(byId(element, 'attention')).toBeDefined();
  });

  it('when the service cannot be asked, then it says why, and asks again when wanted', async () => {
    const element = mount();
    linesWire.emit(NO_LINES);
    await settle();
    const [flow] = flowsOf(element);
    flow?.dispatchEvent(new CustomEvent('statuschange', { detail: { status: 'ERROR' } }));
    await answer(element);
    expect(shown(element, 'error-panel').dataset.code).toBe('LB802');
    expect(byId(element, 'run-chart')).toBeDefined();
    shown(element, 'error-panel').dispatchEvent(new CustomEvent('retry'));
    await settle();
    await answer(element);
    expect(byId(element, 'error-panel')).toBeUndefined();
  });

  it('when the records cannot be read, then it says so and shows what the service knows', async () => {
    const element = mount();
    linesWire.emitErrors([{ message: 'UNKNOWN_EXCEPTION' }]);
    await settle();
    await answer(element);
    expect(shown(element, 'error-panel').dataset.code).toBe('LB806');
    expect(byId(element, 'attention')).toBeDefined();
  });

  it('when the user lacks access to the records or the service, then it says whom to ask', async () => {
    const element = mount();
    linesWire.emitErrors([{ message: "Field 'Sync_Log__c' in type 'RecordQuery' is undefined" }]);
    await settle();
    expect(textOf(shown(element, 'no-access'))).toContain('permission set Ledger Bridge Admin');
    const other = await filled({ Sage_Get_Activity: undefined });
    expect(byId(other, 'no-access')).toBeDefined();
    expect(byId(other, 'attention')).toBeUndefined();
  });
});
