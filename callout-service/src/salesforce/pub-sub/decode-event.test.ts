import avro from 'avsc';
import { expect, test } from 'vitest';
import { channelNames } from './channel-names.ts';
import { payloadDecoder } from './decode-event.ts';

const optional = (name: string, type: unknown, doc: string) => ({
  name,
  type: ['null', type],
  doc,
  default: null
});
/** As Salesforce's own, with a record, a list and every kind of number. */
const schema = JSON.stringify({
  type: 'record',
  name: 'acme__Big_News__e',
  namespace: 'com.sforce.eventbus',
  fields: [
    { name: 'CreatedDate', type: 'long', doc: 'CreatedDate:DateTime' },
    optional('acme__Serial__c', 'long', 'Data:Long:00N1'),
    optional('acme__Amount__c', 'double', 'Data:Currency:00N2'),
    optional('acme__Due__c', 'long', 'Data:DateOnly:00N3'),
    optional('acme__At__c', 'long', 'Data:TimeOnly:00N4'),
    optional('Other__c', 'int', 'Data:Integer:00N5'),
    optional(
      'Address',
      { type: 'record', name: 'Address', fields: [{ name: 'City', type: ['null', 'string'] }] },
      ''
    ),
    { name: 'Ids', type: { type: 'array', items: 'string' } }
  ]
});

const written = avro.Type.forSchema(JSON.parse(schema) as avro.Schema);
const values = {
  CreatedDate: Date.UTC(2026, 2, 1, 10, 20, 30),
  acme__Serial__c: 9_007_199_254_740_990,
  acme__Amount__c: 1e21,
  acme__Due__c: Date.UTC(2026, 2, 1),
  acme__At__c: 3_723_004,
  Other__c: 0,
  Address: { City: 'Kiel' },
  Ids: ['a', 'b']
};

test('when an event is decoded, then numbers are exact text, moments are ISO, and names have no namespace', () => {
  const decode = payloadDecoder(schema, channelNames('acme').plain);
  expect(decode(written.toBuffer(values))).toEqual({
    CreatedDate: '2026-03-01T10:20:30.000Z',
    Serial__c: '9007199254740990',
    Amount__c: '1000000000000000000000',
    Due__c: '2026-03-01',
    At__c: '01:02:03.004Z',
    Other__c: '0',
    Address: { City: 'Kiel' },
    Ids: [{ value: 'a' }, { value: 'b' }]
  });
});

test('when a long is too large for a number, then it keeps all its digits', () => {
  const long = JSON.stringify({ type: 'record', name: 'One', fields: [{ name: 'Serial__c', type: 'long' }] });
  const decode = payloadDecoder(long, (name) => name);
  // 2^63 - 1, as Avro writes it: zigzag, seven bits to a byte.
  expect(decode(Buffer.from('feffffffffffffffff01', 'hex'))).toEqual({ Serial__c: '9223372036854775807' });
});

test('when fields are empty, then they are null; when the payload is cut off, then it is refused', () => {
  const decode = payloadDecoder(schema, (name) => name);
  const empty = Object.fromEntries(Object.keys(values).map((name) => [name, null]));
  const payload = written.toBuffer({ ...empty, CreatedDate: 0, Ids: [] });
  expect(decode(payload)).toMatchObject({
    acme__Amount__c: null,
    acme__Due__c: null,
    Address: null,
    Ids: []
  });
  expect(() => decode(payload.subarray(0, 3))).toThrow();
});

test.each([
  [undefined, '/event/Sage_Order_Request__e', '/event/Sage_Order_Request__e'],
  ['acme', '/event/Sage_Order_Request__e', '/event/acme__Sage_Order_Request__e'],
  ['acme', '/event/Alerts__chn', '/event/acme__Alerts__chn'],
  ['acme', '/data/AccountChangeEvent', '/data/AccountChangeEvent'],
  ['acme', '/data/Sage_Inventory__ChangeEvent', '/data/acme__Sage_Inventory__ChangeEvent'],
  ['acme', '/data/Their_Own__ChangeEvent', '/data/Their_Own__ChangeEvent']
])('when the namespace is %s, then %s is %s in the org', (namespace, channel, expected) => {
  expect(channelNames(namespace).channel(channel)).toBe(expected);
});
