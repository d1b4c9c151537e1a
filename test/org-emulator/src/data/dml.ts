import type { UserAccess } from '../access/user-access.ts';
import type { Clock } from '../clock.ts';
import { notFound, SalesforceError } from '../errors/salesforce-error.ts';
import type { EventBus } from '../events/org-event.ts';
import type { FieldDefinition, FieldValue, RecordValues } from '../schema/field.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import type { Schema } from '../schema/schema.ts';
import { ComputedReader } from './computed/computed-reader.ts';
import type { DataServices } from './data-services.ts';
import type { Database } from './database.ts';
import { deleteForGood, deleteRecord } from './delete/delete-record.ts';
import { undeleteRecord } from './delete/undelete-record.ts';
import { ObjectPlans } from './plan/object-plans.ts';
import { publishEvent, type PublishedEvent } from './platform-event.ts';
import type { RecordReader } from './record-reader.ts';
import type { RecordTriggers } from './record-triggers.ts';
import { notInBody, readChanges, type RequestValues } from './request-values.ts';
import { newRecord } from './save/new-record.ts';
import { saveRecord } from './save/save-record.ts';
import { TriggerRunner } from './save/trigger-runner.ts';
import { StorageLimit } from './storage-limit.ts';
import { requireKey, requireKeyField, SeveralMatches } from './upsert/external-id.ts';
import { readGivenValue } from './values/given-value.ts';

/** What an upsert did. */
export interface UpsertResult {
  readonly id: string;
  readonly created: boolean;
}

/** Parts of the org that writing records needs. */
export interface DmlParts {
  readonly schema: Schema;
  readonly database: Database;
  readonly clock: Clock;
  readonly events: EventBus;
}

/** The key of an upsert: an external id field, or Id, and its value. */
export interface UpsertKey {
  readonly field: string;
  readonly value: FieldValue;
}

/**
 * Creates, changes and deletes records for a user, under that user's object and field permissions and the
 * objects' rules. Each call is one transaction. All methods throw SalesforceError; `errorsOf` tells whether
 * there are several in it.
 */
export class Dml {
  readonly #services: DataServices;

  constructor(parts: DmlParts) {
    const { schema, database, clock } = parts;
    const reader = new ComputedReader(schema, database, clock);
    const plans = new ObjectPlans(schema, reader);
    const storage = new StorageLimit(schema, database);
    this.#services = { ...parts, reader, plans, triggers: new TriggerRunner(), storage };
  }

  /** Reads stored and formula fields. */
  get reader(): RecordReader {
    return this.#services.reader;
  }

  /** Data storage: how much there is, and how much is used. */
  get storage(): StorageLimit {
    return this.#services.storage;
  }

