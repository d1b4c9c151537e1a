import { z } from 'zod';
import { fitting } from '../../inquiry/fitting.ts';
import type { MappingContent } from '../../mapping/mapping-content.ts';
import {
  previewMapping,
  type MappingPreview,
  type PreviewedRecord,
  type PreviewParts
} from '../engine/preview/preview-records.ts';
import type { PairName } from '../pairs/pair-names.ts';
import { contentOfJson } from './content-of-json.ts';
import { pairNamed, type MappingParts } from './mapping-parts.ts';
import { readDraft } from './read-draft.ts';

const value = z.union([z.string(), z.boolean(), z.null()]);
const values = z.array(value);
const bothSides = z.object({ sage: values, salesforce: values });

/** What a mapping would do with real records. */
export const mappingPreviewSchema = z
  .object({
    pair: z.string(),
    passes: z.int(),
    fails: z.int(),
    leftOut: z.int(),
    /** Keys that Sage does not have. */
    unknown: z.array(z.string()),
    records: z.array(
      z.object({
        key: z.string(),
        salesforceId: z.string().nullable(),
        outcome: z.enum(['passes', 'fails', 'left-out']),
        faults: z.array(
          z.object({
            code: z.string(),
            field: z.string(),
            value: z.string(),
            problem: z.string(),
            fix: z.string()
          })
        ),
        fields: z.array(
          z.object({
            id: z.string(),
            sage: values,
            salesforce: values,
            /** Null where they were never linked. */
            agreed: bothSides.nullable(),
            result: bothSides,
            outcome: z.enum(['equal', 'to-salesforce', 'to-sage', 'conflict', 'left', 'fault']),
            /** The rule that decided where both sides had changed; null else. */
            by: z.string().nullable(),
            sentence: z.string()
          })
        )
      })
    ),
    /** Records whose fields found no place in the answer: those that fail come first. */
    notShown: z.int(),
    asOf: z.iso.datetime()
  })
  .meta({ id: 'MappingPreview' });
export type MappingPreviewAnswer = z.infer<typeof mappingPreviewSchema>;

export interface MappingPreviewRequest {
  readonly pair: string;
  /** The mapping as JSON text; what an admin has drawn where left out. */
  readonly content?: string | undefined;
  /** Records of Sage by key; the first ones where left out. */
  readonly keys?: readonly string[] | undefined;
  readonly sample: number;
}

/** Makes the preview of a mapping on real records: it writes nothing. Rejects with LB785, LB787, LB3xx, LB70x. */
export function createMappingPreview(
  parts: MappingParts & PreviewParts
): (request: MappingPreviewRequest) => Promise<MappingPreviewAnswer> {
  return async ({ pair: name, content: json, keys, sample }) => {
    const pair = pairNamed(name);
    const content = await contentOf(parts, pair, json);
    const asked = { pair: parts.pairOf(pair), content, sample };
    const preview = await previewMapping(parts, keys === undefined ? asked : { ...asked, keys });
    return answerOf(pair, preview, parts.clock().toUTC().toISO());
  };
}

function contentOf(parts: MappingParts, pair: PairName, json: string | undefined): Promise<MappingContent> {
  return json === undefined ? readDraft(parts, pair) : Promise.resolve(contentOfJson(pair, json));
}

const ORDER: Readonly<Record<PreviewedRecord['outcome'], number>> = { fails: 0, passes: 1, 'left-out': 2 };

function answerOf(
  pair: PairName,
  { records, ...counts }: MappingPreview,
  asOf: string
): MappingPreviewAnswer {
  const sorted = records.toSorted((one, other) => ORDER[one.outcome] - ORDER[other.outcome]);
  const shown = fitting(sorted.map(viewOf));
  return {
    pair,
    ...counts,
    unknown: [...counts.unknown],
    records: [...shown],
    notShown: records.length - shown.length,
    asOf
  };
}

function viewOf({ key, salesforceId, outcome, faults, fields }: PreviewedRecord) {
  return {
    key,
    salesforceId,
    outcome,
    faults: [...faults],
    fields: fields.map((field) => ({
      id: field.id,
      sage: [...field.sage],
      salesforce: [...field.salesforce],
      agreed: field.agreed === undefined ? null : sidesOf(field.agreed),
      result: sidesOf(field.result),
      outcome: field.outcome,
      by: field.by ?? null,
      sentence: field.sentence
    }))
  };
}

function sidesOf({ sage, salesforce }: PreviewedRecord['fields'][number]['result']) {
  return { sage: [...sage], salesforce: [...salesforce] };
}
