import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { RunningOrg } from '../../index.ts';
import { containing, matching } from '../../testing/matchers.ts';
import { control } from '../../testing/test-org.ts';
import { clerk, startOrdersOrg, stranger, UiApi } from '../testing/orders-org.ts';

let org: RunningOrg;
let api: UiApi;
let outsider: UiApi;
let account: string;
let order: string;

beforeAll(async () => {
  org = await startOrdersOrg();
  [api, outsider] = await Promise.all([UiApi.of(org, clerk), UiApi.of(org, stranger)]);
  account = await api.create('Account', {
    Name: 'ABF',
    AnnualRevenue: 5732,
    BillingStreet: '2131 N. 14th Street',
    BillingCity: 'Milwaukee'
  });
  order = await api.create('Sage_Order__c', {
    Account__c: account,
    Region__c: 'south',
    Due__c: '2199-01-31'
  });
});
afterAll(() => org.close());

const tagged = z.looseObject({
  eTag: z.string(),
  lastModifiedDate: z.string(),
  fields: z.record(z.string(), z.unknown())
});

describe('reading a record by the UI API', () => {
  it('when fields are asked for, then they come with what pages show, parents nested, addresses whole', async () => {
    const fields = 'Account.Name,Account.AnnualRevenue,Account.Owner.Name,Account.BillingAddress';
    expect(await api.get(`records/${account}?fields=${fields}`)).toMatchObject({
      apiName: 'Account',
      id: account,
      childRelationships: {},
      eTag: matching(/^[0-9a-f]{32}$/),
      weakEtag: expect.any(Number) as unknown,
      lastModifiedDate: matching(/Z$/),
      recordTypeId: '012000000000000AAA',
      recordTypeInfo: null,
      fields: {
        AnnualRevenue: { displayValue: '$5,732', value: 5732 },
        BillingAddress: { value: { street: '2131 N. 14th Street', city: 'Milwaukee' } },
        Name: { displayValue: null, value: 'ABF' },
        Owner: {
          displayValue: 'Clara Clerk',
          value: { apiName: 'User', fields: { Name: { value: 'Clara Clerk' } } }
        }
      }
    });
  });

  it('when a formula field is asked for, then it is worked out', async () => {
    expect(await api.get(`records/${order}?fields=Sage_Order__c.Summary__c`)).toMatchObject({
      fields: { Summary__c: { value: 'ABF SO-000100 south' } }
    });
  });

  it('when a record has a record type, then it is told with its label', async () => {
    const types = await api.connection.query<{ Id: string }>(
      "SELECT Id FROM RecordType WHERE Name = 'Export order'"
    );
    const recordTypeId = types.records[0]?.Id ?? '';
    const exported = await api.create('Sage_Order__c', { RecordTypeId: recordTypeId, Region__c: 'south' });
    expect(await api.get(`records/${exported}?fields=Sage_Order__c.Name`)).toMatchObject({
      recordTypeId,
      recordTypeInfo: { name: 'Export order', recordTypeId, master: false, available: true }
    });
  });

  it('when a time is shown, then it is in the time zone of the user', async () => {
    await control(org, 'POST', '/clock/stop', { at: '2026-07-01T02:30:00.000Z' });
    const late = await api.create('Account', { Name: 'Late' });
    await control(org, 'POST', '/clock/run');
    expect(await api.get(`records/${late}?fields=Account.CreatedDate`)).toMatchObject({
      fields: { CreatedDate: { displayValue: '6/30/2026, 10:30 PM', value: '2026-07-01T02:30:00.000Z' } }
    });
  });

  it('when layouts are asked for, then the mode says which fields come', async () => {
    const namesOf = async (query: string) =>
      Object.keys(tagged.parse(await api.get(`records/${order}?${query}`)).fields);
    expect(await namesOf('layoutTypes=Compact')).toEqual(['Name']);
    expect(await namesOf('layoutTypes=Full')).toEqual(
      expect.arrayContaining([
        'Account__c',
        'Account__r',
        'CreatedBy',
        'CreatedDate',
        'Summary__c',
        'Total__c'
      ])
    );
    const editable = await namesOf('layoutTypes=Full&modes=Edit');
    expect(editable).toEqual(expect.arrayContaining(['Account__c', 'Due__c']));
    expect(editable).not.toContain('Summary__c');
  });

  it('when children are asked for, then they come in pages of their own', async () => {
    for (const LastName of ['Ames', 'Boone']) await api.create('Contact', { LastName, AccountId: account });
    const query = 'fields=Account.Name,Contact.LastName&childRelationships=Account.Contacts&pageSize=1';
    const first = await api.get(`records/${account}?${query}`);
    expect(first).toMatchObject({
      childRelationships: {
        Contacts: {
          count: 1,
          currentPageToken: '0',
          nextPageToken: '1',
          previousPageUrl: null,
          records: [
            { apiName: 'Contact', fields: { LastName: { value: 'Ames' }, AccountId: { value: account } } }
          ]
        }
      }
    });
    const { childRelationships } = childrenSchema.parse(first);
    expect(await api.get(childRelationships.Contacts.nextPageUrl)).toMatchObject({
      currentPageToken: '1',
      nextPageToken: null,
      records: [{ fields: { LastName: { value: 'Boone' } } }]
    });
  });

  const childrenSchema = z.looseObject({
    childRelationships: z.object({ Contacts: z.looseObject({ nextPageUrl: z.string() }) })
  });

  it('when several records are asked for, then one that is missing does not spoil the others', async () => {
    const answer = await api.get(`records/batch/${account},001000000000001AAA?fields=Account.Name`);
    expect(answer).toMatchObject({
      hasErrors: true,
      results: [
        { statusCode: 200, result: { fields: { Name: { value: 'ABF' } } } },
        { statusCode: 404, result: [{ errorCode: 'NOT_FOUND' }] }
      ]
    });
  });

  it('when a record is as the client knows it, then it is not sent again', async () => {
    const { eTag } = tagged.parse(await api.get(`records/${account}?fields=Account.Name`));
    const conditions = [
      { 'If-None-Match': `"${eTag}"` },
      { 'If-Modified-Since': new Date(Date.now() + 9e4).toUTCString() }
    ];
    for (const headers of conditions) {
      expect(await api.get(`records/${account}?fields=Account.Name`, headers)).toBeFalsy();
    }
    expect(
      await api.get(`records/${account}?fields=Account.Name`, { 'If-None-Match': '"other"' })
    ).toMatchObject({ eTag });
  });
});

