import { Connection } from '@jsforce/jsforce-node';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunningOrg } from '../../index.ts';
import { containing, listWith } from '../../testing/matchers.ts';
import { admin, connect, control, startTestOrg } from '../../testing/test-org.ts';

const base = '/services/data/v66.0';
/** A new object for each request: jsforce writes the length of the body into it. */
const json = () => ({ 'content-type': 'application/json' });

let org: RunningOrg;
let connection: Connection;

beforeAll(async () => {
  org = await startTestOrg();
  connection = await connect(org, admin);
});
afterAll(() => org.close());

async function createAccount(values: Record<string, unknown>): Promise<string> {
  const { id } = await connection.sobject('Account').create(values);
  return id ?? '';
}

it('when a parent is changed and deleted along the lookup to it, then it is the parent that changes', async () => {
  const group = await createAccount({ Name: 'Group' });
  const branch = await createAccount({ Name: 'Branch', ParentId: group });
  const path = `${base}/sobjects/Account/${branch}/Parent`;
  await connection.request({
    method: 'PATCH',
    url: path,
    body: JSON.stringify({ Site: 'north' }),
    headers: json()
  });
  expect(await connection.sobject('Account').retrieve(group)).toMatchObject({ Site: 'north' });
  expect(await connection.sobject('Account').retrieve(branch)).toMatchObject({ Site: null });
  await connection.requestDelete(path);
  await expect(connection.sobject('Account').retrieve(group)).rejects.toMatchObject({
    errorCode: 'NOT_FOUND'
  });
  expect(await connection.sobject('Account').retrieve(branch)).toMatchObject({ ParentId: null });
});

it('when a record did not change since, then it is not sent; when it did, then it is', async () => {
  const id = await createAccount({ Name: 'ABF' });
  const path = `${base}/sobjects/Account/${id}`;
  const ask = (since: number) =>
    connection.request({
      method: 'GET',
      url: path,
      headers: { 'If-Modified-Since': new Date(since).toUTCString() }
    });
  expect(await ask(Date.now() + 60_000)).not.toMatchObject({ Id: id });
  expect(await ask(Date.now() - 60_000)).toMatchObject({ Id: id });
  const requests = await control(org, 'GET', `/requests?match=^GET%20${path}`);
  expect(requests).toMatchObject([{ status: 304 }, { status: 200 }]);
});

it.each([
  ['45.0', { success: true }, null],
  ['46.0', { success: true, created: true }, { success: true, created: false }]
])(
  'when it upserts with version %s, then it answers as that version does',
  async (version, first, second) => {
    const { instanceUrl } = connection;
    const accessToken = connection.accessToken ?? '';
    const old = new Connection({ instanceUrl, accessToken, version });
    const url = `/services/data/v${version}/sobjects/Account/Sage_Customer_No__c/01-${version}`;
    const upsert = () =>
      old.request({ method: 'PATCH', url, body: JSON.stringify({ Name: 'ABF' }), headers: json() });
    const created = await upsert();
    expect(created).toMatchObject(first);
    expect(Object.keys(created as object).includes('created')).toBe('created' in first);
    const updated = await upsert();
    if (second === null) expect(updated).toBeFalsy();
    else expect(updated).toMatchObject(second);
    const requests = await control(org, 'GET', `/requests?match=01-${version}`);
    expect(requests).toMatchObject([{ status: 201 }, { status: second === null ? 204 : 200 }]);
  }
);

it('when several records are asked for by one GET, then each is there, and null for what is not', async () => {
  const [a, b] = [await createAccount({ Name: 'a' }), await createAccount({ Name: 'b' })];
  const missing = '001LB0000zzzzzzAAA';
  const records = await connection.requestGet(
    `${base}/composite/sobjects/Account?ids=${a},${missing},${b}&fields=Name`
  );
  expect(records).toMatchObject([{ Name: 'a' }, null, { Name: 'b' }]);
  const wrong = connection.requestGet(`${base}/composite/sobjects/Account?ids=${a}&fields=Nothing__c`);
  await expect(wrong).rejects.toMatchObject({
    errorCode: 'INVALID_FIELD',
    message: containing('Nothing__c')
  });
});

it('when actions are listed, then flows and the standard actions are among them, and each flow is described', async () => {
  const actions = `${base}/actions`;
  expect(await connection.requestGet(actions)).toEqual({
    standard: `${actions}/standard`,
    custom: `${actions}/custom`
  });
  expect(await connection.requestGet(`${actions}/custom`)).toMatchObject({ flow: `${actions}/custom/flow` });
  expect(await connection.requestGet(`${actions}/standard`)).toMatchObject({
    actions: listWith({ name: 'emailSimple', type: 'EMAILSIMPLE' })
  });
  const url = `${actions}/custom/flow/Sage_Customer_Summary`;
  expect(await connection.requestGet(`${actions}/custom/flow`)).toMatchObject({
    actions: listWith({ name: 'Sage_Customer_Summary', type: 'FLOW', url })
  });
  expect(await connection.requestGet(url)).toMatchObject({ inputs: listWith({ name: 'recordId' }) });
});
