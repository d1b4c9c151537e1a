import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { containing } from '../testing/matchers.ts';
import type { ScreenFlowState } from './screens/screen-interviews.ts';
import { type FlowOrg, startFlowOrg } from './testing/flow-org.ts';

let flows: FlowOrg;

beforeAll(async () => {
  flows = await startFlowOrg();
});
afterAll(() => flows.close());
beforeEach(() => {
  flows.org.reset();
});

async function createAccounts(Site: string, names: readonly string[]): Promise<string[]> {
  const accounts = names.map((Name, index) => ({ Name, Site, NumberOfEmployees: index + 1 }));
  const results = await flows.connection.sobject('Account').create(accounts);
  return results.map(({ id }) => id ?? '');
}

const post = (path: string, body: object = {}): Promise<ScreenFlowState> =>
  flows.connection.requestPost(`/services/data/v66.0/flow-runtime${path}`, body);

describe('dynamic choice sets', () => {
  it('when a screen offers records, a collection and a picklist, then each is a list of choices', async () => {
    const [, birch, cedar] = await createAccounts('choice', ['Alder', 'Birch', 'Cedar']);
    const { interviewGuid, screen } = await post('/Choice_Desk');
    expect(screen?.fields).toMatchObject([
      {
        choices: [
          { label: 'Cedar', value: cedar },
          { label: 'Birch', value: birch }
        ]
      },
      { choices: [{ value: 'Alder' }, { value: 'Birch' }, { value: 'Cedar' }] },
      { choices: [{ value: 'Hot' }, { value: 'Warm' }, { value: 'Cold' }] }
    ]);
    const values = { Of_Records: birch, Of_Collection: 'Cedar', Of_Picklist: 'Hot' };
    const { outputVariables } = await post(`/interviews/${interviewGuid}/next`, { values });
    expect(outputVariables).toMatchObject([{ value: `${String(birch)}/Cedar/Hot` }]);
  });
});

describe('upserts by id', () => {
  it('when the id is given, then that record is updated; when not, then one is created', async () => {
    const [id] = await createAccounts('upsert', ['Alder']);
    expect(await flows.run('Upserts_By_Id', { id, name: 'Birch' })).toMatchObject({ savedId: id });
    expect(await flows.run('Upserts_By_Id', { name: 'Cedar' })).toMatchObject({ faultMessage: null });
    const { records } = await flows.connection.query('SELECT Name FROM Account ORDER BY Name');
    expect(records).toMatchObject([{ Name: 'Birch' }, { Name: 'Cedar' }]);
  });

  it('when the id is of no record, then it is a fault', async () => {
    const [id] = await createAccounts('upsert', ['Alder']);
    await flows.connection.sobject('Account').delete(id ?? '');
    expect(await flows.run('Upserts_By_Id', { id, name: 'Birch' })).toMatchObject({
      faultMessage: containing('tried to upsert records: ENTITY_IS_DELETED')
    });
  });
});

describe('transforms', () => {
  it('when records are mapped, added up and counted, then records and numbers come out', async () => {
    const [alder, birch] = await createAccounts('t', ['Alder', 'Birch']);
    expect(await flows.run('Transforms', { site: 't' })).toMatchObject({ sum: 3, count: 2 });
    const soql = 'SELECT LastName, AccountId, Department FROM Contact ORDER BY LastName';
    expect((await flows.connection.query(soql)).records).toMatchObject([
      { LastName: 'Alder', AccountId: alder, Department: 't' },
      { LastName: 'Birch', AccountId: birch, Department: 't' }
    ]);
  });

  it('when there is nothing to transform, then the sum and the count are 0', async () => {
    expect(await flows.run('Transforms', { site: 'none' })).toMatchObject({ sum: 0, count: 0 });
  });
});

describe('elements that find nothing', () => {
  it('when no record meets the filters, then lookups and updates go on, and a delete is a fault', async () => {
    expect(await flows.run('Finds_Nothing', { site: 'none' })).toMatchObject({
      kept: 'before',
      cleared: null,
      isNull: true,
      listCount: 0,
      nameOfNothing: null,
      faultMessage: 'DELETE --- There is nothing in Salesforce matching your delete criteria.'
    });
  });
});

describe('loops', () => {
  it('when a loop stands in a loop, then it begins anew for each item of the outer one', async () => {
    const inputs = { rows: ['a', 'b', 'c'], columns: ['1', '2'] };
    expect(await flows.run('Loops_In_Loops', inputs)).toMatchObject({ cells: 'a1 a2 b1 b2 c1 c2 ' });
    expect(await flows.run('Loops_In_Loops', { rows: ['a'], columns: [] })).toMatchObject({ cells: null });
  });

  it('when a collection has more than 200 records, then all are created and updated', async () => {
    const names = Array.from({ length: 450 }, (_each, index) => `Account ${index}`);
    expect(await flows.run('Saves_Hundreds', { names })).toMatchObject({ saved: 450 });
    const soql = "SELECT COUNT() FROM Account WHERE Site = 'hundreds' AND Rating = 'Warm'";
    expect((await flows.connection.query(soql)).totalSize).toBe(450);
  });
});

const constants = 'Salesforce Help, "Global Constant Resource"';
const operators = 'Salesforce Help, "Flow Operators in Decision, Wait, and Collection Filter Elements"';
const filters = 'Salesforce Help, "Flow Operators in Data Elements and Record Choice Sets"';
/** No page says it; what administrators report of their orgs. */
const notDocumented = 'not documented';

describe('conditions over null, blank and case', () => {
  it.each([
    ['Null_Is_Null', true, constants],
    ['Null_Is_Empty_Text', false, constants],
    ['Empty_Text_Is_Null', false, constants],
    ['Empty_Text_Is_Empty_Text', true, constants],
    ['Null_Is_Blank', true, operators],
    ['Empty_Text_Is_Blank', true, operators],
    ['Spaces_Are_Blank', true, notDocumented],
    ['Unset_List_Is_Empty', true, operators],
    ['Null_Number_Is_Zero', false, notDocumented],
    ['Null_Number_Is_Less', false, notDocumented],
    ['Null_Differs_From_Text', true, operators],
    ['Unset_Flag_Is_False', false, filters],
    ['Unset_Flag_Is_Null', true, filters],
    ['Case_Counts_In_Equals', true, notDocumented],
    ['Case_Counts_In_Contains', true, notDocumented],
    ['Case_Counts_In_Starts', true, notDocumented]
  ])('when it is asked whether %s, then it is %s (%s)', async (question, expected) => {
    const { yes } = await flows.run('Blank_Rules');
    expect(Array.isArray(yes) && yes.includes(question)).toBe(expected);
  });
});
