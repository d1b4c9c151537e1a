import type { TableFacts } from '../../rules/written-values/written-value.ts';
import type { EntityField } from '../entities/entity-description.ts';

/** What mappings need of a field of a live Salesforce describe; the port's field description is one. */
export interface SalesforceFieldFacts {
  readonly name: string;
  readonly label: string;
  /** As in describe: `string`, `picklist`, `currency` … */
  readonly type: string;
  /** Characters of a text; 0 where it has none. */
  readonly length: number;
  /** Digits in all, and after the point, of a number. */
  readonly precision: number;
  readonly scale: number;
  readonly createable: boolean;
  readonly updateable: boolean;
  /** Not nillable, without a default. */
  readonly required: boolean;
  readonly restrictedPicklist: boolean;
  readonly picklistValues: readonly string[];
}

/** What mappings need of a live Salesforce describe; the port's object description is one. */
export interface SalesforceObjectFacts {
  readonly name: string;
  readonly fields: readonly SalesforceFieldFacts[];
}

/** Both ends of a mapping as they are at this moment. */
export interface MappingSchemas {
  /** The canonical entity; any `EntityDescription` is one. */
  readonly entity: {
    readonly entity: string;
    readonly label: string;
    readonly table?: string;
    readonly fields: readonly EntityField[];
  };
  /** The live tables that the entity's columns stand in, those with the UDF_ columns among them; undefined columns are not there. */
  readonly tables: readonly TableFacts[];
  /** Undefined where the org has no such object, or the user does not see it. */
  readonly salesforce: SalesforceObjectFacts | undefined;
  /** Fields that are filled without a field map: the key field and references to other records. */
  readonly filled: { readonly sage: readonly string[]; readonly salesforce: readonly string[] };
}
