import { z } from 'zod';

/** Payload of a job in lane `sync-failure`: the job reads the dead job itself and writes how it stands by then. */
export const syncFailureSchema = z.object({ jobId: z.int() });
export type SyncFailure = z.infer<typeof syncFailureSchema>;
