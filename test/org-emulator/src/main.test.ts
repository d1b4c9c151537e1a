import { fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { containing, listWith, matching } from './testing/matchers.ts';
import { z } from 'zod';
import { temporaryDirectory } from './testing/temporary-directory.ts';
import { fixturePackage, privateKeyPem } from './testing/test-org.ts';

const readySchema = z.object({ type: z.literal('ready'), url: z.url(), controlUrl: z.url() });

function start(...args: string[]) {
  const process = fork(join(import.meta.dirname, 'main.ts'), args, { silent: true });
  let stderr = '';
  process.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const exited = new Promise<{ code: number | null; stderr: string }>((resolve) => {
    process.once('close', (code) => resolve({ code, stderr }));
  });
  return { process, exited };
}

function seedDirectory(...accounts: Record<string, unknown>[]): string {
  const directory = temporaryDirectory();
  const records = accounts.map((values, index) => ({
    attributes: { type: 'Account', referenceId: `account${index}` },
    ...values
  }));
  writeFileSync(join(directory, 'Account.json'), JSON.stringify({ records }));
  return directory;
}

describe('the process', () => {
  it('when it starts, then it tells its address and ends with 0 on SIGTERM', async () => {
    const keyFile = join(temporaryDirectory(), 'key.pem');
    writeFileSync(keyFile, privateKeyPem);
    const seed = seedDirectory({ Name: 'ABF', Sage_Customer_No__c: '01-ABF' });
    const { process, exited } = start(
      ...['--package', fixturePackage, '--seed', seed, '--certificate', `Sage_Callout_Signing=${keyFile}`],
      ...['--named-credential', 'Sage_Callout_Reader=http://127.0.0.1:1', '--daily-api-requests', '70000']
    );
    const message = await new Promise((resolve) => process.once('message', resolve));
    const { controlUrl } = readySchema.parse(message);
    const status: unknown = await (await fetch(`${controlUrl}/status`)).json();
    expect(status).toMatchObject({ objects: listWith({ name: 'Account', records: 1 }) });
    const settings: unknown = await (await fetch(`${controlUrl}/settings`)).json();
    expect(settings).toMatchObject({ dailyApiRequests: 70_000 });
    process.kill('SIGTERM');
    expect(await exited).toMatchObject({ code: 0 });
  });

  it('when whoever started it is gone, then it ends by itself', async () => {
    const { process } = start('--package', fixturePackage);
    const exited = new Promise((resolve) => process.once('exit', resolve)); // without a channel there is no `close`
    await new Promise((resolve) => process.once('message', resolve));
    process.disconnect();
    expect(await exited).toBe(0);
  });

  it('when the package is not there, then it says so and ends with 1', async () => {
    const { exited } = start('--package', '/nowhere');
    expect(await exited).toMatchObject({ code: 1, stderr: containing('/nowhere') });
  });

  it('when a seed is refused, then it names file, record and reason', async () => {
    const seed = seedDirectory({ Name: 'a', Sage_Customer_No__c: '1' }, { Sage_Customer_No__c: '1' });
    const { exited } = start('--package', fixturePackage, '--seed', seed);
    expect(await exited).toMatchObject({
      code: 1,
      stderr: matching(/Account\.json[^]*account1: REQUIRED_FIELD_MISSING/)
    });
  });
});
