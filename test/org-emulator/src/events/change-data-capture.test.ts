import { expect, test } from 'vitest';
import { Clock } from '../clock.ts';
import { FaultPlan } from '../control/fault-plan.ts';
import { Database } from '../data/database.ts';
import type { RecordChange } from '../data/record-change.ts';
import type { RecordValues } from '../schema/field.ts';
import { field, textField } from '../schema/field-builders.ts';
import { ObjectDefinition } from '../schema/object.ts';
import { Schema } from '../schema/schema.ts';
import { captureChanges } from './change-data-capture.ts';
import { StoredEvents } from './event-bus.ts';

const formula = { formula: 'Name', treatBlanksAs: 'BlankAsBlank' } as const;
const account = new ObjectDefinition({
  name: 'Account',
  label: 'Account',
  labelPlural: 'Accounts',
  keyPrefix: '001',
  custom: false,
  fields: [
    field('Id', 'Id', 'id'),
    textField('Name', 'Name', 80),
    textField('Phone', 'Phone', 40),
    textField('Formula__c', 'Formula', 80, { custom: true, formula }),
    field('LastModifiedDate', 'Last Modified Date', 'datetime'),
    field('SystemModstamp', 'System Modstamp', 'datetime')
  ]
});

function newOrg(overflowAfter?: number) {
  const clock = new Clock();
  clock.stopAt('2026-03-01T10:00:00.500Z');
  const schema = new Schema([account]);
  const [database, events] = [new Database(schema, clock), new StoredEvents(clock, schema)];
  captureChanges({ database, events, faults: new FaultPlan(), isSelected: () => true, overflowAfter });
  const told = () => events.kept('AccountChangeEvent').map(({ header, payload }) => ({ ...header, payload }));
  return { database, told };
}

const modified = (milliseconds: string) => `2026-03-01T10:00:00.${milliseconds}Z`;
const record = (id: string, values: RecordValues = {}): RecordValues => ({
  Id: `001LB0000000000${id}`,
  Name: 'A',
  Phone: null,
  LastModifiedDate: modified('000'),
  SystemModstamp: modified('000'),
  ...values
});

function change(kind: RecordChange['kind'], after: RecordValues, before?: RecordValues): RecordChange {
  return { object: account, kind, before, after, userId: '005', origin: 'com/salesforce/api/rest/66.0' };
}

function commit(database: Database, ...changes: RecordChange[]): void {
  database.transaction(() => {
    for (const each of changes) database.noteChange(each);
  });
}

test('when a record is saved several times in a transaction, then one event tells of its end', () => {
  const { database, told } = newOrg();
  const [first, last] = [record('1'), record('1', { Phone: '1' })];
  commit(database, change('CREATE', first), change('UPDATE', last, first));
  expect(told()).toMatchObject([{ changeType: 'CREATE', payload: { Name: 'A', Phone: '1' } }]);
});

test('when a record is created and deleted in a transaction, then nothing is told; changed and deleted, its end', () => {
  const { database, told } = newOrg();
  const [one, two] = [record('1'), record('2')];
  commit(database, change('CREATE', one), change('DELETE', one, one));
  expect(told()).toEqual([]);
  commit(database, change('UPDATE', record('2', { Name: 'B' }), two), change('DELETE', two, two));
  expect(told()).toMatchObject([{ changeType: 'DELETE', payload: {} }]);
});

test('when the same change is made to records in one second, then one event has all their ids', () => {
  const { database, told } = newOrg();
  const changed = (id: string, Phone: string, time: string) =>
    change('UPDATE', record(id, { Phone, LastModifiedDate: modified(time) }), record(id));
  commit(database, changed('1', 'x', '100'), changed('2', 'y', '200'), changed('3', 'x', '300'));
  expect(told()).toMatchObject([
    { recordIds: ['001LB00000000001', '001LB00000000003'], sequenceNumber: 1, payload: { Phone: 'x' } },
    { recordIds: ['001LB00000000002'], sequenceNumber: 2, payload: { Phone: 'y' } }
  ]);
  const [first, second] = told();
  expect(first?.transactionKey).toBe(second?.transactionKey);
  expect(first?.commitTimestamp).toBe(Date.parse('2026-03-01T10:00:00Z'));
});

test('when an update changes nothing that is told, then there is no event; formulas are never told', () => {
  const { database, told } = newOrg();
  const stamped = record('1', { SystemModstamp: modified('900'), Formula__c: 'new' });
  commit(database, change('UPDATE', stamped, record('1')));
  expect(told()).toEqual([]);
  commit(database, change('UPDATE', record('1', { Name: null }), record('1')));
  expect(told()).toMatchObject([{ changedFields: ['Name', 'LastModifiedDate'], nulledFields: ['Name'] }]);
});

test('when a record is undeleted, then all of it is told', () => {
  const { database, told } = newOrg();
  const after = record('1', { Phone: '1' });
  commit(database, change('UNDELETE', after, { ...after, IsDeleted: true }));
  expect(told()).toMatchObject([
    {
      changeType: 'UNDELETE',
      changedFields: [],
      payload: { Name: 'A', Phone: '1', LastModifiedDate: modified('000') }
    }
  ]);
});

test('when a transaction changes more than the limit, then one overflow event tells of the rest', () => {
  const { database, told } = newOrg(3);
  const created = ['1', '2', '3', '4', '5'].map((id) => change('CREATE', record(id, { Name: id })));
  commit(database, ...created);
  expect(told().map(({ changeType, recordIds }) => [changeType, recordIds?.length])).toEqual([
    ['CREATE', 1],
    ['CREATE', 1],
    ['CREATE', 1],
    ['GAP_OVERFLOW', 1]
  ]);
  expect(told().at(-1)).toMatchObject({ recordIds: ['000000000000000AAA'], payload: {} });
});

test('when a change is larger than 1 MB, then a gap event tells of it', () => {
  const { database, told } = newOrg();
  commit(database, change('CREATE', record('1', { Name: 'x'.repeat(1_000_001) })));
  expect(told()).toMatchObject([{ changeType: 'GAP_CREATE', recordIds: ['001LB00000000001'], payload: {} }]);
});

test('when a transaction fails, then nothing is told', () => {
  const { database, told } = newOrg();
  const failing = () =>
    database.transaction(() => {
      database.noteChange(change('CREATE', record('1')));
      throw new Error('no');
    });
  expect(failing).toThrow('no');
  expect(told()).toEqual([]);
});
