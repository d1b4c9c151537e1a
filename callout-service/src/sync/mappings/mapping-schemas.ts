import { z } from 'zod';
import { fieldMapSchema } from '../../mapping/mapping-content.ts';

/** A version as a list shows it. */
const versionViewSchema = z
  .object({
    version: z.int(),
    publishedAt: z.iso.datetime(),
    publishedBy: z.string(),
    comment: z.string(),
    /** The version that it was drawn from; null for the first. */
    basedOn: z.int().nullable(),
    inForce: z.boolean()
  })
  .meta({ id: 'MappingVersion' });

/** The mappings in force of every pair. */
export const mappingListSchema = z
  .object({
    mappings: z.array(
      z.object({
        pair: z.string(),
        label: z.string(),
        /** 0 is the mapping that comes with the package. */
        version: z.int(),
        publishedAt: z.iso.datetime().nullable(),
        publishedBy: z.string().nullable(),
        fields: z.int()
      })
    ),
    asOf: z.iso.datetime()
  })
  .meta({ id: 'MappingList' });
export type MappingList = z.infer<typeof mappingListSchema>;

/** One version of a mapping, with all versions of its pair, the newest first. */
export const mappingViewSchema = z
  .object({
    pair: z.string(),
    version: z.int(),
    /** The mapping as JSON text: what is exported, and imported by publishing it. */
    content: z.string(),
    versions: z.array(versionViewSchema),
    asOf: z.iso.datetime()
  })
  .meta({ id: 'MappingView' });
export type MappingView = z.infer<typeof mappingViewSchema>;

const differenceSchema = z.object({
  what: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable()
});

/** What differs between two versions. */
export const mappingComparisonSchema = z
  .object({
    pair: z.string(),
    /** `draft` is what an admin is drawing. */
    before: z.string(),
    after: z.string(),
    /** For people; empty where nothing differs. */
    sentences: z.array(z.string()),
    settings: z.array(differenceSchema),
    added: z.array(fieldMapSchema),
    removed: z.array(fieldMapSchema),
    changed: z.array(z.object({ id: z.string(), differences: z.array(differenceSchema) }))
  })
  .meta({ id: 'MappingComparison' });
export type MappingComparison = z.infer<typeof mappingComparisonSchema>;

/** A version that was published, and the run that brings records in step with it. */
export const publishedMappingSchema = z
  .object({
    pair: z.string(),
    version: z.int(),
    publishedAt: z.iso.datetime(),
    /** False where the draft is what is in force already: nothing was published. */
    changed: z.boolean()
  })
  .meta({ id: 'PublishedMapping' });
export type PublishedMappingAnswer = z.infer<typeof publishedMappingSchema>;
