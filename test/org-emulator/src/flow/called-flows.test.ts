import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { containing } from '../testing/matchers.ts';
import { type FlowOrg, startFlowOrg } from './testing/flow-org.ts';

let flows: FlowOrg;

beforeAll(async () => {
  flows = await startFlowOrg();
});
afterAll(() => flows.close());
beforeEach(() => {
  flows.org.reset();
  flows.service.requests.length = 0;
  flows.service.answer = { status: 200, body: '{}' };
});

async function names(): Promise<unknown[]> {
  const { records } = await flows.connection.query('SELECT Name FROM Account');
  return records.map(({ Name }): unknown => Name);
}

describe('elements of flows that are called', () => {
  it('when a flow calls another as subflow and as action, then outputs come back', async () => {
    expect(await flows.run('Calls_Others', { number: 3 })).toMatchObject({ result: 12 });
    expect(flows.traceOf('Calls_Others').steps.map(({ name }) => name)).toEqual([
      'Call_Doubles.Double',
      'Call_Doubles',
      'Call_Again.Double',
      'Call_Again'
    ]);
  });

  it('when collections are sorted, filtered, looped through and counted, then each does its part', async () => {
    for (const FirstName of ['Dan', 'Ann', 'Cid', 'Bea']) {
      await flows.connection.sobject('Contact').create({ FirstName, LastName: 'Lee', Department: 'D1' });
    }
    expect(await flows.run('Collections', { department: 'D1' })).toMatchObject({
      text: 'Ann;Cid;',
      names: ['first', 'Ann', 'Cid'],
      rest: ['Ann', 'Cid'],
      count: 2,
      found: 4
    });
  });

  it('when records are created from a collection, then all have ids and can be found and deleted', async () => {
    expect(await flows.run('Saves_Many', { second: 'Two', department: 'D2' })).toMatchObject({
      created: 2,
      found: 0,
      faultMessage: 'DELETE --- There is nothing in Salesforce matching your delete criteria.'
    });
  });

  it('when one record of a collection is refused, then none is created', async () => {
    const { faultMessage } = await flows.run('Saves_Many', { department: 'D3' });
    expect(faultMessage).toContain('tried to create records: REQUIRED_FIELD_MISSING');
    expect((await flows.connection.query('SELECT Id FROM Contact')).totalSize).toBe(0);
  });

  it('when records are upserted by an external id, then the second call updates the first one’s record', async () => {
    const first = await flows.run('Upserts', { name: 'Alder', number: '01-A' });
    const second = await flows.run('Upserts', { name: 'Birch', number: '01-A' });
    expect(second.id).toBe(first.id);
    expect(await names()).toEqual(['Birch']);
  });

  it('when an input is a record collection of another type, then it is refused', async () => {
    await expect(flows.run('Doubles', { number: 'three' })).rejects.toThrow();
  });
});

describe('transactions', () => {
  it('when records are rolled back, then only what came after is stored', async () => {
    await flows.run('Rolls_Back', { name: 'Kept' });
    expect(await names()).toEqual(['Kept']);
  });

  it('when a callout follows a change, then it is refused and nothing is sent', async () => {
    expect(await flows.run('Writes_Then_Calls', { name: 'Alder' })).toMatchObject({
      faultMessage: 'You have uncommitted work pending. Please commit or rollback before calling out'
    });
    expect(flows.service.requests).toEqual([]);
    expect(await names()).toEqual(['Alder']);
  });

  it('when an element fails after a callout, then everything since the callout is undone', async () => {
    await expect(flows.run('Calls_Then_Writes', { name: 'Alder' })).rejects.toThrow();
    expect(flows.traceOf('Calls_Then_Writes')).toMatchObject({ outcome: 'fault' });
    expect(flows.service.requests).toHaveLength(1);
    expect(await names()).toEqual([]);
  });
});

