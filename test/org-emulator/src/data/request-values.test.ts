import { describe, expect, it } from 'vitest';
import { shippingData } from '../testing/shipping-data.ts';
import { administrator } from '../bootstrap/users.ts';

const CreatedDate = '2001-02-03T04:05:06.000Z';

describe('audit fields', () => {
  it('when the user may set them, then a new record may bring them, and only a new one', () => {
    const data = shippingData();
    const id = data.insert('Account', { Name: 'old', CreatedDate });
    expect(data.get(id)).toMatchObject({ CreatedDate });
    expect(() => data.update(id, { CreatedDate })).toThrow('Unable to create/update fields: CreatedDate');
  });

  it('when the user may not, then they are refused, for administrators too', () => {
    const { org } = shippingData();
    const [access, object] = [org.access.findUser(administrator), org.schema.object('Account')];
    if (!access || !object) throw new Error('The administrator is missing');
    const create = () => org.dml.insert(access, object, { Name: 'old', CreatedDate });
    expect(create).toThrow('Unable to create/update fields: CreatedDate');
  });
});
