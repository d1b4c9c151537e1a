import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Connection } from '@jsforce/jsforce-node';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RunningOrg } from '../index.ts';
import { listWith } from '../testing/matchers.ts';
import { temporaryDirectory } from '../testing/temporary-directory.ts';
import { admin, connect, control, rep, startTestOrg } from '../testing/test-org.ts';

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

const tree = (Name: string) => ({
  records: [{ attributes: { type: 'Account', referenceId: 'a' }, Name }]
});

describe('the control plane', () => {
  it("when its resources are asked for on the org's own port, then they are not there", async () => {
    for (const path of ['/sessions', '/emulator/sessions', '/status', '/reset']) {
      expect((await fetch(`${org.url}${path}`, { method: 'POST' })).status).toBe(404);
    }
  });

  it('when the clock is stopped and moved, then records are stamped with its time', async () => {
    await control(org, 'POST', '/clock/stop', { at: '2026-03-01T10:00:00Z' });
    await control(org, 'POST', '/clock/advance', { milliseconds: 90_000 });
    connection = await connect(org, admin);
    const { id } = await connection.sobject('Account').create({ Name: 'ABF' });
    const record = await connection.sobject('Account').retrieve(id ?? '');
    expect(record).toMatchObject({ CreatedDate: '2026-03-01T10:01:30.000+0000' });
    expect(await control(org, 'GET', '/clock')).toEqual({ now: '2026-03-01T10:01:30.000Z' });
  });

  it('when a user is created and deactivated, then jsforce can, and can no longer, work as that user', async () => {
    const username = 'new@ledger-bridge.example';
    await control(org, 'POST', '/users', { username, permissionSets: ['Ledger_Bridge_Rep'] });
    const asNew = await connect(org, username);
    await expect(asNew.query('SELECT Sage_Customer_No__c FROM Account')).resolves.toBeDefined();
    await control(org, 'PATCH', `/users/${username}`, { active: false });
    await expect(asNew.query('SELECT Id FROM Account')).rejects.toMatchObject({
      errorCode: 'INVALID_SESSION_ID'
    });
    await expect(control(org, 'POST', '/users', { username })).rejects.toThrow(/there is a user/i);
  });

  it('when it is seeded with a tree or a directory, then the records are there; a bad seed says why', async () => {
    const directory = temporaryDirectory();
    writeFileSync(join(directory, 'Account.json'), JSON.stringify(tree('of a file')));
    await control(org, 'POST', '/seed', tree('posted'));
    await control(org, 'POST', '/seed', { directory });
    expect(await connection.sobject('Account').count()).toBe(2);
    await expect(control(org, 'POST', '/seed', tree(''))).rejects.toThrow(/a: REQUIRED_FIELD_MISSING/);
  });

  it('when requests are asked for, then who asked what is told, and no secret', async () => {
    await connection.query('SELECT Id FROM Account');
    const asRep = await connect(org, rep);
    await asRep.sobject('Account').create({ Name: 'ABF' });
    const requests = await control(org, 'GET', '/requests');
    expect(requests).toMatchObject([
      { number: 1, user: admin, api: 'rest', method: 'GET', status: 200, counted: true },
      { number: 2, user: rep, method: 'POST', path: '/services/data/v66.0/sobjects/Account', status: 201 }
    ]);
    expect(JSON.stringify(requests)).not.toContain((connection.accessToken ?? '').slice(16));
    expect(await control(org, 'GET', '/requests?after=1')).toMatchObject([{ number: 2 }]);
    expect(await control(org, 'GET', '/requests?match=query')).toMatchObject([{ number: 1 }]);
  });

  it('when the outbox is asked for as a page, then it is one', async () => {
    const page = await fetch(`${org.controlUrl}/outbox`, { headers: { accept: 'text/html' } });
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(await page.text()).toContain('No mail was sent.');
    expect(await control(org, 'GET', '/outbox')).toEqual([]);
  });

  it('when asynchronous work is waited for, then the answer comes when there is none', async () => {
    await expect(control(org, 'POST', '/settle')).resolves.toBeUndefined();
    expect(await control(org, 'GET', '/flow-traces')).toEqual([]);
  });
});

describe('snapshots', () => {
  it('when a state is saved and loaded, then records, new ids and the clock go on from it', async () => {
    const file = join(temporaryDirectory(), 'org.json');
    await control(org, 'POST', '/clock/stop', { at: '2026-03-01T10:00:00Z' });
    connection = await connect(org, admin);
    const { id: first } = await connection.sobject('Account').create({ Name: 'saved' });
    await control(org, 'POST', '/snapshot/save', { file });
    const { id: lost } = await connection.sobject('Account').create({ Name: 'lost' });
    await control(org, 'POST', '/reset');
    await control(org, 'POST', '/snapshot/load', { file });
    connection = await connect(org, admin);
    const { records } = await connection.query('SELECT Id, Name FROM Account');
    expect(records).toEqual(listWith({ Id: first, Name: 'saved' }));
    expect(records).toHaveLength(1);
    const { id: next } = await connection.sobject('Account').create({ Name: 'next' });
    expect(next).toBe(lost);
    expect(await control(org, 'GET', '/clock')).toEqual({ now: '2026-03-01T10:00:00.000Z' });
  });

  it('when an org starts with a snapshot file, then it goes on where the last one ended', async () => {
    const snapshotFile = join(temporaryDirectory(), 'org.json');
    const before = await startTestOrg({ snapshotFile });
    await (await connect(before, admin)).sobject('Account').create({ Name: 'kept' });
    await before.close();
    const after = await startTestOrg({ snapshotFile });
    const count = await (await connect(after, admin)).sobject('Account').count();
    await after.close();
    expect(count).toBe(1);
  });

  it('when the file is no snapshot, then it is named and nothing changes', async () => {
    const file = join(temporaryDirectory(), 'org.json');
    writeFileSync(file, '{"format":"other"}');
    await connection.sobject('Account').create({ Name: 'stays' });
    await expect(control(org, 'POST', '/snapshot/load', { file })).rejects.toThrow(/org\.json/);
    expect(await connection.sobject('Account').count()).toBe(1);
  });
});
