import type { FieldKind, FieldValues } from '../field-value.ts';

/** A field of a canonical entity that mappings can name. */
export interface EntityField {
  /** As `customerName` or `address.city`. */
  readonly name: string;
  readonly label: string;
  readonly kind: FieldKind;
  /** Values of a `code`. */
  readonly values?: readonly string[];
  /** Table and column that it comes from, as `AR_Customer.CustomerName`; undefined for what is worked out. */
  readonly column?: string;
  /** Whether Sage lets it be written, and if so only with a new record. */
  readonly writable: 'always' | 'when-new' | 'never';
  /** Whether Sage refuses a new record without it. */
  readonly required?: boolean;
}

/** What mappings can use of one canonical entity; a line of a document is an entity of its own. */
export interface EntityDescription<E> {
  /** As `customer`, `sales-order-line`. */
  readonly entity: string;
  readonly label: string;
  /** Table whose UDF_ columns belong to it; undefined where it has none. */
  readonly table?: string;
  readonly fields: readonly EntityField[];
  /** The record's natural key in its display form, as `01-ABF`. */
  keyOf(record: E): string;
  /** Values by field name, UDF_ columns by theirs; blanks as null. */
  valuesOf(record: E): FieldValues;
  /** When Sage last changed it, ISO 8601 in UTC; null where Sage does not say. */
  changedAt(record: E): string | null;
}
