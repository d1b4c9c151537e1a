import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FieldValues } from '../../../mapping/field-value.ts';
import type { SageWriter } from '../../../sage/port/sage-writer.ts';
import { refusalOf } from '../../../sage/writing/test-support/drafts.ts';
import {
  startWritingCompany,
  type WritingCompany
} from '../../../sage/writing/test-support/writing-company.ts';
import type { SageTarget } from '../object-pair.ts';
import { objectPair } from '../object-pairs.ts';
import type { PairName } from '../pair-names.ts';

let sage: WritingCompany;
let writer: SageWriter;
let imports: string;
/** Keys of Sage that stand for another record of Salesforce. */
const linked = new Set<string>();

beforeAll(async () => {
  sage = await startWritingCompany();
  imports = join(sage.directory, 'imports');
  const { command, args } = sage.company.boi.visualIntegrator;
  const cashReceipts = {
    command,
    arguments: [...args, '--job', '{job}', '--file', '{file}', '--log', '{log}'],
    job: 'VIWI01',
    directory: imports,
    timeoutMs: 20_000
  };
  writer = sage.writer({ cashReceipts });
}, 60_000);
afterAll(() => sage.close());

let nextId = 0;
function target(changes: Partial<SageTarget> = {}): SageTarget {
  nextId += 1;
  return {
    key: undefined,
    salesforceId: `001000000000${String(nextId).padStart(3, '0')}AAA`,
    references: {},
    forNew: {
      records: sage.options.records,
      catalogue: sage.options.catalogue,
      newCustomer: { division: '02', termsCode: '01', taxSchedule: null, salesperson: null },
      linked: (keys) => Promise.resolve(new Set(keys.filter((key) => linked.has(key))))
    },
    ...changes
  };
}

async function saved(name: PairName, values: FieldValues, to: SageTarget) {
  const receipt = await objectPair(name).save?.(writer, values, to);
  if (receipt === undefined) throw new Error(`${name} is not saved`);
  return receipt;
}

async function valuesOf(name: PairName, key: string): Promise<FieldValues> {
  const pair = objectPair(name);
  const [record] = await pair.reads(sage.options.records).byKeys([key]);
  return record === undefined ? {} : pair.description.valuesOf(record);
}

describe('an account', () => {
  const values = {
    customerName: 'Bird & Sons',
    'address.addressLine1': '1 Quai d’Orsay',
    'address.city': 'Racine',
    'address.state': 'WI',
    telephoneNo: '(414) 555-0100',
    creditLimit: '5000.00',
    creditHold: true,
    faxNo: null
  };

  it('when it is new, then Sage numbers it in the company’s division with the company’s terms, once for the account', async () => {
    const to = target();
    const receipt = await saved('Account-customer', values, to);
    expect(receipt).toMatchObject({ outcome: 'created' });
    expect(receipt.key).toMatch(/^02-/);
    expect(await valuesOf('Account-customer', receipt.key)).toMatchObject({ ...values, termsCode: '01' });
    const again = await saved('Account-customer', { ...values, customerName: 'Bird & Daughters' }, to);
    expect(again.key).toBe(receipt.key);
    expect(await valuesOf('Account-customer', receipt.key)).toMatchObject({
      customerName: 'Bird & Daughters'
    });
  });

  it('when its parent is a customer, then it goes in the parent’s division', async () => {
    const receipt = await saved('Account-customer', values, target({ references: { ParentId: '01-ABF' } }));
    expect(receipt.key).toMatch(/^01-/);
  });

  it('when values of a customer are written, then they read back equal, and everything else stays', async () => {
    const before = await valuesOf('Account-customer', '01-ABF');
    const changes = {
      'address.addressLine2': null,
      'address.city': 'Kenosha',
      comment: 'Met in May',
      sortField: null
    };
    const to = target({ key: '01-ABF' });
    expect(await saved('Account-customer', changes, to)).toMatchObject({ key: '01-ABF', outcome: 'updated' });
    const { updatedAt: _now, ...after } = await valuesOf('Account-customer', '01-ABF');
    const wanted: FieldValues = { ...before, ...changes };
    const { updatedAt: _then, ...expected } = wanted;
    expect(after).toEqual(expected);
    expect(await saved('Account-customer', changes, to)).toMatchObject({ outcome: 'unchanged' });
  });

  it('when a field is Sage’s own, or cannot be empty, then nothing is written, and the fault names it', async () => {
    const before = await valuesOf('Account-customer', '01-ABF');
    const wrong = { currentBalance: '1.00', arDivisionNo: '02', nonsense: 'x', comment: 'not written' };
    const refusal = await refusalOf(saved('Account-customer', wrong, target({ key: '01-ABF' })));
    expect(refusal.code).toBe('LB786');
    expect(refusal.faults.map(({ field }) => field)).toEqual(['currentBalance', 'arDivisionNo', 'nonsense']);
    const empty = await refusalOf(saved('Account-customer', { termsCode: null }, target({ key: '01-ABF' })));
    expect(empty.faults).toMatchObject([{ field: 'termsCode', problem: 'Sage does not let it be empty.' }]);
    const nameless = await refusalOf(saved('Account-customer', { comment: 'x' }, target()));
    expect(nameless.faults).toMatchObject([{ code: 'LB786', field: 'customerName' }]);
    expect(await valuesOf('Account-customer', '01-ABF')).toEqual(before);
  });
});

