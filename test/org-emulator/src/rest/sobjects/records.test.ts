import { Connection } from '@jsforce/jsforce-node';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RunningOrg } from '../../index.ts';
import { containing, listWith } from '../../testing/matchers.ts';
import { admin, connect, control, startTestOrg } from '../../testing/test-org.ts';

const base = '/services/data/v66.0';

let org: RunningOrg;
let connection: Connection;

beforeAll(async () => {
  org = await startTestOrg();
});
afterAll(() => org.close());
beforeEach(async () => {
  await control(org, 'POST', '/reset');
  connection = await connect(org, admin);
});

async function createAccount(values: Record<string, unknown>): Promise<string> {
  const { id } = await connection.sobject('Account').create(values);
  return id ?? '';
}

describe('conditional requests', () => {
  it('when a record changed since, then a change under a condition is refused, else it is made', async () => {
    const id = await createAccount({ Name: 'ABF' });
    const change = (since: string) =>
      connection.request({
        method: 'PATCH',
        url: `${base}/sobjects/Account/${id}`,
        body: JSON.stringify({ Site: 'north' }),
        headers: { 'content-type': 'application/json', 'If-Unmodified-Since': since }
      });
    await expect(change('Mon, 01 Jan 2024 00:00:00 GMT')).rejects.toMatchObject({
      errorCode: 'PRECONDITION_FAILED'
    });
    expect(await connection.sobject('Account').retrieve(id)).toMatchObject({ Site: null });
    await change(new Date(Date.now() + 60_000).toUTCString());
    expect(await connection.sobject('Account').retrieve(id)).toMatchObject({ Site: 'north' });
  });

  it('when a describe has not changed since, then it is not sent again', async () => {
    const ask = (headers: Record<string, string>) =>
      fetch(`${org.url}${base}/sobjects/Account/describe`, {
        headers: { authorization: `Bearer ${connection.accessToken ?? ''}`, ...headers }
      });
    const first = await ask({});
    const again = await ask({ 'If-Modified-Since': first.headers.get('last-modified') ?? '' });
    expect([first.status, again.status]).toEqual([200, 304]);
  });
});

describe('records by external id', () => {
  const path = `${base}/sobjects/Account/Sage_Customer_No__c/01-ABF`;

  it('when it is to update only, then nothing is created', async () => {
    const update = () =>
      connection.request({
        method: 'PATCH',
        url: `${path}?updateOnly=true`,
        body: JSON.stringify({ Name: 'ABF' }),
        headers: { 'content-type': 'application/json' }
      });
    await expect(update()).rejects.toMatchObject({ errorCode: 'NOT_FOUND' });
    const id = await createAccount({ Name: 'a', Sage_Customer_No__c: '01-ABF' });
    expect(await update()).toMatchObject({ id, created: false });
    expect(await connection.request(`${path}?fields=Name`)).toMatchObject({ Name: 'ABF' });
  });

  it('when the version is older than 46.0, then an update answers no body', async () => {
    const old = new Connection({ instanceUrl: org.url, accessToken: connection.accessToken ?? '' });
    const upsert = (Name: string) =>
      old.request({
        method: 'PATCH',
        url: path.replace('v66.0', 'v45.0'),
        body: JSON.stringify({ Name }),
        headers: { 'content-type': 'application/json' }
      });
    expect(await upsert('first')).toMatchObject({ success: true });
    expect(await upsert('second')).toBeFalsy();
  });
});

describe('relationships', () => {
  it('when a path follows a lookup or a child relationship, then it leads to those records', async () => {
    const parent = await createAccount({ Name: 'Group' });
    const child = await createAccount({ Name: 'Branch', ParentId: parent });
    await connection.sobject('Contact').create({ LastName: 'Doe', AccountId: child });
    expect(await connection.request(`${base}/sobjects/Account/${child}/Parent`)).toMatchObject({
      Id: parent
    });
    const contacts = await connection.request(`${base}/sobjects/Account/${child}/Contacts?fields=LastName`);
    expect(contacts).toMatchObject({ totalSize: 1, records: [{ LastName: 'Doe' }] });
    await expect(connection.request(`${base}/sobjects/Account/${parent}/Parent`)).rejects.toMatchObject({
      errorCode: 'NOT_FOUND'
    });
  });

  it('when a tree is nested, then children get their parents; one refused undoes all', async () => {
    const tree = (LastName?: string) =>
      connection.requestPost<{ results: { referenceId: string }[] }>(`${base}/composite/tree/Account`, {
        records: [
          {
            attributes: { type: 'Account', referenceId: 'a' },
            Name: 'ABF',
            Contacts: {
              records: [{ attributes: { type: 'Contact', referenceId: 'c' }, LastName }]
            }
          }
        ]
      });
    await expect(tree()).rejects.toThrow();
    expect(await connection.sobject('Account').count()).toBe(0);
    const { results } = await tree('Doe');
    expect(results.map(({ referenceId }) => referenceId)).toEqual(['a', 'c']);
    const found = await connection.query(`SELECT Id FROM Contact WHERE Account.Name = 'ABF'`);
    expect(found.totalSize).toBe(1);
  });
});

