import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { customerSchema, type Customer } from '../../canonical/customer.ts';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { AddressSettings } from '../../rules/address/address-settings.ts';
import type { ChangeWindow, SageRecords } from '../../sage/port/sage-records.ts';
import { createCustomerIndex, type CustomerIndex, type MatchSearch } from './customer-index.ts';

const NOW = '2026-05-01T12:00:00.000Z';
const addresses: AddressSettings = {
  lengths: { addressLine: 40, city: 30, state: 2, zipCode: 10, countryCode: 3 },
  businessCountry: 'US',
  sageCountryForm: 'iso3',
  salesforceForm: 'name'
};
const byName: MatchSearch = { keys: ['name'], addresses };

/** Customers that Sage has, and what was asked of it. The real reads are shown with the resolver. */
function sageWith(...customers: Customer[]) {
  const asked: string[] = [];
  const windows: ChangeWindow[] = [];
  let broken = false;
  const pages = async function* (what: string): AsyncGenerator<readonly Customer[]> {
    asked.push(what);
    await Promise.resolve();
    yield customers.slice(0, 1);
    if (broken) throw new LedgerBridgeError('LB301', { detail: 'Sage is away.' });
    yield customers.slice(1);
  };
  const records: Pick<SageRecords, 'customers'> = {
    customers: {
      scan: () => pages('scan'),
      changedSince: (window) => {
        windows.push(window);
        return pages('changes');
      },
      byKeys: (keys) =>
        Promise.resolve(
          keys.flatMap((key) => customers.filter((customer) => customer.customerNo === key.customerNo))
        )
    }
  };
  const index = createCustomerIndex({ records, clock: () => utc(NOW) });
  return { index, asked, windows, customers, breakDown: (is: boolean) => (broken = is) };
}

function utc(moment: string): DateTime<true> {
  const read = DateTime.fromISO(moment, { zone: 'utc' });
  if (!read.isValid) throw new Error(moment);
  return read;
}

/** Only what matching reads, and the stamps; the rest is as the canonical model has it. */
function customer(customerNo: string, customerName: string, changes: Partial<Customer> = {}): Customer {
  const blankAddress = {
    addressLine1: null,
    addressLine2: null,
    addressLine3: null,
    city: null,
    state: null,
    zipCode: null,
    countryCode: null
  };
  const some = { arDivisionNo: '01', customerNo, customerName, address: blankAddress };
  const stamps = { createdAt: '2026-01-01T00:00:00.000Z', updatedAt: null };
  const texts = { telephoneNo: null, telephoneExt: null, emailAddress: null, urlAddress: null };
  return { ...customerSchema.partial().parse({ ...some, ...texts, ...stamps }), ...changes } as Customer;
}

async function numbers(index: CustomerIndex, name: string, search = byName): Promise<readonly string[]> {
  const view = await index.open(search);
  const address = { street: null, city: null, state: null, postalCode: null, country: null };
  const facts = { name, address, phone: null, email: null, website: null };
  return (await view.matching('name', facts)).map(({ customerNo }) => customerNo);
}

describe('the index of customers', () => {
  it('when it is first needed by several at once, then Sage is scanned once, and asked for changes once more', async () => {
    const sage = sageWith(customer('ABF', 'Acme Inc'), customer('B', 'Bird'));
    const all = await Promise.all(Array.from({ length: 10 }, () => numbers(sage.index, 'ACME')));
    expect(all.every((found) => found.join() === 'ABF')).toBe(true);
    expect(sage.asked).toEqual(['scan']);
    expect(await numbers(sage.index, 'bird')).toEqual(['B']);
    expect(sage.asked).toEqual(['scan', 'changes']);
  });

  it('when one comes while a read is under way, then he waits for the next, which sees what is there by then', async () => {
    const sage = sageWith(customer('ABF', 'Acme Inc'), customer('B', 'Bird'));
    const first = numbers(sage.index, 'acme');
    await Promise.resolve();
    await Promise.resolve();
    await Promise.resolve();
    sage.customers.push(customer('NEW', 'Newcomer'));
    expect(await Promise.all([first, numbers(sage.index, 'newcomer')])).toEqual([['ABF'], ['NEW']]);
  });

  it('when the first load fails half-way, then nothing is kept of it and the next call loads again', async () => {
    const sage = sageWith(customer('ABF', 'Acme Inc'), customer('B', 'Bird'));
    sage.breakDown(true);
    await expect(numbers(sage.index, 'acme')).rejects.toMatchObject({ code: 'LB301' });
    sage.breakDown(false);
    expect(await numbers(sage.index, 'bird')).toEqual(['B']);
    expect(sage.asked).toEqual(['scan', 'scan']);
  });

  it('when a refresh fails, then the next one looks as far back again', async () => {
    const sage = sageWith(customer('ABF', 'Acme Inc'), customer('B', 'Bird'));
    await numbers(sage.index, 'acme');
    sage.breakDown(true);
    await expect(numbers(sage.index, 'acme')).rejects.toMatchObject({ code: 'LB301' });
    sage.breakDown(false);
    sage.customers[1] = customer('B', 'Birch', { updatedAt: '2026-04-30T00:00:00.000Z' });
    expect(await numbers(sage.index, 'birch')).toEqual(['B']);
    expect(await numbers(sage.index, 'bird')).toEqual([]);
    expect(sage.windows.map(({ since }) => since.slice(0, 10))).toEqual([
      '2026-01-01',
      '2026-01-01',
      '2026-04-30'
    ]);
    expect(sage.windows.every(({ overlapMinutes }) => overlapMinutes === 120)).toBe(true);
  });

  it('when a stamp lies in the future, then changes are looked for from now on at the latest', async () => {
    const sage = sageWith(customer('ABF', 'Acme Inc', { updatedAt: '2099-01-01T00:00:00.000Z' }));
    await numbers(sage.index, 'acme');
    await numbers(sage.index, 'acme');
    expect(sage.windows).toMatchObject([{ since: NOW }]);
  });

  it('when a customer is gone or renamed behind the index, then what Sage has decides', async () => {
    const sage = sageWith(customer('ABF', 'Acme Inc'), customer('B', 'Acme'));
    const view = await sage.index.open(byName);
    sage.customers.splice(0, 2, customer('B', 'Birch'));
    const address = { street: null, city: null, state: null, postalCode: null, country: null };
    const facts = { name: 'Acme', address, phone: null, email: null, website: null };
    expect(await view.matching('name', facts)).toEqual([]);
  });

  it('when the admin chooses other keys, then it is made anew', async () => {
    const sage = sageWith(customer('ABF', 'Acme Inc'));
    await numbers(sage.index, 'acme');
    await numbers(sage.index, 'acme', { keys: ['name', 'phone'], addresses });
    expect(sage.asked).toEqual(['scan', 'scan']);
  });
});
