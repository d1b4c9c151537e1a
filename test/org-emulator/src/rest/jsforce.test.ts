import { Connection } from '@jsforce/jsforce-node';
import jwt from 'jsonwebtoken';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { containing, matching } from '../testing/matchers.ts';
import type { RunningOrg } from '../index.ts';
import {
  admin,
  changedPackage,
  connect,
  control,
  noAccess,
  privateKeyPem,
  rep,
  signingKeys,
  startTestOrg
} from '../testing/test-org.ts';

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
  const result = await connection.sobject('Account').create(values);
  if (!result.success) throw new Error(JSON.stringify(result.errors));
  return result.id;
}

/** jsforce writes the name of the external id field its own way, so the request is made by hand. */
function upsertMany(field: string, accounts: Record<string, unknown>[]): Promise<unknown[]> {
  const records = accounts.map((values) => ({ attributes: { type: 'Account' }, ...values }));
  return connection.request<unknown[]>({
    method: 'PATCH',
    url: `/services/data/v66.0/composite/sobjects/Account/${field}`,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ records })
  });
}

describe('jsforce, unmodified, with one record', () => {
  it('when it creates, reads, updates and deletes an Account, then each does what it says', async () => {
    const id = await createAccount({
      Name: 'ABF',
      Sage_Customer_No__c: '01-ABF',
      Sage_Amount_Due__c: 5732.36
    });
    expect(id).toMatch(/^001.{15}$/);
    await connection.sobject('Account').update({ Id: id, Phone: '555-1', Sage_Credit_Hold__c: true });
    expect(await connection.sobject('Account').retrieve(id)).toMatchObject({
      attributes: { type: 'Account', url: `/services/data/v66.0/sobjects/Account/${id}` },
      Name: 'ABF',
      Phone: '555-1',
      Sage_Amount_Due__c: 5732.36,
      Sage_Credit_Hold__c: true,
      CreatedDate: matching(/\+0000$/)
    });
    await connection.sobject('Account').destroy(id);
    await expect(connection.sobject('Account').retrieve(id)).rejects.toMatchObject({
      errorCode: 'NOT_FOUND'
    });
    const deleted = await connection.query(`SELECT Id FROM Account WHERE Id = '${id}'`, { scanAll: true });
    expect(deleted.totalSize).toBe(1);
  });

  it('when it upserts by external id, then the first call creates and the second updates', async () => {
    const upsert = (Name: string) =>
      connection.sobject('Account').upsert({ Name, Sage_Customer_No__c: '01-000123' }, 'Sage_Customer_No__c');
    const first = await upsert('Leading Zeros');
    const second = await upsert('Leading Zeros Ltd');
    expect([first, second]).toMatchObject([{ created: true }, { created: false, id: first.id }]);
    expect(await connection.sobject('Account').count()).toBe(1);
  });

  it('when an external id finds several records, then the upsert is refused with status 300', async () => {
    await createAccount({ Name: 'one', Legacy_No__c: 'L1' });
    await createAccount({ Name: 'two', Legacy_No__c: 'L1' });
    const upsert = connection
      .sobject('Account')
      .upsert({ Name: 'three', Legacy_No__c: 'L1' }, 'Legacy_No__c');
    await expect(upsert).rejects.toMatchObject({ name: 'MULTIPLE_CHOICES' });
  });

  it.each([
    ['no name', { Phone: '1' }, 'REQUIRED_FIELD_MISSING', /Required fields are missing: \[Name\]/],
    [
      'an unknown field',
      { Name: 'x', Foo__c: 1 },
      'INVALID_FIELD',
      /No such column 'Foo__c' on sobject of type Account/
    ],
    [
      'a read only field',
      { Name: 'x', CreatedDate: '2020-01-01T00:00:00Z' },
      'INVALID_FIELD_FOR_INSERT_UPDATE',
      /CreatedDate/
    ],
    [
      'a text too long',
      { Name: 'x', Legacy_No__c: '12345678901' },
      'STRING_TOO_LONG',
      /Legacy No\.: data value too large: 12345678901 \(max length=10\)/
    ],
    [
      'text for a number',
      { Name: 'x', Sage_Amount_Due__c: 'much' },
      'JSON_PARSER_ERROR',
      /currency from VALUE_STRING value much/
    ],
    ['a number for text', { Name: 5 }, 'JSON_PARSER_ERROR', /string from VALUE_NUMBER_INT value 5/],
    [
      'no date',
      { Name: 'x', Sage_Last_Payment_Date__c: 'soon' },
      'JSON_PARSER_ERROR',
      /date from VALUE_STRING/
    ],
    [
      'a day that no calendar has',
      { Name: 'x', Sage_Last_Payment_Date__c: '2026-02-30' },
      'JSON_PARSER_ERROR',
      /date from VALUE_STRING value 2026-02-30/
    ],
    [
      'a number too large',
      { Name: 'x', Sage_Amount_Due__c: 1e16 },
      'NUMBER_OUTSIDE_VALID_RANGE',
      /outside of valid range/
    ],
    [
      'a value not in the picklist',
      { Name: 'x', Tier__c: 'tin' },
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
      /bad value for restricted picklist field: tin/
    ],
    [
      'an owner that is no user',
      { Name: 'x', OwnerId: '001000000000001AAA' },
      'FIELD_INTEGRITY_EXCEPTION',
      /incorrect type/
    ],
    [
      'an owner that does not exist',
      { Name: 'x', OwnerId: '005000000000001AAA' },
      'INVALID_CROSS_REFERENCE_KEY',
      /invalid cross reference id/
    ]
  ])(
    'when a record has %s, then it is refused as Salesforce does',
    async (_what, values, errorCode, message) => {
      const refusal = connection.sobject('Account').create(values);
      await expect(refusal).rejects.toMatchObject({ errorCode, message: matching(message) });
      expect(await connection.sobject('Account').count()).toBe(0);
    }
  );

  it('when a unique value is used twice, whatever its case, then it is DUPLICATE_VALUE naming the record', async () => {
    const id = await createAccount({ Name: 'ABF', Sage_Customer_No__c: '01-ABF' });
    const refusal = connection.sobject('Account').create({ Name: 'x', Sage_Customer_No__c: '01-abf' });
    await expect(refusal).rejects.toMatchObject({
      errorCode: 'DUPLICATE_VALUE',
      message: `duplicate value found: Sage_Customer_No__c duplicates value on record with id: ${id}`
    });
    await connection.sobject('Account').destroy(id);
    await expect(createAccount({ Name: 'x', Sage_Customer_No__c: '01-abf' })).resolves.toMatch(/^001/);
  });
});

