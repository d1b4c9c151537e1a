import { expect, test } from 'vitest';
import { containing } from '../testing/matchers.ts';
import { startStreams } from './testing/own-org.ts';

const alerts = '/event/Stock_Alert__e';
const values = { Item__c: 'Bolt' };

test('when the daily delivery limit is used up, then streams end, and later go on from where they were', async () => {
  const { org, client } = await startStreams();
  org.events.setLimits({ dailyDelivered: 2 });
  const publish = () =>
    org.events.publish({ eventName: 'Stock_Alert__e', values, publishedById: '005LB0000000001YAA' });
  const [, second] = [publish(), publish()];
  const first = client.subscribe({ topicName: alerts, replayPreset: 'EARLIEST', numRequested: 9 });
  await expect.poll(() => first.responses.flatMap(({ events }) => events).length, { timeout: 5000 }).toBe(2);
  publish();
  await expect
    .poll(() => first.errors, { timeout: 5000 })
    .toMatchObject([
      {
        code: 8,
        details: containing('You have exceeded the event delivery limit for your org.'),
        errorCode: 'sfdc.platform.eventbus.grpc.subscription.limit.exceeded'
      }
    ]);

  org.events.setLimits({});
  const replayId = Buffer.alloc(8);
  replayId.writeBigUInt64BE(second.replayId);
  const later = client.subscribe({ topicName: alerts, replayPreset: 'CUSTOM', replayId, numRequested: 9 });
  await expect.poll(() => later.responses.flatMap(({ events }) => events).length, { timeout: 5000 }).toBe(1);
});
