import { beforeAll, describe, expect, it } from 'vitest';
import { containing } from '../testing/matchers.ts';
import { createOrg, type Org } from '../org.ts';
import type { UserAccess } from '../access/user-access.ts';
import { admin, fixturePackage } from '../testing/test-org.ts';
import { thrownBy } from '../testing/thrown-by.ts';

let org: Org;
let access: UserAccess;

beforeAll(() => {
  org = createOrg({ packageDirectory: fixturePackage, certificates: {}, namedCredentialUrls: {} });
  org.clock.stopAt('2026-11-22T12:00:00.000Z');
  const user = org.access.findUser(admin);
  const account = org.schema.object('Account');
  if (!user || !account) throw new Error('the org is not complete');
  access = user;
  const parent = org.dml.insert(access, account, {
    Name: 'alpha',
    Sage_Customer_No__c: '01-A',
    Sage_Amount_Due__c: 10.5,
    Sage_Last_Payment_Date__c: '2026-11-22'
  });
  org.dml.insert(access, account, {
    Name: 'Beta_1',
    ParentId: parent,
    Sage_Amount_Due__c: 200,
    Sage_Last_Payment_Date__c: '2026-11-20'
  });
  org.dml.insert(access, account, {
    Name: "O'Neil 100%",
    Sage_Customer_No__c: '01-O',
    Sage_Credit_Hold__c: true
  });
});

const names = (rest: string) =>
  org.soql.run(`SELECT Name FROM Account ${rest}`, access).records.map(({ Name }) => Name);

describe('WHERE', () => {
  it.each([
    ["WHERE Name = 'ALPHA'", ['alpha']],
    ["WHERE Name != 'alpha' ORDER BY Name", ['Beta_1', "O'Neil 100%"]],
    ['WHERE Sage_Amount_Due__c > 10.5', ['Beta_1']],
    ['WHERE Sage_Amount_Due__c < 1000 ORDER BY Name', ['alpha', 'Beta_1']],
    ['WHERE Sage_Amount_Due__c = null', ["O'Neil 100%"]],
    ['WHERE Sage_Credit_Hold__c = true', ["O'Neil 100%"]],
    ["WHERE Name LIKE 'o\\'neil 100\\%'", ["O'Neil 100%"]],
    ["WHERE Name LIKE 'Beta\\_%'", ['Beta_1']],
    ["WHERE Name LIKE '_lpha'", ['alpha']],
    ["WHERE Sage_Customer_No__c IN ('01-a', '01-o') ORDER BY Name", ['alpha', "O'Neil 100%"]],
    ["WHERE Name NOT IN ('alpha', 'Beta_1')", ["O'Neil 100%"]],
    ["WHERE Parent.Name = 'alpha'", ['Beta_1']],
    ["WHERE NOT Name = 'alpha' ORDER BY Name", ['Beta_1', "O'Neil 100%"]],
    ["WHERE (Name = 'alpha' OR Name = 'Beta_1') AND NOT (Sage_Amount_Due__c = 200)", ['alpha']],
    ['WHERE Sage_Last_Payment_Date__c = TODAY', ['alpha']],
    ['WHERE Sage_Last_Payment_Date__c = LAST_N_DAYS:2 ORDER BY Name', ['alpha', 'Beta_1']],
    ['WHERE Sage_Last_Payment_Date__c < 2026-11-21', ['Beta_1']],
    [
      'WHERE CreatedDate >= 2026-11-22T12:00:00Z AND CreatedDate < 2026-11-22T13:00:00+00:00 LIMIT 1',
      ['alpha']
    ]
  ])('when it is %s, then it finds %j', (rest, expected) => {
    expect(names(rest)).toEqual(expected);
  });
});

describe('SELECT, ORDER BY, LIMIT and OFFSET', () => {
  it.each([
    ['ORDER BY Sage_Amount_Due__c', ["O'Neil 100%", 'alpha', 'Beta_1']],
    ['ORDER BY Sage_Amount_Due__c DESC NULLS LAST', ['Beta_1', 'alpha', "O'Neil 100%"]],
    ['ORDER BY Name LIMIT 1 OFFSET 1', ['Beta_1']]
  ])('when it is %s, then the order is %j', (rest, expected) => {
    expect(names(rest)).toEqual(expected);
  });

  it('when it counts, then there are no records but their number', () => {
    expect(org.soql.run('SELECT count() FROM Account', access)).toMatchObject({ totalSize: 3, records: [] });
  });
});

describe('what Salesforce refuses', () => {
  it.each([
    [
      "SELECT Id FROM Account WHERE Name = 'a' AND Name = 'b' OR Name = 'c'",
      'MALFORMED_QUERY',
      "unexpected token: 'OR'"
    ],
    ['SELECT Id FROM Account WHERE', 'MALFORMED_QUERY', ''],
    ['SELECT Foo__c FROM Account', 'INVALID_FIELD', 'ERROR at Row:1:Column:8'],
    ['SELECT Owner.Foo FROM Account', 'INVALID_FIELD', "No such column 'Foo' on entity 'User'"],
    ['SELECT Boss.Name FROM Account', 'INVALID_FIELD', "Didn't understand relationship 'Boss'"],
    ['SELECT Id FROM Foo__c', 'INVALID_TYPE', "sObject type 'Foo__c' is not supported"],
    [
      "SELECT Id FROM Account WHERE Sage_Amount_Due__c = '1'",
      'INVALID_FIELD',
      'must be of type double and should not be enclosed in quotes'
    ],
    [
      'SELECT Id FROM Account WHERE Name = 1',
      'INVALID_FIELD',
      'must be of type string and should be enclosed in quotes'
    ]
  ])('when the query is %s, then it is %s', (soql, code, message) => {
    const refusal = thrownBy(() => org.soql.run(soql, access));
    expect(refusal).toMatchObject({ code, message: containing(message) });
  });
});

describe('what the local org lacks', () => {
  it.each([
    ['SELECT Id FROM Account FOR UPDATE', 'FOR UPDATE'],
    ['SELECT convertCurrency(AnnualRevenue) FROM Account', 'convertCurrency'],
    ['SELECT Id FROM Account USING SCOPE team', 'USING SCOPE team']
  ])('when the query is %s, then %s is named', (soql, name) => {
    const refusal = thrownBy(() => org.soql.run(soql, access));
    expect(refusal).toMatchObject({ code: 'NOT_IMPLEMENTED', message: containing(name) });
  });
});
