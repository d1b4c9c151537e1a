import odbc from 'odbc';
import { z } from 'zod';
import { readTrace, type TracedRead } from './traced-read.ts';

// The lower bound: the very statements that the service sent, through node-odbc and nothing else, in a process that does
// nothing else. Rows are thrown away as the driver gives them, nothing is decoded.

const environment = z
  .object({
    SAGE_ODBC_CONNECTION_STRING: z.string(),
    TRACE_FILE: z.string(),
    WARM_UP: z.coerce.number().int().nonnegative()
  })
  .parse(process.env);
const orderSchema = z.object({ times: z.number().int().positive() });
const trace = readTrace(environment.TRACE_FILE);
const connection = await odbc.connect(environment.SAGE_ODBC_CONNECTION_STRING);

/** The rows of a read; like the service it stops between statements when it has as many as it wants. */
async function repeat({ statements, stopAfterRows = Number.POSITIVE_INFINITY }: TracedRead): Promise<number> {
  let rows = 0;
  for (const sql of statements) {
    if (rows >= stopAfterRows) break;
    rows += (await connection.query(sql)).length;
  }
  return rows;
}

async function run(times: number): Promise<object> {
  const milliseconds: number[] = [];
  let rows = 0;
  for (let time = 0; time < times; time += 1) {
    for (const reads of trace) {
      const begun = performance.now();
      for (const read of reads) rows += await repeat(read);
      milliseconds.push(performance.now() - begun);
    }
  }
  return { milliseconds, rows: rows / times };
}

for (const read of trace.flat().slice(0, environment.WARM_UP)) await repeat(read);

process.on('message', (message) => {
  void run(orderSchema.parse(message).times).then((result) => process.send?.(result));
});
process.once('SIGTERM', () => void connection.close().then(() => process.exit(0)));
process.send?.({ type: 'ready', pids: [process.pid] });
