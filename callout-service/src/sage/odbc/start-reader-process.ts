import { fork, type ChildProcess } from 'node:child_process';
import type { OdbcOptions } from './options.ts';

const ENTRY = new URL('./process/main.ts', import.meta.url);

// Connections and their cancels each occupy a thread of libuv's pool; file and DNS work must find one beside them.
const SPARE_THREADS = 4;

/** Starts the process that holds the ODBC driver. libuv reads the size of its thread pool once, so it is set here. */
export function startReaderProcess({ poolSize, environment }: OdbcOptions): ChildProcess {
  return fork(ENTRY, [], {
    env: { ...process.env, ...environment, UV_THREADPOOL_SIZE: String(poolSize + SPARE_THREADS) },
    execArgv: [],
    // Measured: for these messages a tenth quicker than 'advanced' at the median.
    serialization: 'json',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc']
  });
}
