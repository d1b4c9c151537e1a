import type { Org } from '../../org.ts';
import type { ObjectDefinition } from '../../schema/object.ts';
import type { RecentItems } from '../recent-items.ts';
import { ok, pathObject, pathParameter, readBody, recordBody } from '../resource.ts';
import type { RestAnswer, RestCall } from '../resource.ts';
import { isUnchanged } from './preconditions.ts';
import { lastChange, liveRecord, represent } from './represent.ts';

/** `sobjects/X` and `sobjects/X/id`: create, read, change and delete one record. */
export class RecordsById {
  readonly #recent: RecentItems;

  constructor(recent: RecentItems) {
    this.#recent = recent;
  }

  create(call: RestCall): RestAnswer {
    const object = pathObject(call);
    const body = readBody(call.request, recordBody);
    if (object.options.kind === 'platformEvent') return publish(call, object, body);
    const id = call.org.dml.insert(call.access, object, body);
    this.#recent.note(call.access.userId, id);
    const headers = { Location: `/services/data/${call.version}/sobjects/${object.name}/${id}` };
    return { status: 201, headers, body: { id, success: true, errors: [] } };
  }

  read(call: RestCall): RestAnswer {
    const object = pathObject(call);
    const record = liveRecord(call, object, pathParameter(call.request, 'id'));
    const changed = lastChange(record);
    if (isUnchanged(call.request, changed)) return { status: 304 };
    this.#recent.note(call.access.userId, String(record.Id));
    return { ...ok(represent(call, object, record)), headers: { 'Last-Modified': changed.toUTCString() } };
  }

  update(call: RestCall): RestAnswer {
    const { object, id } = unchangedRecord(call);
    call.org.dml.update(call.access, object, id, readBody(call.request, recordBody));
    this.#recent.note(call.access.userId, id);
    return { status: 204 };
  }

  delete(call: RestCall): RestAnswer {
    const { object, id } = unchangedRecord(call);
    call.org.dml.delete(call.access, object, id);
    return { status: 204 };
  }
}

/** Object and id in the path, once the request's conditions are seen to hold. */
function unchangedRecord(call: RestCall): { object: ObjectDefinition; id: string } {
  const object = pathObject(call);
  const id = pathParameter(call.request, 'id');
  const record = findAny(call.org, object, id);
  if (record) isUnchanged(call.request, lastChange(record));
  return { object, id };
}

function findAny(org: Org, object: ObjectDefinition, id: string) {
  return org.database.table(object).get(id);
}

/**
 * Publishes a platform event. The answer tells its uuid as an "error" of the kind that is none (Platform Events
 * Developer Guide, "Publish Event Messages with APIs").
 */
function publish(call: RestCall, object: ObjectDefinition, body: Record<string, unknown>): RestAnswer {
  const { id, uuid } = call.org.dml.publish(call.access, object, body);
  const errors = uuid === undefined ? [] : [{ statusCode: 'OPERATION_ENQUEUED', message: uuid, fields: [] }];
  return { status: 201, body: { id, success: true, errors } };
}
