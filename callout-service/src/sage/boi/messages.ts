import { z } from 'zod';
import type { FromBridge, Step } from './protocol.ts';

const value = z.union([z.string(), z.number(), z.null()]);

const stepResult = z
  .object({ value: value.optional(), out: z.array(value).optional(), message: z.string().optional() })
  // A key that is there without a value is not in the type: what is not there is left out.
  .transform((result) => ({
    ...(result.value === undefined ? {} : { value: result.value }),
    ...(result.out === undefined ? {} : { out: result.out }),
    ...(result.message === undefined ? {} : { message: result.message })
  }));

const index = z.int().min(0);

const fromBridge = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('ready'),
    protocol: z.number(),
    bridge: z.string(),
    pid: z.number(),
    bits: z.union([z.literal(32), z.literal(64)])
  }),
  z.object({
    type: z.literal('done'),
    id: index,
    results: z.array(stepResult),
    stopped: z.boolean()
  }),
  z.object({
    type: z.literal('fault'),
    id: index,
    results: z.array(stepResult),
    fault: z.object({
      step: index,
      kind: z.enum(['com', 'request']),
      code: z.string(),
      message: z.string()
    })
  }),
  z.object({
    type: z.literal('heartbeat'),
    busy: z.object({ id: index, step: index }).nullable()
  })
]);

/** One line of a bridge as a message; undefined when it is none. */
export function readMessage(line: string): FromBridge | undefined {
  try {
    return fromBridge.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
}

/** Whether an answer can be one to these steps: what came back must be as many results as steps can have run. */
export function isAnswerTo(
  steps: readonly Step[],
  answer: Extract<FromBridge, { type: 'done' | 'fault' }>
): boolean {
  const { length } = answer.results;
  if (answer.type === 'fault') return length === answer.fault.step && length < steps.length;
  return answer.stopped ? length > 0 && length <= steps.length : length === steps.length;
}
