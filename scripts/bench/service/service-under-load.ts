import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import jsonwebtoken from 'jsonwebtoken';
import { z } from 'zod';
import { formatCustomerKey, type CustomerKey } from '../../../callout-service/src/canonical/customer-key.ts';
import { serviceEnvironment } from '../../demo/service-environment.ts';
import { HttpConnection, type HttpAnswer } from '../load/http-connection.ts';
import { inParallel, type LoadResult } from '../load/in-parallel.ts';
import { startWorker } from '../load/worker.ts';
import type { Surroundings } from './surroundings.ts';

const readySchema = z.object({ url: z.string() });

/** The callout service in a process of its own, with the settings that a benchmark chose. */
export interface ServiceUnderLoad {
  readonly url: string;
  /** Asks for one summary per key, `parallel` at once, each with a token of its own that was signed before. */
  readSummaries(
    keys: readonly CustomerKey[],
    parallel: number,
    check: (answer: HttpAnswer) => void
  ): Promise<LoadResult>;
  stop(): Promise<void>;
}

/** Starts the service with `poolSize` connections to Sage. */
export async function startServiceUnderLoad(
  name: string,
  poolSize: number,
  surroundings: Surroundings
): Promise<ServiceUnderLoad> {
  const { signing, directory } = surroundings;
  const worker = await startWorker({
    program: 'callout-service/src/main.ts',
    env: settingsOf(name, poolSize, surroundings),
    logFile: join(directory, `service-${name}.log`),
    ready: readySchema
  });
  const privateKey = readFileSync(signing.privateKeyFile, 'utf8');
  return {
    url: worker.ready.url,
    readSummaries: async (keys, parallel, check) => {
      const requests = keys.map((key) => ({ path: summaryPath(key), token: signToken(privateKey) }));
      const connections = await openConnections(worker.ready.url, parallel);
      try {
        return await inParallel(connections, requests, async (connection, { path, token }) =>
          check(await connection.get(path, token))
        );
      } finally {
        for (const connection of connections) connection.close();
      }
    },
    stop: () => worker.stop()
  };
}

function settingsOf(
  name: string,
  poolSize: number,
  { sage, signing, directory }: Surroundings
): Record<string, string> {
  return {
    ...serviceEnvironment({
      port: 0,
      publicKeyFile: signing.publicKeyFile,
      sage,
      storeDirectory: join(directory, `store-${name}`)
    }),
    // One caller sends what a whole org would.
    HTTP_RATE_LIMIT_PER_MINUTE: '1000000',
    SAGE_POOL_SIZE: String(poolSize)
  };
}

/** Throws unless the answer is a summary that Sage gave now. */
export function mustBeLive({ status, body }: HttpAnswer): void {
  if (status !== 200 || !body.includes('"source":"live"')) {
    throw new Error(`The service answered ${status}: ${body.slice(0, 300)}`);
  }
}

/** As many kept connections as there are to be requests at once. */
export function openConnections(url: string, count: number): Promise<HttpConnection[]> {
  return Promise.all(Array.from({ length: count }, () => HttpConnection.open(url)));
}

function summaryPath(key: CustomerKey): string {
  return `/v1/customers/${encodeURIComponent(formatCustomerKey(key))}/summary`;
}

/** A token as the external credential `Sage_Callout_Reader` signs it. */
function signToken(privateKey: string): string {
  const claims = { aud: 'sage-callout-service', iss: 'ledger-bridge', sub: 'salesforce', role: 'reader' };
  return jsonwebtoken.sign(claims, privateKey, { algorithm: 'RS256', expiresIn: 120, notBefore: 0 });
}
