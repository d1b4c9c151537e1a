import type { Connection } from '@jsforce/jsforce-node';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { RunningOrg } from '../index.ts';
import {
  closeStreamClients,
  collector,
  type Received,
  streamClient
} from '../pubsub/testing/stream-client.ts';
import { matching } from '../testing/matchers.ts';
import { admin, connect, startTestOrg } from '../testing/test-org.ts';

const base = '/services/data/v66.0';

let org: RunningOrg;
let connection: Connection;
let received: Received;

beforeAll(async () => {
  org = await startTestOrg({ pubSub: { keepAliveMs: 200 } });
  connection = await connect(org, admin);
  const client = await streamClient(org, admin);
  const collected = collector();
  received = collected.received;
  client.subscribe('/event/Stock_Alert__e', collected.callback);
  await vi.waitFor(() => expect(received.keepAlives).toBeGreaterThan(0), { timeout: 5000 });
});
afterAll(async () => {
  await org.close();
  closeStreamClients();
});

/** Waits until events of these items, and no others, came since the last call; in the order of their replay ids. */
async function arrives(...items: readonly string[]): Promise<void> {
  await expect.poll(() => received.events.length, { timeout: 5000 }).toBe(items.length);
  const inOrder = received.events.splice(0).toSorted((a, b) => a.replayId - b.replayId);
  expect(inOrder.map(({ payload }) => payload.Item__c)).toEqual(items);
}

const subrequest = (referenceId: string, body: object) => ({
  ...{ method: 'POST', url: `${base}/sobjects/Stock_Alert__e`, referenceId, body }
});

it('when an event is posted as a record, then subscribers get it, and the answer has its id', async () => {
  const published = await connection.sobject('Stock_Alert__e').create({ Item__c: 'A' });
  expect(published).toMatchObject({ success: true, id: matching(/^e\w{17}$/) });
  await arrives('A');
});

it('when events stand in a composite request, then those that are right arrive', async () => {
  const answer = await connection.requestPost<{ compositeResponse: { httpStatusCode: number }[] }>(
    `${base}/composite`,
    {
      compositeRequest: [
        subrequest('one', { Item__c: 'B' }),
        subrequest('two', {}),
        subrequest('three', { Item__c: 'C' })
      ]
    }
  );
  expect(answer.compositeResponse.map(({ httpStatusCode }) => httpStatusCode)).toEqual([201, 400, 201]);
  await arrives('B', 'C');
});

it('when events are published as a collection, then each that is right arrives', async () => {
  const results = await connection
    .sobject('Stock_Alert__e')
    .create([{ Item__c: 'D' }, { Item__c: '' }, { Item__c: 'E' }]);
  expect(results.map(({ success }) => success)).toEqual([true, false, true]);
  await arrives('D', 'E');
});

it('when events are asked for, changed or deleted like records, then each is refused', async () => {
  const alerts = connection.sobject('Stock_Alert__e');
  const id = 'e00LB0000000001AAA';
  await expect(connection.query('SELECT Item__c FROM Stock_Alert__e')).rejects.toMatchObject({
    errorCode: 'INVALID_TYPE'
  });
  await expect(alerts.update({ Id: id, Item__c: 'x' })).rejects.toThrow();
  await expect(alerts.destroy(id)).rejects.toThrow();
});
