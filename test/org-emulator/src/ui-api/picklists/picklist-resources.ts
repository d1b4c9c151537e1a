import { notFound, SalesforceError } from '../../errors/salesforce-error.ts';
import { pathObject, pathParameter, type RestAnswer, type RestCall } from '../../rest/resource.ts';
import type { FieldDefinition } from '../../schema/field.ts';
import { eTagOf, okOrUnchanged } from '../answers.ts';
import { recordTypeOfId } from '../record-type-info.ts';
import { picklistValues } from './picklist-values.ts';

/** `picklist-values/RECORD_TYPE`: all picklists that the user may see (guide, "Get Values for All Picklist Fields"). */
export function readPicklists(call: RestCall): RestAnswer {
  const object = pathObject(call);
  const recordTypeId = pathParameter(call.request, 'recordTypeId');
  recordTypeOfId(call, object, recordTypeId);
  const picklists = object.fields.filter(
    (field) => isPicklist(field) && call.access.canReadField(object, field)
  );
  const picklistFieldValues = Object.fromEntries(
    picklists.map((field) => [field.name, picklistValues(call, object, recordTypeId, field)])
  );
  const shown = { eTag: eTagOf(picklistFieldValues), picklistFieldValues };
  return okOrUnchanged(call, shown);
}

/** `picklist-values/RECORD_TYPE/FIELD` (guide, "Get Values for a Picklist Field"). */
export function readPicklist(call: RestCall): RestAnswer {
  const object = pathObject(call);
  const name = pathParameter(call.request, 'field');
  const field = object.field(name.slice(name.indexOf('.') + 1));
  if (!field || !call.access.canReadField(object, field)) throw notFound();
  if (!isPicklist(field)) {
    throw new SalesforceError(400, 'INVALID_TYPE', `The field ${object.name}.${field.name} isn't a picklist`);
  }
  return okOrUnchanged(
    call,
    picklistValues(call, object, pathParameter(call.request, 'recordTypeId'), field)
  );
}

function isPicklist({ type }: FieldDefinition): boolean {
  return type === 'picklist' || type === 'multipicklist';
}
