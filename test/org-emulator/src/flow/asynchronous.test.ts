import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { containing, matching } from '../testing/matchers.ts';
import { type FlowOrg, startFlowOrg } from './testing/flow-org.ts';

let flows: FlowOrg;
const hour = 3_600_000;

beforeAll(async () => {
  flows = await startFlowOrg();
});
afterAll(() => flows.close());
beforeEach(() => {
  flows.org.reset();
  flows.org.clock.stopAt('2030-12-30T10:00:00.000Z');
  flows.org.flows.clear();
  flows.service.answer = { status: 200, body: 'the summary' };
});

async function create(values: Record<string, string>): Promise<string> {
  const { id } = await flows.connection.sobject('Account').create({ Name: 'Alder', ...values });
  return id ?? '';
}

async function read(id: string) {
  return flows.connection.sobject('Account').retrieve(id);
}

async function advance(milliseconds: number): Promise<void> {
  flows.org.clock.advance(milliseconds);
  await flows.org.flows.settled();
}

describe('asynchronous paths', () => {
  it('when the record is committed, then the path runs, calls out, and stores the answer', async () => {
    const id = await create({ Site: 'async', Sage_Customer_No__c: '01-ABF' });
    await flows.org.flows.settled();
    expect(await read(id)).toMatchObject({ Description: 'the summary' });
    expect(flows.traceOf('Async_Summary').trigger).toBe(`AsyncAfterCommit of Account ${id}`);
  });

  it('when its callout fails, then its fault path runs', async () => {
    flows.service.answer = { status: 302, body: '' };
    await create({ Site: 'async', Sage_Customer_No__c: '01-ABF' });
    await flows.org.flows.settled();
    expect(flows.org.outbox.mails).toMatchObject([
      { subject: 'Sage did not answer', body: matching(/^Alder: .*302/) }
    ]);
  });

  it('when it fails without fault path, then the record stands and the administrator gets a mail', async () => {
    const id = await create({ Site: 'async fails' });
    await flows.org.flows.settled();
    expect(await read(id)).toMatchObject({ Name: 'Alder' });
    expect(flows.org.outbox.mails).toMatchObject([
      { subject: containing('Error Occurred During Flow "Async Fails"') }
    ]);
  });

  it('when the save is undone, then the path does not run', async () => {
    await expect(create({ Site: 'async', Name: 'BAD' })).rejects.toThrow();
    await flows.org.flows.settled();
    expect(flows.org.flows.traces.all('Async_Summary')).toEqual([]);
  });
});

describe('scheduled paths', () => {
  it('when their moment has come, then they run, and not before', async () => {
    const id = await create({ Site: 'follow up' });
    await advance(47 * hour);
    expect(await read(id)).toMatchObject({ Rating: null });
    await advance(2 * hour);
    expect(await read(id)).toMatchObject({ Rating: 'Warm' });
  });

  it('when the record no longer meets the conditions, then the path is given up', async () => {
    const id = await create({ Site: 'follow up' });
    await flows.connection.sobject('Account').update({ Id: id, Site: 'else' });
    await advance(72 * hour);
    expect(await read(id)).toMatchObject({ Rating: null });
  });

  it('when the field that they count from changes, then the moment moves', async () => {
    const id = await create({ Site: 'payment', Sage_Last_Payment_Date__c: '2031-01-05' });
    await flows.connection.sobject('Account').update({ Id: id, Sage_Last_Payment_Date__c: '2031-01-10' });
    await advance(5 * 24 * hour);
    expect(await read(id)).toMatchObject({ Rating: null });
    await advance(5 * 24 * hour);
    expect(await read(id)).toMatchObject({ Rating: 'Cold' });
  });
});

describe('scheduled flows', () => {
  it('when the day’s time comes, then a flow with an object runs for each record', async () => {
    const [first, second] = [await create({ Site: 'nightly' }), await create({ Site: 'nightly' })];
    const other = await create({});
    await advance(36 * hour);
    expect(flows.org.flows.traces.all('Nightly_Accounts')).toEqual([]);
    await advance(25 * hour);
    expect(await read(first)).toMatchObject({ Ownership: 'Private' });
    expect(await read(second)).toMatchObject({ Ownership: 'Private' });
    expect(await read(other)).toMatchObject({ Ownership: null });
    expect(flows.traceOf('Nightly_Accounts').user).toBe('admin@ledger-bridge.example');
  });

  it('when a week has passed, then a weekly flow runs again, and its templates are filled', async () => {
    flows.org.clock.stopAt('2032-01-01T05:59:00.000Z');
    await advance(2 * 60_000);
    await advance(7 * 24 * hour);
    expect(flows.org.outbox.mails).toMatchObject([
      { subject: 'Weekly 2032-01-01', body: 'Dear Ada,\nall is well at Ledger Bridge local org.' },
      { subject: 'Weekly 2032-01-08' }
    ]);
  });
});

describe('a clock that jumps over runs of a scheduled flow', () => {
  // As after a downtime: what was missed runs once, as soon as it can (Apex Developer Guide, "Apex Scheduler", of the
  // same scheduler), and the next run keeps its day.
  it('when several weeks pass at once, then it runs once, and again on the next day of the schedule', async () => {
    flows.org.clock.stopAt('2032-01-01T05:59:00.000Z');
    await advance(17 * 24 * hour);
    expect(flows.org.outbox.mails.map(({ subject }) => subject)).toEqual(['Weekly 2032-01-18']);
    await advance((4 * 24 + 1) * hour);
    expect(flows.org.outbox.mails.map(({ subject }) => subject)).toEqual([
      'Weekly 2032-01-18',
      'Weekly 2032-01-22'
    ]);
  });

  it('when the clock jumps over a flow that runs daily for records, then each record is worked on once', async () => {
    const id = await create({ Site: 'nightly' });
    await advance(14 * 24 * hour);
    expect(await read(id)).toMatchObject({ Ownership: 'Private' });
    expect(flows.org.flows.traces.all('Nightly_Accounts')).toHaveLength(1);
  });
});

describe('flows that platform events start', () => {
  it('when an event is published that meets the conditions, then the flow runs with its fields', async () => {
    await flows.connection.sobject('Stock_Alert__e').create({ Item__c: 'Bolts', Quantity__c: 3 });
    await flows.connection.sobject('Stock_Alert__e').create({ Item__c: 'Nuts', Quantity__c: 30 });
    await flows.org.flows.settled();
    const { records } = await flows.connection.query(
      "SELECT Name, NumberOfEmployees FROM Account WHERE Site = 'alert'"
    );
    expect(records).toMatchObject([{ Name: 'Bolts', NumberOfEmployees: 3 }]);
  });
});

describe('waits', () => {
  it('when the time has passed, then the interview goes on', async () => {
    expect(await flows.run('Waits_An_Hour', { name: 'Later' })).toMatchObject({
      Flow__InterviewStatus: 'Waiting'
    });
    expect((await flows.connection.query('SELECT Id FROM Account')).totalSize).toBe(0);
    await advance(hour);
    expect((await flows.connection.query('SELECT Id FROM Account')).totalSize).toBe(1);
    expect(flows.traceOf('Waits_An_Hour').outcome).toBe('finished');
  });
});
