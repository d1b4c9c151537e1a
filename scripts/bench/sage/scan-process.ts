import { z } from 'zod';
import { connectServiceReader } from './service-reader.ts';
import { isScanName, scans } from './scans.ts';
import { writeTrace } from './traced-read.ts';

// Scans one kind of record as the service does, in a process that does nothing else beside the reader process it starts.

const environment = z
  .object({ SCAN: z.string().refine(isScanName), TRACE_FILE: z.string() })
  .parse(process.env);
const orderSchema = z.discriminatedUnion('order', [
  z.object({ order: z.literal('trace') }),
  z.object({ order: z.literal('run'), times: z.number().int().positive() })
]);

const reader = connectServiceReader();

async function scan(times: number): Promise<{ readonly records: number; readonly elapsedMs: number }> {
  let records = 0;
  const begun = performance.now();
  for (let time = 0; time < times; time += 1) {
    for await (const page of scans[environment.SCAN](reader.records)) records += page.length;
  }
  return { records, elapsedMs: performance.now() - begun };
}

async function obey(message: unknown): Promise<void> {
  const order = orderSchema.parse(message);
  if (order.order === 'trace') reader.takeTrace();
  const result = await scan(order.order === 'run' ? order.times : 1);
  if (order.order === 'trace') writeTrace(environment.TRACE_FILE, [reader.takeTrace()]);
  process.send?.(result);
}

// Connects, asks what columns there are, and warms up: the first page is thrown away.
for await (const _page of scans[environment.SCAN](reader.records)) break;

process.on('message', (message) => void obey(message));
process.once('SIGTERM', () => void reader.close().then(() => process.exit(0)));
process.send?.({ type: 'ready', pids: reader.pids() });
