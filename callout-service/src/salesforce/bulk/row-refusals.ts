import { type Refusal, refusalsSchema } from '../failures/refusals.ts';

/** `CODE:words:Field1, Field2 --`, one after the other; without fields `CODE:words:--`. */
const oneRefusal =
  /(?<code>[A-Z][A-Z0-9_]+):(?<words>.*?):(?<fields>[^:]*?)\s*--(?=\s*(?:[A-Z][A-Z0-9_]+:|$))/gs;

/** The reasons in the column `sf__Error` of a row. Source: Bulk API 2.0 Developer Guide, Get Job Failed Record Results. */
export function rowRefusals(text: string, nameOf: (field: string) => string): Refusal[] {
  const found = [...text.matchAll(oneRefusal)].map(({ groups = {} }) => ({
    statusCode: groups['code'],
    message: groups['words'],
    fields: (groups['fields'] ?? '').split(/[\s,]+/).flatMap((field) => (field === '' ? [] : nameOf(field)))
  }));
  return refusalsSchema.parse(found.length > 0 ? found : [{ message: text }]);
}
