import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { z } from 'zod';

const scenarioNames = ['cases', 'kills'] as const;
const count = z.coerce.number().int().positive();

const schema = z
  .object({
    scenarios: z.array(z.enum(scenarioNames)),
    engine: z.enum(['sqlite', 'postgres']),
    instances: count.max(2),
    kills: count,
    edits: count,
    seed: z.coerce.number().int().nonnegative(),
    keep: z.boolean(),
    case: z.array(z.string())
  })
  .refine(
    ({ engine, instances }) => engine === 'postgres' || instances === 1,
    'Two instances need --postgres'
  );

/** What to run of the faults while objects are kept in step. */
export type SyncFaultOptions = z.infer<typeof schema>;

export const syncUsage = [
  'npm run faults -- sync [scenario …] [options]',
  '',
  'Scenarios, all of them unless named:',
  '  cases         each fault by itself, with a few edits on both sides in it',
  '  kills         service, bridge, org and store are killed at random moments of a stream of edits on both sides',
  '',
  'Options:',
  '  --postgres       store in PostgreSQL; else SQLite',
  '  --instances 1    copies of the service; 2 need --postgres',
  '  --case TEXT      only cases whose name contains it; may be given several times',
  '  --kills 100',
  '  --edits 1000     in the stream of kills',
  '  --keep           keeps the files when a promise was not kept',
  '  --seed N         repeats the random choices of a run'
].join('\n');

/** @throws Error for what cannot be understood, with the usage. */
export function readSyncOptions(args: readonly string[]): SyncFaultOptions {
  const text = (fallback: string) => ({ type: 'string', default: fallback }) as const;
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      postgres: { type: 'boolean', default: false },
      keep: { type: 'boolean', default: false },
      instances: text('1'),
      kills: text('100'),
      edits: text('1000'),
      case: { type: 'string', multiple: true, default: [] },
      seed: text(String(randomInt(1_000_000)))
    }
  });
  const [, ...scenarios] = positionals;
  const parsed = schema.safeParse({
    ...values,
    engine: values.postgres ? 'postgres' : 'sqlite',
    scenarios: scenarios.length === 0 ? scenarioNames : scenarios
  });
  if (parsed.success) return parsed.data;
  throw new Error(`${z.prettifyError(parsed.error)}\n\n${syncUsage}`);
}
