import { z } from 'zod';

const PAYLOAD_BYTES = 300;
const payloadSchema = z.object({ sentAt: z.number(), text: z.string() });

/** A job as every contestant gets it: a payload of 300 bytes as JSON. */
export interface BenchmarkJob {
  readonly key: string | undefined;
  readonly payload: z.infer<typeof payloadSchema>;
}

/**
 * How jobs are spread over keys: `none` has none; `spread` gives each of `keys` keys its turn; `hot` gives all to one key,
 * and mixes one job of each of `others` more keys in.
 */
export const keySpreadSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('spread'), keys: z.number().int().positive() }),
  z.object({ kind: z.literal('hot'), others: z.number().int().nonnegative() })
]);
export type KeySpread = z.infer<typeof keySpreadSchema>;

/** The clock that all processes of a machine share: milliseconds. */
export function sharedNow(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

/** One job, sent now. */
export function benchmarkJob(key?: string): BenchmarkJob {
  const payload = { sentAt: sharedNow(), text: '' };
  return { key, payload: { ...payload, text: 'x'.repeat(PAYLOAD_BYTES - JSON.stringify(payload).length) } };
}

/** `count` jobs over their keys; with `hot` the other keys come on top. */
export function benchmarkJobs(count: number, spread: KeySpread): readonly BenchmarkJob[] {
  return keysOf(count, spread).map((key) => benchmarkJob(key));
}

/** Whether a payload that came back is one of ours. Throws when it is not. */
export function readPayload(payload: unknown): BenchmarkJob['payload'] {
  return payloadSchema.parse(payload);
}

function keysOf(count: number, spread: KeySpread): readonly (string | undefined)[] {
  const numbers = Array.from({ length: count }, (_, number) => number);
  if (spread.kind === 'none') return numbers.map(() => undefined);
  if (spread.kind === 'spread') return numbers.map((number) => `key-${number % spread.keys}`);
  // The others stand at even distances among the jobs of the hot key.
  const hot = numbers.map((number) => ({ key: 'hot', place: number / count }));
  const others = Array.from({ length: spread.others }, (_, number) => ({
    key: `other-${number}`,
    place: number / spread.others
  }));
  return [...hot, ...others].toSorted((one, other) => one.place - other.place).map(({ key }) => key);
}
