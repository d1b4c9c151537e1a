import type { Connection } from '@jsforce/jsforce-node';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { admin, connect, control } from '../../../../test/org-emulator/src/testing/test-org.ts';
import type { RecordsChanged } from '../port/salesforce-events.ts';
import { namesInBitmaps, readSchemaFields } from './field-bitmaps.ts';
import { listen, startStreamOrg, type Listener, type StreamOrg } from './test-support/stream-org.ts';

let streams: StreamOrg;
let connection: Connection;
beforeAll(async () => {
  streams = await startStreamOrg();
});
afterAll(() => streams.close());

let listener: Listener;
beforeEach(async () => {
  await control(streams.org, 'POST', '/reset');
  connection = await connect(streams.org, admin);
  listener = listen(streams.events, { channel: '/data/AccountChangeEvent' });
});
afterEach(async () => {
  await listener.subscription.close();
  await control(streams.org, 'DELETE', '/faults');
});

const accounts = () => connection.sobject('Account');
const events = () => listener.batches.flat();
const changes = (): (RecordsChanged | undefined)[] => events().map(({ change }) => change);
const come = (count: number) =>
  expect.poll(() => events().length, { timeout: 20_000, interval: 20 }).toBe(count);
async function create(fields: { Name: string; BillingCity?: string; Phone?: string }): Promise<string> {
  const { id } = await accounts().create(fields);
  return String(id);
}

test('when an account is made, changed and deleted, then each event says what became of which record', async () => {
  const id = await create({ Name: 'Acme', BillingCity: 'Kiel', Phone: '1' });
  await accounts().update({ Id: id, Phone: null, BillingCity: 'Bonn', Sage_Credit_Hold__c: true });
  await accounts().destroy(id);
  await come(3);
  expect(changes()).toMatchObject([
    { object: 'Account', type: 'create', recordIds: [id], changedFields: [] },
    { type: 'update', recordIds: [id] },
    { type: 'delete', recordIds: [id], changedFields: [] }
  ]);
  expect(changes()[1]?.changedFields.toSorted()).toEqual(
    ['BillingAddress', 'BillingCity', 'LastModifiedDate', 'Phone', 'Sage_Credit_Hold__c'].toSorted()
  );
  const { userInfo } = await connection.identity().then((identity) => ({ userInfo: identity.user_id }));
  for (const change of changes()) {
    expect(change).toMatchObject({ commitUser: userInfo, changeOrigin: 'com/salesforce/api/rest/66.0' });
    expect(change?.committedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/);
  }
  expect(events()[0]?.fields).toMatchObject({ Name: 'Acme', Phone: '1', BillingAddress: { City: 'Kiel' } });
  expect(events()[0]?.fields).not.toHaveProperty('ChangeEventHeader');
});

test('when several records change alike, then one event names them all; gaps name them without fields, overflows none', async () => {
  const ids = [await create({ Name: 'One' }), await create({ Name: 'Two' })];
  const both = () => accounts().update(ids.map((Id) => ({ Id, Phone: String(Math.random()).slice(0, 9) })));
  const gap = (overflow: boolean) =>
    control(streams.org, 'POST', '/faults', {
      point: 'stream',
      match: 'Capture',
      times: 2,
      effect: { kind: 'gap-events', overflow }
    });
  await accounts().update(ids.map((Id) => ({ Id, Phone: '7' })));
  await come(3);
  await gap(false);
  await both();
  await come(5);
  await gap(true);
  await both();
  await come(7);
  const seen = changes().slice(2);
  expect(seen[0]).toMatchObject({ type: 'update', recordIds: ids });
  expect(seen.slice(1, 3)).toMatchObject([
    { type: 'gap-update', recordIds: [ids[0]], changedFields: [] },
    { type: 'gap-update', recordIds: [ids[1]], changedFields: [] }
  ]);
  expect(seen[4]).toMatchObject({ object: 'Account', type: 'gap-overflow', recordIds: [] });
});

const part = (name: string) => ({ name, type: ['null', 'string'] });
const fields = readSchemaFields({
  fields: [
    { name: 'ChangeEventHeader', type: { type: 'record', name: 'ChangeEventHeader', fields: [] } },
    {
      name: 'Name',
      type: ['null', { type: 'record', name: 'PersonName', fields: [part('Salutation'), part('LastName')] }]
    },
    { name: 'Phone', type: ['null', 'string'] },
    {
      name: 'BillingAddress',
      type: ['null', { type: 'record', name: 'Address', fields: [part('Street'), part('City')] }]
    },
    { name: 'ShippingAddress', type: ['null', 'Address'] },
    { name: 'lb__Site__c', type: ['null', 'Address'] }
  ]
});

test.each([
  [[], []],
  [['0x'], []],
  [['0x04'], ['Phone']],
  [
    ['0x0004', '1-0x02'],
    ['Phone', 'Name', 'LastName']
  ],
  [
    ['0x00', '4-0x03'],
    ['ShippingAddress', 'ShippingStreet', 'ShippingCity']
  ],
  [['5-0x2'], ['lb__Site__c', 'lb__Site__City__s']]
])('when the bitmaps are %j, then they stand for %j', (bitmaps, names) => {
  expect(namesInBitmaps(bitmaps, fields)).toEqual(names);
});

test.each([['Phone'], ['0x4000'], ['9-0x01']])(
  'when %s is in place of a bitmap, then it is refused',
  (bitmap) => {
    expect(() => namesInBitmaps([bitmap], fields)).toThrow();
  }
);
