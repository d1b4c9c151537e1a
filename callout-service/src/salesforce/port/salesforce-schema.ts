/** A field as the org describes it to the service's user. */
export interface SalesforceFieldDescription {
  /** Without the package's namespace. */
  readonly name: string;
  readonly label: string;
  /** As in describe: `string`, `picklist`, `currency`, `double`, `date`, `datetime`, `boolean`, `reference` … */
  readonly type: string;
  /** Characters of a text; 0 where it has none. */
  readonly length: number;
  /** Digits in all, and after the point, of a number. */
  readonly precision: number;
  readonly scale: number;
  readonly createable: boolean;
  readonly updateable: boolean;
  /** Not nillable, without a default: a new record needs it. */
  readonly required: boolean;
  readonly externalId: boolean;
  readonly unique: boolean;
  readonly restrictedPicklist: boolean;
  readonly picklistValues: readonly string[];
  readonly referenceTo: readonly string[];
}

export interface SalesforceObjectDescription {
  readonly name: string;
  readonly label: string;
  readonly fields: readonly SalesforceFieldDescription[];
}

export interface SalesforceSchema {
  /** Undefined where there is no such object or the user does not see it. Kept for some minutes. @throws LedgerBridgeError LB70x. */
  describe(object: string): Promise<SalesforceObjectDescription | undefined>;
  refresh(): void;
}
