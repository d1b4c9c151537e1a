import type { z } from 'zod';
import type { AnswerForm } from '../definition.ts';

/** A text that holds the JSON of a schema; the schema stands in docs/openapi under this name. */
export function textAnswer(schemaFile: string, schema: z.ZodType): AnswerForm {
  return { form: 'text', schemaFile, schema };
}

/** What every description of a text answer ends with. */
export function holding(schemaFile: string): string {
  return `Answers text that holds the JSON of docs/openapi/${schemaFile}. A failure answers text that holds RFC 9457 problem details, docs/openapi/problem.schema.json.`;
}

/** What descriptions of answers with figures add. */
export const staleness =
  'When Sage cannot answer, the last good answer comes with source "cache" and the reason in "stale".';

/** What descriptions of typed answers end with. */
export const typedFailure =
  'A failure answers text that holds RFC 9457 problem details, docs/openapi/problem.schema.json.';
