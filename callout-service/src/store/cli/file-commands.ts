import { createReadStream, createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import type { Command } from 'commander';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import { importStore } from '../import-store.ts';
import type { Store } from '../port/store.ts';
import { say, storeOptions, withStore } from './with-store.ts';

/** `export`, `import` and `backup`. */
export function addFileCommands(program: Command): void {
  program
    .command('export')
    .description('write everything, as it is at one moment, to a new file; the service may be running')
    .argument('<file>', 'a file that does not exist yet; only you may read it')
    .action((file: string) =>
      withStore(async (store) => {
        say(`${await exportTo(store, file)} rows written to ${file}`);
      })
    );
  program
    .command('import')
    .description(
      'take an export into a place without content, all or nothing; the service must not be running'
    )
    .argument('<file>', 'written by export, of SQLite or PostgreSQL')
    .action(async (file: string) => {
      const lines = createInterface({ input: createReadStream(pathOf(file), 'utf8'), crlfDelay: Infinity });
      const { rows } = await importStore(storeOptions('exclusive'), lines);
      say(`${rows} rows taken from ${file}`);
    });
  program
    .command('backup')
    .description(
      'copy the store to a new file; the service may be running. For PostgreSQL an export is written'
    )
    .argument('<file>', 'a file that does not exist yet; only you may read it')
    .action((file: string) =>
      withStore(async (store) => {
        const { engine } = await store.condition();
        if (engine === 'postgres') await exportTo(store, file);
        else await store.upkeep.backup(pathOf(file));
        say(
          `The backup is in ${file}${engine === 'postgres' ? ' (an export: put it back with import)' : ''}`
        );
      })
    );
}

/** A file that was not finished has no last line, and no import takes it. */
async function exportTo(store: Store, file: string): Promise<number> {
  const stream = createWriteStream(pathOf(file), { flags: 'wx', mode: 0o600 });
  await once(stream, 'open').catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    throw new LedgerBridgeError('LB619', { detail: `${file} cannot be written: ${why}.`, cause: error });
  });
  const { rows } = await store.upkeep.export(async (line) => {
    if (!stream.write(`${line}\n`)) await once(stream, 'drain');
  });
  stream.end();
  await finished(stream);
  return rows;
}

/** npm runs scripts in the package's own folder; a person means the one they are in. */
function pathOf(file: string): string {
  return resolve(process.env['INIT_CWD'] ?? process.cwd(), file);
}
