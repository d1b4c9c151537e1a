import type { Connection } from '@jsforce/jsforce-node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { RunningOrg } from '../index.ts';
import { containing } from '../testing/matchers.ts';
import { admin, connect, noAccess, startTestOrg } from '../testing/test-org.ts';

let org: RunningOrg;
let conn: Connection;
let alpha: string;

const answerSchema = z.object({
  data: z.record(z.string(), z.unknown()).nullable(),
  errors: z.array(z.record(z.string(), z.unknown()))
});

async function ask(query: string, variables: object = {}, by = conn): Promise<z.infer<typeof answerSchema>> {
  return answerSchema.parse(await by.requestPost('/graphql', { query, variables }));
}

beforeAll(async () => {
  org = await startTestOrg();
  conn = await connect(org, admin);
  const [first] = await conn
    .sobject('Account')
    .create([
      { Name: 'Alpha', AnnualRevenue: 1234.5, Type: 'Prospect', Sage_Last_Payment_Date__c: '2026-11-20' },
      { Name: 'Beta', Type: 'Other' },
      { Name: 'Gamma' }
    ]);
  alpha = first?.id ?? '';
  await conn.sobject('Contact').create([
    { LastName: 'Ames', AccountId: alpha },
    { LastName: 'Bond', AccountId: alpha }
  ]);
});
afterAll(() => org.close());

describe('queries', () => {
  it('when fields, parents and children are selected, then they come with value and shown text', async () => {
    const query = `query accounts($name: Picklist = "Prospect") {
      uiapi { query { Account(where: { Type: { eq: $name } }) {
        edges { node { Id ...figures Owner { Alias { value } }
          Contacts(first: 1, orderBy: { LastName: { order: DESC } }) { totalCount edges { node { LastName { value } } } }
        } }
        totalCount
      } } }
    }
    fragment figures on Account { Name { value } AnnualRevenue { value displayValue } }`;
    expect(await ask(query)).toEqual({
      data: {
        uiapi: {
          query: {
            Account: {
              edges: [
                {
                  node: {
                    Id: alpha,
                    Name: { value: 'Alpha' },
                    AnnualRevenue: { value: 1235, displayValue: '$1,235' },
                    Owner: { Alias: { value: 'admin' } },
                    Contacts: { totalCount: 2, edges: [{ node: { LastName: { value: 'Bond' } } }] }
                  }
                }
              ],
              totalCount: 1
            }
          }
        }
      },
      errors: []
    });
  });

  it.each([
    ['{ Name: { like: "%a" }, Type: { ne: null } }', 2],
    ['{ or: [{ Name: { eq: "Alpha" } }, { not: { Type: { in: ["Other", "Prospect"] } } }] }', 2],
    ['{ Owner: { Alias: { eq: "admin" } } }', 3],
    ['{ Id: { inq: { Contact: { LastName: { eq: "Ames" } }, ApiName: "AccountId" } } }', 1],
    ['{ CreatedDate: { eq: { literal: TODAY } } }', 3],
    ['{ Sage_Last_Payment_Date__c: { eq: { value: "2026-11-20" } } }', 1],
    ['{ CreatedDate: { gte: { range: { last_n_days: 3 } } } }', 3]
  ])('when it is filtered by %s, then %d records match', async (where, totalCount) => {
    const { data, errors } = await ask(`{ uiapi { query { Account(where: ${where}) { totalCount } } } }`);
    expect({ data, errors }).toEqual({ data: { uiapi: { query: { Account: { totalCount } } } }, errors: [] });
  });

  it('when it is read page by page, then cursors lead to the end', async () => {
    const query = `query page($after: String) { uiapi { query {
      Account(first: 2, after: $after, orderBy: { Name: { order: ASC } }) {
        edges { node { Name { value } } } pageInfo { hasNextPage endCursor }
      } } } }`;
    const first = await ask(query);
    expect(first.data).toMatchObject({ uiapi: { query: { Account: { pageInfo: { hasNextPage: true } } } } });
    const { endCursor } = z
      .object({
        uiapi: z.object({
          query: z.object({ Account: z.object({ pageInfo: z.object({ endCursor: z.string() }) }) })
        })
      })
      .parse(first.data).uiapi.query.Account.pageInfo;
    expect((await ask(query, { after: endCursor })).data).toMatchObject({
      uiapi: {
        query: {
          Account: { edges: [{ node: { Name: { value: 'Gamma' } } }], pageInfo: { hasNextPage: false } }
        }
      }
    });
  });

  it.each([
    [
      '{ uiapi { query { Foo__c { totalCount } } } }',
      'ValidationError',
      "Field 'Foo__c' in type 'RecordQuery' is undefined"
    ],
    [
      '{ uiapi { query { Account { edges { node { Foo { value } } } } } } }',
      'ValidationError',
      "Field 'Foo' in type 'Account'"
    ],
    ['{ uiapi { query { Account ', 'InvalidSyntax', 'Invalid Syntax'],
    ['{ uiapi { aggregate { Account { totalCount } } } }', 'OperationNotSupported', 'aggregate']
  ])('when it asks %s, then the error is a %s', async (query, ErrorType, message) => {
    const { data, errors } = await ask(query);
    expect(data).toBeNull();
    expect(errors).toMatchObject([{ message: containing(message), extensions: { ErrorType } }]);
  });

  it('when the user may not see a field, then it is undefined, or left out where it is optional', async () => {
    const blind = await connect(org, noAccess);
    const query = (directive: string) =>
      `{ uiapi { query { Account(first: 1) { edges { node { Sage_Customer_No__c ${directive} { value } } } } } } }`;
    expect((await ask(query(''), {}, blind)).errors).toHaveLength(1);
    expect(await ask(query('@optional'), {}, blind)).toEqual({
      data: { uiapi: { query: { Account: { edges: [{ node: {} }] } } } },
      errors: []
    });
  });
});

