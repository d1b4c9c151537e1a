import { z } from 'zod';

const milliseconds = z.number().int().min(0).max(600_000);
const times = z.number().int().min(1).max(1_000_000).default(1);

/** What can be told to the Business Object Interface of a company from outside, while clients use it or between them. */
export const boiControlSchema = z.discriminatedUnion('do', [
  /** The n-th member call from now never returns. */
  z.strictObject({ do: z.literal('hang'), call: z.number().int().min(1).default(1), times }),
  /**
   * The process dies at the next write of a record: before it, after it is committed but before it is answered, or
   * before it while the write lands that much later all the same.
   */
  z.strictObject({
    do: z.literal('die'),
    when: z.enum(['before-write', 'after-write', 'late']),
    milliseconds: milliseconds.default(500),
    times
  }),
  /** The next write of a record gives this code and text: 0 writes nothing, -1 writes it with a warning. */
  z.strictObject({
    do: z.literal('answer'),
    code: z.union([z.literal(0), z.literal(-1)]),
    text: z.string(),
    times
  }),
  /** Every member call takes that much longer, until reset. */
  z.strictObject({ do: z.literal('slow'), milliseconds }),
  /** Lets another user have the record open. The key is its segments joined by `/`. */
  z.strictObject({
    do: z.literal('lock'),
    table: z.string(),
    key: z.string(),
    user: z.string().default('ALICE')
  }),
  z.strictObject({ do: z.literal('unlock'), table: z.string(), key: z.string() }),
  /** Changes a setting; the names are those of `defaultSettings`. */
  z.strictObject({ do: z.literal('set'), name: z.string(), value: z.string() }),
  /** Ends all faults and foreign locks, and gives every setting its default. Numbers stay used up. */
  z.strictObject({ do: z.literal('reset') })
]);

export type BoiControl = z.infer<typeof boiControlSchema>;
/** The same, as callers write it: with defaults left out. */
export type BoiControlRequest = z.input<typeof boiControlSchema>;
