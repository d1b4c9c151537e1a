import type { Connection } from '@jsforce/jsforce-node';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { RunningOrg } from '../../index.ts';
import { containing } from '../../testing/matchers.ts';
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

it('when events are published, then limits tells how many of the hour remain', async () => {
  await control(org, 'PATCH', '/settings', { hourlyPublishedEvents: 2 });
  const publish = (Item__c: string) => connection.sobject('Stock_Alert__e').create({ Item__c });
  await publish('A');
  expect(await connection.limits()).toMatchObject({
    HourlyPublishedPlatformEvents: { Max: 2, Remaining: 1 }
  });
  await publish('B');
  await expect(publish('C')).rejects.toMatchObject({ errorCode: 'LIMIT_EXCEEDED' });
});

it('when metadata is asked for by SOAP, then it counts as a request and the log tells who asked', async () => {
  await connection.metadata.describe('66.0');
  const [noted] = z.array(z.looseObject({ api: z.string() })).parse(await control(org, 'GET', '/requests'));
  expect(noted).toMatchObject({ api: 'soap', user: admin, counted: true, status: 200 });
  await control(org, 'PATCH', '/settings', { dailyApiRequests: 1 });
  await expect(connection.metadata.describe('66.0')).rejects.toMatchObject({
    errorCode: 'sf:REQUEST_LIMIT_EXCEEDED'
  });
});

it('when the resources are listed, then none is among them that the local org does not have', async () => {
  const resources = await connection.requestGet<Record<string, string>>('/services/data/v66.0');
  expect(resources).toMatchObject({ sobjects: '/services/data/v66.0/sobjects' });
  expect(resources).not.toHaveProperty('tabs');
  await expect(connection.requestGet('/services/data/v66.0/tabs')).rejects.toMatchObject({
    errorCode: 'NOT_IMPLEMENTED',
    message: containing('tabs')
  });
});

it('when storage is used up, then deleting a record makes place for another', async () => {
  const { id } = await connection.sobject('Account').create({ Name: 'ABF' });
  await control(org, 'PATCH', '/settings', { dataStorageMb: 2048 / 1024 / 1024 });
  const create = () => connection.sobject('Account').create({ Name: 'next' });
  await expect(create()).rejects.toMatchObject({
    errorCode: 'STORAGE_LIMIT_EXCEEDED',
    message: 'storage limit exceeded'
  });
  expect(await connection.limits()).toMatchObject({ DataStorageMB: { Remaining: 0 } });
  await connection.sobject('Account').destroy(id ?? '');
  await expect(create()).resolves.toMatchObject({ success: true });
});
