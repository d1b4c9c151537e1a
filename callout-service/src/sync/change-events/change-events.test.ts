import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { control } from '../../../../test/org-emulator/src/testing/test-org.ts';
import type { FieldMap } from '../../mapping/mapping-content.ts';
import type { Store } from '../../store/port/store.ts';
import { systemClock } from '../../telemetry/clock.ts';
import { contactPair } from '../pairs/contact-pair.ts';
import { fieldsOfInterest, type ChangeInterest } from './change-interest.ts';
import { knownUntilNameOf, placeNameOf } from './known-until.ts';
import { channelOf } from './start-change-events.ts';
import {
  customers,
  startChangeOrg,
  startInstance,
  type ChangeOrg,
  type Instance
} from './test-support/change-org.ts';

let place: ChangeOrg;
beforeAll(async () => {
  place = await startChangeOrg();
});
afterAll(() => place.close());

const instances: Instance[] = [];
beforeEach(async () => {
  await control(place.org, 'POST', '/reset');
});
afterEach(async () => {
  await Promise.all(instances.map(({ changes }) => changes.close()));
  const stores = new Set(instances.splice(0).map(({ opened }) => opened));
  for (const store of stores) await store.remove();
  await control(place.org, 'DELETE', '/faults');
});

const within = { timeout: 20_000, interval: 20 };
const channel = '/data/AccountChangeEvent';
async function start(changes: Parameters<typeof startInstance>[1] = {}): Promise<Instance> {
  const instance = await startInstance(place, changes);
  instances.push(instance);
  return instance;
}
const accounts = () => place.admin.sobject('Account');
async function create(Name = 'Acme'): Promise<string> {
  const { id } = await accounts().create({ Name });
  return String(id);
}
const comeTo = (instance: Instance, ...expected: readonly object[]) =>
  expect
    .poll(() => instance.jobs(), within)
    .toEqual(expected.map((each) => ({ pair: 'Account-customer', ...each })));
const placeOf = async ({ opened }: Instance) =>
  (await opened.store.cursors.find(placeNameOf(channel)))?.value;
const streamFault = (match: string, effect: object, times = 1) =>
  control(place.org, 'POST', '/faults', { point: 'stream', match, effect, times });
const changed = (salesforceId: string) => ({ salesforceId, because: 'change-event' });
const link = (salesforceId: string) => ({
  entity: 'customer',
  salesforceId,
  sageKey: '01-ACME',
  agreed: {},
  mappingVersion: undefined
});

test('when others make, change and delete an account, then each becomes a job, with its key in Sage once it is linked', async () => {
  const instance = await start();
  const id = await create();
  await comeTo(instance, changed(id));
  await instance.opened.store.links.put(link(id));
  await accounts().update({ Id: id, Phone: '555-1' });
  await comeTo(instance, changed(id), { ...changed(id), sageKey: '01-ACME' });
  await accounts().destroy(id);
  await expect.poll(async () => (await instance.jobs()).at(-1), within).toMatchObject({ because: 'deleted' });
  // The job of a record that had failed for good begins anew with the next change of it.
  const { jobs } = instance.opened.store;
  const again = await create('Again');
  const of = async () => jobs.list({ lane: 'record-in-step', key: `Account-customer:${again}`, limit: 9 });
  await expect.poll(async () => (await of()).length, within).toBe(1);
  const claimed = await jobs.claim({ lane: 'record-in-step', limit: 9, worker: 'test', leaseMs: 60_000 });
  for (const { lease } of claimed)
    await jobs.fail(lease, { kind: 'permanent', code: 'LB786', message: 'too long' });
  expect((await of()).map(({ state }) => state)).toEqual(['dead']);
  await accounts().update({ Id: again, Phone: '1' });
  await expect.poll(async () => (await of()).map(({ state }) => state), within).toEqual(['ready', 'waiting']);
});

test('when a change is of no mapped field, or our user’s or client’s own, then there is no job, and the place moves on', async () => {
  const instance = await start();
  const id = await create();
  await comeTo(instance, changed(id));
  const before = await placeOf(instance);
  await accounts().update({ Id: id, Site: 'nobody maps this' });
  await place.salesforce.records.update('Account', [{ id, fields: { Phone: '1' } }]);
  await place.salesforce.records.upsert('Account', 'Sage_Customer_No__c', [
    { Sage_Customer_No__c: '01-OURS', Name: 'Ours' }
  ]);
  place.admin._callOptions = { client: 'LedgerBridge' };
  await create('By our client as another user');
  place.admin._callOptions = { client: 'Other' };
  await accounts()
    .update({ Id: id, BillingCity: 'Kiel' })
    .finally(() => {
      place.admin._callOptions = {};
    });
  await comeTo(instance, changed(id), changed(id));
  expect(await placeOf(instance)).not.toBe(before);
});

test('when Salesforce cannot tell the fields, then its records are read again; where it names none, those that changed since, also those that have gone', async () => {
  const instance = await start();
  const ids = [await create('One'), await create('Two')];
  await comeTo(instance, ...ids.map(changed));
  await streamFault('Capture', { kind: 'gap-events', overflow: false });
  await accounts().update({ Id: ids[1] ?? '', Site: 'anything' });
  await comeTo(instance, ...ids.map(changed), { salesforceId: ids[1], because: 'gap' });

  const [kept = '', gone = ''] = ids;
  await streamFault('Capture', { kind: 'gap-events', overflow: true }, 2);
  await accounts().destroy(gone);
  await accounts().update({ Id: kept, Phone: '1' });
  await expect
    .poll(async () => (await instance.jobs()).slice(3), within)
    .toEqual(
      expect.arrayContaining([
        expect.objectContaining({ salesforceId: kept, because: 'gap' }),
        expect.objectContaining({ salesforceId: gone, because: 'deleted' })
      ])
    );
  expect(instance.log.join('')).toContain('Changes were looked for by a query');
});

