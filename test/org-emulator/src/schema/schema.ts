import type { FieldDefinition } from './field.ts';
import type { ObjectDefinition } from './object.ts';

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
