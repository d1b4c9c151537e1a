import type { Clock } from '../clock.ts';
import type { Database } from '../data/database.ts';
import type { FieldValue, RecordValues } from '../schema/field.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import type { Schema } from '../schema/schema.ts';

/** The parts of an org in which records stand. */
export interface RecordPlaces {
  readonly schema: Schema;
  readonly database: Database;
  readonly clock: Clock;
}

type Values = Readonly<Record<string, FieldValue>>;

/** Writes records as the platform itself does: read only fields too, by no rules, and telling nobody. */
export class SystemWriter {
  readonly #places: RecordPlaces;
  /** Id of the user in whose name records are written; null until there is one. */
  author: string | null = null;

  constructor(places: RecordPlaces) {
    this.#places = places;
  }

  /** Creates a record and answers its id. */
  create(objectName: string, values: Values): string {
    const { database } = this.#places;
    const object = this.object(objectName);
    const id = typeof values.Id === 'string' ? values.Id : database.nextId(object);
    const now = this.#now();
    database.put(object, id, {
      ...Object.fromEntries(object.fields.map((field) => [field.name, field.defaultValue])),
      ...this.#stamps(object, { CreatedDate: now, CreatedById: this.author, IsDeleted: false }),
      ...this.#stamps(object, { LastModifiedDate: now, LastModifiedById: this.author, SystemModstamp: now }),
      ...values,
      Id: id
    });
    return id;
  }

  /** Sets fields of a record. */
  update(objectName: string, before: RecordValues, values: Values): void {
    const now = this.#now();
    const stamps = { LastModifiedDate: now, LastModifiedById: this.author, SystemModstamp: now };
    const object = this.object(objectName);
    const after = { ...before, ...this.#stamps(object, stamps), ...values };
    this.#places.database.put(object, String(before.Id), after);
  }

  /** Marks a record as deleted. */
  remove(objectName: string, record: RecordValues): void {
    this.update(objectName, record, { IsDeleted: true });
  }

  /** Live records of an object. */
  records(objectName: string): RecordValues[] {
    const table = this.#places.database.table(this.object(objectName));
    return table.all().filter(({ IsDeleted }) => IsDeleted !== true);
  }

  /** The object of that name, which must be there. */
  object(objectName: string): ObjectDefinition {
    const object = this.#places.schema.object(objectName);
    if (!object) throw new Error(`The local org has no object ${objectName}`);
    return object;
  }

  #stamps(object: ObjectDefinition, stamps: Values): Values {
    return Object.fromEntries(
      Object.entries(stamps).filter(([name]) => name === 'IsDeleted' || object.field(name))
    );
  }

  #now(): string {
    return this.#places.clock.now().toISOString();
  }
}
