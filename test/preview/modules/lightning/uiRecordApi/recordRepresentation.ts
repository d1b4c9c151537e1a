/** A field imported from `@salesforce/schema`, or its name such as `Account.Owner.Name`. */
export type FieldId = string | { readonly fieldApiName: string; readonly objectApiName: string };

/** One field of a record; the value of a relationship is a record. */
export interface FieldValue {
  readonly value: unknown;
  readonly displayValue: string | null;
}

/** A record as User Interface API answers it. */
export interface RecordRepresentation {
  readonly apiName: string;
  readonly id: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
}

/** `Account.Name` of a field, however it was given. */
export function qualifiedName(field: FieldId): string {
  return typeof field === 'string' ? field : `${field.objectApiName}.${field.fieldApiName}`;
}

/** The way from a record to a field: `['Owner', 'Name']` of `Account.Owner.Name`. */
export function fieldPath(field: FieldId): string[] {
  return qualifiedName(field).split('.').slice(1);
}

export function isRecord(value: unknown): value is RecordRepresentation {
  return typeof value === 'object' && value !== null && 'fields' in value;
}

/** Both answers about one record in one; where both know a field, the newer. */
export function mergeRecords(
  older: RecordRepresentation | undefined,
  newer: RecordRepresentation
): RecordRepresentation {
  if (!older) return newer;
  const fields: Record<string, FieldValue> = { ...older.fields };
  for (const [name, field] of Object.entries(newer.fields)) {
    const before = fields[name]?.value;
    const value = isRecord(field.value) && isRecord(before) ? mergeRecords(before, field.value) : field.value;
    fields[name] = { ...field, value };
  }
  return { ...newer, fields };
}

/** The record with only the named fields; those that it lacks stay out. */
export function pickFields(record: RecordRepresentation, names: readonly string[]): RecordRepresentation {
  return pickPaths(record, names.map(fieldPath));
}

function pickPaths(record: RecordRepresentation, paths: readonly string[][]): RecordRepresentation {
  const fields: Record<string, FieldValue> = {};
  for (const name of new Set(paths.map(([first]) => first ?? ''))) {
    const field = record.fields[name];
    if (!field) continue;
    const deeper = paths.filter(([first]) => first === name).map(([, ...rest]) => rest);
    fields[name] = isRecord(field.value) ? { ...field, value: pickPaths(field.value, deeper) } : field;
  }
  return { ...record, fields };
}
