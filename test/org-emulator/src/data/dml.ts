import type { UserAccess } from '../access/user-access.ts';
import type { Clock } from '../clock.ts';
import { notFound, SalesforceError } from '../errors/salesforce-error.ts';
import type { FieldValue, RecordValues } from '../schema/field.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import type { Schema } from '../schema/schema.ts';
import type { Database } from './database.ts';
import type { RecordChange } from './record-change.ts';
import { noTriggers, type RecordTriggers } from './record-triggers.ts';
import { readChanges, type RequestValues } from './request-values.ts';
import { checkRecord } from './record-rules.ts';

/** What an upsert did. */
export interface UpsertResult {
  readonly id: string;
  readonly created: boolean;
}

/**
 * Creates, changes and deletes records for a user, under that user's object and field permissions and the
 * objects' rules. Each call is one transaction. All methods throw SalesforceError.
 */
export class Dml {
  readonly #schema: Schema;
  readonly #database: Database;
  readonly #clock: Clock;
  #triggers: RecordTriggers = noTriggers;

  constructor(schema: Schema, database: Database, clock: Clock) {
    this.#schema = schema;
    this.#database = database;
    this.#clock = clock;
  }

  /** Sets what runs when records are saved; flows need this object before they can be loaded. */
  useTriggers(triggers: RecordTriggers): void {
    this.#triggers = triggers;
  }

  /** Creates a record and answers its id. */
  insert(access: UserAccess, object: ObjectDefinition, values: RequestValues): string {
    access.requireObject(object, 'create');
    const id = this.#database.nextId(object);
    const now = this.#clock.now().toISOString();
    const changes = readChanges(access, object, values, 'create');
    const record: Record<string, FieldValue> = {
      ...Object.fromEntries(object.fields.map((field) => [field.name, field.defaultValue])),
      ...changes,
      Id: id,
      CreatedDate: now,
      CreatedById: access.userId,
      LastModifiedDate: now,
      LastModifiedById: access.userId,
      SystemModstamp: now
    };
    if (object.field('OwnerId')) record.OwnerId ??= access.userId;
    if (object.custom) record.Name ??= id;
    this.#save(access, object, undefined, record);
    return id;
  }

  /** Changes the given fields of a record. */
  update(access: UserAccess, object: ObjectDefinition, id: string, values: RequestValues): void {
    const before = this.#live(access, object, id);
    access.requireObject(object, 'edit');
    const now = this.#clock.now().toISOString();
    const changes = readChanges(access, object, values, 'update');
    this.#save(access, object, before, {
      ...before,
      ...changes,
      LastModifiedDate: now,
      LastModifiedById: access.userId,
      SystemModstamp: now
    });
  }

  /** Moves a record to the recycle bin. */
  delete(access: UserAccess, object: ObjectDefinition, id: string): void {
    const before = this.#live(access, object, id);
    access.requireObject(object, 'delete');
    const after = { ...before, IsDeleted: true, SystemModstamp: this.#clock.now().toISOString() };
    this.#database.transaction(() => {
      this.#triggers.beforeDelete(object, before, access);
      this.#database.put(object, String(before.Id), after);
      this.#tell(access, { object, kind: 'DELETE', before, after });
    });
  }

  /**
   * Updates the one live record whose external id field has the value, or creates it; by `Id` it
   * creates none. Several matches are status 300, as REST answers.
   */
  upsert(
    access: UserAccess,
    object: ObjectDefinition,
    key: { readonly field: string; readonly value: FieldValue },
    values: RequestValues
  ): UpsertResult {
    const matches = this.findByExternalId(access, object, key.field, key.value);
    if (matches.length > 1) {
      const message = `More than one record found for external id field: [${matches.map(({ Id }) => Id).join(', ')}]`;
      throw new SalesforceError(300, 'DUPLICATE_EXTERNAL_ID', message, [key.field]);
    }
    const match = matches[0];
    // An id is given by the org: what it does not find cannot be created under it.
    if (!match && object.field(key.field)?.type === 'id') throw notFound();
    if (!match)
      return { id: this.insert(access, object, { ...values, [key.field]: key.value }), created: true };
    this.update(access, object, String(match.Id), values);
    return { id: String(match.Id), created: false };
  }

  /** Live records whose external id field (or Id) has the value. Other fields are refused. */
  findByExternalId(
    access: UserAccess,
    object: ObjectDefinition,
    fieldName: string,
    value: FieldValue
  ): RecordValues[] {
    access.requireObject(object, 'read');
    const field = object.field(fieldName);
    const isKey = field !== undefined && (field.externalId || field.type === 'id');
    if (!isKey || !access.canReadField(object, field)) {
      const message = `Provided external ID field does not exist or is not accessible: ${fieldName}`;
      throw new SalesforceError(404, 'NOT_FOUND', message);
    }
    return this.#database.table(object).findByIndex(field.name, value) ?? [];
  }

  #live(access: UserAccess, object: ObjectDefinition, id: string): RecordValues {
    access.requireObject(object, 'read');
    const record = this.#database.table(object).get(id);
    if (!record) throw notFound();
    if (record.IsDeleted === true) throw new SalesforceError(404, 'ENTITY_IS_DELETED', 'entity is deleted');
    return record;
  }

  #save(
    access: UserAccess,
    object: ObjectDefinition,
    before: RecordValues | undefined,
    draft: RecordValues
  ): void {
    this.#database.transaction(() => {
      const after = this.#triggers.beforeSave(object, before, draft, access);
      checkRecord(this.#schema, this.#database, object, after);
      this.#database.put(object, String(after.Id), after);
      this.#tell(access, { object, kind: before ? 'UPDATE' : 'CREATE', before, after });
    });
  }

  #tell(access: UserAccess, what: Omit<RecordChange, 'origin' | 'userId'>): void {
    const change = { ...what, userId: access.userId, origin: access.origin };
    this.#database.noteChange(change);
    this.#triggers.afterSave(change, access);
  }
}
