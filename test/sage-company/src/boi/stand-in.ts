import { flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Command } from 'commander';
import { defaultDirectory } from '../defaults.ts';
import { serveBridge } from './bridge/serve-bridge.ts';
import { CompanyDatabase } from './company/company-database.ts';
import { createComObject } from './session/script-object.ts';
import { BoiState } from './state/boi-state.ts';

const program = new Command('boi')
  .description(
    "Stands in for Sage's Business Object Interface: the bridge protocol on standard input and output"
  )
  .option('--directory <path>', 'the directory of the company', defaultDirectory);

program.parse();
const { directory } = program.opts<{ directory: string }>();
const state = new BoiState(directory);
const database = new CompanyDatabase(join(directory, 'sage.db'));
// Whoever listened is gone; there is nobody to answer.
process.stdout.on('error', () => process.exit(1));
// Now, because a process that is killed later keeps nothing.
flushCompileCache();
await serveBridge(
  { create: (progId) => createComObject(progId, state, database), beforeCall },
  process.stdin,
  process.stdout
);
database.close();
state.close();
process.exit(0);

async function beforeCall(): Promise<void> {
  if (state.countDown()) await new Promise<never>(() => undefined);
  const slow = state.fault('slow');
  if (slow !== undefined) await delay(slow.milliseconds);
}
