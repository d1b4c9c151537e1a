import type { Customer } from '../../../canonical/customer.ts';
import type { FieldValue, FieldValues } from '../../../mapping/field-value.ts';
import type { ObjectPair } from '../../pairs/object-pair.ts';

/** The pair of customers, written in the simplest way where it has none of its own. */
export function writable(pair: ObjectPair<Customer>): ObjectPair<Customer> {
  if (pair.save !== undefined) return pair;
  return {
    ...pair,
    save: (writer, values, { key, salesforceId }) =>
      writer.saveCustomer({
        requestKey: salesforceId,
        ...(key === undefined ? { arDivisionNo: '01' } : { customerNo: key }),
        ...plain(values),
        ...addressOf(values)
      })
  };
}

function plain(values: FieldValues): Readonly<Record<string, FieldValue>> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !name.includes('.')));
}

function addressOf(values: FieldValues) {
  const parts = Object.entries(values).filter(([name]) => name.startsWith('address.'));
  if (parts.length === 0) return {};
  return {
    address: Object.fromEntries(
      parts.map(([name, value]) => [name.slice('address.'.length), String(value ?? '')])
    )
  };
}
