import { afterEach, describe, expect, it } from 'vitest';
import { noTriggers, type RecordTriggers } from '../record-triggers.ts';
import { shippingData } from '../../testing/shipping-data.ts';

const data = shippingData();
const { dml } = data.org;
const withTriggers = (triggers: Partial<RecordTriggers>) => dml.useTriggers({ ...noTriggers, ...triggers });
afterEach(() => dml.useTriggers(noTriggers));

describe('the order of execution', () => {
  it('when a record is saved, then triggers, rules, storing and summaries follow each other', () => {
    const account = data.insert('Account', { Name: 'ABF' });
    const log: unknown[] = [];
    withTriggers({
      beforeSave: (object, before, draft) => {
        log.push(['before', object.name, draft.Id, draft.State__c]);
        return before ? draft : { ...draft, Amount__c: 7 };
      },
      afterSave: ({ object, kind, after }) => {
        log.push(['after', object.name, kind, after.Amount__c, data.get(account).Shipped_Total__c]);
      }
    });
    const id = data.insert('Shipment__c', { Account__c: account, Amount__c: -1 });
    expect(data.get(id)).toMatchObject({ Amount__c: 7 });
    expect(log).toEqual([
      ['before', 'Shipment__c', null, 'Planned'],
      ['after', 'Shipment__c', 'CREATE', 7, 0],
      ['before', 'Account', account, undefined],
      ['after', 'Account', 'UPDATE', undefined, 7]
    ]);
  });

  it('when a before-save trigger sets what does not fit, then that is refused like a request', () => {
    const account = data.insert('Account', { Name: 'ABF' });
    const setting = (values: Record<string, string | number>) =>
      withTriggers({ beforeSave: (_object, _before, draft) => ({ ...draft, ...values }) });
    const ship = () => data.insert('Shipment__c', { Account__c: account });
    setting({ Amount__c: -1 });
    expect(ship).toThrow('An amount cannot be negative.');
    setting({ State__c: 'Eaten' });
    expect(ship).toThrow('bad value for restricted picklist field: Eaten');
    setting({ Amount__c: 1e15 });
    expect(ship).toThrow('value outside of valid range');
    setting({ Carrier__c: '001000000000001AAA' });
    expect(ship).toThrow('id value of incorrect type');
  });

  it('when an after-save trigger fails, then nothing is stored', () => {
    const before = data.live('Account').length;
    withTriggers({
      afterSave: () => {
        throw new Error('no');
      }
    });
    expect(() => data.insert('Account', { Name: 'x' })).toThrow('no');
    expect(data.live('Account')).toHaveLength(before);
  });

  it('when an after-save trigger changes the record again, then its summaries still count once', () => {
    const account = data.insert('Account', { Name: 'ABF' });
    withTriggers({
      afterSave: ({ object, after }) => {
        if (object.name !== 'Shipment__c' || after.Shipped_On__c === '2026-01-01') return;
        data.update(String(after.Id), { Amount__c: 3, Shipped_On__c: '2026-01-01' });
      }
    });
    data.insert('Shipment__c', { Account__c: account, Amount__c: 9, Shipped_On__c: '2026-12-31' });
    expect(data.get(account)).toMatchObject({
      Shipped_Total__c: 3,
      Shipments__c: 1,
      Last_Shipped__c: '2026-01-01'
    });
  });

  it('when triggers set each other off without end, then it stops at the depth of 16, and all is undone', () => {
    const account = data.insert('Account', { Name: 'ABF' });
    let runs = 0;
    withTriggers({
      afterSave: ({ after }) => {
        runs += 1;
        data.update(String(after.Id), { Name: `${String(after.Name)}!` });
      }
    });
    expect(() => data.update(account, { Name: 'x' })).toThrow(
      'maximum trigger depth exceeded\nAccount trigger event'
    );
    expect(runs).toBe(16);
    expect(data.get(account)).toMatchObject({ Name: 'ABF' });
  });

  it('when a record is deleted with others, then triggers run for itself only', () => {
    const account = data.insert('Account', { Name: 'ABF' });
    data.insert('Contact', { LastName: 'Doe', AccountId: account });
    const log: string[] = [];
    withTriggers({
      beforeDelete: (object) => log.push(`before ${object.name}`),
      afterSave: ({ object, kind }) => log.push(`${kind} ${object.name}`)
    });
    data.delete(account);
    expect(log).toEqual(['before Account', 'DELETE Account']);
  });
});
