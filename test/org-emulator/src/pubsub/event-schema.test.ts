import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { capturedFields } from '../events/captured-fields.ts';
import { field, textField } from '../schema/field-builders.ts';
import { ObjectDefinition } from '../schema/object.ts';
import { account } from '../schema/standard/account.ts';
import { contact } from '../schema/standard/contact.ts';
import { identityFields, ownerField, systemFields } from '../schema/standard/system-fields.ts';
import { changeEventCodec, platformEventCodec } from './event-codec.ts';
import { changeEventSchema } from './event-schema.ts';
import { fieldBitmaps } from './field-bitmaps.ts';

/** The Avro library of the public client, which has no types. */
const avroJs = z
  .custom<{ readonly parse: (schema: string) => unknown }>()
  .parse(createRequire(import.meta.url)('avro-js'));

const custom = { custom: true } as const;

function object(name: string, properties: Partial<ObjectDefinition> & Pick<ObjectDefinition, 'fields'>) {
  return new ObjectDefinition({
    name,
    label: name,
    labelPlural: name,
    keyPrefix: 'a00',
    custom: true,
    ...properties
  });
}

/** REST API Developer Guide, "Platform Event Schema by Event Name": the event, and the id given for it. */
test('when the event of the guide is defined, then its schema has the id of the guide', () => {
  const lowInk = object('Low_Ink__e', {
    fields: [
      textField('Printer_Model__c', 'Printer Model', 20, custom),
      textField('Serial_Number__c', 'Serial Number', 20, custom),
      field('Ink_Percentage__c', 'Ink Percentage', 'double', custom)
    ]
  });
  expect(platformEventCodec(lowInk).schemaId).toBe('5E5OtZj5_Gm6Vax9XMXH9A');
});

/** Change Data Capture Developer Guide, "Merged Change Events" and "Example: Delivered Enriched Event Messages". */
test.each([
  [['Industry', 'LastModifiedDate'], ['0x400800']],
  [['Fax', 'LastModifiedDate'], ['0x400080']],
  [[], []],
  [['BillingCountry'], ['0x00', '4-0x10']],
  [
    ['LastModifiedDate', 'BillingCountry', 'ShippingCity', 'ShippingState'],
    ['0x400000', '4-0x10', '5-0x06']
  ]
])('when of an account %j changed, then its bitmaps are %j', (names, bitmaps) => {
  expect(fieldBitmaps(capturedFields(account), names)).toEqual(bitmaps);
});

test('when a custom object is told of, then its system fields come first and formulas never', () => {
  const formula = { formula: '1', treatBlanksAs: 'BlankAsZero' } as const;
  const thing = object('Thing__c', {
    fields: [
      ...identityFields('Thing'),
      textField('Name', 'Name', 80, { nameField: true }),
      ownerField,
      ...systemFields,
      field('Amount__c', 'Amount', 'currency', custom),
      field('Doubled__c', 'Doubled', 'double', { ...custom, formula }),
      field('Due__c', 'Due', 'date', custom),
      field('Note__c', 'Note', 'textarea', { ...custom, length: 32_000, html: true })
    ]
  });
  const { name, fields } = changeEventSchema(thing);
  expect(name).toBe('Thing__ChangeEvent');
  const shape = fields.map((each) => [
    each.name,
    JSON.stringify(each.type),
    each.doc?.replace(/00N.*/, '00N')
  ]);
  expect(shape.slice(1)).toEqual([
    ['OwnerId', '["null","string"]', 'ForeignKey:EntityId'],
    ['Name', '["null","string"]', 'Data:Text'],
    ['CreatedDate', '["null","long"]', 'CreatedDate:DateTime'],
    ['CreatedById', '["null","string"]', 'ForeignKey:EntityId'],
    ['LastModifiedDate', '["null","long"]', 'Data:DateTime'],
    ['LastModifiedById', '["null","string"]', 'ForeignKey:EntityId'],
    ['Amount__c', '["null","double"]', 'Data:Currency:00N'],
    ['Due__c', '["null","long"]', 'Data:DateOnly:00N'],
    ['Note__c', '["null","string"]', 'Data:HtmlStringPlusClob:00N']
  ]);
});

test('when a contact is told of, then its name and addresses are records, each written out once', () => {
  const { fields } = changeEventSchema(contact);
  const types = new Map(fields.map(({ name, type }) => [name, type]));
  const nullableText = (name: string) => ({ name, type: ['null', 'string'], default: null });
  expect(types.get('Name')).toEqual([
    'null',
    { type: 'record', name: 'PersonName', fields: ['Salutation', 'FirstName', 'LastName'].map(nullableText) }
  ]);
  expect(types.get('OtherAddress')).toMatchObject(['null', { type: 'record', name: 'Address' }]);
  expect(types.get('MailingAddress')).toEqual(['null', 'Address']);
});

test('when a field is added, then the schema has another id; Avro libraries can read both', () => {
  const more = account.withFields([textField('New__c', 'New', 10, custom)]);
  const [before, after] = [changeEventCodec(account), changeEventCodec(more)];
  expect(before.schemaId).not.toBe(after.schemaId);
  for (const { schemaJson } of [before, after]) expect(() => avroJs.parse(schemaJson)).not.toThrow();
});

test('when the service is defined, then by the same file as the public client', () => {
  const client = fileURLToPath(import.meta.resolve('salesforce-pubsub-api-client'));
  const theirs = readFileSync(join(client, '../../pubsub_api.proto'), 'utf8');
  expect(readFileSync(join(import.meta.dirname, 'pubsub_api.proto'), 'utf8')).toBe(theirs);
});