describe('jsforce with collections', () => {
  it('when one of three is wrong and all or none is not asked for, then two are created', async () => {
    const results = await connection
      .sobject('Account')
      .create([{ Name: 'a' }, { Phone: '1' }, { Name: 'c' }]);
    expect(results.map(({ success }) => success)).toEqual([true, false, true]);
    expect(await connection.sobject('Account').count()).toBe(2);
  });

  it('when one is wrong and all or none is asked for, then none is created and all are told why', async () => {
    const results = await connection
      .sobject('Account')
      .create([{ Name: 'a' }, { Phone: '1' }], { allOrNone: true });
    expect(results.map(({ errors }) => errors[0])).toMatchObject([
      { statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK' },
      { statusCode: 'REQUIRED_FIELD_MISSING' }
    ]);
    expect(await connection.sobject('Account').count()).toBe(0);
  });

  it('when many are updated, upserted, retrieved and deleted, then each is', async () => {
    const ids = [await createAccount({ Name: 'a', Legacy_No__c: '1' }), await createAccount({ Name: 'b' })];
    await connection.sobject('Account').update(ids.map((Id) => ({ Id, Site: 'north' })));
    const upserted = await connection.sobject('Account').upsert(
      [
        { Name: 'a2', Legacy_No__c: '1' },
        { Name: 'c', Legacy_No__c: '3' }
      ],
      'Legacy_No__c'
    );
    expect(upserted.map(({ created }) => created)).toEqual([false, true]);
    const retrieved = await connection.sobject('Account').retrieve(ids);
    expect(retrieved).toMatchObject([
      { Name: 'a2', Site: 'north' },
      { Name: 'b', Site: 'north' }
    ]);
    await connection.sobject('Account').destroy(ids);
    expect(await connection.sobject('Account').count()).toBe(1);
  });

  it('when the external id is spelt in other letters, then its record is found all the same', async () => {
    const id = await createAccount({ Name: 'a', Legacy_No__c: '1' });
    const results = await upsertMany('legacy_no__c', [{ Name: 'a2', LEGACY_NO__C: '1' }]);
    expect(results).toMatchObject([{ id, success: true, created: false }]);
  });

  it('when the external id is a number, then its record is found by it', async () => {
    const file = 'main/accounts/objects/Account/fields/Legacy_No__c.field-meta.xml';
    const packageDirectory = changedPackage(file, (xml) =>
      xml.replace(/<length>10.*<type>Text/s, '<precision>10</precision><scale>0</scale><type>Number')
    );
    const numbered = await startTestOrg({ packageDirectory });
    connection = await connect(numbered, admin);
    const created = await upsertMany('Legacy_No__c', [{ Name: 'a', Legacy_No__c: 7 }]);
    const updated = await upsertMany('Legacy_No__c', [{ Name: 'a2', Legacy_No__c: '7.0' }]);
    await numbered.close();
    expect([...created, ...updated]).toMatchObject([{ created: true }, { created: false }]);
  });

  it('when it upserts by an Id that does not exist, then that is not found, and nothing is created', async () => {
    const results = await upsertMany('Id', [{ Name: 'a', Id: '001000000000001AAA' }]);
    expect(results).toMatchObject([{ success: false, errors: [{ statusCode: 'NOT_FOUND' }] }]);
    expect(await connection.sobject('Account').count()).toBe(0);
  });
});

describe('jsforce with queries, describes and limits', () => {
  it('when the result has more records than a page, then jsforce fetches the rest', async () => {
    for (let batch = 0; batch < 3; batch += 1) {
      const records = Array.from({ length: 150 }, (_none, index) => ({ Name: `a${batch}-${index}` }));
      await connection.sobject('Account').create(records);
    }
    const page = await connection.request<{ done: boolean; nextRecordsUrl: string }>({
      method: 'GET',
      url: `/services/data/v66.0/query?q=${encodeURIComponent('SELECT Id FROM Account')}`,
      headers: { 'Sforce-Query-Options': 'batchSize=200' }
    });
    expect(page).toMatchObject({ done: false, totalSize: 450 });
    const rest = await connection.queryMore(page.nextRecordsUrl);
    expect(rest.records).toHaveLength(250);
  });

  it('when it describes Account and asks for limits, then it learns fields and limits', async () => {
    const described = await connection.sobject('Account').describe();
    const field = described.fields.find(({ name }) => name === 'Sage_Customer_No__c');
    expect(field).toMatchObject({
      type: 'string',
      length: 23,
      unique: true,
      externalId: true,
      idLookup: true
    });
    expect((await connection.describeGlobal()).sobjects.map(({ name }) => name)).toContain('Account');
    expect(await connection.limits()).toMatchObject({ DailyApiRequests: { Max: 15_000 } });
    expect(connection.limitInfo.apiUsage?.limit).toBe(15_000);
    expect(await connection.identity()).toMatchObject({ username: admin });
  });

  it('when a resource is not supported, then the refusal names it', async () => {
    const refusal = connection.request('/services/data/v66.0/tooling/query?q=x');
    await expect(refusal).rejects.toMatchObject({ errorCode: 'NOT_IMPLEMENTED', message: /tooling\/query/ });
  });
});

describe('access over REST', () => {
  it('when the session cookie is malformed, then it is nobody’s', async () => {
    const response = await fetch(`${org.url}/services/data/v66.0/limits`, { headers: { cookie: 'sid=%' } });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject([{ errorCode: 'INVALID_SESSION_ID' }]);
  });

  it('when the rep writes a field that is read only for reps, then it is refused by name', async () => {
    const repConnection = await connect(org, rep);
    const refusal = repConnection.sobject('Account').create({ Name: 'x', Sage_Customer_No__c: '01-X' });
    await expect(refusal).rejects.toMatchObject({
      errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE',
      message: containing('Unable to create/update fields: Sage_Customer_No__c')
    });
  });

  it('when a user has no permission for a field, then queries, writes and describes do not know it', async () => {
    const stranger = await connect(org, noAccess);
    await expect(stranger.query('SELECT Sage_Customer_No__c FROM Account')).rejects.toMatchObject({
      errorCode: 'INVALID_FIELD',
      message: containing("No such column 'Sage_Customer_No__c' on entity 'Account'")
    });
    const write = stranger.sobject('Account').create({ Name: 'x', Sage_Customer_No__c: '1' });
    await expect(write).rejects.toMatchObject({ errorCode: 'INVALID_FIELD' });
    const { fields } = await stranger.sobject('Account').describe();
    expect(fields.map(({ name }) => name)).not.toContain('Sage_Customer_No__c');
  });

  it('when a permission set is assigned by a record, then access changes at once', async () => {
    const stranger = await connect(org, noAccess);
    const [permissionSet] = (
      await connection.query("SELECT Id FROM PermissionSet WHERE Name = 'Ledger_Bridge_Rep'")
    ).records;
    const [user] = (await connection.query(`SELECT Id FROM User WHERE Username = '${noAccess}'`)).records;
    const assignment = { PermissionSetId: permissionSet?.Id, AssigneeId: user?.Id };
    await connection.sobject('PermissionSetAssignment').create(assignment);
    await expect(stranger.query('SELECT Sage_Customer_No__c FROM Account')).resolves.toMatchObject({
      totalSize: 0
    });
    await expect(stranger.sobject('PermissionSetAssignment').create(assignment)).rejects.toMatchObject({
      errorCode: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY'
    });
  });

  it('when the session is unknown, then it is INVALID_SESSION_ID', async () => {
    const stranger = new Connection({ instanceUrl: org.url, accessToken: 'nobody' });
    await expect(stranger.query('SELECT Id FROM Account')).rejects.toMatchObject({
      errorCode: 'INVALID_SESSION_ID'
    });
  });
});

describe('log-in by JWT bearer', () => {
  const logIn = async (claims: Record<string, unknown>, key = privateKeyPem) => {
    const now = Math.floor(Date.now() / 1000);
    const payload = {
      iss: 'integration',
      sub: admin,
      aud: 'https://login.salesforce.com',
      exp: now + 180,
      ...claims
    };
    const assertion = jwt.sign(payload, key, { algorithm: 'RS256', noTimestamp: true });
    const jwtConnection = new Connection({ loginUrl: org.url, instanceUrl: org.url });
    await jwtConnection.authorize({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion });
    return jwtConnection;
  };

  it('when the assertion is right, then jsforce works as that user', async () => {
    const jwtConnection = await logIn({ sub: rep });
    expect(await jwtConnection.identity()).toMatchObject({ username: rep });
  });

  it('when the audience ends in a slash and exp is in milliseconds, as the sf command line sends, then it works', async () => {
    await expect(logIn({ aud: `${org.url}/`, exp: Date.now() + 180_000 })).resolves.toBeDefined();
  });

  it.each([
    ['an unknown app', { iss: 'nobody' }, 'invalid_client_id'],
    ['an unknown user', { sub: 'nobody@x.example' }, 'invalid_grant'],
    ['another audience', { aud: 'https://evil.example' }, 'invalid_grant'],
    ['an expired assertion', { exp: 1_000_000 }, 'invalid_grant']
  ])('when it has %s, then it is refused', async (_what, claims, name) => {
    await expect(logIn(claims)).rejects.toMatchObject({ name });
  });

  it('when it is not signed with the private key of the app, then it is refused', async () => {
    const secret = signingKeys.publicKey.export({ type: 'spki', format: 'pem' }).toString();
    const forged = jwt.sign(
      { iss: 'integration', sub: admin, aud: org.url, exp: 9e9 },
      Buffer.from(secret).toString('base64'),
      {
        algorithm: 'HS256'
      }
    );
    const jwtConnection = new Connection({ loginUrl: org.url });
    const refusal = jwtConnection.authorize({
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      assertion: forged
    });
    await expect(refusal).rejects.toMatchObject({ name: 'invalid_grant', message: 'invalid assertion' });
  });
});
