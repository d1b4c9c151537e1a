import { randomInt } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { keepOrder } from './ordering.ts';
import { engines } from './place.ts';

const JOBS = Number(process.env['LEDGER_BRIDGE_STORE_JOBS'] ?? 240);
const SEED = Number(process.env['LEDGER_BRIDGE_SEED'] ?? randomInt(1_000_000));

describe.each(engines)('processes that share a store on %s', (engine) => {
  it(`when attempts fail and one process is killed, then ${JOBS} jobs are done once each, in the order of their keys`, async () => {
    const { figures, violations } = await keepOrder(
      { engine, jobs: JOBS },
      { seed: SEED, say: () => undefined, stop: new AbortController().signal }
    );
    console.log(`seed ${SEED}, ${JSON.stringify(figures)}`);

    expect(violations).toEqual([]);
    expect(figures['done once']).toBe(JOBS);
  });
});