describe('limits', () => {
  it('when a flow queries more than 100 times, then it ends in spite of its fault path', async () => {
    const items = Array.from({ length: 101 }, (_each, index) => `${index}`);
    await expect(flows.run('Too_Many_Queries', { items })).rejects.toThrow();
    expect(flows.traceOf('Too_Many_Queries').faultMessage).toBe('Too many SOQL queries: 101');
    expect(await flows.run('Too_Many_Queries', { items: items.slice(1) })).toMatchObject({ reached: 'yes' });
  });

  it('when a flow goes round, then it ends after 2,000 elements', async () => {
    await expect(flows.run('Runs_Round')).rejects.toThrow();
    expect(flows.traceOf('Runs_Round').steps).toHaveLength(2000);
  });
});

describe('emails and notifications', () => {
  it('when they are sent, then they are in the outbox', async () => {
    await flows.run('Mails', { to: 'a@example.com, b@example.com', recipients: ['005000000000001AAA'] });
    expect(flows.org.outbox.mails).toMatchObject([
      { to: ['a@example.com', 'b@example.com'], subject: 'Hello', from: 'admin@ledger-bridge.example' }
    ]);
    expect(flows.org.outbox.notifications).toMatchObject([{ title: 'Title' }]);
  });

  it('when an address is none, then the fault path is taken and nothing is sent', async () => {
    expect(await flows.run('Mails', { to: 'nobody', recipients: ['x'] })).toMatchObject({
      faultMessage: containing('INVALID_EMAIL_ADDRESS')
    });
    expect(flows.org.outbox.mails).toEqual([]);
  });

  it('when a notification has no recipients, then the fault path is taken', async () => {
    expect(await flows.run('Mails', { to: 'a@example.com', recipients: [] })).toMatchObject({
      faultMessage: containing('recipientIds is empty')
    });
  });
});

describe('External Services with types', () => {
  it('when body and answer are objects, then their properties are set and read by their names', async () => {
    flows.service.answer = { status: 200, body: '{"total": 12.5, "money": {"code": "USD"}}' };
    expect(await flows.run('Sends_Typed', { customer: '01-ABF' })).toMatchObject({
      price: 12.5,
      currency: 'USD',
      code: 200,
      text: '12.5 USD'
    });
    const [request] = flows.service.requests;
    expect(request?.headers['content-type']).toBe('application/json');
    expect(flows.service.bodies).toEqual(['{"customer":"01-ABF","quantity":3,"first-line":{"sku":"A-1"}}']);
  });

  it.each([
    ['{"total": "much"}', 'has no value of type Number'],
    ['<html>', 'it is no JSON']
  ])('when the answer is %s, which its schema does not allow, then it is a fault', async (body, problem) => {
    flows.service.answer = { status: 200, body };
    expect(await flows.run('Sends_Typed', { customer: 'x' })).toMatchObject({
      faultMessage: containing(problem)
    });
  });

  it('when a callout is made, then the request log has it, without token, body or the address behind it', async () => {
    await flows.run('Sends_Typed', { customer: '01-ABF' });
    const noted = flows.org.requests.find({ api: 'callout' });
    expect(noted).toMatchObject([
      { user: 'admin@ledger-bridge.example', method: 'POST', status: 200, counted: false }
    ]);
    expect(noted[0]?.path).toBe('callout:Sage_Callout_Reader/v1/prices');
    expect(JSON.stringify(noted)).not.toMatch(/Bearer|01-ABF|127\.0\.0\.1/);
  });

  it('when a fault is ordered for callouts, then the flow gets it', async () => {
    flows.org.faults.add({
      point: 'callout',
      match: /POST .*\/v1\/prices/,
      after: 0,
      times: 1,
      effect: { kind: 'cut', when: 'before-commit' }
    });
    expect(await flows.run('Sends_Typed', { customer: 'x' })).toMatchObject({
      faultMessage: containing('Connection reset')
    });
    expect(flows.org.requests.find({ api: 'callout' })).toMatchObject([{ status: null }]);
    expect(flows.service.requests).toEqual([]);
  });
});