describe('a child account', () => {
  const values = { shipToCode: '77', name: 'Dock 7', 'address.city': 'Racine', shipVia: 'UPS BLUE' };

  it('when it has a ship-to code, then it is an address of its parent’s customer, and can be changed', async () => {
    const receipt = await saved('Account-ship-to', values, target({ references: { ParentId: '01-ABF' } }));
    expect(receipt).toMatchObject({ key: '01-ABF/77', outcome: 'created' });
    expect(await valuesOf('Account-ship-to', '01-ABF/77')).toMatchObject(values);
    const change = { name: 'Dock 8', shipVia: null };
    await saved('Account-ship-to', change, target({ key: '01-ABF/77', references: { ParentId: '01-ABF' } }));
    expect(await valuesOf('Account-ship-to', '01-ABF/77')).toMatchObject({ ...values, ...change });
  });

  it('when its parent is no customer, then it waits for it', async () => {
    expect(await refusalOf(saved('Account-ship-to', values, target()))).toMatchObject({ code: 'LB781' });
  });
});

describe('a contact', () => {
  const person = {
    contactName: 'Artie Johnson',
    emailAddress: 'artie@example.com',
    telephoneNo1: '(714) 555-1'
  };
  const references = { AccountId: '01-ABF' };

  it('when it is new, then its code is made from the name and is nobody else’s; a second try finds the first', async () => {
    const receipt = await saved('Contact-contact', person, target({ references }));
    expect(receipt).toMatchObject({ key: '01-ABF/ARTIE JOH2', outcome: 'created' });
    expect(await valuesOf('Contact-contact', receipt.key)).toMatchObject(person);
    expect(await saved('Contact-contact', person, target({ references }))).toMatchObject({
      key: receipt.key,
      outcome: 'unchanged'
    });
    linked.add(receipt.key);
    expect(await saved('Contact-contact', person, target({ references }))).toMatchObject({
      key: '01-ABF/ARTIE JOH3',
      outcome: 'created'
    });
  });

  it('when two with one name are made at the same moment, then each has a code of its own', async () => {
    const both = ['a@example.com', 'b@example.com'].map((emailAddress) =>
      saved('Contact-contact', { contactName: 'Jo Twin', emailAddress }, target({ references }))
    );
    expect((await Promise.all(both)).map(({ key }) => key).toSorted()).toEqual([
      '01-ABF/JO TWIN',
      '01-ABF/JO TWIN2'
    ]);
  });

  it('when it is changed, then what is given reads back, and what is emptied is gone', async () => {
    const change = { contactTitle: 'Buyer', emailAddress: null };
    await saved('Contact-contact', change, target({ key: '01-ABF/ARTIE JOHN', references }));
    expect(await valuesOf('Contact-contact', '01-ABF/ARTIE JOHN')).toMatchObject(change);
  });
});

describe('a product', () => {
  it('when it is new and then changed, then its values read back equal', async () => {
    const [sample] = await sage.options.records.items.byKeys(['1001-HON-H252']);
    const values = {
      itemCode: 'LB-NEW-1',
      itemCodeDesc: 'Filing cabinet, blue',
      productLine: sample?.productLine ?? null,
      productType: 'finished',
      standardUnitPrice: '12.500000',
      inactive: false,
      UDF_BRAND: 'HON'
    };
    expect(await saved('Product2-item', values, target())).toMatchObject({
      key: 'LB-NEW-1',
      outcome: 'created'
    });
    expect(await valuesOf('Product2-item', 'LB-NEW-1')).toMatchObject(values);
    const change = { standardUnitPrice: '13.250000', inactive: true };
    await saved('Product2-item', change, target({ key: 'LB-NEW-1' }));
    expect(await valuesOf('Product2-item', 'LB-NEW-1')).toMatchObject({ ...values, ...change });
  });
});

describe('a payment that is asked for', () => {
  const values = {
    amount: '100.5',
    depositDate: '2026-01-31',
    bankCode: 'a',
    depositType: 'Cash',
    checkNo: '4711',
    invoiceNo: null,
    discountAmount: null,
    comment: 'By hand'
  };
  const references = { Account__c: '01-ABF' };

  it('when it is booked, then the receipt is that of the payment, and it is booked once', async () => {
    const to = target({ references });
    expect(await saved('Sage_Payment__c-payment', values, to)).toMatchObject({
      key: to.salesforceId,
      outcome: 'created'
    });
    const [name = ''] = await readdir(join(imports, 'done'));
    const [, line = ''] = (await readFile(join(imports, 'done', name), 'utf8')).split('\r\n');
    expect(line.slice(1, -1).split('","')).toEqual(
      ['A', '60310', 'C', '20260131', '01', 'ABF', '4711', '', '100.50', '', '', '100.50', '0.00'].concat([
        'By hand',
        to.salesforceId
      ])
    );
    expect(await saved('Sage_Payment__c-payment', values, to)).toMatchObject({ outcome: 'found' });
    expect(await saved('Sage_Payment__c-payment', values, { ...to, key: to.salesforceId })).toMatchObject({
      outcome: 'unchanged'
    });
    expect(await readdir(join(imports, 'done'))).toHaveLength(1);
  });

  it('when it cannot be booked, then every fault is named and nothing is sent', async () => {
    const wrong = {
      ...values,
      amount: '0',
      bankCode: 'AB',
      depositDate: null,
      checkNo: ' ',
      discountAmount: '1'
    };
    const refusal = await refusalOf(saved('Sage_Payment__c-payment', wrong, target()));
    expect(refusal.code).toBe('LB794');
    expect(refusal.faults.map(({ field }) => field).toSorted()).toEqual(
      ['Account__c', 'amount', 'bankCode', 'checkNo', 'depositDate', 'discountAmount'].toSorted()
    );
    const fraction = await refusalOf(
      saved('Sage_Payment__c-payment', { ...values, amount: '1.005' }, target({ references }))
    );
    expect(fraction.faults).toMatchObject([{ code: 'LB794', field: 'amount', value: '1.005' }]);
    expect(await readdir(join(imports, 'done'))).toHaveLength(1);
  });
});
