import type { OrgEvent } from '../events/org-event.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import { changeEventCodec, type EventCodec, platformEventCodec } from './event-codec.ts';

const noFields: ReadonlySet<string> = new Set();

/**
 * The codecs of all events, each made when it is first needed. A deployment makes new definitions of objects and so new
 * schemas; the old ones stay known by their ids, since events of the last 72 hours have them.
 */
export class EventCodecs {
  readonly #byObject = new WeakMap<ObjectDefinition, EventCodec>();
  readonly #bySchemaId = new Map<string, EventCodec>();
  readonly #encoded = new WeakMap<OrgEvent, Buffer>();

  /** Of a platform event's object, its codec; of any other object, that of its change events. */
  of(object: ObjectDefinition): EventCodec {
    const known = this.#byObject.get(object);
    if (known) return known;
    const isEvent = object.options.kind === 'platformEvent';
    const codec = isEvent ? platformEventCodec(object) : changeEventCodec(object);
    this.#byObject.set(object, codec);
    this.#bySchemaId.set(codec.schemaId, codec);
    return codec;
  }

  bySchemaId(schemaId: string): EventCodec | undefined {
    return this.#bySchemaId.get(schemaId);
  }

  /** The payload of an event. What all see is made once, however many clients there are. */
  encode(event: OrgEvent, hidden: ReadonlySet<string> = noFields): Buffer {
    if (hidden.size > 0) return this.of(event.object).encode(event, hidden);
    const payload = this.#encoded.get(event) ?? this.of(event.object).encode(event, hidden);
    this.#encoded.set(event, payload);
    return payload;
  }
}
