import { randomInt } from 'node:crypto';
import { Command, Option } from 'commander';
import { z } from 'zod';
import { pairNames } from '../../callout-service/src/sync/pairs/pair-names.ts';
import { bringInStep, type InStepResult } from '../../test/faults/sync/in-step.ts';

// npm run sync -- --all: a company, an org and the service of this machine are brought in step, everything, both ways. Tables go
// to stdout, progress to stderr. Ends with 1 when anything differs.

const program = new Command('sync')
  .description('Brings a Sage company and a local org in step and holds both against each other')
  .option('--all', 'every object pair')
  .option('--pair <name...>', `only these: ${pairNames.join(', ')}`)
  .addOption(new Option('--size <size>', 'of the company').choices(['demo', 'mid']).default('mid'))
  .option('--postgres', 'store in PostgreSQL; else SQLite')
  .option('--seed <number>', 'repeats the random edits of a run', String(randomInt(1_000_000)));

const optionsSchema = z.object({
  all: z.boolean().default(false),
  pair: z.array(z.enum(pairNames)).default([]),
  size: z.enum(['demo', 'mid']),
  postgres: z.boolean().default(false),
  seed: z.coerce.number().int().nonnegative()
});

try {
  const options = optionsSchema.parse(program.parse().opts());
  if (!options.all && options.pair.length === 0) program.help({ error: true });
  console.log(`seed ${options.seed}`);
  const result = await bringInStep(
    {
      size: options.size,
      engine: options.postgres ? 'postgres' : 'sqlite',
      pairs: options.all ? pairNames : options.pair,
      seed: options.seed
    },
    (line) => process.stderr.write(`${line}\n`)
  );
  show(result);
  process.exitCode = result.violations.length > 0 ? 1 : 0;
} catch (error) {
  console.error(error instanceof z.ZodError ? z.prettifyError(error) : error);
  process.exitCode = 1;
}

function show({ passes, edits, made, decided, violations }: InStepResult): void {
  for (const { name, seconds, runs, comparisons } of passes) {
    console.log(`\n${name}, ${seconds.toFixed(1)} s`);
    console.table(
      Object.fromEntries(
        runs.map(({ pair, counts }) => {
          const compared = comparisons.find((each) => each.pair === pair);
          return [
            pair,
            { ...counts, 'in Sage': compared?.inSage ?? '', 'in Salesforce': compared?.inSalesforce ?? '' }
          ];
        })
      )
    );
  }
  console.log(
    `\nedited at random, by pair and the field's rule; ${made} new records, ${decided} decided by a person`
  );
  console.table(
    Object.fromEntries(
      [...Map.groupBy(edits, ({ place, field }) => `${place.pair}, ${field.rule}`)].map(([what, some]) => [
        what,
        Object.fromEntries(
          [...Map.groupBy(some, ({ side }) => side)].map(([side, { length }]) => [side, length])
        )
      ])
    )
  );
  for (const each of violations) console.log(`  VIOLATED: ${each}`);
  if (violations.length === 0) console.log('Both systems are in step.');
}
