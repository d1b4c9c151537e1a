import { afterEach, describe, expect, it } from 'vitest';
import { shippingData } from '../testing/shipping-data.ts';

const data = shippingData();
const CreatedDate = '2001-02-03T04:05:06.000Z';
afterEach(() => {
  data.org.dml.settings.setAuditFields = false;
});

describe('audit fields', () => {
  it('when the org lets them be set, then a new record may bring them, and only a new one', () => {
    const create = () => data.insert('Account', { Name: 'old', CreatedDate });
    expect(create).toThrow('Unable to create/update fields: CreatedDate');
    data.org.dml.settings.setAuditFields = true;
    const id = create();
    expect(data.get(id)).toMatchObject({ CreatedDate });
    expect(() => data.update(id, { CreatedDate })).toThrow('Unable to create/update fields: CreatedDate');
  });
});
