import { createServer as createHttpServer } from 'node:http';
import { Connection } from '@jsforce/jsforce-node';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { close, listen } from '../listen.ts';
import { createOrg } from '../org.ts';
import { createServer } from '../server.ts';
import { admin, fixturePackage } from '../testing/test-org.ts';
import { organizationId } from './oauth-resources.ts';

const org = createOrg({ packageDirectory: fixturePackage, certificates: {}, namedCredentialUrls: {} });
const server = createHttpServer(createServer(org));
const origins: string[] = [];
let url: string;

beforeAll(async () => {
  url = await listen(server, 0);
  org.database.onCommitted(({ changes }) => origins.push(...changes.map(({ origin }) => origin)));
});
afterAll(async () => {
  org.close();
  await close(server);
});

function connect(clientName: string | null, client?: string): Connection {
  const userId = org.access.findUser(admin)?.userId ?? '';
  const accessToken = org.sessions.start(organizationId(org), userId, { consumerKey: null, clientName });
  const callOptions = client === undefined ? {} : { callOptions: { client } };
  return new Connection({ instanceUrl: url, accessToken, version: '66.0', ...callOptions });
}

it.each([
  [
    'its call options',
    connect.bind(undefined, 'Ledger', 'Astro'),
    'com/salesforce/api/rest/66.0;client=Astro'
  ],
  ['its app', connect.bind(undefined, 'Ledger'), 'com/salesforce/api/rest/66.0;client=Ledger'],
  ['nothing', connect.bind(undefined, null), 'com/salesforce/api/rest/66.0']
])('when a client names itself by %s, then its changes say so', async (_how, connectAs, origin) => {
  origins.length = 0;
  const connection = connectAs();
  await connection.sobject('Account').create({ Name: 'one' });
  await connection.requestPost('/services/data/v66.0/composite', {
    compositeRequest: [
      {
        method: 'POST',
        url: '/services/data/v66.0/sobjects/Account',
        referenceId: 'a',
        body: { Name: 'two' }
      }
    ]
  });
  expect(origins).toEqual([origin, origin]);
});
