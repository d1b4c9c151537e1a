import type { FieldKind } from '../field-value.ts';

/** What one field takes, on either side. */
export interface FieldFacts {
  readonly kind: FieldKind;
  /** Whether it can be written, and if so only with a new record. */
  readonly writable: 'always' | 'when-new' | 'never';
  /** Characters of a text; undefined where there is no limit or none is known. */
  readonly length?: number | undefined;
  /** Digits of a number in all, and after the point. */
  readonly precision?: number | undefined;
  readonly scale?: number | undefined;
  /** The only values that it takes. */
  readonly values?: readonly string[] | undefined;
}

/** By name: canonical ones and UDF_ columns of Sage, API names of Salesforce. A field that is not in it is text of any length. */
export interface MappedFields {
  readonly sage: ReadonlyMap<string, FieldFacts>;
  readonly salesforce: ReadonlyMap<string, FieldFacts>;
}
