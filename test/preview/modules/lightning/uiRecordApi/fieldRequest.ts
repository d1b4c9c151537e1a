/** Which fields a reader wants of a record; an optional field that the user may not see is left out, not refused. */
export interface FieldRequest {
  readonly fields: readonly string[];
  readonly optionalFields: readonly string[];
}

/** One request that answers all of these. A field that anyone requires is required. */
export function union(requests: readonly FieldRequest[]): FieldRequest {
  const fields = new Set(requests.flatMap((request) => request.fields));
  const optionalFields = new Set(requests.flatMap((request) => request.optionalFields));
  return { fields: [...fields], optionalFields: [...optionalFields].filter((name) => !fields.has(name)) };
}

/** Every field of a request. */
export function allFields({ fields, optionalFields }: FieldRequest): string[] {
  return [...fields, ...optionalFields];
}