describe('who may read what', () => {
  it('when a field may not be seen, then fields refuses it and optionalFields leaves it out', async () => {
    const admin = await UiApi.of(org, 'admin@ledger-bridge.example');
    const field = 'Sage_Order__c.Total__c';
    expect(await admin.refusal(admin.get(`records/${order}?fields=${field}`))).toMatchObject({
      errorCode: 'INVALID_FIELD',
      statusCode: 400,
      message: containing("No such column 'Total__c'")
    });
    const optional = await admin.get(`records/${order}?fields=Sage_Order__c.Name&optionalFields=${field}`);
    expect(Object.keys(tagged.parse(optional).fields)).toEqual(['Name']);
  });

  it('when an object may not be read, then its records are refused with 403', async () => {
    expect(await outsider.refusal(outsider.get(`records/${order}?fields=Sage_Order__c.Name`))).toMatchObject({
      errorCode: 'INSUFFICIENT_ACCESS',
      statusCode: 403
    });
  });

  it('when a record is deleted or was never there, then it is not found', async () => {
    const gone = await api.create('Account', { Name: 'Gone' });
    await api.delete(`records/${gone}`);
    for (const id of [gone, '001000000000001AAA', 'a-name']) {
      expect(await api.refusal(api.get(`records/${id}?fields=Account.Name`))).toMatchObject({
        errorCode: 'NOT_FOUND',
        statusCode: 404
      });
    }
  });

  it.each([
    ['no field at all', '', 'layoutTypes, fields or optionalFields'],
    ['a layout that is none', 'layoutTypes=Wide', 'Wide'],
    ['a mode that is none', 'layoutTypes=Full&modes=Print', 'Print'],
    ['fields and layouts without children', 'layoutTypes=Full&fields=Account.Name', 'childRelationships']
  ])('when the request names %s, then it is refused', async (_what, query, part) => {
    expect(await api.refusal(api.get(`records/${account}?${query}`))).toMatchObject({
      statusCode: 400,
      message: containing(part)
    });
  });
});

