import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numRuns, seed } from '../testing/property-runs.ts';
import { shippingData, type ShippingData } from '../testing/shipping-data.ts';

/** Steps of which some are refused: negative amounts, unique codes twice, carriers that are still needed. */
const step = fc.oneof(
  fc.record({ do: fc.constant('account' as const) }),
  fc.record({ do: fc.constant('carrier' as const), code: fc.constantFrom('A', 'B', 'C') }),
  fc.record({
    do: fc.constant('shipment' as const),
    index: fc.nat(9),
    amount: fc.integer({ min: -2, max: 9 })
  }),
  fc.record({ do: fc.constantFrom('delete' as const, 'undelete' as const), index: fc.nat(9) }),
  fc.record({ do: fc.constant('rename' as const), index: fc.nat(9) })
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Does a step to the records made so far, of which it may make one. Throws what Salesforce refuses. */
function doStep(data: ShippingData, made: string[], each: Step): void {
  const pick = (prefix: string, index: number): string | undefined => {
    const candidates = made.filter((id) => id.startsWith(prefix));
    return candidates[index % Math.max(candidates.length, 1)];
  };
  switch (each.do) {
    case 'account':
      made.push(data.insert('Account', { Name: 'a' }));
      return;
    case 'carrier':
      made.push(data.insert('Carrier__c', { Code__c: each.code }));
      return;
    case 'shipment': {
      const carrier = data.live('Carrier__c')[each.index]?.Id ?? null;
      const values = { Account__c: pick('001', each.index), Carrier__c: carrier, Amount__c: each.amount };
      made.push(data.insert('Shipment__c', values));
      return;
    }
    default: {
      const id = made[each.index % Math.max(made.length, 1)];
      if (id === undefined) return;
      if (each.do === 'rename') data.update(id, id.startsWith('001') ? { Name: 'b' } : { Carrier__c: null });
      else data[each.do](id);
    }
  }
}

/** All that is stored and found by index, without ids' numbers and times, which differ between runs. */
function stateOf({ org }: ShippingData, made: readonly string[]): unknown {
  const shown = (text: unknown): unknown => {
    const place = typeof text === 'string' ? made.indexOf(text) : -1;
    return place < 0 ? text : `#${place}`;
  };
  return ['Account', 'Carrier__c', 'Shipment__c'].map((name) => {
    const object = org.schema.object(name);
    const table = object && org.database.table(object);
    const found = ['A', 'B', 'C'].map((code) =>
      table?.findByIndex('Code__c', code)?.map(({ Id }) => shown(Id))
    );
    const records = table?.all().map((record) => {
      const { Id, IsDeleted, Account__c, Carrier__c, Code__c, Amount__c, Shipped_Total__c, Shipments__c } =
        record;
      const lookups = [Id, Account__c, Carrier__c].map(shown);
      return [...lookups, IsDeleted, Code__c, Amount__c, Shipped_Total__c, Shipments__c];
    });
    return { name, live: table?.liveCount, found, records };
  });
}

describe('a transaction', () => {
  it('when any of many steps are refused, then the state is that of the others alone', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const data = shippingData();
        const made: string[] = [];
        const succeeded: Step[] = [];
        for (const each of steps) {
          data.attempt(() => {
            doStep(data, made, each);
            succeeded.push(each);
          });
        }
        const state = stateOf(data, made);
        const again = shippingData();
        const madeAgain: string[] = [];
        for (const each of succeeded) doStep(again, madeAgain, each);
        expect(stateOf(again, madeAgain)).toEqual(state);
      }),
      { seed, numRuns }
    );
  });

  it('when work around several steps fails at last, then all goes on as if it had never been tried', () => {
    const several = fc.array(step, { maxLength: 12 });
    const run = (first: Step[], undone: Step[], then: Step[]): unknown => {
      const data = shippingData();
      const made: string[] = [];
      for (const each of first) data.attempt(() => doStep(data, made, each));
      const work = () =>
        data.org.database.transaction(() => {
          const also = [...made];
          for (const each of undone) data.attempt(() => doStep(data, also, each));
          throw new Error('no');
        });
      expect(work).toThrow('no');
      for (const each of then) data.attempt(() => doStep(data, made, each));
      return stateOf(data, made);
    };
    fc.assert(
      fc.property(several, several, several, (first, undone, then) => {
        expect(run(first, undone, then)).toEqual(run(first, [], then));
      }),
      { seed, numRuns: 2 * numRuns }
    );
  });
});
