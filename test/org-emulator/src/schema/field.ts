/** Field types as describe names them. */
export type FieldType =
  | 'boolean'
  | 'currency'
  | 'date'
  | 'datetime'
  | 'double'
  | 'email'
  | 'id'
  | 'int'
  | 'multipicklist'
  | 'percent'
  | 'phone'
  | 'picklist'
  | 'reference'
  | 'string'
  | 'textarea'
  | 'url';

/** A stored value. Dates are `YYYY-MM-DD`, date-times ISO 8601 in UTC with `Z`, ids have 18 characters. */
export type FieldValue = string | number | boolean | null;

/** One record: every field of its object by name, and never changed in place. */
export type RecordValues = Readonly<Record<string, FieldValue>>;

/** A choice of a picklist. */
export interface PicklistValue {
  readonly value: string;
  readonly label: string;
  readonly isDefault: boolean;
}

/** All that rules, describe, queries and pages need to know of a field. */
export interface FieldDefinition {
  readonly name: string;
  readonly label: string;
  readonly type: FieldType;
  readonly custom: boolean;
  /** Longest text in characters; 0 for types without length. */
  readonly length: number;
  /** All digits of a number, and those behind the point. */
  readonly precision: number;
  readonly scale: number;
  /** A value must be given (and no default supplies it). */
  readonly required: boolean;
  readonly nillable: boolean;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly unique: boolean;
  readonly caseSensitive: boolean;
  readonly externalId: boolean;
  /** The field that shows the record's name. */
  readonly nameField: boolean;
  readonly defaultValue: FieldValue;
  readonly helpText: string | null;
  readonly referenceTo: readonly string[];
  readonly relationshipName: string | null;
  readonly picklistValues: readonly PicklistValue[];
  readonly restrictedPicklist: boolean;
}

const numeric: ReadonlySet<FieldType> = new Set(['currency', 'double', 'int', 'percent']);

/** Whether values of the type are numbers. */
export function isNumeric(type: FieldType): boolean {
  return numeric.has(type);
}

/** Whether values are found by hash: ids, keys of other systems, unique values and references. */
export function isIndexed(field: FieldDefinition): boolean {
  return field.type === 'id' || field.externalId || field.unique || field.type === 'reference';
}
