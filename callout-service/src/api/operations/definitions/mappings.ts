import { z } from 'zod';
import {
  mappingComparisonSchema,
  mappingListSchema,
  mappingViewSchema,
  publishedMappingSchema
} from '../../../sync/mappings/mapping-schemas.ts';
import {
  fieldSides,
  mappingFieldsSchema,
  type MappingFieldsRequest
} from '../../../sync/mappings/mapping-fields.ts';
import { mappingPreviewSchema, type MappingPreviewRequest } from '../../../sync/mappings/preview-mapping.ts';
import type { OperationDefinition, OperationParameter } from '../definition.ts';
import { optionalText, wholeNumber } from './parameters.ts';
import { holding, textAnswer } from './text-answer.ts';

/** Publishing the same twice has one effect, so its tokens pass more than once. */
const admin = { role: 'admin', writes: false } as const;

/** Characters of a mapping: what `Mapping_Version__c` holds. */
const MOST_CHARACTERS = 131_072;
const MOST_RECORDS = 200;
const USUAL_RECORDS = 20;

const pairInPath: OperationParameter = {
  name: 'pair',
  in: 'path',
  required: true,
  type: 'string',
  description: 'An object pair, as Account-customer'
};
const pair = z.string().min(1).max(80);

function versionIn(name: string, description: string): OperationParameter {
  return { name, in: 'query', required: false, type: 'integer', description };
}

const version = optionalText
  .pipe(
    z
      .string()
      .regex(/^\d{1,9}$/, 'must be the number of a version')
      .optional()
  )
  .transform((text) => (text === undefined ? undefined : Number(text)));

export const listMappings: OperationDefinition = {
  ...admin,
  operationId: 'listMappings',
  method: 'get',
  path: '/v1/mappings',
  summary: 'The mapping in force of every object pair',
  description: holding('mapping-list.schema.json'),
  parameters: [],
  answer: textAnswer('mapping-list.schema.json', mappingListSchema),
  input: z.object({})
};

export const getMapping: OperationDefinition<{ pair: string; version?: number | undefined }> = {
  ...admin,
  operationId: 'getMapping',
  method: 'get',
  path: '/v1/mappings/{pair}',
  summary: 'One version of a mapping as JSON, to be kept or compared elsewhere, and all versions',
  description: holding('mapping.schema.json'),
  parameters: [pairInPath, versionIn('version', 'That in force unless given; 0 is that of the package')],
  answer: textAnswer('mapping.schema.json', mappingViewSchema),
  input: z.object({ pair, version })
};

function fieldsIn(name: string, required: boolean, description: string): OperationParameter {
  return { name, in: 'query', required, type: 'string', description };
}

export const getMappingFields: OperationDefinition<MappingFieldsRequest> = {
  ...admin,
  operationId: 'getMappingFields',
  method: 'get',
  path: '/v1/mappings/{pair}/fields',
  summary: 'The fields of one side of an object pair, with what a record has of them',
  description: holding('mapping-fields.schema.json'),
  parameters: [
    pairInPath,
    fieldsIn('side', true, 'sage or salesforce'),
    fieldsIn('key', false, 'Key of a record in Sage, for sample values; one that is linked unless given'),
    fieldsIn('after', false, 'next of the page before; absent for the first page')
  ],
  answer: textAnswer('mapping-fields.schema.json', mappingFieldsSchema),
  input: z.object({ pair, side: z.enum(fieldSides), key: optionalText, after: optionalText })
};

export const compareMappings: OperationDefinition<{
  pair: string;
  before?: number | undefined;
  after?: number | undefined;
}> = {
  ...admin,
  operationId: 'compareMappings',
  method: 'get',
  path: '/v1/mappings/{pair}/comparison',
  summary: 'What differs between two versions of a mapping, or between a version and the draft',
  description: holding('mapping-comparison.schema.json'),
  parameters: [
    pairInPath,
    versionIn('before', 'Version that is compared; that in force unless given'),
    versionIn('after', 'Version that it is compared with; what an admin has drawn unless given')
  ],
  answer: textAnswer('mapping-comparison.schema.json', mappingComparisonSchema),
  input: z.object({ pair, before: version, after: version })
};

const previewRequest = z.object({
  content: z
    .string()
    .max(MOST_CHARACTERS)
    .optional()
    .describe('The mapping as JSON; what an admin has drawn unless given'),
  keys: z
    .string()
    .max(10_000)
    .optional()
    .describe('Keys of records in Sage, one in a line; the first records unless given'),
  sample: z
    .int()
    .min(1)
    .max(MOST_RECORDS)
    .optional()
    .describe('How many of the first records, 20 unless given')
});

export const previewMapping: OperationDefinition<MappingPreviewRequest> = {
  ...admin,
  operationId: 'previewMapping',
  method: 'post',
  path: '/v1/mappings/{pair}/preview',
  summary: 'Shows on real records what a mapping would do, field by field; writes nothing',
  description: holding('mapping-preview.schema.json'),
  parameters: [pairInPath],
  body: { name: 'PreviewMappingRequest', schema: previewRequest },
  answer: textAnswer('mapping-preview.schema.json', mappingPreviewSchema),
  input: z.object({
    pair,
    content: optionalText.pipe(previewRequest.shape.content),
    keys: optionalText.transform((text) => text?.split('\n').flatMap((line) => line.trim() || [])),
    sample: z
      .union([previewRequest.shape.sample.unwrap(), wholeNumber(1, MOST_RECORDS, USUAL_RECORDS)])
      .default(USUAL_RECORDS)
  })
};

const publishRequest = z.object({
  comment: z.string().max(255).describe('What changed and why, for the list of versions'),
  content: z
    .string()
    .max(MOST_CHARACTERS)
    .optional()
    .describe('The mapping as JSON, for an import; what an admin has drawn unless given'),
  operator: z.string().max(120).optional().describe('Who decides, for the audit')
});

export const publishMapping: OperationDefinition<{
  pair: string;
  comment: string;
  content?: string | undefined;
  operator?: string | undefined;
}> = {
  ...admin,
  operationId: 'publishMapping',
  method: 'post',
  path: '/v1/mappings/{pair}/versions',
  summary: 'Puts a mapping in force once it fits both systems, and brings the records in step with it',
  description: holding('published-mapping.schema.json'),
  parameters: [pairInPath],
  body: { name: 'PublishMappingRequest', schema: publishRequest },
  answer: textAnswer('published-mapping.schema.json', publishedMappingSchema),
  input: z.object({
    pair,
    comment: publishRequest.shape.comment,
    content: optionalText.pipe(publishRequest.shape.content),
    operator: optionalText
  })
};

const rollBackRequest = z.object({
  toVersion: z.int().min(0).describe('Version to be put in force again; 0 is that of the package'),
  operator: z.string().max(120).optional().describe('Who decides, for the audit')
});

export const rollBackMapping: OperationDefinition<{
  pair: string;
  toVersion: number;
  operator?: string | undefined;
}> = {
  ...admin,
  operationId: 'rollBackMapping',
  method: 'post',
  path: '/v1/mappings/{pair}/roll-back',
  summary: 'Puts an earlier version in force again, as a version of its own',
  description: holding('published-mapping.schema.json'),
  parameters: [pairInPath],
  body: { name: 'RollBackMappingRequest', schema: rollBackRequest },
  answer: textAnswer('published-mapping.schema.json', publishedMappingSchema),
  input: z.object({ pair, toVersion: rollBackRequest.shape.toVersion, operator: optionalText })
};
