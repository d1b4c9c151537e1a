import { z } from 'zod';

const handle = z.string().min(1);
const value = z.union([z.string(), z.number(), z.null()]);
const argument = z.union([
  value,
  z.strictObject({ out: z.enum(['string', 'number']) }),
  z.strictObject({ handle })
]);
const expectation = z.strictObject({
  goOn: z.array(z.number()),
  quiet: z.array(z.number()),
  message: z.string()
});

/** One step of a batch. */
export const stepSchema = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('create'), progId: z.string(), as: handle }),
  z.strictObject({
    op: z.literal('call'),
    on: handle,
    member: z.string(),
    args: z.array(argument).optional(),
    as: handle.optional(),
    expect: expectation.optional()
  }),
  z.strictObject({ op: z.literal('get'), on: handle, member: z.string(), as: handle.optional() }),
  z.strictObject({ op: z.literal('release'), handle })
]);

/** What a bridge takes. Steps are checked one by one, when their turn comes. */
export const toBridgeSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('batch'), id: z.number(), steps: z.array(z.unknown()) }),
  z.object({ type: z.literal('end') })
]);

export type CheckedStep = z.infer<typeof stepSchema>;
export type CheckedBatch = Extract<z.infer<typeof toBridgeSchema>, { type: 'batch' }>;
