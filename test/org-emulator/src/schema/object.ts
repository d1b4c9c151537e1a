import type { FieldDefinition } from './field.ts';

interface ObjectProperties {
  readonly name: string;
  readonly label: string;
  readonly labelPlural: string;
  /** First three characters of the object's record ids. */
  readonly keyPrefix: string;
  readonly custom: boolean;
  readonly fields: readonly FieldDefinition[];
}

/** An object and its fields. Names are looked up as Salesforce does, whatever their case. */
export class ObjectDefinition {
  readonly name: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly keyPrefix: string;
  readonly custom: boolean;
  readonly #fields: ReadonlyMap<string, FieldDefinition>;

  constructor(properties: ObjectProperties) {
    this.name = properties.name;
    this.label = properties.label;
    this.labelPlural = properties.labelPlural;
    this.keyPrefix = properties.keyPrefix;
    this.custom = properties.custom;
    this.#fields = new Map(properties.fields.map((field) => [field.name.toLowerCase(), field]));
  }

  get fields(): FieldDefinition[] {
    return [...this.#fields.values()];
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

  /** The same object with the package's fields added. */
  withFields(added: readonly FieldDefinition[]): ObjectDefinition {
    return new ObjectDefinition({ ...this.properties(), fields: [...this.fields, ...added] });
  }

  private properties(): Omit<ObjectProperties, 'fields'> {
    const { name, label, labelPlural, keyPrefix, custom } = this;
    return { name, label, labelPlural, keyPrefix, custom };
  }
}
