import { z } from 'zod';
import { describe, expect, it } from 'vitest';
import { problemOf } from '../../test-support/test-service.ts';
import { createTokenSigner } from '../../test-support/token-signer.ts';
import { systemClock } from '../telemetry/clock.ts';
import { createLogger } from '../telemetry/logger.ts';
import { createMetrics } from '../telemetry/metrics.ts';
import { createApp } from './app.ts';
import { startHttpServer } from './http-server.ts';
import type { BoundOperation } from './operations/definition.ts';

const signer = createTokenSigner();

/** No operation of this version writes; this one stands for those to come. */
function createWrite(): { operation: BoundOperation; calls: () => number } {
  let calls = 0;
  const operation: BoundOperation = {
    definition: {
      operationId: 'bookSomething',
      method: 'post',
      path: '/v1/things/{thingNo}',
      role: 'writer',
      writes: true,
      summary: 'Books something',
      description: 'Books something',
      parameters: [
        { name: 'thingNo', in: 'path', required: true, type: 'string', description: 'What is booked' }
      ],
      answer: { form: 'text', schemaFile: 'something.schema.json', schema: z.unknown() },
      input: z.unknown()
    },
    answer: ({ thingNo }) => Promise.resolve({ thingNo, calls: (calls += 1) })
  };
  return { operation, calls: () => calls };
}

async function withServer<T>(operation: BoundOperation, use: (url: string) => Promise<T>): Promise<T> {
  const app = createApp({
    http: { bodyLimitBytes: 1_024, rateLimitPerMinute: 100, requestTimeoutMs: 1_000 },
    jwt: {
      audience: 'sage-callout-service',
      issuers: ['ledger-bridge'],
      keys: [signer.key],
      maxLifetimeSeconds: 300,
      clockToleranceSeconds: 5
    },
    operations: [operation],
    readiness: () =>
      Promise.resolve({ ready: true, sage: 'unknown', store: 'reachable', lastGoodAnswers: 0 }),
    lastAnswersCount: () => 0,
    clock: systemClock,
    logger: createLogger({ level: 'silent', secrets: [] }),
    metrics: createMetrics()
  });
  const server = await startHttpServer(app, {
    host: '127.0.0.1',
    port: 0,
    bodyLimitBytes: 1_024,
    headersTimeoutMs: 1_000,
    requestTimeoutMs: 1_000,
    keepAliveMs: 1_000,
    rateLimitPerMinute: 100,
    shutdownTimeoutMs: 1_000,
    tls: undefined
  });
  try {
    return await use(`${server.url}/v1/things/7`);
  } finally {
    await server.stop();
  }
}

function post(url: string, claims: Record<string, unknown>, token = signer.sign(claims)): Promise<Response> {
  return fetch(url, { method: 'POST', headers: { Authorization: `Bearer ${token}` } });
}

describe('an operation that writes', () => {
  it('when a token comes twice, then the second write is refused with LB207 and books nothing', async () => {
    const { operation, calls } = createWrite();
    await withServer(operation, async (url) => {
      const token = signer.sign({ role: 'writer', jti: 'once' });
      expect((await post(url, {}, token)).status).toBe(200);
      const replayed = await post(url, {}, token);
      expect([replayed.status, (await problemOf(replayed)).code]).toEqual([401, 'LB207']);
      expect(calls()).toBe(1);
    });
  });

  it('when a token has no id, then the write is refused with LB207', async () => {
    const { operation, calls } = createWrite();
    await withServer(operation, async (url) => {
      const response = await post(url, { role: 'writer' });
      expect((await problemOf(response)).code).toBe('LB207');
      expect(calls()).toBe(0);
    });
  });

  it.each(['reader', 'admin'])('when a %s calls it, then LB206', async (role) => {
    const { operation } = createWrite();
    await withServer(operation, async (url) => {
      const response = await post(url, { role, jti: role });
      expect([response.status, (await problemOf(response)).code]).toEqual([403, 'LB206']);
    });
  });

  it('when it is asked for with GET, then 405 names POST alone', async () => {
    const { operation } = createWrite();
    await withServer(operation, async (url) => {
      const response = await fetch(url);
      expect([response.status, response.headers.get('Allow')]).toEqual([405, 'POST']);
    });
  });
});
