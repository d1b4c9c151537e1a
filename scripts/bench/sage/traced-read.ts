import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

const tracedReadSchema = z.object({ statements: z.array(z.string()), stopAfterRows: z.number().optional() });
const traceSchema = z.array(z.array(tracedReadSchema));

/** What the service asked of its gateway in one read: statements that run one after the other. */
export type TracedRead = z.infer<typeof tracedReadSchema>;

/** The reads of each piece of work: of one scan, or of each single read in turn. */
export type Trace = readonly (readonly TracedRead[])[];

/** Leaves a trace for the process that repeats it. */
export function writeTrace(file: string, trace: Trace): void {
  writeFileSync(file, JSON.stringify(trace));
}

/** Reads a trace. Throws when the file is none. */
export function readTrace(file: string): Trace {
  return traceSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}
