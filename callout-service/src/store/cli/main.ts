import { Command } from 'commander';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import { addFileCommands } from './file-commands.ts';
import { addJobCommands } from './job-commands.ts';
import { addStatusCommands } from './status-commands.ts';

// npm run store -- <command>: works on the store that the service's own settings name (STORE_DIRECTORY or
// STORE_POSTGRES_URL, SAGE_COMPANY_CODE), beside a running service unless the command says otherwise.

const program = new Command('store')
  .description(
    "Looks after the service's store: export, import, check, backup, and jobs that wait for a decision"
  )
  .showHelpAfterError();
addStatusCommands(program);
addFileCommands(program);
addJobCommands(program);

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${describe(error)}\n`);
  process.exitCode = 1;
}

function describe(error: unknown): string {
  if (!(error instanceof LedgerBridgeError)) return error instanceof Error ? error.message : String(error);
  return `${error.code} ${error.entry.title}: ${error.detail}\n${error.entry.action}`;
}
