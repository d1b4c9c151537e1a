import { afterEach, describe, expect, it } from 'vitest';
import { shippingData } from '../testing/shipping-data.ts';

const data = shippingData();
afterEach(() => {
  data.org.dml.storage.maxMegabytes = Infinity;
});

describe('data storage', () => {
  it('when it is full, then no record can be created until one is deleted, but records can be changed', () => {
    const account = data.insert('Account', { Name: 'first' });
    data.org.dml.storage.maxMegabytes = 4 / 1024;
    const second = data.insert('Account', { Name: 'second' });
    expect(data.org.dml.storage.usedMegabytes).toBe(4 / 1024);
    expect(() => data.insert('Account', { Name: 'third' })).toThrow('storage limit exceeded');
    data.update(account, { Name: 'changed' });
    data.delete(second);
    expect(data.org.dml.storage.usedMegabytes).toBe(2 / 1024);
    data.insert('Account', { Name: 'third' });
  });
});
