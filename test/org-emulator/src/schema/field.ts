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
  | 'time'
  | 'address'
  /** What field history holds: values of whatever type the changed field has. */
  | 'anyType'
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
  /**
   * Values that other fields of the record take when this one is chosen, such as IsClosed by a stage. Fields
   * that no request may write always take them; others only where the same request gives them no value.
   */
  readonly sets?: Readonly<Record<string, FieldValue>>;
  /** Values of the controlling field under which this one is offered; left out where that is always. */
  readonly validFor?: readonly string[];
}

/** What makes a formula field: computed whenever it is read, never stored. */
export interface FormulaDefinition {
  readonly formula: string;
  readonly treatBlanksAs: 'BlankAsBlank' | 'BlankAsZero';
}

/** What makes a roll-up summary: stored on the master, worked out again when a detail changes. */
export interface SummaryDefinition {
  readonly operation: 'count' | 'max' | 'min' | 'sum';
  readonly detailObject: string;
  /** The master-detail field of the detail object that leads here. */
  readonly detailLookup: string;
  /** The field that is summed up; null for `count`. */
  readonly detailField: string | null;
  readonly filters: readonly { readonly field: string; readonly operation: string; readonly value: string }[];
}

/** What becomes of a record when the record that its reference field names is deleted. */
export type DeleteConstraint = 'Cascade' | 'Restrict' | 'SetNull';

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
  /** Name of the parent in queries of this object, such as `Owner` or `Account__r`. */
  readonly relationshipName: string | null;
  /** Name of these records in queries of the parent, such as `Contacts` or `Invoices__r`. */
  readonly childRelationshipName: string | null;
  /** Title of these records where the parent lists them; null where the object's plural label serves. */
  readonly childRelationshipLabel: string | null;
  readonly masterDetail: boolean;
  readonly deleteConstraint: DeleteConstraint;
  readonly picklistValues: readonly PicklistValue[];
  readonly restrictedPicklist: boolean;
  /** The field on whose value it depends which values are offered. */
  readonly controllingField: string | null;
  /** Changes are kept as field history. */
  readonly trackHistory: boolean;
  readonly formula: FormulaDefinition | null;
  readonly summary: SummaryDefinition | null;
  /** Display format of an auto number, such as `A-{0000}`. */
  readonly autoNumber: string | null;
  /** The first number of an auto number field. */
  readonly autoNumberStart: number;
  /** Formula that gives a new record's value where none is given. */
  readonly defaultFormula: string | null;
  /** Rich text. */
  readonly html: boolean;
  /**
   * Of a compound field: its part fields, which hold the values. An `address` is never stored. A person's
   * `Name` (type string) is: its text is FirstName and LastName with a space between, without the salutation.
   */
  readonly parts: readonly string[];
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
