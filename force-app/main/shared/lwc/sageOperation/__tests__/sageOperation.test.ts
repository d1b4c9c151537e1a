import { ask } from 'c/sageOperation';
import type { Transport } from 'c/sageOperation';
import type { FlowReply, FlowRequest } from 'c/flowRequest';

const problem = {
  code: 'LB405',
  title: 'No such job',
  detail: 'Job 7 is not there.',
  action: 'Look at the list again.',
  retryable: false
};

function answering(outputs: FlowReply['outputs']): Transport & { readonly asked: FlowRequest[] } {
  const asked: FlowRequest[] = [];
  return {
    asked,
    request(request) {
      asked.push(request);
      return Promise.resolve({ outputs });
    }
  };
}

describe('ask', () => {
  it('when the service answers, then the reader gets its text, and inputs went by their types', async () => {
    const transport = answering({ outcome: 'ANSWERED', answerJson: '{"a":1}' });
    const inputs = { pair: 'Account-customer', pageSize: 20, cursor: undefined };
    const asked = await ask(transport, 'Sage_List_Syncs', inputs, ({ json }) => json);
    expect(asked).toEqual({ kind: 'answer', value: '{"a":1}' });
    expect(transport.asked).toEqual([
      {
        flowApiName: 'Sage_List_Syncs',
        inputVariables: [
          { name: 'pair', type: 'String', value: 'Account-customer' },
          { name: 'pageSize', type: 'Number', value: 20 }
        ]
      }
    ]);
  });

  it('when the answer has parts, then the reader gets them by name', async () => {
    const transport = answering({ outcome: 'ANSWERED', records: 5000, runIds: '1,2' });
    const asked = await ask(transport, 'Sage_Start_Sync', {}, (answer) => [
      answer.number('records'),
      answer.text('runIds')
    ]);
    expect(asked).toEqual({ kind: 'answer', value: [5000, '1,2'] });
  });

  it.each([
    ['clientProblemJson', 'ANSWERED'],
    ['serverProblemJson', 'ANSWERED'],
    ['clientProblemJson', 'FAULT']
  ])('when %s comes with %s, then it is the problem', async (name, outcome) => {
    const transport = answering({ outcome, [name]: JSON.stringify(problem) });
    expect(await ask(transport, 'Sage_Get_Dead_Letter', {}, () => 0)).toMatchObject({
      kind: 'problem',
      problem: { code: 'LB405' }
    });
  });

  it('when the user may not use the credential, then the problem says so', async () => {
    const faultMessage = `We couldn't access the credential(s).`;
    const transport = answering({ outcome: 'FAULT', faultMessage });
    const asked = await ask(transport, 'Sage_Get_Status', {}, () => 0);
    expect(asked).toMatchObject({ kind: 'problem', problem: { code: 'LB801' } });
  });

  it.each([
    ['the flow ends without an outcome', answering({}), 'LB804'],
    ['a part is not there', answering({ outcome: 'ANSWERED' }), 'LB804'],
    ['the flow cannot be run', { request: () => Promise.reject(new Error('away')) }, 'LB809']
  ])('when %s, then it is a problem and nothing is thrown', async (_, transport, code) => {
    const asked = await ask(transport, 'Sage_Start_Sync', {}, (answer) => answer.text('runIds'));
    expect(asked).toMatchObject({ kind: 'problem', problem: { code } });
  });
});
