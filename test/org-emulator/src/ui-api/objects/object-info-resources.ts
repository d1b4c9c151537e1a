import { Router } from 'express';
import type { Org } from '../../org.ts';
import {
  ok,
  pathObject,
  pathParameter,
  resource,
  type RestAnswer,
  type RestCall
} from '../../rest/resource.ts';
import type { ObjectDefinition } from '../../schema/object.ts';
import { okOrUnchanged, uiApiUrl } from '../answers.ts';
import { batchOf, hasErrors } from '../batch.ts';
import { readPicklist, readPicklists } from '../picklists/picklist-resources.ts';
import { readableObject } from '../readable-object.ts';
import { nameFields } from './name-fields.ts';
import { objectInfo } from './object-info.ts';

/** `object-info`: all objects in short, one or several in full, and the values of picklists. */
export function objectInfoResources(org: Org): Router {
  const router = Router({ mergeParams: true });
  router.get('/', resource(org, listObjects));
  router.get('/batch/:objects', resource(org, readObjectInfos));
  router.get(
    '/:object',
    resource(org, (call) => okOrUnchanged(call, objectInfo(call, pathObject(call))))
  );
  router.get('/:object/picklist-values/:recordTypeId', resource(org, readPicklists));
  router.get('/:object/picklist-values/:recordTypeId/:field', resource(org, readPicklist));
  return router;
}

function listObjects(call: RestCall): RestAnswer {
  const visible = call.org.schema.objects.filter(
    (object) => object.options.kind === 'record' && call.access.can('read', object)
  );
  const objects = Object.fromEntries(visible.map((object) => [object.name, directoryEntry(call, object)]));
  return ok({ objects });
}

/** Guide, "Object Info Directory Entry". */
function directoryEntry(call: RestCall, object: ObjectDefinition) {
  const { name, keyPrefix, label, labelPlural } = object;
  const objectInfoUrl = uiApiUrl(call, `object-info/${name}`);
  return { apiName: name, keyPrefix, label, labelPlural, nameFields: nameFields(object), objectInfoUrl };
}

function readObjectInfos(call: RestCall): RestAnswer {
  const names = pathParameter(call.request, 'objects').split(',');
  const results = batchOf(names, (name) => objectInfo(call, readableObject(call, name)));
  return ok({ hasErrors: hasErrors(results), results });
}
