import { z } from 'zod';

/** How writing into Sage stands; the answer of `pauseWriting` and `resumeWriting`. */
export const writerStateSchema = z
  .object({
    /** `stopped`: no session is open, so Sage's files are free. It starts by itself when there is something to write. */
    bridge: z.enum(['starting', 'ready', 'busy', 'stopped', 'failed']),
    /** Null unless an operator paused writing. */
    pausedSince: z.iso.datetime().nullable(),
    /** Records that wait to be written. */
    waiting: z.int(),
    /** Which bridge answers, with version and bitness; null before the first start. */
    bridgeName: z.string().nullable(),
    /** Why it failed last, as a code of the catalogue; null when it did not. */
    lastFailure: z.string().nullable()
  })
  .meta({ id: 'WriterState' });
