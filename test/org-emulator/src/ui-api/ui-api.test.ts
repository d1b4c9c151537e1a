import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { containing, matching } from '../testing/matchers.ts';
import { z } from 'zod';
import type { RunningOrg } from '../index.ts';
import { admin, noAccess, rep, startSession, startTestOrg } from '../testing/test-org.ts';

let org: RunningOrg;
let id: string;

beforeAll(async () => {
  org = await startTestOrg();
  const created = await call(admin, 'POST', 'records', {
    apiName: 'Account',
    fields: { Name: 'ABF', Sage_Customer_No__c: '01-ABF', Sage_Amount_Due__c: 5732.36, Tier__c: 'gold' }
  });
  expect(created.status).toBe(201);
  id = recordSchema.parse(created.body).id ?? '';
});
afterAll(() => org.close());

const recordSchema = z.looseObject({
  id: z.string().optional(),
  eTag: z.string().optional(),
  fields: z.record(z.string(), z.unknown()).optional()
});
const bodySchema = z.union([z.array(z.unknown()), recordSchema]);

async function call(username: string, method: string, path: string, body?: unknown) {
  const { accessToken } = await startSession(org, username);
  const response = await fetch(`${org.url}/services/data/v66.0/ui-api/${path}`, {
    method,
    headers: { cookie: `sid=${encodeURIComponent(accessToken)}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) })
  });
  const text = await response.text();
  const parsed = bodySchema.parse(text === '' ? {} : JSON.parse(text));
  return { status: response.status, body: parsed };
}

describe('UI API records', () => {
  it('when a record is read, then values come with what pages show, and parents nested', async () => {
    const fields = 'Account.Name,Account.Sage_Amount_Due__c,Account.Tier__c,Account.Owner.Name';
    expect(await call(rep, 'GET', `records/${id}?fields=${fields}`)).toMatchObject({
      status: 200,
      body: {
        apiName: 'Account',
        id,
        childRelationships: {},
        eTag: matching(/^[0-9a-f]{32}$/),
        lastModifiedDate: matching(/Z$/),
        fields: {
          Name: { displayValue: null, value: 'ABF' },
          Sage_Amount_Due__c: { displayValue: '$5,732.36', value: 5732.36 },
          Tier__c: { displayValue: 'Gold tier', value: 'gold' },
          Owner: {
            displayValue: 'Ada Admin',
            value: { apiName: 'User', fields: { Name: { value: 'Ada Admin' } } }
          }
        }
      }
    });
  });

  it('when a field may not be seen, then fields refuses it and optionalFields leaves it out', async () => {
    const field = 'Account.Sage_Customer_No__c';
    expect(await call(noAccess, 'GET', `records/${id}?fields=${field}`)).toMatchObject({
      status: 400,
      body: [{ errorCode: 'INVALID_FIELD', statusCode: 400 }]
    });
    const optional = await call(noAccess, 'GET', `records/${id}?fields=Account.Name&optionalFields=${field}`);
    expect(Object.keys(recordSchema.parse(optional.body).fields ?? {})).toEqual(['Name']);
  });

  it('when a record is changed, then it comes back changed with another eTag', async () => {
    const before = await call(rep, 'GET', `records/${id}?fields=Account.Phone`);
    const after = await call(rep, 'PATCH', `records/${id}`, { fields: { Phone: '555-2' } });
    expect(after).toMatchObject({ status: 200, body: { fields: { Phone: { value: '555-2' } } } });
    expect(recordSchema.parse(after.body).eTag).not.toBe(recordSchema.parse(before.body).eTag);
  });

  it('when a change is refused, then the fault stands at its field', async () => {
    expect(await call(admin, 'PATCH', `records/${id}`, { fields: { Name: '' } })).toMatchObject({
      status: 400,
      body: [
        {
          enhancedErrorType: 'RecordError',
          output: { errors: [], fieldErrors: { Name: [{ errorCode: 'REQUIRED_FIELD_MISSING' }] } }
        }
      ]
    });
  });

  it('when a record is deleted or was never there, then reading it is NOT_FOUND', async () => {
    const created = await call(admin, 'POST', 'records', { apiName: 'Account', fields: { Name: 'gone' } });
    const gone = recordSchema.parse(created.body).id ?? '';
    expect((await call(admin, 'DELETE', `records/${gone}`)).status).toBe(204);
    for (const missing of [gone, '001000000000001AAA']) {
      expect(await call(admin, 'GET', `records/${missing}?fields=Account.Name`)).toMatchObject({
        status: 404,
        body: [{ errorCode: 'NOT_FOUND' }]
      });
    }
  });
});

describe('UI API object info and lists', () => {
  it('when object info is read, then it has the fields and rights of the user', async () => {
    const info = await call(rep, 'GET', 'object-info/Account');
    expect(info).toMatchObject({
      status: 200,
      body: {
        apiName: 'Account',
        keyPrefix: '001',
        nameFields: ['Name'],
        fields: { Sage_Customer_No__c: { dataType: 'String', updateable: false, label: 'Sage Customer No.' } }
      }
    });
    const stranger = await call(noAccess, 'GET', 'object-info/Account');
    expect(recordSchema.parse(stranger.body).fields).not.toHaveProperty('Sage_Customer_No__c');
  });

  it('when a list is read page by page, then every account comes once, in order', async () => {
    await call(admin, 'POST', 'records', { apiName: 'Account', fields: { Name: 'AAA' } });
    const list = (token: string) =>
      call(
        rep,
        'GET',
        `list-records/Account/AllAccounts?fields=Account.Name&pageSize=1&sortBy=Name&pageToken=${token}`
      );
    expect(await list('0')).toMatchObject({
      body: { count: 1, nextPageToken: '1', records: [{ fields: { Name: { value: 'AAA' } } }] }
    });
    expect(await list('1')).toMatchObject({
      body: { count: 1, nextPageToken: null, records: [{ fields: { Name: { value: 'ABF' } } }] }
    });
  });

  it('when something is not supported, then the refusal names it', async () => {
    expect(await call(rep, 'GET', `records/${id}?layoutTypes=Full`)).toMatchObject({
      status: 501,
      body: [{ errorCode: 'NOT_IMPLEMENTED', message: containing('layoutTypes') }]
    });
    expect(await call(rep, 'GET', 'related-list-info/Account')).toMatchObject({
      status: 501,
      body: [{ message: containing('related-list-info') }]
    });
  });
});
