import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { customerDraftSchema, type CustomerDraft } from '../../../canonical/drafts/customer-draft.ts';
import { parseCustomerKey, type CustomerKey } from '../../../canonical/customer-key.ts';
import type { SageWriter } from '../../port/sage-writer.ts';
import { masters, refusalOf } from '../test-support/drafts.ts';
import { startWritingCompany, type WritingCompany } from '../test-support/writing-company.ts';

let sage: WritingCompany;
let writer: SageWriter;
beforeAll(async () => {
  sage = await startWritingCompany();
  writer = sage.writer();
});
afterEach(() => sage.company.control.boi({ do: 'reset' }));
afterAll(() => sage.close());

function customerDraft(changes: Partial<CustomerDraft> = {}): CustomerDraft {
  return customerDraftSchema.parse({ requestKey: randomUUID(), ...changes });
}

function newCustomer(changes: Partial<CustomerDraft> = {}): CustomerDraft {
  return customerDraft({ arDivisionNo: '01', customerName: 'Bird & Sons', ...changes });
}

function keyOf(customerNo: string): CustomerKey {
  const key = parseCustomerKey(customerNo);
  if (key === undefined) throw new Error(`${customerNo} is no customer number`);
  return key;
}

async function customerOf(customerNo: string) {
  const [customer] = await sage.options.records.customers.byKeys([keyOf(customerNo)]);
  if (customer === undefined) throw new Error(`there is no customer ${customerNo}`);
  return customer;
}

/** When Sage says that the customer was last written. */
async function stampsOf(customerNo: string): Promise<unknown> {
  const key = keyOf(customerNo);
  return sage.rows(
    `SELECT DateUpdated, TimeUpdated, UserUpdatedKey FROM AR_Customer WHERE ARDivisionNo = '${key.arDivisionNo}' AND CustomerNo = '${key.customerNo}'`
  );
}

