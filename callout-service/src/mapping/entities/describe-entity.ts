import type { RecordStamps } from '../../canonical/record-stamps.ts';
import type { EntityDescription, EntityField } from './entity-description.ts';
import type { FieldValue } from '../field-value.ts';
import { userDefinedValues, valuesAt } from './values-at.ts';

/** A description that also says what of the entity mappings cannot use. */
export interface DescribedEntity<E> extends EntityDescription<E> {
  /** Parts of the canonical entity that are no fields of it, with the reason. */
  readonly leftOut: Readonly<Record<string, string>>;
}

/** What a description is made of. */
interface EntityParts<E> {
  readonly entity: string;
  readonly label: string;
  readonly table?: string;
  readonly fields: readonly EntityField[];
  readonly leftOut?: Readonly<Record<string, string>>;
  /** Values that stand under no name of the record. */
  readonly workedOut?: (record: E) => Readonly<Record<string, FieldValue>>;
  readonly keyOf: (record: E) => string;
  readonly changedAt?: (record: E) => string | null;
}

/** Describes an entity whose values stand in the record under the names of its fields. */
export function describeEntity<E>(parts: EntityParts<E>): DescribedEntity<E> {
  const { workedOut = () => ({}), changedAt = () => null, keyOf, leftOut = {}, ...rest } = parts;
  const names = parts.fields.map(({ name }) => name);
  return {
    ...rest,
    leftOut: {
      ...(parts.table !== undefined && { userDefinedFields: 'each column by its own name' }),
      ...leftOut
    },
    keyOf: (record) => keyOf(record),
    valuesOf: (record) => ({
      ...valuesAt(record, names),
      ...workedOut(record),
      ...userDefinedValues(record)
    }),
    changedAt: (record) => changedAt(record)
  };
}

/** When a record was last changed, or made where it never was. */
export function lastStamp({ updatedAt, createdAt }: RecordStamps): string | null {
  return updatedAt ?? createdAt;
}
