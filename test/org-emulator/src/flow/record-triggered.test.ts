import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { containing, matching } from '../testing/matchers.ts';
import { type FlowOrg, startFlowOrg } from './testing/flow-org.ts';
import { traceText } from './trace/trace-text.ts';

let flows: FlowOrg;

beforeAll(async () => {
  flows = await startFlowOrg();
});
afterAll(() => flows.close());
beforeEach(() => {
  flows.org.reset();
});

type Values = Record<string, string | number>;

async function create(values: Values, object = 'Account'): Promise<string> {
  const saved = await flows.connection.sobject(object).create({ Name: 'Alder', ...values });
  return saved.id ?? '';
}

async function read(id: string) {
  return flows.connection.sobject('Account').retrieve(id);
}

async function accounts(): Promise<number> {
  return (await flows.connection.query('SELECT Id FROM Account')).totalSize;
}

describe('flows before the save', () => {
  it('when one sets fields of the record, then they are stored by the same save', async () => {
    const id = await create({ Site: 'before', Description: 'new' });
    expect(await read(id)).toMatchObject({
      Phone: '555-0100',
      Description: 'new, checked',
      AccountNumber: 'ALDER-2'
    });
    expect(flows.org.database.table(flows.org.schema.object('Account')!).all()).toHaveLength(1);
  });

  it('when several run, then triggerOrder comes first and the name decides the rest', async () => {
    expect(await read(await create({ Site: 'order' }))).toMatchObject({ Fax: '123' });
  });

  it('when a field changes, then Is Changed and the record before tell it', async () => {
    const id = await create({});
    await flows.connection.sobject('Account').update({ Id: id, Industry: 'Energy' });
    expect(await read(id)).toMatchObject({ TickerSymbol: 'SET' });
    await flows.connection.sobject('Account').update({ Id: id, Industry: 'Banking' });
    expect(await read(id)).toMatchObject({ TickerSymbol: 'Energy' });
    await flows.connection.sobject('Account').update({ Id: id, Phone: '1' });
    expect(flows.org.flows.traces.all('Industry_Changed')).toHaveLength(2);
  });

  it('when the entry condition is a formula, then only records that meet it start the flow', async () => {
    expect(await read(await create({ AnnualRevenue: 5000 }))).toMatchObject({ Sic: 'BIG' });
    expect(await read(await create({ AnnualRevenue: 10 }))).toMatchObject({ Sic: null });
  });

  it('when a custom error refuses the record, then the client gets its messages at field and page', async () => {
    const code = 'FIELD_CUSTOM_VALIDATION_EXCEPTION';
    await expect(create({ Name: 'BAD Ltd' })).rejects.toMatchObject({
      data: [
        { errorCode: code, message: 'The name BAD Ltd is taken.', fields: ['Name'] },
        { errorCode: code, message: 'Ask your administrator.' }
      ]
    });
    expect(await accounts()).toBe(0);
  });

  it('when a record is to be deleted, then a flow can refuse that', async () => {
    const id = await create({ Site: 'keep' });
    await expect(flows.connection.sobject('Account').destroy(id)).rejects.toMatchObject({
      errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
      message: 'This account stays.'
    });
    expect(await accounts()).toBe(1);
  });
});

describe('flows after the save', () => {
  it('when one creates and updates records, then all is one transaction and the flow does not start itself', async () => {
    const id = await create({ Site: 'children' });
    const { records } = await flows.connection.query('SELECT Id, LastName, Department FROM Contact');
    expect(records).toMatchObject([{ LastName: 'Alder', Department: 'admin@ledger-bridge.example' }]);
    expect(await read(id)).toMatchObject({ Description: records[0]?.Id });
    expect(flows.org.flows.traces.all('After_Save_Children')).toHaveLength(1);
  });

  it('when it fails without fault path, then the save is undone in Salesforce’s words', async () => {
    await expect(create({ Site: 'fails' })).rejects.toMatchObject({
      errorCode: 'CANNOT_EXECUTE_FLOW_TRIGGER',
      message: matching(
        /^We can't save this record because the “After Save Fails” process failed\. Give your Salesforce admin these details\. This error occurred when the flow tried to create records: REQUIRED_FIELD_MISSING: .*LastName.*Error ID: \d+-\d+ \(\d+\)$/
      )
    });
    expect(await accounts()).toBe(0);
    expect(flows.org.outbox.mails[0]).toMatchObject({
      to: ['admin@ledger-bridge.example'],
      subject: matching(/^Error Occurred During Flow "After Save Fails": This error occurred/),
      body: containing('Error element Create_Contact (recordCreates).')
    });
  });

  it('when it fails with a fault path, then the path goes on and the save stands', async () => {
    const id = await create({ Site: 'fault path' });
    expect(await read(id)).toMatchObject({ Description: containing('REQUIRED_FIELD_MISSING') });
  });

  it('when it calls out, then the fault says that work is pending, and nothing is sent', async () => {
    const id = await create({ Site: 'callout' });
    expect(await read(id)).toMatchObject({
      Description: 'You have uncommitted work pending. Please commit or rollback before calling out'
    });
    expect(flows.service.requests).toEqual([]);
  });

  it('when only a change that meets the conditions starts it, then other changes do not', async () => {
    const id = await create({ Site: 'meets' });
    await flows.connection.sobject('Account').update({ Id: id, Phone: '1' });
    expect(await read(id)).toMatchObject({ NumberOfEmployees: 1 });
    await flows.connection.sobject('Account').update({ Id: id, Site: 'else' });
    await flows.connection.sobject('Account').update({ Id: id, Site: 'meets' });
    expect(await read(id)).toMatchObject({ NumberOfEmployees: 2 });
  });

  it('when 200 records are saved at once, then their interviews share statements', async () => {
    const account = await create({});
    const contacts = Array.from({ length: 200 }, (_each, index) => ({
      LastName: `Contact ${index}`,
      AccountId: account,
      Title: 'Touch'
    }));
    const saved = await flows.connection.sobject('Contact').create(contacts);
    expect(saved.every(({ success }) => success)).toBe(true);
    expect(flows.org.flows.traces.all('Two_Way_Contact')).toHaveLength(200);
    expect(await read(account)).toMatchObject({ Rating: 'Hot' });
  });
});

describe('traces', () => {
  it('when a flow ran, then its trace tells what each element did', async () => {
    const id = await create({ Site: 'fault path' });
    const trace = flows.traceOf('After_Save_Fault_Path');
    expect(trace).toMatchObject({
      trigger: `RecordAfterSave Account ${id} (Create)`,
      user: 'admin@ledger-bridge.example',
      outcome: 'finished',
      interviewLabel: 'After Save Fault Path',
      steps: [
        { name: 'Create_Contact', fault: containing('REQUIRED_FIELD_MISSING'), next: 'Note_Fault' },
        { name: 'Note_Fault', kind: 'recordUpdates', fault: undefined, next: undefined }
      ]
    });
    expect(JSON.parse(JSON.stringify(trace))).toMatchObject({ flow: 'After_Save_Fault_Path' });
    expect(traceText(trace)).toMatch(
      /Create_Contact \[Create Records, \d+ ms\] -> fault path to Note_Fault\n.*FAULT This error/
    );
  });
});
