import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { RunningOrg } from '../index.ts';
import {
  closeStreamClients,
  collector,
  type Received,
  streamClient
} from '../pubsub/testing/stream-client.ts';
import { temporaryDirectory } from '../testing/temporary-directory.ts';
import { admin, connect, startTestOrg } from '../testing/test-org.ts';

const changes = '/data/AccountChangeEvent';

async function createAccounts(org: RunningOrg, ...names: readonly string[]): Promise<void> {
  const connection = await connect(org, admin);
  for (const Name of names) await connection.sobject('Account').create({ Name });
}

async function changesAfter(org: RunningOrg, replayId: number): Promise<Received> {
  const client = await streamClient(org, admin);
  const { received, callback } = collector();
  client.subscribeFromReplayId(changes, callback, null, replayId);
  return received;
}

const names = ({ events }: Received) =>
  events.toSorted((a, b) => a.replayId - b.replayId).map(({ payload }) => payload.Name);

test('when an org ends and starts again, then a subscriber goes on after the last event it had', async () => {
  const snapshotFile = join(temporaryDirectory(), 'org.json');
  const first = await startTestOrg({ snapshotFile, pubSub: { keepAliveMs: 200 } });
  const client = await streamClient(first, admin);
  const { received, callback } = collector();
  client.subscribe(changes, callback);
  await expect.poll(() => received.keepAlives, { timeout: 5000 }).toBeGreaterThan(0);
  await createAccounts(first, 'heard');
  await expect.poll(() => received.events.length, { timeout: 5000 }).toBe(1);
  const lastHeard = received.events[0]?.replayId ?? 0;
  await createAccounts(first, 'missed');
  await first.close();

  const second = await startTestOrg({ snapshotFile, pubSub: { keepAliveMs: 200 } });
  const later = await changesAfter(second, lastHeard);
  await expect.poll(() => names(later), { timeout: 5000 }).toEqual(['missed']);
  await createAccounts(second, 'new');
  await expect.poll(() => names(later), { timeout: 5000 }).toEqual(['missed', 'new']);
  expect(later.errors).toEqual([]);
  await second.close();
  closeStreamClients();
});

test('when an org starts without a snapshot, then a replay id of another run is not known', async () => {
  const org = await startTestOrg({ pubSub: { keepAliveMs: 200 } });
  const received = await changesAfter(org, 8_900_000);
  await expect.poll(() => received.errors.length, { timeout: 5000 }).toBe(1);
  expect(received.errors[0]?.errorCode).toContain('replayid.corrupted');
  await org.close();
  closeStreamClients();
});
