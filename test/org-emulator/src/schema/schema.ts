import { ProblemList } from '../metadata/load-error.ts';
import type { CustomObjectMetadata } from '../metadata/custom-object.ts';
import type { PackageMetadata } from '../metadata/package-metadata.ts';
import { customFieldDefinition } from './custom-fields.ts';
import type { FieldDefinition } from './field.ts';
import { reference, textField } from './field-builders.ts';
import { ObjectDefinition } from './object.ts';
import { standardObjects } from './standard/index.ts';
import { identityFields, systemFields } from './standard/system-fields.ts';

/** Every object of the org: the standard ones here, with the package's objects and fields. */
export class Schema {
  #objects: ReadonlyMap<string, ObjectDefinition> = new Map();
  #byKeyPrefix: ReadonlyMap<string, ObjectDefinition> = new Map();
  #version = 0;

  constructor(objects: readonly ObjectDefinition[]) {
    this.#adopt(objects);
  }

  /** Takes another schema's objects in place of its own: what a deployment does to a running org. */
  become(other: Schema): void {
    this.#adopt(other.objects);
  }

  /** Rises whenever the objects change, so that what was worked out from them can be known to be old. */
  get version(): number {
    return this.#version;
  }

  get objects(): ObjectDefinition[] {
    return [...this.#objects.values()];
  }

  /** The object of that API name, whatever its case, or undefined. */
  object(name: string): ObjectDefinition | undefined {
    return this.#objects.get(name.toLowerCase());
  }

  /** The object whose records have ids beginning like this one, or undefined. */
  objectOfId(id: string): ObjectDefinition | undefined {
    return this.#byKeyPrefix.get(id.slice(0, 3));
  }

  /** The lookups by which records of other objects belong to this one, such as Contact.AccountId for Account. */
  childRelationships(parent: ObjectDefinition): { object: ObjectDefinition; field: FieldDefinition }[] {
    return this.objects.flatMap((object) =>
      object.fields
        .filter((field) => field.referenceTo.includes(parent.name))
        .map((field) => ({ object, field }))
    );
  }

  #adopt(objects: readonly ObjectDefinition[]): void {
    this.#version += 1;
    this.#objects = new Map(objects.map((object) => [object.name.toLowerCase(), object]));
    this.#byKeyPrefix = new Map(objects.map((object) => [object.keyPrefix, object]));
  }
}

/** Builds the schema. Throws MetadataLoadError for a field whose object, or target object, does not exist. */
export function buildSchema(metadata: PackageMetadata): Schema {
  const problems = new ProblemList();
  const added = [...metadata.objects.values()].filter((object) => !isStandard(object.fullName));
  const objects = [...standardObjects, ...added.map(customObjectDefinition)].map((object) =>
    object.withFields(fieldsOf(object.name, metadata, problems))
  );
  const schema = new Schema(objects);
  for (const field of metadata.fields) {
    const { file, objectName, fullName, referenceTo } = field;
    const component = `${objectName}.${fullName}`;
    if (!schema.object(objectName)) {
      problems.add(file.shownPath, component, `the object ${objectName} does not exist in the local org`);
    }
    if (referenceTo !== undefined && !schema.object(referenceTo)) {
      problems.add(file.shownPath, component, `refers to the object ${referenceTo}, which does not exist`);
    }
  }
  problems.throwIfAny();
  return schema;
}

function isStandard(name: string): boolean {
  return standardObjects.some((object) => object.name === name);
}

function fieldsOf(objectName: string, metadata: PackageMetadata, problems: ProblemList): FieldDefinition[] {
  return metadata.fields
    .filter((field) => field.objectName === objectName)
    .flatMap((field) => {
      try {
        return [customFieldDefinition(field)];
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        problems.add(field.file.shownPath, `${objectName}.${field.fullName}`, reason);
        return [];
      }
    });
}

/** Custom objects get the prefixes a00, a01, … in the order of their files. */
function customObjectDefinition(metadata: CustomObjectMetadata, index: number): ObjectDefinition {
  const label = metadata.label ?? metadata.fullName;
  return new ObjectDefinition({
    name: metadata.fullName,
    label,
    labelPlural: metadata.pluralLabel ?? label,
    keyPrefix: `a${index.toString(36).padStart(2, '0')}`,
    custom: true,
    fields: [
      ...identityFields(label),
      textField('Name', metadata.nameFieldLabel ?? 'Name', 80, { nameField: true }),
      reference('OwnerId', 'Owner ID', 'User', 'Owner', { nillable: false }),
      ...systemFields
    ]
  });
}
