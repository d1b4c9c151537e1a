import { join } from 'node:path';
import { z } from 'zod';
import type { CustomerKey } from '../../../callout-service/src/canonical/customer-key.ts';
import type { LoadResult } from '../load/in-parallel.ts';
import { startWorker } from '../load/worker.ts';
import type { Surroundings } from '../service/surroundings.ts';

const readySchema = z.object({
  keys: z.array(z.object({ arDivisionNo: z.string(), customerNo: z.string() }))
});
const resultSchema = z.object({ milliseconds: z.array(z.number()), elapsedMs: z.number() });

/** The statements alone, on plain ODBC connections in a process of their own. */
export interface RawOdbc {
  /** Every customer of the company. */
  readonly keys: readonly CustomerKey[];
  read(keys: readonly CustomerKey[]): Promise<LoadResult>;
  stop(): Promise<void>;
}

/** Starts the process with `parallel` connections. */
export async function startRawOdbc(parallel: number, { sage, directory }: Surroundings): Promise<RawOdbc> {
  const worker = await startWorker({
    program: join(import.meta.dirname, 'raw-odbc-process.ts'),
    env: {
      ODBCINI: sage.odbcIniFile,
      SAGE_ODBC_CONNECTION_STRING: sage.connectionString,
      PARALLEL: String(parallel),
      // As the service gives its own reader process: one thread for each connection and four beside them.
      UV_THREADPOOL_SIZE: String(parallel + 4)
    },
    logFile: join(directory, `raw-odbc-${parallel}.log`),
    ready: readySchema
  });
  return {
    keys: worker.ready.keys,
    read: async (keys) => resultSchema.parse(await worker.ask({ keys })),
    stop: () => worker.stop()
  };
}
