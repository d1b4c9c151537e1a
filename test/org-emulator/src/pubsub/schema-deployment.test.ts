import avro from 'avsc';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { mergeMetadata, readComponents } from '../metadata/deployable-package.ts';
import type { Org } from '../org.ts';
import { startStreams } from './testing/own-org.ts';

const alerts = '/event/Stock_Alert__e';
const newField = `<?xml version="1.0" encoding="UTF-8"?>
<CustomField xmlns="http://soap.sforce.com/2006/04/metadata">
    <fullName>Warehouse__c</fullName>
    <label>Warehouse</label>
    <length>20</length>
    <type>Text</type>
</CustomField>`;

function deployNewField(org: Org): void {
  const path = 'objects/Stock_Alert__e/fields/Warehouse__c.field-meta.xml';
  org.deploy(mergeMetadata(org.metadata, readComponents([{ path, text: newField }])));
}

test('when an event gets a new field, then old events keep their schema and publishers of the old one go on', async () => {
  const { org, client } = await startStreams();
  const publish = (Item__c: string, more = {}) =>
    org.events.publish({
      eventName: 'Stock_Alert__e',
      values: { Item__c, ...more },
      publishedById: '005LB0000000001YAA'
    });
  publish('before');
  const old = await client.call('GetTopic', { topicName: alerts });
  deployNewField(org);
  publish('after', { Warehouse__c: 'Berlin' });

  const current = await client.call('GetTopic', { topicName: alerts });
  expect(current.schemaId).not.toBe(old.schemaId);
  const oldSchema = await client.call('GetSchema', { schemaId: old.schemaId });
  const oldType = avro.Type.forSchema(
    z.custom<avro.Schema>().parse(JSON.parse(String(oldSchema.schemaJson))),
    {
      wrapUnions: true
    }
  );
  const none = { Quantity__c: null, Noticed_At__c: null, Urgent__c: null };
  const payload = oldType.toBuffer({
    CreatedDate: 0,
    CreatedById: '005LB0000000001YAA',
    Item__c: { string: 'old publisher' },
    ...none
  });
  const events = [{ id: '1', schemaId: old.schemaId, payload }];
  const answer = await client.call('Publish', { topicName: alerts, events });
  expect(answer).toMatchObject({ schemaId: current.schemaId, results: [{ error: null }] });

  const subscription = client.subscribe({ topicName: alerts, replayPreset: 'EARLIEST', numRequested: 9 });
  const got = () => subscription.responses.flatMap((response) => response.events);
  await expect.poll(() => got().length, { timeout: 5000 }).toBe(3);
  const schemaIds = got().map(({ event }) => event.schemaId);
  expect(schemaIds).toEqual([old.schemaId, current.schemaId, current.schemaId]);
});
