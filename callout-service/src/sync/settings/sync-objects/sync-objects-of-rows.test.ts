import { describe, expect, it } from 'vitest';
import { syncObjectsOfRows } from './sync-objects-of-rows.ts';

const row = {
  ...{ Id: 'a01000000000001AAA', Sync_Key__c: 'ABC:Contact-contact', Object_Pair__c: 'Contact-contact' },
  ...{ Active__c: true, Check_Every_Seconds__c: '10', Schedule__c: '', Max_Vanished_Percent__c: null }
};

describe('object pairs as admins set them', () => {
  it('when fields are left empty, then the usual holds, and pairs come in the order of their dependencies', () => {
    const objects = syncObjectsOfRows([row, { ...row, Object_Pair__c: 'Account-customer' }], 'ABC');
    expect(objects.map(({ pair }) => pair)).toEqual(['Account-customer', 'Contact-contact']);
    expect(objects[1]).toMatchObject({
      ...{ active: true, schedule: null, everySeconds: 10, maxVanishedPercent: 20, whenVanished: 'keep' }
    });
  });

  it('when several things are wrong, then LB751 names every one of them', () => {
    const rows = [row, row, { ...row, Check_Every_Seconds__c: '2', Schedule__c: 'daily' }];
    expect(() => syncObjectsOfRows(rows, 'ABC')).toThrow(
      expect.objectContaining({
        code: 'LB751',
        faults: [
          expect.objectContaining({ field: expect.stringContaining('Schedule__c') as string }),
          expect.objectContaining({ field: expect.stringContaining('Check_Every_Seconds__c') as string }),
          expect.objectContaining({ problem: 'Contact-contact is there twice.' })
        ]
      })
    );
  });
});