describe('mutations', () => {
  it('when records are created, changed and deleted, then each answers what was selected', async () => {
    const created = await ask(
      `mutation make($input: AccountCreateInput!) { uiapi {
        AccountCreate(input: $input) { Record { Id Name { value } } }
        ContactCreate(input: { Contact: { LastName: "New", AccountId: "@{AccountCreate}" } }) { Record { Account { Name { value } } } }
      } }`,
      { input: { Account: { Name: 'Made' } } }
    );
    expect(created).toMatchObject({
      data: { uiapi: { ContactCreate: { Record: { Account: { Name: { value: 'Made' } } } } } },
      errors: []
    });
    const { totalSize, records } = await conn.query("SELECT Id FROM Account WHERE Name = 'Made'");
    expect(totalSize).toBe(1);
    const id = records[0]?.Id ?? '';
    const changed = await ask(
      `mutation { uiapi { AccountUpdate(input: { Id: "${id}", Account: { Name: "Changed" } }) { success Record { Name { value } } } } }`
    );
    expect(changed.data).toEqual({
      uiapi: { AccountUpdate: { success: true, Record: { Name: { value: 'Changed' } } } }
    });
    const gone = await ask(`mutation { uiapi { AccountDelete(input: { Id: "${id}" }) { Id } } }`);
    expect(gone.data).toEqual({ uiapi: { AccountDelete: { Id: id } } });
  });

  it.each([
    [true, 0, null],
    [false, 1, { good: { success: true }, bad: null }]
  ])('when one of two fails and allOrNone is %s, then %d stays', async (allOrNone, stays, uiapi) => {
    const name = `Half ${String(allOrNone)}`;
    const { data, errors } = await ask(`mutation { uiapi(input: { allOrNone: ${String(allOrNone)} }) {
      good: AccountCreate(input: { Account: { Name: "${name}" } }) { success }
      bad: AccountCreate(input: { Account: { Phone: "1" } }) { success }
    } }`);
    expect(data).toEqual({ uiapi });
    expect(errors).toMatchObject([
      { paths: ['uiapi', 'bad'], message: containing('Required fields are missing: [Name]') }
    ]);
    const { totalSize } = await conn.query(`SELECT Id FROM Account WHERE Name = '${name}'`);
    expect(totalSize).toBe(stays);
  });
});
