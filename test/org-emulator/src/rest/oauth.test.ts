import { Connection } from '@jsforce/jsforce-node';
import jwt from 'jsonwebtoken';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { RunningOrg } from '../index.ts';
import { admin, control, privateKeyPem, publicKeyPem, rep, startTestOrg } from '../testing/test-org.ts';

const introspection = z.object({ active: z.boolean() }).loose();

let org: RunningOrg;

beforeAll(async () => {
  org = await startTestOrg({
    externalClientApps: [
      {
        consumerKey: 'integration',
        certificate: publicKeyPem,
        name: 'Ledger',
        approvedUsers: [admin],
        consumerSecret: 'secret',
        runAs: admin
      }
    ]
  });
});
afterAll(() => org.close());
beforeEach(() => control(org, 'POST', '/reset'));

async function logIn(sub = admin): Promise<Connection> {
  const exp = Math.floor(Date.now() / 1000) + 180;
  const assertion = jwt.sign({ iss: 'integration', sub, aud: org.url, exp }, privateKeyPem, {
    algorithm: 'RS256'
  });
  const connection = new Connection({ loginUrl: org.url, instanceUrl: org.url, version: '66.0' });
  await connection.authorize({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion });
  return connection;
}

async function post(path: string, body: Record<string, string>): Promise<Response> {
  return fetch(`${org.url}/services/oauth2/${path}`, { method: 'POST', body: new URLSearchParams(body) });
}

async function introspect(token: string): Promise<z.infer<typeof introspection>> {
  const answer = await post('introspect', { token, client_id: 'integration', client_secret: 'secret' });
  return introspection.parse(await answer.json());
}

describe('sessions', () => {
  it('when a session is not used for its time-out, then it has expired; used, it goes on', async () => {
    await control(org, 'PATCH', '/settings', { sessionTimeoutSeconds: 600 });
    const connection = await logIn();
    for (let use = 0; use < 3; use += 1) {
      await control(org, 'POST', '/clock/advance', { milliseconds: 400_000 });
      await connection.query('SELECT Id FROM Account');
    }
    await control(org, 'POST', '/clock/advance', { milliseconds: 601_000 });
    await expect(connection.query('SELECT Id FROM Account')).rejects.toMatchObject({
      errorCode: 'INVALID_SESSION_ID'
    });
  });

  it('when a token is revoked, then it is nobody’s, and cannot be revoked again', async () => {
    const connection = await logIn();
    const token = connection.accessToken ?? '';
    expect(await introspect(token)).toMatchObject({
      active: true,
      username: admin,
      client_id: 'integration'
    });
    await connection.oauth2.revokeToken(token);
    await expect(connection.query('SELECT Id FROM Account')).rejects.toMatchObject({
      errorCode: 'INVALID_SESSION_ID'
    });
    expect(await introspect(token)).toEqual({ active: false });
    const again = await post('revoke', { token });
    expect(again.status).toBe(400);
    expect(await again.json()).toMatchObject({ error: 'unsupported_token_type' });
  });
});

describe('who may log in', () => {
  it('when the user is not approved, inactive or unknown, then each is refused in its own words', async () => {
    await expect(logIn(rep)).rejects.toMatchObject({ name: 'invalid_app_access' });
    await control(org, 'PATCH', `/users/${admin}`, { active: false });
    await expect(logIn()).rejects.toMatchObject({ name: 'inactive_user' });
    await expect(logIn('nobody@x.example')).rejects.toMatchObject({
      name: 'invalid_grant',
      message: "user hasn't approved this consumer"
    });
  });

  it('when an app shows its secret, then it works in the name of its user; with another secret, not', async () => {
    const connection = new Connection({ loginUrl: org.url, instanceUrl: org.url });
    const grant = { grant_type: 'client_credentials', client_id: 'integration' };
    await connection.authorize({ ...grant, client_secret: 'secret' });
    expect(await connection.identity()).toMatchObject({ username: admin });
    const wrong = connection.authorize({ ...grant, client_secret: 'guess' });
    await expect(wrong).rejects.toMatchObject({ name: 'invalid_client' });
  });

  it('when a password is offered, then that way in is not there', async () => {
    const answer = await post('token', { grant_type: 'password', username: admin, password: 'x' });
    expect(await answer.json()).toMatchObject({ error: 'unsupported_grant_type' });
  });
});

it('when the identity is asked for with a version, then its addresses have it', async () => {
  const connection = await logIn();
  const { id } = await connection.identity();
  const shown = await connection.request<{ urls: { rest: string } }>(`${id}?version=58.0`);
  expect(shown.urls.rest).toBe(`${org.url}/services/data/v58.0/`);
});
