import type { FieldDefinition } from './field.ts';

/** What the records of an object that a package brings are: rows, events that pass by, or configuration. */
export type DeployedKind = 'record' | 'platformEvent' | 'customMetadata';

/** What an object's records are; those of field history are written by the platform alone. */
export type ObjectKind = DeployedKind | 'history';

/** A rule that refuses a record while its formula is true (Metadata API, ValidationRule). */
export interface ValidationRule {
  readonly name: string;
  readonly active: boolean;
  readonly formula: string;
  readonly message: string;
  /** Field at which pages show the message; null for the top of the page. */
  readonly field: string | null;
}

/** A record type of an object; its record in `RecordType` has the same developer name. */
export interface RecordTypeDefinition {
  readonly developerName: string;
  readonly label: string;
  readonly active: boolean;
  readonly isDefault: boolean;
  /** Values each picklist offers under this record type; a picklist that is not named offers all. */
  readonly picklistValues: ReadonlyMap<string, readonly string[]>;
}

/** Properties beside names and fields, each with what most objects have. */
export interface ObjectOptions {
  readonly kind: ObjectKind;
  /** Of field history: the object whose changes it keeps, and the lookup to it. */
  readonly historyOf: { readonly object: string; readonly lookup: string } | null;
  /** Of a platform event: published at once, or only when the transaction commits. */
  readonly publishBehavior: 'PublishAfterCommit' | 'PublishImmediately';
  readonly validationRules: readonly ValidationRule[];
  readonly recordTypes: readonly RecordTypeDefinition[];
  /** Who sees records, as the object's metadata says it. Read and shown, but not enforced: all see all. */
  readonly sharingModel: string;
}

const usual: ObjectOptions = {
  kind: 'record',
  historyOf: null,
  publishBehavior: 'PublishImmediately',
  validationRules: [],
  recordTypes: [],
  sharingModel: 'ReadWrite'
};

interface ObjectProperties {
  readonly name: string;
  readonly label: string;
  readonly labelPlural: string;
  /** First three characters of the object's record ids. */
  readonly keyPrefix: string;
  readonly custom: boolean;
  readonly fields: readonly FieldDefinition[];
  readonly options?: Partial<ObjectOptions>;
}

/** An object and its fields. Names are looked up as Salesforce does, whatever their case. */
export class ObjectDefinition {
  readonly name: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly keyPrefix: string;
  readonly custom: boolean;
  readonly options: ObjectOptions;
  /** All fields, in the order of describe. */
  readonly fields: readonly FieldDefinition[];
  readonly #fields: ReadonlyMap<string, FieldDefinition>;

  constructor(properties: ObjectProperties) {
    this.name = properties.name;
    this.label = properties.label;
    this.labelPlural = properties.labelPlural;
    this.keyPrefix = properties.keyPrefix;
    this.custom = properties.custom;
    this.options = { ...usual, ...properties.options };
    this.#fields = new Map(properties.fields.map((field) => [field.name.toLowerCase(), field]));
    this.fields = [...this.#fields.values()];
  }

  /** The field of that API name, or undefined. */
  field(name: string): FieldDefinition | undefined {
    return this.#fields.get(name.toLowerCase());
  }

  /** The lookup behind a relationship name such as `Owner` or `Parent`, or undefined. */
  relationship(name: string): FieldDefinition | undefined {
    return this.fields.find((field) => field.relationshipName?.toLowerCase() === name.toLowerCase());
  }

  /** The field that shows a record's name, or undefined where the object has none. */
  get nameField(): FieldDefinition | undefined {
    return this.fields.find((field) => field.nameField);
  }

  /** The same object with these fields added, or put in place of those of the same name, and with other options. */
  withFields(added: readonly FieldDefinition[], options: Partial<ObjectOptions> = {}): ObjectDefinition {
    return new ObjectDefinition({
      ...this.properties(),
      fields: [...this.fields, ...added],
      options: { ...this.options, ...options }
    });
  }

  private properties(): Omit<ObjectProperties, 'fields' | 'options'> {
    const { name, label, labelPlural, keyPrefix, custom } = this;
    return { name, label, labelPlural, keyPrefix, custom };
  }
}
