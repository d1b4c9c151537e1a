import { z } from 'zod';
import { fitting } from '../../inquiry/fitting.ts';
import type { ObjectPair } from '../pairs/object-pair.ts';
import {
  fieldViewSchema,
  sageFieldViews,
  salesforceFieldViews,
  withSample,
  type FieldView
} from './field-views.ts';
import { liveSchemas } from './live-schemas.ts';
import { pairNamed, type MappingParts } from './mapping-parts.ts';
import { sageSample, salesforceSample, type SampleParts } from './sample-record.ts';

export const fieldSides = ['sage', 'salesforce'] as const;

/** Fields of one side of a pair. */
export const mappingFieldsSchema = z
  .object({
    pair: z.string(),
    label: z.string(),
    side: z.enum(fieldSides),
    /** Object of Salesforce, or entity of Sage. */
    object: z.string(),
    /** Ways that values of this pair can go at all. */
    directions: z.array(z.enum(['to-salesforce', 'to-sage'])),
    fields: z.array(fieldViewSchema),
    /** Fields that every new record has by itself: the key and references to other records. */
    filled: z.array(z.string()),
    /** The record that samples are of; null where there is none, or none on this side. */
    sampleKey: z.string().nullable(),
    salesforceId: z.string().nullable(),
    /** Name to ask for the rest with; null where these are the last. */
    next: z.string().nullable(),
    asOf: z.iso.datetime()
  })
  .meta({ id: 'MappingFields' });
export type MappingFieldsAnswer = z.infer<typeof mappingFieldsSchema>;

export interface MappingFieldsRequest {
  readonly pair: string;
  readonly side: (typeof fieldSides)[number];
  /** Record of Sage to show values of; one that is linked where left out. */
  readonly key?: string | undefined;
  /** Last field of the page before. */
  readonly after?: string | undefined;
}

/** Names of so many fields fit into the address of a query. */
const MOST_FIELDS = 250;

/** Makes the list of what both sides of a pair have, for drawing lines between them. Rejects with LB787, LB3xx, LB70x. */
export function createMappingFields(
  parts: MappingParts & SampleParts
): (request: MappingFieldsRequest) => Promise<MappingFieldsAnswer> {
  return async ({ pair: name, side, key, after }) => {
    const pair = parts.pairOf(pairNamed(name));
    const schemas = await liveSchemas(parts, pair);
    const all = side === 'sage' ? sageFieldViews(schemas) : salesforceFieldViews(schemas);
    const page = pageAfter(all, after);
    const sample = await sampled(parts, pair, { side, key, page });
    const fields = fitting(sample.fields);
    return {
      ...{ pair: pair.name, label: pair.label, side },
      object: side === 'sage' ? pair.description.label : pair.salesforceObject,
      directions: [...pair.directions],
      fields: [...fields],
      filled: [...schemas.filled[side]],
      sampleKey: sample.key,
      salesforceId: sample.salesforceId,
      next: fields.at(-1)?.name === all.at(-1)?.name ? null : (fields.at(-1)?.name ?? null),
      asOf: parts.clock().toUTC().toISO()
    };
  };
}

function pageAfter(all: readonly FieldView[], after: string | undefined): readonly FieldView[] {
  const start = after === undefined ? 0 : all.findIndex(({ name }) => name === after) + 1;
  return all.slice(start, start + MOST_FIELDS);
}

interface Wanted extends Pick<MappingFieldsRequest, 'side' | 'key'> {
  readonly page: readonly FieldView[];
}

/** Gives the fields of a page their samples. */
async function sampled(parts: SampleParts, pair: ObjectPair, { side, key: asked, page }: Wanted) {
  const sage = await sageSample(parts, pair, asked);
  const nothing = { fields: page, key: null, salesforceId: null };
  if (sage === undefined || page.length === 0) return nothing;
  const { key, values } = sage;
  if (side === 'sage') return { ...nothing, fields: withSample(page, values), key };
  const fields = page.map(({ name }) => name);
  const salesforce = await salesforceSample(parts, pair, { key, fields });
  if (salesforce === undefined) return { ...nothing, key };
  return { fields: withSample(page, salesforce.values), key, salesforceId: salesforce.id };
}
