import { z } from 'zod';
import { notFound, notSupported, SalesforceError } from '../../errors/salesforce-error.ts';
import type { RecentItems } from '../../rest/recent-items.ts';
import {
  ok,
  pathParameter,
  queryParameter,
  readBody,
  type RestAnswer,
  type RestCall
} from '../../rest/resource.ts';
import { isUnchanged } from '../../rest/sobjects/preconditions.ts';
import { lastChange } from '../../rest/sobjects/represent.ts';
import { PreconditionFault } from '../precondition-fault.ts';
import { saving } from '../record-fault.ts';
import { findRecord, type FoundRecord } from './find-record.ts';
import { layoutFields } from './layout-fields.ts';
import { type UiRecord, uiRecord } from './ui-record.ts';

const values = z.record(z.string(), z.unknown());
const createBody = z.object({ apiName: z.string(), fields: values });
const updateBody = z.object({ fields: values, apiName: z.string().nullish() });

/** `POST records` (guide, "Create a Record"). There are no duplicate rules, so allowSaveOnDuplicate changes nothing. */
export function createRecord(call: RestCall, recent: RecentItems): RestAnswer {
  refuseUnknownWishes(call);
  const { apiName, fields } = readBody(call.request, createBody);
  const object = call.org.schema.object(apiName);
  if (object?.options.kind !== 'record') throw notFound();
  const id = saving(object, () => call.org.dml.insert(call.access, object, fields));
  recent.note(call.access.userId, id);
  return { status: 201, body: asSaved(call, id) };
}

/** `PATCH records/ID` (guide, "Update a Record"). */
export function updateRecord(call: RestCall, recent: RecentItems): RestAnswer {
  refuseUnknownWishes(call);
  const { fields } = readBody(call.request, updateBody);
  const { object, id } = unchangedRecord(call);
  saving(object, () => call.org.dml.update(call.access, object, id, fields));
  recent.note(call.access.userId, id);
  return ok(asSaved(call, id));
}

/** `DELETE records/ID` (guide, "Delete a Record"). */
export function deleteRecord(call: RestCall): RestAnswer {
  const { object, id } = unchangedRecord(call);
  call.org.dml.delete(call.access, object, id);
  return { status: 204 };
}

/** Whoever saved a record is shown all that a full layout has. */
function asSaved(call: RestCall, id: string): UiRecord {
  return onLayout(call, findRecord(call, id));
}

function onLayout(call: RestCall, { object, record }: FoundRecord): UiRecord {
  return uiRecord(call, record, layoutFields(call, object, ['Full'], ['View']));
}

/** The record in the path, if the request's conditions hold. Throws PreconditionFault. */
function unchangedRecord(call: RestCall) {
  const found = findRecord(call, pathParameter(call.request, 'id'));
  try {
    isUnchanged(call.request, lastChange(found.record));
  } catch (error) {
    if (error instanceof SalesforceError) throw new PreconditionFault(error, onLayout(call, found));
    throw error;
  }
  return { object: found.object, id: String(found.record.Id) };
}

function refuseUnknownWishes(call: RestCall): void {
  for (const name of ['triggerOtherEmail', 'triggerUserEmail', 'useDefaultRule']) {
    if (queryParameter(call.request, name) === 'true') throw notSupported(`${name} in the UI API`);
  }
}
