import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningOrg } from '@ledger-bridge/org-emulator';
import { quoted } from '../port/salesforce-records.ts';
import { packageNames } from '../port/package-names.ts';
import type { Salesforce } from '../port/salesforce.ts';
import { codesOf, connectTo, idOf } from '../test-support/connected.ts';
import { requestsOf, startLocalOrg } from '../test-support/local-org.ts';
import { createPackageNamer } from './package-namer.ts';

const packageDirectory = join(import.meta.dirname, '../../../../force-app');

describe('names of the package', () => {
  const namer = createPackageNamer('lb');

  it('when a query goes to an org with a namespace, then its names and no others get it', () => {
    expect(
      namer.soql(
        "SELECT Id, Sage_Item_Code__c, Product__r.Name, Own__c FROM Sage_Inventory__c WHERE Item_Code__c='Item_Code__c' AND lb__Kind__c = null"
      )
    ).toBe(
      "SELECT Id, lb__Sage_Item_Code__c, lb__Product__r.Name, Own__c FROM lb__Sage_Inventory__c WHERE lb__Item_Code__c='Item_Code__c' AND lb__Kind__c = null"
    );
  });

  it('when any text stands in a query, then it stays as it is', () => {
    const part = fc.constantFrom("'", '\\', '"', ' ', 'Item_Code__c', '\n', 'é', ')', "\\'");
    fc.assert(
      fc.property(fc.array(part, { maxLength: 10 }), (parts) => {
        const text = quoted(parts.join(''));
        expect(namer.soql(`WHERE Item_Code__c = ${text} AND Item_Code__c = ${text}`)).toBe(
          `WHERE lb__Item_Code__c = ${text} AND lb__Item_Code__c = ${text}`
        );
      })
    );
  });

  it('when a name of the package goes to the org and back, then it is the same', () => {
    for (const name of packageNames) expect(namer.fromOrg(namer.toOrg(name))).toBe(name);
    expect(namer.fromOrg('lb__Not_Ours__c')).toBe('lb__Not_Ours__c');
    expect(namer.fromOrg('other__Item_Code__c')).toBe('other__Item_Code__c');
  });
});

describe.each([undefined, 'lb'])('records of an org with the namespace %s', (namespace) => {
  let org: RunningOrg;
  let salesforce: Salesforce;

  beforeAll(async () => {
    org = await startLocalOrg({ packageDirectory, namespace });
    salesforce = connectTo(org, { namespace, username: 'integration@ledger-bridge.example' });
  });
  afterAll(async () => {
    await salesforce.close();
    await org.close();
  });

  it('when records of the package are written, read and published, then names are the same everywhere', async () => {
    const { records } = salesforce;
    const admin = connectTo(org, { namespace });
    const [product] = await admin.records.upsert('Product2', 'Sage_Item_Code__c', [
      { Sage_Item_Code__c: 'D1700', Name: 'Desk' }
    ]);
    await admin.close();
    const stock = { Sage_Key__c: 'D1700/001', Item_Code__c: 'D1700', Warehouse_Code__c: '001' };
    const outcomes = await records.upsert('Sage_Inventory__c', 'Sage_Key__c', [
      { ...stock, Product__c: idOf(product), Quantity_On_Hand__c: '12.5' },
      { ...stock, Sage_Key__c: 'x'.repeat(300) }
    ]);
    expect(codesOf(outcomes)).toEqual([idOf(outcomes[0]), 'LB705']);
    expect(outcomes[1]?.ok === false && outcomes[1].error.faults[0]?.field).toBe('Sage_Key__c');
    await records.update('Sage_Inventory__c', [
      { id: idOf(outcomes[0]), fields: { Quantity_On_Hand__c: '13.25' } }
    ]);
    expect(
      await records.all(
        "SELECT Sage_Key__c, Quantity_On_Hand__c, Product__r.Sage_Item_Code__c FROM Sage_Inventory__c WHERE Item_Code__c = 'D1700'"
      )
    ).toEqual([
      { Sage_Key__c: 'D1700/001', Quantity_On_Hand__c: '13.25', Product__r: { Sage_Item_Code__c: 'D1700' } }
    ]);
    const published = await records.publish('Sage_Inventory_Changed__e', [
      { Item_Code__c: 'D1700', Warehouse_Code__c: '001', Quantity_On_Hand__c: '13.25' }
    ]);
    expect(published.map(({ ok }) => ok)).toEqual([true]);
    const prefixed = await requestsOf(org, '/lb__Sage_Inventory__c/lb__Sage_Key__c');
    expect(prefixed).toHaveLength(namespace === undefined ? 0 : 1);
  });
});
