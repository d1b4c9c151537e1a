import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import { z } from 'zod';

const PROPORTIONAL = /^Pss:\s+(\d+) kB$/m;
const KIB_PER_MIB = 1_024;
const pidsSchema = z.array(z.object({ pid: z.number() }));

/**
 * What the server's processes hold, in MiB: pages that they share count once. This connection's own process is among
 * them; the first process of all, which only starts the others, is not. NaN where `/proc` does not say.
 */
export async function serverMemoryMib(url: string): Promise<number> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query('select pid from pg_stat_activity where pid is not null');
    const kib = pidsSchema.parse(rows).map(({ pid }) => proportionalKib(pid));
    return kib.reduce((sum, each) => sum + each, 0) / KIB_PER_MIB;
  } finally {
    await client.end();
  }
}

function proportionalKib(pid: number): number {
  try {
    return Number(PROPORTIONAL.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]);
  } catch {
    return Number.NaN;
  }
}
