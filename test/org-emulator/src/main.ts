import { readFileSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { Command } from 'commander';
import { z } from 'zod';
import type { StartOptions } from './index.ts';

type Pairs = Readonly<Record<string, string>>;

const port = z.coerce.number().int().min(0).max(65_535);

const optionsSchema = z.object({
  port,
  controlPort: port,
  pubsubPort: port,
  package: z.string(),
  certificate: z.record(z.string(), z.string()),
  namedCredential: z.record(z.string(), z.url()),
  externalClientApp: z.record(z.string(), z.string()),
  seed: z.string().optional(),
  namespace: z.string().optional(),
  snapshot: z.string().optional(),
  dailyApiRequests: z.coerce.number().int().positive().optional(),
  pubsubIdentity: z.string().optional(),
  pubsubKeepAlive: z.coerce.number().int().positive().optional()
});

const program = new Command('org-emulator')
  .description('Serves a local Salesforce org that has a package loaded')
  .option('--port <number>', 'port, 0 for a free one', '0')
  .option('--control-port <number>', 'port of the control plane, 0 for a free one', '0')
  .option('--pubsub-port <number>', 'port of the Pub/Sub API, 0 for a free one', '0')
  .requiredOption('--package <directory>', 'source-format package directory')
  .option('--certificate <name=file>', "PEM private key of one of the org's certificates", addPair, {})
  .option('--named-credential <name=url>', 'URL of a named credential', addPair, {})
  .option('--external-client-app <key=file>', 'consumer key and PEM certificate for JWT log-in', addPair, {})
  .option('--seed <directory>', 'directory of sObject Tree files')
  .option('--namespace <prefix>', 'namespace of the package')
  .option('--pubsub-identity <file>', 'PEM file of certificate and key of the Pub/Sub API, made if missing')
  .option('--pubsub-keep-alive <ms>', 'longest silence of a subscription')
  .option('--daily-api-requests <number>', 'API requests that the org takes in 24 hours')
  .option('--snapshot <file>', 'go on with the records in this file, and save them to it at the end');

function addPair(pair: string, pairs: Pairs): Pairs {
  const at = pair.indexOf('=');
  if (at < 1) throw new Error(`'${pair}' is not of the form name=value`);
  return { ...pairs, [pair.slice(0, at)]: pair.slice(at + 1) };
}

function readOptions(): StartOptions {
  const options = optionsSchema.parse(program.parse().opts());
  const readPem = ([name, file]: [string, string]): [string, string] => [name, readFileSync(file, 'utf8')];
  return {
    port: options.port,
    controlPort: options.controlPort,
    pubSubPort: options.pubsubPort,
    packageDirectory: options.package,
    certificates: Object.fromEntries(Object.entries(options.certificate).map(readPem)),
    namedCredentialUrls: options.namedCredential,
    seedDirectory: options.seed,
    namespace: options.namespace,
    snapshotFile: options.snapshot,
    dailyApiRequests: options.dailyApiRequests,
    pubSub: { identityFile: options.pubsubIdentity, keepAliveMs: options.pubsubKeepAlive },
    externalClientApps: Object.entries(options.externalClientApp)
      .map(readPem)
      .map(([consumerKey, certificate]) => ({ consumerKey, certificate }))
  };
}

async function main(): Promise<void> {
  const options = readOptions();
  enableCompileCache(); // what is imported after this need not be compiled again at the next start
  const { startOrg } = await import('./index.ts');
  const org = await startOrg(options);
  let closing: Promise<void> | undefined; // one stop may follow another, as Ctrl-C the end of the parent
  const stop = () => {
    closing ??= org.close().then(
      () => process.exit(0),
      (error: unknown) => fail(error)
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  process.once('disconnect', stop); // whoever forked this process is gone, so nobody is left to stop it
  const { url, controlUrl, pubSub } = org;
  console.log(`The local org listens on ${url}, its control plane on ${controlUrl}`);
  process.send?.({ type: 'ready', url, controlUrl, pubSub });
  const { warmUpParser } = await import('./soql/parser.ts');
  setImmediate(warmUpParser); // whoever was waiting for the address hardly queries in the same moment
}

function fail(error: unknown): never {
  const reason = error instanceof z.ZodError ? z.prettifyError(error) : error;
  console.error(`The local org cannot run: ${reason instanceof Error ? reason.message : String(reason)}`);
  process.exit(1);
}

main().catch(fail);
