import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { z } from 'zod';

const scenarioNames = ['kills', 'power-cut', 'disk-full', 'ordering'] as const;
const engineNames = ['sqlite', 'postgres'] as const;

const count = z.coerce.number().int().positive();

const schema = z.object({
  scenarios: z.array(z.enum(scenarioNames)),
  engines: z.array(z.enum(engineNames)),
  kills: count,
  cuts: count,
  'control-cuts': count,
  jobs: count,
  seed: z.coerce.number().int().nonnegative()
});

/** What to run, and how much of it; counts are for each engine. */
export type FaultOptions = z.infer<typeof schema>;

export const usage = [
  'npm run faults -- store [scenario …] [options]',
  'npm run faults -- orders [scenario …] [options]   (its options: npm run faults -- orders --help)',
  'npm run faults -- sync [scenario …] [options]     (its options: npm run faults -- sync --help)',
  '',
  'Scenarios, all of them unless named:',
  '  kills         kill -9 of the process and of PostgreSQL at random moments',
  '  power-cut     the file system loses what was not flushed (root and loop devices only)',
  '  disk-full     the disk fills up, and there is room again',
  '  ordering      three processes on one store, one of them killed',
  '',
  'Options:',
  '  --engine sqlite|postgres   one engine only',
  '  --kills 200                of each engine',
  '  --cuts 20                  of each engine',
  '  --control-cuts 10          with synchronous=NORMAL, which must lose something',
  '  --jobs 3000                for ordering',
  '  --seed N                   repeats the random choices of a run'
].join('\n');

/** @throws Error for what cannot be understood, with the usage. */
export function readOptions(args: readonly string[]): FaultOptions {
  const text = (fallback: string) => ({ type: 'string', default: fallback }) as const;
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      engine: { type: 'string' },
      kills: text('200'),
      cuts: text('20'),
      'control-cuts': text('10'),
      jobs: text('3000'),
      seed: text(String(randomInt(1_000_000)))
    }
  });
  const [subject, ...scenarios] = positionals;
  if (subject !== 'store') throw new Error(usage);
  const parsed = schema.safeParse({
    ...values,
    engines: values.engine === undefined ? engineNames : [values.engine],
    scenarios: scenarios.length === 0 ? scenarioNames : scenarios
  });
  if (parsed.success) return parsed.data;
  throw new Error(`${z.prettifyError(parsed.error)}\n\n${usage}`);
}
