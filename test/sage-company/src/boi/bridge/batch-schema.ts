import { z } from 'zod';

const handle = z.string().min(1);
const member = { on: handle, member: z.string().min(1), as: handle.optional() };
const argument = z.union([
  z.string(),
  z.number(),
  z.null(),
  z.object({ handle }),
  z.object({ out: z.enum(['string', 'number']) })
]);
const expectation = z.object({
  goOn: z.array(z.number()),
  quiet: z.array(z.number()),
  message: z.string().min(1)
});

/** One step of a batch. What gives an object a name has no return value to compare. */
export const stepSchema = z.discriminatedUnion('op', [
  z.object({ op: z.literal('create'), progId: z.string().min(1), as: handle }),
  z
    .object({
      op: z.literal('call'),
      ...member,
      args: z.array(argument).optional(),
      expect: expectation.optional()
    })
    .refine((step) => step.as === undefined || step.expect === undefined),
  z.object({ op: z.literal('get'), ...member }),
  z.object({ op: z.literal('release'), handle })
]);

/** A batch. Its steps are checked one by one, so that the answer can name the one that is malformed. */
export const batchSchema = z.object({
  type: z.literal('batch'),
  id: z.number().int(),
  steps: z.array(z.unknown())
});

export type CheckedStep = z.infer<typeof stepSchema>;
export type Batch = z.infer<typeof batchSchema>;
