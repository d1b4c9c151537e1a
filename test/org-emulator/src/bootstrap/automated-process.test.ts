import { Connection } from '@jsforce/jsforce-node';
import jwt from 'jsonwebtoken';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningOrg } from '../index.ts';
import { admin, connect, privateKeyPem, startSession, startTestOrg } from '../testing/test-org.ts';

let org: RunningOrg;

beforeAll(async () => {
  org = await startTestOrg();
});
afterAll(() => org.close());

async function usernameOfAutomatedProcess(): Promise<string> {
  const connection = await connect(org, admin);
  const { records } = await connection.query("SELECT Username FROM User WHERE Alias = 'autoproc'");
  return String(records[0]?.Username);
}

describe('the Automated Process user', () => {
  it('when an app asks for a token in its name, then it gets none', async () => {
    const exp = Math.floor(Date.now() / 1000) + 180;
    const sub = await usernameOfAutomatedProcess();
    const key = { algorithm: 'RS256' } as const;
    const assertion = jwt.sign({ iss: 'integration', sub, aud: org.url, exp }, privateKeyPem, key);
    const connection = new Connection({ loginUrl: org.url });
    const grant_type = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
    await expect(connection.authorize({ grant_type, assertion })).rejects.toThrow(/approved this consumer/);
  });

  it('when a session is asked for by its name, then there is none', async () => {
    await expect(startSession(org, await usernameOfAutomatedProcess())).rejects.toThrow('404');
  });
});
