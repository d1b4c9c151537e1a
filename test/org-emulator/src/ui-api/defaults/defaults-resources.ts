import { Router } from 'express';
import { notFound } from '../../errors/salesforce-error.ts';
import type { Org } from '../../org.ts';
import {
  ok,
  pathObject,
  pathParameter,
  queryParameter,
  resource,
  type RestAnswer,
  type RestCall
} from '../../rest/resource.ts';
import type { ObjectDefinition } from '../../schema/object.ts';
import { toLongId } from '../../data/record-id.ts';
import { listParameter } from '../answers.ts';
import { defaultRecordTypeId, masterRecordTypeId, recordTypeOfId } from '../record-type-info.ts';
import { findRecord } from '../records/find-record.ts';
import { readRequestedFields } from '../records/requested-fields.ts';
import { uiFields } from '../records/ui-record.ts';
import { objectInfos, recordDefaults, type RecordStart, startValues } from './record-defaults.ts';

/** `record-defaults`: what a new record begins with, in full or only what is asked for (`template`). */
export function defaultsResources(org: Org): Router {
  const router = Router({ mergeParams: true });
  router.get(
    '/create/:object',
    resource(org, (call) => ok(recordDefaults(call, startOfObject(call))))
  );
  router.get(
    '/clone/:id',
    resource(org, (call) => ok(recordDefaults(call, startOfClone(call))))
  );
  router.get(
    '/template/create/:object',
    resource(org, (call) => template(call, startOfObject(call)))
  );
  router.get(
    '/template/clone/:id',
    resource(org, (call) => template(call, startOfClone(call)))
  );
  return router;
}

function startOfObject(call: RestCall): RecordStart {
  const object = pathObject(call);
  if (object.options.kind !== 'record') throw notFound();
  call.access.requireObject(object, 'create');
  return {
    object,
    recordTypeId: givenRecordType(call, object) ?? defaultRecordTypeId(call, object),
    source: undefined
  };
}

function startOfClone(call: RestCall): RecordStart {
  const { object, record } = findRecord(call, pathParameter(call.request, 'id'));
  call.access.requireObject(object, 'create');
  const ownType = typeof record.RecordTypeId === 'string' ? record.RecordTypeId : masterRecordTypeId;
  return { object, recordTypeId: givenRecordType(call, object) ?? ownType, source: record };
}

function givenRecordType(call: RestCall, object: ObjectDefinition): string | undefined {
  const id = queryParameter(call.request, 'recordTypeId');
  if (id !== undefined) recordTypeOfId(call, object, id);
  return id === undefined ? undefined : toLongId(id);
}

/** Guide, "Record Defaults Template Create" and "… Clone". */
function template(call: RestCall, start: RecordStart): RestAnswer {
  const { object, recordTypeId, source } = start;
  const requested = readRequestedFields(call, object, [], listParameter(call, 'optionalFields'));
  const fields = uiFields(call, startValues(call, start), requested);
  const id = source?.Id ?? null;
  const cloneSource = { CloneSourceId: { displayValue: null, value: id } };
  const record = source
    ? { apiName: object.name, cloneSourceId: id, fields: { ...fields, ...cloneSource }, recordTypeId }
    : { apiName: object.name, fields, recordTypeId };
  return ok({ objectInfos: objectInfos(call, requested), record });
}
