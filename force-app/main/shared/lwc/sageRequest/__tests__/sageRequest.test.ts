import { createElement } from 'lwc';
import SageRequest from 'c/sageRequest';
import type { FlowRequest } from 'c/flowRequest';
import { settle } from '../../__tests__/support';

const QUESTION: FlowRequest = {
  flowApiName: 'Sage_Customer_Summary',
  inputVariables: [{ name: 'recordId', type: 'String', value: '001000000000001AAA' }],
  timeoutMs: 10_000
};
const OTHER: FlowRequest = {
  ...QUESTION,
  inputVariables: [{ name: 'recordId', type: 'String', value: '001000000000002AAA' }]
};

const mount = () => {
  const element = createElement('c-sage-request', { is: SageRequest });
  document.body.appendChild(element);
  return element;
};

const flowsOf = (element: Element) => [
  ...(element.shadowRoot?.querySelectorAll<HTMLElement & Record<string, unknown>>('lightning-flow') ?? [])
];

const report = (flow: Element | undefined, status: string, outputVariables?: unknown) =>
  flow?.dispatchEvent(new CustomEvent('statuschange', { detail: { status, outputVariables } }));

describe('c-sage-request', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => {
    document.body.replaceChildren();
    // A timer that outlives its interview is a leak, in whatever test it happens.
    if (jest.getTimerCount() > 0) throw new Error(`${jest.getTimerCount()} timers are left behind`);
    jest.useRealTimers();
  });

  it('when a flow is asked for, then a hidden interview runs it once with its inputs', async () => {
    const element = mount();
    const reply = element.request(QUESTION);
    await settle();
    const [flow] = flowsOf(element);
    expect(flow).toMatchObject({
      flowApiName: 'Sage_Customer_Summary',
      flowFinishBehavior: 'NONE',
      flowInputVariables: QUESTION.inputVariables
    });
    expect(flow?.parentElement?.classList.contains('slds-hide')).toBe(true);
    report(flow, 'FINISHED_SCREEN');
    await expect(reply).resolves.toEqual({ outputs: {} });
  });

  it.each(['FINISHED_SCREEN', 'FINISHED'])(
    'when the flow ends with %s, then its outputs come by name and the interview is gone',
    async (status) => {
      const element = mount();
      const reply = element.request(QUESTION);
      await settle();
      report(flowsOf(element)[0], 'STARTED');
      report(flowsOf(element)[0], status, [
        { name: 'outcome', value: 'ANSWERED', dataType: 'STRING' },
        { name: 'responseCode', value: 200, dataType: 'NUMBER' }
      ]);
      await expect(reply).resolves.toEqual({ outputs: { outcome: 'ANSWERED', responseCode: 200 } });
      await settle();
      expect(flowsOf(element)).toHaveLength(0);
    }
  );

  it.each(['ERROR', 'PAUSED'])('when the flow ends with %s, then the request fails so', async (status) => {
    const element = mount();
    const reply = element.request(QUESTION);
    await settle();
    report(flowsOf(element)[0], status, null);
    await expect(reply).rejects.toMatchObject({
      name: 'FlowRequestError',
      failure: status,
      flowApiName: 'Sage_Customer_Summary'
    });
    await settle();
    expect(flowsOf(element)).toHaveLength(0);
  });

  it('when the flow takes longer than allowed, then the request fails and a late end changes nothing', async () => {
    const element = mount();
    const reply = element.request(QUESTION);
    await settle();
    const [flow] = flowsOf(element);
    jest.advanceTimersByTime(9_999);
    await settle();
    expect(flowsOf(element)).toHaveLength(1);
    jest.advanceTimersByTime(1);
    await expect(reply).rejects.toMatchObject({ failure: 'TIMEOUT' });
    report(flow, 'FINISHED_SCREEN', []);
    await settle();
    expect(flowsOf(element)).toHaveLength(0);
  });

  it('when no time is given, then fifteen seconds are allowed', async () => {
    const element = mount();
    const reply = element.request({ flowApiName: 'F', inputVariables: [] });
    jest.advanceTimersByTime(15_000);
    await expect(reply).rejects.toMatchObject({ failure: 'TIMEOUT' });
  });

  it('when the same is asked while it runs, then both share one interview; asked later, it runs anew', async () => {
    const element = mount();
    const replies = [element.request(QUESTION), element.request({ ...QUESTION })];
    await settle();
    expect(flowsOf(element)).toHaveLength(1);
    report(flowsOf(element)[0], 'FINISHED_SCREEN', [{ name: 'outcome', value: 'ANSWERED' }]);
    await expect(Promise.all(replies)).resolves.toHaveLength(2);
    const later = element.request(QUESTION);
    await settle();
    expect(flowsOf(element)).toHaveLength(1);
    report(flowsOf(element)[0], 'FINISHED_SCREEN', []);
    await expect(later).resolves.toEqual({ outputs: {} });
  });

  it('when several run at once, then each gets its own answer in whatever order they end', async () => {
    const element = mount();
    const [first, second] = [element.request(QUESTION), element.request(OTHER)];
    await settle();
    const [firstFlow, secondFlow] = flowsOf(element);
    report(secondFlow, 'FINISHED_SCREEN', [{ name: 'n', value: 2 }]);
    await settle();
    report(firstFlow, 'FINISHED_SCREEN', [{ name: 'n', value: 1 }]);
    await expect(first).resolves.toEqual({ outputs: { n: 1 } });
    await expect(second).resolves.toEqual({ outputs: { n: 2 } });
  });

  it('when the page goes away, then all that runs fails and nothing is left behind', async () => {
    const element = mount();
    const replies = [element.request(QUESTION), element.request(OTHER)];
    await settle();
    element.remove();
    const results = await Promise.allSettled(replies);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(replies[0]).rejects.toMatchObject({ failure: 'DISCONNECTED' });
  });

  it('when it is asked off the page, then it refuses at once; back on the page it works again', async () => {
    const element = mount();
    element.remove();
    await expect(element.request(QUESTION)).rejects.toMatchObject({ failure: 'DISCONNECTED' });
    document.body.appendChild(element);
    const reply = element.request(QUESTION);
    await settle();
    report(flowsOf(element)[0], 'FINISHED_SCREEN', []);
    await expect(reply).resolves.toEqual({ outputs: {} });
  });
});
