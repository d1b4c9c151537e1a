import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { CompanyDatabase } from './company/company-database.ts';
import { ImportFault, readReceiptRows } from './receipts/receipt-row.ts';
import { runImport } from './receipts/run-import.ts';
import { createReceiptTablesSql } from './receipts/tables.ts';
import { BoiState } from './state/boi-state.ts';

const KNOWN_JOB = /^VIWI[0-9A-Z]{2}$/;
/** Exit codes: every record taken; some rejected; nothing imported. */
const EXIT = { done: 0, rejected: 1, failed: 2 } as const;

interface Options {
  readonly directory: string;
  readonly job: string;
  readonly file: string;
  readonly log: string;
}

const program = new Command('visual-integrator')
  .description('Stands in for a Visual Integrator job that imports cash receipts')
  .requiredOption('--directory <path>', 'the directory of the company')
  .requiredOption('--job <name>', 'the compiled job, as VIWI01')
  .requiredOption('--file <csv>', 'the import file')
  .requiredOption('--log <file>', 'where the log goes; written anew');
program.parse();
process.exitCode = runJob(program.opts<Options>());

function runJob({ directory, job, file, log }: Options): number {
  try {
    if (!KNOWN_JOB.test(job)) throw new ImportFault(`there is no job ${job}`);
    const rows = readReceiptRows(readFileSync(file, 'utf8'));
    const database = openCompany(directory);
    try {
      const { log: lines, rejected } = runImport(database, rows);
      writeFileSync(log, `${lines.join('\n')}\n`);
      return rejected === 0 ? EXIT.done : EXIT.rejected;
    } finally {
      database.close();
    }
  } catch (fault) {
    const isExpected = fault instanceof ImportFault || (fault instanceof Error && 'code' in fault);
    if (!isExpected) throw fault;
    writeFileSync(log, `IMPORT FAILED ${fault.message}\n`);
    return EXIT.failed;
  }
}

function openCompany(directory: string): CompanyDatabase {
  const state = new BoiState(directory);
  const isOpen = state.settings.externalAccess === 'Y';
  state.close();
  if (!isOpen) throw new ImportFault('the company does not allow external access');
  const database = new CompanyDatabase(join(directory, 'sage.db'));
  for (const sql of createReceiptTablesSql) database.write([{ sql, values: [], mustChange: false }]);
  return database;
}
