import type { FieldKind } from '../field-value.ts';
import type { EntityField } from './entity-description.ts';

type FieldOptions = Partial<Pick<EntityField, 'values' | 'writable' | 'required'>>;
type MakeField = (name: string, label: string, column: string | null, options?: FieldOptions) => EntityField;

export type FieldMakers = Readonly<Record<Exclude<FieldKind, 'reference'>, MakeField>>;

/** Sage takes it at any time, or with a new record only. */
export const ALWAYS = { writable: 'always' } as const;
export const WHEN_NEW = { writable: 'when-new' } as const;

/** Makers of fields of one table, by kind. A field without a column is worked out; without options it is read only. */
export function fieldsOf(table: string): FieldMakers {
  const of =
    (kind: FieldKind): MakeField =>
    (name, label, column, options = {}) => ({
      name,
      label,
      kind,
      ...(column !== null && { column: `${table}.${column}` }),
      writable: 'never',
      ...options
    });
  return {
    text: of('text'),
    code: of('code'),
    decimal: of('decimal'),
    integer: of('integer'),
    flag: of('flag'),
    day: of('day'),
    moment: of('moment')
  };
}

/** When Sage made and last changed the record. */
export function stampFields({ moment }: FieldMakers): readonly EntityField[] {
  return [
    moment('createdAt', 'Created in Sage', 'DateCreated'),
    moment('updatedAt', 'Changed in Sage', 'DateUpdated')
  ];
}

/**
 * The seven parts of an address: `name` as `billTo`, `label` as `Bill-to`, `columns` what its columns begin with. Where that
 * is nothing, Sage says AddressLine1, else Address1.
 */
export function addressFields(
  { text, code }: FieldMakers,
  {
    name,
    label = '',
    columns = '',
    options = {}
  }: { name: string; label?: string; columns?: string; options?: FieldOptions }
): readonly EntityField[] {
  const line = columns === '' ? 'AddressLine' : `${columns}Address`;
  const labelled = (words: string) =>
    label === '' ? `${words.charAt(0).toUpperCase()}${words.slice(1)}` : `${label} ${words}`;
  return [
    ...[1, 2, 3].map((number) =>
      text(`${name}.addressLine${number}`, labelled(`address line ${number}`), `${line}${number}`, options)
    ),
    text(`${name}.city`, labelled('city'), `${columns}City`, options),
    code(`${name}.state`, labelled('state'), `${columns}State`, options),
    text(`${name}.zipCode`, labelled('ZIP code'), `${columns}ZipCode`, options),
    code(`${name}.countryCode`, labelled('country'), `${columns}CountryCode`, options)
  ];
}
