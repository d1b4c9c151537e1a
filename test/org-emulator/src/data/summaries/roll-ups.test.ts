import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numRuns, seed } from '../../testing/property-runs.ts';
import { shippingData } from '../../testing/shipping-data.ts';
import type { FieldValue, RecordValues } from '../../schema/field.ts';

const day = fc.integer({ min: 1, max: 28 }).map((each) => `2026-02-${String(each).padStart(2, '0')}`);
const values = fc.record({
  Amount__c: fc.option(fc.integer({ min: 0, max: 100_000 }).map((cents) => cents / 100)),
  State__c: fc.constantFrom('Planned', 'Lost'),
  Shipped_On__c: fc.option(day)
});
const steps = fc.array(
  fc.oneof(
    fc.record({ do: fc.constant('create' as const), account: fc.nat(1), values }),
    fc.record({ do: fc.constant('update' as const), index: fc.nat(9), values }),
    fc.record({ do: fc.constantFrom('delete' as const, 'undelete' as const), index: fc.nat(9) })
  ),
  { maxLength: 25 }
);

describe('roll-up summaries', () => {
  it('when details come, change, go and come back, then they are always what counting all details gives', () => {
    fc.assert(
      fc.property(steps, (todo) => {
        const data = shippingData();
        const accounts = ['a', 'b'].map((Name) => data.insert('Account', { Name }));
        const shipments: string[] = [];
        for (const step of todo) {
          if (step.do === 'create') {
            const Account__c = accounts[step.account];
            shipments.push(data.insert('Shipment__c', { Account__c, ...step.values }));
          } else {
            const id = shipments[step.index % Math.max(shipments.length, 1)];
            if (id === undefined) continue;
            data.attempt(() => {
              if (step.do === 'update') data.update(id, step.values);
              else data[step.do](id);
            });
          }
          for (const id of accounts)
            expect(summariesOf(data.get(id))).toEqual(counted(data.live('Shipment__c'), id));
        }
      }),
      { seed, numRuns }
    );
  });

  it('when a master is deleted and comes back, then its summaries are as they were', () => {
    const data = shippingData();
    const account = data.insert('Account', { Name: 'a' });
    const kept = data.insert('Shipment__c', { Account__c: account, Amount__c: 5 });
    data.delete(data.insert('Shipment__c', { Account__c: account, Amount__c: 7 }));
    data.delete(account);
    expect(data.get(kept)).toMatchObject({ IsDeleted: true });
    data.undelete(account);
    expect(data.get(kept)).toMatchObject({ IsDeleted: false });
    expect(data.get(account)).toMatchObject({ Shipped_Total__c: 5, Shipments__c: 1 });
  });

  it('when a summary breaks a rule of the master, then the detail is not stored', () => {
    const data = shippingData();
    const account = data.insert('Account', { Name: 'a' });
    expect(() => data.insert('Shipment__c', { Account__c: account, Amount__c: 1_000_001 })).toThrow(
      'No account ships for more than a million.'
    );
    expect(data.live('Shipment__c')).toEqual([]);
    expect(data.get(account)).toMatchObject({ Shipped_Total__c: 0 });
  });
});

function summariesOf({ Shipped_Total__c, Shipments__c, Last_Shipped__c }: RecordValues): unknown[] {
  return [Shipped_Total__c, Shipments__c, Last_Shipped__c];
}

function counted(shipments: readonly RecordValues[], account: string): unknown[] {
  const own = shipments.filter(({ Account__c }) => Account__c === account);
  const arrived = own.filter(({ State__c }) => State__c !== 'Lost');
  const cents = arrived.reduce((sum, { Amount__c }) => sum + Math.round(Number(Amount__c ?? 0) * 100), 0);
  const days: FieldValue[] = own.map(({ Shipped_On__c }) => Shipped_On__c ?? null);
  const latest = days.filter((each) => each !== null).toSorted();
  return [cents / 100, own.length, latest.at(-1) ?? null];
}
