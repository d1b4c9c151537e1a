import { SalesforceError } from '../errors/salesforce-error.ts';
import type { FieldDefinition } from '../schema/field.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import { errorsOf } from '../errors/several-errors.ts';

/** Why a record could not be saved, with the object whose fields are at fault. */
export class RecordFault extends SalesforceError {
  readonly object: ObjectDefinition;
  readonly errors: readonly SalesforceError[];

  constructor(object: ObjectDefinition, error: SalesforceError) {
    super(error.status, error.code, error.message, error.fields);
    this.object = object;
    this.errors = errorsOf(error);
  }
}

/** Saves a record of the object; a refusal of its values goes on as a RecordFault. */
export function saving<T>(object: ObjectDefinition, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof SalesforceError && error.status === 400) throw new RecordFault(object, error);
    throw error;
  }
}

interface ErrorDetail {
  readonly constituentField: string | null;
  readonly duplicateRecordError: null;
  readonly errorCode: string;
  readonly field: string | null;
  readonly fieldLabel: string | null;
  readonly message: string;
}

/**
 * What is wrong, by field where a field is at fault, else for the page (User Interface API Developer Guide, "Record
 * Exceptions"). Of a field that is part of a name or an address, the compound field is told, and the part beside it.
 */
export function recordExceptions({ object, errors }: RecordFault) {
  const general: ErrorDetail[] = [];
  const fieldErrors: Record<string, ErrorDetail[]> = {};
  for (const { code, message, fields } of errors) {
    const detail = { constituentField: null, duplicateRecordError: null, errorCode: code, message };
    if (fields.length === 0) general.push({ ...detail, field: null, fieldLabel: null });
    for (const name of fields) {
      const at = placeOf(object, name);
      (fieldErrors[at.field] ??= []).push({ ...detail, ...at });
    }
  }
  return { errors: general, fieldErrors };
}

function placeOf(object: ObjectDefinition, name: string) {
  const field = object.field(name);
  const compound = object.fields.find(({ parts }) => field !== undefined && parts.includes(field.name));
  if (compound) return { ...named(compound, name), constituentField: field?.name ?? name };
  return { ...named(field, name), constituentField: null };
}

function named(field: FieldDefinition | undefined, name: string): { field: string; fieldLabel: string } {
  return { field: field?.name ?? name, fieldLabel: field?.label ?? name };
}
