import { join } from 'node:path';
import { z } from 'zod';
import type { SageCompany } from '../../../../test/sage-company/src/index.ts';
import { startWorker } from '../../load/worker.ts';
import { withPeakMemory } from '../../sage/peak-memory.ts';
import type { LookName } from './looks.ts';
import { processorSeconds } from './processor-time.ts';

const readySchema = z.object({ pids: z.array(z.number()) });
const lookedSchema = z.object({
  looked: z.number(),
  found: z.number(),
  vanished: z.number(),
  elapsedMs: z.number()
});

/** What one look cost. */
export interface LookResult extends z.infer<typeof lookedSchema> {
  /** Most resident memory of the process that looks: Node.js, the store, and what it holds of Sage's rows. */
  readonly peakMib: number;
  /** The same of the process with the ODBC driver in it. */
  readonly readerMib: number;
  /** Processor time of both, which others on the machine do not lengthen. */
  readonly processorMs: number;
}

export interface LookPlace {
  readonly sage: Pick<SageCompany, 'odbcIniFile' | 'connectionString'>;
  readonly storeFile: string;
  readonly directory: string;
}

/** Looks once, in a process of its own, with what earlier looks have left in the store. */
export async function measureLook(name: LookName, place: LookPlace): Promise<LookResult> {
  const { odbcIniFile, connectionString } = place.sage;
  const worker = await startWorker({
    program: join(import.meta.dirname, 'look-process.ts'),
    env: {
      LOOK: name,
      STORE_FILE: place.storeFile,
      ODBCINI: odbcIniFile,
      SAGE_ODBC_CONNECTION_STRING: connectionString
    },
    logFile: join(place.directory, 'look-process.log'),
    ready: readySchema
  });
  try {
    const readers = worker.ready.pids.filter((pid) => pid !== worker.pid);
    const before = processorSeconds(worker.ready.pids);
    const { result, peakMib } = await withPeakMemory([worker.pid], () =>
      withPeakMemory(readers, () => worker.ask({ order: 'look' }))
    );
    const processorMs = (processorSeconds(worker.ready.pids) - before) * 1_000;
    return { ...lookedSchema.parse(result.result), peakMib, readerMib: result.peakMib, processorMs };
  } finally {
    await worker.stop();
  }
}
