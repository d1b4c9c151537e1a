import { z } from 'zod';
import { inParallel } from '../load/in-parallel.ts';
import { connectServiceReader } from './service-reader.ts';
import { singleNames, singleReads } from './singles.ts';
import { writeTrace, type TracedRead } from './traced-read.ts';

// Single reads as the service makes them behind its HTTP API, in a process that does nothing else beside the reader
// process it starts.

const { READ, TRACE_FILE } = z
  .object({ READ: z.enum(singleNames), TRACE_FILE: z.string() })
  .parse(process.env);
const questionSchema = z.object({
  customer: z.object({ arDivisionNo: z.string(), customerNo: z.string() }),
  itemCode: z.string(),
  salesOrderNo: z.string()
});
const orderSchema = z.object({ order: z.enum(['trace', 'run']), questions: z.array(questionSchema) });

const reader = connectServiceReader();
const read = singleReads(reader.records)[READ];

async function obey(message: unknown): Promise<void> {
  const { order, questions } = orderSchema.parse(message);
  const trace: (readonly TracedRead[])[] = [];
  if (order === 'trace') reader.takeTrace();
  const { milliseconds } = await inParallel([0], questions, async (_lane, question) => {
    await read(question);
    if (order === 'trace') trace.push(reader.takeTrace());
  });
  if (order === 'trace') writeTrace(TRACE_FILE, trace);
  process.send?.({ milliseconds });
}

process.on('message', (message) => void obey(message));
process.once('SIGTERM', () => void reader.close().then(() => process.exit(0)));
process.send?.({ type: 'ready', pids: reader.pids() });
