import { createConnection } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { createFakeSage } from '../../test-support/fake-sage.ts';
import { createGate } from '../../test-support/gate.ts';
import { problemOf, startTestService, type TestService } from '../../test-support/test-service.ts';

const summary = '/v1/customers/01-ABF/summary';
let service: TestService | undefined;

afterEach(async () => {
  await service?.stop();
  service = undefined;
});

/** Resolves once Sage is being read. */
async function untilRead(sage: ReturnType<typeof createFakeSage>): Promise<void> {
  while (sage.reads.length === 0) await new Promise(setImmediate);
}

describe('the listening service', () => {
  it('when headers come too slowly, then the connection is closed', async () => {
    service = await startTestService({ http: { headersTimeoutMs: 200, requestTimeoutMs: 5_000 } });
    const { hostname, port } = new URL(service.url);
    const socket = createConnection(Number(port), hostname);
    const answer = text(socket);
    socket.write('GET /healthz HTTP/1.1\r\nHost: x\r\nX-Slow:');
    expect(await answer).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('when a body comes too slowly, then the connection is closed', async () => {
    service = await startTestService({ http: { headersTimeoutMs: 100, requestTimeoutMs: 300 } });
    const { hostname, port } = new URL(service.url);
    const socket = createConnection(Number(port), hostname);
    const answer = text(socket);
    const token = service.signer.sign();
    socket.write(
      `GET ${summary} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\nContent-Length: 100\r\n\r\nslow`
    );
    expect(await answer).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('when it stops, then a running request is finished and new ones are not taken', async () => {
    const sage = createFakeSage();
    const gate = createGate();
    sage.gate = gate.passed;
    const running = await startTestService({ sage });
    const answer = running.ask(summary);
    await untilRead(sage);
    const stopped = running.stop();
    await expect(fetch(`${running.url}/healthz`)).rejects.toThrow();
    gate.open();
    expect((await answer).status).toBe(200);
    await stopped;
    expect(sage.closed).toBe(true);
  });

  it('when a running request does not end in time, then it is cut off and the service stops', async () => {
    const sage = createFakeSage();
    sage.gate = createGate().passed;
    const running = await startTestService({ sage, http: { shutdownTimeoutMs: 100 } });
    const answer = running.ask(summary);
    const refused = expect(answer).rejects.toThrow();
    await untilRead(sage);
    await running.stop();
    await refused;
    expect(running.log).toContainEqual(
      expect.objectContaining({ msg: 'running requests were cut off at HTTP_SHUTDOWN_TIMEOUT_MS' })
    );
  });

  it('when an answer takes longer than allowed, then LB902', async () => {
    const sage = createFakeSage();
    sage.gate = createGate().passed;
    service = await startTestService({
      sage,
      http: { headersTimeoutMs: 50, requestTimeoutMs: 100, shutdownTimeoutMs: 100 }
    });
    const response = await service.ask(summary);
    expect([response.status, (await problemOf(response)).code]).toEqual([503, 'LB902']);
  });

  it('when a caller asks too often, then LB105 with the time to wait, and other callers are served', async () => {
    service = await startTestService({ http: { rateLimitPerMinute: 3 } });
    const answers = [];
    for (let asked = 0; asked < 4; asked += 1) answers.push(await service.ask(summary));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 429]);
    const [, , , refused] = answers;
    expect(Number(refused?.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect(refused?.headers.get('RateLimit')).toContain('r=0');
    if (refused) expect(await problemOf(refused)).toMatchObject({ code: 'LB105', retryable: true });
    const headers = { Authorization: `Bearer ${service.signer.sign({ role: 'admin' })}` };
    expect((await service.ask(summary, { headers })).status).toBe(200);
  });

  it('when tokens are guessed, then guessing is limited too', async () => {
    service = await startTestService({ http: { rateLimitPerMinute: 2 } });
    const headers = { Authorization: 'Bearer guess' };
    const statuses = [];
    for (let asked = 0; asked < 3; asked += 1)
      statuses.push((await service.ask(summary, { headers })).status);
    expect(statuses).toEqual([401, 401, 429]);
  });

  it('when the port is taken, then the start is refused with the reason', async () => {
    service = await startTestService();
    const port = Number(new URL(service.url).port);
    await expect(startTestService({ http: { port } })).rejects.toThrow(/EADDRINUSE/);
  });
});
