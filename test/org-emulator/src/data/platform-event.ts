import type { UserAccess } from '../access/user-access.ts';
import type { FieldValue } from '../schema/field.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import type { DataServices } from './data-services.ts';
import { makeRecordId } from './record-id.ts';
import { newRecord } from './save/new-record.ts';
import { checkAfterTriggers } from './save/check-values.ts';
import type { Save } from './save/save.ts';

/** A published event, as the answer to its creation names it. */
export interface PublishedEvent {
  /** Ids of event messages are not those of records: they find nothing. */
  readonly id: string;
  /** EventUuid; undefined for events that wait for the commit. */
  readonly uuid: string | undefined;
}

/**
 * Publishes a platform event (Platform Events Developer Guide, "Publish Event Messages with APIs"): at once,
 * or after the commit, as the event's publish behavior says.
 */
export function publishEvent(
  services: DataServices,
  access: UserAccess,
  object: ObjectDefinition,
  changes: Readonly<Record<string, FieldValue>>
): PublishedEvent {
  const plan = services.plans.of(object);
  const now = services.clock.now().toISOString();
  const all = newRecord(services, access, plan, changes, now);
  const values = Object.fromEntries(Object.keys(plan.emptyRecord).map((name) => [name, all[name] ?? null]));
  const given = new Set(Object.keys(changes));
  const save: Save = { services, access, object, plan, before: undefined, draft: values, given, now };
  checkAfterTriggers(save);
  const event = { eventName: object.name, values, publishedById: access.userId };
  const id = makeRecordId('e00', services.database.nextNumber(`${object.name} events`));
  if (object.options.publishBehavior === 'PublishImmediately') {
    return { id, uuid: services.events.publish(event).uuid };
  }
  // The limit refuses the statement that publishes, which a flow can handle, never a transaction that is committed.
  services.events.requireRoom();
  services.database.transaction(() =>
    services.database.afterCommit(() => services.events.publishAllowed(event))
  );
  return { id, uuid: undefined };
}
