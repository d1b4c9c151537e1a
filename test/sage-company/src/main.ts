import { Command, InvalidArgumentError, Option } from 'commander';
import { z } from 'zod';
import { currentDay } from './calendar.ts';
import { defaultCacheDirectory, defaultDirectory, defaultSeed } from './defaults.ts';
import { ownCompany } from './owner/company-owner.ts';
import type { CompanyOwner } from './owner/company-owner.ts';
import { Refusal } from './refusal.ts';

const optionsSchema = z.object({
  directory: z.string(),
  size: z.enum(['demo', 'mid', 'large']),
  seed: z.number(),
  today: z.string(),
  cacheDirectory: z.string()
});

const program = new Command('sage-company').description(
  'Owns a Sage 100 company and answers for it over ODBC'
);
program
  .command('start', { isDefault: true })
  .description('make the company anew and keep it until SIGTERM or Ctrl-C')
  .option('--directory <path>', 'where its files go', defaultDirectory)
  .addOption(new Option('--size <size>', 'how much data').choices(['demo', 'mid', 'large']).default('demo'))
  .option('--seed <number>', 'another seed gives other invented data', wholeNumber, defaultSeed)
  .option('--today <day>', "the company's own today, YYYY-MM-DD", calendarDay, currentDay())
  .option('--cache-directory <path>', 'where built companies are kept', defaultCacheDirectory)
  .action(start);

await program.parseAsync();

async function start(options: unknown): Promise<void> {
  try {
    const owner = await ownCompany(optionsSchema.parse(options));
    stopWhenTold(owner);
    process.send?.(owner.ready);
    if (process.send === undefined) process.stdout.write(`${JSON.stringify(owner.ready)}\n`);
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    process.stderr.write(`${fault.message}\n`);
    process.exitCode = 1;
    if (process.connected) process.disconnect();
  }
}

function stopWhenTold(owner: CompanyOwner): void {
  let closing: Promise<void> | undefined;
  const stop = () => {
    closing ??= owner.close().then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  // Whoever forked this process is gone, so nobody is left to stop it.
  process.once('disconnect', stop);
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('a whole number is needed');
  return Number(text);
}

function calendarDay(text: string): string {
  if (!z.iso.date().safeParse(text).success) throw new InvalidArgumentError('a day as 2026-01-31 is needed');
  return text;
}
