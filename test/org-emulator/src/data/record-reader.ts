import type { FieldDefinition, FieldValue, RecordValues } from '../schema/field.ts';
import type { ObjectDefinition } from '../schema/object.ts';

/** Reads fields of records, formula fields too, which are worked out at the moment of reading. */
export interface FieldReader {
  /** The value of a field, stored or computed. Compound fields have none: read their parts. */
  readonly value: (object: ObjectDefinition, record: RecordValues, field: FieldDefinition) => FieldValue;
  /** The record with its formula fields. */
  readonly all: (object: ObjectDefinition, record: RecordValues) => RecordValues;
}

/** Reads for nobody: `$User` in formula fields has no values. What a user is shown is read for that user. */
export interface RecordReader extends FieldReader {
  readonly forUser: (access: { readonly user: RecordValues }) => FieldReader;
}