describe('a customer that is created', () => {
  it('when Sage hands out the number, then all is as it was asked for, and the rest as Sage fills it in', async () => {
    const draft = newCustomer({
      customerName: "O'Żółć & Müller",
      address: {
        addressLine1: "1 Quai d'Orsay",
        addressLine2: 'Étage 2',
        city: 'Zürich',
        state: 'WI',
        zipCode: '01234'
      },
      telephoneNo: '(414) 555-0100',
      telephoneExt: '007',
      faxNo: '(414) 555-0101',
      emailAddress: 'ap@example.com',
      urlAddress: 'https://example.com',
      termsCode: '02',
      salesperson: '01-0200',
      priceLevel: '2',
      comment: 'Says "hello"',
      sortField: 'OZOLC',
      creditLimit: '12500.50',
      creditHold: true,
      userDefinedFields: {
        UDF_ACCOUNT_TIER: 'GOLD',
        UDF_CREDIT_REVIEW_DATE: '2026-02-28',
        UDF_ANNUAL_TARGET: '1234567.89',
        UDF_PORTAL_ACCESS: 'Y',
        UDF_DELIVERY_NOTES: "Ring twice; don't knock"
      }
    });
    const receipt = await writer.saveCustomer(draft);
    expect(receipt).toMatchObject({ outcome: 'created', warnings: [] });
    expect(receipt.key).toMatch(/^01-\d{7}$/);
    expect(await customerOf(receipt.key)).toMatchObject({
      customerName: "O'Żółć & Müller",
      status: 'active',
      address: {
        addressLine1: "1 Quai d'Orsay",
        addressLine2: 'Étage 2',
        addressLine3: null,
        city: 'Zürich',
        state: 'WI',
        zipCode: '01234'
      },
      telephoneNo: '(414) 555-0100',
      telephoneExt: '007',
      faxNo: '(414) 555-0101',
      emailAddress: 'ap@example.com',
      urlAddress: 'https://example.com',
      termsCode: '02',
      salesperson: '01-0200',
      priceLevel: '2',
      comment: 'Says "hello"',
      sortField: 'OZOLC',
      creditLimit: '12500.50',
      creditHold: true,
      openItem: true,
      userDefinedFields: { ...draft.userDefinedFields, UDF_REQUEST_KEY: draft.requestKey }
    });
  });

  it('when a request is sent again, at once or at the same time, then it is one customer', async () => {
    const draft = newCustomer();
    const receipts = await Promise.all(Array.from({ length: 4 }, () => writer.saveCustomer(draft)));
    expect(receipts.map(({ outcome }) => outcome)).toEqual(['created', 'found', 'found', 'found']);
    expect(new Set(receipts.map(({ key }) => key)).size).toBe(1);
    // Another writer knows nothing of it but what Sage holds.
    expect(await sage.writer().saveCustomer(draft)).toMatchObject({
      key: receipts[0]?.key,
      outcome: 'found'
    });
    const rows = await sage.rows(
      `SELECT CustomerNo FROM AR_Customer WHERE UDF_REQUEST_KEY = '${draft.requestKey}'`
    );
    expect(rows).toHaveLength(1);
  });

  it.each(['01-NEWONE', '02-0000007', '01-000045', '01-A.B/C&D'])(
    'when the number %s is given, then the customer has it, leading zeros and all',
    async (customerNo) => {
      const draft = customerDraft({ customerNo, customerName: 'Given' });
      expect(await writer.saveCustomer(draft)).toMatchObject({ key: customerNo, outcome: 'created' });
      expect(await customerOf(customerNo)).toMatchObject({
        ...keyOf(customerNo),
        customerName: 'Given',
        userDefinedFields: { UDF_REQUEST_KEY: draft.requestKey }
      });
    }
  );

  it('when the bridge dies after the write, then the customer is there once, under the number that it was given', async () => {
    const draft = newCustomer();
    await sage.company.control.boi({ do: 'die', when: 'after-write' });
    const { key } = await writer.saveCustomer(draft);
    expect(await writer.saveCustomer(draft)).toMatchObject({ key, outcome: 'found' });
    expect((await customerOf(key)).userDefinedFields).toMatchObject({ UDF_REQUEST_KEY: draft.requestKey });
  });

  it('when somebody else took the number that it was given, then LB525, nothing of theirs is changed, and it is made under another', async () => {
    const { key: last } = await writer.saveCustomer(newCustomer());
    const draft = newCustomer({ customerName: 'Mine' });
    await sage.company.control.boi({ do: 'die', when: 'before-write' });
    expect((await refusalOf(writer.saveCustomer(draft))).code).toBe('LB513');
    const taken = `01-${String(Number(last.slice(3)) + 1).padStart(7, '0')}`;
    await sage.writer().saveCustomer(customerDraft({ customerNo: taken, customerName: 'Theirs' }));
    expect(await refusalOf(writer.saveCustomer(draft))).toMatchObject({ code: 'LB525' });
    expect((await customerOf(taken)).customerName).toBe('Theirs');
    const receipt = await writer.saveCustomer(draft);
    expect(receipt.outcome).toBe('created');
    expect(receipt.key).not.toBe(taken);
  });

  it('when no field is there to keep the key of the request, then LB520, and a number that is given needs none', async () => {
    for (const customerRequestKeyField of [undefined, 'UDF_NOT_THERE']) {
      const other = sage.writer({ customerRequestKeyField });
      expect((await refusalOf(other.saveCustomer(newCustomer()))).code).toBe('LB520');
    }
    const keyless = sage.writer({ customerRequestKeyField: undefined });
    const draft = customerDraft({ customerNo: '01-KEYLESS', customerName: 'No Key' });
    expect(await keyless.saveCustomer(draft)).toMatchObject({ outcome: 'created' });
  });
});

describe('a customer that is changed', () => {
  const full = {
    customerName: 'Before',
    telephoneNo: '555-0100',
    comment: 'old',
    faxNo: '555-0199',
    creditLimit: '100',
    userDefinedFields: { UDF_ACCOUNT_TIER: 'GOLD', UDF_CREDIT_REVIEW_DATE: '2026-02-28' }
  };

  it('when some fields are given, then those change, null empties, and all others stay', async () => {
    const customerNo = '01-CHANGED';
    await writer.saveCustomer(customerDraft({ customerNo, ...full }));
    const before = await customerOf(customerNo);
    const change = customerDraft({
      customerNo,
      telephoneNo: '555-0200',
      comment: null,
      address: { city: 'Racine' },
      userDefinedFields: { UDF_CREDIT_REVIEW_DATE: null, UDF_ANNUAL_TARGET: '5.50' }
    });
    expect(await writer.saveCustomer(change)).toMatchObject({ key: customerNo, outcome: 'updated' });
    const after = await customerOf(customerNo);
    expect(after).toEqual({
      ...before,
      telephoneNo: '555-0200',
      comment: null,
      address: { ...before.address, city: 'Racine' },
      userDefinedFields: {
        ...before.userDefinedFields,
        UDF_CREDIT_REVIEW_DATE: null,
        UDF_ANNUAL_TARGET: '5.50'
      },
      updatedAt: after.updatedAt
    });
  });

  it('when the customer holds all of it, then it is unchanged, and so are its stamps', async () => {
    const customerNo = '01-SAME';
    const draft = customerDraft({ customerNo, ...full });
    await writer.saveCustomer(draft);
    await sage.company.control.set('AR_Customer', '01-SAME', { DateUpdated: '2020-01-01' });
    const stamps = await stampsOf(customerNo);
    const again = { ...draft, creditLimit: '100.00', customerName: 'Before ', requestKey: randomUUID() };
    expect(await writer.saveCustomer(again)).toMatchObject({ outcome: 'unchanged' });
    expect(await stampsOf(customerNo)).toEqual(stamps);
    expect(await writer.saveCustomer({ ...again, comment: 'new' })).toMatchObject({ outcome: 'updated' });
    expect(await stampsOf(customerNo)).not.toEqual(stamps);
  });
});

