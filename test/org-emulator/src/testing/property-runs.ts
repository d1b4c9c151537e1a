import { randomInt } from 'node:crypto';

/** Seed of property tests, printed so that a failure can be had again: `FC_SEED=…`. */
export const seed = Number(process.env.FC_SEED ?? randomInt(2 ** 31));
/** Runs of each property: `FC_RUNS=…`. */
export const numRuns = Number(process.env.FC_RUNS ?? 60);
console.info(`FC_SEED=${seed}`);
