import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { startWorker } from '../load/worker.ts';
import { projectRoot } from '../../setup/paths.mjs';
import { benchmarkPackage } from './benchmark-package.ts';

const readySchema = z.object({
  url: z.string(),
  controlUrl: z.string(),
  pubSub: z.object({ endpoint: z.string() })
});
const sessionSchema = z.object({ accessToken: z.string() });

/** A local org with this package, in a process of its own, and a session of the administrator. */
export interface BenchmarkOrg {
  readonly url: string;
  readonly pubSub: string;
  readonly token: string;
  /** Private key of the client `bench`, for log-in by JWT. */
  readonly privateKey: string;
  /** From the start of the process until it listened. */
  readonly startMs: number;
  readonly pid: number;
  readonly stop: () => Promise<void>;
}

export const administrator = 'admin@ledger-bridge.example';

/** Starts the org. Rejects, naming the log in `directory`, when it does not start. */
export async function startBenchmarkOrg(directory: string): Promise<BenchmarkOrg> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const certificate = join(directory, 'bench-certificate.pem');
  const signing = join(directory, 'signing-key.pem');
  writeFileSync(certificate, publicKey.export({ type: 'spki', format: 'pem' }));
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  writeFileSync(signing, key, { mode: 0o600 });
  const begun = performance.now();
  const worker = await startWorker({
    program: join(projectRoot, 'test/org-emulator/src/main.ts'),
    arguments: [
      ...['--package', benchmarkPackage(directory)],
      ...['--certificate', `Sage_Callout_Signing=${signing}`],
      ...['--external-client-app', `bench=${certificate}`]
    ],
    env: {},
    logFile: join(directory, 'org.log'),
    ready: readySchema
  });
  const startMs = performance.now() - begun;
  const { url, controlUrl, pubSub } = worker.ready;
  await control(controlUrl, 'PATCH', '/settings', { dailyApiRequests: 1_000_000_000 });
  const { accessToken } = sessionSchema.parse(
    await control(controlUrl, 'POST', '/sessions', { username: administrator })
  );
  return {
    url,
    pubSub: pubSub.endpoint,
    token: accessToken,
    privateKey: key,
    startMs,
    pid: worker.pid,
    stop: () => worker.stop()
  };
}

async function control(url: string, method: string, path: string, body: object): Promise<unknown> {
  const response = await fetch(`${url}${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body)
  });
  const text = await response.text();
  if (!response.ok)
    throw new Error(`The local org answered ${response.status} to ${method} ${path}: ${text}`);
  return text === '' ? undefined : JSON.parse(text);
}
