import { describe, expect, it } from 'vitest';
import { shippingData } from '../testing/shipping-data.ts';
import { thrownBy } from '../testing/thrown-by.ts';

describe('a platform event', () => {
  it('when it is created, then it is published with its values and who made it', () => {
    const data = shippingData();
    expect(data.insert('Shipment_Notice__e', { Text__c: 'sent' })).toMatch(/^e00/);
    const [event, ...others] = data.org.events.kept('Shipment_Notice__e');
    expect(others).toEqual([]);
    expect(event).toMatchObject({
      publishedById: data.access.userId,
      payload: { Text__c: 'sent', CreatedById: data.access.userId }
    });
    expect(Object.keys(event?.payload ?? {})).not.toContain('LastModifiedDate');
  });

  it('when the transaction fails, then only what waits for the commit is not published', () => {
    const data = shippingData();
    const work = () =>
      data.org.database.transaction(() => {
        data.insert('Shipment_Notice__e', { Text__c: 'sent' });
        data.insert('Late_Notice__e', { Text__c: 'sent' });
        throw new Error('no');
      });
    expect(work).toThrow('no');
    expect(data.org.events.kept('Shipment_Notice__e')).toHaveLength(1);
    expect(data.org.events.kept('Late_Notice__e')).toHaveLength(0);
    data.insert('Late_Notice__e', { Text__c: 'sent' });
    expect(data.org.events.kept('Late_Notice__e')).toHaveLength(1);
  });

  it('when a value is missing, too long or unknown, then it is refused as for records', () => {
    const data = shippingData();
    const codes = [{}, { Text__c: 'too long' }, { Text__c: 'x', Other__c: 1 }].map((values) =>
      thrownBy(() => data.insert('Shipment_Notice__e', values))
    );
    expect(codes).toMatchObject([
      { code: 'REQUIRED_FIELD_MISSING' },
      { code: 'STRING_TOO_LONG' },
      { code: 'INVALID_FIELD' }
    ]);
  });

  it('when it is changed or deleted, then that is refused', () => {
    const { org, access } = shippingData();
    const object = org.schema.object('Shipment_Notice__e');
    if (!object) throw new Error('The event is missing');
    const id = org.dml.insert(access, object, { Text__c: 'sent' });
    const refused = { code: 'INVALID_TYPE_FOR_OPERATION' };
    expect(thrownBy(() => org.dml.update(access, object, id, { Text__c: 'x' }))).toMatchObject(refused);
    expect(thrownBy(() => org.dml.delete(access, object, id))).toMatchObject(refused);
  });
});
