import type { Connection } from '@jsforce/jsforce-node';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { RunningOrg } from '../../index.ts';
import { type StandIn, startStandIn } from '../../testing/sage-stand-in.ts';
import { admin, connect, control, startTestOrg } from '../../testing/test-org.ts';

let service: StandIn;
let org: RunningOrg;
let connection: Connection;

beforeAll(async () => {
  service = await startStandIn();
  org = await startTestOrg({ namedCredentialUrls: { Sage_Callout_Reader: service.url } });
});
afterAll(async () => {
  await org.close();
  await service.close();
});
beforeEach(async () => {
  await control(org, 'POST', '/reset');
  connection = await connect(org, admin);
});

it('when limits are asked for, then those that clients read are there, and use is counted', async () => {
  const limits = await connection.limits();
  expect(Object.keys(limits)).toEqual(
    expect.arrayContaining([
      'ConcurrentAsyncGetReportInstances',
      'DailyApiRequests',
      'DailyBulkApiBatches',
      'DailyBulkV2QueryJobs',
      'DailyStreamingApiEvents',
      'DataStorageMB',
      'FileStorageMB',
      'HourlyPublishedPlatformEvents'
    ])
  );
  await connection.query('SELECT Id FROM Account');
  expect(connection.limitInfo.apiUsage).toEqual({ used: 2, limit: 15_000 });
});

it('when the requests of a day are used up, then every API request is refused until they age', async () => {
  await control(org, 'PATCH', '/settings', { dailyApiRequests: 2, sessionTimeoutSeconds: 200_000 });
  await connection.query('SELECT Id FROM Account');
  await connection.query('SELECT Id FROM Account');
  await expect(connection.query('SELECT Id FROM Account')).rejects.toMatchObject({
    errorCode: 'REQUEST_LIMIT_EXCEEDED',
    message: 'TotalRequests Limit exceeded.'
  });
  await control(org, 'POST', '/clock/advance', { milliseconds: 24 * 3_600_000 + 60_000 });
  await expect(connection.query('SELECT Id FROM Account')).resolves.toMatchObject({ totalSize: 0 });
});

it('when as many requests as may be are long under way, then another is refused', async () => {
  await control(org, 'PATCH', '/settings', {
    concurrentRequests: 1,
    longRunningMs: 0,
    calloutTimeoutMs: 2000
  });
  const { id } = await connection.sobject('Account').create({ Name: 'ABF', Sage_Customer_No__c: '01-ABF' });
  service.answer = 'hang';
  const slow = connection.requestPost('/services/data/v66.0/actions/custom/flow/Sage_Customer_Summary', {
    inputs: [{ recordId: id }]
  });
  await vi.waitFor(() => expect(service.requests).toHaveLength(1));
  await expect(connection.query('SELECT Id FROM Account')).rejects.toMatchObject({
    errorCode: 'REQUEST_LIMIT_EXCEEDED',
    message: 'ConcurrentRequests (Concurrent API Requests) Limit exceeded.'
  });
  await slow.catch(() => undefined);
  await expect(connection.query('SELECT Id FROM Account')).resolves.toMatchObject({ totalSize: 1 });
});

it('when data storage is used up, then no record can be created', async () => {
  await control(org, 'PATCH', '/settings', { dataStorageMb: 0 });
  await expect(connection.sobject('Account').create({ Name: 'ABF' })).rejects.toMatchObject({
    errorCode: 'STORAGE_LIMIT_EXCEEDED'
  });
});
