import type { z } from 'zod';
import { LedgerBridgeError, type FieldFault } from '../../../errors/ledger-bridge-error.ts';
import type { EntityDescription, EntityField } from '../../../mapping/entities/entity-description.ts';
import type { FieldValue, FieldValues } from '../../../mapping/field-value.ts';
import { fieldFault } from '../../../rules/written-values/field-fault.ts';

type Description = Pick<EntityDescription<never>, 'entity' | 'fields' | 'table'>;

/** What a record is written with, by the names of its draft: parts of an address below `address`. */
export interface DraftParts {
  readonly [name: string]: FieldValue | DraftParts;
}

/**
 * Values by canonical name in the shape of a draft. In a new record what is empty is left out, so that Sage fills it in.
 * @throws LedgerBridgeError LB786 for a field that Sage does not let be written, or a new record lacks.
 */
export function draftParts(
  description: Description,
  values: FieldValues,
  { isNew, subject }: { readonly isNew: boolean; readonly subject: string }
): DraftParts {
  const faults = [
    ...Object.entries(values).flatMap(([name, value]) => writingFaults(description, name, value, isNew)),
    ...(isNew ? missingFaults(description, values) : [])
  ];
  refuse(faults, subject);
  const given = Object.entries(values).filter(([, value]) => !isNew || value !== null);
  return given.reduce<DraftParts>((parts, [name, value]) => placed(parts, placeOf(name), value), {});
}

/** A draft that its schema takes. @throws LedgerBridgeError LB786 with what it does not take, by canonical name. */
export function draftOf<T>(schema: z.ZodType<T>, parts: DraftParts, subject: string): T {
  const read = schema.safeParse(parts);
  if (read.success) return read.data;
  const faults = read.error.issues.map(({ path }) => {
    const value = valueAt(parts, path);
    const problem = value === null ? 'Sage does not let it be empty.' : 'Sage takes no such value here.';
    return fieldFault('LB786', { field: path.join('.'), value: shown(value) }, problem);
  });
  refuse(faults, subject);
  throw new LedgerBridgeError('LB786', { detail: 'A record could not be made ready for Sage.', subject });
}

/** @throws LedgerBridgeError LB786 where there are faults. */
export function refuse(faults: readonly FieldFault[], subject: string): void {
  if (faults.length === 0) return;
  throw new LedgerBridgeError('LB786', {
    detail: `Sage cannot take ${faults.length === 1 ? 'a value' : `${faults.length} values`} of the record.`,
    subject,
    faults
  });
}

function writingFaults(
  { fields, table, entity }: Description,
  name: string,
  value: FieldValue,
  isNew: boolean
): FieldFault[] {
  if (isUserDefined(name) && table !== undefined) return [];
  const field = fields.find((each) => each.name === name);
  if (isWritable(field, isNew)) return [];
  const problem =
    field?.writable === 'when-new'
      ? `Sage takes ${field.label} with a new ${entity} only.`
      : `Sage does not let ${field?.label ?? name} of a ${entity} be written.`;
  const fix = 'Let the mapping bring this field to Salesforce only.';
  return [fieldFault('LB786', { field: name, value: shown(value) }, problem, fix)];
}

function isWritable(field: EntityField | undefined, isNew: boolean): boolean {
  return field?.writable === 'always' || (field?.writable === 'when-new' && isNew);
}

function missingFaults({ fields, entity }: Description, values: FieldValues): FieldFault[] {
  return fields
    .filter(({ name, required }) => required === true && (values[name] ?? null) === null)
    .map(({ name, label }) => {
      const problem = `Sage takes no new ${entity} without ${label}.`;
      return fieldFault(
        'LB786',
        { field: name, value: '' },
        problem,
        'Fill it in, or give it a default in the mapping.'
      );
    });
}

function placeOf(name: string): readonly string[] {
  return isUserDefined(name) ? ['userDefinedFields', name] : name.split('.');
}

function isUserDefined(name: string): boolean {
  return name.startsWith('UDF_');
}

/** A part of an address is emptied by an empty text. */
function placed(parts: DraftParts, [first = '', ...rest]: readonly string[], value: FieldValue): DraftParts {
  if (rest.length === 0) return { ...parts, [first]: value };
  const below = parts[first];
  const inner = typeof below === 'object' && below !== null ? below : {};
  return { ...parts, [first]: placed(inner, rest, first === 'address' ? (value ?? '') : value) };
}

function valueAt(
  value: FieldValue | DraftParts | undefined,
  path: readonly PropertyKey[]
): FieldValue | undefined {
  const [first, ...rest] = path;
  if (first === undefined) return typeof value === 'object' && value !== null ? undefined : value;
  return typeof value === 'object' && value !== null ? valueAt(value[String(first)], rest) : undefined;
}

function shown(value: FieldValue | undefined): string {
  return value === null || value === undefined ? '' : String(value);
}
