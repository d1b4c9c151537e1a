import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningOrg } from '../index.ts';
import { closeStreamClients, collector, streamClient } from '../pubsub/testing/stream-client.ts';
import { admin, connect, startTestOrg } from '../testing/test-org.ts';
import { forceApp } from './testing/sales-org.ts';

const namespace = 'lgbr';
let org: RunningOrg;

beforeAll(async () => {
  const seedDirectory = join(forceApp, '../config/demo');
  org = await startTestOrg({ packageDirectory: forceApp, seedDirectory, namespace });
});
afterAll(async () => {
  await org.close();
  closeStreamClients();
});

it('when the demo deal is won in an org with the packaged names, then the integration user hears of it', async () => {
  const connection = await connect(org, admin);
  const { records } = await connection.query(
    `SELECT Id FROM Opportunity WHERE ${namespace}__Sage_Customer_PO_No__c = 'ABF-2291'`
  );
  const id = records[0]?.Id ?? '';
  await connection.sobject('Opportunity').update({ Id: id, StageName: 'Closed Won' });
  const client = await streamClient(org, 'integration@ledger-bridge.example');
  const { received, callback } = collector();
  client.subscribeFromEarliestEvent(`/event/${namespace}__Sage_Order_Request__e`, callback, 10);
  await expect.poll(() => received.events, { timeout: 10_000 }).toHaveLength(1);
  expect(received.events[0]?.payload).toMatchObject({
    [`${namespace}__Order_Key__c`]: id,
    [`${namespace}__Action__c`]: 'submit',
    [`${namespace}__Object_Name__c`]: 'Opportunity'
  });
  expect(received.errors).toEqual([]);
});
