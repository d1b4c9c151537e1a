import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { HttpConnection } from './http-connection.ts';
import { inParallel } from './in-parallel.ts';
import { createRandom, draw } from './random.ts';

describe('inParallel', () => {
  it('when there are more items than lanes, then each item is done once and never more at once than lanes', async () => {
    const items = Array.from({ length: 20 }, (_, index) => index);
    const done: number[] = [];
    let atOnce = 0;
    let most = 0;
    const result = await inParallel(['a', 'b', 'c'], items, async (_lane, item) => {
      most = Math.max(most, (atOnce += 1));
      await Promise.resolve();
      atOnce -= 1;
      done.push(item);
    });
    expect(done.toSorted((a, b) => a - b)).toEqual(items);
    expect(most).toBe(3);
    expect(result.milliseconds).toHaveLength(20);
  });

  it('when one piece of work fails, then the whole load does', async () => {
    const failing = inParallel([1], [1, 2], () => Promise.reject(new Error('no answer')));
    await expect(failing).rejects.toThrow('no answer');
  });
});

describe('draw', () => {
  it('when the seed is the same, then so are the items', () => {
    const items = ['a', 'b', 'c', 'd'];
    expect(draw(items, 50, createRandom(7))).toEqual(draw(items, 50, createRandom(7)));
    expect(new Set(draw(items, 200, createRandom(7)))).toEqual(new Set(items));
  });

  it('when there is nothing to draw from, then it throws', () => {
    expect(() => draw([], 1, createRandom(1))).toThrow(RangeError);
  });
});

describe('HttpConnection', () => {
  let server: Server | undefined;
  afterEach(() => server?.close());

  async function serve(
    respond: (path: string, authorization: string | undefined) => string
  ): Promise<string> {
    server = createServer((request, response) => {
      const body = respond(request.url ?? '', request.headers.authorization);
      response.writeHead(200, { 'Content-Length': Buffer.byteLength(body) });
      // In two pieces, as a network may cut it.
      response.write(body.slice(0, 5));
      setImmediate(() => response.end(body.slice(5)));
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server?.once('listening', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  it('when asked several times, then each answer comes whole and over the same connection', async () => {
    const connection = await HttpConnection.open(
      await serve((path, token) => `ä ${path} ${token ?? 'none'}`)
    );
    expect(await connection.get('/one', 'abc')).toEqual({ status: 200, body: 'ä /one Bearer abc' });
    expect(await connection.get('/two')).toEqual({ status: 200, body: 'ä /two none' });
    connection.close();
  });

  it('when the service goes away, then the request fails', async () => {
    const connection = await HttpConnection.open(
      await serve(() => {
        server?.closeAllConnections();
        return 'gone for ever';
      })
    );
    await expect(connection.get('/')).rejects.toThrow();
    connection.close();
  });
});
