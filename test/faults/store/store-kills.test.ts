import { randomInt } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { killAgainAndAgain } from './kills.ts';
import { engines } from './place.ts';

// Each kill costs a new process, and for PostgreSQL a recovery. The full number: npm run faults -- store kills.
const KILLS = Number(process.env['LEDGER_BRIDGE_STORE_KILLS'] ?? 4);
const SEED = Number(process.env['LEDGER_BRIDGE_SEED'] ?? randomInt(1_000_000));

describe.each(engines)('a process that is killed again and again on %s', (engine) => {
  it(`when it is killed ${KILLS} times, then nothing acknowledged is lost and nothing is done twice`, async () => {
    const { figures, violations } = await killAgainAndAgain(
      { engine, kills: KILLS },
      { seed: SEED, say: () => undefined, stop: new AbortController().signal }
    );
    console.log(`seed ${SEED}, ${JSON.stringify(figures)}`);

    expect(violations).toEqual([]);
    expect(figures['acknowledged']).toBeGreaterThan(0);
  });
});