test('when the place is lost, then what changed while the stream was away is found by a query, and it goes on', async () => {
  const first = await start();
  const known = await create('Known');
  await comeTo(first, changed(known));
  await first.changes.close();
  const missed = await create('Missed');
  await streamFault('Subscribe', { kind: 'replay-id', problem: 'expired' });
  const second = await start({ opened: first.opened });
  await expect
    .poll(() => second.jobs(), within)
    .toEqual(expect.arrayContaining([expect.objectContaining({ salesforceId: missed, because: 'gap' })]));
  const later = await create('Later');
  await expect
    .poll(() => second.jobs(), within)
    .toEqual(expect.arrayContaining([expect.objectContaining(changed(later))]));
  expect(second.changes.states()).toMatchObject([{ channel, state: { gaps: 1 } }]);
});

test('when the place cannot be kept, then neither are the jobs, and all come once it can', async () => {
  const instance = await start();
  await create('First');
  await expect.poll(async () => (await instance.jobs()).length, within).toBe(1);
  await instance.changes.close();
  let failures = 2;
  const { store } = instance.opened;
  const failing: Store = {
    ...store,
    transaction: (work) =>
      store.transaction(async (content) => {
        const result = await work(content);
        if (failures > 0 && (await content.jobs.list({ lane: 'record-in-step', limit: 9 })).length > 1) {
          failures -= 1;
          throw new Error('the disk is full');
        }
        return result;
      })
  };
  const before = await placeOf(instance);
  const id = await create('Second');
  const again = await start({ opened: instance.opened, store: failing });
  await expect.poll(() => failures, within).toBeLessThan(2);
  await expect
    .poll(async () => (await again.jobs()).slice(1), within)
    .toEqual([{ pair: 'Account-customer', ...changed(id) }]);
  expect(await placeOf(again)).not.toBe(before);
  expect(await store.cursors.find(knownUntilNameOf(channel))).toBeDefined();
});

test('when events come twice, or to two instances, then each change is one job', async () => {
  await streamFault('Deliver', { kind: 'duplicate-events' }, 3);
  const one = await start();
  const two = await start({ opened: one.opened });
  const ids = [await create('One'), await create('Two')];
  await expect.poll(async () => (await one.jobs()).length, within).toBe(2);
  await expect
    .poll(() => [one, two].map(({ changes }) => changes.states()[0]?.state.events ?? 0), within)
    .toSatisfy((counts: number[]) => counts.every((count) => count >= 2));
  await comeTo(one, ...ids.map(changed));
});

test('when pairs are switched on and off, then their channels are opened and let go', async () => {
  const contacts: ChangeInterest = {
    pair: 'Contact-contact',
    entity: 'contact',
    salesforceObject: 'Contact',
    fields: new Set(['Email'])
  };
  let interests: readonly ChangeInterest[] = [];
  const instance = await start({ interests: () => Promise.resolve(interests) });
  const channels = () => instance.changes.states().map((each) => each.channel);
  expect(channels()).toEqual([]);
  interests = [customers, contacts];
  await expect.poll(channels, within).toEqual([channel, '/data/ContactChangeEvent']);
  interests = [contacts];
  await expect.poll(channels, within).toEqual(['/data/ContactChangeEvent']);
});

test('when the fields of interest are asked for, then they are those that decide what Sage gets', () => {
  const map: Omit<FieldMap, 'direction' | 'salesforce'> = {
    id: 'a',
    sage: ['name'],
    transforms: [],
    conflict: 'ask',
    whenEmpty: { toSalesforce: { do: 'empty' }, toSage: { do: 'empty' } }
  };
  const names = fieldsOfInterest(contactPair, {
    fields: [
      { ...map, salesforce: ['FirstName', 'LastName'], direction: 'both' },
      { ...map, salesforce: ['Title'], direction: 'to-salesforce' },
      {
        ...map,
        salesforce: ['Owner.Name'],
        direction: 'to-sage',
        onlyIf: { toSage: [{ field: 'Kind__r.Code__c', is: 'equal', values: ['x'] }] }
      }
    ],
    filter: { sage: [], salesforce: [{ field: 'Active__c', is: 'equal', values: ['true'] }] }
  });
  expect([...names]).toEqual(
    expect.arrayContaining(['FirstName', 'LastName', 'OwnerId', 'Kind__c', 'Active__c', contactPair.keyField])
  );
  expect(names.has('Title')).toBe(false);
  expect(['Product2', 'Sage_Payment__c'].map(channelOf)).toEqual([
    '/data/Product2ChangeEvent',
    '/data/Sage_Payment__ChangeEvent'
  ]);
});

test('when a stream cannot be opened for a while, then people are told once, and once when it is open', async () => {
  await streamFault('^GetTopic', { kind: 'status', status: 14, errorCode: '', message: 'away' }, 1_000);
  let now = systemClock();
  const instance = await start({ clock: () => now });
  await expect.poll(() => instance.changes.states()[0]?.state.lastFailure?.code, within).toBe('LB711');
  expect(instance.told).toEqual([]);
  const aMinuteLater = () => {
    now = now.plus({ seconds: 61 });
    return instance.told;
  };
  await expect.poll(aMinuteLater, within).toEqual(['raise change-streams-interrupted']);
  await control(place.org, 'DELETE', '/faults');
  await expect.poll(() => instance.told.at(-1), within).toBe('clear change-streams-interrupted');
  expect(instance.told).toHaveLength(2);
});
