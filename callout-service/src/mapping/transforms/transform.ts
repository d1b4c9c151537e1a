import { z } from 'zod';

const text = z.string().max(255);
const each = {
  /** Applies to this value of several only; to all where left out. */ at: z.int().min(0).max(5).optional()
};

/**
 * The closed list of transforms. Each is written as what it does on the way to Salesforce; what it does on the way to Sage
 * is its inverse, and `one-way` ones have none: a field map in both directions cannot use them.
 */
export const transformSchema = z.discriminatedUnion('kind', [
  /** Spaces at both ends go. */
  z.object({ kind: z.literal('trim'), ...each }),
  /** One-way unless `toSage` says how Sage has it. */
  z.object({
    kind: z.literal('case'),
    to: z.enum(['upper', 'lower', 'title']),
    toSage: z.enum(['upper', 'lower', 'title', 'as-is']).optional(),
    ...each
  }),
  /** Filled up to a length on the left in Sage, as 0000115; without the filling in Salesforce where `strip`. */
  z.object({
    kind: z.literal('pad'),
    length: z.int().min(1).max(30),
    with: z.string().length(1),
    strip: z.boolean(),
    ...each
  }),
  /** Cut to so many characters, one-way; without it what is too long is a fault. */
  z.object({ kind: z.literal('cut'), length: z.int().min(1).max(32_000), ...each }),
  /** Sage's three address lines ↔ one street of several lines, with the lengths of the live columns. */
  z.object({ kind: z.literal('street-lines') }),
  /** Several values ↔ one, joined by a separator that none of them may contain on the way back. */
  z.object({ kind: z.literal('join'), separator: z.string().min(1).max(10), parts: z.int().min(2).max(6) }),
  /** The inverse: one value of Sage ↔ several of Salesforce. */
  z.object({ kind: z.literal('split'), separator: z.string().min(1).max(10), parts: z.int().min(2).max(6) }),
  /** First and last name ↔ one name; the last word is the last name. */
  z.object({ kind: z.literal('person-name') }),
  /** Sage's country code ↔ Salesforce's; `iso2` as US, `iso3` as USA, `name` as United States. */
  z.object({
    kind: z.literal('country'),
    sage: z.enum(['iso2', 'iso3', 'name']),
    salesforce: z.enum(['iso2', 'iso3', 'name']),
    ...each
  }),
  /** State or province: Sage's code ↔ code or name in Salesforce; the country stands at `countryAt` of the values, else it is the business's. */
  z.object({
    kind: z.literal('state'),
    salesforce: z.enum(['code', 'name']),
    countryAt: z.int().min(0).max(5).optional(),
    ...each
  }),
  /** Telephone number [, extension] as Sage has them ↔ one text as people write it, or E.164. */
  z.object({ kind: z.literal('phone'), salesforce: z.enum(['national', 'international', 'e164']) }),
  /** Rounded half up to so many digits after the point, one-way where digits go. */
  z.object({ kind: z.literal('round'), digits: z.int().min(0).max(6), ...each }),
  /** Multiplied on the way to Salesforce, divided on the way to Sage; as 0.01 for per cent ↔ fraction. */
  z.object({ kind: z.literal('multiply'), by: z.string().regex(/^\d{1,9}(\.\d{1,6})?$/), ...each }),
  /** Amount converted at the rate of the day that stands at `dayAt`, else of today; one-way. */
  z.object({
    kind: z.literal('currency'),
    from: z.string().length(3),
    to: z.string().length(3),
    dayAt: z.int().min(0).max(5).optional()
  }),
  /** Day ↔ moment at midnight, or at noon, in the Sage time zone. */
  z.object({ kind: z.literal('day-to-moment'), at: z.enum(['midnight', 'noon']) }),
  /** Number ↔ text without superfluous zeros. */
  z.object({ kind: z.literal('number-text'), ...each }),
  /** Flag ↔ two texts. */
  z.object({ kind: z.literal('flag-text'), true: text, false: text, ...each }),
  /** A flag turned round. */
  z.object({ kind: z.literal('not'), ...each }),
  /** By a list of pairs; what is not in it is a fault, stays, or becomes something. Both ways only where the list is one to one, or `preferred` decides. */
  z.object({
    kind: z.literal('value-map'),
    pairs: z
      .array(z.object({ sage: text, salesforce: text, preferred: z.boolean().optional() }))
      .min(1)
      .max(500),
    otherwise: z.discriminatedUnion('do', [
      z.object({ do: z.literal('refuse') }),
      z.object({ do: z.literal('keep') }),
      z.object({ do: z.literal('default'), sage: text, salesforce: text })
    ]),
    ...each
  }),
  /** Always this, one-way: no field of the other side. */
  z.object({ kind: z.literal('constant'), value: text }),
  /** The first value that is not empty; one-way. */
  z.object({ kind: z.literal('first-filled') }),
  /** A text in which `{0}`, `{1}` … stand for the values; one-way. */
  z.object({ kind: z.literal('template'), text }),
  /** One of two values, by the value at `at`; one-way. */
  z.object({
    kind: z.literal('if'),
    at: z.int().min(0).max(5),
    equals: z.array(text).min(1).max(50),
    then: text.nullable(),
    otherwise: text.nullable()
  })
]);
export type Transform = z.infer<typeof transformSchema>;
export type TransformKind = Transform['kind'];
