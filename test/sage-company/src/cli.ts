import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { addBoiCommands } from './boi/boi-commands.ts';
import { connectControl } from './control-client.ts';
import type { SageControl } from './control-client.ts';
import { defaultDirectory } from './defaults.ts';
import { readState } from './owner/state-file.ts';
import { Refusal } from './refusal.ts';

const program = new Command('sage')
  .description('Changes the running Sage company: its figures, and how it answers')
  .option('--directory <path>', 'the directory of the company', defaultDirectory);

const KEY_HELP = 'as 01-ABF, or the segments of the key in order as A/B/C';

program
  .command('set')
  .description('set columns of one record, as: set AR_Customer 01-ABF CurrentBalance=5000.00')
  .argument('<table>')
  .argument('<key>', KEY_HELP)
  .argument('<column=value...>')
  .action((table: string, key: string, assignments: string[]) =>
    run(async (control) => {
      const values = Object.fromEntries(assignments.map(readAssignment));
      await control.set(table, key, values);
      return `${table} ${key}: ${assignments.join(', ')}`;
    })
  );
program
  .command('show')
  .description('show the columns of one record that are not blank')
  .argument('<table>')
  .argument('<key>', KEY_HELP)
  .action((table: string, key: string) =>
    run(async (control) => {
      const record = Object.entries(await control.show(table, key));
      const filled = record.filter(([, value]) => !/^(0(\.0*)?)?$/.test(value));
      return filled.map(([column, value]) => `${column}=${value}`).join('\n');
    })
  );
addMode('stop', 'refuse every statement and connection', (control) => control.stop());
addMode('start', 'answer at once again', (control) => control.start());
addMode('hang', 'let every statement hang, deaf to a cancel, until start', (control) => control.hang());
program
  .command('slow')
  .description('make every statement take longer')
  .argument('<milliseconds>')
  .action((milliseconds: string) =>
    run(async (control) => {
      await control.slow(Number(milliseconds));
      return describeStatus(control);
    })
  );
addMode('status', 'tell how the company answers', () => Promise.resolve());
addBoiCommands(program, run);
program
  .command('verify')
  .description('read everything through the callout service; compare it with Sage and its published figures')
  .addOption(
    new Option('--size <size>', 'of a company of its own; without it the running one is read').choices([
      'demo',
      'mid',
      'large'
    ])
  )
  .action(verify);

await program.parseAsync();

function addMode(name: string, description: string, change: (control: SageControl) => Promise<void>): void {
  program
    .command(name)
    .description(description)
    .action(() =>
      run(async (control) => {
        await change(control);
        return describeStatus(control);
      })
    );
}

/** The program knows the service, which the Sage company does not: it runs as a process of its own. */
async function verify({ size }: { readonly size?: string }): Promise<void> {
  const file = join(import.meta.dirname, '../../../scripts/sage/verify.ts');
  const { directory } = program.opts<{ directory: string }>();
  const options = ['--directory', directory, ...(size === undefined ? [] : ['--size', size])];
  const child = spawn(process.execPath, [file, ...options], { stdio: 'inherit' });
  const code = await new Promise((resolve, reject) => child.once('exit', resolve).once('error', reject));
  process.exitCode = code === 0 ? 0 : 1;
}

async function run(task: (control: SageControl) => Promise<string>): Promise<void> {
  try {
    const { directory } = program.opts<{ directory: string }>();
    const control = connectControl(readState(directory).controlUrl);
    process.stdout.write(`${await task(control)}\n`);
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    process.stderr.write(`${fault.message}\n`);
    process.exitCode = 1;
  }
}

async function describeStatus(control: SageControl): Promise<string> {
  const status = await control.status();
  const mode = status.mode === 'slow' ? `slow, ${status.milliseconds} ms a statement` : status.mode;
  return `${mode}; ${status.customers} customers (${status.size}, seed ${status.seed}), today ${status.today}`;
}

function readAssignment(text: string): [string, string] {
  const equals = text.indexOf('=');
  if (equals < 1) throw new Refusal(`write a change as Column=value, not "${text}"`);
  return [text.slice(0, equals), text.slice(equals + 1)];
}