describe('a customer that Sage would refuse', () => {
  const udf = (name: string, value: string) => ({ userDefinedFields: { [name]: value } });

  it.each([
    ['a name over its length', { customerName: 'x'.repeat(51) }, 'LB505', 'customerName'],
    ['an address over its length', { address: { city: 'x'.repeat(31) } }, 'LB505', 'address.city'],
    ['unknown terms', { termsCode: '77' }, 'LB405', 'termsCode'],
    ['an unknown salesperson', { salesperson: '01-9999' }, 'LB407', 'salesperson'],
    ['an unknown contact', { contactCode: 'NOBODY' }, 'LB410', 'contactCode'],
    ['a limit that is no number', { creditLimit: 'much' }, 'LB506', 'creditLimit'],
    ['a UDF that does not exist', udf('UDF_NOT_THERE', '1'), 'LB409', 'userDefinedFields.UDF_NOT_THERE'],
    [
      'a UDF that is no number',
      udf('UDF_ANNUAL_TARGET', 'x'),
      'LB506',
      'userDefinedFields.UDF_ANNUAL_TARGET'
    ],
    [
      'a UDF that is no day',
      udf('UDF_CREDIT_REVIEW_DATE', 'soon'),
      'LB506',
      'userDefinedFields.UDF_CREDIT_REVIEW_DATE'
    ],
    [
      'a UDF that is no flag',
      udf('UDF_PORTAL_ACCESS', 'yes'),
      'LB506',
      'userDefinedFields.UDF_PORTAL_ACCESS'
    ],
    [
      'a day that is out of range',
      udf('UDF_CREDIT_REVIEW_DATE', '1850-01-01'),
      'LB508',
      'userDefinedFields.UDF_CREDIT_REVIEW_DATE'
    ]
  ])(
    'when it has %s, then new and existing customers are refused with field and fix before Sage is asked',
    async (_what, changes, code, field) => {
      const fresh = sage.writer();
      const before = await masters(sage);
      for (const draft of [newCustomer(changes), customerDraft({ customerNo: '01-ABF', ...changes })]) {
        const refusal = await refusalOf(fresh.saveCustomer(draft));
        expect(refusal.code).toBe(code);
        expect(refusal.faults).toMatchObject([{ code, field }]);
        expect(refusal.faults[0]?.fix).not.toBe('');
      }
      expect(await masters(sage)).toEqual(before);
      expect(fresh.state().bridgeName).toBeNull();
    }
  );

  it('when a new one has no division or name, then LB507; a malformed number is LB101', async () => {
    const bare = await refusalOf(writer.saveCustomer(customerDraft()));
    expect(bare.faults).toMatchObject([
      { code: 'LB507', field: 'arDivisionNo' },
      { code: 'LB507', field: 'customerName' }
    ]);
    const nameless = await refusalOf(writer.saveCustomer(customerDraft({ customerNo: '01-NAMELESS' })));
    expect(nameless.faults).toMatchObject([{ code: 'LB507', field: 'customerName' }]);
    const fault = { code: 'LB101', field: 'customerNo', value: 'ABF' };
    const malformed = await refusalOf(writer.saveCustomer(customerDraft({ customerNo: 'ABF' })));
    expect(malformed).toMatchObject({ code: 'LB101', faults: [fault] });
    const contact = await refusalOf(writer.saveContact({ customerNo: 'ABF', contactCode: 'X' }));
    expect(contact).toMatchObject({ code: 'LB101', faults: [fault] });
  });

  it('when somebody has the record open, then LB510, and it is written once he is done', async () => {
    const lock = { table: 'AR_Customer', key: '01/ABF' };
    await sage.company.control.boi({ do: 'lock', ...lock });
    const draft = customerDraft({ customerNo: '01-ABF', comment: 'after the lock' });
    expect(await refusalOf(writer.saveCustomer(draft))).toMatchObject({ code: 'LB510' });
    await sage.company.control.boi({ do: 'unlock', ...lock });
    expect(await writer.saveCustomer(draft)).toMatchObject({ outcome: 'updated' });
  });
});