it('when records were changed and deleted within a time, then jsforce is told which', async () => {
  const kept = await createAccount({ Name: 'kept' });
  const gone = await createAccount({ Name: 'gone' });
  await connection.sobject('Account').destroy(gone);
  const [start, end] = [Date.now() - 60_000, Date.now() + 60_000].map((at) => new Date(at).toISOString());
  const updated = await connection.sobject('Account').updated(start ?? '', end ?? '');
  const deleted = await connection.sobject('Account').deleted(start ?? '', end ?? '');
  expect(updated.ids).toEqual([kept]);
  expect(deleted.deletedRecords).toMatchObject([{ id: gone }]);
});

it('when records were seen, then jsforce finds them among the recent ones', async () => {
  await createAccount({ Name: 'first' });
  await createAccount({ Name: 'second' });
  expect(await connection.recent()).toMatchObject([{ Name: 'second' }, { Name: 'first' }]);
});

it('when an answer is long, then it is sent with gzip to those who take it', async () => {
  const answer = await fetch(`${org.url}${base}/sobjects/Account/describe`, {
    headers: { authorization: `Bearer ${connection.accessToken ?? ''}`, 'accept-encoding': 'gzip' }
  });
  expect(answer.headers.get('content-encoding')).toBe('gzip');
  expect(await answer.json()).toMatchObject({ name: 'Account' });
});

describe('requests that are no use', () => {
  const send = (method: 'PATCH' | 'POST' | 'PUT', path: string, body: string, type = 'application/json') =>
    connection.request({ method, url: `${base}${path}`, body, headers: { 'content-type': type } });

  it.each([
    [
      'PUT',
      '/sobjects/Account',
      '{}',
      'METHOD_NOT_ALLOWED',
      "HTTP Method 'PUT' not allowed. Allowed are HEAD,GET,POST"
    ],
    ['POST', '/nowhere', '{}', 'NOT_FOUND', 'The requested resource does not exist'],
    [
      'POST',
      '/sobjects/Account',
      '{"Name": x}',
      'JSON_PARSER_ERROR',
      "Unexpected character ('x' (code 120)) at [line:1, column:10]"
    ],
    ['POST', '/sobjects/Account', '{"Name"', 'JSON_PARSER_ERROR', 'Unexpected end-of-input']
  ] as const)(
    'when it is %s %s %s, then it is refused as %s',
    async (method, path, body, errorCode, text) => {
      await expect(send(method, path, body)).rejects.toMatchObject({ errorCode, message: containing(text) });
    }
  );

  it('when the body is no JSON, or the version is unknown, then each is said', async () => {
    await expect(send('POST', '/sobjects/Account', 'Name=x', 'text/plain')).rejects.toMatchObject({
      errorCode: 'UNSUPPORTED_MEDIA_TYPE'
    });
    await expect(connection.request('/services/data/v999.0/limits')).rejects.toMatchObject({
      errorCode: 'NOT_FOUND'
    });
  });
});

it('when an object is described, then relationships, compounds and record types are told', async () => {
  const described = await connection.sobject('Account').describe();
  const field = (name: string) => described.fields.find((each) => each.name === name);
  expect(field('BillingCity')).toMatchObject({ compoundFieldName: 'BillingAddress' });
  expect(field('BillingAddress')).toMatchObject({ type: 'address', filterable: false });
  expect(field('Sage_Amount_Due__c')).toMatchObject({ precision: 18, scale: 2, soapType: 'xsd:double' });
  expect(described.childRelationships).toEqual(
    listWith({ childSObject: 'Contact', field: 'AccountId', relationshipName: 'Contacts' })
  );
  expect(described.recordTypeInfos).toMatchObject([{ master: true, recordTypeId: '012000000000000AAA' }]);
});