  /** A new record as it would begin, with its default values, before anyone fills it in. It is not stored. */
  defaults(access: UserAccess, object: ObjectDefinition, given: RecordValues): RecordValues {
    const now = this.#services.clock.now().toISOString();
    return newRecord(this.#services, access, this.#services.plans.of(object), given, now);
  }

  /** Sets what runs when records are saved; flows need this object before they can be loaded. */
  useTriggers(triggers: RecordTriggers): void {
    this.#services.triggers.use(triggers);
  }

  /** Creates a record, or publishes a platform event, and answers its id. */
  insert(access: UserAccess, object: ObjectDefinition, values: RequestValues): string {
    if (object.options.kind === 'platformEvent') return this.publish(access, object, values).id;
    requireWritten(object, 'create');
    access.requireObject(object, 'create');
    const request = { access, object, values, operation: 'create' } as const;
    const changes = readChanges(this.#services, request);
    return saveRecord(this.#services, { access, object, before: undefined, changes });
  }

  /** Publishes a platform event. */
  publish(access: UserAccess, object: ObjectDefinition, values: RequestValues): PublishedEvent {
    access.requireObject(object, 'create');
    const request = { access, object, values, operation: 'create' } as const;
    return publishEvent(this.#services, access, object, readChanges(this.#services, request));
  }

  /** Changes the given fields of a record. */
  update(access: UserAccess, object: ObjectDefinition, id: string, values: RequestValues): void {
    requireWritten(object, 'update');
    const before = this.#live(access, object, id);
    access.requireObject(object, 'edit');
    const request = { access, object, values, operation: 'update' } as const;
    const changes = readChanges(this.#services, request);
    saveRecord(this.#services, { access, object, before, changes });
  }

  /** Moves a record, and what belongs to it, to the recycle bin. */
  delete(access: UserAccess, object: ObjectDefinition, id: string): void {
    requireWritten(object, 'delete');
    const before = this.#live(access, object, id);
    access.requireObject(object, 'delete');
    deleteRecord(this.#services, access, object, before);
  }

  /** Deletes a record past the recycle bin. That the user may (Bulk API Hard Delete) is for the caller to ask. */
  hardDelete(access: UserAccess, object: ObjectDefinition, id: string): void {
    requireWritten(object, 'delete');
    const before = this.#live(access, object, id);
    access.requireObject(object, 'delete');
    deleteForGood(this.#services, access, object, before);
  }

  /** Brings a record back from the recycle bin, with what its deletion took along. */
  undelete(access: UserAccess, object: ObjectDefinition, id: string): void {
    access.requireObject(object, 'read');
    const record = this.#services.database.table(object).get(id);
    if (!record) throw notFound();
    access.requireObject(object, 'delete');
    if (record.IsDeleted !== true) {
      const message = 'entity is not in the recycle bin';
      throw new SalesforceError(400, 'UNDELETE_FAILED', message);
    }
    undeleteRecord(this.#services, access, object, record);
  }

  /**
   * Updates the one live record whose external id field has the value, or creates it; by `Id` it
   * creates none. Throws SeveralMatches (300), and INVALID_FIELD when the values hold the key again.
   */
  upsert(access: UserAccess, object: ObjectDefinition, key: UpsertKey, values: RequestValues): UpsertResult {
    const field = this.#keyField(access, object, key.field);
    requireKey(field, key.value);
    for (const name of Object.keys(values)) {
      if (name.toLowerCase() === field.name.toLowerCase()) throw notInBody(field.name);
    }
    const [match, ...others] = this.#find(object, field, key.value);
    if (match && others.length > 0) {
      throw new SeveralMatches(
        object,
        field,
        [match, ...others].map(({ Id }) => String(Id))
      );
    }
    if (match) {
      this.update(access, object, String(match.Id), values);
      return { id: String(match.Id), created: false };
    }
    // An id is given by the org: what it does not find cannot be created under it.
    if (field.type === 'id') throw notFound();
    const withKey = { ...values, [field.name]: key.value };
    return { id: this.insert(access, object, withKey), created: true };
  }

  /** Live records whose external id field (or Id) has the value. Other fields are refused. */
  findByExternalId(
    access: UserAccess,
    object: ObjectDefinition,
    fieldName: string,
    value: FieldValue
  ): RecordValues[] {
    return this.#find(object, this.#keyField(access, object, fieldName), value);
  }

  #keyField(access: UserAccess, object: ObjectDefinition, fieldName: string): FieldDefinition {
    access.requireObject(object, 'read');
    return requireKeyField(access, object, fieldName);
  }

  /** The value may come from a path, where every value is text. */
  #find(object: ObjectDefinition, field: FieldDefinition, value: FieldValue): RecordValues[] {
    const table = this.#services.database.table(object);
    return table.findByIndex(field.name, readGivenValue(field, value)) ?? [];
  }

  #live(access: UserAccess, object: ObjectDefinition, id: string): RecordValues {
    access.requireObject(object, 'read');
    const record = this.#services.database.table(object).get(id);
    if (!record) throw notFound();
    if (record.IsDeleted === true) throw new SalesforceError(404, 'ENTITY_IS_DELETED', 'entity is deleted');
    return record;
  }
}

/** Custom metadata is deployed, and events can neither be changed nor taken back. */
function requireWritten(object: ObjectDefinition, operation: 'create' | 'delete' | 'update'): void {
  if (object.options.kind === 'record') return;
  const message = `entity type ${object.name} does not support ${operation}`;
  throw new SalesforceError(400, 'INVALID_TYPE_FOR_OPERATION', message);
}
