import { z } from 'zod';
import { transformSchema } from './transforms/transform.ts';

/** Which way values of a field go. */
const directionSchema = z.enum(['to-salesforce', 'to-sage', 'both']);
export type Direction = z.infer<typeof directionSchema>;

/** Who prevails where both sides changed a field since they last agreed; `ask` leaves it to a person. */
const conflictRuleSchema = z.enum(['sage-wins', 'salesforce-wins', 'newest', 'ask']);
export type ConflictRule = z.infer<typeof conflictRuleSchema>;

/** A test of one field of a record. */
export const conditionSchema = z.object({
  field: z.string().min(1).max(80),
  is: z.enum([
    'equal',
    'not-equal',
    'one-of',
    'starts-with',
    'contains',
    'empty',
    'not-empty',
    'less',
    'more'
  ]),
  /** For `one-of` several, for `empty` and `not-empty` none, else one. Numbers and days compare as such. */
  values: z.array(z.string().max(255)).max(50).default([])
});
export type Condition = z.infer<typeof conditionSchema>;

/** What goes to a side where the other has nothing. */
const whenEmptySchema = z.discriminatedUnion('do', [
  /** Empties the field. */
  z.object({ do: z.literal('empty') }),
  /** Leaves what is there. */
  z.object({ do: z.literal('keep') }),
  /** Writes this. */
  z.object({ do: z.literal('default'), value: z.string().max(255) })
]);

/**
 * Fields of both systems that say the same thing. Values are turned on their way to Salesforce by `transforms` in their
 * order, and on their way to Sage by their inverses in the opposite order.
 */
export const fieldMapSchema = z.object({
  /** Unique within the mapping, and kept by its versions: the values last agreed stand under it. */
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/),
  /** Names of the canonical entity, UDF_ columns by their own; none for a constant. */
  sage: z.array(z.string().min(1).max(80)).max(6),
  /** API names. */
  salesforce: z.array(z.string().min(1).max(120)).max(6),
  direction: directionSchema,
  transforms: z.array(transformSchema).max(8).default([]),
  conflict: conflictRuleSchema,
  whenEmpty: z
    .object({ toSalesforce: whenEmptySchema, toSage: whenEmptySchema })
    .default({ toSalesforce: { do: 'empty' }, toSage: { do: 'empty' } }),
  /** Only for records that pass; about fields of the side that values come from. */
  onlyIf: z
    .object({ toSalesforce: z.array(conditionSchema), toSage: z.array(conditionSchema) })
    .partial()
    .optional()
});
export type FieldMap = z.infer<typeof fieldMapSchema>;

/** A mapping of one object pair as it is published: a run uses one from start to end. */
export const mappingContentSchema = z.object({
  /** As `Account-customer`. */
  object: z.string().min(3).max(80),
  direction: directionSchema,
  /** Prevails when a pair is linked for the first time and nothing was agreed before. */
  master: z.enum(['sage', 'salesforce']),
  /** Whether a record that the other side lacks is made there. */
  create: z.object({ inSalesforce: z.boolean(), inSage: z.boolean() }),
  /** Only records that pass all of them; an empty list lets all pass. */
  filter: z.object({ sage: z.array(conditionSchema), salesforce: z.array(conditionSchema) }),
  /** How an unlinked record finds its other: sets of field-map ids that must be equal together, tried in order. */
  matchKeys: z.array(z.array(z.string()).min(1)).max(5),
  fields: z.array(fieldMapSchema).min(1).max(300)
});
export type MappingContent = z.infer<typeof mappingContentSchema>;
