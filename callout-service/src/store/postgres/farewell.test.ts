import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../open-store.ts';
import { startFarewellServer, type FarewellServer } from './test-support/farewell-server.ts';

let server: FarewellServer;

beforeAll(async () => {
  server = await startFarewellServer();
});
afterAll(() => server.close());

describe('a server that ends at the moment it is ready', () => {
  it('when it says so with the bytes that make the connection ready, then it is lost and nobody dies of it', async () => {
    const opening = openStore({
      companyCode: 'ABC',
      retryPolicyOf: () => ({ maxAttempts: 5, backoffBaseMs: 1_000, backoffCeilingMs: 60_000 }),
      database: {
        engine: 'postgres',
        url: `postgres://postgres@127.0.0.1:${server.port}/postgres`,
        schema: 'farewell',
        poolSize: 1,
        connectTimeoutMs: 5_000,
        statementTimeoutMs: 5_000
      }
    });

    await expect(opening).rejects.toMatchObject({ code: 'LB602' });
  });
});