describe('writing a record by the UI API', () => {
  it('when a record is created or changed, then it comes back as a full layout shows it', async () => {
    const created = await api.post('records?allowSaveOnDuplicate=true', {
      apiName: 'Account',
      fields: { Name: 'New' }
    });
    const { id } = z.looseObject({ id: z.string() }).parse(created);
    expect(created).toMatchObject({
      fields: { Name: { value: 'New' }, Owner: { displayValue: 'Clara Clerk' } }
    });
    const before = tagged.parse(created);
    const after = await api.patch(`records/${id}`, { fields: { Phone: '555-2' } });
    expect(after).toMatchObject({ fields: { Phone: { value: '555-2' } } });
    expect(tagged.parse(after).eTag).not.toBe(before.eTag);
  });

  it('when fields are at fault, then each is told at its field, the part of a name below the whole name', async () => {
    const refused = await api.refusal(
      api.post('records', { apiName: 'Contact', fields: { AccountId: account, Email: 'nobody' } })
    );
    expect(refused).toMatchObject({
      statusCode: 400,
      enhancedErrorType: 'RecordError',
      message: containing('An error occurred while trying to update the record'),
      output: {
        errors: [],
        fieldErrors: {
          Name: [
            {
              constituentField: 'LastName',
              field: 'Name',
              fieldLabel: 'Full Name',
              errorCode: 'REQUIRED_FIELD_MISSING'
            }
          ]
        }
      }
    });
  });

  it('when several values do not fit, then all are told', async () => {
    const fields = { Name: 'x'.repeat(256), Phone: '5'.repeat(41) };
    expect(await api.refusal(api.patch(`records/${account}`, { fields }))).toMatchObject({
      output: {
        fieldErrors: {
          Name: [{ errorCode: 'STRING_TOO_LONG' }],
          Phone: [{ errorCode: 'STRING_TOO_LONG', fieldLabel: 'Account Phone' }]
        }
      }
    });
  });

  it('when a validation rule is broken, then its message stands at its field', async () => {
    expect(
      await api.refusal(api.patch(`records/${order}`, { fields: { Due__c: '2020-01-01' } }))
    ).toMatchObject({
      errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
      output: {
        fieldErrors: { Due__c: [{ message: 'An order cannot be due in the past.', fieldLabel: 'Due' }] }
      }
    });
  });

  it('when somebody changed the record meanwhile, then 412 tells the record as it is', async () => {
    const { lastModifiedDate } = tagged.parse(await api.get(`records/${account}?fields=Account.Name`));
    await control(org, 'POST', '/clock/advance', { milliseconds: 5000 });
    await api.patch(
      `records/${account}`,
      { fields: { Phone: '555-3' } },
      { 'If-Unmodified-Since': lastModifiedDate }
    );
    expect(
      await api.refusal(
        api.patch(
          `records/${account}`,
          { fields: { Phone: '555-4' } },
          { 'If-Unmodified-Since': lastModifiedDate }
        )
      )
    ).toMatchObject({
      statusCode: 412,
      errorCode: 'PRECONDITION_FAILED',
      output: { id: account, fields: { Phone: { value: '555-3' } } }
    });
  });

  it('when the user may not delete, then nothing is deleted', async () => {
    expect(await api.refusal(api.delete(`records/${order}`))).toMatchObject({ statusCode: 403 });
    expect(await api.get(`records/${order}?fields=Sage_Order__c.Name`)).toMatchObject({ id: order });
  });

  it('when an object does not exist, then it is not found', async () => {
    expect(await api.refusal(api.post('records', { apiName: 'Nothing__c', fields: {} }))).toMatchObject({
      errorCode: 'NOT_FOUND',
      statusCode: 404
    });
  });
});

describe('what the local org does not have', () => {
  it.each(['actions/record/001', 'favorites', 'apps', 'themes/active', 'nav-items'])(
    'when %s is asked for, then the refusal names it',
    async (path) => {
      expect(await api.refusal(api.get(path))).toMatchObject({
        errorCode: 'NOT_IMPLEMENTED',
        message: containing(path),
        statusCode: 501
      });
    }
  );
});
