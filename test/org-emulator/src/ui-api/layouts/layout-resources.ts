import { Router } from 'express';
import type { Org } from '../../org.ts';
import {
  pathObject,
  pathParameter,
  queryParameter,
  resource,
  type RestAnswer,
  type RestCall
} from '../../rest/resource.ts';
import { eTagOf, listParameter, okOrUnchanged } from '../answers.ts';
import { objectInfo } from '../objects/object-info.ts';
import { masterRecordTypeId, recordTypeOfId, defaultRecordTypeId } from '../record-type-info.ts';
import { findRecord, type FoundRecord } from '../records/find-record.ts';
import { layoutFields, layoutModesOf, layoutTypesOf } from '../records/layout-fields.ts';
import { uiRecord } from '../records/ui-record.ts';
import { recordLayout } from './record-layout.ts';

/** `layout/OBJECT`, and `record-ui/IDS`: records with what pages need to show them. */
export function layoutResources(org: Org): Router {
  const router = Router({ mergeParams: true });
  router.get('/layout/:object', resource(org, readLayout));
  router.get('/record-ui/:ids', resource(org, readRecordUi));
  return router;
}

function readLayout(call: RestCall): RestAnswer {
  const object = pathObject(call);
  const [type = 'Full'] = layoutTypesOf(listParameter(call, 'layoutType'));
  const [mode = 'View'] = layoutModesOf(listParameter(call, 'mode'));
  const recordTypeId = queryParameter(call.request, 'recordTypeId') ?? defaultRecordTypeId(call, object);
  recordTypeOfId(call, object, recordTypeId);
  return okOrUnchanged(call, recordLayout(call, object, type, mode, recordTypeId));
}

/** Guide, "Record UI". */
function readRecordUi(call: RestCall): RestAnswer {
  const found = pathParameter(call.request, 'ids')
    .split(',')
    .map((id) => findRecord(call, id));
  const objects = new Map(found.map(({ object }) => [object.name, object]));
  const shown = {
    layoutUserStates: {},
    layouts: Object.fromEntries([...objects.keys()].map((name) => [name, layoutsOf(call, found, name)])),
    objectInfos: Object.fromEntries([...objects].map(([name, object]) => [name, objectInfo(call, object)])),
    records: Object.fromEntries(found.map((each) => [String(each.record.Id), recordOf(call, each)]))
  };
  return okOrUnchanged(call, { eTag: eTagOf(shown), ...shown });
}

/** Layouts by record type, type and mode. */
function layoutsOf(call: RestCall, found: readonly FoundRecord[], objectName: string) {
  const ofObject = found.filter(({ object }) => object.name === objectName);
  const byRecordType = ofObject.map(({ object, record }) => {
    const recordTypeId = String(record.RecordTypeId ?? masterRecordTypeId);
    const byType = typesOf(call).map((type) => {
      const byMode = modesOf(call).map(
        (mode) => [mode, recordLayout(call, object, type, mode, recordTypeId)] as const
      );
      return [type, Object.fromEntries(byMode)] as const;
    });
    return [recordTypeId, Object.fromEntries(byType)] as const;
  });
  return Object.fromEntries(byRecordType);
}

function recordOf(call: RestCall, { object, record }: FoundRecord) {
  return uiRecord(call, record, layoutFields(call, object, typesOf(call), modesOf(call)));
}

function typesOf(call: RestCall) {
  const types = layoutTypesOf(listParameter(call, 'layoutTypes'));
  return types.length > 0 ? types : (['Full'] as const);
}

function modesOf(call: RestCall) {
  return layoutModesOf(listParameter(call, 'modes'));
}
