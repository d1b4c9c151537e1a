import type { UserAccess } from '../access/user-access.ts';
import { changeEventName } from '../events/change-event.ts';
import { storedCapturedFields } from '../events/captured-fields.ts';
import type { OrgEvent } from '../events/org-event.ts';
import type { Org } from '../org.ts';
import type { ObjectDefinition } from '../schema/object.ts';

/** A topic that clients can name. */
export interface Topic {
  readonly name: string;
  /** The events that come through it. */
  readonly eventNames: readonly string[];
  /** The one object whose events these are; undefined for channels of several. */
  readonly object: ObjectDefinition | undefined;
}

/**
 * The topic of that name, or undefined: `/event/X__e`, `/event/X__chn`, `/data/XChangeEvent`, `/data/ChangeEvents`,
 * `/data/X__chn` (Pub/Sub API Guide, "Event Topics"). Names are case-sensitive.
 */
export function findTopic(org: Org, name: string): Topic | undefined {
  const [root, kind, eventName, ...more] = name.split('/');
  if (root !== '' || !eventName || more.length > 0) return undefined;
  if (kind === 'event') return platformEventTopic(org, name, eventName);
  return kind === 'data' ? changeTopic(org, name, eventName) : undefined;
}

function platformEventTopic(org: Org, name: string, eventName: string): Topic | undefined {
  const object = org.schema.object(eventName);
  if (object?.name === eventName && object.options.kind === 'platformEvent') {
    return { name, eventNames: [eventName], object };
  }
  return customChannel(org, name, eventName, (member) => member.endsWith('__e'));
}

function changeTopic(org: Org, name: string, eventName: string): Topic | undefined {
  const entities = selectedEntities(org);
  if (eventName === 'ChangeEvents') {
    return { name, eventNames: entities.map((entity) => changeEventName(entity.name)), object: undefined };
  }
  const object = entities.find((entity) => changeEventName(entity.name) === eventName);
  if (object) return { name, eventNames: [eventName], object };
  return customChannel(org, name, eventName, (member) => member.endsWith('ChangeEvent'));
}

function customChannel(
  org: Org,
  name: string,
  channelName: string,
  fits: (member: string) => boolean
): Topic | undefined {
  const members = org.eventSelection.channels().get(channelName)?.filter(fits) ?? [];
  return members.length > 0 ? { name, eventNames: members, object: undefined } : undefined;
}

/** The objects whose changes are told. */
export function selectedEntities(org: Org): ObjectDefinition[] {
  return org.eventSelection.entities().flatMap((name) => org.schema.object(name) ?? []);
}

/** Whether the user may subscribe. Channels of several events are open to all: what comes through them is not. */
export function canSubscribe(access: UserAccess, { object }: Topic): boolean {
  return object === undefined || canReceive(access, object);
}

/** Whether the user may publish through the topic. Only platform events can be published. */
export function canPublish(access: UserAccess, { object }: Topic): boolean {
  return object?.options.kind === 'platformEvent' && access.can('create', object);
}

/**
 * Read permission for platform events (Platform Events Developer Guide, "Permissions"); View All Records of the entity
 * for change events (Change Data Capture Developer Guide, "Required Permissions for Change Event Subscribers").
 */
export function canReceive(access: UserAccess, object: ObjectDefinition): boolean {
  return object.options.kind === 'platformEvent' ? access.can('read', object) : access.canViewAll(object);
}

/** The fields of a change event that field-level security keeps from the user; none of platform events. */
export function hiddenFields(access: UserAccess, { object, header }: OrgEvent): ReadonlySet<string> {
  if (!header) return new Set();
  const hidden = storedCapturedFields(object).filter((field) => !access.canReadField(object, field));
  return new Set(hidden.map(({ name }) => name));
}
