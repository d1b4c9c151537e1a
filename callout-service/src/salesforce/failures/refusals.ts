import { z } from 'zod';

/** One reason that Salesforce gives for a refusal. */
export interface Refusal {
  /** As FIELD_CUSTOM_VALIDATION_EXCEPTION; `UNKNOWN` where it gives none. */
  readonly code: string;
  /** In Salesforce's words, which may quote the record: for people, never for the log. */
  readonly words: string;
  readonly fields: readonly string[];
}

/** Of requests it is `errorCode`, of records in a list `statusCode`. */
const refusalSchema = z
  .object({
    errorCode: z.string().optional(),
    statusCode: z.string().optional(),
    message: z.string().nullish(),
    fields: z.array(z.string()).nullish()
  })
  .transform(({ errorCode, statusCode, message, fields }): Refusal => ({
    code: plainCode(errorCode ?? statusCode),
    words: message ?? '',
    fields: fields ?? []
  }));

/** The reasons in the body of a refused request; none where it is a page of a proxy or the like. */
export function refusalsIn(text: string): Refusal[] {
  try {
    return z.array(refusalSchema).parse(JSON.parse(text));
  } catch {
    return [];
  }
}

/** The reasons that a record in a list was refused for. */
export const refusalsSchema = z.array(refusalSchema);

/** Codes are logged, so nothing else may come through in their place. */
function plainCode(code = ''): string {
  return /^[A-Z][A-Z0-9_]{2,80}$/.test(code) ? code : 'UNKNOWN';
}
