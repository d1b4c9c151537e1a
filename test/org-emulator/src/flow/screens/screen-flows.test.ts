import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { containing } from '../../testing/matchers.ts';
import { type FlowOrg, startFlowOrg } from '../testing/flow-org.ts';
import type { ScreenFlowState } from './screen-interviews.ts';

let flows: FlowOrg;
const base = '/services/data/v66.0/flow-runtime';

beforeAll(async () => {
  flows = await startFlowOrg();
});
afterAll(() => flows.close());
beforeEach(() => {
  flows.org.reset();
  flows.service.answer = { status: 200, body: 'the summary' };
});

async function post(path: string, body: object = {}): Promise<ScreenFlowState> {
  return flows.connection.requestPost<ScreenFlowState>(`${base}${path}`, body);
}

async function start(): Promise<string> {
  return (await post('/Order_Desk')).interviewGuid;
}

describe('screen flows', () => {
  it('when one is started, then its first screen is told with values, choices and what is visible', async () => {
    const state = await post('/Order_Desk');
    expect(state).toMatchObject({ status: 'STARTED', screen: { name: 'Who', allowBack: false } });
    expect(state.screen?.fields).toMatchObject([
      { name: 'Greeting', text: '<p>Hello Ada</p>' },
      { name: 'Customer', required: true, value: null },
      { name: 'Quantity', value: 1 },
      { name: 'Speed', value: 'slow', choices: [{ label: 'Slow', value: 'slow' }, { label: 'Fast' }] },
      { name: 'Reason', visible: false }
    ]);
  });

  it('when what is given is wrong, then the screen stays and says at which field', async () => {
    const guid = await start();
    const state = await post(`/interviews/${guid}/next`, { values: { Customer: 'abf', Speed: 'fast' } });
    expect(state).toMatchObject({
      status: 'STARTED',
      screen: { name: 'Who' },
      errors: [{ field: 'Customer', message: 'Write it as 01-ABF.' }, { field: 'Reason' }]
    });
  });

  it('when it is led on, then callout, component, action and finish do their parts', async () => {
    const guid = await start();
    await post(`/interviews/${guid}/actions/Double_It`, { values: { Quantity: 21 } });
    const second = await post(`/interviews/${guid}/next`, { values: { Customer: '01-ABF' } });
    expect(second.screen?.fields).toMatchObject([
      { component: 'c:balance', inputs: { json: 'the summary' } }
    ]);
    const end = await post(`/interviews/${guid}/next`, { values: { Balance: { note: 'looks fine' } } });
    expect(end).toMatchObject({
      status: 'FINISHED',
      outputVariables: [{ name: 'note', dataType: 'String', value: 'looks fine' }]
    });
    const { records } = await flows.connection.query(
      'SELECT Name, Description, NumberOfEmployees FROM Account'
    );
    expect(records).toMatchObject([{ Name: '01-ABF', Description: 'looks fine', NumberOfEmployees: 42 }]);
    await expect(post(`/interviews/${guid}/next`)).rejects.toMatchObject({ errorCode: 'NOT_FOUND' });
  });

  it('when the user goes back, then the screen before has the values that were given', async () => {
    const guid = await start();
    await post(`/interviews/${guid}/next`, { values: { Customer: '01-ABF', Quantity: 5 } });
    const state = await post(`/interviews/${guid}/back`);
    expect(state.screen?.fields).toMatchObject([{}, { value: '01-ABF' }, { value: 5 }, {}, {}]);
    await expect(post(`/interviews/${guid}/back`)).rejects.toMatchObject({ errorCode: 'INVALID_INPUT' });
  });

  it('when the callout fails, then the fault path shows its screen', async () => {
    flows.service.answer = { status: 302, body: '' };
    const guid = await start();
    const state = await post(`/interviews/${guid}/next`, { values: { Customer: '01-ABF' } });
    expect(state.screen).toMatchObject({ name: 'Failed', fields: [{ text: containing('302') }] });
  });
});
